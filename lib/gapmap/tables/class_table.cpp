#include "gapmap/tables/class_table.h"

#include <fmt/format.h>

#include <cmath>
#include <concepts>

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

/// Returns the upper end of a range; nothing where cells without a number may hold any number of
/// people.
Value most_of(PeopleRange const& range, std::size_t cells_without_number) {
  return cells_without_number == 0 ? value_of(range.high) : Value{};
}

Value share_of(People part, People all) { return all > People{0} ? Value{part / all} : Value{}; }

/// Makes the rows of a zone.
template <CostType Cost>
class Rows {
 public:
  Rows(OutputTable& table, DistanceClasses<Cost> const& classes, Groups const& groups)
      : table_{table}, classes_{classes}, groups_{groups} {}

  void add(std::string const& level, Value const& code, std::string const& name,
           ZoneInClasses const& zone) {
    for (auto const g : groups_.ids()) {
      auto const& group = zone.groups[g];
      auto const all = group.all().midpoint();
      PeopleRange cumulative;
      std::size_t without_number = 0;
      for (std::size_t c = 0; c < classes_.size(); ++c) {
        auto const& residents = group.residents[c];
        cumulative += residents;
        without_number += group.cells_without_number[c];
        std::vector<Value> row{level,
                               code,
                               name,
                               groups_[g].name,
                               name_of_class(classes_, c),
                               from(c),
                               to(c),
                               value_of(residents.midpoint()),
                               value_of(residents.low),
                               most_of(residents, group.cells_without_number[c]),
                               share_of(residents.midpoint(), all)};
        for (auto& value :
             c <= classes_.over() ? so_far(cumulative, without_number, all) : nothing()) {
          row.push_back(std::move(value));
        }
        row.push_back(count_of(group.cells_without_number[c]));
        table_.rows.push_back(std::move(row));
      }
    }
  }

 private:
  [[nodiscard]] Value from(std::size_t c) const {
    if (c > classes_.over()) return {};
    return c == 0 ? Value{0.0} : value_of(classes_.bounds()[c - 1]);
  }
  [[nodiscard]] Value to(std::size_t c) const {
    return c < classes_.over() ? value_of(classes_.bounds()[c]) : Value{};
  }
  static std::vector<Value> so_far(PeopleRange const& cumulative, std::size_t without_number,
                                   People all) {
    return {value_of(cumulative.midpoint()), value_of(cumulative.low),
            most_of(cumulative, without_number), share_of(cumulative.midpoint(), all)};
  }
  static std::vector<Value> nothing() { return std::vector<Value>(4); }

  OutputTable& table_;
  DistanceClasses<Cost> const& classes_;
  Groups const& groups_;
};

}  // namespace

template <CostType Cost>
std::string name_of_bound(Cost bound) {
  constexpr bool kIsLength = std::same_as<Cost, Millimeters>;
  constexpr double kLarger = kIsLength ? 1000 : 60;
  double const value = to_natural(bound).value();
  bool const is_larger = value > 0 && std::fmod(value, kLarger) == 0;
  return is_larger ? fmt::format("{}_{}", value / kLarger, kIsLength ? "km" : "min")
                   : fmt::format("{}_{}", value, kIsLength ? "m" : "s");
}

template <CostType Cost>
std::string name_of_class(DistanceClasses<Cost> const& classes, std::size_t index) {
  if (index < classes.over()) return "to_" + name_of_bound(classes.bounds()[index]);
  if (index == classes.over()) return "over_" + name_of_bound(classes.bounds().back());
  return index == classes.no_connection() ? "no_road_connection" : "off_network";
}

template <CostType Cost>
OutputTable class_table(ResidentsInClasses const& residents, DistanceClasses<Cost> const& classes,
                        Groups const& groups, std::span<Zoning const* const> zonings) {
  expects(residents.levels.size() == zonings.size(), "residents were classified for these zonings");
  OutputTable table{
      "classes",
      columns_of<Cost>("classes")({"level", "zone_code", "zone_name", "group", "class", "from",
                                   "to", "residents", "residents_low", "residents_high", "share",
                                   "cumulative", "cumulative_low", "cumulative_high",
                                   "cumulative_share", "cells_without_number"}),
      {},
      {}};
  Rows<Cost> rows{table, classes, groups};
  rows.add("total", {}, "Total", residents.total);
  for (std::size_t l = 0; l < zonings.size(); ++l) {
    auto const& zoning = *zonings[l];
    for (auto const& zone : residents.levels[l].zones) {
      if (zone.zone.is_none()) {
        rows.add(zoning.level, {}, "Outside", zone);
      } else {
        auto const& described = zoning.zones[zone.zone];
        rows.add(zoning.level, described.code, described.name, zone);
      }
    }
  }
  return table;
}

template <CostType Cost>
OutputTable zone_table(ResidentsInClasses const& within_limit, DistanceClasses<Cost> const& limit,
                       Population const& population, std::span<Zoning const* const> zonings) {
  expects(limit.bounds().size() == 1, "the only class with a bound is the limit");
  expects(within_limit.levels.size() == zonings.size(),
          "residents were classified for these zonings");
  PeopleValues const people{population};
  OutputTable table{
      "zones",
      columns_of<Cost>("zones", people)({"level", "zone_code", "zone_name", "cells", "residents",
                                         "covered", "outside", "unreachable", "off_network",
                                         "share", "cells_without_number", "limit"}),
      {},
      {}};
  for (std::size_t l = 0; l < zonings.size(); ++l) {
    for (auto const& zone : within_limit.levels[l].zones) {
      if (zone.zone.is_none() || zonings[l]->zones[zone.zone].area.is_empty()) continue;
      auto const& described = zonings[l]->zones[zone.zone];
      auto const& everybody = zone.groups[ResidentRanges::everybody()];
      auto const with = [&](std::size_t c) { return everybody.residents[c].midpoint(); };
      auto const all = everybody.all().midpoint();
      std::size_t without_number = 0;
      for (auto const cells : everybody.cells_without_number) without_number += cells;
      table.rows.push_back({zonings[l]->level, described.code, described.name, count_of(zone.cells),
                            people(all), people(with(0)), people(with(limit.over())),
                            people(with(limit.no_connection())), people(with(limit.off_network())),
                            share_of(with(0), all), count_of(without_number),
                            value_of(limit.bounds().front())});
      table.areas.push_back(described.area);
    }
  }
  return table;
}

OutputTable zone_columns(std::span<Zoning const> zonings, Population const& population) {
  OutputTable table{"cells", {}, std::vector<std::vector<Value>>(population.size()), {}};
  auto const columns = columns_of("cells");
  for (auto const& zoning : zonings) {
    table.columns.push_back(columns("{level}_code", zoning.level));
    for (auto const id : population.ids()) {
      auto const zone = zoning.of_cell[id];
      table.rows[id.value()].push_back(zone.is_none() ? Value{} : Value{zoning.zones[zone].code});
    }
  }
  return table;
}

template std::string name_of_bound(Millimeters);
template std::string name_of_bound(Milliseconds);
template std::string name_of_class(DistanceClasses<Millimeters> const&, std::size_t);
template std::string name_of_class(DistanceClasses<Milliseconds> const&, std::size_t);
template OutputTable class_table(ResidentsInClasses const&, DistanceClasses<Millimeters> const&,
                                 Groups const&, std::span<Zoning const* const>);
template OutputTable class_table(ResidentsInClasses const&, DistanceClasses<Milliseconds> const&,
                                 Groups const&, std::span<Zoning const* const>);
template OutputTable zone_table(ResidentsInClasses const&, DistanceClasses<Millimeters> const&,
                                Population const&, std::span<Zoning const* const>);
template OutputTable zone_table(ResidentsInClasses const&, DistanceClasses<Milliseconds> const&,
                                Population const&, std::span<Zoning const* const>);

}  // namespace gapmap::tables
