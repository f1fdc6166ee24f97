#include "gapmap/places/denominators.h"

#include <algorithm>

namespace gapmap::places {
namespace {

void add(AssignmentCount& count, Cell const& cell) {
  ++count.cells;
  count.residents += cell.residents.value_or(People{0});
}
void add(AssignmentCount& count, AssignmentCount const& more) {
  count.cells += more.cells;
  count.residents += more.residents;
}

void add(DenominatorRow& row, Cell const& cell) {
  ++row.cells;
  row.residents += cell.residents.value_or(People{0});
  if (!cell.residents) ++row.cells_without_number;
  if (std::ranges::any_of(cell.groups, [](auto const& number) { return !number; })) {
    ++row.cells_with_suppressed_groups;
  }
  if (cell.lies == Lies::Across) add(row.across, cell);
  if (cell.lies == Lies::Beside) add(row.beside, cell);
  if (cell.lies == Lies::Across && cell.is_mostly_outside) add(row.mostly_outside, cell);
  if (cell.is_center_outside) add(row.center_outside, cell);
  if (is_shared(cell.countries)) add(row.shared, cell);
}

/// Adds `more`; a sum with an unknown number is unknown, as it would be too small.
void add(std::optional<People>& sum, std::optional<People> const& more) {
  sum = sum && more ? std::optional{*sum + *more} : std::nullopt;
}

void add(DenominatorRow& sum, DenominatorRow const& more) {
  sum.cells += more.cells;
  sum.cells_without_number += more.cells_without_number;
  sum.cells_with_suppressed_groups += more.cells_with_suppressed_groups;
  sum.residents += more.residents;
  for (auto const part :
       {&DenominatorRow::across, &DenominatorRow::center_outside, &DenominatorRow::mostly_outside,
        &DenominatorRow::beside, &DenominatorRow::shared}) {
    add(sum.*part, more.*part);
  }
  for (std::size_t g = 0; g < sum.groups.size(); ++g) {
    sum.groups[g] += more.groups[g];
    sum.cells_without_bound[g] += more.cells_without_bound[g];
  }
}

void add_official(DenominatorRow& sum, DenominatorRow const& more) {
  add(sum.official, more.official);
  for (std::size_t g = 0; g < sum.official_groups.size(); ++g)
    add(sum.official_groups[g], more.official_groups[g]);
}

DenominatorRow empty_row(MunicipalityId municipality, std::size_t groups) {
  DenominatorRow row{.municipality = municipality};
  row.groups.resize(groups);
  row.cells_without_bound.resize(groups);
  row.official_groups.resize(groups);
  return row;
}

void set_official(DenominatorRow& row, OfficialCount const& count) {
  row.official = count.residents;
  row.official_groups[0] = count.residents;
  for (auto const g : count.groups.ids()) row.official_groups[g.value() + 1] = count.groups[g];
}

}  // namespace

bool is_shared(std::string const& countries) {
  return countries.find_first_of("-,;/ ") != std::string::npos;
}

Denominators denominators(Population const& population, Municipalities const& municipalities,
                          ResidentRanges const& ranges, OfficialCounts const& official) {
  std::size_t const groups = ranges.groups.size();
  IdVector<MunicipalityId, DenominatorRow> rows;
  for (auto const m : municipalities.ids()) rows.push_back(empty_row(m, groups));
  auto outside = empty_row(MunicipalityId::none(), groups);
  for (auto const id : population.ids()) {
    auto const& cell = population[id];
    auto& row = cell.municipality.is_none() ? outside : rows[cell.municipality];
    add(row, cell);
    for (auto const g : ranges.groups.ids()) {
      if (ranges.is_unknown(cell, id, g)) ++row.cells_without_bound[g.value()];
    }
  }
  auto sums = sums_by_municipality(ranges, population, municipalities.size());
  for (auto const m : municipalities.ids()) rows[m].groups = std::move(sums[m.value()]);
  outside.groups = std::move(sums.back());

  Denominators result{.total = empty_row(MunicipalityId::none(), groups)};
  result.total.official = People{0};
  std::ranges::fill(result.total.official_groups, People{0});
  for (auto const m : municipalities.ids()) {
    if (!municipalities[m].is_studied) continue;
    if (!official.empty()) set_official(rows[m], official[m]);
    if (!official.empty() && !rows[m].official) result.without_official.push_back(m);
    add(result.total, rows[m]);
    add_official(result.total, rows[m]);
    result.municipalities.push_back(std::move(rows[m]));
  }
  add(result.total, outside);
  if (outside.cells > 0) result.outside = std::move(outside);
  return result;
}

}  // namespace gapmap::places

namespace gapmap {

std::optional<double> DenominatorRow::ratio() const noexcept {
  if (!official || !(*official > People{0})) return std::nullopt;
  return residents / *official;
}

std::optional<People> DenominatorRow::difference() const noexcept {
  if (!official) return std::nullopt;
  return *official - residents;
}

}  // namespace gapmap
