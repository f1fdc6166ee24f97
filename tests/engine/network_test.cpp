// Networks built and described, through the library as a front end asks it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "gapmap/engine/network_build.h"
#include "gapmap/engine/network_description.h"
#include "tests/io/sql_answer.h"
#include "tests/io/temporary_folder.h"
#include "tests/support/table_text.h"

namespace gapmap::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string const kTown = GAPMAP_SOURCE_DIR "/geodata/osm-sample/town.osm";

job::NetworkJob info_of(std::string const& roads, std::string const& mode = "car") {
  return job::network_info_job(
      job::read_job_object(fmt::format(R"({{"roads": "{}", "mode": "{}"}})", roads, mode)));
}

TEST(DescribeNetwork, AddsUpToTheWholeNetwork) {
  Listener listener;
  auto const described = describe_network(info_of(kTown), listener);
  RoadSum sum;
  for (auto const& each : described.by_class) {
    sum.segments += each.segments;
    sum.length += each.length;
  }
  EXPECT_EQ(sum.segments, described.all.segments);
  EXPECT_NEAR(sum.length.value(), described.all.length.value(), 1e-6);
  EXPECT_GT(described.open, Meters{0});
  EXPECT_LE(described.open, described.all.length);
  EXPECT_LE(described.one_way, described.open);
  Meters joined{0};
  for (auto const length : described.home_joining) joined += length;
  EXPECT_NEAR(joined.value(), described.all.length.value(), 1e-6);
  for (auto const& sums : described.components) EXPECT_GE(sums.whole, 1U);
}

TEST(DescribeNetwork, IsSeenByTheModeOfTheJob) {
  Listener listener;
  auto const on_foot = describe_network(info_of(kTown, "walk"), listener);
  EXPECT_EQ(on_foot.one_way, Meters{0});
  EXPECT_GT(describe_network(info_of(kTown), listener).one_way, Meters{0});
}

TEST(DescribeNetwork, IsThreeLayers) {
  Listener listener;
  auto const described = describe_network(info_of(kTown), listener);
  auto const tables = tables_of(described);
  ASSERT_EQ(tables.size(), 3U);
  EXPECT_EQ(tables[0].name, "roads");
  EXPECT_EQ(tables[0].rows.size(), described.roads->assembly.network.originals().size());
  EXPECT_EQ(tables[1].rows.size(), described.near_misses.size());
  EXPECT_EQ(tables[2].rows.size(), described.odd_speeds.size());
  TemporaryFolder const folder;
  deliver(described, {.folder = folder.path() / "out"}, listener);
  EXPECT_THAT(names_in(folder.path() / "out"), ElementsAre("network.gpkg", "run.json"));
  EXPECT_THAT(read_text(folder.path() / "out" / "run.json"),
              HasSubstr("\"command\": \"network info\""));
}

TEST(DescribeNetwork, SaysWhatItsColumnsAre) {
  Listener listener;
  auto const described = describe_network(info_of(kTown), listener);
  TemporaryFolder const folder;
  deliver(described, {.folder = folder.path() / "out"}, listener);
  auto const answer = [&](std::string const& sql) {
    return io::sql_answer((folder.path() / "out" / "network.gpkg").string(), sql);
  };
  std::size_t columns = 0;
  for (auto const& table : tables_of(described)) columns += table.columns.size();
  EXPECT_EQ(answer("SELECT count(*) FROM gpkg_data_columns "
                   "WHERE length(title) > 0 AND length(description) > 0"),
            std::to_string(columns));
  EXPECT_EQ(answer("SELECT title FROM gpkg_data_columns "
                   "WHERE table_name = 'near_misses' AND column_name = 'distance_m'"),
            "Distance (m)");
  EXPECT_EQ(answer("SELECT name FROM sqlite_master WHERE name = 'layer_styles'"), "");
}

TEST(BuildNetwork, WritesAFileThatOpensAsTheSame) {
  TemporaryFolder const folder;
  auto const file = folder.path() / "new" / "town.gmnet";
  auto const job = job::network_build_job(job::read_job_object(
      fmt::format(R"({{"roads": "{}", "output": "{}"}})", kTown, file.string())));
  Listener listener;
  {
    auto const target = folder_for(job);
    auto const network = build_network(job, listener);
    EXPECT_FALSE(std::filesystem::exists(file));
    deliver(job, network, *target, listener);
  }
  EXPECT_THAT(names_in(folder.path() / "new"), ElementsAre("town.gmnet"));
  EXPECT_THROW((void)folder_for(job), InputError) << "no overwriting";
  auto const from_file = describe_network(info_of(file.string()), listener);
  auto const from_roads = describe_network(info_of(kTown), listener);
  EXPECT_EQ(tables::text_of(tables_of(from_file)[0]), tables::text_of(tables_of(from_roads)[0]));
}

TEST(BuildNetwork, WantsAFileThatIsKnownByItsName) {
  auto const entries = job::read_job_object(
      fmt::format(R"({{"roads": "{}", "mode": "car", "output": "town.net"}})", kTown));
  EXPECT_THROW((void)job::network_build_job(entries), UsageError);
}

}  // namespace
}  // namespace gapmap::engine
