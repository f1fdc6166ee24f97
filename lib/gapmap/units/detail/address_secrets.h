#pragma once
// Where secrets are in addresses, "https://user:password@host/a?key=…".

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gapmap {

/// Of a text: where a secret begins and ends.
struct Span {
  std::size_t begin;
  std::size_t end;
};
using Spans = std::vector<Span>;

[[nodiscard]] bool is_blank(char c);
/// Letters, digits and what else names of values are made of.
[[nodiscard]] bool is_of_key(char c);
/// "X-Api_Key" is "xapikey".
[[nodiscard]] std::string plain(std::string_view key);
/// Whether what is called so is a secret wherever it stands.
[[nodiscard]] bool is_secret_key(std::string_view key);

/// Where an address that `from` is in ends: where the text does, if the text is an address
/// ("https://…", "WFS:https://…", "/vsicurl/…"), so that no mark or blank in a password cuts it;
/// else, where a text quotes it, at the first blank or mark.
[[nodiscard]] std::size_t end_of_address(std::string_view text, std::size_t from);

/// "https://user:password@host/a?key=…" wherever it stands.
void add_addresses(std::string_view text, Spans& secrets);
/// "user:password@host" without anything before.
void add_bare_users(std::string_view text, Spans& secrets);

}  // namespace gapmap
