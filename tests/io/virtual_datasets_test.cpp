// What lies behind a virtual dataset (VRT) is read as carefully as what is given itself.

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>

#include "gapmap/io/dataset.h"
#include "gapmap/io/read_places.h"
#include "gapmap/io/read_population.h"
#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

namespace fs = std::filesystem;

WrittenLayer const kTwoPlaces{
    .name = "p",
    .type = wkbPoint,
    .fields = {"nimi", "tyyppi"},
    .rows = {{"POINT (500000 6800000)", {"A", "a"}}, {"POINT (500100 6800000)", {"B", "b"}}}};

void sql(std::string const& database, std::string const& statements) {
  sqlite3* handle = nullptr;
  sqlite3_open(database.c_str(), &handle);
  char* error = nullptr;
  sqlite3_exec(handle, statements.c_str(), nullptr, nullptr, &error);
  if (error != nullptr) ADD_FAILURE() << error;
  sqlite3_close(handle);
}

class VirtualDatasets : public Reading {
 protected:
  /// A layer of the dataset `of`, a file of the test's folder.
  [[nodiscard]] std::string virtual_layer(std::string const& of,
                                          std::string const& more = "") const {
    return file("in.vrt",
                "<OGRVRTDataSource><OGRVRTLayer name=\"p\"><SrcDataSource "
                "relativeToVRT=\"1\">" +
                    of + "</SrcDataSource>" + more + "</OGRVRTLayer></OGRVRTDataSource>");
  }
  [[nodiscard]] PlacesRead places(std::string const& vrt) const {
    return read_places({.source = {.path = vrt}}, frame);
  }
  [[nodiscard]] static std::vector<std::string> names_of(std::vector<InputFile> const& files) {
    std::vector<std::string> names;
    for (auto const& each : files) names.push_back(fs::path{each.path}.filename());
    return names;
  }
  [[nodiscard]] std::vector<std::string> files_there() const {
    std::vector<std::string> names;
    for (auto const& entry : fs::directory_iterator{fs::path{path("x")}.parent_path()})
      names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
  }
  /// As kTwoPlaces with a third of the type "a", beside whose rows the indexes of the two lie.
  void write_with_old_indexes() const {
    for (auto const* folder : {"old", "new"}) fs::create_directories(path(folder));
    write_dataset(path("old/p.shp"), "ESRI Shapefile", {kTwoPlaces});
    auto* const indexed = GDALOpenEx(path("old/p.shp").c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE,
                                     nullptr, nullptr, nullptr);
    for (auto const* statement : {"CREATE INDEX ON p USING tyyppi", "CREATE SPATIAL INDEX ON p"})
      GDALDatasetExecuteSQL(indexed, statement, nullptr, nullptr);
    GDALClose(indexed);
    auto three = kTwoPlaces;
    three.rows.push_back({"POINT (500200 6800000)", {"C", "a"}});
    write_dataset(path("new/p.shp"), "ESRI Shapefile", {three});
    for (auto const* index : {"p.idm", "p.ind", "p.qix"})
      fs::copy(path("old") + '/' + index, path("new") + '/' + index);
  }
};

TEST_F(VirtualDatasets, EveryFileThatItsSqlNamesIsRecorded) {
  write_dataset(path("p.gpkg"), "GPKG", {kTwoPlaces});
  file("types.csv", "tyyppi,selite\na,avoin\nb,ryhmä\n");
  auto const read = places(virtual_layer(
      "p.gpkg", "<SrcSQL dialect=\"OGRSQL\">SELECT p.nimi, t.selite FROM p LEFT JOIN '" +
                    path("types.csv") + "'.types t ON p.tyyppi = t.tyyppi</SrcSQL>"));
  EXPECT_THAT(names_of(read.report.files), ElementsAre("in.vrt", "p.gpkg", "types.csv"));
  EXPECT_EQ(read.report.files[2].sha256, fingerprint(path("types.csv")).sha256);
}

TEST_F(VirtualDatasets, AFileBehindItThatChangesIsNoticed) {
  write_dataset(path("p.gpkg"), "GPKG", {kTwoPlaces});
  auto const types = file("types.csv", "tyyppi,selite\na,avoin\nb,ryhmä\n");
  auto const table = Table::open(
      {.path = virtual_layer(
           "p.gpkg", "<SrcSQL dialect=\"OGRSQL\">SELECT p.nimi, t.selite FROM p LEFT JOIN '" +
                         types + "'.types t ON p.tyyppi = t.tyyppi</SrcSQL>")});
  EXPECT_THAT(message_of<InputError>([&] {
                table.visit([&](Record const&) { write_text(types, "tyyppi,selite\na,b\n"); });
              }),
              HasSubstr("types.csv: changed while it was read"));
}

TEST_F(VirtualDatasets, OldIndexesHideNoRow) {
  write_with_old_indexes();
  auto const by_value =
      virtual_layer("new/p.shp", "<SrcSQL>SELECT * FROM p WHERE tyyppi = 'a'</SrcSQL>");
  EXPECT_EQ(places(by_value).places.size(), 2U);
  auto const by_region =
      virtual_layer("new/p.shp",
                    "<SrcRegion>POLYGON ((499000 6799000,501000 6799000,501000 6801000,499000 "
                    "6801000,499000 6799000))</SrcRegion>");
  EXPECT_EQ(places(by_region).places.size(), 3U);
}

TEST_F(VirtualDatasets, ARegionOfADatabaseIsRefused) {
  write_dataset(path("p.gpkg"), "GPKG", {kTwoPlaces});
  auto const vrt = virtual_layer("p.gpkg", "<srcRegion>POLYGON ((0 0,1 0,1 1,0 0))</srcRegion>");
  auto const late = file(
      "late.vrt", "<?xml version=\"1.0\"?>\n<!-- " + std::string(300, '-') + " -->\n" +
                      "<OGRVRTDataSource><OGRVRTLayer name=\"p\"><SrcDataSource>" + path("p.gpkg") +
                      "</SrcDataSource><SrcRegion>POLYGON ((0 0,1 0,1 1,0 "
                      "0))</SrcRegion></OGRVRTLayer></OGRVRTDataSource>");
  for (auto const& each : {vrt, late}) {
    EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(Table::open({.path = each})); }),
                HasSubstr("chooses rows by a region (SrcRegion)"))
        << each;
  }
}

TEST_F(VirtualDatasets, NothingComesToLieBesideWhatIsBehindIt) {
  write_dataset(path("p.gml"), "GML", {kTwoPlaces});
  fs::remove(path("p.xsd"));
  auto const vrt = virtual_layer("p.gml");
  auto const before = files_there();
  EXPECT_EQ(places(vrt).places.size(), 2U);
  EXPECT_EQ(files_there(), before);
}

/// However the database is named.
TEST_F(VirtualDatasets, RowsThatAnotherProgramHasNotYetMovedAreRead) {
  fs::create_directories(path("far"));
  write_dataset(path("far/p.gpkg"), "GPKG", {kTwoPlaces});
  fs::create_symlink(path("far/p.gpkg"), path("p.gpkg"));
  sqlite3* other = nullptr;
  sqlite3_open(path("far/p.gpkg").c_str(), &other);
  auto const run = [&](char const* statement) {
    EXPECT_EQ(sqlite3_exec(other, statement, nullptr, nullptr, nullptr), SQLITE_OK) << statement;
  };
  run("PRAGMA journal_mode = wal");
  run("PRAGMA wal_autocheckpoint = 0");
  run("UPDATE gpkg_contents SET description = 'new'");
  auto const ahead = path("far/p.gpkg-wal");
  auto const bytes = read_text(ahead);
  auto const read = places(virtual_layer("p.gpkg"));
  auto const named = read_places({.source = {.path = "GPKG:" + path("p.gpkg") + ":p"}}, frame);
  EXPECT_EQ(read_text(ahead), bytes) << "the other program's rows are its own";
  EXPECT_TRUE(fs::exists(path("far/p.gpkg-shm")));
  auto const itself = read_places({.source = {.path = path("far/p.gpkg")}}, frame);
  EXPECT_EQ(itself.report.files.at(1).path, ahead) << "beside the path as it is given";
  sqlite3_close(other);
  EXPECT_THAT(names_of(read.report.files), ElementsAre("in.vrt", "p.gpkg", "p.gpkg-wal"));
  EXPECT_THAT(names_of(named.report.files), ElementsAre("p.gpkg", "p.gpkg-wal"));
}

TEST_F(VirtualDatasets, TextInAColumnOfNumbersIsNotNought) {
  write_dataset(path("v.gpkg"), "GPKG",
                {{.name = "p",
                  .type = wkbPoint,
                  .fields = {"vaesto"},
                  .rows = {{"POINT (500125 6800125)", {"3"}}, {"POINT (500375 6800125)", {"4"}}},
                  .integer_fields = {"vaesto"}}});
  auto const read = [&] {
    PopulationInput input;
    input.source.path = virtual_layer("v.gpkg");
    static_cast<void>(read_population(input, frame));
  };
  EXPECT_NO_THROW(read());
  sql(path("v.gpkg"),
      "DROP TRIGGER IF EXISTS rtree_p_geom_update1; DROP TRIGGER IF EXISTS rtree_p_geom_update2; "
      "DROP TRIGGER IF EXISTS rtree_p_geom_update3; DROP TRIGGER IF EXISTS rtree_p_geom_update4; "
      "UPDATE p SET vaesto = '<10' WHERE fid = 2");
  EXPECT_THAT(message_of<InputError>(read),
              HasSubstr("v.gpkg, whose column of numbers vaesto holds text in 1 rows"));
}

TEST_F(VirtualDatasets, NorIsTextThatItSaysIsANumber) {
  file("v.csv", "x,y,vaesto\n500125,6800125,3\n500375,6800125,1 110\n");
  auto const sum = [&](std::string const& type) {
    PopulationInput input;
    input.source.path =
        file("in.vrt",
             "<OGRVRTDataSource><OGRVRTLayer name=\"v\"><SrcDataSource relativeToVRT=\"1\">v.csv"
             "</SrcDataSource><GeometryType>wkbPoint</GeometryType><LayerSRS>EPSG:3067</LayerSRS>"
             "<GeometryField encoding=\"PointFromColumns\" x=\"x\" y=\"y\"/><Field name=\"vaesto\" "
             "type=\"" +
                 type + "\"/></OGRVRTLayer></OGRVRTDataSource>");
    return read_population(input, frame).report.sums.front().second;
  };
  EXPECT_EQ(sum("String"), 1113);
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(sum("Integer")); }),
              HasSubstr("v.csv, in whose column vaesto \"1 110\" stands in line 3"));
}

/// GDAL ends a quotation where the next mark stands, and takes 26 of "26,9905".
TEST_F(VirtualDatasets, TextThatGdalReadsOtherwiseIsRefused) {
  auto const message = [&](std::string const& text, std::string const& more) {
    file("t.csv", text);
    auto const vrt = virtual_layer("t.csv", "<GeometryType>wkbPoint</GeometryType>" + more);
    return message_of<InputError>([&] { static_cast<void>(Table::open({.path = vrt})); });
  };
  EXPECT_THAT(message("p,x\n\"a,1\nb,2\nc,3\n", ""), HasSubstr("a quotation mark in line 2"));
  EXPECT_THAT(message("p;x;y\na;26,9905;62,2\n",
                      "<GeometryField encoding=\"PointFromColumns\" x=\"x\" y=\"y\"/>"),
              HasSubstr("column x \"26,9905\" stands in line 2"));
  EXPECT_THAT(message("p,n\na,12\nb,\n", "<SrcSQL>SELECT CAST(n AS integer) FROM t</SrcSQL>"),
              HasSubstr("column n \"\" stands in line 3"));
}

TEST_F(VirtualDatasets, SqlOfSqliteIsRefused) {
  write_dataset(path("p.shp"), "ESRI Shapefile", {kTwoPlaces});
  auto const vrt = virtual_layer(
      "p.shp", "<SrcSQL dialect=\"INDIRECT_SQLITE\">VACUUM INTO '" + path("x.db") + "'</SrcSQL>");
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(Table::open({.path = vrt})); }),
              HasSubstr("SQL of the dialect SQLite"));
  EXPECT_FALSE(fs::exists(path("x.db")));
}

TEST_F(VirtualDatasets, SqlMakesNoIndexBesideItsFile) {
  write_dataset(path("p.shp"), "ESRI Shapefile", {kTwoPlaces});
  auto const vrt = virtual_layer("p.shp", "<SrcSQL>CREATE INDEX ON p USING nimi</SrcSQL>");
  auto const before = files_there();
  EXPECT_THROW(static_cast<void>(places(vrt)), InputError);
  EXPECT_EQ(files_there(), before);
}

TEST_F(VirtualDatasets, ItsOptionsAreNotAskedWhetherFilesAreLeft) {
  write_dataset(path("p.gml"), "GML", {kTwoPlaces});
  fs::remove(path("p.xsd"));
  auto const vrt =
      virtual_layer("p.gml", "<OpenOptions><OOI key=\"WRITE_GFS\">YES</OOI></OpenOptions>");
  auto const before = files_there();
  EXPECT_EQ(places(vrt).places.size(), 2U);
  EXPECT_EQ(files_there(), before);
}

TEST_F(VirtualDatasets, ARasterOfOtherPixelsIsRefused) {
  write_raster(
      path("p.tif"),
      {.transform = {385'000, 100, 0, 6'717'000, 0, -100}, .columns = 2, .bands = {{1, 2, 3, 4}}});
  PopulationInput input;
  input.source.path =
      file("r.vrt",
           "<VRTDataset rasterXSize=\"1\" rasterYSize=\"2\"><SRS>EPSG:3067</SRS><GeoTransform>"
           "385000,200,0,6717000,0,-100</GeoTransform><VRTRasterBand dataType=\"Float64\" "
           "band=\"1\"><SimpleSource><SourceFilename relativeToVRT=\"1\">p.tif</SourceFilename>"
           "<SourceBand>1</SourceBand><SrcRect xOff=\"0\" yOff=\"0\" xSize=\"2\" ySize=\"2\"/>"
           "<DstRect xOff=\"0\" yOff=\"0\" xSize=\"1\" ySize=\"2\"/></SimpleSource>"
           "</VRTRasterBand></VRTDataset>");
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(read_population(input, frame)); }),
              HasSubstr("pixels of several sizes"));
}

TEST_F(VirtualDatasets, RastersBehindOneAnotherAreRecorded) {
  write_raster(
      path("p.tif"),
      {.transform = {385'000, 100, 0, 6'717'000, 0, -100}, .columns = 2, .bands = {{1, 2}}});
  auto const mosaic = [&](std::string const& name, std::string const& of) {
    return file(name,
                "<VRTDataset rasterXSize=\"2\" rasterYSize=\"1\"><SRS>EPSG:3067</SRS><GeoTransform>"
                "385000,100,0,6717000,0,-100</GeoTransform><VRTRasterBand dataType=\"Float64\" "
                "band=\"1\"><SimpleSource><SourceFilename relativeToVRT=\"1\">" +
                    of +
                    "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
                    "</VRTDataset>");
  };
  mosaic("inner.vrt", "p.tif");
  PopulationInput input;
  input.source.path = mosaic("outer.vrt", "inner.vrt");
  auto const read = read_population(input, frame);
  EXPECT_EQ(read.report.sums.front().second, 3);
  EXPECT_THAT(names_of(read.report.files), IsSupersetOf({"outer.vrt", "inner.vrt", "p.tif"}));
  EXPECT_THAT(names_of(read.report.files), Not(testing::Contains("gdalvrt.xsd")));
}

}  // namespace
}  // namespace gapmap::io
