#include "gapmap/io/read_roads.h"

#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ReadRoads : public Reading {
 protected:
  [[nodiscard]] std::string roads(std::vector<std::string> const& fields,
                                  std::vector<WrittenLayer::Row> const& rows,
                                  OGRwkbGeometryType type = wkbUnknown) const {
    std::filesystem::remove(path("r.gpkg"));
    write_dataset(path("r.gpkg"), "GPKG",
                  {{.name = "r", .type = type, .fields = fields, .rows = rows}});
    return path("r.gpkg");
  }
};

TEST_F(ReadRoads, MultiLinesHeightsAndCurvesBecomePlainLines) {
  auto const read = read_roads(
      {{roads({}, {{"MULTILINESTRING ((400000 6800000,400100 6800000),(400200 6800000,400300 "
                    "6800000,400300 6800100))",
                    {}},
                   {"LINESTRING Z (400000 6800000 80,400000 6800100 90)", {}},
                   {"CIRCULARSTRING (400000 6800000,400050 6800050,400100 6800000)", {}}})}},
      frame);
  ASSERT_EQ(read.roads.lines.size(), 4U);
  EXPECT_EQ(read.roads.attributes.size(), 4U);
  EXPECT_EQ(read.roads.lines[1].size(), 3U);
  EXPECT_EQ(read.roads.lines[2][1], (Point{400'000, 6'800'100}));
  EXPECT_GT(read.roads.lines[3].size(), 10U);
  EXPECT_EQ(read.report.rows_used, 3U);
  EXPECT_THAT(read.row_of_line, ::testing::ElementsAre(1, 1, 2, 3));
}

TEST_F(ReadRoads, HeightsAreKeptWhereThereAreAny) {
  auto const heights = [&](std::vector<WrittenLayer::Row> const& rows) {
    auto const read = read_roads({{roads({}, rows)}}, frame);
    std::vector<float> all;
    for (std::size_t p = 0; p < read.roads.lines.points(); ++p) {
      auto const height = read.roads.lines.height(p);
      all.push_back(std::isnan(height) ? -1 : height);
    }
    return read.roads.lines.has_heights() ? all : std::vector<float>{};
  };
  EXPECT_EQ(heights({{"LINESTRING (400000 6800000,400100 6800000)", {}}}), std::vector<float>{});
  EXPECT_EQ(heights({{"LINESTRING Z (400000 6800000 0,400100 6800000 0)", {}}}),
            std::vector<float>{})
      << "0 everywhere is none";
  EXPECT_EQ(heights({{"LINESTRING (400000 6800000,400100 6800000)", {}},
                     {"MULTILINESTRING Z ((400000 6800000 8,400000 6800100 0),(400000 6800000 0,"
                      "400000 6800200 0))",
                      {}}}),
            (std::vector<float>{-1, -1, 8, 0, -1, -1}));
}

TEST_F(ReadRoads, EveryClassOfTheLandSurvey) {
  std::vector<std::pair<std::string, RoadClass>> const classes{
      {"12111", RoadClass::Trunk},      {"12112", RoadClass::Primary},
      {"12121", RoadClass::Secondary},  {"12122", RoadClass::Tertiary},
      {"12131", RoadClass::Local},      {"12132", RoadClass::Service},
      {"12141", RoadClass::Track},      {"12151", RoadClass::Ferry},
      {"12152", RoadClass::CableFerry}, {"12311", RoadClass::Path},
      {"12312", RoadClass::Track},      {"12313", RoadClass::Path},
      {"12314", RoadClass::Cycleway},   {"12316", RoadClass::Path},
      {"ferry", RoadClass::Ferry},      {"99999", RoadClass::Unknown},
      {"", RoadClass::Unknown}};
  std::vector<WrittenLayer::Row> rows;
  for (auto const& [code, road_class] : classes)
    rows.push_back({"LINESTRING (400000 6800000,400100 6800000)", {code}});
  for (auto const* field : {"Kohdeluokk", "kohdeluokka", "LUOKKA"}) {
    SCOPED_TRACE(field);
    auto const read =
        read_roads({.source = {roads({field}, rows)}, .ice_roads = network::IceRoads::Yes}, frame);
    ASSERT_EQ(read.roads.attributes.size(), classes.size());
    for (std::size_t i = 0; i < classes.size(); ++i) {
      EXPECT_EQ(read.roads.attributes[i].road_class, classes[i].second) << classes[i].first;
    }
    EXPECT_THAT(read.report.recognised, StartsWith("National Land Survey roads"));
    EXPECT_EQ(remarks_of(read.report),
              "2 used: unknown road class, travelled like a road [16, 17]");
  }
  auto const unnamed = read_roads({{roads({"laji"}, rows)}}, frame);
  EXPECT_EQ(unnamed.report.recognised, "lines without a known class");
  EXPECT_EQ(unnamed.roads.attributes[7].road_class, RoadClass::Unknown);
  auto const named = read_roads({{path("r.gpkg")}, "laji"}, frame);
  EXPECT_EQ(named.roads.attributes[7].road_class, RoadClass::Ferry);
}

TEST_F(ReadRoads, FiltersSelectOrSayWhatIsWrong) {
  std::vector<WrittenLayer::Row> const rows{
      {"LINESTRING (400000 6800000,400100 6800000)", {"12111"}},
      {"LINESTRING (400000 6800000,400100 6800000)", {"12151"}}};
  auto const name = roads({"Kohdeluokk"}, rows);
  EXPECT_EQ(
      read_roads({{.path = name, .where = "Kohdeluokk <> '12151'"}}, frame).roads.lines.size(), 1U);
  EXPECT_THAT(
      message_of<InputError>([&] {
        static_cast<void>(read_roads({{.path = name, .where = "Kohdeluokk = 'x'"}}, frame));
      }),
      HasSubstr("no row passes the filter \"Kohdeluokk = 'x'\"; Kohdeluokk has '12111', '12151'"));
  for (auto const* bad : {"((", "nosuch = 1", "Kohdeluokk ="}) {
    EXPECT_THAT(message_of<UsageError>(
                    [&] { static_cast<void>(read_roads({{.path = name, .where = bad}}, frame)); }),
                HasSubstr("cannot be used"))
        << bad;
  }
  EXPECT_THAT(message_of<UsageError>([&] {
                static_cast<void>(read_roads(
                    {{.path = name, .where = "Kohdeluokk <> 'x' AND Kohdeluok = 'Kohde'"}}, frame));
              }),
              HasSubstr("; did you mean \"Kohdeluokk\"? its fields are"));
}

TEST_F(ReadRoads, RowsThatAreNoRoadsAreCounted) {
  auto const name =
      file("r.geojson",
           geojson({{R"({"type":"LineString","coordinates":[[27,61],[27,61.1]]})", "{}"},
                    {"null", "{}"},
                    {R"({"type":"Point","coordinates":[27,61]})", "{}"},
                    {R"({"type":"LineString","coordinates":[]})", "{}"},
                    {R"({"type":"LineString","coordinates":[[61,27],[61.1,27]]})", "{}"},
                    {R"({"type":"LineString","coordinates":[[27,61],[27,1e9]]})", "{}"},
                    {R"({"type":"LineString","coordinates":[[-70,61],[-70,61.1]]})", "{}"}}));
  auto const read = read_roads({{name}}, frame);
  EXPECT_EQ(read.roads.lines.size(), 1U);
  EXPECT_EQ(remarks_of(read.report),
            "2 left out: no geometry [1, 3]\n1 left out: no line [2]\n1 left out: coordinates in "
            "the wrong order (x and y "
            "swapped) [4]\n"
            "1 left out: a point that cannot be projected [5]\n1 left out: coordinates outside the "
            "area of EPSG:3067 [6]");
}

TEST_F(ReadRoads, PolygonsAndTablesAreNoRoads) {
  auto const name = roads({}, {{"POLYGON ((0 0,1 0,1 1,0 0))", {}}}, wkbPolygon);
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(read_roads({{name}}, frame)); }),
              HasSubstr("holds polygons, but roads are lines"));
  auto const table = file("t.csv", "a;b\n1;2\n");
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(read_roads({{table}}, frame)); }),
              HasSubstr("holds no geometry, but roads are lines"));
}

TEST_F(ReadRoads, AFileThatIsTornIsAnError) {
  std::vector<WrittenLayer::Row> rows(
      5000, {"LINESTRING (400000 6800000,400100 6800000,400200 6800100)", {"12111"}});
  auto const whole = read_text(roads({"Kohdeluokk"}, rows));
  auto const torn = file("torn.gpkg", whole.substr(0, whole.size() / 2));
  EXPECT_THROW(static_cast<void>(read_roads({{torn}}, frame)), InputError);
}

}  // namespace
}  // namespace gapmap::io
