// What every pair costs, through the library as a front end asks it.

#include "gapmap/engine/matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "gapmap/engine/analyse.h"
#include "tests/engine/front_end.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::engine {
namespace {

using ::testing::ElementsAre;

job::MatrixJob matrix_with(std::string const& more) {
  auto entries = job::read_job_file(kSampleJob);
  for (auto& entry : job::read_job_object(more)) entries.push_back(std::move(entry));
  return job::matrix_job(entries, kSampleJob);
}

/// Keeps what it is given.
class Keeper final : public io::MatrixWriter {
 public:
  void append(std::uint32_t row, std::span<io::MatrixCell const> cells) override {
    for (auto const& [cell, cost] : cells) {
      ++pairs;
      auto const [least, is_first] = nearest.try_emplace(cell, cost);
      if (!is_first) least->second = std::min(least->second, cost);
    }
    rows.push_back(row);
  }
  void close() override { is_closed = true; }

  std::vector<std::uint32_t> rows;
  std::map<std::uint32_t, std::uint32_t> nearest;  ///< by cell, what its nearest place costs
  std::size_t pairs = 0;
  bool is_closed = false;
};

TEST(FillMatrix, GivesEveryPairWithinTheLimitToTheWriter) {
  Listener listener;
  auto const scene = open(job::matrix_job_of(kSampleJob), listener);
  Keeper kept;
  auto const tally = fill_matrix(scene, kept, listener);
  EXPECT_TRUE(kept.is_closed);
  EXPECT_GT(tally.pairs, 0U);
  EXPECT_EQ(tally.pairs, kept.pairs);
  EXPECT_EQ(tally.places.size(), kept.rows.size());
  EXPECT_EQ(tally.of_cell.size() - tally.cells_without_place(), kept.nearest.size());
}

TEST(FillMatrix, HasNoNearerPlaceThanCoverageFinds) {
  Listener listener;
  Keeper kept;
  (void)fill_matrix(open(job::matrix_job_of(kSampleJob), listener), kept, listener);
  auto const job = job::coverage_job_of(kSampleJob);
  auto scene = std::get<Scene<Millimeters>>(open(job, listener));
  auto const reach = travel(job, scene, listener).reach;
  auto const limit = job::cost_of(std::get<Meters>(job.limit));
  std::size_t compared = 0;
  for (auto const cell : scene.population().ids()) {
    auto const nearest = reach.nearest(cell);
    auto const in_matrix = kept.nearest.find(cell.value());
    if (!nearest || nearest->cost > limit) {
      EXPECT_EQ(in_matrix, kept.nearest.end());
      continue;
    }
    ASSERT_NE(in_matrix, kept.nearest.end());
    EXPECT_EQ(Millimeters{in_matrix->second}, nearest->cost);
    ++compared;
  }
  EXPECT_GT(compared, 0U);
}

TEST(MatrixTables, TellWhoRowsAndColumnsAreAndWhatWasFound) {
  Listener listener;
  auto const scene = open(matrix_with(R"({"limit": "3 min"})"), listener);
  Keeper kept;
  auto const tally = fill_matrix(scene, kept, listener);
  auto const [places, cells, record] = tables_of(scene, tally);
  EXPECT_EQ(places.rows.size(), tally.places.size());
  EXPECT_EQ(cells.rows.size(), tally.of_cell.size());
  EXPECT_EQ(record.command, "matrix");
  EXPECT_EQ(record.totals[0].first, "pairs");
  EXPECT_EQ(record.totals[0].second, static_cast<double>(tally.pairs));
  EXPECT_TRUE(std::holds_alternative<MatrixScene<Milliseconds>>(scene));
}

TEST(DeliverMatrix, WritesTheFormatOfTheJob) {
  TemporaryFolder const folder;
  Listener listener;
  auto const text = folder.path() / "text";
  deliver(open(job::matrix_job_of(kSampleJob), listener), {.folder = text}, listener);
  EXPECT_THAT(names_in(text),
              ElementsAre("matrix.csv", "matrix_cells.csv", "matrix_places.csv", "run.json"));
  EXPECT_EQ(read_text(text / "matrix.csv").substr(0, 28), "cell_id,place_id,distance_m\n");
  auto const columns = folder.path() / "columns";
  deliver(open(matrix_with(R"({"limit": "3 min", "format": "columns"})"), listener),
          {.folder = columns}, listener);
  EXPECT_THAT(names_in(columns),
              ElementsAre("matrix_cell.npy", "matrix_cells.csv", "matrix_first.npy",
                          "matrix_places.csv", "matrix_time_ms.npy", "run.json"));
}

}  // namespace
}  // namespace gapmap::engine
