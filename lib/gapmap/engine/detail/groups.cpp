#include "gapmap/engine/detail/groups.h"

#include <algorithm>

#include "gapmap/tables/group_table.h"

namespace gapmap::engine {
namespace {

/// The cells of each place that would fall outside the limit if it closed.
template <CostType Cost>
std::vector<std::vector<CellId>> falling_outside(CoverageResult<Cost> const& result) {
  std::vector<std::vector<CellId>> cells(result.closures.size());
  auto const limit = result.coverage.limit;
  for (auto const cell : result.scene.population().ids()) {
    auto const row = result.reach.row(cell);
    if (row.empty() || row[0].cost > limit) continue;
    bool const stays = row.size() > 1 && row[1].cost <= limit;
    if (!stays) cells[row[0].place.value()].push_back(cell);
  }
  return cells;
}

}  // namespace

ChosenGroups chosen_groups(job::GroupChoice const& choice, Groups const& groups) {
  std::vector<std::string> names;
  for (auto const& group : groups) names.push_back(group.name);
  return {GroupId{job::group_named("for", choice.about, names)},
          GroupId{job::group_named("gaps-by", choice.gaps_by, names)}};
}

std::vector<GroupId> groups_of_source(ResidentRanges const& ranges) {
  std::vector<GroupId> groups;
  for (auto const g : ranges.groups.ids()) {
    if (g != ResidentRanges::everybody()) groups.push_back(g);
  }
  return groups;
}

template <CostType Cost>
void order_gaps(std::vector<Gap<Cost>>& gaps, GroupId by, ResidentRanges const& ranges) {
  if (by == ResidentRanges::everybody()) return;
  std::vector<std::pair<People, std::size_t>> order;
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    PeopleRange sum;
    for (auto const cell : gaps[g].cells) sum += ranges.at(cell, by);
    order.emplace_back(sum.midpoint(), g);
  }
  std::ranges::stable_sort(order, std::greater{}, [](auto const& each) { return each.first; });
  std::vector<Gap<Cost>> sorted;
  sorted.reserve(gaps.size());
  for (auto const& [people, g] : order) sorted.push_back(std::move(gaps[g]));
  gaps = std::move(sorted);
}

template <CostType Cost>
void add_group_columns(CoverageResult<Cost> const& result, tables::OutputTable& gaps,
                       tables::OutputTable& cells, tables::OutputTable& places) {
  auto const& population = result.scene.population();
  auto const& ranges = result.scene.counted->ranges;
  auto const columns = [&](tables::OutputTable& table, std::vector<std::vector<CellId>> const& rows,
                           std::vector<GroupId> const& groups, tables::GroupColumns which) {
    tables::append_columns(table, tables::group_columns(which, rows, population, ranges, groups));
  };
  std::vector<std::vector<CellId>> of_gaps;
  for (auto const& gap : result.gaps) of_gaps.push_back(gap.cells);
  columns(gaps, of_gaps, groups_of_source(ranges), tables::GroupColumns::Gaps);
  auto const about = chosen_groups(result.job.groups, ranges.groups).about;
  if (about == ResidentRanges::everybody()) return;
  std::vector<std::vector<CellId>> of_cells;
  for (auto const cell : population.ids()) of_cells.push_back({cell});
  columns(cells, of_cells, {about}, tables::GroupColumns::Cells);
  columns(places, falling_outside(result), {about}, tables::GroupColumns::Places);
}

template void order_gaps(std::vector<Gap<Millimeters>>&, GroupId, ResidentRanges const&);
template void order_gaps(std::vector<Gap<Milliseconds>>&, GroupId, ResidentRanges const&);
template void add_group_columns(CoverageResult<Millimeters> const&, tables::OutputTable&,
                                tables::OutputTable&, tables::OutputTable&);
template void add_group_columns(CoverageResult<Milliseconds> const&, tables::OutputTable&,
                                tables::OutputTable&, tables::OutputTable&);

}  // namespace gapmap::engine
