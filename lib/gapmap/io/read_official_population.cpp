#include "gapmap/io/read_official_population.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "gapmap/io/opened.h"
#include "gapmap/io/resident_number.h"

namespace gapmap::io {
namespace {

struct Row {
  std::string row;
  std::string year;
  std::optional<std::string> code;
  OfficialCount count;
};

/// Unknown where it is suppressed, −1; other negative numbers and text spoil the row.
struct Number {
  std::optional<People> people;
  bool is_sound = true;
};

Number number_of(Record const& record, FieldIndex field) {
  constexpr std::array kSuppressed{-1.0};
  auto const number = resident_number(record, field, kSuppressed);
  switch (number.published) {
    case Published::Number:
      return {number.people};
    case Published::Suppressed:
    case Published::Blank:
      return {};
    case Published::NotANumber:
    case Published::Negative:
    case Published::TooMany:
      break;
  }
  return {{}, false};
}

/// Fields that are called like the groups.
IdVector<GroupId, std::optional<FieldIndex>> group_fields(Table const& table,
                                                          Groups const& groups) {
  IdVector<GroupId, std::optional<FieldIndex>> fields;
  for (auto const& group : groups) fields.push_back(table.find_field(group.name));
  return fields;
}

std::vector<Row> read_rows(OpenedInput& opened, Groups const& groups) {
  auto& report = opened.report;
  auto const code = *opened.fields.field(Role::Code);
  auto const residents = *opened.fields.field(Role::Residents);
  auto const year = opened.fields.field(Role::Year);
  auto const of_groups = group_fields(opened.table, groups);
  std::vector<std::string> found;
  for (auto const field : of_groups) {
    if (field) found.push_back(opened.table.fields()[static_cast<std::size_t>(*field)]);
  }
  std::vector<FieldIndex> counted;
  for (auto const field : of_groups) {
    if (field) counted.push_back(*field);
  }
  opened.table.learn({.measures = {}, .counts = counted, .ids = {}});
  if (!found.empty()) report.recognised += fmt::format("; groups {}", fmt::join(found, ", "));
  std::vector<Row> rows;
  opened.table.visit([&](Record const& record) {
    ++report.rows;
    Row row{record.row(), year ? record.text(*year).value_or("") : "", record.text(code), {}};
    auto const all = number_of(record, residents);
    bool is_sound = all.is_sound;
    row.count.residents = all.people;
    for (auto const field : of_groups) {
      auto const number = field ? number_of(record, *field) : Number{};
      is_sound = is_sound && number.is_sound;
      row.count.groups.push_back(number.people);
    }
    if (!is_sound) return report.count("a number of residents that is none", row.row);
    rows.push_back(std::move(row));
  });
  return rows;
}

std::vector<std::string> years_of(std::vector<Row> const& rows) {
  std::vector<std::string> years;
  for (auto const& row : rows) {
    if (!row.year.empty()) years.push_back(row.year);
  }
  // Years of four digits, as all are that matter here, sort as text.
  std::ranges::sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

}  // namespace

OfficialRead read_official_population(OfficialInput const& input, Groups const& groups) {
  auto opened =
      open_input("official_population", input.source, GeometryKind::Point, official_schemas(),
                 {{Role::Code, "--official-code", input.code_field},
                  {Role::Residents, "--official-residents", input.residents_field},
                  {Role::Year, "--official-year-field", input.year_field}});
  auto rows = read_rows(opened, groups);
  auto const years = years_of(rows);
  OfficialRead read;
  read.years = years.size();
  read.is_year_certain = !input.year.empty() || years.size() < 2;
  read.population.year = !input.year.empty() ? input.year : years.empty() ? "" : years.back();
  if (!input.year.empty() && std::ranges::find(years, input.year) == years.end()) {
    throw InputError{opened.table.where(),
                     fmt::format("has no row of the year \"{}\" (--official-year)", input.year),
                     years.empty() ? "it has no field with a year; name it with "
                                     "--official-year-field, or leave out --official-year"
                                   : fmt::format("its years are {}", fmt::join(years, ", "))};
  }
  auto& report = opened.report;
  for (auto& row : rows) {
    if (row.year != read.population.year) {
      report.count("of another year", row.row);
    } else if (!row.code) {
      report.count("no code", row.row);
    } else if (!read.population.by_code.emplace(*row.code, std::move(row.count)).second) {
      report.count("municipality that an earlier row of the year has as well", row.row);
    }
  }
  report.rows_used = read.population.by_code.size();
  require_rows(opened);
  read.report = std::move(report);
  return read;
}

}  // namespace gapmap::io
