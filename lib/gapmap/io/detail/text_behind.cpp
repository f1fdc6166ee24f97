#include "gapmap/io/detail/text_behind.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "gapmap/io/detail/delimited_text.h"
#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/mapped_file.h"
#include "gapmap/io/virtual_text.h"
#include "gapmap/units/ascii.h"
#include "gapmap/units/blanks.h"

namespace gapmap::io {
namespace {

/// Whether it is a number as GDAL reads it, whatever the language.
bool is_plain_number(std::string_view cell) {
  auto const digits = cell.substr(cell.starts_with('+') ? 1 : 0);
  double value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size();
}

/// What is made of a column of text.
enum class Made { Nothing, Coordinates, Numbers };

Made made_of(std::string_view column, VirtualNumbers const& numbers) {
  auto const name = ascii_lower_case(column);
  if (numbers.has_casts || numbers.fields.contains(name)) return Made::Numbers;
  return numbers.coordinates.contains(name) ? Made::Coordinates : Made::Nothing;
}

void refuse_unsound(std::string const& file, VirtualNumbers const& numbers,
                    InputError::Where const& where) {
  auto const mapped = map_file(file);
  DelimitedText const text{file, mapped.bytes};
  std::vector<TextOddity> oddities;
  std::vector<std::string> header;
  struct Column {
    bool has_number = false;
    std::string other = {};
    std::size_t line = 0;
  };
  std::vector<Column> columns;
  text.visit(
      [&](TextRow& row) {
        if (header.empty()) {
          header = row.cells;
          columns.resize(header.size());
          return true;
        }
        for (std::size_t i = 0; i < std::min(header.size(), row.cells.size()); ++i) {
          auto const cell = without_blanks_around(row.cells[i]);
          auto const made = made_of(header[i], numbers);
          bool const is_number = is_plain_number(cell);
          columns[i].has_number = columns[i].has_number || is_number;
          // A row without coordinates is reported by itself.
          bool const is_other = !is_number && !(made == Made::Coordinates && cell.empty());
          if (made != Made::Nothing && is_other && columns[i].line == 0)
            columns[i] = {columns[i].has_number, std::string{cell}, row.line};
        }
        return true;
      },
      &oddities);
  std::string const advice{"give that file itself: gapmap reads such text as it is meant"};
  if (!oddities.empty()) {
    throw InputError{where,
                     fmt::format("leads to {}, where a quotation mark in line {} makes GDAL read "
                                 "other rows than there are",
                                 file, oddities.front().line),
                     advice};
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    bool const is_of_text = numbers.has_casts && !columns[i].has_number;
    if (columns[i].line == 0 || is_of_text) continue;
    throw InputError{
        where,
        fmt::format("leads to {}, in whose column {} \"{}\" stands in line {}, of which "
                    "GDAL makes another number",
                    file, header[i], columns[i].other, columns[i].line),
        advice};
  }
}

}  // namespace

void refuse_unsound_text(std::string const& name, std::vector<std::string> const& files,
                         InputError::Where const& where) {
  VirtualNumbers numbers;
  add_numbers_of(name, numbers);
  for (auto const& file : files) add_numbers_of(file, numbers);
  for (auto const& file : files) {
    if (is_delimited_text(file) && !file.ends_with(".gz")) refuse_unsound(file, numbers, where);
  }
}

}  // namespace gapmap::io
