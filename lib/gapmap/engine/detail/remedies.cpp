#include "gapmap/engine/detail/remedies.h"

#include <algorithm>
#include <set>
#include <span>

#include "gapmap/engine/detail/groups.h"
#include "gapmap/reach/matrix.h"
#include "gapmap/tables/group_table.h"

namespace gapmap::engine {
namespace {

/// Candidates of a run, and where they meet the roads.
struct Sites {
  Places candidates;
  IdVector<PlaceId, Attachment> attached;
  RemedyOptions options;
};

template <CostType Cost>
Sites near_gaps(Candidates const& all, std::span<Gap<Cost> const> gaps,
                Population const& population, Meters reach, WorkingFrame const& frame) {
  std::vector<Point> points;
  std::vector<Point> cells;
  for (auto const& candidate : all.read.places) points.push_back(candidate.point);
  for (auto const& gap : gaps) {
    for (auto const cell : gap.cells) cells.push_back(population[cell].center);
  }
  auto const is_near = are_within_reach(points, cells, reach, frame);
  Sites sites;
  std::set<Point> taken;  // a town under a second name is not a second remedy
  for (auto const f : all.attached.ids()) {
    if (is_near[f.value()] == 0 || !all.attached[f].is_attached()) continue;
    if (!taken.insert(all.read.places[f].point).second) continue;
    sites.candidates.push_back(all.read.places[f]);
    sites.attached.push_back(all.attached[f]);
  }
  return sites;
}

template <CostType Cost>
Sites centers_of(std::span<Gap<Cost> const> gaps, Population const& population,
                 Scene<Cost> const& scene) {
  Sites sites;
  std::vector<Point> points;
  for (std::uint32_t g = 0; g < gaps.size(); ++g) {
    for (auto const id : gaps[g].cells) {
      auto const& cell = population[id];
      sites.candidates.push_back({.id = cell.id, .name = cell.id, .point = cell.center});
      sites.options.gap_of.push_back(g);
      points.push_back(cell.center);
    }
  }
  // Where streets are one-way a place may meet another road than the homes around it.
  sites.attached = IdVector<PlaceId, Attachment>{
      access::attach(points, scene.roads->assembly.network, *scene.frame, scene.weighed->places)};
  return sites;
}

/// What cells count when places are chosen: the middle of what is known of the group; nothing where
/// residents are unknown. Empty if everybody counts.
IdVector<CellId, double> weights_of(GroupId group, Population const& population,
                                    ResidentRanges const& ranges) {
  IdVector<CellId, double> weights;
  if (group == ResidentRanges::everybody()) return weights;
  for (auto const id : population.ids()) {
    auto const is_known = population[id].residents.has_value();
    weights.push_back(is_known ? ranges.at(id, group).midpoint().value() : 0);
  }
  return weights;
}

/// Only cells that are not covered yet are searched, for the others gain nothing.
template <CostType Cost>
IdVector<CellId, Attachment> uncovered(Coverage<Cost> const& coverage, reach::Ends const& ends) {
  auto cells = ends.cells;
  for (auto const cell : cells.ids()) {
    if (coverage.cells[cell].status == Status::Covered) cells[cell] = {};
  }
  return cells;
}

}  // namespace

template <CostType Cost>
Remedies<Cost> find_remedies(CoverageResult<Cost> const& result, Listener& listener) {
  auto const& job = result.job;
  auto const& scene = result.scene;
  auto const& coverage = result.coverage;
  auto const& gaps = result.gaps;
  auto const& population = scene.population();
  auto const& frame = *scene.frame;
  if (job.remedies.gaps == 0) return {};
  auto const largest = std::span{gaps}.first(std::min(job.remedies.gaps, gaps.size()));
  return listener.stage("remedy gaps", [&] {
    auto sites = scene.candidates ? near_gaps<Cost>(*scene.candidates, largest, population,
                                                    job::reach_of(job), frame)
                                  : centers_of<Cost>(largest, population, scene);
    auto const ends = reach::ends_of(uncovered(coverage, scene.ends), std::move(sites.attached),
                                     frame, job.travel.max_off_road);
    auto const reach = reach::matrix(
        scene.roads->graph, scene.weighed->costs, ends, job.travel.profile,
        reach::MatrixOptions<Cost>{.cutoff = coverage.limit, .trip = job.travel.trip});
    sites.options.together = largest.size();
    auto const& ranges = scene.counted->ranges;
    sites.options.weights =
        weights_of(chosen_groups(job.groups, ranges.groups).gaps_by, population, ranges);
    return Remedies<Cost>{
        .candidates = std::move(sites.candidates),
        .kind = scene.candidates ? tables::RemedyKind::Candidate : tables::RemedyKind::Cell,
        .of_gaps =
            coverage::find_remedies<Cost>(population, coverage, largest, reach, sites.options),
        .joint =
            coverage::choose_together<Cost>(population, coverage, largest, reach, sites.options)};
  });
}

template <CostType Cost>
std::vector<tables::OutputTable> add_remedies(CoverageResult<Cost> const& result,
                                              tables::OutputTable& gap_table) {
  auto const& remedies = result.remedies;
  auto const& ranges = result.scene.counted->ranges;
  tables::RemedyRun<Cost> const run{result.scene.population(),
                                    remedies.candidates,
                                    remedies.kind,
                                    remedies.of_gaps,
                                    remedies.joint,
                                    ranges,
                                    chosen_groups(result.job.groups, ranges.groups).gaps_by};
  tables::append_columns(gap_table, tables::gap_remedy_columns<Cost>(run, result.gaps));
  auto single = tables::remedy_table(run);
  auto joint = tables::joint_remedy_table(run);
  std::vector<std::vector<CellId>> of_single;
  std::vector<std::vector<CellId>> of_joint;
  for (auto const& of_gap : remedies.of_gaps) {
    for (auto const& remedy : of_gap.best) of_single.push_back(remedy.cells);
  }
  for (auto const& remedy : remedies.joint) of_joint.push_back(remedy.cells);
  auto const groups = groups_of_source(run.ranges);
  tables::append_columns(single, tables::group_columns(tables::GroupColumns::Remedies, of_single,
                                                       run.population, run.ranges, groups));
  tables::append_columns(joint, tables::group_columns(tables::GroupColumns::JointRemedies, of_joint,
                                                      run.population, run.ranges, groups));
  return {std::move(single), std::move(joint)};
}

template Remedies<Millimeters> find_remedies(CoverageResult<Millimeters> const&, Listener&);
template Remedies<Milliseconds> find_remedies(CoverageResult<Milliseconds> const&, Listener&);

template std::vector<tables::OutputTable> add_remedies(CoverageResult<Millimeters> const&,
                                                       tables::OutputTable&);
template std::vector<tables::OutputTable> add_remedies(CoverageResult<Milliseconds> const&,
                                                       tables::OutputTable&);

}  // namespace gapmap::engine
