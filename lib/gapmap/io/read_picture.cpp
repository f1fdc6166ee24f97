#include "gapmap/io/read_picture.h"

#include <expat.h>
#include <fmt/format.h>
#include <openssl/evp.h>

#include <memory>
#include <string_view>

#include "gapmap/io/file_stamp.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

using namespace std::string_view_literals;

/// Whether it is valid XML with an SVG root, as browsers draw nothing else.
bool is_svg(std::string_view bytes) {
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> const parser{
      XML_ParserCreateNS(nullptr, '|'), XML_ParserFree};
  std::string root;
  XML_SetUserData(parser.get(), &root);
  XML_SetStartElementHandler(parser.get(), [](void* user, XML_Char const* name, XML_Char const**) {
    auto& first = *static_cast<std::string*>(user);
    if (first.empty()) first = name;
  });
  return XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), 1) ==
             XML_STATUS_OK &&
         root == "http://www.w3.org/2000/svg|svg";
}

/// Returns the media type; empty if pages cannot show it.
std::string_view media_type_of(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv)) return "image/png";
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return "image/jpeg";
  return is_svg(bytes) ? "image/svg+xml" : "";
}

std::string base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  auto const* const from =
      static_cast<unsigned char const*>(static_cast<void const*>(bytes.data()));
  auto* const to = static_cast<unsigned char*>(static_cast<void*>(text.data()));
  text.resize(static_cast<std::size_t>(EVP_EncodeBlock(to, from, static_cast<int>(bytes.size()))));
  return text;
}

}  // namespace

std::string read_picture(std::string const& path) {
  auto const stamp = stamp_of(path);
  if (stamp && stamp->bytes > kMostPictureBytes) {
    throw InputError{{path},
                     fmt::format("has {:.1f} MB, and every page of a report would carry them",
                                 static_cast<double>(stamp->bytes) / 1e6),
                     "save the picture smaller, under 1 MB; a few hundred pixels are enough"};
  }
  auto const bytes = bytes_of(path);
  auto const type = media_type_of(bytes);
  if (type.empty()) {
    throw InputError{{path},
                     "is no picture that pages take, whatever its name says",
                     "give a PNG, JPEG or SVG file (of SVG sound XML with its namespace)"};
  }
  return fmt::format("data:{};base64,{}", type, base64(bytes));
}

}  // namespace gapmap::io
