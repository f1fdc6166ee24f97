#include "gapmap/report/workbook.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/units/version.h"

namespace gapmap::report {
namespace {

using io::Column;
using io::ColumnType;
using io::NumberFormat;
using io::OutputTable;
using io::Value;

/// Lengths and times are in metres and seconds, as their names say.
NumberFormat format_of(Column const& column) {
  if (column.type == ColumnType::Text) return NumberFormat::Plain;
  if (column.name.ends_with("share")) return NumberFormat::Percent;
  if (column.name.ends_with("_m")) return NumberFormat::Kilometers;
  if (column.name.ends_with("_s")) return NumberFormat::Minutes;
  return column.type == ColumnType::Integer ? NumberFormat::Whole : NumberFormat::Plain;
}

// Where results were written to, and what was said meanwhile, is no part of them.
constexpr std::array<std::string_view, 8> kOfTheWriting{"output", "overwrite", "quiet",  "verbose",
                                                        "lang",   "title",     "region", "logo"};

/// "Total", "Outside" and "Outside all areas" stand where a code is missing.
std::string_view row_key(Value const& value) {
  auto const* text = std::get_if<std::string>(&value);
  if (text == nullptr) return {};
  if (*text == "Total") return "total";
  if (*text == "Outside") return "outside_zones";
  return *text == "Outside all areas" ? "outside_all_areas" : std::string_view{};
}

std::size_t total_rows_of(OutputTable const& table) {
  std::size_t totals = 0;
  for (auto row = table.rows.rbegin(); row != table.rows.rend(); ++row) {
    bool const is_total =
        std::ranges::any_of(*row, [](Value const& value) { return !row_key(value).empty(); });
    if (!is_total) break;
    ++totals;
  }
  return totals;
}

/// A table of texts, its columns named by labels.
io::Sheet sheet_of_texts(Language language, std::string_view title,
                         std::vector<std::string_view> const& columns,
                         std::vector<std::vector<std::string>> const& rows) {
  io::Sheet sheet{.title = std::string{label(language, title)}, .table = {}};
  for (auto const column : columns) {
    sheet.table.columns.push_back({std::string{column}, ColumnType::Text});
    sheet.columns.push_back({std::string{label(language, column)}});
  }
  for (auto const& row : rows) sheet.table.rows.emplace_back(row.begin(), row.end());
  return sheet;
}

}  // namespace

void translate(Language language, OutputTable& table) {
  for (auto& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (has_words(table.columns[c].name)) {
        auto* text = std::get_if<std::string>(&row[c]);
        if (text != nullptr) *text = word(language, table.columns[c].name, *text);
      } else if (c > 0 && std::holds_alternative<std::monostate>(row[c - 1])) {
        if (auto const key = row_key(row[c]); !key.empty())
          row[c] = std::string{label(language, key)};
      }
    }
  }
}

io::Sheet sheet_of(Language language, OutputTable table) {
  io::Sheet sheet{.title = std::string{label(language, table.name)},
                  .table = {},
                  .total_rows = total_rows_of(table)};
  for (auto const& column : table.columns) {
    sheet.columns.push_back(
        {heading(language, column.name).value_or(column.name), format_of(column)});
  }
  translate(language, table);
  sheet.table = std::move(table);
  return sheet;
}

io::Sheet remarks_sheet(Language language, std::span<io::ImportReport const> inputs) {
  std::vector<std::vector<std::string>> rows;
  for (auto const& input : inputs) {
    for (auto const& remark : input.remarks) {
      bool const is_out = remark.consequence == io::Consequence::LeftOut;
      rows.push_back({phrase(language, input.input), phrase(language, remark.what),
                      std::to_string(remark.count),
                      std::string{label(language, is_out ? "left_out" : "used")},
                      fmt::format("{}", fmt::join(remark.examples, ", "))});
    }
  }
  return sheet_of_texts(language, "remarks",
                        {"input", "remark", "row_count", "consequence", "first_rows"}, rows);
}

io::Sheet about_sheet(Language language,
                      std::span<std::pair<std::string, std::string> const> options,
                      std::span<io::ImportReport const> inputs, std::string_view version) {
  std::vector<std::vector<std::string>> rows{{"gapmap", std::string{version}}};
  for (auto const& [name, value] : options) {
    if (std::ranges::find(kOfTheWriting, name) == kOfTheWriting.end())
      rows.push_back({name, value});
  }
  for (auto const& input : inputs) {
    for (auto const& file : input.files) {
      auto const& sum = file.sha256.empty() ? file.xxh3 : file.sha256;
      rows.push_back({file.path, fmt::format("{} B, {} {}", file.bytes,
                                             file.sha256.empty() ? "XXH3" : "SHA-256", sum)});
    }
  }
  return sheet_of_texts(language, "about", {"what", "value"}, rows);
}

}  // namespace gapmap::report
