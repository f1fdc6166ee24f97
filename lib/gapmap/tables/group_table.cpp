#include "gapmap/tables/group_table.h"

#include <array>
#include <vector>

#include "gapmap/coverage/classes.h"
#include "gapmap/tables/output_values.h"

namespace gapmap::tables {
namespace {

/// Residents of a group in cells of some statuses.
struct Sum {
  PeopleRange people;
  std::size_t cells_without_number = 0;

  Sum(GroupInClasses const& group, std::initializer_list<Status> statuses) {
    for (auto const status : statuses) {
      auto const part = static_cast<std::size_t>(status);
      people += group.residents[part];
      cells_without_number += group.cells_without_number[part];
    }
  }
  /// Midpoint, least and most.
  void write_to(std::vector<Value>& row) const {
    row.push_back(value_of(people.midpoint()));
    row.push_back(value_of(people.low));
    row.push_back(cells_without_number == 0 ? value_of(people.high) : Value{});
  }
};

void add_zone(OutputTable& table, std::vector<Value> const& head, Groups const& groups,
              ZoneInClasses const& zone) {
  using enum Status;
  for (auto const g : groups.ids()) {
    auto const& group = zone.groups[g];
    auto row = head;
    row.emplace_back(groups[g].name);
    Sum const all{group, {Covered, TooFar, Unreachable, OffNetwork}};
    Sum const covered{group, {Covered}};
    all.write_to(row);
    covered.write_to(row);
    Sum{group, {TooFar, Unreachable, OffNetwork}}.write_to(row);
    for (auto const status : {TooFar, Unreachable, OffNetwork})
      row.push_back(value_of(Sum{group, {status}}.people.midpoint()));
    auto const residents = all.people.midpoint();
    row.push_back(residents > People{0} ? Value{covered.people.midpoint() / residents} : Value{});
    row.push_back(count_of(all.cells_without_number));
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

std::string_view name_of(RuleKind kind) noexcept {
  constexpr std::array<std::string_view, 3> kNames{"limit", "requirement", "account"};
  return kNames[static_cast<std::size_t>(kind)];
}

template <CostType Cost>
IdVector<CellId, Status> statuses_of(Coverage<Cost> const& coverage) {
  IdVector<CellId, Status> statuses;
  statuses.reserve(coverage.cells.size());
  for (auto const& cell : coverage.cells) statuses.push_back(cell.status);
  return statuses;
}

OutputTable group_table(std::span<CoverageRule const> rules, Population const& population,
                        ResidentRanges const& ranges, std::span<Zoning const* const> zonings) {
  OutputTable table{"groups",
                    columns_of("groups")({"rule_kind",
                                          "rule",
                                          "level",
                                          "zone_code",
                                          "zone_name",
                                          "group",
                                          "residents",
                                          "residents_low",
                                          "residents_high",
                                          "covered",
                                          "covered_low",
                                          "covered_high",
                                          "not_covered",
                                          "not_covered_low",
                                          "not_covered_high",
                                          "outside",
                                          "unreachable",
                                          "off_network",
                                          "share",
                                          "cells_without_number"}),
                    {},
                    {}};
  for (auto const& rule : rules) {
    IdVector<CellId, std::size_t> part_of;
    part_of.reserve(rule.statuses.size());
    for (auto const status : rule.statuses) part_of.push_back(static_cast<std::size_t>(status));
    auto const counted = coverage::count_in_parts(part_of, kStatuses, population, ranges, zonings);
    auto const add = [&](std::string const& level, Value const& code, std::string const& name,
                         ZoneInClasses const& zone) {
      add_zone(table, {std::string{name_of(rule.kind)}, rule.name, level, code, name},
               ranges.groups, zone);
    };
    add("total", {}, "Total", counted.total);
    for (std::size_t l = 0; l < zonings.size(); ++l) {
      auto const& zoning = *zonings[l];
      for (auto const& zone : counted.levels[l].zones) {
        if (zone.zone.is_none()) {
          add(zoning.level, {}, "Outside", zone);
        } else {
          add(zoning.level, zoning.zones[zone.zone].code, zoning.zones[zone.zone].name, zone);
        }
      }
    }
  }
  return table;
}

OutputTable group_columns(GroupColumns which, std::vector<std::vector<CellId>> const& cells_of_rows,
                          Population const& population, ResidentRanges const& ranges,
                          std::vector<GroupId> const& groups) {
  constexpr std::array<std::string_view, 7> kTables{
      "gaps", "cells", "places", "remedies", "joint_remedies", "reasons", "outside_groups"};
  bool const is_of_places = which == GroupColumns::Places;
  auto const columns = columns_of(kTables[static_cast<std::size_t>(which)]);
  OutputTable table{"groups", {}, {}, {}};
  table.rows.resize(cells_of_rows.size());
  for (auto const group : groups) {
    auto const& name = ranges.groups[group].name;
    table.columns.push_back(
        columns(is_of_places ? "{group}_fall_outside_low" : "{group}_low", name));
    table.columns.push_back(
        columns(is_of_places ? "{group}_fall_outside_high" : "{group}_high", name));
    for (std::size_t r = 0; r < cells_of_rows.size(); ++r) {
      PeopleRange people;
      bool is_bounded = true;
      for (auto const cell : cells_of_rows[r]) {
        people += ranges.at(cell, group);
        is_bounded = is_bounded && !ranges.is_unknown(population[cell], cell, group);
      }
      table.rows[r].push_back(value_of(people.low));
      table.rows[r].push_back(is_bounded ? value_of(people.high) : Value{});
    }
  }
  return table;
}

OutputTable outside_group_table(Population const& population, Municipalities const& municipalities,
                                IdVector<CellId, Status> const& statuses,
                                ResidentRanges const& ranges, std::vector<GroupId> const& groups) {
  OutputTable table{"outside_groups",
                    columns_of("outside_groups")({"cell_id", "municipality_code", "status"}),
                    {},
                    {}};
  std::vector<std::vector<CellId>> cells;
  for (auto const id : population.ids()) {
    auto const& cell = population[id];
    if (statuses[id] == Status::Covered || !cell.is_inhabited()) continue;
    table.rows.push_back(
        {cell.id, code_of(municipalities, cell.municipality), std::string{name_of(statuses[id])}});
    table.areas.push_back(cell.outline);
    cells.push_back({id});
  }
  append_columns(table,
                 group_columns(GroupColumns::OutsideGroups, cells, population, ranges, groups));
  return table;
}

template IdVector<CellId, Status> statuses_of(Coverage<Millimeters> const&);
template IdVector<CellId, Status> statuses_of(Coverage<Milliseconds> const&);

}  // namespace gapmap::tables
