// Files that are given up while they are read or written.

#include "gapmap/io/dataset.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/source.h"
#include "gapmap/io/write_geojson.h"
#include "gapmap/io/write_geopackage.h"
#include "gapmap/io/write_table.h"
#include "gapmap/io/write_workbook.h"
#include "tests/io/reading.h"
#include "tests/support/areas.h"
#include "tests/support/stopping.h"

namespace gapmap::io {
namespace {

class StopFiles : public Reading {
 protected:
  static tables::OutputTable table() {
    tables::OutputTable table{
        "things",
        {{"text", tables::ColumnType::Text}, {"count", tables::ColumnType::Integer}},
        {},
        {}};
    for (int i = 0; i < 3000; ++i) {
      table.rows.push_back({std::string{"a thing"}, std::int64_t{i}});
      table.areas.push_back(square(400'000 + 10.0 * i, 6'800'000, 8));
    }
    return table;
  }
  static std::size_t rows_in(std::string const& path) {
    std::size_t rows = 0;
    Table::open({.path = path}).visit([&](Record const&) { ++rows; });
    return rows;
  }
};

TEST_F(StopFiles, TablesThatAreRead) {
  auto const things = table();
  write_csv(path("things.csv"), things);
  write_geopackage(path("things.gpkg"), {things}, frame);
  for (auto const* name : {"things.csv", "things.gpkg"}) {
    expect_stops([&] { static_cast<void>(rows_in(path(name))); });
    EXPECT_EQ(rows_in(path(name)), 3000U) << name;
  }
}

TEST_F(StopFiles, AViewThatNeverEnds) {
  auto const things = table();
  write_geopackage(path("things.gpkg"), {things}, frame);
  // Of the rows of one hundred million millions.
  expect_stops([&] {
    std::size_t rows = 0;
    Table::open({.path = path("things.gpkg"),
                 .where = "count IN (SELECT a.count + b.count + c.count + d.count FROM things a, "
                          "things b, things c, things d)"})
        .visit([&](Record const&) { ++rows; });
  });
}

TEST_F(StopFiles, FilesThatAreWritten) {
  auto const things = table();
  auto const write = [&](std::string const& name, auto const& work) {
    expect_stops([&] {
      std::filesystem::remove(path(name));
      work(path(name));
    });
    std::filesystem::remove(path(name));
    work(path(name));
    EXPECT_EQ(rows_in(path(name)), 3000U) << name;
  };
  write("a.csv", [&](auto const& path) { write_csv(path, things); });
  write("a.geojson", [&](auto const& path) { write_geojson(path, things, frame); });
  write("a.gpkg", [&](auto const& path) { write_geopackage(path, {things}, frame); });
}

TEST_F(StopFiles, TheFingerprintOfAFile) {
  auto const large = file("large", std::string(std::size_t{8} << 20U, 'x'));
  auto const before = fingerprint(large).sha256;
  expect_stops([&] { static_cast<void>(fingerprint(large)); });
  EXPECT_EQ(fingerprint(large).sha256, before);
}

TEST_F(StopFiles, ResultsAreNotBroughtToTheirPlaceOnceSomebodyAsked) {
  std::stop_source stop;
  Stoppable const stoppable{stop.get_token()};
  {
    OutputFolder folder{path("out"), {"a.txt"}, Overwrite::No};
    write_text(folder.staged("a.txt"), "results");
    stop.request_stop();
    EXPECT_THROW(folder.commit(), Stopped);
  }
  EXPECT_FALSE(std::filesystem::exists(path("out")));
}

}  // namespace
}  // namespace gapmap::io
