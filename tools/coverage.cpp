// gapmap coverage: who is within the limit of a meeting place, who is not, and where they live.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "gapmap/access/attach.h"
#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/graph/components.h"
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
#include "gapmap/units/parse_quantity.h"
#include "tools/command.h"
#include "tools/coverage_table.h"

namespace gapmap::tools {
namespace {

/// The options as text, as they were given.
struct Words {
  std::string areas, area_code, area_name, areas_crs, study, outside = "keep";
  std::string roads, road_class, roads_where, roads_crs;
  std::string population, population_total, cell_id, population_x, population_y, population_where, population_crs;
  std::string cell_size = "250 m";
  std::string places, place_id, place_name, place_x, place_y, places_where, place_crs;
  std::string limit, max_off_road = "5 km", crs = "EPSG:3067";
  std::string output, overwrite, quiet, verbose;
};

/// The same, understood.
struct Job {
  io::MunicipalityInput areas;
  io::RoadInput roads;
  io::PopulationInput population;
  io::FacilityInput places;
  Millimeters limit;
  access::AttachOptions attach;
  places::OutsideCells outside = places::OutsideCells::Keep;
};

io::Source source_of(std::string const& path, std::string const& where, std::string const& crs) {
  auto source = io::parse_source(path);
  source.where = where;
  source.crs = crs;
  return source;
}

Crs crs_of(std::string const& option, std::string const& text) {
  try {
    return Crs::from_text(text);
  } catch (InputError const& error) {
    throw UsageError{option, error.what()};
  }
}

places::OutsideCells outside_of(std::string const& word, std::string const& study) {
  // A study names its municipalities; cells of none are not among them.
  if (word == "keep") return study.empty() ? places::OutsideCells::Keep : places::OutsideCells::LeaveOut;
  if (word == "leave-out") return places::OutsideCells::LeaveOut;
  throw UsageError{"--outside", fmt::format("\"{}\" is not a choice", word), "write keep or leave-out"};
}

constexpr std::array<char const*, 6> kFiles{"gaps.geojson",       "cells.csv",          "cells.geojson",
                                            "municipalities.csv", "municipalities.geojson", "run.json"};

class CoverageCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "coverage"; }
  [[nodiscard]] std::string summary() const override {
    return "Who is within a distance of a meeting place along roads, who is not, and where: a gap map and figures";
  }
  void declare(Options& options) override;
  void run(Options const& options, Console& console) override;

 private:
  Words words_;
};

void CoverageCommand::declare(Options& o) {
  using enum OptionKind;
  auto& w = words_;
  o.group("Inputs (any vector format GDAL reads; FILE may be FILE:LAYER)");
  o.add({"--areas", "FILE", "Municipality boundaries, or areas of another level", Path, Need::Required}, w.areas);
  o.add({"--roads", "FILE", "Road lines", Path, Need::Required}, w.roads);
  o.add({"--population", "FILE", "Residents by grid cell, polygon or point", Path, Need::Required}, w.population);
  o.add({"--places", "FILE", "Meeting places", Path, Need::Required}, w.places);
  o.group("The question");
  o.add({"--limit", "LENGTH", "Longest acceptable way, inclusive: \"20 km\"", Text, Need::Required}, w.limit);
  o.add({"--max-off-road", "LENGTH", "Longest straight way to a road; beyond it a cell is off the network"}, w.max_off_road);
  o.add({"--study", "SQL", "Areas to study, e.g. \"kunta in ('491','740')\"; roads and places beyond them still count"}, w.study);
  o.add({"--outside", "keep|leave-out", "Cells farther than 5 km from every area"}, w.outside);
  o.group("The answer");
  o.add({"-o,--output", "FOLDER", "Where the results go", Path, Need::Required}, w.output);
  o.add({"--overwrite", "", "Replace results that are there already", Flag}, w.overwrite);
  o.add({"--crs", "CRS", "Working CRS, projected in metres"}, w.crs);
  o.add({"--quiet", "", "No remarks", Flag}, w.quiet);
  o.add({"--verbose", "", "Also say how long each stage took", Flag}, w.verbose);
  o.group("Fields (recognised by themselves where they follow a known convention)");
  o.add({"--area-code", "FIELD", "Code of an area"}, w.area_code);
  o.add({"--area-name", "FIELD", "Name of an area"}, w.area_name);
  o.add({"--road-class", "FIELD", "Class of a road"}, w.road_class);
  o.add({"--population-total", "FIELD", "Number of residents"}, w.population_total);
  o.add({"--cell-id", "FIELD", "Id of a cell"}, w.cell_id);
  o.add({"--population-x", "FIELD", "East coordinate or longitude of a point"}, w.population_x);
  o.add({"--population-y", "FIELD", "North coordinate or latitude of a point"}, w.population_y);
  o.add({"--cell-size", "LENGTH", "Side of the square drawn for a point of unknown extent"}, w.cell_size);
  o.add({"--place-id", "FIELD", "Id of a place"}, w.place_id);
  o.add({"--place-name", "FIELD", "Name of a place"}, w.place_name);
  o.add({"--place-x", "FIELD", "East coordinate or longitude of a place"}, w.place_x);
  o.add({"--place-y", "FIELD", "North coordinate or latitude of a place"}, w.place_y);
  o.group("Filters and coordinate systems");
  o.add({"--roads-where", "SQL", "Only these roads, e.g. \"Kohdeluokk <> 12151\""}, w.roads_where);
  o.add({"--population-where", "SQL", "Only these cells"}, w.population_where);
  o.add({"--places-where", "SQL", "Only these places, e.g. \"avoin_kaikille = 'kylla'\""}, w.places_where);
  o.add({"--areas-crs", "CRS", "If the file does not say or says it wrong"}, w.areas_crs);
  o.add({"--roads-crs", "CRS", "Likewise"}, w.roads_crs);
  o.add({"--population-crs", "CRS", "Likewise, and of coordinate fields"}, w.population_crs);
  o.add({"--place-crs", "CRS", "Likewise, and of coordinate fields"}, w.place_crs);
  o.examples(
      "\nFiles written: gaps.geojson (connected patches of residents who are too far), cells.csv and cells.geojson (every\n"
      "cell with its status and distance), municipalities.csv and municipalities.geojson (figures), run.json (the record).\n"
      "\nExamples:\n"
      "  gapmap coverage geodata/etela-savo/job.toml --limit \"10 km\" -o out/10km\n"
      "  gapmap coverage --areas kunnat.gpkg --roads tiet.gpkg:tielinkit --population vaki2023_1km.gpkg \\\n"
      "      --places paikat.csv --limit \"20 km\" --study \"kunta in ('491','740')\" -o tulos\n");
}

/// Everything that can be wrong before any work, all at once.
Job understand(Words const& w) {
  Job job;
  Problems problems;
  auto const open_check = [&](io::Source const& source) { problems.check([&] { io::check_source(source); }); };
  auto const check_crs = [&](char const* option, std::string const& text) {
    if (!text.empty()) problems.check([&] { static_cast<void>(crs_of(option, text)); });
  };
  job.areas = {source_of(w.areas, {}, w.areas_crs), w.area_code, w.area_name, w.study};
  job.roads = {source_of(w.roads, w.roads_where, w.roads_crs), w.road_class};
  job.population = {source_of(w.population, w.population_where, w.population_crs), w.cell_id, w.population_total,
                    w.population_x, w.population_y};
  job.places = {source_of(w.places, w.places_where, w.place_crs), w.place_id, w.place_name, w.place_x, w.place_y};
  open_check(job.areas.source);
  open_check(job.roads.source);
  open_check(job.population.source);
  open_check(job.places.source);
  problems.check([&] { job.limit = to_millimeters(parse_length(w.limit, "--limit")); });
  problems.check([&] { job.attach.max_off_road = parse_length(w.max_off_road, "--max-off-road"); });
  problems.check([&] { job.population.point_cell_size = parse_length(w.cell_size, "--cell-size"); });
  problems.check([&] {
    if (!(job.population.point_cell_size > Meters{0})) {
      throw UsageError{"--cell-size", fmt::format("\"{}\" is no size", w.cell_size), "write a length such as \"250 m\""};
    }
  });
  problems.check([&] { job.outside = outside_of(w.outside, w.study); });
  problems.check([&] { WorkingFrame const known{crs_of("--crs", w.crs)}; });
  check_crs("--areas-crs", w.areas_crs);
  check_crs("--roads-crs", w.roads_crs);
  check_crs("--population-crs", w.population_crs);
  check_crs("--place-crs", w.place_crs);
  problems.throw_if_any();
  return job;
}

io::NetworkFigures figures_of(network::Assembly const& assembly, RoadGraph const& graph) {
  auto const& network = assembly.network;
  auto const components = graph::connected_components(graph);
  io::NetworkFigures figures{.junctions = network.junctions.size(),
                             .segments = network.segments.size(),
                             .components = components.nodes.size(),
                             .joined_ends = assembly.joined_ends,
                             .repeated_points = assembly.repeated_points};
  for (auto const nodes : components.nodes) {
    figures.junctions_in_largest_component = std::max<std::size_t>(figures.junctions_in_largest_component, nodes);
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
    roads.report.count("line without length", roads.row_of_line[line]);
  }
  if (assembly.network.segments.empty()) {
    throw InputError{{roads.report.source.path}, "none of its lines has a length", "check the geometries of the roads"};
  }
  return assembly;
}

void CoverageCommand::run(Options const& options, Console& console) {
  if (!words_.quiet.empty()) console.set_verbosity(Verbosity::Quiet);
  if (!words_.verbose.empty()) console.set_verbosity(Verbosity::Verbose);
  auto const job = understand(words_);
  WorkingFrame const frame{crs_of("--crs", words_.crs)};
  Ruler const ruler{frame};
  io::OutputFolder folder{words_.output, {kFiles.begin(), kFiles.end()},
                          words_.overwrite.empty() ? io::Overwrite::No : io::Overwrite::Yes};
  io::Manifest manifest{.command = name(), .options = options.effective(), .working_crs = frame.crs().label()};

  auto const areas = console.stage("read areas", [&] { return io::read_municipalities(job.areas, frame); });
  auto roads = console.stage("read roads", [&] { return io::read_roads(job.roads, frame); });
  auto people = console.stage("read population", [&] { return io::read_population(job.population, frame); });
  auto halls = console.stage("read places", [&] { return io::read_facilities(job.places, frame); });

  auto& population = people.population;
  console.stage("assign cells to municipalities", [&] {
    manifest.assignment = places::assign_municipalities(population, areas.municipalities);
    manifest.not_studied = places::keep_studied(population, areas.municipalities, job.outside);
  });
  if (population.empty()) {
    throw InputError{{job.population.source.path}, "none of its cells lies in the areas studied",
                     "check that population and areas are of the same region"};
  }
  auto const assembly = console.stage("assemble roads", [&] { return assemble(roads, ruler); });
  auto const& network = assembly.network;
  auto const graph = console.stage("build graph", [&] { return graph::build(network); });
  auto const costs = travel::weigh_by_length(network, graph);
  auto const ends = console.stage("attach to roads", [&] {
    return reach::Ends{
        .cells = IdVector<CellId, Attachment>{access::attach(points_of(population), network, frame, job.attach)},
        .facilities =
            IdVector<FacilityId, Attachment>{access::attach(points_of(halls.facilities), network, frame, job.attach)}};
  });
  count_unattached(ends, halls, words_.max_off_road);
  manifest.inputs = {areas.report, roads.report, people.report, halls.report};
  for (auto const& input : manifest.inputs) show(input, console);
  show(manifest.assignment, manifest.not_studied, console);

  auto const reach = console.stage("find nearest places", [&] { return reach::nearest(graph, costs, ends); });
  auto const coverage = coverage::assess(reach, job.limit);
  auto const gaps = console.stage("find gaps", [&] { return coverage::find_gaps(population, coverage); });
  auto const summary = coverage::summarise(coverage, population, areas.municipalities);

  io::CoverageRun const result{population, areas.municipalities, halls.facilities, reach, coverage};
  console.stage("write results", [&] {
    auto const gap_table = io::gap_table(result, gaps);
    auto const cell_table = io::cell_table(result);
    auto const municipality_table = io::municipality_table(result, summary);
    io::write_geojson(folder.staged("gaps.geojson"), gap_table, frame);
    io::write_csv(folder.staged("cells.csv"), cell_table);
    io::write_geojson(folder.staged("cells.geojson"), cell_table, frame);
    io::write_csv(folder.staged("municipalities.csv"), municipality_table);
    io::write_geojson(folder.staged("municipalities.geojson"), municipality_table, frame);
  });
  manifest.network = figures_of(assembly, graph);
  manifest.summary = summary;
  manifest.gaps = gaps.size();
  manifest.seconds = console.seconds();
  io::write_manifest(folder.staged("run.json"), manifest);
  folder.commit();

  for (auto const& [stage, seconds] : console.seconds()) console.detail(fmt::format("{:>8.3f} s  {}", seconds, stage));
  console.result(coverage_table(summary, areas.municipalities, words_.limit));
  for (auto const* file : kFiles) console.result(folder.final_path(file) + '\n');
}

}  // namespace

std::unique_ptr<Command> make_coverage_command() { return std::make_unique<CoverageCommand>(); }

}  // namespace gapmap::tools
