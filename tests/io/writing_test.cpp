// What is written: CSV and GeoJSON byte by byte and as others read it, and the output folder.

#include <gdal.h>
#include <ogr_api.h>

#include <sys/resource.h>

#include <csignal>
#include <regex>

#include "gapmap/geometry/overlay.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/write_geojson.h"
#include "gapmap/io/write_geopackage.h"
#include "gapmap/io/write_table.h"
#include "tests/io/reading.h"
#include "tests/io/sql_answer.h"

namespace gapmap::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class Writing : public Reading {};

Area square(Point low, double side) {
  Area area{.points = {low,
                       {low.x + side, low.y},
                       {low.x + side, low.y + side},
                       {low.x, low.y + side},
                       low},
            .ring_ends = {},
            .part_ends = {}};
  area.close_ring();
  area.close_part();
  return area;
}

tables::OutputTable one_of_each() {
  return {"things",
          {{"text", tables::ColumnType::Text},
           {"count", tables::ColumnType::Integer},
           {"length_m", tables::ColumnType::Real, 3}},
          {{std::string{"plain"}, std::int64_t{7}, 1.5},
           {tables::Value{}, tables::Value{}, tables::Value{}}},
          {square({400'000, 6'800'000}, 1000), square({500'000, 7'000'000}, 1000)}};
}

TEST(ToText, HasTheDecimalsThatMeanSomething) {
  tables::Column const real{"r", tables::ColumnType::Real, 3};
  EXPECT_EQ(tables::to_text(1234.5, real), "1234.5");
  EXPECT_EQ(tables::to_text(1234.0, real), "1234");
  EXPECT_EQ(tables::to_text(100.0, {"r", tables::ColumnType::Real, 0}), "100");
  EXPECT_EQ(tables::to_text(0.0006, real), "0.001");
  EXPECT_EQ(tables::to_text(-0.0001, real), "0");
  EXPECT_EQ(tables::to_text(tables::Value{}, real), "");
  EXPECT_EQ(tables::to_text(std::int64_t{-5}, {"i", tables::ColumnType::Integer}), "-5");
}

TEST(ToValue, IsWhatTheTextSays) {
  tables::Column const real{"r", tables::ColumnType::Real, 3};
  tables::Column const integer{"i", tables::ColumnType::Integer};
  tables::Column const text{"t", tables::ColumnType::Text};
  EXPECT_EQ(tables::to_value("1234.5", real), tables::Value{1234.5});
  EXPECT_EQ(tables::to_value("1234", real), tables::Value{1234.0});
  EXPECT_EQ(tables::to_value("-5", integer), tables::Value{std::int64_t{-5}});
  EXPECT_EQ(tables::to_value("046", text), tables::Value{std::string{"046"}});
  for (auto const& column : {real, integer, text})
    EXPECT_EQ(tables::to_value("", column), tables::Value{});
  for (auto const* wrong : {"1,5", "1.5", "x", "1 000", " 1", "99999999999999999999"})
    EXPECT_EQ(tables::to_value(wrong, integer), std::nullopt) << wrong;
  for (auto const* wrong : {"1,5", "1 000", "1.5m", "-"})
    EXPECT_EQ(tables::to_value(wrong, real), std::nullopt) << wrong;
}

TEST(AsWritten, IsWhatTheFilesSay) {
  tables::OutputTable table{"t",
                            {{"text", tables::ColumnType::Text},
                             {"count", tables::ColumnType::Integer},
                             {"length_m", tables::ColumnType::Real, 3},
                             {"whole_m", tables::ColumnType::Real, 0}},
                            {{std::string{}, std::int64_t{7}, 1.23456, 0.5 + 1e6},
                             {std::string{"-0"}, 3.0, std::int64_t{4}, -0.2},
                             {tables::Value{}, tables::Value{}, tables::Value{}, tables::Value{}}},
                            {square({0, 0}, 10)}};
  std::ranges::reverse(table.areas[0].points);
  auto const written = as_written(table);
  std::vector<std::vector<tables::Value>> const expected{
      {tables::Value{}, std::int64_t{7}, 1.235, 1e6},
      {std::string{"-0"}, std::int64_t{3}, 4.0, 0.0},
      {tables::Value{}, tables::Value{}, tables::Value{}, tables::Value{}}};
  EXPECT_EQ(written.rows, expected);
  EXPECT_EQ(written.areas[0].points, square({0, 0}, 10).points) << "anticlockwise";
  EXPECT_EQ(as_written(written).rows, expected) << "once is enough";
}

TEST_F(Writing, CsvQuotesWhatMustBeQuoted) {
  tables::OutputTable table{
      "t", {{"a, b", tables::ColumnType::Text}, {"n", tables::ColumnType::Real, 3}}, {}, {}};
  for (auto const* text : {"plain", "comma, here", "quote \" here", "two\nlines", " blank",
                           "blank ", "", "Äänekoski; €"}) {
    table.rows.push_back({std::string{text}, 0.5});
  }
  table.rows.push_back({tables::Value{}, tables::Value{}});
  write_csv(path("t.csv"), table);
  EXPECT_EQ(read_text(path("t.csv")),
            "\"a, b\",n\nplain,0.5\n\"comma, here\",0.5\n\"quote \"\" "
            "here\",0.5\n\"two\nlines\",0.5\n\" blank\",0.5\n"
            "\"blank \",0.5\n,0.5\nÄänekoski; €,0.5\n,\n");
}

TEST_F(Writing, GeoJsonIsThatOfRfc7946) {
  write_geojson(path("t.geojson"), one_of_each(), frame);
  auto const text = read_text(path("t.geojson"));
  EXPECT_THAT(text, Not(HasSubstr("\"crs\"")));
  EXPECT_THAT(text, HasSubstr(R"("text": null, "count": null, "length_m": null)"));
  EXPECT_THAT(text, HasSubstr(R"("text": "plain", "count": 7, "length_m": 1.5)"));
  EXPECT_FALSE(std::regex_search(text, std::regex{R"(\.\d{8})"})) << "more than 7 decimals";
  EXPECT_TRUE(std::regex_search(text, std::regex{R"(\[\s*25\.\d+,\s*61\.\d+)"}))
      << "longitude first";
}

TEST_F(Writing, GdalReadsTheGeoJsonBack) {
  auto table = one_of_each();
  // Clockwise outside, anticlockwise inside, and two parts: the writer winds them.
  auto& area = table.areas[0];
  std::ranges::reverse(area.points);
  for (Point const p : {Point{400'200, 6'800'200},
                        {400'400, 6'800'200},
                        {400'400, 6'800'400},
                        {400'200, 6'800'200}}) {
    area.points.push_back(p);
  }
  area.ring_ends.push_back(static_cast<std::uint32_t>(area.points.size()));
  area.part_ends = {2};
  write_geojson(path("t.geojson"), table, frame);

  GDALAllRegister();
  std::unique_ptr<void, void (*)(void*)> const dataset{
      GDALOpenEx(path("t.geojson").c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr),
      [](void* d) { GDALClose(d); }};
  ASSERT_TRUE(dataset);
  auto* const layer = GDALDatasetGetLayer(dataset.get(), 0);
  EXPECT_STREQ(OGR_L_GetName(layer), "things");
  ASSERT_EQ(OGR_L_GetFeatureCount(layer, 1), 2);
  std::unique_ptr<void, void (*)(void*)> const feature{
      OGR_L_GetNextFeature(layer), [](void* f) { OGR_F_Destroy(static_cast<OGRFeatureH>(f)); }};
  auto* const multi = OGR_F_GetGeometryRef(static_cast<OGRFeatureH>(feature.get()));
  EXPECT_EQ(OGR_G_GetGeometryType(multi), wkbMultiPolygon);
  EXPECT_TRUE(OGR_G_IsValid(multi));
  auto* const polygon = OGR_G_GetGeometryRef(multi, 0);
  ASSERT_EQ(OGR_G_GetGeometryCount(polygon), 2);
  auto const signed_area = [](OGRGeometryH ring) {
    double sum = 0;
    for (int i = 0; i + 1 < OGR_G_GetPointCount(ring); ++i) {
      sum += OGR_G_GetX(ring, i) * OGR_G_GetY(ring, i + 1) -
             OGR_G_GetX(ring, i + 1) * OGR_G_GetY(ring, i);
    }
    return sum;
  };
  EXPECT_GT(signed_area(OGR_G_GetGeometryRef(polygon, 0)), 0) << "outer rings anticlockwise";
  EXPECT_LT(signed_area(OGR_G_GetGeometryRef(polygon, 1)), 0) << "holes clockwise";
  auto const corner = frame.from_lonlat({OGR_G_GetX(OGR_G_GetGeometryRef(polygon, 0), 0),
                                         OGR_G_GetY(OGR_G_GetGeometryRef(polygon, 0), 0)});
  EXPECT_NEAR(corner.x, 400'000, 0.01);
  EXPECT_NEAR(corner.y, 6'800'000, 0.01);
}

TEST_F(Writing, TheSameTableGivesTheSameBytesAndAnEmptyOneIsStillGeoJson) {
  write_geojson(path("a.geojson"), one_of_each(), frame);
  write_geojson(path("b.geojson"), one_of_each(), frame);
  EXPECT_EQ(read_text(path("a.geojson")), read_text(path("b.geojson")));
  auto empty = one_of_each();
  empty.rows.clear();
  empty.areas = {};
  write_geojson(path("e.geojson"), empty, frame);
  EXPECT_THAT(read_text(path("e.geojson")), HasSubstr("\"features\": ["));
}

/// While it lives no file of this process grows beyond `bytes`: a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : before_{}, handler_{std::signal(SIGXFSZ, SIG_IGN)} {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit const small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FullDisk(FullDisk const&) = delete;
  FullDisk& operator=(FullDisk const&) = delete;

 private:
  rlimit before_;
  void (*handler_)(int);
};

TEST_F(Writing, AFullDiskIsAnError) {
  auto table = one_of_each();
  for (int i = 0; i < 1000; ++i) {
    table.rows.push_back(table.rows[0]);
    table.areas.push_back(table.areas[0]);
  }
  for (rlim_t const bytes : {0UL, 100UL, 5000UL}) {
    SCOPED_TRACE(bytes);
    auto const name = std::to_string(bytes);
    FullDisk const full{bytes};
    EXPECT_THROW(write_csv(path(name + ".csv"), table), InputError);
    EXPECT_THROW(write_geojson(path(name + ".geojson"), table, frame), InputError);
  }
  FullDisk const full{100};
  EXPECT_THROW(write_geojson(path("small.geojson"), one_of_each(), frame), InputError);
  EXPECT_THROW(write_manifest(path("run.json"), {}), InputError);
}

TEST_F(Writing, AFolderThatIsNotThereIsAnError) {
  EXPECT_THROW(write_csv(path("nosuch/t.csv"), one_of_each()), InputError);
  EXPECT_THROW(write_geojson(path("nosuch/t.geojson"), one_of_each(), frame), InputError);
  EXPECT_THROW(write_manifest(path("nosuch/run.json"), {}), InputError);
}

TEST_F(Writing, AManifestTakesAnyBytes) {
  write_manifest(path("run.json"), {.command = "kyl\xE4"});
  EXPECT_THAT(read_text(path("run.json")), HasSubstr("\"command\": \"kyl\xEF\xBF\xBD\""));
}

TEST_F(Writing, GeoPackageLayersWithoutRowsAreOfTheirShape) {
  auto const empty = [](char const* name, tables::OutputShape shape) {
    return tables::OutputTable{.name = name,
                               .columns = {{"text", tables::ColumnType::Text}},
                               .rows = {},
                               .areas = {},
                               .shape_if_empty = shape};
  };
  auto points = empty("points", tables::OutputShape::Line);
  points.rows = {{std::string{"a"}}};
  points.lines = {{{400'000, 6'800'000}}};
  std::vector<tables::OutputTable> const tables{
      empty("no_areas", tables::OutputShape::Area), empty("no_lines", tables::OutputShape::Line),
      empty("no_points", tables::OutputShape::Point), points};
  write_geopackage(path("x.gpkg"), LayerTables{tables.begin(), tables.end()}, frame);
  GDALAllRegister();
  auto* const dataset =
      GDALOpenEx(path("x.gpkg").c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
  ASSERT_NE(dataset, nullptr);
  auto const type = [&](char const* layer) {
    return OGR_L_GetGeomType(GDALDatasetGetLayerByName(dataset, layer));
  };
  EXPECT_EQ(type("no_areas"), wkbMultiPolygon);
  EXPECT_EQ(type("no_lines"), wkbLineString);
  EXPECT_EQ(type("no_points"), wkbPoint);
  EXPECT_EQ(type("points"), wkbPoint) << "rows know better";
  GDALClose(dataset);
}

TEST_F(Writing, GeoPackageLayersAndColumnsHaveTheTitlesTheyAreGiven) {
  auto const table = one_of_each();
  LayerLook const look{.layer = "things",
                       .title = "Äidin 'asiat'",
                       .qml = "<qgis/>",
                       .columns = {{"text", "Teksti"}, {"length_m", "Pituus (m)", "it's along"}}};
  write_geopackage(path("t.gpkg"), LayerTables{table}, WorkingFrame{Crs::tm35fin()},
                   std::vector{look});
  auto const first = [&](std::string const& sql) { return sql_answer(path("t.gpkg"), sql); };
  EXPECT_EQ(first("SELECT identifier FROM gpkg_contents WHERE table_name = 'things'"),
            "Äidin 'asiat'");
  EXPECT_EQ(first("SELECT title FROM gpkg_data_columns WHERE column_name = 'text'"), "Teksti");
  EXPECT_EQ(first("SELECT description FROM gpkg_data_columns WHERE column_name = 'length_m'"),
            "it's along");
  EXPECT_EQ(first("SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_schema'"),
            "2");
  EXPECT_EQ(first("SELECT styleQML FROM layer_styles WHERE useAsDefault = 1"), "<qgis/>");
}

TEST_F(Writing, TheOutputFolderHasAllFilesOrNone) {
  {
    OutputFolder folder{path("out"), {"a", "b"}, Overwrite::No};
    write_text(folder.staged("a"), "A");
    write_text(folder.staged("b"), "B");
    EXPECT_FALSE(std::filesystem::exists(folder.final_path("a")));
    folder.commit();
  }
  EXPECT_THAT(names_in(path("out")), ElementsAre("a", "b"));
  {
    OutputFolder const folder{path("new/deep/er"), {"a"}, Overwrite::No};
    write_text(folder.staged("a"), "A");
  }
  EXPECT_FALSE(std::filesystem::exists(path("new")));
  {
    OutputFolder const folder{path("out"), {"a", "b"}, Overwrite::Yes};
    write_text(folder.staged("a"), "other");
  }
  EXPECT_EQ(read_text(path("out/a")), "A");
  EXPECT_THAT(names_in(path("out")), ElementsAre("a", "b"));
}

TEST_F(Writing, TheOutputFolderRefusesWhatItMayNotReplace) {
  file("out/b", "mine");
  EXPECT_THAT(message_of<InputError>([&] {
                OutputFolder const folder{path("out"), {"a", "b"}, Overwrite::No};
              }),
              HasSubstr("already holds b; add `overwrite`"));
  EXPECT_THAT(message_of<InputError>([&] {
                OutputFolder const folder{path("out/b"), {"a"}, Overwrite::Yes};
              }),
              HasSubstr("is not a folder"));
  std::filesystem::create_directory(path("out/a"));
  EXPECT_THAT(message_of<InputError>([&] {
                OutputFolder const folder{path("out"), {"a"}, Overwrite::Yes};
              }),
              HasSubstr("is not a file that can be replaced"));
  EXPECT_THROW((OutputFolder{"/proc/nosuch", {"a"}, Overwrite::Yes}), InputError);
  EXPECT_THAT(names_in(path("out")), ElementsAre("a", "b"));
}

TEST_F(Writing, TheOutputFolderMayBeWrittenWithASlashOrBeTheCurrentOne) {
  for (auto const* name : {"x/", "y/.", "z/../z"}) {
    OutputFolder folder{path(name), {"a"}, Overwrite::No};
    write_text(folder.staged("a"), "A");
    folder.commit();
    EXPECT_EQ(read_text(path(name) + "/a"), "A") << name;
  }
  auto const before = std::filesystem::current_path();
  std::filesystem::current_path(path("x"));
  {
    OutputFolder folder{".", {"b"}, Overwrite::No};
    write_text(folder.staged("b"), "B");
    folder.commit();
  }
  std::filesystem::current_path(before);
  EXPECT_THAT(names_in(path("x")), ElementsAre("a", "b"));
}

}  // namespace
}  // namespace gapmap::io
