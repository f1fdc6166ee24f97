#include "gapmap/report/record_sheets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "gapmap/report/findings.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/columns.h"

namespace gapmap::report {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// Options about where results were written and what was reported meanwhile, which do not change
// them.
constexpr std::array<std::string_view, 15> kOfTheWriting{
    "threads",  "output",   "overwrite", "quiet",     "verbose",   "lang",      "title", "title.fi",
    "title.sv", "title.en", "region",    "region.fi", "region.sv", "region.en", "logo"};

/// Returns a table of texts with columns named by labels.
io::Sheet sheet_of_texts(Language language, std::string_view title,
                         std::vector<std::string_view> const& columns, Rows const& rows) {
  io::Sheet sheet{.title = std::string{label(language, title)}, .table = {}};
  for (auto const column : columns) {
    sheet.table.columns.push_back({std::string{column}, tables::ColumnType::Text});
    sheet.columns.push_back({std::string{label(language, column)}});
  }
  for (auto const& row : rows) sheet.table.rows.emplace_back(row.begin(), row.end());
  return sheet;
}

/// Returns what an option decides, its value in words, and how to write it.
std::vector<std::string> option_row(Language language, std::string const& name,
                                    std::string const& value) {
  auto const flag = "--" + name;
  auto const what = std::string{label_of(language, flag).value_or(flag)};
  if (value == "true") return {what, std::string{label(language, "yes")}, flag};
  auto const typed = fmt::format("{} {}", flag, value);
  if (auto const word = label_of(language, typed)) return {what, std::string{*word}, typed};
  return {what, quantity_as_written(language, value), flag};
}

std::vector<std::string> file_row(Language language, io::ImportReport const& input,
                                  io::InputFile const& file) {
  bool const is_sha = !file.sha256.empty();
  return {
      fmt::format(fmt::runtime(label(language, "input_file_of")), input_name(language, input.input),
                  std::filesystem::path{file.path}.filename().string()),
      fmt::format("{}; {} {}",
                  fmt::format(fmt::runtime(label(language, "bytes")),
                              number(language, static_cast<double>(file.bytes))),
                  is_sha ? "SHA-256" : "XXH3", is_sha ? file.sha256 : file.xxh3),
      {}};
}

}  // namespace

std::string input_name(Language language, std::string_view input) {
  constexpr std::string_view kZones = "zones ";
  if (!input.starts_with(kZones)) return phrase(language, input);
  return fmt::format("{}: {}", label(language, "zones"),
                     word(language, "level", input.substr(kZones.size())));
}

io::Sheet remarks_sheet(Language language, std::span<io::ImportReport const> inputs) {
  Rows rows;
  for (auto const& input : inputs) {
    for (auto const& remark : input.remarks) {
      bool const is_out = remark.consequence == io::Consequence::LeftOut;
      std::vector<std::string> first;
      for (auto const& row : remark.examples) first.push_back(row_in(language, row));
      rows.push_back({input_name(language, input.input), phrase(language, remark.what),
                      number(language, static_cast<double>(remark.count)),
                      std::string{label(language, is_out ? "left_out" : "used")},
                      fmt::format("{}", fmt::join(first, ", "))});
    }
  }
  return sheet_of_texts(language, "remarks",
                        {"input", "remark", "row_count", "consequence", "first_rows"}, rows);
}

io::Sheet about_sheet(Language language, AboutRun const& run) {
  auto const& [options, publication, inputs, version] = run;
  Rows rows{{std::string{label(language, "program")}, fmt::format("gapmap {}", version), {}}};
  if (!publication.empty())
    rows.push_back({std::string{label(language, "publication")}, publication, {}});
  for (auto const& [name, value] : options) {
    if (std::ranges::find(kOfTheWriting, name) == kOfTheWriting.end())
      rows.push_back(option_row(language, name, value));
  }
  for (auto const& input : inputs) {
    for (auto const& file : input.files) rows.push_back(file_row(language, input, file));
  }
  return sheet_of_texts(language, "about", {"what", "value", "on_command_line"}, rows);
}

io::Sheet columns_sheet(Language language, std::span<tables::OutputTable const> tables,
                        RunWords const& words) {
  Rows rows;
  for (auto const& table : tables) {
    auto const scope = tables::scope_of(table.name);
    for (auto const& column : table.columns) {
      rows.push_back(
          {std::string{label(language, table.name)},
           heading(language, column.name, ShownUnits::Large, scope, words).value_or(column.name),
           description(language, column.name, ShownUnits::Large, scope), column.name});
    }
  }
  return sheet_of_texts(language, "columns", {"sheet", "column", "meaning", "name_in_csv"}, rows);
}

}  // namespace gapmap::report
