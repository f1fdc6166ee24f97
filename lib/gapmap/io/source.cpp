#include "gapmap/io/source.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>

#include "gapmap/io/archive.h"
#include "gapmap/io/file_stamp.h"
#include "gapmap/io/remote.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {

namespace {

constexpr auto kNowhere = std::string_view::npos;

/// Removes the quotation marks of a shell around a copied name; others stay.
std::string unquoted(std::string text) {
  bool const is_quoted = text.size() > 2 && text.front() == '\'' && text.back() == '\'';
  if (!is_quoted) return text;
  text = text.substr(1, text.size() - 2);
  constexpr std::string_view kQuote{"'\\''"};
  for (auto at = text.find(kQuote); at != std::string::npos; at = text.find(kQuote, at + 1))
    text.replace(at, kQuote.size(), "'");
  return text;
}

/// Returns the colon before the layer's name such that the longest text before it exists,
/// preferring files to folders. Names of layers may contain colons and slashes.
std::size_t colon_after_existing(std::string const& text) {
  for (bool const is_folder : {false, true}) {
    for (auto colon = text.rfind(':'); colon != std::string::npos && colon > 0;
         colon = text.rfind(':', colon - 1)) {
      std::error_code ignored;
      auto const before = std::filesystem::status(text.substr(0, colon), ignored);
      if (std::filesystem::exists(before) && std::filesystem::is_directory(before) == is_folder)
        return colon;
    }
  }
  return kNowhere;
}

/// Whether the text is a port as after the name of a host, "443/…".
bool is_port(std::string_view text) {
  auto const end = text.find_first_not_of("0123456789");
  return end != 0 && end != kNowhere && text[end] == '/';
}

/// Whether the text up to `colon` ends in the host of an address ("https://user:…") or its query.
bool is_in_address(std::string_view text, std::size_t colon) {
  auto const before = text.substr(0, colon);
  auto const scheme = before.rfind("://");
  return scheme != kNowhere &&
         (before.find('/', scheme + 3) == kNowhere || before.find('?', scheme + 3) != kNowhere);
}

/// Returns the colon after what looks like a file name, "nosuch.gpkg" or
/// "/vsicurl/https://host:443/x.gpkg".
std::size_t colon_after_file_name(std::string_view text) {
  for (auto colon = text.find(':'); colon != kNowhere; colon = text.find(':', colon + 1)) {
    auto const name = text.substr(0, colon).substr(text.substr(0, colon).rfind('/') + 1);
    bool const is_file = name.find('.', 1) != kNowhere && !is_port(text.substr(colon + 1));
    if (is_file && !is_in_address(text, colon)) return colon;
  }
  return kNowhere;
}

/// Returns the colon before the layer of a database, "PG:dbname=gis", which is one more than its
/// own. Addresses of services contain ports and names of layers, and say themselves what they
/// request.
std::size_t colon_of_connection(std::string_view text) {
  auto const last = text.rfind(':');
  bool const is_address = text.find("://") != kNowhere;
  bool const is_of_a_value = text.find_first_of("= ", last) != kNowhere ||
                             std::ranges::count(text.substr(0, last), '\'') % 2 == 1;
  if (is_address || last == text.find(':') || is_port(text.substr(last + 1)) || is_of_a_value)
    return kNowhere;
  return last;
}

/// Whether the text begins like a connection, "PG" or "WFS": letters and digits without a dot
/// before the first colon.
bool is_connection(std::string_view text) {
  auto const kind = text.substr(0, text.find(':'));
  return kind.size() >= 2 && kind.size() < text.size() &&
         kind.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") == kNowhere;
}

}  // namespace

Source parse_source(std::string_view text) {
  std::string whole{text};
  std::error_code ignored;
  if (std::filesystem::exists(whole, ignored)) return {.path = whole};
  auto colon = colon_after_existing(whole);
  if (colon == kNowhere) {
    whole = unquoted(std::move(whole));
    if (whole.size() < text.size()) return parse_source(whole);
    colon = is_connection(whole) ? colon_of_connection(whole) : colon_after_file_name(whole);
  }
  if (colon == kNowhere || colon + 1 == whole.size()) return {.path = whole};
  return {.path = whole.substr(0, colon), .layer = whole.substr(colon + 1)};
}

void refuse_pipe(std::string const& path) {
  if (!is_pipe(path)) return;
  throw InputError{{path},
                   "is a pipe or a device, and inputs are read more than once",
                   "write it into a file and give that"};
}

void check_source(Source const& source) {
  check_remote(source.path);
  // "PG:…", "WFS:…" and "/vsizip/…" are GDAL's own names; "C:\\…" is a file.
  auto const colon = source.path.find(':');
  std::error_code ignored;
  bool const is_file =
      !source.path.starts_with("/vsi") &&
      (colon == std::string::npos || colon == 1 || std::filesystem::exists(source.path, ignored));
  if (is_file && !std::filesystem::exists(source.path, ignored) && !find_archive(source.path)) {
    throw InputError{{source.path}, "there is no such file", "check the path"};
  }
  if (is_file) refuse_pipe(source.path);
}

namespace {

/// Computes the SHA-256 of the bytes it is given.
class Digest {
 public:
  Digest() { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }
  void feed(std::string_view bytes) {
    EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
  }
  [[nodiscard]] std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context_.get(), sum.data(), &size);
    std::string hex;
    for (unsigned i = 0; i < size; ++i) hex += fmt::format("{:02x}", sum[i]);
    return hex;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

}  // namespace

std::string sha256(std::string_view bytes) {
  Digest digest;
  digest.feed(bytes);
  return digest.hex();
}

InputFile fingerprint(std::string const& path) {
  refuse_pipe(path);
  std::ifstream file{path, std::ios::binary};
  if (!file) throw InputError{{path}, "cannot be read", "check the path and its permissions"};
  Digest digest;
  std::vector<char> block(std::size_t{1} << 20U);
  std::uintmax_t bytes = 0;
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())), file.gcount() > 0) {
    stop_if_asked();
    digest.feed({block.data(), static_cast<std::size_t>(file.gcount())});
    bytes += static_cast<std::uintmax_t>(file.gcount());
  }
  return {path, bytes, digest.hex()};
}

}  // namespace gapmap::io
