#include "gapmap/io/detail/building_register.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

#include "gapmap/io/archive.h"
#include "gapmap/io/detail/address_rows.h"
#include "gapmap/io/detail/field_names.h"
#include "gapmap/io/detail/text_encoding.h"
#include "gapmap/io/detail/text_sheet.h"
#include "gapmap/io/file_stamp.h"
#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/schemas.h"
#include "gapmap/units/ascii.h"
#include "gapmap/units/blanks.h"

namespace gapmap::io {
namespace {

enum RegisterColumn : std::uint8_t {
  kBuilding,
  kMunicipalityCode,
  kRegion,
  kUse,
  kNorth,
  kEast,
  kWhichAddress,
  kFinnishStreet,
  kSwedishStreet,
  kNumber,
  kPostalCode,
  kRegisterColumns
};

using RegisterCells = std::array<std::string_view, kRegisterColumns>;

/// Takes the first line off the text, without the mark at its end.
std::string_view take_register_line(std::string_view& text) {
  auto const end = std::min(text.find('\n'), text.size());
  auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Returns the first cells of a line, without blanks and quotation marks around them; missing ones
/// are empty.
RegisterCells register_cells(std::string_view line) {
  RegisterCells cells;
  for (auto& cell : cells) {
    auto const end = std::min(line.find(';'), line.size());
    cell = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '"')) cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '"')) cell.remove_suffix(1);
  }
  return cells;
}

bool is_digit_code(std::string_view text, std::size_t fewest, std::size_t most) {
  return text.size() >= fewest && text.size() <= most && std::ranges::all_of(text, is_ascii_digit);
}

std::optional<double> register_number(std::string_view text) {
  double number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const is_whole = error == std::errc{} && end == text.data() + text.size();
  return is_whole ? std::optional{number} : std::nullopt;
}

bool is_register_row(RegisterCells const& cells) {
  auto const north = register_number(cells[kNorth]);
  auto const east = register_number(cells[kEast]);
  constexpr std::size_t kPostalDigits = 5;
  return is_digit_code(cells[kMunicipalityCode], 1, 3) && is_digit_code(cells[kUse], 1, 1) &&
         north && east && epsg_by_value({*east, *north}) == 3067 &&
         is_digit_code(cells[kPostalCode], kPostalDigits, kPostalDigits);
}

/// Whether a line names the columns as the register orders them.
bool is_register_header(RegisterCells const& cells) {
  auto const schema = address_schemas().front();
  auto const names = [&](Role role, std::string_view cell) {
    auto const known = std::ranges::find(schema.fields, role, &KnownField::role);
    auto const plain = plain_field_name(cell);
    return std::ranges::any_of(known->names,
                               [&](auto name) { return plain_field_name(name) == plain; });
  };
  return names(Role::Street, cells[kFinnishStreet]) && names(Role::HouseNumber, cells[kNumber]) &&
         names(Role::PostalCode, cells[kPostalCode]);
}

std::string register_text(std::string_view cell, bool is_windows) {
  return is_windows ? from_windows_1252(cell) : std::string{cell};
}

/// Lines that are looked at to tell the register from other text; a first building may lack its
/// address.
constexpr std::size_t kLooked = 20;

/// Returns the number of lines above the rows, 0 or 1; nothing if the text is no register.
std::optional<std::size_t> lines_above(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  auto const first = register_cells(take_register_line(text));
  bool const has_header = is_register_header(first);
  std::size_t rows = is_register_row(first) ? 1 : 0;
  std::size_t looked = has_header ? 0 : 1;
  for (; looked < kLooked && !text.empty(); ++looked) {
    if (is_register_row(register_cells(take_register_line(text)))) ++rows;
  }
  if (rows * 2 <= looked) return std::nullopt;
  return has_header ? 1U : 0U;
}

}  // namespace

bool is_building_register(std::string const& path) {
  auto const name = unpacked_name(path);
  if (!is_delimited_text(name)) return false;
  constexpr std::size_t kEnough = 16'384;
  std::string beginning(kEnough, '\0');
  if (name.starts_with("/vsi")) {
    beginning = std::string{text_bytes(name).bytes.substr(0, kEnough)};
  } else {
    std::ifstream file{name, std::ios::binary};
    file.read(beginning.data(), static_cast<std::streamsize>(kEnough));
    beginning.resize(static_cast<std::size_t>(file.gcount()));
  }
  // The last line may be cut off.
  if (beginning.size() == kEnough) beginning.resize(beginning.rfind('\n') + 1);
  return lines_above(beginning).has_value();
}

ImportReport read_building_register(Source const& source, WorkingFrame const& frame,
                                    MunicipalityKeys const& keys, AddressIndex& index) {
  auto const name = unpacked_name(source.path);
  WatchedFiles watched{file_of(source.path)};
  ImportReport report{.source = source};
  report.recognised = "register of buildings and their addresses";
  report.files = watched.fingerprints({file_of(source.path)});
  auto const file = text_bytes(name);
  auto text = file.bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (lines_above(text).value_or(0) > 0) take_register_line(text);
  bool const is_windows = encoding_of(file.bytes) == TextEncoding::Windows1252;
  auto const crs = source.crs.empty() ? Crs::tm35fin() : Crs::from_text(source.crs);
  report.crs = crs.label() + (source.crs.empty() ? " (by its fields)" : "");
  Placing placing{crs, frame, {source.path}, "addresses-crs"};
  AddressRows rows{index, placing, report};
  MunicipalityNumbers municipalities{keys, index};
  constexpr std::size_t kBytesOfRow = 110;
  index.reserve(index.size() + text.size() / kBytesOfRow);
  while (!text.empty()) {
    auto const line = take_register_line(text);
    if (line.empty()) continue;
    ++report.rows;
    auto const cells = register_cells(line);
    auto const north = register_number(cells[kNorth]);
    auto const east = register_number(cells[kEast]);
    if (!north || !east) {
      static constexpr RemarkText kNone{"no coordinates"};
      static constexpr RemarkText kNoNumbers{"coordinates are not numbers"};
      report.count(cells[kNorth].empty() || cells[kEast].empty() ? kNone : kNoNumbers,
                   std::to_string(report.rows));
      continue;
    }
    rows.take({.row = std::to_string(report.rows),
               .street = register_text(cells[kFinnishStreet], is_windows),
               .other_street = register_text(cells[kSwedishStreet], is_windows),
               .house = places::parse_house_number(cells[kNumber]),
               .postal_code = places::parse_postal_code(cells[kPostalCode]),
               .municipality = municipalities.of(cells[kMunicipalityCode]),
               .point = {*east, *north},
               .is_minor = cells[kUse] == "2"});
  }
  rows.finish();
  placing.finish(report.rows_used, {source.path});
  watched.refuse_changes();
  return report;
}

}  // namespace gapmap::io
