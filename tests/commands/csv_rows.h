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

/// Rows of a CSV file as maps from column to field. The files read here quote nothing.
inline std::vector<CsvRow> rows_of(std::filesystem::path const& path) {
  std::istringstream text{read_text(path)};
  auto const split = [](std::string const& line) {
    std::vector<std::string> fields;
    std::istringstream rest{line};
    for (std::string field; std::getline(rest, field, ',');) fields.push_back(field);
    if (line.ends_with(',')) fields.emplace_back();
    return fields;
  };
  std::string line;
  std::getline(text, line);
  auto const columns = split(line);
  std::vector<CsvRow> rows;
  while (std::getline(text, line)) {
    auto const fields = split(line);
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
