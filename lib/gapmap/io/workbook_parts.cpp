#include "gapmap/io/workbook_parts.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <expat.h>

#include <array>
#include <memory>
#include <string_view>

#include "gapmap/io/gdal_library.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

void expect_sound_parts(std::string const& path) {
  QuietGdal const quiet;
  auto const archive = "/vsizip/{" + path + "}";
  std::unique_ptr<char*, void (*)(char**)> const parts{VSIReadDirRecursive(archive.c_str()),
                                                       CSLDestroy};
  auto const is_sound = [&](std::string const& part) {
    std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> const file{
        VSIFOpenL((archive + "/" + part).c_str(), "rb"), VSIFCloseL};
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> const parser{XML_ParserCreate(nullptr),
                                                                         XML_ParserFree};
    std::array<char, 1U << 16U> block{};
    for (bool is_last = false; file && !is_last;) {
      auto const size = VSIFReadL(block.data(), 1, block.size(), file.get());
      is_last = size < block.size();
      if (XML_Parse(parser.get(), block.data(), static_cast<int>(size), is_last ? 1 : 0) !=
          XML_STATUS_OK)
        return false;
    }
    return file != nullptr;
  };
  for (char** part = parts.get(); part != nullptr && *part != nullptr; ++part) {
    std::string_view const name{*part};
    bool const is_xml = name.ends_with(".xml") || name.ends_with(".rels");
    if (is_xml && !is_sound(*part)) {
      throw InputError{{path}, "cannot be written", "check the disk, and that of temporary files"};
    }
  }
}

}  // namespace gapmap::io
