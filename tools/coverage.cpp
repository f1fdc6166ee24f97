// gapmap coverage: who is within the limit of a meeting place, who is not, and where they live.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "gapmap/coverage/closures.h"
#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/io/class_table.h"
#include "gapmap/io/gap_map.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/service_table.h"
#include "gapmap/io/write_geojson.h"
#include "gapmap/io/write_table.h"
#include "tools/class_files.h"
#include "tools/command.h"
#include "tools/coverage_options.h"
#include "tools/coverage_table.h"
#include "tools/denominators.h"
#include "tools/explanation.h"
#include "tools/people.h"
#include "tools/zones.h"
#include "tools/requirements.h"

namespace gapmap::tools {
namespace {

std::vector<std::string> files_of(CoverageJob const& job) {
  std::vector<std::string> files{
      "gaps.geojson",           "cells.csv",  "cells.geojson",  "municipalities.csv",
      "municipalities.geojson", "places.csv", "places.geojson", "classes.csv"};
  if (!job.zones.layers.empty()) files.emplace_back("zones.geojson");
  if (!job.requirements.empty()) files.emplace_back("requirements.csv");
  if (job.official) files.emplace_back("denominators.csv");
  files.emplace_back("run.json");
  return files;
}

class CoverageCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "coverage"; }
  [[nodiscard]] std::string summary() const override {
    return "Who is within a distance of a meeting place along roads, who is not, and where: a gap "
           "map and figures";
  }
  void declare(Options& options) override { declare_coverage(options, words_); }
  void run(Options const& options, Console& console) override;

 private:
  CoverageWords words_;
};

/// From journeys to results: the part of a run that depends on what is minimised.
template <CostType Cost>
void travel_and_write(CoverageJob const& job, CoverageWords const& words, Cost limit,
                      Studied const& studied, WorkingFrame const& frame, io::OutputFolder& folder,
                      io::Manifest& manifest, Console& console) {
  auto const& population = studied.people.population;
  auto const& municipalities = studied.areas.municipalities;
  auto const counted = count_residents(job.official, studied, console);
  auto const journeys = find_journeys<Cost>(job, studied, frame, console);
  auto const& facilities = journeys.halls.facilities;
  auto const& reach = journeys.reach;
  manifest.inputs = {studied.areas.report, journeys.roads.report, studied.people.report,
                     journeys.halls.report};
  manifest.inputs.insert(manifest.inputs.end(), studied.zone_reports.begin(),
                         studied.zone_reports.end());
  if (journeys.halls.gazetteer) manifest.inputs.push_back(*journeys.halls.gazetteer);
  manifest.reading = journeys.reading;
  if (counted.report) manifest.inputs.push_back(*counted.report);
  manifest.denominators = counted.record;
  for (auto const& input : manifest.inputs) show(input, console);
  show_zones(studied, console);
  show(journeys.weighed.pieces, job.travel, console);
  show(*manifest.assignment, manifest.not_studied, console);
  show(counted, console);
  console.remark(journeys.reading);

  auto const coverage = coverage::assess(reach, limit);
  auto const gaps =
      console.stage("find gaps", [&] { return coverage::find_gaps(population, coverage); });
  auto const summary = coverage::summarise(coverage, population, municipalities);
  auto const closures = console.stage(
      "close each place", [&] { return coverage::close_each(population, reach, limit); });

  auto const requirements = find_requirements(job, studied, journeys, frame, console);
  manifest.totals = io::totals(summary.total);

  io::CoverageRun<Cost> const result{population, municipalities, facilities, reach, coverage};
  Explanation<Cost> const explanation{job, journeys, result};
  console.stage("write results", [&] {
    auto gap_table = io::gap_table(result, gaps);
    auto cell_table = io::cell_table(result, job.nearest);
    io::append_columns(cell_table, io::zone_columns(studied.zonings, population));
    explanation.add_to_cells(cell_table);
    explanation.add_to_gaps(gap_table, gaps);
    explanation.write(folder);
    auto municipality_table = io::municipality_table(result, summary);
    auto place_table = io::place_table(result, closures, journeys.located);
    io::append_columns(place_table, io::service_table(facilities));
    write_requirements(job, studied, requirements, cell_table, municipality_table, folder,
                       manifest);
    io::write_geojson(folder.staged("gaps.geojson"), gap_table, frame);
    io::write_csv(folder.staged("cells.csv"), cell_table);
    io::write_geojson(folder.staged("cells.geojson"), cell_table, frame);
    io::write_csv(folder.staged("municipalities.csv"), municipality_table);
    io::write_geojson(folder.staged("municipalities.geojson"), municipality_table, frame);
    io::write_csv(folder.staged("places.csv"), place_table);
    io::write_geojson(folder.staged("places.geojson"), place_table, frame);
    if (job.official) {
      io::write_csv(folder.staged("denominators.csv"), denominator_table(counted, studied));
    }
  });
  console.stage("classes of distance",
                [&] { write_classes(studied, reach, limit, job.classes, frame, folder); });
  manifest.network = figures_of(journeys.roads.assembly, journeys.weighed.pieces);
  manifest.gaps = gaps.size();
  explanation.record(manifest);
  manifest.seconds = console.seconds();
  io::write_manifest(folder.staged("run.json"), manifest);
  folder.commit();
  console.result(coverage_table(summary, municipalities, words.limit));
  console.result(requirement_lines(job, requirements));
  console.result(explanation.in_short());
  console.result(hardest_closing(closures, facilities, words.limit));
}

void CoverageCommand::run(Options const& options, Console& console) {
  listen(words_.answer, console);
  auto const job = understand_coverage(words_);
  auto const frame = working_frame(words_.answer);
  io::OutputFolder folder{words_.answer.output, files_of(job), words_.answer.may_overwrite()};
  auto studied = read_people(job, frame, console);
  divide(studied, job.zones, frame, console);
  io::Manifest manifest{.command = name(),
                        .options = options.effective(),
                        .working_crs = frame.crs().label(),
                        .assignment = studied.assignment,
                        .not_studied = studied.not_studied,
                        .levels = records_of(studied),
                        .missing_from_key = studied.missing_from_key};
  std::visit(
      [&](auto limit) {
        travel_and_write(job, words_, cost_of(limit), studied, frame, folder, manifest, console);
      },
      job.limit);
  tell_outcome(folder, console);
}

}  // namespace

std::unique_ptr<Command> make_coverage_command() { return std::make_unique<CoverageCommand>(); }

}  // namespace gapmap::tools
