#include "gapmap/io/detail/workbook_parts.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <expat.h>

#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

namespace {

/// Counts the elements of a part.
class Elements {
 public:
  Elements() {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), begin, end);
  }

  [[nodiscard]] bool read(std::string_view block, bool is_last) {
    return XML_Parse(parser_.get(), block.data(), static_cast<int>(block.size()),
                     is_last ? 1 : 0) == XML_STATUS_OK &&
           are_all_there_;
  }
  [[nodiscard]] std::size_t count(std::string const& name) const {
    auto const found = counts_.find(name);
    return found == counts_.end() ? 0 : found->second;
  }

 private:
  struct Open {
    std::optional<std::size_t> announced;  ///< number of children according to the element
    std::size_t children = 0;
  };

  static void begin(void* self, char const* name, char const** attributes) {
    auto& all = *static_cast<Elements*>(self);
    ++all.counts_[name];
    if (!all.open_.empty()) ++all.open_.back().children;
    // Texts shared by several cells are counted once.
    std::string_view const announces = std::string_view{name} == "sst" ? "uniqueCount" : "count";
    Open opened;
    for (auto const** at = attributes; *at != nullptr; at += 2) {
      if (*at == announces) opened.announced = std::strtoul(at[1], nullptr, 10);
    }
    all.open_.push_back(opened);
  }
  static void end(void* self, char const* /*name*/) {
    auto& all = *static_cast<Elements*>(self);
    auto const& last = all.open_.back();
    if (last.announced.value_or(last.children) != last.children) all.are_all_there_ = false;
    all.open_.pop_back();
  }

  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_{XML_ParserCreate(nullptr),
                                                                  XML_ParserFree};
  std::map<std::string, std::size_t> counts_;
  std::vector<Open> open_;
  bool are_all_there_ = true;
};

bool is_read(std::string const& part, Elements& elements) {
  std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> const file{VSIFOpenL(part.c_str(), "rb"),
                                                           VSIFCloseL};
  std::array<char, 1U << 16U> block{};
  for (bool is_last = false; file && !is_last;) {
    auto const size = VSIFReadL(block.data(), 1, block.size(), file.get());
    is_last = size < block.size();
    if (!elements.read({block.data(), size}, is_last)) return false;
  }
  return file != nullptr;
}

}  // namespace

void expect_sound_parts(std::string const& path, std::span<std::size_t const> cells) {
  QuietGdal const quiet;
  auto const archive = "/vsizip/{" + path + "}";
  std::unique_ptr<char*, void (*)(char**)> const parts{VSIReadDirRecursive(archive.c_str()),
                                                       CSLDestroy};
  std::size_t sheets = 0;
  std::size_t of_content = 0;
  std::size_t announced = 0;
  auto const is_sound = [&](std::string const& part) {
    Elements elements;
    if (!is_read(archive + "/" + part, elements)) return false;
    if (part.ends_with(".rels")) return true;
    if (part == "[Content_Types].xml") {
      announced = elements.count("Override");
      return true;
    }
    ++of_content;
    constexpr std::string_view kSheet = "xl/worksheets/sheet";
    if (!part.starts_with(kSheet)) return true;
    ++sheets;
    auto const number = std::strtoul(part.c_str() + kSheet.size(), nullptr, 10);
    return number >= 1 && number <= cells.size() && elements.count("c") == cells[number - 1];
  };
  bool are_sound = true;
  for (char** part = parts.get(); part != nullptr && *part != nullptr; ++part) {
    std::string_view const name{*part};
    bool const is_xml = name.ends_with(".xml") || name.ends_with(".rels");
    are_sound = are_sound && (!is_xml || is_sound(*part));
  }
  if (are_sound && sheets == cells.size() && announced == of_content) return;
  throw InputError{{path}, "cannot be written", "check the disk, and that of temporary files"};
}

}  // namespace gapmap::io
