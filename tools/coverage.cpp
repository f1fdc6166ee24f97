// gapmap coverage: who is within the limit of a meeting place, who is not, and where they live.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "gapmap/access/attach.h"
#include "gapmap/access/pieces.h"
#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/io/gap_map.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/read_facilities.h"
#include "gapmap/io/read_municipalities.h"
#include "gapmap/io/read_population.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/io/write_geojson.h"
#include "gapmap/io/write_table.h"
#include "gapmap/network/assemble.h"
#include "gapmap/places/assign.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/travel/weigh.h"
#include "tools/command.h"
#include "tools/coverage_options.h"
#include "tools/coverage_table.h"

namespace gapmap::tools {
namespace {

constexpr std::array<char const*, 6> kFiles{"gaps.geojson",       "cells.csv",          "cells.geojson",
                                            "municipalities.csv", "municipalities.geojson", "run.json"};

class CoverageCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "coverage"; }
  [[nodiscard]] std::string summary() const override {
    return "Who is within a distance of a meeting place along roads, who is not, and where: a gap map and figures";
  }
  void declare(Options& options) override { declare_coverage(options, words_); }
  void run(Options const& options, Console& console) override;

 private:
  CoverageWords words_;
};

io::NetworkFigures figures_of(network::Assembly const& assembly, Pieces const& pieces) {
  auto const& network = assembly.network;
  io::NetworkFigures figures{.junctions = network.junctions.size(),
                             .segments = network.segments.size(),
                             .joined_ends = assembly.joined_ends,
                             .repeated_points = assembly.repeated_points};
  for (auto const& piece : pieces.pieces) {
    (piece.is_scrap ? figures.scraps : figures.pieces) += 1;
    if (piece.is_scrap) figures.scrap_length += piece.length;
    figures.longest_piece = std::max(figures.longest_piece, piece.length);
  }
  std::array<Meters, kRoadClassNames.size()> length{};
  for (auto const s : network.segments.ids()) {
    length[static_cast<std::size_t>(network.segments[s].attributes.road_class)] += network.length(s);
  }
  for (std::size_t c = 0; c < length.size(); ++c) {
    if (length[c] > Meters{0}) figures.length_by_class.emplace_back(kRoadClassNames[c], length[c]);
  }
  return figures;
}

template <class Column>
std::vector<Point> points_of(Column const& column) {
  std::vector<Point> points;
  points.reserve(column.size());
  for (auto const& element : column) {
    if constexpr (requires { element.center; }) {
      points.push_back(element.center);
    } else {
      points.push_back(element.point);
    }
  }
  return points;
}

void show(io::ImportReport const& report, Console& console) {
  console.remark(fmt::format("{}: {} of {} rows; {}; {}", report.input, report.rows_used, report.rows,
                             report.recognised, report.crs));
  for (auto const& remark : report.remarks) {
    console.remark(fmt::format("  {} {} ({}): {}; first: {}", remark.count, remark.count == 1 ? "row" : "rows",
                               remark.consequence == io::Consequence::LeftOut ? "left out" : "used", remark.what,
                               fmt::join(remark.examples, ", ")));
  }
}

void show(places::AssignmentReport const& assignment, places::AssignmentCount const& not_studied, Console& console) {
  auto const line = [&](places::AssignmentCount const& count, std::string_view what) {
    if (count.cells == 0) return;
    console.remark(fmt::format("cells: {} with {:.0f} residents {}", count.cells, count.residents.value(), what));
  };
  line(assignment.mostly_outside, "lie mostly outside every area and went to the one they share most with");
  line(assignment.by_distance, "touch no area and went to the nearest one");
  line(assignment.none, "lie farther than 5 km from every area");
  line(not_studied, "are not studied");
}

void show(Pieces const& pieces, TravelWords const& words, Console& console) {
  std::size_t whole = 0;
  std::size_t scraps = 0;
  Meters scrap_length{0};
  for (auto const& piece : pieces.pieces) {
    ++(piece.is_scrap ? scraps : whole);
    if (piece.is_scrap) scrap_length += piece.length;
  }
  if (whole > 1) console.remark(fmt::format("roads: by {} they fall into {} pieces without connection", words.mode, whole));
  if (scraps > 0) {
    console.remark(fmt::format("roads: {} scraps of under {} with {:.1f} km in all are not attached to", scraps,
                               words.scrap_below, scrap_length.value() / 1000));
  }
}

/// Places that no road comes near, counted as left out. Throws InputError if that is all of them.
void count_unattached(reach::Ends const& ends, io::FacilitiesRead& halls, std::string const& max_off_road) {
  for (auto const f : ends.facilities.ids()) {
    if (ends.facilities[f].is_attached()) continue;
    halls.report.count(fmt::format("place farther than {} from every road", max_off_road), halls.facilities[f].id);
    --halls.report.rows_used;
  }
  if (halls.report.rows_used == 0) {
    throw InputError{{halls.report.source.path}, fmt::format("no place lies within {} of a road", max_off_road),
                     "check the coordinates of the places, or raise --max-off-road"};
  }
}

/// Loose lines to a network; lines that are a single point are counted as left out.
network::Assembly assemble(io::RoadsRead& roads, Ruler const& ruler) {
  auto assembly = network::assemble(roads.roads, ruler);
  for (auto const line : assembly.lines_without_length) {
    roads.report.count("line without length", std::to_string(roads.row_of_line[line]));
  }
  if (assembly.network.segments.empty()) {
    throw InputError{{roads.report.source.path}, "none of its lines has a length", "check the geometries of the roads"};
  }
  return assembly;
}

/// Lengths are travelled in millimetres, times in milliseconds.
Millimeters to_limit(Meters limit) { return to_cost<Millimeters>(limit.value()); }
Milliseconds to_limit(Seconds limit) { return to_cost<Milliseconds>(limit.value()); }

/// Everything a run reads and derives before anybody travels.
struct Scene {
  WorkingFrame frame;
  io::MunicipalitiesRead areas;
  io::PopulationRead people;
  io::FacilitiesRead halls;
  network::Assembly assembly;
  RoadGraph graph;
};

/// From costs to results: the part of a run that depends on what is minimised.
template <CostType Cost>
void assess_and_write(CoverageJob const& job, CoverageWords const& words, Cost limit, Scene& scene,
                      io::OutputFolder& folder, io::Manifest& manifest, Console& console) {
  auto const& population = scene.people.population;
  auto const& municipalities = scene.areas.municipalities;
  auto const& facilities = scene.halls.facilities;
  auto const& network = scene.assembly.network;
  auto const& profile = job.travel.profile;
  auto const costs = console.stage("weigh roads", [&] { return travel::weigh<Cost>(network, scene.graph, profile); });
  auto const pieces = access::find_pieces(network, scene.graph, costs, job.travel.scrap_below);
  access::AttachOptions attach{.max_off_road = job.travel.max_off_road};
  for (auto const segment : network.segments.ids()) attach.usable.push_back(pieces.is_usable(segment) ? 1 : 0);
  auto const ends = console.stage("attach to roads", [&] {
    return reach::Ends{
        .cells = IdVector<CellId, Attachment>{access::attach(points_of(population), network, scene.frame, attach)},
        .facilities =
            IdVector<FacilityId, Attachment>{access::attach(points_of(facilities), network, scene.frame, attach)}};
  });
  count_unattached(ends, scene.halls, words.travel.max_off_road);
  manifest.inputs.push_back(scene.halls.report);
  for (auto const& input : manifest.inputs) show(input, console);
  show(pieces, words.travel, console);
  show(manifest.assignment, manifest.not_studied, console);

  auto const reach = console.stage("find nearest places", [&] {
    return reach::nearest(scene.graph, costs, ends, profile, reach::NearestOptions<Cost>{.trip = job.travel.trip});
  });
  auto const coverage = coverage::assess(reach, limit);
  auto const gaps = console.stage("find gaps", [&] { return coverage::find_gaps(population, coverage); });
  auto const summary = coverage::summarise(coverage, population, municipalities);

  io::CoverageRun<Cost> const result{population, municipalities, facilities, reach, coverage};
  console.stage("write results", [&] {
    auto const gap_table = io::gap_table(result, gaps);
    auto const cell_table = io::cell_table(result);
    auto const municipality_table = io::municipality_table(result, summary);
    io::write_geojson(folder.staged("gaps.geojson"), gap_table, scene.frame);
    io::write_csv(folder.staged("cells.csv"), cell_table);
    io::write_geojson(folder.staged("cells.geojson"), cell_table, scene.frame);
    io::write_csv(folder.staged("municipalities.csv"), municipality_table);
    io::write_geojson(folder.staged("municipalities.geojson"), municipality_table, scene.frame);
  });
  manifest.network = figures_of(scene.assembly, pieces);
  manifest.totals = io::totals(summary.total);
  manifest.gaps = gaps.size();
  manifest.seconds = console.seconds();
  io::write_manifest(folder.staged("run.json"), manifest);
  folder.commit();
  console.result(coverage_table(summary, municipalities, words.limit));
}

void CoverageCommand::run(Options const& options, Console& console) {
  if (!words_.quiet.empty()) console.set_verbosity(Verbosity::Quiet);
  if (!words_.verbose.empty()) console.set_verbosity(Verbosity::Verbose);
  auto const job = understand_coverage(words_);
  Scene scene{.frame = WorkingFrame{crs_of("--crs", words_.crs)}};
  Ruler const ruler{scene.frame};
  io::OutputFolder folder{words_.output, {kFiles.begin(), kFiles.end()},
                          words_.overwrite.empty() ? io::Overwrite::No : io::Overwrite::Yes};
  io::Manifest manifest{
      .command = name(), .options = options.effective(), .working_crs = scene.frame.crs().label()};

  console.stage("read areas", [&] { scene.areas = io::read_municipalities(job.areas, scene.frame); });
  auto roads = console.stage("read roads", [&] { return io::read_roads(job.travel.roads, scene.frame); });
  console.stage("read population", [&] { scene.people = io::read_population(job.population, scene.frame); });
  console.stage("read places", [&] { scene.halls = io::read_facilities(job.places, scene.frame); });
  console.stage("assign cells to municipalities", [&] {
    manifest.assignment = places::assign_municipalities(scene.people.population, scene.areas.municipalities);
    manifest.not_studied =
        places::keep_studied(scene.people.population, scene.areas.municipalities, job.outside);
  });
  if (scene.people.population.empty()) {
    throw InputError{{job.population.source.path}, "none of its cells lies in the areas studied",
                     "check that population and areas are of the same region"};
  }
  console.stage("assemble roads", [&] { scene.assembly = assemble(roads, ruler); });
  console.stage("build graph", [&] { scene.graph = graph::build(scene.assembly.network); });
  manifest.inputs = {scene.areas.report, roads.report, scene.people.report};
  std::visit(
      [&](auto limit) { assess_and_write(job, words_, to_limit(limit), scene, folder, manifest, console); },
      job.limit);
  for (auto const& [stage, seconds] : console.seconds()) console.detail(fmt::format("{:>8.3f} s  {}", seconds, stage));
  for (auto const* file : kFiles) console.result(folder.final_path(file) + '\n');
}

}  // namespace

std::unique_ptr<Command> make_coverage_command() { return std::make_unique<CoverageCommand>(); }

}  // namespace gapmap::tools
