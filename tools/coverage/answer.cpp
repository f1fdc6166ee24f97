#include "tools/coverage/answer.h"

#include <algorithm>
#include <iterator>

#include "gapmap/coverage/closures.h"
#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/tables/class_table.h"
#include "gapmap/tables/flow_table.h"
#include "gapmap/tables/gap_map.h"
#include "gapmap/io/write_table.h"
#include "gapmap/tables/service_table.h"
#include "gapmap/places/assign_zones.h"
#include "tools/coverage/background.h"
#include "tools/coverage/class_tables.h"
#include "tools/coverage/cures.h"
#include "tools/coverage/denominators.h"
#include "tools/coverage/explanation.h"
#include "tools/coverage/indicators.h"
#include "tools/coverage/publish.h"
#include "tools/coverage/requirements.h"
#include "tools/coverage/zones.h"
#include "tools/delivery.h"

namespace gapmap::tools {
namespace {

/// What everything is found from.
struct Scene {
  CoverageJob const& job;
  Studied const& studied;
  Counted const& counted;
  WorkingFrame const& frame;
};

/// What a run finds, before it is written.
template <CostType Cost>
struct Findings {
  Coverage<Cost> coverage;
  std::vector<Gap<Cost>> gaps;
  CoverageSummary<Cost> summary;
  IdVector<FacilityId, Closure<Cost>> closures;
  RequirementResults requirements;
  IdVector<CellId, Accessibility> accessibility;
  Cures<Cost> cures;
};

template <CostType Cost>
Findings<Cost> find(Scene const& scene, Journeys<Cost> const& journeys, Cost limit,
                    Console& console) {
  auto const& [job, studied, counted, frame] = scene;
  auto const& population = studied.people.population;
  auto const& reach = journeys.reach;
  Findings<Cost> found;
  auto& [coverage, gaps, summary, closures, requirements, accessibility, cures] = found;
  coverage = coverage::assess(reach, limit);
  gaps =
      console.stage("find gaps", [&] { return coverage::find_gaps(population, found.coverage); });
  summary = coverage::summarise(coverage, population, studied.areas.municipalities);
  closures = console.stage("close each place",
                           [&] { return coverage::close_each(population, reach, limit); });
  requirements = find_requirements(job, studied, journeys, frame, console);
  accessibility = find_accessibility(job, journeys, population, console);
  cures = find_cures(job, journeys, population, coverage, gaps, frame, console);
  return found;
}

/// All tables of a run, in the order of the workbook's sheets.
template <CostType Cost>
std::vector<tables::OutputTable> tabulate(Scene const& scene, Journeys<Cost> const& journeys,
                                          Findings<Cost> const& found,
                                          tables::CoverageRun<Cost> const& run,
                                          Explanation<Cost> const& explanation) {
  auto const& [job, studied, counted, frame] = scene;
  auto const& population = run.population;
  auto gaps = tables::gap_table(run, found.gaps);
  auto cells = tables::cell_table(run, job.nearest);
  auto municipalities = tables::municipality_table(run, found.summary);
  auto places = tables::place_table(run, found.closures, journeys.located);
  tables::append_columns(cells, tables::zone_columns(studied.zonings, population));
  explanation.add_to_cells(cells);
  explanation.add_to_gaps(gaps, found.gaps);
  tables::append_columns(places, tables::service_table(run.facilities));
  std::vector<tables::OutputTable> further;
  if (!job.requirements.empty()) {
    further.push_back(add_requirements(job, studied, found.requirements, cells, municipalities));
  }
  if (job.cures.gaps > 0) further.push_back(add_cures(found.cures, population, found.gaps, gaps));
  if (job.accessibility) {
    tables::append_columns(cells,
                           tables::accessibility_columns(found.coverage, found.accessibility));
  }
  std::vector levels{places::zoned_as_municipalities(run.municipalities, population)};
  levels.insert(levels.end(), studied.zonings.begin(), studied.zonings.end());

  std::vector tables{std::move(municipalities)};
  auto const add = [&](std::vector<tables::OutputTable> more) {
    std::ranges::move(more, std::back_inserter(tables));
  };
  add(class_tables(studied, counted.ranges, journeys.reach, run.coverage.limit, job.classes));
  tables.push_back(
      tabulate_indicators<Cost>(population, found.coverage, found.accessibility, levels));
  tables.push_back(std::move(gaps));
  add(std::move(further));
  add(explanation.tables());
  if (job.roads_used)
    tables.push_back(
        tables::flow_table(journeys.roads.assembly.network, population, journeys.flows));
  tables.push_back(std::move(places));
  tables.push_back(denominator_table(counted, studied));
  tables.push_back(std::move(cells));
  tables.push_back(background_roads(tables, population, journeys.roads.assembly.network));
  for (auto& table : tables) table = io::as_written(std::move(table));
  return tables;
}

/// What was read, for the record and for the user.
template <CostType Cost>
void tell_of_inputs(Scene const& scene, Journeys<Cost> const& journeys, io::Manifest& manifest,
                    Console& console) {
  auto const& [job, studied, counted, frame] = scene;
  auto& inputs = manifest.inputs;
  inputs = {studied.areas.report, journeys.roads.report, studied.people.report,
            journeys.halls.report};
  if (journeys.halls.gazetteer) inputs.push_back(*journeys.halls.gazetteer);
  if (journeys.candidates) inputs.push_back(journeys.candidates->read.report);
  inputs.insert(inputs.end(), studied.zone_reports.begin(), studied.zone_reports.end());
  if (counted.report) inputs.push_back(*counted.report);
  manifest.reading = journeys.reading;
  manifest.denominators = counted.record;
  manifest.network = figures_of(journeys.roads.assembly, journeys.weighed.pieces);
  for (auto const& input : inputs) show(input, console);
  bool const is_published = job.publish_below.has_value();
  show_zones(studied, is_published, console);
  if (!is_published) show(counted, console);
  show(journeys.weighed.pieces, job.travel, console);
  if (!is_published) show(*manifest.assignment, manifest.not_studied, console);
  if (!is_published || !job.margin) console.remark(journeys.reading);
}

/// From journeys to tables: the part of a run that depends on what is minimised.
template <CostType Cost>
void travel_and_tabulate(Scene const& scene, Cost limit, CoverageAnswer& answer, Console& console) {
  auto const& job = scene.job;
  auto const& studied = scene.studied;
  auto& [tables, manifest, scale, is_exact, places_of_unknown_capacity] = answer;
  auto const journeys = find_journeys<Cost>(job, studied, scene.frame, console);
  is_exact = journeys.is_exact;
  tell_of_inputs(scene, journeys, manifest, console);
  auto const found = find(scene, journeys, limit, console);
  if (job.accessibility) places_of_unknown_capacity = count_unknown_capacities(journeys);
  tables::CoverageRun<Cost> const run{
      studied.people.population,
      studied.areas.municipalities,
      journeys.halls.facilities,
      journeys.reach,
      found.coverage,
      {journeys.reach, job.travel.profile, job.travel.trip, journeys.ends.direct}};
  Explanation<Cost> const explanation{job, journeys, run};
  manifest.totals = tables::totals(found.summary.total);
  add_requirement_totals(job, studied, found.requirements, manifest);
  manifest.gaps = found.gaps.size();
  explanation.record(manifest);
  tables =
      console.stage("tabulate", [&] { return tabulate(scene, journeys, found, run, explanation); });
  if (job.publish_below) {
    PublishedRun<Cost> const published{job,
                                       studied,
                                       scene.counted,
                                       journeys,
                                       found.coverage,
                                       found.gaps,
                                       found.requirements,
                                       explanation.reasons()};
    console.stage("hide small numbers", [&] { publish(published, tables, manifest); });
  }
  scale = scale_of(limit, job.classes);
}

}  // namespace

CoverageAnswer answer_coverage(CoverageJob const& job, WorkingFrame const& frame,
                               std::vector<std::pair<std::string, std::string>> options,
                               Console& console) {
  auto studied = read_people(job, frame, console);
  divide(studied, job.zones, frame, console);
  auto const counted = count_residents(job.official, studied, console);
  CoverageAnswer answer;
  answer.manifest = {.command = "coverage",
                     .options = std::move(options),
                     .working_crs = frame.crs().label(),
                     .assignment = studied.assignment,
                     .not_studied = studied.not_studied,
                     .levels = records_of(studied),
                     .missing_from_key = studied.missing_from_key};
  std::visit(
      [&](auto limit) {
        travel_and_tabulate(Scene{job, studied, counted, frame}, cost_of(limit), answer, console);
      },
      job.limit);
  return answer;
}

}  // namespace gapmap::tools
