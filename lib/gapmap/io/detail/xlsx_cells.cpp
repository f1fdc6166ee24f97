#include "gapmap/io/detail/xlsx_cells.h"

#include <cpl_vsi.h>
#include <expat.h>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string_view>

#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

using Attributes = std::map<std::string, std::string>;

/// Returns a name without its namespace prefix, which files choose freely: "x:row" is a row.
std::string_view local_name(std::string_view name) {
  auto const colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// What to do with a part while it is read.
struct Listener {
  std::function<void(std::string_view, Attributes const&)> begins = {};
  std::function<void(std::string_view)> ends = [](std::string_view) {};
  std::function<void(std::string_view)> text = [](std::string_view) {};
};

/// Returns false if the workbook has no such part or it is not XML.
bool read_part(std::string const& workbook, std::string const& part, Listener& listener) {
  auto const name = "/vsizip/{" + workbook + "}/" + part;
  std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> const file{VSIFOpenL(name.c_str(), "rb"),
                                                           VSIFCloseL};
  if (!file) return false;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> const parser{XML_ParserCreate(nullptr),
                                                                       XML_ParserFree};
  XML_SetUserData(parser.get(), &listener);
  XML_SetElementHandler(
      parser.get(),
      [](void* data, char const* element, char const** pairs) {
        Attributes attributes;
        for (; *pairs != nullptr; pairs += 2) attributes.emplace(local_name(pairs[0]), pairs[1]);
        static_cast<Listener*>(data)->begins(local_name(element), attributes);
      },
      [](void* data, char const* element) {
        static_cast<Listener*>(data)->ends(local_name(element));
      });
  XML_SetCharacterDataHandler(parser.get(), [](void* data, char const* text, int size) {
    static_cast<Listener*>(data)->text({text, static_cast<std::size_t>(size)});
  });
  std::array<char, 1U << 16U> block{};
  for (;;) {
    stop_if_asked();
    auto const size = VSIFReadL(block.data(), 1, block.size(), file.get());
    bool const is_last = size < block.size();
    if (XML_Parse(parser.get(), block.data(), static_cast<int>(size), is_last ? 1 : 0) !=
        XML_STATUS_OK)
      return false;
    if (is_last) return true;
  }
}

/// Returns the part with the sheet of this name; empty if there is none.
std::string part_of(std::string const& workbook, std::string const& sheet) {
  std::string id;
  std::string part;
  Listener sheets{.begins = [&](std::string_view element, Attributes const& attributes) {
    auto const name = attributes.find("name");
    auto const found = attributes.find("id");
    if (element == "sheet" && name != attributes.end() && name->second == sheet &&
        found != attributes.end())
      id = found->second;
  }};
  Listener links{.begins = [&](std::string_view element, Attributes const& attributes) {
    auto const its = attributes.find("Id");
    auto const target = attributes.find("Target");
    if (element == "Relationship" && its != attributes.end() && its->second == id &&
        target != attributes.end())
      part = target->second;
  }};
  if (!read_part(workbook, "xl/workbook.xml", sheets) || id.empty()) return {};
  if (!read_part(workbook, "xl/_rels/workbook.xml.rels", links) || part.empty()) return {};
  return part.front() == '/' ? part.substr(1) : "xl/" + part;
}

/// Returns (12, 27) for "AB12".
std::optional<std::pair<std::size_t, std::size_t>> place_of(std::string const& reference) {
  constexpr std::size_t kMostRows = 1048576;
  constexpr std::size_t kMostColumns = 16384;
  std::size_t column = 0;
  std::size_t row = 0;
  for (char const c : reference) {
    if (c >= 'A' && c <= 'Z' && row == 0) {
      column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    } else if (c >= '0' && c <= '9') {
      row = row * 10 + static_cast<std::size_t>(c - '0');
    } else {
      return std::nullopt;
    }
    if (row > kMostRows || column > kMostColumns) return std::nullopt;
  }
  if (row == 0 || column == 0) return std::nullopt;
  return std::pair{row, column - 1};
}

/// Returns the kind of a cell; `type` is as in the file, "n" for numbers.
CellKind kind_of(std::string_view type, bool has_formula, bool has_value) {
  // Formulas of text may have no value.
  if (!has_value) return has_formula && type == "n" ? CellKind::NeverComputed : CellKind::Text;
  return type == "n" ? CellKind::Number : type == "b" ? CellKind::Truth : CellKind::Text;
}

}  // namespace

void XlsxCells::add(std::size_t row, std::size_t column, CellKind kind) {
  if (kind == CellKind::Text) return;
  if (kinds_.size() <= row) kinds_.resize(row + 1);
  if (kinds_[row].size() <= column) kinds_[row].resize(column + 1);
  kinds_[row][column] = kind;
}

std::optional<XlsxCells> XlsxCells::read(std::string const& path, std::string const& sheet) {
  auto const part = part_of(path, sheet);
  if (part.empty()) return std::nullopt;
  XlsxCells cells;
  std::size_t row = 0;
  std::size_t column = 0;  // after the last cell
  std::string kind;
  bool has_formula = false;
  bool is_value = false;
  bool has_value = false;
  Listener listener{
      .begins =
          [&](std::string_view element, Attributes const& attributes) {
            if (element == "row") {
              ++row;
              column = 0;
              if (auto const r = attributes.find("r"); r != attributes.end()) {
                if (auto const place = place_of("A" + r->second)) row = place->first;
              }
            } else if (element == "c") {
              auto const t = attributes.find("t");
              kind = t == attributes.end() ? "n" : t->second;
              if (auto const r = attributes.find("r"); r != attributes.end()) {
                if (auto const place = place_of(r->second)) std::tie(row, column) = *place;
              }
              has_formula = has_value = false;
            } else if (element == "f") {
              has_formula = true;
            } else if (element == "v") {
              is_value = true;
            }
          },
      .ends =
          [&](std::string_view element) {
            if (element == "v") is_value = false;
            if (element != "c") return;
            cells.add(row, column, kind_of(kind, has_formula, has_value));
            ++column;
          },
      .text = [&](std::string_view text) { has_value = has_value || (is_value && !text.empty()); }};
  if (!read_part(path, part, listener)) return std::nullopt;
  return cells;
}

}  // namespace gapmap::io
