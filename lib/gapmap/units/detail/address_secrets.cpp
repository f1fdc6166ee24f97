#include "gapmap/units/detail/address_secrets.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "gapmap/units/ascii.h"

namespace gapmap {
namespace {

constexpr auto kEnd = std::string_view::npos;

/// Whether `key` is a plainly harmless parameter of map and feature services; any other parameter
/// of a query may be a key under another name.
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

/// Whether the quotation mark at `at` ends what is quoted, rather than standing in a password.
bool is_closing(std::string_view text, std::size_t at) {
  constexpr std::string_view kGoesOn = "@/&=%._-";
  if (at + 1 == text.size()) return true;
  char const next = text[at + 1];
  return !is_ascii_letter_or_digit(next) && kGoesOn.find(next) == kEnd;
}

/// Whether the whole text is an address ("https://…", "WFS:https://…", "/vsicurl/…") rather than a
/// text that quotes one; marks and blanks in a password then do not end it.
bool is_address(std::string_view text) {
  auto const scheme = text.find("://");
  return text.starts_with("/vsi") ||
         (scheme != kEnd && std::ranges::all_of(text.substr(0, scheme), [](char c) {
            return is_of_key(c) || c == ':' || c == '+' || c == '/';
          }));
}

/// Adds the secret part of "user:password@host/…", where `address` runs from behind the "//" to its
/// end. In databases a lone name before the @ is a user. On the web it is a token, and so is a name
/// that is long or has hardly a password after it.
void add_user_part(std::string_view text, Span address, bool is_of_web, Spans& secrets) {
  constexpr std::size_t kLongestUser = 12;
  auto const all = text.substr(address.begin, address.end - address.begin);
  auto const host = all.substr(0, all.find_first_of("/?#"));
  auto const colon = all.find(':');
  // A slash in the password should have been written %2F but is no less secret. What looks like a
  // port may be the beginning of a password.
  auto at = host.rfind('@');
  if (at == kEnd && colon < host.size()) at = all.rfind('@');
  if (at == kEnd) return;
  auto later = at;
  auto const before_query = all.substr(0, all.find('?')).rfind('@');
  if (colon < at && before_query != kEnd) later = std::max(at, before_query);
  auto const password = colon < later ? all.substr(colon + 1, later - colon - 1) : all.substr(0, 0);
  bool const is_token = password.size() < 2 || password.starts_with("x-") || colon > kLongestUser;
  if (is_of_web && (colon > later || is_token)) {
    secrets.push_back({address.begin, address.begin + later});
  } else if (colon < later) {
    secrets.push_back({address.begin + colon + 1, address.begin + later});
  }
}

/// Whether another value follows within `value`, perhaps encoded: "a%26token%3Db".
bool has_more(std::string_view value) {
  constexpr std::array<std::string_view, 5> kSigns{"=", "%3d", "%26", "%3f", "key:"};
  auto const lowered = ascii_lower_case(value);
  return std::ranges::any_of(kSigns,
                             [&](auto sign) { return lowered.find(sign) != std::string::npos; });
}

/// Adds secrets of a query "a=1&b=2", also behind a "#".
void add_query(std::string_view text, Span query, Spans& secrets) {
  for (auto begin = query.begin; begin < query.end;) {
    auto const end = std::min(text.find_first_of("&;#?", begin), query.end);
    auto const part = text.substr(begin, end - begin);
    auto const equals = part.find('=');
    bool const is_known = is_harmless(part.substr(0, equals));
    if (equals == kEnd && !is_known) {
      secrets.push_back({begin, end});
    } else if (equals != kEnd && (!is_known || has_more(part.substr(equals + 1)))) {
      secrets.push_back({begin + equals + 1, end});
    }
    begin = end + 1;
  }
}

/// Adds secrets of paths: "…/token/abc/…", "…/key=abc/…", "…;jsessionid=abc", and a query whose
/// signs are encoded.
void add_folders(std::string_view text, Span address, Spans& secrets) {
  auto const path_end = std::min(text.find_first_of("?#", address.begin), address.end);
  auto const path = text.substr(0, path_end);
  auto const query = ascii_lower_case(path).find("%3f", address.begin);
  if (query != std::string::npos) secrets.push_back({query + 3, path_end});
  bool is_after_key = false;
  for (auto slash = path.find_first_of("/;", address.begin); slash < path_end;) {
    auto const end = std::min(path.find_first_of("/;", slash + 1), path_end);
    auto const part = path.substr(slash + 1, end - slash - 1);
    auto const equals = part.find('=');
    if (is_after_key) {
      secrets.push_back({slash + 1, end});
    } else if (equals != kEnd && !is_harmless(part.substr(0, equals))) {
      secrets.push_back({slash + 2 + equals, end});
    }
    is_after_key =
        text[slash] == '/' && equals == kEnd && (is_secret_key(part) || plain(part) == "key");
    slash = end;
  }
}

}  // namespace

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool is_of_key(char c) { return is_ascii_letter_or_digit(c) || c == '_' || c == '-' || c == '.'; }

std::string plain(std::string_view key) {
  auto letters = ascii_lower_case(key);
  std::erase_if(letters, [](char c) { return !is_ascii_letter_or_digit(c); });
  return letters;
}

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

std::size_t end_of_address(std::string_view text, std::size_t from) {
  if (is_address(text)) return text.size();
  for (auto at = from; at < text.size(); ++at) {
    char const c = text[at];
    if (is_blank(c) || c == '"' || c == '<' || c == '>' || c == '`') return at;
    if (c == '\'' && is_closing(text, at)) return at;
  }
  return text.size();
}

void add_addresses(std::string_view text, Spans& secrets) {
  for (auto at = text.find("://"); at != kEnd; at = text.find("://", at + 1)) {
    Span const address{at + 3, end_of_address(text, at + 3)};
    auto first = at;
    while (first > 0 && is_ascii_letter_or_digit(text[first - 1])) --first;
    auto const scheme = ascii_lower_case(text.substr(first, at - first));
    bool const is_of_web = scheme.starts_with("http") || scheme.starts_with("ftp") ||
                           scheme.starts_with("sftp") || scheme.starts_with("s3");
    add_user_part(text, address, is_of_web, secrets);
    add_folders(text, address, secrets);
    auto const query = text.find_first_of("?#", address.begin);
    if (query < address.end) add_query(text, {query + 1, address.end}, secrets);
  }
  // GDAL's form "/vsicurl?header.Authorization=…&url=…" has no "://" before its parameters.
  constexpr std::string_view kCurl = "/vsicurl?";
  for (auto at = text.find(kCurl); at != kEnd; at = text.find(kCurl, at + 1))
    add_query(text, {at + kCurl.size(), end_of_address(text, at)}, secrets);
}

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

}  // namespace gapmap
