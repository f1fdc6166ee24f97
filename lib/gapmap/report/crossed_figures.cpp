#include "gapmap/report/crossed_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gapmap/report/result_rows.h"
#include "gapmap/units/error.h"

namespace gapmap::report {
namespace {

using disclosure::Condition;
using disclosure::FigureId;

// Divisions, in their order; after them come levels, requirements and accounts.
enum Division : std::size_t { kHome, kClass, kStatus, kReason, kGap, kPlace, kClosing, kNoOther };
constexpr std::size_t kDivisions = 8;

// Layers: known residents, estimates where they are not known, then groups.
constexpr std::size_t kKnown = 0;
constexpr std::size_t kEstimated = 1;
constexpr std::size_t kGroups = 2;

/// What is hidden last, if there is a choice: totals, then whole zones, then their parts.
enum Rank : std::uint32_t { kOfAll, kOfZones, kOfParts, kOfGroups };

std::size_t level_division(std::size_t level) { return kDivisions + level; }
std::size_t requirement_division(CellFacts const& facts, std::size_t requirement) {
  return level_division(facts.levels.size()) + requirement;
}
std::size_t account_division(CellFacts const& facts, std::size_t account) {
  return requirement_division(facts, facts.requirements.size()) + account;
}

disclosure::CrossCounts counts_of(CellFacts const& facts) {
  std::vector<disclosure::Division> divisions{facts.municipalities.part_of,
                                              facts.distance_class,
                                              facts.status,
                                              facts.reason,
                                              facts.gap,
                                              facts.place,
                                              facts.closing,
                                              facts.has_no_other_place};
  for (auto const& level : facts.levels) divisions.push_back(level.part_of);
  for (auto const& [name, states] : facts.requirements) divisions.push_back(states);
  for (auto const& [name, statuses] : facts.accounts) divisions.push_back(statuses);
  std::vector<std::size_t> all;
  for (std::size_t d = 0; d < divisions.size(); ++d) all.push_back(d);
  std::vector<std::size_t> of_classes{kHome, kClass};
  for (std::size_t l = 0; l < facts.levels.size(); ++l) of_classes.push_back(level_division(l));
  std::vector<disclosure::Layer> layers{{facts.residents, all}, {facts.estimates, of_classes}};
  std::map<std::string, std::vector<std::size_t>> families;
  for (auto const& group : facts.groups) {
    if (!group.family.empty()) families[group.family].push_back(layers.size());
    layers.push_back({group.residents, of_classes});
  }
  disclosure::CrossCounts counts{std::move(divisions), std::move(layers)};
  for (auto const& [name, groups] : families) counts.add_family({kKnown, kEstimated}, groups);
  return counts;
}

std::optional<std::size_t> column_of(tables::OutputTable const& table, std::string_view name) {
  auto const found = std::ranges::find(table.columns, name, &tables::Column::name);
  if (found == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.columns.begin());
}

Condition exactly(std::size_t division, std::size_t part) {
  auto const is = static_cast<std::uint32_t>(part);
  return {division, is, is};
}

/// The part of a zone by code and name. Throws InputError if they do not tell zones apart.
std::uint32_t part_in(CellFacts::Level const& level, std::string_view code, std::string_view name) {
  std::uint32_t part = 0;
  for (std::size_t z = 0; z < level.zones.size(); ++z) {
    if (level.zones[z].first != code || level.zones[z].second != name) continue;
    if (part != 0) {
      throw InputError{{level.name},
                       fmt::format("two zones are called {} {}, so `publish` cannot tell whom "
                                   "their figures count",
                                   code, name),
                       "give each a code of its own"};
    }
    part = static_cast<std::uint32_t>(z + 1);
  }
  expects(part != 0, "figures are of zones that there are");
  return part;
}

}  // namespace

CrossedFigures::CrossedFigures(std::span<tables::OutputTable const> tables, CellFacts const& facts)
    : tables_{tables}, facts_{facts}, counts_{counts_of(facts)} {
  for (std::size_t t = 0; t < tables.size(); ++t) {
    auto const& name = tables[t].name;
    if (name == "municipalities") add_municipalities(t);
    if (name == "accounts") add_accounts(t);
    if (name == "classes") add_classes(t);
    if (name == "zones") add_zones(t);
    if (name == "gaps") add_gaps(t);
    if (name == "requirements") add_requirements(t);
    if (name == "reasons") add_reasons(t);
    if (name == "places") add_places(t);
  }
}

std::optional<FigureId> CrossedFigures::add(Row const& row, std::string const& column,
                                            Conditions const& more, Layers const& layers) {
  auto const& table = tables_[row.table];
  auto const c = column_of(table, column);
  if (!c) return std::nullopt;
  auto conditions = row.conditions;
  conditions.insert(conditions.end(), more.begin(), more.end());
  auto const figure = counts_.add({layers, std::move(conditions)}, row.rank);
  auto const told = ResultRows{table}.number(row.row, column).value_or(0);
  auto const counted = counts_.count(figure);
  expects(std::abs(told - counted) <= 1e-6 * std::max(1.0, counted),
          "figures count the residents that they are said to");
  fields_.push_back({row.table, row.row, *c, {figure}});
  return figure;
}

void CrossedFigures::add_share(Row const& row, std::string const& column,
                               std::vector<std::optional<FigureId>> const& figures) {
  auto const c = column_of(tables_[row.table], column);
  if (!c) return;
  CountedField field{row.table, row.row, *c, {}};
  for (auto const& figure : figures) {
    expects(figure.has_value(), "a share is of figures of its table");
    field.figures.push_back(*figure);
  }
  fields_.push_back(std::move(field));
}

std::optional<FigureId> CrossedFigures::add_statuses(Row const& row, std::size_t division,
                                                     std::vector<std::string> const& names) {
  auto const residents = add(row, "residents", {});
  auto parts = row;
  parts.rank = std::max<std::uint32_t>(row.rank, row.conditions.empty() ? kOfAll : kOfParts);
  for (std::size_t status = 0; status < names.size(); ++status) {
    auto const figure = add(parts, names[status], {exactly(division, status)});
    if (status == 0) add_share(row, "share", {figure, residents});
  }
  return residents;
}

std::string_view CrossedFigures::text(std::size_t t, std::size_t row,
                                      std::string_view column) const {
  return ResultRows{tables_[t]}.text(row, column);
}

CrossedFigures::Row CrossedFigures::row_at_home(std::size_t t, std::size_t row) const {
  auto const code = text(t, row, "municipality_code");
  auto const name = text(t, row, "municipality_name");
  bool const has_code = ResultRows{tables_[t]}.value(row, "municipality_code") != tables::Value{};
  if (!has_code && name == "Total") return {t, row, kOfAll, {}};
  auto const part = has_code ? part_in(facts_.municipalities, code, name) : 0U;
  return {t, row, kOfZones, {exactly(kHome, part)}};
}

CrossedFigures::Row CrossedFigures::row_in_zone(std::size_t t, std::size_t row) const {
  auto const name = text(t, row, "level");
  if (name == "total") return {t, row, kOfAll, {}};
  auto const is_it = [&](CellFacts::Level const& level) { return level.name == name; };
  auto const found = std::ranges::find_if(facts_.levels, is_it);
  bool const is_home = name == "municipality";
  expects(is_home || found != facts_.levels.end(), "zones are of levels of the run");
  auto const& level = is_home ? facts_.municipalities : *found;
  auto const division =
      is_home ? std::size_t{kHome}
              : level_division(static_cast<std::size_t>(found - facts_.levels.begin()));
  bool const is_none = ResultRows{tables_[t]}.value(row, "zone_code") == tables::Value{};
  auto const part =
      is_none ? 0U : part_in(level, text(t, row, "zone_code"), text(t, row, "zone_name"));
  return {t, row, kOfZones, {exactly(division, part)}};
}

void CrossedFigures::add_municipalities(std::size_t t) {
  for (std::size_t r = 0; r < tables_[t].rows.size(); ++r) {
    auto row = row_at_home(t, r);
    auto const residents =
        add_statuses(row, kStatus, {"covered", "outside", "unreachable", "off_network"});
    if (row.rank == kOfZones) row.rank = kOfParts;
    for (std::size_t i = 0; i < facts_.requirements.size(); ++i) {
      auto const& name = facts_.requirements[i].first;
      auto const met = add(row, name + "_met", {exactly(requirement_division(facts_, i), 0)});
      add_share(row, name + "_share", {met, residents});
    }
  }
}

void CrossedFigures::add_accounts(std::size_t t) {
  for (std::size_t r = 0; r < tables_[t].rows.size(); ++r) {
    auto const name = text(t, r, "account");
    auto const found = std::ranges::find_if(
        facts_.accounts, [&](auto const& account) { return account.first == name; });
    expects(found != facts_.accounts.end(), "figures are of accounts that there are");
    auto const account = static_cast<std::size_t>(found - facts_.accounts.begin());
    auto const division = account_division(facts_, account);
    auto row = row_at_home(t, r);
    add_statuses(row, division, {"covered", "outside", "unreachable", "off_network"});
    row.rank = row.rank == kOfAll ? kOfZones : kOfParts;
    auto const [own_county, without_ferries] = facts_.narrower_accounts[account];
    auto const add_covered_but_not_by = [&](std::string const& column, std::size_t other) {
      Condition const is_not_covered{account_division(facts_, other), 1, 3};
      add(row, column, {exactly(division, 0), is_not_covered});
    };
    add_covered_but_not_by("covered_only_by_other_counties", own_county);
    add_covered_but_not_by("covered_only_by_ferry", without_ferries);
  }
}

void CrossedFigures::add_classes(std::size_t t) {
  auto const& rows = tables_[t].rows;
  std::size_t first = 0;  // of the zone and group
  auto const is_same = [&](std::size_t r) {
    for (auto const* column : {"level", "zone_code", "zone_name", "group"}) {
      if (text(t, r, column) != text(t, first, column)) return false;
    }
    return true;
  };
  std::optional<FigureId> whole;
  Layers layers;
  Row zone{};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (r == 0 || !is_same(r)) {
      first = r;
      zone = row_in_zone(t, r);
      layers = {kKnown, kEstimated};
      for (std::size_t g = 0; g < facts_.groups.size(); ++g) {
        if (facts_.groups[g].name == text(t, r, "group")) layers = {kGroups + g};
      }
      whole = counts_.add({layers, zone.conditions},
                          layers.size() > 1 ? zone.rank : zone.rank + std::uint32_t{kOfGroups});
    }
    auto row = zone;
    row.row = r;
    bool const is_of_all = row.rank == kOfAll;
    row.rank = (layers.size() == 1 ? kOfGroups : 0U) + (is_of_all ? kOfZones : kOfParts);
    auto const c = static_cast<std::uint32_t>(r - first);
    add_share(row, "share", {add(row, "residents", {{kClass, c, c}}, layers), whole});
    bool const has_distance = ResultRows{tables_[t]}.number(r, "cumulative").has_value();
    if (!has_distance) continue;
    add_share(row, "cumulative_share", {add(row, "cumulative", {{kClass, 0, c}}, layers), whole});
  }
}

void CrossedFigures::add_zones(std::size_t t) {
  for (std::size_t r = 0; r < tables_[t].rows.size(); ++r) {
    add_statuses(row_in_zone(t, r), kStatus, {"covered", "outside", "unreachable", "off_network"});
  }
}

void CrossedFigures::add_gaps(std::size_t t) {
  for (std::size_t r = 0; r < tables_[t].rows.size(); ++r) {
    auto row = row_at_home(t, r);
    row.rank = kOfParts;
    row.conditions.push_back(exactly(kGap, r + 1));
    add(row, "residents", {});
    for (std::size_t reason = 0; reason < facts_.reasons.size(); ++reason)
      add(row, "residents_" + facts_.reasons[reason], {exactly(kReason, reason + 1)});
  }
}

void CrossedFigures::add_requirements(std::size_t t) {
  for (std::size_t r = 0; r < tables_[t].rows.size(); ++r) {
    expects(r < facts_.requirements.size(), "figures are of requirements that there are");
    add_statuses({t, r, kOfAll, {}}, requirement_division(facts_, r),
                 {"met", "too_far", "unreachable", "off_network"});
  }
}

void CrossedFigures::add_reasons(std::size_t t) {
  for (std::size_t r = 0; r < tables_[t].rows.size(); ++r) {
    auto row = row_at_home(t, r);
    auto const found = std::ranges::find(facts_.reasons, text(t, r, "reason"));
    row.rank = row.rank == kOfAll ? kOfZones : kOfParts;
    add(row, "residents",
        {exactly(kReason, static_cast<std::size_t>(found - facts_.reasons.begin()) + 1)});
  }
}

void CrossedFigures::add_places(std::size_t t) {
  for (std::size_t r = 0; r < tables_[t].rows.size(); ++r) {
    Row const row{t, r, kOfParts, {exactly(kPlace, r + 1)}};
    add(row, "residents_nearest", {});
    add(row, "residents_within_limit", {{kClosing, 1, 2}});
    add(row, "stay_covered", {exactly(kClosing, 1)});
    add(row, "fall_outside", {exactly(kClosing, 2)});
    add(row, "become_unreachable", {exactly(kNoOther, 1)});
  }
}

}  // namespace gapmap::report
