#include "gapmap/io/source.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>

#include "gapmap/units/error.h"

namespace gapmap::io {

Source parse_source(std::string_view text) {
  std::string const whole{text};
  auto const colon = whole.rfind(':');
  std::error_code ignored;
  if (colon == std::string::npos || std::filesystem::exists(whole, ignored)) return {.path = whole};
  auto const before = whole.substr(0, colon);
  auto const after = whole.substr(colon + 1);
  bool const is_layer =
      !after.empty() && after.find('/') == std::string::npos &&
      (std::filesystem::exists(before, ignored) || before.find(':') != std::string::npos ||
       before.find('.') != std::string::npos);
  if (!is_layer) return {.path = whole};
  return {.path = before, .layer = after};
}

void refuse_pipe(std::string const& path) {
  std::error_code ignored;
  auto const status = std::filesystem::status(path, ignored);
  if (!std::filesystem::is_other(status)) return;
  throw InputError{{path},
                   "is a pipe or a device, and inputs are read more than once",
                   "write it into a file and give that"};
}

void check_source(Source const& source) {
  // "PG:…", "WFS:…" and "/vsizip/…" are GDAL's own names; "C:\\…" is a file.
  auto const colon = source.path.find(':');
  bool const is_file =
      !source.path.starts_with("/vsi") && (colon == std::string::npos || colon == 1);
  std::error_code ignored;
  if (is_file && !std::filesystem::exists(source.path, ignored)) {
    throw InputError{{source.path}, "there is no such file", "check the path"};
  }
  if (is_file) refuse_pipe(source.path);
}

namespace {

/// SHA-256 of what is fed to it.
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
  std::ifstream file{path, std::ios::binary};
  if (!file) throw InputError{{path}, "cannot be read", "check the path and its permissions"};
  Digest digest;
  std::vector<char> block(std::size_t{1} << 20U);
  std::uintmax_t bytes = 0;
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())), file.gcount() > 0) {
    digest.feed({block.data(), static_cast<std::size_t>(file.gcount())});
    bytes += static_cast<std::uintmax_t>(file.gcount());
  }
  return {path, bytes, digest.hex()};
}

}  // namespace gapmap::io
