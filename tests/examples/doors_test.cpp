// How the doors of the library are used: one example each, compiled and run.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "gapmap/engine/analyse.h"
#include "gapmap/engine/compare.h"
#include "gapmap/engine/coverage_tables.h"
#include "gapmap/engine/deliver.h"
#include "gapmap/engine/isochrones.h"
#include "gapmap/engine/matrix.h"
#include "gapmap/engine/session.h"
#include "gapmap/engine/site.h"
#include "gapmap/graph/sweep.h"
#include "tests/io/temporary_folder.h"

namespace gapmap {
namespace {

std::string const kFolder = std::string{GAPMAP_SOURCE_DIR} + "/geodata/etela-savo/";
std::string const kJob = kFolder + "job.toml";

/// A front end that hears.
class Printer : public engine::Listener {
 public:
  std::string heard;

 private:
  void on_stage(std::string const& name) override { heard += name + '\n'; }
  void on_remark(std::string_view line) override { heard += std::string{line} + '\n'; }
};

// open -> analyse -> tables_of -> deliver: the whole job.
TEST(Example, Scene) {
  auto const job = job::coverage_job_of(kJob);
  Printer listener;
  auto scene = engine::open(job, listener);
  auto const result = engine::analyse(job, scene, listener);
  auto const tables = engine::tables_of(result, listener);
  TemporaryFolder const folder;
  engine::deliver(tables, {.folder = folder.path() / "results"}, listener);

  EXPECT_TRUE(std::filesystem::exists(folder.path() / "results" / "gapmap.gpkg"));
  EXPECT_NE(listener.heard.find("find nearest places"), std::string::npos);
  for (auto const& line : engine::closing_lines(tables)) EXPECT_FALSE(line.text.empty());
}

// A question asked again: what if a place opened in Hauho?
TEST(Example, Session) {
  engine::Listener listener;
  engine::Session session{job::coverage_job_of(kJob), listener};
  auto const before = session.figures().with(Status::Covered);
  auto const change = session.add({.id = "new", .name = "Uusi", .point = {535000, 6895000}});
  auto const won = session.figures().with(Status::Covered) - before;

  EXPECT_GE(won, People{0});
  EXPECT_EQ(change.after.with(Status::Covered) - change.before.with(Status::Covered), won);
  auto const closed = session.close(change.place);
  EXPECT_EQ(closed.after, change.before);
}

// compare -> tables_of -> deliver: who gained and who lost between two runs, and by what.
TEST(Example, Comparison) {
  engine::Listener listener;
  TemporaryFolder const folder;
  auto const run = [&](std::string const& name, Meters limit) {
    auto const job = job::with_limit(job::coverage_job_of(kJob), limit);
    auto scene = engine::open(job, listener);
    auto const tables = engine::tables_of(engine::analyse(job, scene, listener), listener);
    engine::deliver(tables, {.folder = folder.path() / name}, listener);
    return (folder.path() / name).string();
  };
  job::ComparisonJob const job{.before = run("20km", Meters{20'000}),
                               .after = run("15km", Meters{15'000}),
                               .readers = {.language = Language::English}};
  auto const result = engine::compare(job, listener);
  auto const tables = engine::tables_of(result, listener);
  engine::deliver(tables, {.folder = folder.path() / "change"}, listener);
  for (auto const& line : engine::closing_lines(tables)) EXPECT_FALSE(line.text.empty());

  EXPECT_LT(result.after.outcome.total.covered, result.before.outcome.total.covered);
  EXPECT_TRUE(result.mixtures.has_value()) << result.why_no_parts;
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "change" / "parts.csv"));
}

// read_results -> deliver: what readers open of a run, made anew in another language.
TEST(Example, Report) {
  engine::Listener listener;
  TemporaryFolder const folder;
  auto const job = job::coverage_job_of(kJob);
  auto scene = engine::open(job, listener);
  auto const run = (folder.path() / "run").string();
  engine::deliver(engine::tables_of(engine::analyse(job, scene, listener), listener),
                  {.folder = run}, listener);

  auto const results = engine::read_results({.run = run, .language = Language::Swedish}, listener);
  engine::deliver(results, {.folder = folder.path() / "svenska"}, listener);
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "svenska" / "gapmap.xlsx"));
}

// find_isochrones -> tables_of -> deliver: what can be reached from places within limits.
TEST(Example, Isochrone) {
  auto const object = fmt::format(
      R"({{"places": "{0}places.csv", "roads": "{0}roads.gpkg", "limits": "5,10 km"}})", kFolder);
  auto const job = job::isochrone_job(job::read_job_object(object));
  engine::Listener listener;
  auto const result = engine::find_isochrones(job, listener);
  TemporaryFolder const folder;
  engine::deliver(engine::tables_of(result), {.folder = folder.path() / "results"}, listener);

  EXPECT_TRUE(std::filesystem::exists(folder.path() / "results" / "isochrones.geojson"));
}

// open -> deliver: what every pair of a cell and a place costs, streamed into files.
TEST(Example, Matrix) {
  auto const job = job::matrix_job_of(kJob);
  engine::Listener listener;
  auto const scene = engine::open(job, listener);
  TemporaryFolder const folder;
  auto const tally = engine::deliver(scene, {.folder = folder.path() / "results"}, listener);

  EXPECT_GT(tally.pairs, 0U);
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "results" / "matrix.csv"));
}

// open -> fill_matrix: the pairs streamed to whoever takes them.
TEST(Example, MatrixOfOnesOwn) {
  struct Sum final : io::MatrixWriter {
    void append(std::uint32_t /*place*/, std::span<io::MatrixCell const> cells) override {
      for (auto const& cell : cells) millimeters += cell.thousandths;
    }
    void close() override {}
    double millimeters = 0;
  } sum;
  engine::Listener listener;
  auto const scene = engine::open(job::matrix_job_of(kJob), listener);
  auto const tally = engine::fill_matrix(scene, sum, listener);

  EXPECT_GT(sum.millimeters / static_cast<double>(tally.pairs), 1'000);
}

// open -> solve -> tables_of -> deliver: where three further places should come.
TEST(Example, Site) {
  auto entries = job::read_job_file(kJob);
  for (auto& entry : job::read_job_object(R"({"open": 3})")) entries.push_back(std::move(entry));
  engine::Listener listener;
  auto const scene = engine::open(job::site_job(entries, kJob), listener);
  auto const result = engine::solve(scene, listener);
  TemporaryFolder const folder;
  engine::deliver(scene, engine::tables_of(scene, result), {.folder = folder.path() / "plan"},
                  listener);

  EXPECT_EQ(result.plan.opened.size(), 3U);
  EXPECT_LE(result.after, result.plan.bound) << "no other plan brings more within the limit";
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "plan" / "places.gpkg"));
}

// The solvers alone: two sites, three demands with what they weigh, and who serves whom.
TEST(Example, SitesOfOnesOwn) {
  SiteCosts costs;
  costs.site_count = 2;
  costs.add(10, {{SiteId{0U}, 4}});
  costs.add(20, {{SiteId{1U}, 7}});
  costs.add(15, {{SiteId{0U}, 2}, {SiteId{1U}, 3}});
  siting::Effort effort;
  auto const plan = siting::maximal_covering(costs, {.most = 1}, effort);

  EXPECT_EQ(plan.value, 35);
  EXPECT_TRUE(plan.is_proven());
}

// Below: what a scene is made of. Roads become a graph, a sweep finds what everything costs.
TEST(Example, RoadGraphAndSweep) {
  engine::Listener listener;
  auto const scene =
      std::get<engine::Scene<Millimeters>>(engine::open(job::coverage_job_of(kJob), listener));
  RoadGraph const& graph = scene.roads->graph;
  graph::Sweep<Millimeters> sweep{graph, scene.weighed->costs};
  auto const start = NodeId{std::size_t{0}};
  sweep.run(std::vector<graph::Seed<Millimeters>>{{start, Millimeters{0}, 0}},
            to_cost<Millimeters>(5000));

  EXPECT_EQ(sweep.cost(start), Millimeters{0});
}

// The waist: who reaches what at which cost. Everything downstream reads only this.
TEST(Example, ReachTable) {
  engine::Listener listener;
  auto const job = job::coverage_job_of(kJob);
  auto scene = std::get<engine::Scene<Millimeters>>(engine::open(job, listener));
  ReachTable<Millimeters> const reach = engine::travel(job, scene, listener).reach;
  for (auto const cell : scene.population().ids()) {
    auto const nearest = reach.nearest(cell);
    if (!nearest) continue;
    EXPECT_LT(nearest->place.value(), scene.places.places.size());
    EXPECT_EQ(reach.row(cell).front().cost, nearest->cost);
  }
}

}  // namespace
}  // namespace gapmap
