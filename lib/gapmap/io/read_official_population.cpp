#include "gapmap/io/read_official_population.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <compare>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "gapmap/io/opened.h"
#include "gapmap/io/detail/resident_number.h"
#include "gapmap/places/codes.h"
#include "gapmap/places/spelling.h"

namespace gapmap::io {
namespace {

/// The day of a count, however the source writes it: "2021", "31.12.2021", "2021-12", "20211231".
/// Missing parts are 0.
struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
  std::string text = {};  ///< other text, which sorts before every day
  friend auto operator<=>(Day const&, Day const&) = default;
};

Day day_of(std::string const& text) {
  std::vector<std::string> groups;
  auto const plain = places::bare_code(text);  // "2021.0" becomes "2021"
  for (std::size_t i = 0; i < plain.size();) {
    auto const begin = std::min(plain.find_first_of("0123456789", i), plain.size());
    i = std::min(plain.find_first_not_of("0123456789", begin), plain.size());
    if (i > begin) groups.push_back(plain.substr(begin, i - begin));
  }
  constexpr std::size_t kOfDay = 3;  // a time of day may follow
  if (groups.size() > kOfDay) groups.resize(kOfDay);
  bool const is_packed = groups.size() == 1 && (groups[0].size() == 8 || groups[0].size() == 6);
  if (is_packed) {
    auto const all = std::exchange(groups, {})[0];
    for (auto const& part :
         {all.substr(0, 4), all.substr(4, 2), all.substr(std::min(all.size(), std::size_t{6}))})
      if (!part.empty()) groups.push_back(part);
  }
  auto const four = [](std::string const& group) { return group.size() == 4; };
  if (std::ranges::count_if(groups, four) != 1) return {.text = text};
  if (four(groups.back())) std::ranges::reverse(groups);
  if (!four(groups.front())) return {.text = text};
  groups.resize(kOfDay, "0");
  bool const are_short = groups[1].size() <= 2 && groups[2].size() <= 2;
  if (!are_short) return {.text = text};
  return {std::stoi(groups[0]), std::stoi(groups[1]), std::stoi(groups[2])};
}

struct OfficialRow {
  std::string row;
  std::string year;
  Day day;
  std::optional<std::string> code;
  OfficialCount count;
};

/// A number: unknown if suppressed (−1); other negative numbers and text make the row unusable.
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

/// Returns the fields that have the names of groups.
IdVector<GroupId, std::optional<FieldIndex>> group_fields(Table const& table,
                                                          Groups const& groups) {
  IdVector<GroupId, std::optional<FieldIndex>> fields;
  for (auto const& group : groups) fields.push_back(table.find_field(group.name));
  return fields;
}

std::vector<OfficialRow> read_rows(OpenedInput& opened, Groups const& groups) {
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
  std::vector<OfficialRow> rows;
  opened.table.visit([&](Record const& record) {
    ++report.rows;
    auto text = year ? record.text(*year).value_or("") : "";
    OfficialRow row{name_of_row(record, opened.fields), text, day_of(text), record.text(code), {}};
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

/// Returns the days of the rows, each as its first row writes it.
std::map<Day, std::string> days_of(std::vector<OfficialRow> const& rows) {
  std::map<Day, std::string> days;
  for (auto const& row : rows) {
    if (!row.year.empty()) days.emplace(row.day, row.year);
  }
  return days;
}

/// Returns the newest day, or the newest one that is `year` or in it; end if there is none.
auto chosen_day(std::map<Day, std::string> const& days, std::string const& year) {
  if (year.empty()) return days.empty() ? days.end() : std::prev(days.end());
  auto const asked = day_of(year);
  if (auto const found = days.find(asked); found != days.end()) return found;
  auto chosen = days.end();
  for (auto day = days.begin(); day != days.end(); ++day) {
    bool const is_in_it = asked.year != 0 && asked.month == 0 && day->first.year == asked.year;
    if (is_in_it) chosen = day;
  }
  return chosen;
}

/// Returns a key that is the same for all rows of one municipality.
std::string key_of(std::string const& code) {
  return places::spelling_key(places::bare_code(code));
}

}  // namespace

OfficialRead read_official_population(OfficialInput const& input, Groups const& groups) {
  auto opened =
      open_input("official_population", input.source, GeometryKind::Point, official_schemas(),
                 {{Role::Code, "official-code", input.code_field},
                  {Role::Residents, "official-residents", input.residents_field},
                  {Role::Year, "official-year-field", input.year_field}});
  auto rows = read_rows(opened, groups);
  auto const days = days_of(rows);
  auto const chosen = chosen_day(days, input.year);
  OfficialRead read;
  read.years = days.size();
  read.is_year_certain = !input.year.empty() || days.size() < 2;
  if (!input.year.empty() && chosen == days.end()) {
    std::vector<std::string> years;
    years.reserve(days.size());
    for (auto const& [day, text] : days) years.push_back(text);
    throw InputError{opened.table.where(),
                     fmt::format("has no row of the year \"{}\" (`official-year`)", input.year),
                     years.empty() ? "it has no field with a year; name it with "
                                     "`official-year-field`, or leave out `official-year`"
                                   : fmt::format("its years are {}", fmt::join(years, ", "))};
  }
  auto const day = chosen == days.end() ? Day{} : chosen->first;
  read.population.year = chosen == days.end() ? "" : chosen->second;
  auto& report = opened.report;
  std::set<std::string> seen;
  for (auto& row : rows) {
    if (row.day != day) {
      report.count("of another year", row.row);
    } else if (!row.code) {
      report.count("no code", row.row);
    } else if (!seen.insert(key_of(*row.code)).second) {
      report.count("municipality that an earlier row of the year has as well", row.row);
    } else {
      read.population.by_code.emplace(*row.code, std::move(row.count));
    }
  }
  report.rows_used = read.population.by_code.size();
  end_reading(opened);
  read.report = std::move(report);
  return read;
}

}  // namespace gapmap::io
