#pragma once
// Passwords, tokens and keys in addresses and connections, which only their owner may read:
// whatever leaves gapmap (files, messages) goes through masked().

#include <string>
#include <string_view>
#include <vector>

namespace gapmap {

/// The text that replaces a secret.
inline constexpr std::string_view kMask = "***";

/// Returns `text`, an address or any text that quotes one, with a mask for every secret: the user's
/// part of addresses ("user:password@host"), the values of their query except plainly harmless ones
/// ("service", "version", "bbox" …), and whatever is called a password, token or key ("PG:…
/// password='a b'", "MSSQL:…;PWD=…"). Masks too much rather than too little. Masking twice changes
/// nothing more.
[[nodiscard]] std::string masked(std::string_view text);

/// Masks a message about `address`, perhaps from a library, which may quote a secret of the address
/// without anything that marks it as one.
[[nodiscard]] std::string masked(std::string_view text, std::string_view address);

}  // namespace gapmap
