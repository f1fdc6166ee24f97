// SQL in databases that never ends.

#include "gapmap/io/detail/query_limit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <limits>

#include "gapmap/io/dataset.h"
#include "tests/io/reading.h"
#include "tests/io/temporary_folder.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

std::string const kForEver = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) ";

class QueryLimitTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ::setenv("GAPMAP_QUERY_SECONDS", "1", 1);
    write_dataset(
        path_, "GPKG",
        {{.name = "p", .type = wkbPoint, .fields = {"nimi"}, .rows = {{"POINT (5 5)", {"a"}}}}});
  }
  void TearDown() override { ::unsetenv("GAPMAP_QUERY_SECONDS"); }

  [[nodiscard]] static std::string message(Source const& source) {
    return message_of<InputError>([&] { Table::open(source).visit([](Record const& /*row*/) {}); });
  }

  TemporaryFolder folder_;
  std::string path_ = (folder_.path() / "p.gpkg").string();
};

TEST_F(QueryLimitTest, AFilterThatNeverEndsIsAnError) {
  Source source{.path = path_};
  source.where = "fid IN (" + kForEver + "SELECT n FROM r WHERE n < 0)";
  EXPECT_THAT(message(source), HasSubstr("worked on one row for more than 1 s"));
}

TEST_F(QueryLimitTest, SoIsALayerThatIsAQuery) {
  auto const vrt = (folder_.path() / "p.vrt").string();
  write_text(vrt, "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>" + path_ +
                      "</SrcDataSource><SrcSQL>" + kForEver +
                      "SELECT n AS nimi, geom FROM r, p</SrcSQL></OGRVRTLayer></OGRVRTDataSource>");
  EXPECT_THAT(message({.path = vrt}), HasSubstr("worked on one row for more than 1 s"));
}

TEST_F(QueryLimitTest, RowsOfAFileAreAtMostItsBytes) {
  auto const file = (folder_.path() / "b").string();
  write_text(file, std::string(500, 'x'));
  EXPECT_EQ(most_rows("GPKG", {file}), 1'000'500U);
  EXPECT_EQ(most_rows("SQLite", {}), 100'000'000U) << "nobody knows of which file";
  EXPECT_EQ(most_rows("OGR_VRT", {file}), 100'000'000U) << "leads to other files";
  EXPECT_EQ(most_rows("Parquet", {file}), std::numeric_limits<std::uint64_t>::max())
      << "runs no SQL, and packs rows";
}

}  // namespace
}  // namespace gapmap::io
