#pragma once
// Passwords, tokens and keys in addresses and connections, which nobody but their owner may read:
// whatever leaves gapmap (files, messages) goes through masked().

#include <string>
#include <string_view>
#include <vector>

namespace gapmap {

/// What stands in place of a secret.
inline constexpr std::string_view kMask = "***";

/// `text`, an address or any text that quotes some, with a mask for every secret in it: the user's
/// part of addresses ("user:password@host"), the values of their query but plainly harmless ones
/// ("service", "version", "bbox" …), and whatever is called a password, token or key
/// ("PG:… password='a b'", "MSSQL:…;PWD=…"). Masks more rather than less. Masking again changes
/// nothing.
[[nodiscard]] std::string masked(std::string_view text);

/// The same for what is said of `address`, by a library perhaps, which may quote a secret of it
/// without anything that tells it for one.
[[nodiscard]] std::string masked(std::string_view text, std::string_view address);

}  // namespace gapmap
