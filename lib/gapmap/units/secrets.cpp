#include "gapmap/units/secrets.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "gapmap/units/ascii.h"

namespace gapmap {
namespace {

constexpr auto kEnd = std::string_view::npos;

/// Of a text: where a secret begins and ends.
struct Span {
  std::size_t begin;
  std::size_t end;
};
using Spans = std::vector<Span>;

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool is_of_key(char c) { return is_ascii_letter_or_digit(c) || c == '_' || c == '-' || c == '.'; }

/// "X-Api_Key" is "xapikey".
std::string plain(std::string_view key) {
  auto letters = ascii_lower_case(key);
  std::erase_if(letters, [](char c) { return !is_ascii_letter_or_digit(c); });
  return letters;
}

/// Of services of maps and features; everything else in a query may be a key under another name.
bool is_harmless(std::string_view key) {
  constexpr std::array<std::string_view, 47> kHarmless{
      "bbox",         "bboxcrs",   "collection",   "collections",
      "count",        "crs",       "datetime",     "dpi",
      "exceptions",   "f",         "featuretype",  "format",
      "geometrytype", "height",    "insr",         "lang",
      "language",     "layer",     "layers",       "limit",
      "maxfeatures",  "namespace", "namespaces",   "offset",
      "outfields",    "outputcrs", "outputformat", "outsr",
      "propertyname", "request",   "resulttype",   "returngeometry",
      "service",      "sortby",    "srs",          "srsname",
      "startindex",   "style",     "styles",       "tilematrix",
      "transparent",  "typename",  "typenames",    "version",
      "width",        "year",      "zoom"};
  return std::ranges::find(kHarmless, plain(key)) != kHarmless.end();
}

/// Whether what is called so is a secret wherever it stands.
bool is_secret_key(std::string_view key) {
  constexpr std::array<std::string_view, 20> kParts{
      "password",  "passwd",     "passphrase",      "passwort",   "salasana",
      "losenord",  "pwd",        "secret",          "token",      "apikey",
      "accesskey", "authkey",    "subscriptionkey", "accountkey", "privatekey",
      "signature", "credential", "authorization",   "xamz",       "xgoog"};
  constexpr std::array<std::string_view, 8> kWholes{"pass", "pw",  "psw", "auth",
                                                    "sig",  "sas", "jwt", "sessionid"};
  auto const name = plain(key);
  return std::ranges::find(kWholes, name) != kWholes.end() ||
         std::ranges::any_of(kParts, [&](auto part) { return name.find(part) != kEnd; });
}

/// Whether the quotation mark at `at` ends what is quoted, rather than standing in a password.
bool is_closing(std::string_view text, std::size_t at) {
  constexpr std::string_view kGoesOn = "@/&=%._-";
  if (at + 1 == text.size()) return true;
  char const next = text[at + 1];
  return !is_ascii_letter_or_digit(next) && kGoesOn.find(next) == kEnd;
}

std::size_t end_of_address(std::string_view text, std::size_t from) {
  for (auto at = from; at < text.size(); ++at) {
    char const c = text[at];
    if (is_blank(c) || c == '"' || c == '<' || c == '>' || c == '`') return at;
    if (c == '\'' && is_closing(text, at)) return at;
  }
  return text.size();
}

bool is_port(std::string_view text) {
  return text.size() <= 5 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "user:password@host/…", from behind the "//" to `end`. A lone name before the @ is a token for
/// the web, a user for databases.
void add_user_part(std::string_view text, Span address, bool is_of_web, Spans& secrets) {
  auto const all = text.substr(address.begin, address.end - address.begin);
  auto const host = all.substr(0, all.find_first_of("/?#"));
  auto at = host.rfind('@');
  auto const colon = all.find(':');
  // A slash in the password should have been written %2F; it is no less secret.
  if (at == kEnd && colon < host.size() && !is_port(host.substr(colon + 1))) at = all.rfind('@');
  if (at == kEnd) return;
  auto const later = all.substr(0, all.find('?')).rfind('@');
  if (colon < at && later != kEnd) at = std::max(at, later);
  if (colon < at) {
    secrets.push_back({address.begin + colon + 1, address.begin + at});
  } else if (is_of_web) {
    secrets.push_back({address.begin, address.begin + at});
  }
}

/// "a=1&b=2", also behind a "#".
void add_query(std::string_view text, Span query, Spans& secrets) {
  constexpr std::size_t kShortWord = 12;
  for (auto begin = query.begin; begin < query.end;) {
    auto const end = std::min(text.find_first_of("&;#?", begin), query.end);
    auto const part = text.substr(begin, end - begin);
    auto const equals = part.find('=');
    if (equals == kEnd && part.size() > kShortWord && !is_harmless(part)) {
      secrets.push_back({begin, end});
    } else if (equals != kEnd && !is_harmless(part.substr(0, equals))) {
      secrets.push_back({begin + equals + 1, end});
    }
    begin = end + 1;
  }
}

/// "…/token/abc/…"
void add_folders(std::string_view text, Span address, Spans& secrets) {
  for (auto slash = text.find('/', address.begin); slash < address.end;) {
    auto const next = std::min(text.find_first_of("/?#", slash + 1), address.end);
    if (next >= address.end || text[next] != '/') return;
    auto const end = std::min(text.find_first_of("/?#", next + 1), address.end);
    if (is_secret_key(text.substr(slash + 1, next - slash - 1))) secrets.push_back({next + 1, end});
    slash = next;
  }
}

/// "https://user:password@host/a?key=…" wherever it stands.
void add_addresses(std::string_view text, Spans& secrets) {
  for (auto at = text.find("://"); at != kEnd; at = text.find("://", at + 1)) {
    Span const address{at + 3, end_of_address(text, at + 3)};
    auto first = at;
    while (first > 0 && is_ascii_letter_or_digit(text[first - 1])) --first;
    auto const scheme = ascii_lower_case(text.substr(first, at - first));
    bool const is_of_web = scheme.starts_with("http") || scheme.starts_with("ftp");
    add_user_part(text, address, is_of_web, secrets);
    add_folders(text, address, secrets);
    auto const query = text.find_first_of("?#", address.begin);
    if (query < address.end) add_query(text, {query + 1, address.end}, secrets);
  }
  // "/vsicurl?header.Authorization=…&url=…"
  constexpr std::string_view kCurl = "/vsicurl?";
  for (auto at = text.find(kCurl); at != kEnd; at = text.find(kCurl, at + 1))
    add_query(text, {at + kCurl.size(), end_of_address(text, at)}, secrets);
}

/// "user:password@host" without anything before.
void add_bare_users(std::string_view text, Spans& secrets) {
  for (auto at = text.find('@'); at != kEnd; at = text.find('@', at + 1)) {
    auto begin = at;
    while (begin > 0 && !is_blank(text[begin - 1]) && text[begin - 1] != '"') --begin;
    if (text.substr(begin, at - begin).find("://") != kEnd) continue;
    auto const equals = text.substr(begin, at - begin).rfind('=');
    if (equals != kEnd) begin += equals + 1;
    auto const word = text.substr(begin, at - begin);
    // "WFS:user:password@host": the last name before the password is the user.
    auto const colon = word.rfind(':');
    bool const is_oracle =
        ascii_lower_case(word).starts_with("oci:") || ascii_lower_case(word).starts_with("geor");
    if (!is_oracle && colon != kEnd && colon + 1 < word.size())
      secrets.push_back({begin + colon + 1, at});
  }
}

/// Where a value ends depends on whose connection it is of.
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
        found != kEnd && (found == 0 || !is_ascii_letter_or_digit(before[found - 1]));
    if (is_word && found >= last) {
      kind = its;
      last = found;
    }
  }
  return kind;
}

/// Whether what is called so stands in an address, whose parts end at marks of their own.
bool is_in_address(std::string_view text, std::size_t key) {
  auto first = key;
  while (first > 0 && !is_blank(text[first - 1])) --first;
  auto const before = text.substr(first, key - first);
  return before.find("://") != kEnd || before.find("/vsicurl?") != kEnd;
}

/// Behind a quotation mark or brace at `from`; to the end if it is never closed.
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

/// Of a value with blanks in it that should have been quoted: before the next "key=", or the end.
std::size_t end_before_next_key(std::string_view text, std::size_t from) {
  for (auto at = from; at < text.size(); ++at) {
    if (!is_blank(text[at])) continue;
    auto key = at + 1;
    while (key < text.size() && is_of_key(text[key])) ++key;
    auto equals = key;
    while (equals < text.size() && is_blank(text[equals])) ++equals;
    if (key > at + 1 && equals < text.size() && text[equals] == '=') return at;
  }
  return text.size();
}

std::size_t end_of_value(std::string_view text, std::size_t from, Kind kind) {
  if (from < text.size() && (text[from] == '\'' || text[from] == '"' || text[from] == '{'))
    return end_of_quoted(text, from);
  auto const up_to = [&](std::string_view marks) {
    return std::min(text.find_first_of(marks, from), text.size());
  };
  if (kind == Kind::Semicolons) return up_to(";\n");
  if (kind == Kind::Commas) return up_to(",\n");
  // Not a message that quotes a connection, but the connection.
  bool const is_connection = ascii_lower_case(text.substr(0, 4)).starts_with("pg");
  if (kind == Kind::Postgres && is_connection) return end_before_next_key(text, from);
  auto end = from;
  while (end < text.size() && !is_blank(text[end])) end += text[end] == '\\' ? 2 : 1;
  return std::min(end, text.size());
}

/// "password=…", "PWD = …", "Authorization: Bearer …", "\"token\": \"…\"".
void add_values(std::string_view text, Spans& secrets) {
  for (std::size_t begin = 0; begin < text.size();) {
    if (!is_of_key(text[begin])) {
      ++begin;
      continue;
    }
    auto end = begin;
    while (end < text.size() && is_of_key(text[end])) ++end;
    auto const key = text.substr(begin, end - begin);
    begin = end;
    if (!is_secret_key(key)) continue;
    bool const is_quoted = end < text.size() && (text[end] == '"' || text[end] == '\'');
    auto sign = is_quoted ? end + 1 : end;
    while (sign < text.size() && is_blank(text[sign])) ++sign;
    if (sign >= text.size()) return;
    auto const name = plain(key);
    bool const is_header = name.find("authorization") != kEnd || name.find("apikey") != kEnd;
    if (text[sign] != '=' && !(text[sign] == ':' && (is_quoted || is_header))) continue;
    auto value = sign + 1;
    while (value < text.size() && is_blank(text[value]) && text[value] != '\n') ++value;
    auto value_end = is_in_address(text, end)
                         ? std::min(text.find_first_of("&;#?", value), end_of_address(text, value))
                         : end_of_value(text, value, kind_before(text, end));
    if (text[sign] == ':' && name.find("authorization") != kEnd)
      value_end = std::min(text.find_first_of("\r\n", value), text.size());
    secrets.push_back({value, value_end});
    begin = std::max(begin, value_end);
  }
}

/// "OCI:user/password@service", "georaster:user,password,service".
void add_oracle(std::string_view text, Spans& secrets) {
  auto const lowered = ascii_lower_case(text);
  for (std::string_view const word : {"oci:", "georaster:", "geor:"}) {
    auto const found = lowered.find(word);
    if (found == kEnd || (found > 0 && is_ascii_letter_or_digit(text[found - 1]))) continue;
    auto const mark = text.find_first_of("/,", found + word.size());
    if (mark == kEnd) continue;
    auto const end = std::min(text.find_first_of("@, \n", mark + 1), text.size());
    secrets.push_back({mark + 1, end});
  }
}

/// In order and apart from one another; none of what is masked already.
Spans secrets_in(std::string_view text) {
  Spans found;
  add_addresses(text, found);
  add_bare_users(text, found);
  add_values(text, found);
  add_oracle(text, found);
  std::erase_if(found, [&](Span const& span) {
    return span.begin >= span.end || text.substr(span.begin).starts_with(kMask);
  });
  std::ranges::sort(found, {}, &Span::begin);
  Spans apart;
  for (auto const& span : found) {
    if (!apart.empty() && span.begin <= apart.back().end) {
      apart.back().end = std::max(apart.back().end, span.end);
    } else {
      apart.push_back(span);
    }
  }
  return apart;
}

int hex_digit(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  auto const found = kDigits.find(ascii_lower_case({&c, 1}));
  return found == kEnd ? -1 : static_cast<int>(found);
}

/// "a%20b" is "a b".
std::string decoded(std::string_view text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const is_code = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                         hex_digit(text[i + 2]) >= 0;
    letters +=
        is_code ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])) : text[i];
    if (is_code) i += 2;
  }
  return letters;
}

/// Every secret of an address as it is written, decoded, and word by word without quotation marks;
/// the longest first.
std::vector<std::string> secret_words(std::string_view address) {
  std::vector<std::string> words;
  for (auto const& [begin, end] : secrets_in(address)) {
    auto const written = address.substr(begin, end - begin);
    for (auto const& form : {std::string{written}, decoded(written)}) {
      words.push_back(form);
      std::string word;
      for (char const c : form + ' ') {
        bool const ends = is_blank(c) || c == '\'' || c == '"' || c == '{' || c == '}';
        if (ends && !word.empty()) words.push_back(std::exchange(word, {}));
        if (!ends) word += c;
      }
    }
  }
  std::ranges::sort(words, std::ranges::greater{}, &std::string::size);
  return words;
}

/// A short word only where it stands alone: "a" is in every sentence.
void mask_word(std::string& text, std::string const& word) {
  constexpr std::size_t kTelling = 4;
  for (auto at = text.find(word); at != kEnd; at = text.find(word, at)) {
    auto const end = at + word.size();
    bool const is_alone = (at == 0 || !is_ascii_letter_or_digit(text[at - 1])) &&
                          (end == text.size() || !is_ascii_letter_or_digit(text[end]));
    if (word.size() >= kTelling || is_alone) {
      text.replace(at, word.size(), kMask);
      at += kMask.size();
    } else {
      at = end;
    }
  }
}

}  // namespace

std::string masked(std::string_view text) {
  std::string safe;
  std::size_t done = 0;
  for (auto const& [begin, end] : secrets_in(text)) {
    safe += text.substr(done, begin - done);
    safe += kMask;
    done = end;
  }
  safe += text.substr(done);
  return safe;
}

std::string masked(std::string_view text, std::string_view address) {
  auto safe = masked(text);
  for (auto const& word : secret_words(address)) mask_word(safe, word);
  return safe;
}

}  // namespace gapmap
