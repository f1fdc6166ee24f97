// gapmap matrix: what trips between every cell and every place within a limit cost.

#include <fmt/format.h>

#include "gapmap/io/output_folder.h"
#include "gapmap/io/write_matrix.h"
#include "gapmap/io/write_table.h"
#include "gapmap/reach/matrix.h"
#include "tools/command.h"
#include "tools/coverage_options.h"
#include "tools/road_scene.h"

namespace gapmap::tools {
namespace {

enum class Format : std::uint8_t { Csv, Columns };

class MatrixCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "matrix"; }
  [[nodiscard]] std::string summary() const override {
    return "What trips between every population cell and every place within a limit cost: a table "
           "of all pairs";
  }
  void declare(Options& options) override;
  void run(Options const& options, Console& console) override;

 private:
  CoverageWords words_;
  std::string format_ = "csv";
};

void MatrixCommand::declare(Options& o) {
  declare_coverage(o, words_);
  o.group("The matrix");
  o.add({"--format", "csv|columns",
         "A line of text a pair, or compressed sparse rows as NumPy files (8 bytes a pair)"},
        format_);
  o.examples(
      "\nFiles written: matrix.csv (cell_id, place_id, distance_m or time_s; grouped by place), or "
      "with --format columns\n"
      "matrix_first.npy, matrix_cell.npy and matrix_distance_mm.npy or matrix_time_ms.npy (see "
      "README); matrix_places.csv\n"
      "and matrix_cells.csv (who the rows and columns are), run.json (the record).\n"
      "\nExamples:\n"
      "  gapmap matrix geodata/etela-savo/job.toml --limit \"30 km\" -o out/matrix\n"
      "  gapmap matrix geodata/etela-savo/job.toml --limit \"30 min\" --format columns -o "
      "out/matrix\n");
}

Format format_of(std::string const& word) {
  if (word == "csv") return Format::Csv;
  if (word == "columns") return Format::Columns;
  throw UsageError{"--format", fmt::format("\"{}\" is not a choice", word), "write csv or columns"};
}

template <CostType Cost>
constexpr bool kIsLength = std::same_as<Cost, Millimeters>;

template <CostType Cost>
std::string cost_file() {
  return kIsLength<Cost> ? "matrix_distance_mm.npy" : "matrix_time_ms.npy";
}

std::vector<std::string> files_of(Format format, bool is_length) {
  std::vector<std::string> files{"matrix_places.csv", "matrix_cells.csv", "run.json"};
  if (format == Format::Csv) {
    files.insert(files.begin(), "matrix.csv");
  } else {
    files.insert(files.begin(), {"matrix_first.npy", "matrix_cell.npy",
                                 is_length ? cost_file<Millimeters>() : cost_file<Milliseconds>()});
  }
  return files;
}

/// Who is on either side, and what comes between.
struct Scene {
  WorkingFrame frame;
  io::MunicipalitiesRead areas;
  io::PopulationRead people;
  io::FacilitiesRead halls;
  RoadScene roads;
};

/// What the rows turned out to be.
struct Tally {
  std::vector<std::uint32_t> places;           ///< in the order of the rows
  IdVector<FacilityId, std::size_t> of_place;  ///< pairs
  IdVector<CellId, std::size_t> of_cell;
  std::size_t pairs = 0;

  [[nodiscard]] std::size_t cells_without_place() const {
    return static_cast<std::size_t>(std::count(of_cell.begin(), of_cell.end(), std::size_t{0}));
  }
};

template <CostType Cost>
std::unique_ptr<io::MatrixWriter> writer_of(Format format, Scene const& scene,
                                            io::OutputFolder const& folder) {
  if (format == Format::Columns) {
    return std::make_unique<io::MatrixColumns>(io::MatrixColumns::Paths{
        folder.staged("matrix_first.npy"), folder.staged("matrix_cell.npy"),
        folder.staged(cost_file<Cost>())});
  }
  io::MatrixCsv::Names names{
      .header = fmt::format("cell_id,place_id,{}", kIsLength<Cost> ? "distance_m" : "time_s")};
  for (auto const& place : scene.halls.facilities) names.rows.push_back(place.id);
  for (auto const& cell : scene.people.population) names.columns.push_back(cell.id);
  return std::make_unique<io::MatrixCsv>(folder.staged("matrix.csv"), std::move(names));
}

/// Searches and writes at the same time.
template <CostType Cost>
Tally write_rows(reach::Matrix<Cost> const& matrix, Scene const& scene, io::MatrixWriter& writer,
                 Console& console) {
  Tally tally;
  tally.of_place.resize(scene.halls.facilities.size());
  tally.of_cell.resize(scene.people.population.size());
  std::vector<io::MatrixCell> cells;
  matrix.visit([&](reach::MatrixBlock<Cost> const& block) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      cells.clear();
      for (auto const& [cell, cost] : block.row(i)) {
        cells.push_back({cell, cost.value()});
        ++tally.of_cell[CellId{cell}];
      }
      writer.append(block.rows[i], cells);
      tally.places.push_back(block.rows[i]);
      tally.of_place[FacilityId{block.rows[i]}] = cells.size();
      tally.pairs += cells.size();
    }
    console.progress(static_cast<double>(tally.places.size()) /
                     static_cast<double>(scene.halls.facilities.size()));
  });
  writer.close();
  return tally;
}

io::Value off_road_of(Attachment const& at) {
  return at.off_road.is_finite() ? io::Value{at.off_road.value()} : io::Value{};
}

/// In the order of the rows.
io::OutputTable place_table(Scene const& scene, reach::Ends const& ends, Tally const& tally) {
  using enum io::ColumnType;
  io::OutputTable table{"matrix_places",
                        {{"place_id", Text},
                         {"place_name", Text},
                         {"x", Real, 3},
                         {"y", Real, 3},
                         {"off_road_m", Real, 3},
                         {"cells", Integer}},
                        {},
                        {}};
  for (auto const row : tally.places) {
    FacilityId const f{row};
    auto const& place = scene.halls.facilities[f];
    table.rows.push_back({place.id, place.name, place.point.x, place.point.y,
                          off_road_of(ends.facilities[f]),
                          static_cast<std::int64_t>(tally.of_place[f])});
  }
  return table;
}

io::OutputTable cell_table(Scene const& scene, reach::Ends const& ends, Tally const& tally) {
  using enum io::ColumnType;
  io::OutputTable table{"matrix_cells",
                        {{"cell_id", Text},
                         {"x", Real, 3},
                         {"y", Real, 3},
                         {"residents", Real, 3},
                         {"off_road_m", Real, 3},
                         {"places", Integer}},
                        {},
                        {}};
  for (auto const c : scene.people.population.ids()) {
    auto const& cell = scene.people.population[c];
    table.rows.push_back({cell.id, cell.center.x, cell.center.y,
                          cell.residents ? io::Value{cell.residents->value()} : io::Value{},
                          off_road_of(ends.cells[c]), static_cast<std::int64_t>(tally.of_cell[c])});
  }
  return table;
}

std::vector<Point> centers_of(Population const& population) {
  std::vector<Point> centers;
  for (auto const& cell : population) centers.push_back(cell.center);
  return centers;
}

template <CostType Cost>
void search_and_write(CoverageJob const& job, Format format, Cost limit, Scene& scene,
                      io::OutputFolder& folder, io::Manifest& manifest, Console& console) {
  auto const roads = weigh_roads<Cost>(scene.roads, job.travel, console);
  auto const ends = console.stage("attach to roads", [&] {
    auto cells = access::attach(centers_of(scene.people.population), scene.roads.assembly.network,
                                scene.frame, roads.attach);
    return reach::Ends{.cells = IdVector<CellId, Attachment>{std::move(cells)},
                       .facilities = attach_places(scene.halls, scene.roads, roads, scene.frame)};
  });
  manifest.inputs = {scene.areas.report, scene.roads.report, scene.people.report,
                     scene.halls.report};
  for (auto const& input : manifest.inputs) show(input, console);
  show(roads.pieces, job.travel, console);

  auto const tally = console.stage("search and write", [&] {
    reach::Matrix<Cost> const matrix{scene.roads.graph,
                                     roads.costs,
                                     ends,
                                     job.travel.profile,
                                     reach::Rows::Facilities,
                                     {.horizon = limit, .trip = job.travel.trip}};
    auto const writer = writer_of<Cost>(format, scene, folder);
    return write_rows(matrix, scene, *writer, console);
  });
  io::write_csv(folder.staged("matrix_places.csv"), place_table(scene, ends, tally));
  io::write_csv(folder.staged("matrix_cells.csv"), cell_table(scene, ends, tally));
  manifest.network = figures_of(scene.roads.assembly, roads.pieces);
  manifest.totals = {{"pairs", static_cast<double>(tally.pairs)},
                     {"places", static_cast<double>(tally.places.size())},
                     {"cells", static_cast<double>(tally.of_cell.size())},
                     {"cells_without_place", static_cast<double>(tally.cells_without_place())}};
  manifest.seconds = console.seconds();
  io::write_manifest(folder.staged("run.json"), manifest);
  folder.commit();
  console.result(fmt::format("{} pairs of {} cells and {} places; {} cells reach no place\n",
                             tally.pairs, tally.of_cell.size(), tally.places.size(),
                             tally.cells_without_place()));
}

/// Nobody gets farther within the limit.
Box search_extent(CoverageJob const& job, Population const& population) {
  auto const* length = std::get_if<Meters>(&job.limit);
  auto const reach = length != nullptr
                         ? *length
                         : travel::top_speed(job.travel.profile) * std::get<Seconds>(job.limit);
  Box box;
  for (auto const& cell : population) box.extend(cell.center);
  return box.grown((reach + *job.margin).value());
}

void MatrixCommand::run(Options const& options, Console& console) {
  listen(words_.answer, console);
  auto const format = format_of(format_);
  auto job = understand_coverage(words_);
  auto const files = files_of(format, std::holds_alternative<Meters>(job.limit));
  Scene scene{.frame = working_frame(words_.answer)};
  io::OutputFolder folder{words_.answer.output, files, words_.answer.may_overwrite()};
  io::Manifest manifest{
      .command = name(), .options = options.effective(), .working_crs = scene.frame.crs().label()};

  console.stage("read areas",
                [&] { scene.areas = io::read_municipalities(job.areas, scene.frame); });
  console.stage("read population",
                [&] { scene.people = io::read_population(job.population, scene.frame); });
  console.stage("assign cells to municipalities", [&] {
    manifest.assignment =
        places::assign_municipalities(scene.people.population, scene.areas.municipalities);
    manifest.not_studied =
        places::keep_studied(scene.people.population, scene.areas.municipalities, job.outside);
  });
  if (scene.people.population.empty()) {
    throw InputError{{job.population.source.path},
                     "none of its cells lies in the areas studied",
                     "check that population and areas are of the same region"};
  }
  if (job.margin) {
    io::Extent const extent{search_extent(job, scene.people.population), scene.frame.crs()};
    job.travel.roads.source.extent = job.places.source.extent = extent;
  }
  console.stage("read places", [&] { scene.halls = io::read_facilities(job.places, scene.frame); });
  scene.roads = build_roads(job.travel, scene.frame, console);
  if (auto const* length = std::get_if<Meters>(&job.limit)) {
    search_and_write(job, format, to_cost<Millimeters>(length->value()), scene, folder, manifest,
                     console);
  } else {
    search_and_write(job, format, to_cost<Milliseconds>(std::get<Seconds>(job.limit).value()),
                     scene, folder, manifest, console);
  }
  for (auto const& [stage, seconds] : console.seconds())
    console.detail(fmt::format("{:>8.3f} s  {}", seconds, stage));
  for (auto const& file : files) console.result(folder.final_path(file) + '\n');
}

}  // namespace

std::unique_ptr<Command> make_matrix_command() { return std::make_unique<MatrixCommand>(); }

}  // namespace gapmap::tools
