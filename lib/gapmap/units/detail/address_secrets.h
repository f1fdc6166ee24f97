#pragma once
// Finds secrets in addresses such as "https://user:password@host/a?key=…".

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gapmap {

/// Offsets in a text where a secret begins and ends.
struct Span {
  std::size_t begin;
  std::size_t end;
};
using Spans = std::vector<Span>;

[[nodiscard]] bool is_blank(char c);
/// Whether `c` may stand in the name of a value: letters, digits, "_", "-" and ".".
[[nodiscard]] bool is_of_key(char c);
/// Returns `key` as it is compared: "X-Api_Key" becomes "xapikey".
[[nodiscard]] std::string plain(std::string_view key);
/// Whether a value with this name is a secret wherever it stands.
[[nodiscard]] bool is_secret_key(std::string_view key);

/// Returns where the address around `from` ends. If the whole text is an address ("https://…",
/// "WFS:https://…", "/vsicurl/…") that is the end of the text, so that no mark or blank in a
/// password cuts it; if the text quotes an address it is the first blank or mark.
[[nodiscard]] std::size_t end_of_address(std::string_view text, std::size_t from);

/// Adds secrets of addresses with a scheme, "https://user:password@host/a?key=…", anywhere in the
/// text.
void add_addresses(std::string_view text, Spans& secrets);
/// Adds secrets of "user:password@host" that no scheme precedes.
void add_bare_users(std::string_view text, Spans& secrets);

}  // namespace gapmap
