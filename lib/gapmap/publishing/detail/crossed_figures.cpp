#include "gapmap/publishing/detail/crossed_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "gapmap/coverage/reasons.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"

namespace gapmap::publishing {
namespace {

using disclosure::Condition;
using disclosure::FigureId;
using tables::Counts;
using tables::Whom;

/// What figures are worth to those who read them, the most worth first: of figures that might be
/// hidden to protect others, the last goes. The question is how many live too far away and where,
/// so what answers it for a municipality stays before what tells more about the same people.
/// Figures of several statuses, and of some of the covered residents, come behind those of one
/// status.
enum Worth : std::uint32_t {
  kWholeArea = 0,
  kMunicipality = 10,     ///< its residents
  kMunicipalStatus = 20,  ///< those covered, outside, unreachable, off the network
  kPartOfWhole = 30,      ///< of the whole area by reason, class, requirement or account
  kZone = 40,             ///< of further levels
  kZoneStatus = 50,
  kOneGap = 60,
  kReasonInMunicipality = 70,
  kClassInZone = 80,
  kNearestPlace = 90,
  kRuleInZone = 100,  ///< accounts, requirements and further limits
  kGroupInZone = 110,
  kGroupPart = 120,
};
constexpr std::uint32_t kOfSeveral = 1;
constexpr std::uint32_t kOfCovered = 2;

Condition exactly(std::size_t division, std::size_t part) {
  auto const is = static_cast<std::uint32_t>(part);
  return {division, is, is};
}

using NamedParts = std::vector<std::pair<std::string, CellFacts::Parts>>;

std::optional<std::size_t> index_of(NamedParts const& divisions, std::string_view name) {
  auto const found = std::ranges::find(divisions, name, &NamedParts::value_type::first);
  if (found == divisions.end()) return std::nullopt;
  return static_cast<std::size_t>(found - divisions.begin());
}

/// Returns the part of a zone by code and name.
/// Throws: InputError if two zones have the same code and name.
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

CrossedFigures::CrossedFigures(std::span<tables::OutputTable const> tables, CellFacts const& facts,
                               disclosure::CrossCounts& counts, Numbering const& numbering)
    : tables_{tables}, facts_{facts}, counts_{counts}, numbering_{numbering} {
  for (std::size_t t = 0; t < tables.size(); ++t) {
    if (tables[t].name == "classes") {
      add_classes(t);
    } else if (auto const subject = subject_of(tables[t].name); subject != nullptr) {
      for (std::size_t r = 0; r < tables[t].rows.size(); ++r) add_row((this->*subject)(t, r));
    }
  }
}

CrossedFigures::OfRow CrossedFigures::subject_of(std::string_view table) {
  constexpr std::array kSubjects{
      std::pair{std::string_view{"municipalities"}, OfRow{&CrossedFigures::row_at_home}},
      std::pair{std::string_view{"accounts"}, OfRow{&CrossedFigures::row_of_account}},
      std::pair{std::string_view{"groups"}, OfRow{&CrossedFigures::row_by_rule}},
      std::pair{std::string_view{"zones"}, OfRow{&CrossedFigures::row_in_zone}},
      std::pair{std::string_view{"gaps"}, OfRow{&CrossedFigures::row_of_gap}},
      std::pair{std::string_view{"requirements"}, OfRow{&CrossedFigures::row_of_requirement}},
      std::pair{std::string_view{"reasons"}, OfRow{&CrossedFigures::row_of_reason}},
      std::pair{std::string_view{"places"}, OfRow{&CrossedFigures::row_of_place}}};
  for (auto const& [name, subject] : kSubjects) {
    if (name == table) return subject;
  }
  return nullptr;
}

std::vector<std::size_t> CrossedFigures::divisions_of_cells() const {
  std::vector<std::size_t> of_cells{kClass, kStatus, kReason, kGap, kPlace};
  auto const last = account_division(facts_, facts_.accounts.size());
  for (auto d = level_division(facts_, 0); d < last; ++d) of_cells.push_back(d);
  for (auto& division : of_cells) division = numbering_.divisions[division];
  return of_cells;
}

std::uint32_t CrossedFigures::rank_of(Row const& row, Counts const& counts) {
  auto const whom = counts.whom;
  bool const is_of_part = whom == Whom::OnlyByOtherCounties || whom == Whom::OnlyByFerry;
  // Residents of several statuses follow from those of each.
  bool const is_of_several = whom == Whom::WithStatus && counts.from != counts.to;
  auto rank = whom == Whom::Everybody ? row.rank : row.rank_of_parts;
  if (is_of_part) rank += kOfCovered;
  if (is_of_several) rank += kOfSeveral;
  if (whom == Whom::WithRequirement)
    rank = std::max<std::uint32_t>(rank, row.rank == kWholeArea ? kPartOfWhole : kRuleInZone);
  return rank;
}

void CrossedFigures::add_row(Row const& row) {
  auto const& table = tables_[row.table];
  // Figures of this row so far, with whom they count, which serve its shares as denominators.
  struct Known {
    Counts counts;
    std::string part;
    FigureId figure;
  };
  std::vector<Known> known;
  auto whole = row.whole;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    auto const column = tables::find_column(table.columns[c].name, table.name);
    if (!column) continue;
    auto counts = column->declared.counts;
    auto const more = conditions_of(row, counts, column->part);
    if (!more) continue;
    if (counts.is_share) {
      counts.is_share = false;
      auto const some = std::ranges::find_if(known, [&](Known const& each) {
        return each.counts == counts && each.part == column->part;
      });
      expects(some != known.end() && whole.has_value(), "a share is of figures of its table");
      fields_.push_back({row.table, row.row, c, {some->figure, *whole}});
      continue;
    }
    auto const figure = add(row, c, *more, rank_of(row, counts));
    if (counts.whom == Whom::Everybody && !whole) whole = figure;
    known.push_back({counts, column->part, figure});
  }
}

CrossedFigures::Row CrossedFigures::row_of(std::string_view table, std::size_t row) const {
  auto const found = std::ranges::find(tables_, table, &tables::OutputTable::name);
  auto const subject = subject_of(table);
  expects(found != tables_.end() && subject != nullptr, "figures are of tables that count people");
  return (this->*subject)(static_cast<std::size_t>(found - tables_.begin()), row);
}

std::vector<FigureId> CrossedFigures::figures_of(std::string_view table, std::size_t row,
                                                 Counts const& column) {
  auto const counted = row_of(table, row);
  auto const more = conditions_of(counted, column, {});
  if (!more) return {};
  std::vector figures{figure_of(counted, *more, rank_of(counted, column))};
  if (column.is_share) figures.push_back(figure_of(counted, {}, counted.rank));
  return figures;
}

FigureId CrossedFigures::figure_in_part(std::string_view table, std::size_t row,
                                        Condition const& part, bool is_gap) {
  auto const counted = row_of(table, row);
  return figure_of(counted, {}, is_gap ? std::uint32_t{kOneGap} : counted.rank_of_parts, {part});
}

FigureId CrossedFigures::figure_of(Row const& row, Conditions const& more, std::uint32_t rank,
                                   Conditions const& further) {
  disclosure::Crossing crossing{row.layers, row.conditions};
  crossing.conditions.insert(crossing.conditions.end(), more.begin(), more.end());
  for (auto& layer : crossing.layers) layer = numbering_.layers[layer];
  for (auto& condition : crossing.conditions)
    condition.division = numbering_.divisions[condition.division];
  crossing.conditions.insert(crossing.conditions.end(), further.begin(), further.end());
  return counts_.add(crossing, rank);
}

FigureId CrossedFigures::add(Row const& row, std::size_t column, Conditions const& more,
                             std::uint32_t rank) {
  auto const& table = tables_[row.table];
  auto const figure = figure_of(row, more, rank);
  auto const told =
      tables::ResultRows{table}.number(row.row, table.columns[column].name).value_or(0);
  auto const counted = counts_.count(figure);
  expects(std::abs(told - counted) <= 1e-6 * std::max(1.0, counted),
          "figures count the residents that they are said to");
  fields_.push_back({row.table, row.row, column, {figure}});
  return figure;
}

std::optional<CrossedFigures::Conditions> CrossedFigures::conditions_of(
    Row const& row, Counts const& counts, std::string_view part) const {
  auto const covered_but_not_by = [&](std::size_t other) {
    Condition const is_not_covered{account_division(facts_, other), 1, 3};
    return Conditions{exactly(row.statuses, 0), is_not_covered};
  };
  auto const& [whom, from, to, rule, is_share] = counts;
  switch (whom) {
    case Whom::Unpublished:
    case Whom::Nobody:
      return std::nullopt;
    case Whom::Everybody:
      return Conditions{};
    case Whom::WithStatus:
      return Conditions{{row.statuses, from, to}};
    case Whom::WithRequirement: {
      auto const found = index_of(facts_.requirements, part);
      if (!found) return std::nullopt;
      return Conditions{exactly(requirement_division(facts_, *found), 0)};
    }
    case Whom::WithReason: {
      auto const found = std::ranges::find(facts_.reasons, name_of(static_cast<Reason>(from)));
      if (found == facts_.reasons.end()) return std::nullopt;
      auto const reason = static_cast<std::size_t>(found - facts_.reasons.begin());
      return Conditions{exactly(kReason, reason + 1)};
    }
    case Whom::InClass:
      return Conditions{exactly(kClass, row.distance_class)};
    case Whom::UpToClass:
      // Classes without a distance have no cumulative figure.
      if (!tables::ResultRows{tables_[row.table]}.number(row.row, "cumulative"))
        return std::nullopt;
      return Conditions{{kClass, 0, row.distance_class}};
    case Whom::OnlyByOtherCounties:
      return covered_but_not_by(facts_.narrower_accounts[row.account].first);
    case Whom::OnlyByFerry:
      return covered_but_not_by(facts_.narrower_accounts[row.account].second);
    case Whom::ByRule: {
      auto const found = index_of(facts_.rules, rule);
      if (!found) return std::nullopt;
      return Conditions{{kFirstRule + *found, from, to}};
    }
  }
  return std::nullopt;
}

std::string_view CrossedFigures::text(std::size_t t, std::size_t row,
                                      std::string_view column) const {
  return tables::ResultRows{tables_[t]}.text(row, column);
}

CrossedFigures::Row CrossedFigures::row_at_home(std::size_t t, std::size_t row) const {
  auto const code = text(t, row, "municipality_code");
  auto const name = text(t, row, "municipality_name");
  bool const has_code =
      tables::ResultRows{tables_[t]}.value(row, "municipality_code") != tables::Value{};
  if (!has_code && name == "Total") return {t, row, kWholeArea, kWholeArea, {}, kStatus};
  auto const part = has_code ? part_in(facts_.municipalities, code, name) : 0U;
  return {t, row, kMunicipality, kMunicipalStatus, {exactly(kHome, part)}, kStatus};
}

CrossedFigures::Row CrossedFigures::row_in_zone(std::size_t t, std::size_t row) const {
  auto const name = text(t, row, "level");
  if (name == "total") return {t, row, kWholeArea, kWholeArea, {}, kStatus};
  auto const is_it = [&](CellFacts::Level const& level) { return level.name == name; };
  auto const found = std::ranges::find_if(facts_.levels, is_it);
  bool const is_home = name == "municipality";
  expects(is_home || found != facts_.levels.end(), "zones are of levels of the run");
  auto const& level = is_home ? facts_.municipalities : *found;
  auto const division =
      is_home ? std::size_t{kHome}
              : level_division(facts_, static_cast<std::size_t>(found - facts_.levels.begin()));
  bool const is_none = tables::ResultRows{tables_[t]}.value(row, "zone_code") == tables::Value{};
  auto const part =
      is_none ? 0U : part_in(level, text(t, row, "zone_code"), text(t, row, "zone_name"));
  return {t,
          row,
          is_home ? kMunicipality : kZone,
          is_home ? kMunicipalStatus : kZoneStatus,
          {exactly(division, part)},
          kStatus};
}

CrossedFigures::Row CrossedFigures::row_of_group(std::size_t t, std::size_t row) const {
  auto told = row_in_zone(t, row);
  told.layers = {kKnown, kEstimated};
  for (std::size_t g = 0; g < facts_.groups.size(); ++g) {
    if (facts_.groups[g].name == text(t, row, "group")) told.layers = {kGroups + g};
  }
  if (told.layers.size() == 1) {
    bool const is_whole_area = told.rank == kWholeArea;
    told.rank = is_whole_area ? kPartOfWhole : kGroupInZone;
    told.rank_of_parts = is_whole_area ? kPartOfWhole : kGroupPart;
  }
  return told;
}

CrossedFigures::Row CrossedFigures::row_by_rule(std::size_t t, std::size_t row) const {
  auto told = row_of_group(t, row);
  auto const rule = text(t, row, "rule");
  auto const by_rule = told.rank == kWholeArea ? kPartOfWhole : kRuleInZone;
  if (text(t, row, "rule_kind") == "account") {
    auto const found = index_of(facts_.accounts, rule);
    expects(found.has_value(), "figures are of accounts that there are");
    told.statuses = account_division(facts_, *found);
    told.rank_of_parts = std::max<std::uint32_t>(told.rank_of_parts, by_rule);
  } else if (auto const found = index_of(facts_.requirements, rule)) {
    told.statuses = requirement_division(facts_, *found);
    told.rank_of_parts = std::max<std::uint32_t>(told.rank_of_parts, by_rule);
  } else {
    expects(text(t, row, "rule_kind") == "limit", "figures are of requirements that there are");
  }
  return told;
}

CrossedFigures::Row CrossedFigures::row_of_account(std::size_t t, std::size_t row) const {
  auto const name = text(t, row, "account");
  auto const found = index_of(facts_.accounts, name);
  expects(found.has_value(), "figures are of accounts that there are");
  auto told = row_at_home(t, row);
  told.account = *found;
  told.statuses = account_division(facts_, told.account);
  told.rank_of_parts = told.rank == kWholeArea ? kPartOfWhole : kRuleInZone;
  return told;
}

CrossedFigures::Row CrossedFigures::row_of_gap(std::size_t t, std::size_t row) const {
  auto told = row_at_home(t, row);
  told.rank = told.rank_of_parts = kOneGap;
  told.conditions.push_back(exactly(kGap, row + 1));
  return told;
}

CrossedFigures::Row CrossedFigures::row_of_requirement(std::size_t t, std::size_t row) const {
  expects(row < facts_.requirements.size(), "figures are of requirements that there are");
  return {t, row, kWholeArea, kPartOfWhole, {}, requirement_division(facts_, row)};
}

CrossedFigures::Row CrossedFigures::row_of_reason(std::size_t t, std::size_t row) const {
  auto told = row_at_home(t, row);
  auto const found = std::ranges::find(facts_.reasons, text(t, row, "reason"));
  told.rank = told.rank == kWholeArea ? kPartOfWhole : kReasonInMunicipality;
  told.conditions.push_back(
      exactly(kReason, static_cast<std::size_t>(found - facts_.reasons.begin()) + 1));
  return told;
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): add_rows() takes members.
CrossedFigures::Row CrossedFigures::row_of_place(std::size_t t, std::size_t row) const {
  return {t, row, kNearestPlace, kNearestPlace, {exactly(kPlace, row + 1)}, kStatus};
}

void CrossedFigures::add_classes(std::size_t t) {
  auto const& rows = tables_[t].rows;
  std::size_t first = 0;  // first row of the zone and group
  auto const is_same = [&](std::size_t r) {
    for (auto const* column : {"level", "zone_code", "zone_name", "group"}) {
      if (text(t, r, column) != text(t, first, column)) return false;
    }
    return true;
  };
  Row zone{};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (r == 0 || !is_same(r)) {
      first = r;
      zone = row_of_group(t, r);
      zone.whole = figure_of(zone, {}, zone.rank);
      zone.rank_of_parts = std::max<std::uint32_t>(
          zone.rank_of_parts, zone.rank == kWholeArea ? kPartOfWhole : kClassInZone);
    }
    auto row = zone;
    row.row = r;
    row.distance_class = static_cast<std::uint32_t>(r - first);
    add_row(row);
  }
}

}  // namespace gapmap::publishing
