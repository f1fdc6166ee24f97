#include "gapmap/tables/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

constexpr std::array<std::string_view, 3> kWhens{"before", "after", "change"};
constexpr int kPeopleDecimals = 3;

/// Endings of names, which stay last when a part is inserted: nearest_place_before_id.
constexpr std::array<std::string_view, 4> kLastParts{"_m", "_s", "_id", "_name"};

bool is_cost(Unit unit) { return unit == Unit::Cost || unit == Unit::ThousandthsOfCost; }

/// Returns "cost_mean" as "distance_mean_m" or "time_mean_s"; other names are unchanged.
std::string in_units(std::string_view name, Unit declared, bool is_time) {
  std::string text{name};
  if (!is_cost(declared)) return text;
  if (auto const at = text.find("cost"); at != std::string::npos)
    text.replace(at, 4, is_time ? "time" : "distance");
  auto const* const thousandths = declared == Unit::ThousandthsOfCost ? "m" : "";
  return fmt::format("{}_{}{}", text, thousandths, is_time ? 's' : 'm');
}

bool varies(std::string_view name) { return name.find('{') != std::string_view::npos; }

std::string with_part(std::string const& name, std::string_view part) {
  auto const begin = name.find('{');
  if (begin == std::string::npos) return name;
  auto const end = name.find('}', begin);
  return name.substr(0, begin) + std::string{part} + name.substr(end + 1);
}

std::string of_run(std::string const& name, std::string_view when) {
  auto at = name.size();
  for (auto const last : kLastParts) {
    if (name.ends_with(last)) at = name.size() - last.size();
  }
  return fmt::format("{}_{}{}", name.substr(0, at), when, name.substr(at));
}

/// Returns the part of `name` that stands for the variable part of `pattern`; nothing if `name`
/// does not match.
std::optional<std::string> part_in(std::string_view name, std::string_view pattern) {
  auto const begin = pattern.find('{');
  auto const end = pattern.find('}');
  auto const before = pattern.substr(0, begin);
  auto const after = pattern.substr(end + 1);
  if (name.size() <= before.size() + after.size()) return std::nullopt;
  if (!name.starts_with(before) || !name.ends_with(after)) return std::nullopt;
  std::string part{name.substr(before.size(), name.size() - before.size() - after.size())};
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  bool const is_rank = pattern.substr(begin, end - begin) == "{rank";
  return is_rank && !std::ranges::all_of(part, is_digit) ? std::nullopt : std::optional{part};
}

struct Named {
  ColumnDeclaration const* declared;
  std::string_view when;
  bool is_time;
};

/// Whether the table has the column. An empty `table` stands for any table of runs and comparisons.
bool is_in(Named const& named, std::string_view table) {
  auto const& tables = named.when.empty() ? named.declared->tables : named.declared->compared_in;
  if (table.empty()) {
    return !named.declared->compared_in.empty() ||
           std::ranges::any_of(named.declared->tables, is_of_run);
  }
  return std::ranges::find(tables, table) != tables.end();
}

/// Returns the number of letters of a pattern outside its braces.
std::size_t own_letters(std::string_view pattern) {
  return pattern.size() - (pattern.find('}') - pattern.find('{'));
}

/// Index of the catalogue: all full names, then the patterns, longest fixed text first, because a
/// requirement may have any name.
struct Index {
  std::multimap<std::string, Named, std::less<>> names;
  std::vector<std::pair<std::string, Named>> patterns;

  Index() {
    for (auto const& column : declared_columns()) {
      for (bool const is_time : {false, true}) {
        if (is_time && !is_cost(column.format.unit)) continue;
        auto const name = in_units(column.name, column.format.unit, is_time);
        if (varies(name)) {
          patterns.push_back({name, {&column, {}, is_time}});
          continue;
        }
        names.emplace(name, Named{&column, {}, is_time});
        for (auto const when : kWhens) {
          if (!column.compared_in.empty())
            names.emplace(of_run(name, when), Named{&column, when, is_time});
        }
      }
    }
    std::ranges::stable_sort(patterns, std::greater{},
                             [](auto const& pattern) { return own_letters(pattern.first); });
  }
};

Index const& index() {
  static Index const all;
  return all;
}

FoundColumn found(Named const& named, std::string part) {
  auto unit = named.declared->format.unit;
  if (unit == Unit::Cost) unit = named.is_time ? Unit::Seconds : Unit::Meters;
  if (unit == Unit::ThousandthsOfCost)
    unit = named.is_time ? Unit::Milliseconds : Unit::Millimeters;
  return {*named.declared, std::move(part), named.when, unit};
}

}  // namespace

std::string_view scope_of(std::string_view table) {
  return is_of_run(table) ? std::string_view{} : table;
}

std::string compared(std::string_view table) { return fmt::format("compare {}", table); }

std::string FoundColumn::heading_key() const {
  return in_units(declared.key.empty() ? declared.name : declared.key, declared.format.unit,
                  unit == Unit::Seconds || unit == Unit::Milliseconds);
}

std::string FoundColumn::description_key() const {
  std::string key{declared.key.empty() ? declared.name : declared.key};
  bool const is_measured =
      declared.format.unit == Unit::Meters || declared.format.unit == Unit::Seconds;
  if (is_measured) key.resize(key.size() - 2);
  return key;
}

std::optional<FoundColumn> find_column(std::string_view name, std::string_view table) {
  auto const [first, last] = index().names.equal_range(name);
  for (auto named = first; named != last; ++named) {
    if (is_in(named->second, table)) return found(named->second, {});
  }
  for (auto const& [pattern, named] : index().patterns) {
    if (!is_in(named, table)) continue;
    if (auto part = part_in(name, pattern)) return found(named, std::move(*part));
  }
  return std::nullopt;
}

bool is_taken(std::string_view name) {
  auto const column = find_column(name);
  return column &&
         (column->part.empty() || column->declared.name.find("{rank}") != std::string_view::npos);
}

std::string_view current_name(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kRenamed{
      {{"cures", "remedies"},
       {"cure_kind", "remedy_kind"},
       {"cure_place_id", "remedy_place_id"},
       {"cure_place_name", "remedy_place_name"},
       {"cure_covers", "remedy_covers"},
       {"cure_remains", "remedy_remains"},
       {"cure_also_covers", "remedy_also_covers"},
       {"distance_to_cure_mean_m", "distance_to_remedy_mean_m"},
       {"time_to_cure_mean_s", "time_to_remedy_mean_s"}}};
  for (auto const& [former, now] : kRenamed) {
    if (name == former) return now;
  }
  return name;
}

std::vector<std::string> names_in(std::string_view table, ColumnDeclaration const& column) {
  bool const is_compared = std::ranges::find(column.compared_in, table) != column.compared_in.end();
  bool const has_change =
      column.format.kind != Format::Kind::Text && column.format.kind != Format::Kind::Words;
  std::vector<std::string> names;
  for (bool const is_time : {false, true}) {
    if (is_time && !is_cost(column.format.unit)) continue;
    auto const name = in_units(column.name, column.format.unit, is_time);
    if (!is_compared) names.push_back(name);
    for (auto const when : kWhens) {
      if (is_compared && (has_change || when != "change")) names.push_back(of_run(name, when));
    }
  }
  return names;
}

ColumnDeclaration const& ColumnsOf::declared(
    std::string_view name, std::vector<std::string_view> ColumnDeclaration::*tables) const {
  auto const is_it = [&](ColumnDeclaration const& column) {
    auto const& having = column.*tables;
    return column.name == name && std::ranges::find(having, table_) != having.end();
  };
  auto const found = std::ranges::find_if(declared_columns(), is_it);
  expects(found != declared_columns().end(), "every column of a result is declared");
  return *found;
}

Column ColumnsOf::written(ColumnDeclaration const& column, std::string name) const {
  auto const& [kind, unit, decimals] = column.format;
  switch (kind) {
    case Format::Kind::Text:
    case Format::Kind::Words:
      return {std::move(name), ColumnType::Text};
    case Format::Kind::Integer:
      return {std::move(name), ColumnType::Integer};
    case Format::Kind::Real:
      return {std::move(name), ColumnType::Real, decimals};
    case Format::Kind::People:
      break;
  }
  return are_people_whole_ ? Column{std::move(name), ColumnType::Integer}
                           : Column{std::move(name), ColumnType::Real, kPeopleDecimals};
}

Column ColumnsOf::operator()(std::string_view name, std::string_view part) const {
  auto const& column = declared(name, &ColumnDeclaration::tables);
  return written(column, with_part(in_units(name, column.format.unit, is_time_), part));
}

std::vector<Column> ColumnsOf::operator()(std::initializer_list<std::string_view> names) const {
  std::vector<Column> columns;
  for (auto const name : names) columns.push_back((*this)(name));
  return columns;
}

Column ColumnsOf::compared(std::string_view name, std::string_view when) const {
  auto const& column = declared(name, &ColumnDeclaration::compared_in);
  return written(column, of_run(in_units(name, column.format.unit, is_time_), when));
}

}  // namespace gapmap::tables
