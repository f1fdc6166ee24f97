#pragma once
// Tables that a run wrote. Only the tests of the program use it.

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "tests/io/temporary_folder.h"

namespace gapmap {

using CsvRow = std::map<std::string, std::string>;

/// The fields of a line, of which some may stand in quotation marks.
inline std::vector<std::string> fields_of(std::string const& line) {
  std::vector<std::string> fields(1);
  bool is_quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      bool const is_doubled = is_quoted && i + 1 < line.size() && line[i + 1] == '"';
      if (is_doubled) fields.back() += line[i++];
      if (!is_doubled) is_quoted = !is_quoted;
    } else if (line[i] == ',' && !is_quoted) {
      fields.emplace_back();
    } else {
      fields.back() += line[i];
    }
  }
  return fields;
}

/// Rows of a CSV file as maps from column to field. No field of the files read here has a line
/// break.
inline std::vector<CsvRow> rows_of(std::filesystem::path const& path) {
  std::istringstream text{read_text(path)};
  std::string line;
  std::getline(text, line);
  auto const columns = fields_of(line);
  std::vector<CsvRow> rows;
  while (std::getline(text, line)) {
    auto const fields = fields_of(line);
    EXPECT_EQ(fields.size(), columns.size()) << line;
    for (auto& row = rows.emplace_back(); auto const& column : columns)
      row[column] = fields.at(row.size());
  }
  return rows;
}

/// Nothing where the field is empty.
inline std::optional<double> number(std::string const& field) {
  return field.empty() ? std::nullopt : std::optional{std::stod(field)};
}

}  // namespace gapmap
