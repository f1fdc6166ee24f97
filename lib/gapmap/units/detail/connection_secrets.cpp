#include "gapmap/units/detail/connection_secrets.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "gapmap/units/ascii.h"

namespace gapmap {
namespace {

constexpr auto kNowhere = std::string_view::npos;

/// The kind of text that a value stands in, on which depends where the value ends.
enum class Kind { Text, Postgres, Semicolons, Commas };

Kind kind_before(std::string_view text, std::size_t key) {
  struct Beginning {
    std::string_view word;
    Kind kind;
  };
  constexpr std::array<Beginning, 7> kBeginnings{{{"pg:", Kind::Postgres},
                                                  {"pgb:", Kind::Postgres},
                                                  {"mssql:", Kind::Semicolons},
                                                  {"odbc:", Kind::Semicolons},
                                                  {"hana:", Kind::Semicolons},
                                                  {"mysql:", Kind::Commas},
                                                  {"plscenes:", Kind::Commas}}};
  auto const before = ascii_lower_case(text.substr(0, key));
  Kind kind = Kind::Text;
  std::size_t last = 0;
  for (auto const& [word, its] : kBeginnings) {
    auto const found = before.rfind(word);
    bool const is_word =
        found != kNowhere && (found == 0 || !is_ascii_letter_or_digit(before[found - 1]));
    if (is_word && found >= last) {
      kind = its;
      last = found;
    }
  }
  return kind;
}

/// Whether the name at `key` stands in an address, whose parts end at marks of their own.
bool is_in_address(std::string_view text, std::size_t key) {
  auto first = key;
  while (first > 0 && !is_blank(text[first - 1])) --first;
  auto const before = text.substr(first, key - first);
  return before.find("://") != kNowhere || before.find("/vsicurl?") != kNowhere;
}

/// Returns the offset of the first letter from `at` on that is no blank.
std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// Returns the offset of the first letter from `at` on that cannot belong to a key.
std::size_t behind_key(std::string_view text, std::size_t at) {
  while (at < text.size() && is_of_key(text[at])) ++at;
  return at;
}

/// Returns the offset after the mark that closes the quotation mark or brace at `from`; the end of
/// the text if it is never closed.
std::size_t end_of_quoted(std::string_view text, std::size_t from) {
  char const mark = text[from] == '{' ? '}' : text[from];
  for (auto at = from + 1; at < text.size(); ++at) {
    if (text[at] == '\\' && mark != '}') {
      ++at;
    } else if (text[at] == mark) {
      bool const is_doubled = at + 1 < text.size() && text[at + 1] == mark;
      if (!is_doubled) return at + 1;
      ++at;
    }
  }
  return text.size();
}

/// Returns where a value with blanks, which should have been quoted, ends: before the next "key="
/// or at the end of the text.
std::size_t end_before_next_key(std::string_view text, std::size_t from) {
  for (auto at = from; at < text.size(); ++at) {
    if (!is_blank(text[at])) continue;
    auto const key = behind_key(text, at + 1);
    auto const equals = behind_blanks(text, key);
    if (key > at + 1 && equals < text.size() && text[equals] == '=') return at;
  }
  return text.size();
}

std::size_t end_of_value(std::string_view text, std::size_t from, Kind kind) {
  // The whole text is the connection, not a message that quotes one.
  bool const is_connection = ascii_lower_case(text.substr(0, 4)).starts_with("pg");
  if (from < text.size() && (text[from] == '\'' || text[from] == '"' || text[from] == '{')) {
    auto const end = end_of_quoted(text, from);
    return kind == Kind::Postgres && is_connection ? end_before_next_key(text, end) : end;
  }
  auto const up_to = [&](std::string_view marks) {
    return std::min(text.find_first_of(marks, from), text.size());
  };
  if (kind == Kind::Semicolons) return up_to(";\n");
  if (kind == Kind::Commas) return up_to(",\n");
  if (kind == Kind::Postgres && is_connection) return end_before_next_key(text, from);
  auto end = from;
  while (end < text.size() && !is_blank(text[end])) end += text[end] == '\\' ? 2 : 1;
  return std::min(end, text.size());
}

/// Returns the value of an XML element: "<Password>…</Password>", "<OOI key="PASSWORD">…</OOI>".
std::optional<Span> of_element(std::string_view text, Span key) {
  bool const is_name = key.begin > 0 && text[key.begin - 1] == '<';
  auto const behind = text.find_first_not_of("\"'", key.end);
  auto const open = is_name ? text.find('>', key.end) : behind;
  bool const is_closing_name = key.begin > 0 && text[key.begin - 1] == '/';
  if (open >= text.size() || text[open] != '>' || is_closing_name) return std::nullopt;
  return Span{open + 1, std::min(text.find("</", open), text.size())};
}

/// Adds values that may be secrets of "key=value" fields separated by `mark`. A field without a key
/// is part of the value before it, except the first one, which names a database.
void add_fields(std::string_view text, Span all, char mark, Spans& secrets) {
  constexpr std::array<std::string_view, 18> kTelling{
      "server", "host", "port",       "database",     "dbname", "driver",
      "dsn",    "uid",  "user",       "userid",       "tables", "table",
      "schema", "dbq",  "servernode", "databasename", "layer",  "trustedconnection"};
  for (auto begin = all.begin; begin < all.end;) {
    auto const end = std::min(text.find(mark, begin), all.end);
    auto const field = text.substr(begin, end - begin);
    auto const equals = field.find('=');
    if (equals == kNowhere && begin > all.begin) {
      secrets.push_back({begin, end});
    } else if (equals != kNowhere &&
               std::ranges::find(kTelling, plain(field.substr(0, equals))) == kTelling.end()) {
      secrets.push_back({begin + equals + 1, end});
    }
    begin = end + 1;
  }
}

/// Adds secrets of a text that is "PG:key=value key='value' …": the values of all keys but those
/// that only say where the data are.
void add_postgres(std::string_view text, std::size_t begin, Spans& secrets) {
  constexpr std::array<std::string_view, 13> kTelling{
      "host",    "hostaddr",       "port",           "dbname", "user",
      "schemas", "activeschema",   "service",        "tables", "sslmode",
      "mode",    "connecttimeout", "applicationname"};
  while (true) {
    auto const sign = text.find('=', begin);
    if (sign == kNowhere) return;
    auto last = sign;
    while (last > begin && is_blank(text[last - 1])) --last;
    auto first = last;
    while (first > begin && is_of_key(text[first - 1])) --first;
    auto const value = behind_blanks(text, sign + 1);
    auto const end = end_of_value(text, value, Kind::Postgres);
    auto const key = plain(text.substr(first, last - first));
    if (std::ranges::find(kTelling, key) == kTelling.end()) secrets.push_back({value, end});
    begin = std::max(end, sign + 1);
  }
}

}  // namespace

void add_values(std::string_view text, Spans& secrets) {
  for (std::size_t begin = 0; begin < text.size();) {
    if (!is_of_key(text[begin])) {
      ++begin;
      continue;
    }
    auto const end = behind_key(text, begin);
    auto const key = text.substr(begin, end - begin);
    begin = end;
    if (!is_secret_key(key)) continue;
    if (auto const element = of_element(text, {end - key.size(), end})) {
      secrets.push_back(*element);
      begin = std::max(begin, element->end);
      continue;
    }
    bool const is_quoted = end < text.size() && (text[end] == '"' || text[end] == '\'');
    auto const sign = behind_blanks(text, is_quoted ? end + 1 : end);
    if (sign >= text.size()) return;
    auto const name = plain(key);
    bool const is_header =
        name.find("authorization") != kNowhere || name.find("apikey") != kNowhere;
    if (text[sign] != '=' && !(text[sign] == ':' && (is_quoted || is_header))) continue;
    auto value = sign + 1;
    while (value < text.size() && is_blank(text[value]) && text[value] != '\n') ++value;
    auto value_end = is_in_address(text, end)
                         ? std::min(text.find_first_of("&;#?", value), end_of_address(text, value))
                         : end_of_value(text, value, kind_before(text, end));
    if (text[sign] == ':' && name.find("authorization") != kNowhere)
      value_end = std::min(text.find_first_of("\r\n", value), text.size());
    secrets.push_back({value, value_end});
    begin = std::max(begin, value_end);
  }
}

void add_oracle(std::string_view text, Spans& secrets) {
  auto const lowered = ascii_lower_case(text);
  for (std::string_view const word : {"oci:", "georaster:", "geor:"}) {
    auto const found = lowered.find(word);
    if (found == kNowhere || (found > 0 && is_ascii_letter_or_digit(text[found - 1]))) continue;
    auto const mark = text.find_first_of("/,", found + word.size());
    if (mark == kNowhere) continue;
    auto const end = std::min(text.find_first_of("@, \n", mark + 1), text.size());
    secrets.push_back({mark + 1, end});
  }
}

void add_parts_of_connection(std::string_view text, Spans& secrets) {
  constexpr std::string_view kCrypt = "/vsicrypt/";
  if (auto const crypt = text.find(kCrypt); crypt != kNowhere) {
    auto const begin = text.find('=', crypt);
    if (begin != kNowhere)
      secrets.push_back({begin + 1, std::min(text.find(",file=", begin), text.size())});
  }
  auto const colon = text.find(':');
  auto const kind = ascii_lower_case(text.substr(0, std::min(colon, text.size())));
  if (colon == kNowhere) return;
  auto const all = text.substr(colon + 1);
  if (kind == "pg" || kind == "pgb") {
    add_postgres(text, colon + 1, secrets);
  } else if (kind == "sde") {
    // Server, instance and database come before the user.
    auto at = colon;
    for (int field = 0; field < 3 && at != kNowhere; ++field) at = text.find(',', at + 1);
    if (at != kNowhere) secrets.push_back({at + 1, text.size()});
  } else if (kind == "carto" || kind == "cartodb" || kind == "amigocloud") {
    if (auto const blank = all.find(' '); blank != kNowhere)
      secrets.push_back({colon + 2 + blank, text.size()});
  } else if (kind == "mysql") {
    add_fields(text, {colon + 1, text.size()}, ',', secrets);
  } else if (kind == "mssql" || kind == "odbc" || kind == "hana") {
    auto const slash = all.find('/');
    auto const at = all.rfind('@');
    if (kind == "odbc" && slash < at && at != kNowhere && slash < all.find_first_of("=;"))
      secrets.push_back({colon + 2 + slash, colon + 1 + at});
    else
      add_fields(text, {colon + 1, text.size()}, ';', secrets);
  }
}

}  // namespace gapmap
