#include "gapmap/engine/matrix.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <utility>

#include "gapmap/io/write_table.h"
#include "gapmap/reach/matrix.h"

namespace gapmap::engine {
namespace {

constexpr char const* kPairFile = "matrix.csv";
constexpr char const* kPlaceFile = "matrix_places.csv";
constexpr char const* kCellFile = "matrix_cells.csv";

std::string array_file(std::string const& array) { return array + ".npy"; }

template <CostType Cost>
std::vector<std::string> files_of(job::MatrixFormat format) {
  std::vector<std::string> files{kPairFile};
  if (format == job::MatrixFormat::Columns) {
    auto const arrays = tables::matrix_arrays<Cost>();
    files = {array_file(arrays.first), array_file(arrays.cell), array_file(arrays.cost)};
  }
  files.insert(files.end(), {kPlaceFile, kCellFile, io::kRecordFile});
  return files;
}

template <CostType Cost>
std::string header_of_pairs() {
  std::vector<std::string> names;
  for (auto& column : tables::matrix_columns<Cost>()) names.push_back(std::move(column.name));
  return fmt::format("{}", fmt::join(names, ","));
}

template <CostType Cost>
std::unique_ptr<io::MatrixWriter> writer_for(MatrixScene<Cost> const& scene,
                                             io::OutputFolder const& folder) {
  if (scene.job.format == job::MatrixFormat::Columns) {
    auto const arrays = tables::matrix_arrays<Cost>();
    return std::make_unique<io::MatrixColumns>(io::MatrixColumns::Paths{
        folder.staged(array_file(arrays.first)), folder.staged(array_file(arrays.cell)),
        folder.staged(array_file(arrays.cost))});
  }
  io::MatrixCsv::Names names{.rows = {}, .columns = {}, .header = header_of_pairs<Cost>()};
  for (auto const& place : scene.places.places) names.rows.push_back(place.id);
  for (auto const& cell : scene.population()) names.columns.push_back(cell.id);
  return std::make_unique<io::MatrixCsv>(folder.staged(kPairFile), std::move(names));
}

template <CostType Cost>
std::vector<io::ImportReport> inputs_of(MatrixScene<Cost> const& scene) {
  auto const& studied = *scene.studied;
  std::vector<io::ImportReport> inputs{studied.areas.report, scene.roads->report,
                                       studied.people.report, scene.places.report};
  inputs.insert(inputs.end(), scene.places.looked_up_in.begin(), scene.places.looked_up_in.end());
  return inputs;
}

/// People and places attached to all roads that may matter within the limit.
template <CostType Cost>
AttachedScene<Cost> attached_within(job::MatrixJob const& job, Cost limit, Studied const& studied,
                                    WorkingFrame const& frame, Listener& listener) {
  auto const& population = studied.people.population;
  auto const places = listener.stage("read places", [&] {
    return io::read_places(job.places, frame, studied.areas.municipalities);
  });
  auto const attach = [&](std::optional<ReadingBox> const& box) {
    return attach_scene<Cost>(box, places, job.travel, population, frame, listener);
  };
  if (!can_read_by_box(job.travel)) return attach({});
  auto const box = reading_box(population, job::reach_of(job) + kBoxSlack, job.travel, frame);
  return read_enough(box, [&](auto const& part) -> std::optional<AttachedScene<Cost>> {
    auto scene = attach(part);
    bool const may_miss_ways = part && !listener.stage("look for ways out of the box", [&] {
      return knows_all_within(*part, *scene.roads, *scene.weighed, scene.ends, limit, job.travel);
    });
    return may_miss_ways ? std::nullopt : std::optional{std::move(scene)};
  });
}

template <CostType Cost>
MatrixScene<Cost> open_within(job::MatrixJob const& job, Cost limit, Listener& listener) {
  MatrixScene<Cost> scene;
  scene.job = job;
  scene.limit = limit;
  scene.frame = std::make_shared<WorkingFrame const>(job::crs_of("crs", job.crs));
  scene.studied = std::make_shared<Studied const>(read_people(job, *scene.frame, listener));
  static_cast<AttachedScene<Cost>&>(scene) =
      attached_within(job, limit, *scene.studied, *scene.frame, listener);
  for (auto const& input : inputs_of(scene)) listener.input(input);
  show(scene.weighed->components, job.travel, listener);
  show(scene.studied->assignment, scene.studied->not_studied, listener);
  listener.remark(scene.reading);
  return scene;
}

template <CostType Cost>
tables::MatrixTally fill(MatrixScene<Cost> const& scene, io::MatrixWriter& writer,
                         Progress const& watcher) {
  auto const& travel = scene.job.travel;
  reach::Matrix<Cost> const matrix{
      scene.roads->graph, scene.weighed->costs, scene.ends,
      travel.profile,     reach::Rows::Places,  {.cutoff = scene.limit, .trip = travel.trip}};
  tables::MatrixTally tally;
  tally.of_place.resize(scene.ends.places.size());
  tally.of_cell.resize(scene.ends.cells.size());
  std::vector<io::MatrixCell> cells;
  matrix.visit([&](reach::MatrixBlock<Cost> const& block) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      cells.clear();
      for (auto const& [cell, cost] : block.row(i)) {
        cells.push_back({cell, cost.value()});
        ++tally.of_cell[CellId{cell}];
      }
      writer.append(block.rows[i], cells);
      PlaceId const place{block.rows[i]};
      tally.places.push_back(place);
      tally.of_place[place] = cells.size();
      tally.pairs += cells.size();
    }
    if (watcher)
      watcher(static_cast<double>(tally.places.size()) /
              static_cast<double>(tally.of_place.size()));
  });
  writer.close();
  return tally;
}

template <CostType Cost>
MatrixTables tables_of_scene(MatrixScene<Cost> const& scene, tables::MatrixTally const& tally) {
  auto const number = [](std::size_t count) { return static_cast<double>(count); };
  return {.places = tables::matrix_place_table(scene.places.places, scene.ends, tally),
          .cells = tables::matrix_cell_table(scene.population(), scene.ends, tally),
          .record = {.command = "matrix",
                     .job = scene.job.asked,
                     .working_crs = scene.frame->crs().label(),
                     .inputs = inputs_of(scene),
                     .reading = scene.reading,
                     .network = figures_of(scene.roads->assembly, scene.weighed->components),
                     .assignment = scene.studied->assignment,
                     .not_studied = scene.studied->not_studied,
                     .totals = {{"pairs", number(tally.pairs)},
                                {"places", number(tally.places.size())},
                                {"cells", number(tally.of_cell.size())},
                                {"cells_without_place", number(tally.cells_without_place())}}}};
}

job::MatrixJob const& job_of(AnyMatrixScene const& scene) {
  return std::visit([](auto const& its) -> job::MatrixJob const& { return its.job; }, scene);
}

}  // namespace

AnyMatrixScene open(job::MatrixJob const& job, Listener& listener) {
  Working const working{listener, job.threads};
  return std::visit(
      [&](auto limit) -> AnyMatrixScene { return open_within(job, job::cost_of(limit), listener); },
      job.limit);
}

tables::MatrixTally fill_matrix(AnyMatrixScene const& scene, io::MatrixWriter& writer,
                                Listener& listener) {
  Working const working{listener, job_of(scene).threads};
  return listener.stage("search", [&] {
    return std::visit([&](auto const& its) { return fill(its, writer, listener.watcher()); },
                      scene);
  });
}

MatrixTables tables_of(AnyMatrixScene const& scene, tables::MatrixTally const& tally) {
  return std::visit([&](auto const& its) { return tables_of_scene(its, tally); }, scene);
}

std::unique_ptr<io::OutputFolder> folder_for(job::MatrixJob const& job, Target const& target) {
  return std::make_unique<io::OutputFolder>(
      target.folder,
      job.is_time() ? files_of<Milliseconds>(job.format) : files_of<Millimeters>(job.format),
      target.overwrite, target.inputs);
}

tables::MatrixTally deliver(AnyMatrixScene const& scene, io::OutputFolder& folder,
                            Listener& listener) {
  Working const working{listener, job_of(scene).threads};
  auto tally = listener.stage("search and write", [&] {
    return std::visit(
        [&](auto const& its) { return fill(its, *writer_for(its, folder), listener.watcher()); },
        scene);
  });
  auto made = tables_of(scene, tally);
  io::write_csv(folder.staged(kPlaceFile), made.places);
  io::write_csv(folder.staged(kCellFile), made.cells);
  made.record.seconds = listener.seconds();
  io::write_manifest(folder.staged(io::kRecordFile), made.record);
  folder.commit();
  return tally;
}

tables::MatrixTally deliver(AnyMatrixScene const& scene, Target const& target, Listener& listener) {
  auto const folder = folder_for(job_of(scene), target);
  return deliver(scene, *folder, listener);
}

}  // namespace gapmap::engine
