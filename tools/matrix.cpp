// gapmap matrix: what trips between every cell and every place within a limit cost.

#include <fmt/format.h>

#include "gapmap/io/output_folder.h"
#include "gapmap/io/write_matrix.h"
#include "gapmap/io/write_table.h"
#include "gapmap/reach/matrix.h"
#include "gapmap/engine/attached_scene.h"
#include "tools/closing.h"
#include "tools/command.h"
#include "gapmap/engine/people.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/job/question_options.h"

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
  void declare(job::Options& options) override;
  void run(job::Options const& options, Console& console) override;

 private:
  job::QuestionWords words_;
  std::string format_ = "csv";
};

void MatrixCommand::declare(job::Options& o) {
  job::declare_question(o, words_, R"(Longest trip, inclusive: "20 km" along roads, or "30 min")");
  o.allow_keys(job::coverage_keys());
  o.add({"--format", "csv|columns",
         "A line of text a pair, or compressed sparse rows as NumPy files (8 bytes a pair)"},
        format_);
  job::declare_question_details(o, words_);
  o.examples(
      "\nTakes the job files of gapmap coverage; their margin and nearest mean nothing here. Every "
      "trip "
      "within the limit is\nthere: of a layer, roads are read as far as it takes.\n"
      "\nFiles written: matrix.csv (cell_id, place_id, distance_m or time_s; grouped by place), or "
      "with --format columns\n"
      "matrix_first.npy, matrix_cell.npy and matrix_distance_mm.npy or matrix_time_ms.npy (see\n"
      "tools/manual/reference/options.md); matrix_places.csv and matrix_cells.csv (who the rows "
      "and "
      "columns are), run.json\n(the record).\n"
      "\nExamples:\n"
      "  gapmap matrix geodata/etela-savo/job.toml --limit \"30 km\" -o out/matrix\n"
      "  gapmap matrix geodata/etela-savo/job.toml --limit \"30 min\" --format columns -o "
      "out/matrix\n");
}

Format format_of(std::string const& word) {
  if (word == "csv") return Format::Csv;
  if (word == "columns") return Format::Columns;
  throw UsageError{"format", fmt::format("\"{}\" is not a choice", word), "write csv or columns"};
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

/// What the rows turned out to be.
struct Tally {
  std::vector<std::uint32_t> places;        ///< in the order of the rows
  IdVector<PlaceId, std::size_t> of_place;  ///< pairs
  IdVector<CellId, std::size_t> of_cell;
  std::size_t pairs = 0;

  [[nodiscard]] std::size_t cells_without_place() const {
    return static_cast<std::size_t>(std::count(of_cell.begin(), of_cell.end(), std::size_t{0}));
  }
};

template <CostType Cost>
std::unique_ptr<io::MatrixWriter> writer_of(Format format, Population const& population,
                                            Places const& places, io::OutputFolder const& folder) {
  if (format == Format::Columns) {
    return std::make_unique<io::MatrixColumns>(io::MatrixColumns::Paths{
        folder.staged("matrix_first.npy"), folder.staged("matrix_cell.npy"),
        folder.staged(cost_file<Cost>())});
  }
  io::MatrixCsv::Names names{
      .header = fmt::format("cell_id,place_id,{}", kIsLength<Cost> ? "distance_m" : "time_s")};
  for (auto const& place : places) names.rows.push_back(place.id);
  for (auto const& cell : population) names.columns.push_back(cell.id);
  return std::make_unique<io::MatrixCsv>(folder.staged("matrix.csv"), std::move(names));
}

/// Searches and writes at the same time.
template <CostType Cost>
Tally write_rows(reach::Matrix<Cost> const& matrix, reach::Ends const& ends,
                 io::MatrixWriter& writer, Console& console) {
  Tally tally;
  tally.of_place.resize(ends.places.size());
  tally.of_cell.resize(ends.cells.size());
  std::vector<io::MatrixCell> cells;
  auto const watcher = console.watcher();
  matrix.visit([&](reach::MatrixBlock<Cost> const& block) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      cells.clear();
      for (auto const& [cell, cost] : block.row(i)) {
        cells.push_back({cell, cost.value()});
        ++tally.of_cell[CellId{cell}];
      }
      writer.append(block.rows[i], cells);
      tally.places.push_back(block.rows[i]);
      tally.of_place[PlaceId{block.rows[i]}] = cells.size();
      tally.pairs += cells.size();
    }
    if (watcher)
      watcher(static_cast<double>(tally.places.size()) / static_cast<double>(ends.places.size()));
  });
  writer.close();
  return tally;
}

tables::Value off_road_of(Attachment const& at) {
  return at.off_road.is_finite() ? tables::Value{at.off_road.value()} : tables::Value{};
}

/// In the order of the rows.
tables::OutputTable place_table(Places const& places, reach::Ends const& ends, Tally const& tally) {
  using enum tables::ColumnType;
  tables::OutputTable table{"matrix_places",
                            {{"place_id", Text},
                             {"place_name", Text},
                             {"x", Real, 3},
                             {"y", Real, 3},
                             {"off_road_m", Real, 3},
                             {"cells", Integer}},
                            {},
                            {}};
  for (auto const row : tally.places) {
    PlaceId const f{row};
    auto const& place = places[f];
    table.rows.push_back({place.id, place.name, place.point.x, place.point.y,
                          off_road_of(ends.places[f]),
                          static_cast<std::int64_t>(tally.of_place[f])});
  }
  return table;
}

tables::OutputTable cell_table(Population const& population, reach::Ends const& ends,
                               Tally const& tally) {
  using enum tables::ColumnType;
  tables::OutputTable table{"matrix_cells",
                            {{"cell_id", Text},
                             {"x", Real, 3},
                             {"y", Real, 3},
                             {"residents", Real, 3},
                             {"off_road_m", Real, 3},
                             {"places", Integer}},
                            {},
                            {}};
  for (auto const c : population.ids()) {
    auto const& cell = population[c];
    table.rows.push_back({cell.id, cell.center.x, cell.center.y,
                          cell.residents ? tables::Value{cell.residents->value()} : tables::Value{},
                          off_road_of(ends.cells[c]), static_cast<std::int64_t>(tally.of_cell[c])});
  }
  return table;
}

/// Everything that matters within the limit, attached: of a layer, the roads and places in a box
/// that nobody leaves within it.
template <CostType Cost>
engine::AttachedScene<Cost> scene_within(job::Question const& question, Cost limit,
                                         engine::Studied const& studied, WorkingFrame const& frame,
                                         Console& console) {
  auto const& population = studied.people.population;
  auto const places = console.stage("read places", [&] {
    return io::read_places(question.places, frame, studied.areas.municipalities);
  });
  auto const attach = [&](std::optional<engine::ReadingBox> const& box) {
    return engine::attach_scene<Cost>(box, places, question.travel, population, frame, console);
  };
  if (!engine::can_read_by_box(question.travel)) return attach({});
  auto const box = engine::reading_box(population, job::reach_of(question) + engine::kBoxSlack,
                                       question.travel, frame);
  return engine::read_enough(
      box, [&](auto const& part) -> std::optional<engine::AttachedScene<Cost>> {
        auto scene = attach(part);
        if (part && !console.stage("look for ways out of the box", [&] {
              return engine::knows_all_within(*part, *scene.roads, *scene.weighed, scene.ends,
                                              limit, question.travel);
            })) {
          return {};
        }
        return scene;
      });
}

template <CostType Cost>
void search_and_write(job::Question const& question, job::QuestionWords const& words, Format format,
                      Cost limit, engine::Studied const& studied, WorkingFrame const& frame,
                      io::OutputFolder& folder, io::Manifest& manifest, Console& console) {
  auto const& population = studied.people.population;
  auto const& travel = question.travel;
  auto const scene = scene_within(question, limit, studied, frame, console);
  auto const& places = scene.places.places;
  manifest.inputs = {studied.areas.report, scene.roads->report, studied.people.report,
                     scene.places.report};
  if (scene.places.gazetteer) manifest.inputs.push_back(*scene.places.gazetteer);
  manifest.reading = scene.reading;
  for (auto const& input : manifest.inputs) engine::show(input, console);
  engine::show(scene.weighed->components, travel, console);
  engine::show(studied.assignment, studied.not_studied, console);
  console.remark(scene.reading);

  auto const tally = console.stage("search and write", [&] {
    reach::Matrix<Cost> const matrix{scene.roads->graph,  scene.weighed->costs,
                                     scene.ends,          travel.profile,
                                     reach::Rows::Places, {.cutoff = limit, .trip = travel.trip}};
    auto const writer = writer_of<Cost>(format, population, places, folder);
    return write_rows(matrix, scene.ends, *writer, console);
  });
  io::write_csv(folder.staged("matrix_places.csv"), place_table(places, scene.ends, tally));
  io::write_csv(folder.staged("matrix_cells.csv"), cell_table(population, scene.ends, tally));
  manifest.network = engine::figures_of(scene.roads->assembly, scene.weighed->components);
  manifest.totals = {{"pairs", static_cast<double>(tally.pairs)},
                     {"places", static_cast<double>(tally.places.size())},
                     {"cells", static_cast<double>(tally.of_cell.size())},
                     {"cells_without_place", static_cast<double>(tally.cells_without_place())}};
  manifest.seconds = console.seconds();
  io::write_manifest(folder.staged("run.json"), manifest);
  folder.commit();
  console.result(fmt::format(
      "{} pairs of {} cells and {} places; {} cells have no place within {}\n", tally.pairs,
      tally.of_cell.size(), tally.places.size(), tally.cells_without_place(), words.limit));
}

void MatrixCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  job::Problems problems;
  auto format = Format::Csv;
  problems.check([&] { format = format_of(format_); });
  auto const question = job::understand_question(words_, problems);
  problems.throw_if_any();
  auto const files = files_of(format, std::holds_alternative<Meters>(question.limit));
  auto const frame = job::working_frame(words_.answer);
  io::OutputFolder folder{words_.answer.output, files, words_.answer.may_overwrite(),
                          options.inputs()};
  auto const studied = engine::read_people(question, frame, console);
  io::Manifest manifest{.command = name(),
                        .job = options.object(),
                        .working_crs = frame.crs().label(),
                        .assignment = studied.assignment,
                        .not_studied = studied.not_studied};
  std::visit(
      [&](auto limit) {
        search_and_write(question, words_, format, job::cost_of(limit), studied, frame, folder,
                         manifest, console);
      },
      question.limit);
  tell_outcome(folder, console);
}

}  // namespace

std::unique_ptr<Command> make_matrix_command() { return std::make_unique<MatrixCommand>(); }

}  // namespace gapmap::tools
