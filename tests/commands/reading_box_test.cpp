// What a run reads of its roads, and that it never changes a result. Inputs are drawn in metres
// from a corner in EPSG:3067.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

struct At {
  double x_km;
  double y_km;
};

class ReadingBox : public ::testing::Test {
 protected:
  void SetUp() override { write_text(path("areas.geojson"), areas()); }

  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }

  void roads(std::vector<std::vector<At>> const& lines) const {
    std::string features;
    for (auto const& line : lines) {
      std::string points;
      for (auto const at : line) points += (points.empty() ? "" : ",") + pair(at, "[", "]");
      features += (features.empty() ? "" : ",\n") +
                  (R"({"type":"Feature","properties":{},"geometry":{"type":"LineString",)" +
                   ("\"coordinates\":[" + points + "]}}"));
    }
    write_text(path("roads.geojson"),
               "{\"type\":\"FeatureCollection\",\"features\":[\n" + features + "]}");
  }
  void homes(std::vector<At> const& at) const { write_text(path("homes.csv"), table(at, "total")); }
  void places(std::vector<At> const& at) const {
    write_text(path("places.csv"), table(at, "size"));
  }

  /// The run's remarks; its cells are in `cells` then.
  [[nodiscard]] std::string run(std::vector<std::string> const& more = {}) {
    auto remarks = run_command("coverage", more);
    cells = read_text(path("out/cells.csv"));
    return remarks;
  }
  /// The remarks of gapmap matrix; its pairs are in `pairs` then.
  [[nodiscard]] std::string matrix(std::vector<std::string> const& more = {}) {
    auto remarks = run_command("matrix", more);
    pairs = read_text(path("out/matrix.csv"));
    return remarks;
  }
  [[nodiscard]] std::string pairs_by_all(std::vector<std::string> more = {}) {
    more.insert(more.end(), {"--cache", path("cache").string()});
    auto const mine = pairs;
    EXPECT_THAT(matrix(more), HasSubstr("roads are read whole\n"));
    return std::exchange(pairs, mine);
  }
  [[nodiscard]] std::string run_command(std::string const& command,
                                        std::vector<std::string> const& more) const {
    std::vector<std::string> words{command,
                                   "--areas",
                                   path("areas.geojson").string(),
                                   "--areas-crs",
                                   "EPSG:3067",
                                   "--area-code",
                                   "code",
                                   "--area-name",
                                   "code",
                                   "--roads",
                                   path("roads.geojson").string(),
                                   "--roads-crs",
                                   "EPSG:3067",
                                   "--population",
                                   path("homes.csv").string(),
                                   "--population-crs",
                                   "EPSG:3067",
                                   "--places",
                                   path("places.csv").string(),
                                   "--place-crs",
                                   "EPSG:3067",
                                   "--overwrite",
                                   "--population-total",
                                   "total",
                                   "-o",
                                   path("out").string()};
    if (std::ranges::find(more, "--limit") == more.end())
      words.insert(words.end(), {"--limit", "5 km"});
    words.insert(words.end(), more.begin(), more.end());
    auto const ran = run_program(words);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return ran.err;
  }
  /// What the same run finds if everything is read.
  [[nodiscard]] std::string cells_by_all(std::vector<std::string> more = {}) {
    more.insert(more.end(), {"--margin", "4000 km"});
    auto const mine = cells;
    EXPECT_THAT(run(more), HasSubstr("no result depends"));
    return std::exchange(cells, mine);
  }

  std::string cells;
  std::string pairs;

 private:
  static std::string pair(At at, std::string const& begin, std::string const& end) {
    return fmt::format("{}{},{}{}", begin, 500'000 + 1000 * at.x_km, 6'900'000 + 1000 * at.y_km,
                       end);
  }
  static std::string table(std::vector<At> const& at, std::string const& number) {
    std::string text = "id,x,y," + number + "\n";
    for (std::size_t i = 0; i < at.size(); ++i)
      text += fmt::format("{},{},8\n", i + 1, pair(at[i], "", ""));
    return text;
  }
  static std::string areas() {
    std::string ring;
    for (auto const at : {At{-50, -50}, At{50, -50}, At{50, 50}, At{-50, 50}, At{-50, -50}})
      ring += (ring.empty() ? "" : ",") + pair(at, "[", "]");
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1"},)"
           R"("geometry":{"type":"Polygon","coordinates":[[)" +
           ring + "]]}}]}";
  }
  TemporaryFolder folder_;
};

TEST_F(ReadingBox, RoadsFarOffAreNotReadWhereTheyCannotMatter) {
  homes({{0, 0}, {1, 0}});
  places({{3, 0}, {300, 300}, {-1, 0}});
  roads({{{-2, 0}, {4, 0}}, {{200, 0}, {220, 0}}, {{299, 300}, {302, 300}}});
  auto const remarks = run();
  EXPECT_THAT(remarks, HasSubstr("roads: 1 of 1 rows"));
  EXPECT_THAT(remarks,
              HasSubstr("1 row (left out): place more than 10 km from the cells; first: 2"));
  EXPECT_THAT(remarks, HasSubstr("roads are read within 10 km of the cells: no result depends"));
  EXPECT_THAT(read_text(path("out/run.json")),
              HasSubstr("\"reading\": \"roads are read within 10 km of the cells"));
  auto const near = read_text(path("out/places.csv"));
  EXPECT_EQ(cells, cells_by_all());
  // Of the places only the second is not told of: nobody's nearest, nor next, and by far.
  auto all = read_text(path("out/places.csv"));
  auto const far = all.find("\n2,") + 1;
  ASSERT_NE(far, 0U);
  EXPECT_THAT(all.substr(far, all.find('\n', far) - far), HasSubstr(",0,0,0,0,0,0,0,"));
  all.erase(far, all.find('\n', far) + 1 - far);
  EXPECT_EQ(near, all);
}

TEST_F(ReadingBox, ARoundaboutWayThatLeavesTheBoxIsFound) {
  // The place is across the river, 3 km away; the bridge is 25 km to the east.
  homes({{0, 0}});
  places({{0, 3}});
  roads({{{-1, 0}, {25, 0}}, {{25, 0}, {25, 3}}, {{25, 3}, {-1, 3}}});
  EXPECT_THAT(run(), HasSubstr("roads are read whole: within 10 km of the cells was not enough"));
  EXPECT_THAT(cells, HasSubstr("too_far,530"));
  EXPECT_EQ(cells, cells_by_all());
  auto const remarks = run({"--margin", "1 km"});
  EXPECT_THAT(remarks, HasSubstr("within 6 km of the cells (--margin): results are exact up to 6 "
                                 "km; 1 cell with 8 residents may have a nearer place"));
  EXPECT_THAT(cells, HasSubstr("unreachable"));
}

TEST_F(ReadingBox, ANearerPlaceOutsideIsFound) {
  // By straight lines places 1 and 3 are nearer; by road the other one, beyond the box, which is 12
  // km wide.
  homes({{0, 0}});
  places({{0, 6}, {14, 0}, {0, 6}});
  roads({{{0, 0}, {10, 0}}, {{10, 0}, {30, 0}}, {{0, 0}, {-9, 0}, {-9, 6}, {0, 6}}});
  auto const remarks = run();
  EXPECT_THAT(remarks, HasSubstr("roads are read whole: within 12 km"));
  EXPECT_THAT(cells, HasSubstr(",2,2,"));
  EXPECT_EQ(cells, cells_by_all());
}

TEST_F(ReadingBox, ANearerSecondPlaceOutsideIsFound) {
  homes({{0, 0}});
  places({{1, 0}, {0, 6}, {14, 0}});
  roads({{{0, 0}, {10, 0}}, {{10, 0}, {30, 0}}, {{0, 0}, {-9, 0}, {-9, 6}, {0, 6}}});
  EXPECT_THAT(run({"--nearest", "2"}), HasSubstr("roads are read whole: within 12 km"));
  EXPECT_THAT(cells, HasSubstr(",3,3,"));
  EXPECT_EQ(cells, cells_by_all({"--nearest", "2"}));
}

TEST_F(ReadingBox, AnIslandInTheBoxNeedsNoSecondLook) {
  homes({{0, 0}, {0, 4}});
  places({{2, 0}});
  roads({{{-2, 0}, {3, 0}}, {{-2, 4}, {2, 4}}, {{90, 0}, {95, 0}}});
  auto const remarks = run();
  EXPECT_THAT(remarks, HasSubstr("roads: 2 of 2 rows"));
  EXPECT_THAT(remarks, HasSubstr("no result depends"));
  EXPECT_THAT(cells, HasSubstr("unreachable"));
  EXPECT_EQ(cells, cells_by_all());
}

TEST_F(ReadingBox, EveryTripIsCheckedInItsDirection) {
  homes({{0, 0}});
  places({{-3, 0}});
  roads({{{-3, 0}, {1, 0}}, {{1, 0}, {9, 0}, {60, 0}}, {{1, 0}, {1, 1}}});
  for (auto const* trip : {"to-place", "from-place", "round-trip"}) {
    EXPECT_THAT(run({"--trip", trip}), HasSubstr("no result depends")) << trip;
    EXPECT_EQ(cells, cells_by_all({"--trip", trip})) << trip;
  }
}

TEST_F(ReadingBox, TimesAreCheckedByTime) {
  // Two bridges, one at hand and one outside the box.
  homes({{0, 0}});
  places({{0, 3}});
  roads({{{-1, 0}, {1, 0}},
         {{-1, 3}, {1, 3}},
         {{-1, 0}, {-1, 3}},
         {{1, 0}, {1, 1}},
         {{1, 3}, {1, 2}},
         {{1, 0}, {8, 0}, {60, 0}},
         {{1, 3}, {8, 3}, {60, 3}},
         {{60, 0}, {60, 3}}});
  std::vector<std::string> const time{"--limit", "20 min", "--mode", "bike"};
  EXPECT_THAT(run(time), HasSubstr("roads: 7 of 7 rows"));
  EXPECT_EQ(cells, cells_by_all(time));
}

TEST_F(ReadingBox, AccessibilityReadsAsFarAsItsWeightsReach) {
  // Half the weight at 2.5 km: at 30 km more than a ten-thousandth, and far outside the usual box.
  homes({{0, 0}, {1, 0}});
  places({{3, 0}, {0, 2}, {30, 0}});
  roads({{{-2, 0}, {0, 0}, {4, 0}}, {{4, 0}, {31, 0}}, {{0, 0}, {0, 2}}, {{200, 0}, {220, 0}}});
  EXPECT_THAT(run(), HasSubstr("within 10 km of the cells"));
  std::vector<std::string> const all{"--accessibility"};
  EXPECT_THAT(run(all), HasSubstr("roads are read within 38 km of the cells: no result depends"));
  EXPECT_EQ(cells, cells_by_all(all));
  EXPECT_THAT(cells, HasSubstr(",2,1.0095")) << "2^-(3/2.5) + 2^-(2/2.5) + 2^-(30/2.5)";
}

TEST_F(ReadingBox, RemediesAreTheSameByAllRoads) {
  homes({{0, 0}});
  places({{0, 30}, {0, 31}});
  write_text(path("sites.csv"), "id,x,y\n7,502000,6900000\n8,500000,6900002\n9,502000,6900000\n");
  roads({{{-1, 0}, {0, 0}, {3, 0}}, {{0, 0}, {0, 32}}});
  std::vector<std::string> const sites{"--candidates", path("sites.csv").string(),
                                       "--candidate-crs", "EPSG:3067"};
  EXPECT_THAT(run(sites), HasSubstr("no result depends"));
  auto const remedies = read_text(path("out/remedies.csv"));
  EXPECT_THAT(remedies, HasSubstr("1,1,candidate,7,7,502000,6900000,8,0,0,2000"));
  EXPECT_EQ(std::ranges::count(remedies, '\n'), 3) << "9 stands where 7 does";
  EXPECT_EQ(cells, cells_by_all(sites));
  EXPECT_EQ(remedies, read_text(path("out/remedies.csv")));
}

TEST_F(ReadingBox, RoadsNowhereNearAreReadWhole) {
  homes({{0, 0}});
  places({{0, 7}, {200, 0}, {0, 7}});
  roads({{{199, 0}, {202, 0}}});
  auto const remarks = run();
  EXPECT_THAT(remarks, HasSubstr("roads are read whole"));
  EXPECT_THAT(cells, HasSubstr("off_network"));
}

TEST_F(ReadingBox, AMercatorMetreIsNoMetre) {
  // In the projection of web maps 10 km on the ground are 21 km in the plane.
  homes({{0, 0}});
  places({{3, 0}});
  roads({{{-2, 0}, {4, 0}}, {{16, 0}, {17, 0}}, {{60, 0}, {62, 0}}});
  auto const remarks = run({"--crs", "EPSG:3857"});
  EXPECT_THAT(remarks, HasSubstr("roads: 2 of 2 rows"));
  EXPECT_THAT(remarks, HasSubstr("no result depends"));
}

TEST_F(ReadingBox, AMatrixReadsNoFartherThanItsLimitReaches) {
  homes({{0, 0}, {1, 0}});
  places({{3, 0}, {300, 300}, {-1, 0}, {8, 0}});
  roads({{{-2, 0}, {4, 0}}, {{4, 0}, {9, 0}}, {{200, 0}, {220, 0}}, {{299, 300}, {302, 300}}});
  auto const remarks = matrix();
  EXPECT_THAT(remarks, HasSubstr("roads: 2 of 2 rows"));
  EXPECT_THAT(remarks, HasSubstr("place more than 10 km from the cells; first: 2"));
  EXPECT_THAT(remarks, HasSubstr("within 10 km of the cells: no result depends"));
  EXPECT_EQ(std::ranges::count(pairs, '\n'), 5);
  EXPECT_EQ(pairs, pairs_by_all());
}

TEST_F(ReadingBox, AMatrixReadsAllRoadsIfOneInTheBoxMayBeCutOutside) {
  homes({{0, 0}});
  places({{3, 0}});
  roads({{{-2, 0}, {4, 0}, {70, 0}}, {{70, 0}, {80, 0}}});
  EXPECT_THAT(matrix(),
              HasSubstr("roads are read whole: within 10 km of the cells was not enough"));
  EXPECT_EQ(std::ranges::count(pairs, '\n'), 2);
  EXPECT_EQ(pairs, pairs_by_all());
}

TEST_F(ReadingBox, AMatrixOfTimesReadsAsFarAsTheFastestGet) {
  homes({{0, 0}});
  places({{3, 0}, {60, 0}});
  roads({{{-2, 0}, {4, 0}}, {{50, 0}, {62, 0}}});
  for (auto const* trip : {"to-place", "from-place", "round-trip"}) {
    std::vector<std::string> const time{"--limit", "15 min", "--ferries", "avoid", "--trip", trip};
    EXPECT_THAT(matrix(time), HasSubstr("roads: 2 of 2 rows")) << trip;
    EXPECT_THAT(matrix(time), HasSubstr("within 64 km of the cells: no result depends")) << trip;
    EXPECT_EQ(std::ranges::count(pairs, '\n'), 2) << trip;
    EXPECT_EQ(pairs, pairs_by_all(time)) << trip;
  }
}

}  // namespace
}  // namespace gapmap
