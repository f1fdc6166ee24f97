#include <cpl_vsi.h>
#include <fmt/format.h>
#include <zlib.h>

#include <cmath>

#include "gapmap/io/csv.h"
#include "gapmap/io/detail/delimited_text.h"
#include "gapmap/io/detail/header_row.h"
#include "gapmap/io/read_places.h"
#include "gapmap/io/read_population.h"
#include "gapmap/io/detail/text_encoding.h"
#include "gapmap/io/detail/xlsx_cells.h"
#include "gapmap/units/blanks.h"
#include "tests/fuzz/target.h"

namespace gapmap::fuzz {
namespace {

using io::DelimitedText;
using io::TextEncoding;

/// Those that no rule of quoting, trimming or splitting takes away.
std::size_t letters_in(std::string_view text, char separator) {
  std::size_t letters = 0;
  for (char const c : with_plain_spaces(text)) {
    bool const is_form =
        c == '"' || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == separator;
    if (!is_form) ++letters;
  }
  return letters;
}

/// Every letter of the text is in exactly one cell, and rows come in the order of their lines.
void delimited_text(std::string_view bytes) {
  or_refused([&] {
    DelimitedText const text{"fuzz.csv", bytes};
    std::size_t letters = 0;
    std::size_t line = 0;
    std::vector<std::vector<std::string>> first;
    std::vector<io::TextOddity> oddities;
    text.visit(
        [&](io::TextRow& row) {
          expect(row.line > line && !row.cells.empty(), "rows come in the order of their lines");
          line = row.line;
          for (auto const& cell : row.cells) {
            letters += letters_in(cell, text.separator());
            expect(io::is_utf8(cell), "cells are UTF-8");
          }
          if (first.size() < 50) first.push_back(row.cells);
          return true;
        },
        &oddities);
    if (!first.empty())
      expect(io::header_row(first, [](auto name) { return name.size() == 1; }) < first.size(),
             "a header is one of the rows");
    // A mark at the beginning, one at the end, and the line that tells the separator are no cells.
    auto rest = bytes;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    if (rest.ends_with('\x1A')) rest.remove_suffix(1);
    bool const tells = rest.substr(0, 8).find('=') != std::string_view::npos;
    if (text.encoding() == TextEncoding::Utf8 && !tells)
      expect(letters == letters_in(rest, text.separator()), "every letter is in exactly one cell");
  });
}

void text_encoding(std::string_view bytes) {
  (void)io::encoding_of(bytes);
  expect(io::is_utf8(io::from_windows_1252(bytes)), "Windows-1252 becomes UTF-8");
  for (auto const encoding : {TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian})
    expect(io::is_utf8(io::from_utf16(bytes, encoding)), "UTF-16 becomes UTF-8");
}

std::vector<std::vector<std::string>> rows_of(std::string const& path) {
  io::CsvRows csv{path};
  std::vector<std::vector<std::string>> rows;
  for (std::vector<std::string> fields; csv.next(fields);) rows.push_back(fields);
  return rows;
}

/// What is read of CSV is written and read again as it was.
void csv(std::string_view bytes) {
  or_refused([&] {
    auto const rows = rows_of(file_with("in.csv", bytes));
    std::string written;
    for (auto const& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i)
        written += (i == 0 ? "" : ",") + io::csv_field(row[i]);
      written += '\n';
    }
    expect(rows_of(file_with("out.csv", written)) == rows, "CSV comes back as it was written");
  });
}

/// As zip files have it.
std::string number(std::uint64_t value, int size) {
  std::string text;
  for (int i = 0; i < size; ++i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
  return text;
}

/// A file of a zip, not packed.
std::string stored(std::string const& name, std::string_view bytes, std::size_t offset,
                   std::string& directory) {
  auto const sum =
      crc32(0, reinterpret_cast<Bytef const*>(bytes.data()), static_cast<uInt>(bytes.size()));
  auto const about = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(sum, 4) +
                     number(bytes.size(), 4) + number(bytes.size(), 4) + number(name.size(), 2) +
                     number(0, 2);
  directory += "PK\x01\x02" + number(20, 2) + about + number(0, 2) + number(0, 2) + number(0, 2) +
               number(0, 4) + number(offset, 4) + name;
  return "PK\x03\x04" + about + name + std::string{bytes};
}

/// The bytes are the XML of a sheet; in front of a line of equals signs that of the workbook.
void xlsx_cells(std::string_view bytes) {
  constexpr std::string_view kRule = "\n=====\n";
  auto const rule = bytes.find(kRule);
  std::string const workbook{
      rule == std::string_view::npos
          ? R"(<workbook><sheets><sheet name="a" id="i"/></sheets></workbook>)"
          : bytes.substr(0, rule)};
  auto const sheet = rule == std::string_view::npos ? bytes : bytes.substr(rule + kRule.size());
  std::string zip;
  std::string directory;
  std::size_t files = 0;
  auto const add = [&](std::string const& name, std::string_view text) {
    zip += stored(name, text, zip.size(), directory);
    ++files;
  };
  add("xl/workbook.xml", workbook);
  add("xl/_rels/workbook.xml.rels",
      R"(<Relationships><Relationship Id="i" Target="s.xml"/></Relationships>)");
  add("xl/s.xml", sheet);
  auto const at = zip.size();
  zip += directory + std::string{"PK\x05\x06\0\0\0\0", 8};
  zip += number(files, 2) + number(files, 2) + number(directory.size(), 4) + number(at, 4) +
         number(0, 2);
  // Another name each time: GDAL remembers what is in an archive.
  static std::size_t count = 0;
  auto const name = fmt::format("/vsimem/fuzz-{}.xlsx", count++);
  VSIFCloseL(
      VSIFileFromMemBuffer(name.c_str(), reinterpret_cast<GByte*>(zip.data()), zip.size(), FALSE));
  if (auto const cells = io::XlsxCells::read(name, "a")) {
    for (std::size_t row = 0; row < 20; ++row)
      for (std::size_t column = 0; column < 20; ++column) (void)cells->kind(row, column);
  }
  VSIUnlink(name.c_str());
}

WorkingFrame const& frame() {
  static WorkingFrame const frame{Crs::tm35fin()};
  return frame;
}

/// A table from its bytes to its places.
void places_table(std::string_view bytes) {
  or_refused([&] {
    auto const read =
        io::read_places({.source = {.path = file_with("places.csv", bytes)}}, frame());
    expect(read.report.rows_used <= read.report.rows, "no more rows are used than there are");
    for (auto const& place : read.places) {
      expect(std::isfinite(place.point.x) && std::isfinite(place.point.y), "a place is somewhere");
      expect(io::is_utf8(place.id) && io::is_utf8(place.name), "names are UTF-8");
    }
  });
}

/// Likewise of residents, none of which may become a negative number.
void population_table(std::string_view bytes) {
  or_refused([&] {
    auto const read =
        io::read_population({.source = {.path = file_with("people.csv", bytes)}}, frame());
    for (auto const& cell : read.population) {
      expect(std::isfinite(cell.center.x) && std::isfinite(cell.center.y), "a cell is somewhere");
      if (cell.residents)
        expect(cell.residents->value() >= 0 && std::isfinite(cell.residents->value()),
               "residents are a number");
    }
  });
}

}  // namespace

std::vector<Target> text_targets() {
  return {{"delimited_text", delimited_text},
          {"text_encoding", text_encoding},
          {"csv", csv, 1000},
          {"xlsx_cells", xlsx_cells, 700},
          {"places_table", places_table, 200},
          {"population_table", population_table, 400}};
}

}  // namespace gapmap::fuzz
