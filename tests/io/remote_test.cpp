#include "gapmap/io/remote.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/io/dataset.h"
#include "gapmap/io/raster.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Remotes : public Reading {};

TEST_F(Remotes, AreToldByTheirNames) {
  for (auto const* name : {"http://h/a.json",
                           "HTTPS://h/a.json",
                           "ftp://h/a",
                           "/vsicurl/http://h/a",
                           "/vsis3/b/a.gpkg",
                           "/vsigs/b/a",
                           "/vsiaz/b/a",
                           "/vsiadls/b/a",
                           "/vsioss/b/a",
                           "/vsiswift/b/a",
                           "/vsihdfs/a",
                           "/vsiwebhdfs/http/a",
                           "/vsizip//vsicurl/http://h/a.zip/a.shp",
                           "/vsizip/vsis3/b/a.zip",
                           "/vsizip/{/vsicurl/http://h/a.zip}/a",
                           "/vsicurl?url=x",
                           "/vsicurl_streaming/x",
                           "/vsinotyetknown/x",
                           "WFS:https://h/wfs",
                           "OAPIF:https://h",
                           "WMS:h",
                           "PG:dbname=gis",
                           "pg:dbname=gis",
                           "postgresql://u@h/d",
                           "MYSQL:d",
                           "MSSQL:server=h",
                           "MongoDBv3:x",
                           "ES:h",
                           "CARTO:x",
                           "GeoJSON:http://h/a.json",
                           "ESRIJSON:https://h/FeatureServer/0/query",
                           "CSV:http://h/a.csv",
                           "NETCDF:\"http://h/a\"",
                           "vrt://http://h/a.tif",
                           "s3://b/a",
                           "gltp://h/a",
                           "OCI:u/p@d",
                           "ODBC:x"})
    EXPECT_TRUE(is_remote(name)) << name;
  for (std::string const& name :
       {file("http:", "x"), path("no.gpkg"), std::string{"/vsizip/a.zip/a.shp"},
        std::string{"/vsimem/a"}, std::string{"CSV:a.csv"}, std::string{"GPKG:a.gpkg:a"},
        std::string{"C:\\a.gpkg"}, std::string{"pg"}, std::string{"file:///a.gpkg"},
        std::string{"vrt://a.tif"}, std::string{}})
    EXPECT_FALSE(is_remote(name)) << name;
}

TEST_F(Remotes, AreRefusedUnlessAskedFor) {
  auto const message = message_of<InputError>(
      [] { static_cast<void>(Table::open({"PG:dbname=gis password=s4la"})); });
  EXPECT_THAT(message, HasSubstr("PG:dbname=gis password=***: is read from another computer"));
  EXPECT_THAT(message, HasSubstr("`allow-remote`"));
}

TEST_F(Remotes, AreRefusedWhereAFileLeadsThere) {
  auto const leading_to = [&](std::string const& name, std::string const& from) {
    return file(name, "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>" + from +
                          "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
  };
  for (auto const* from :
       {"http://127.0.0.1:9/a.json?key=s4la", "/vsicurl/http://127.0.0.1:9/a.gpkg",
        "PG:dbname=gis password=s4la", "/vsizip//vsis3/s4/a.zip",
        "WFS:http://127.0.0.1:9/?token=s4la", "MYSQL:gis,password=s4la"}) {
    auto const inner = leading_to("a.vrt", from);
    // And what leads to what leads there.
    for (auto const& path : {inner, leading_to("b.vrt", inner)}) {
      auto const message =
          message_of<InputError>([&] { Table::open({path}).visit([](Record const&) {}); });
      EXPECT_THAT(message, HasSubstr(".vrt")) << from;
      EXPECT_THAT(message, HasSubstr("`allow-remote`")) << from;
      EXPECT_THAT(message, Not(HasSubstr("s4la"))) << from;
    }
  }
  auto const raster =
      file("r.vrt",
           R"(<VRTDataset rasterXSize="2" rasterYSize="2"><GeoTransform>0,1,0,0,0,-1</GeoTransform>
<VRTRasterBand dataType="Byte" band="1"><SimpleSource><SourceFilename>/vsicurl/http://127.0.0.1:9/a.tif</SourceFilename>
<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>)");
  EXPECT_THAT(message_of<InputError>([&] {
                Pixels pixels;
                Raster::open({raster}).read({0, 0, 2, 2}, pixels);
              }),
              HasSubstr("`allow-remote`"));
  auto const service = file("w.xml",
                            "<GDAL_WMS><Service name=\"WMS\"><ServerUrl>http://127.0.0.1:9/</"
                            "ServerUrl></Service></GDAL_WMS>");
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(Raster::open({service})); }),
              HasSubstr("`allow-remote`"));
}

TEST_F(Remotes, AreNotFetchedForEntitiesAndSchemas) {
  auto const gml = file("a.gml", R"(<?xml version="1.0"?>
<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd" [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]>
<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://ogr.maptools.org/ http://127.0.0.1:9/a.xsd?service=WFS&amp;request=DescribeFeatureType">
<gml:featureMember><ogr:a fid="a.0"><ogr:nimi>Juva</ogr:nimi></ogr:a></gml:featureMember>
</ogr:FeatureCollection>)");
  std::size_t rows = 0;
  Table::open({gml}).visit([&](Record const&) { ++rows; });
  EXPECT_EQ(rows, 1U);
}

}  // namespace
}  // namespace gapmap::io
