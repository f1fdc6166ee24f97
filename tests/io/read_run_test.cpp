// A run read again is the run that was written; what does not fit is one clear error.

#include "gapmap/io/read_run.h"

#include <array>

#include "gapmap/geometry/measure.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/write_geopackage.h"
#include "gapmap/io/write_table.h"
#include "tests/io/reading.h"
#include "tests/support/random.h"

namespace gapmap::io {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// With a hole, and in two parts.
Area two_parts(Point low) {
  Area area;
  auto const ring = [&](double x, double y, double side) {
    constexpr std::array<Point, 5> kCorners{{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}};
    for (auto const at : kCorners)
      area.points.push_back({low.x + x + at.x * side, low.y + y + at.y * side});
    area.close_ring();
  };
  ring(0, 0, 100.1);
  ring(10, 10, 0.3);
  area.close_part();
  ring(200, 0, 1.0 / 3);
  area.close_part();
  return wound_anticlockwise(std::move(area));
}

std::string random_text(Random& random) {
  constexpr std::array kTexts{"",        "=1+1", "'=1+1",     "a,b", "\"q\"", "two\nlines",
                              " blank ", "046",  "Äänekoski", "'",   "\r",    "-5"};
  return kTexts[random.whole(0, kTexts.size() - 1)];
}

/// Values of every kind, most of them no round numbers.
tables::OutputTable random_table(std::string name, std::size_t rows, Random& random) {
  tables::OutputTable table{std::move(name),
                            {{"code", tables::ColumnType::Text},
                             {"a \"name\", quoted", tables::ColumnType::Text},
                             {"=residents", tables::ColumnType::Integer},
                             {"distance_m", tables::ColumnType::Real, 3},
                             {"share", tables::ColumnType::Real, 6}},
                            {},
                            {}};
  auto const or_nothing = [&](tables::Value value) {
    return random.chance(0.2) ? tables::Value{} : value;
  };
  for (std::size_t r = 0; r < rows; ++r) {
    table.rows.push_back({or_nothing(random_text(random)), or_nothing(random_text(random)),
                          or_nothing(std::int64_t{random.whole(0, 1U << 31U)} - 1000),
                          or_nothing(random.real(-1e7, 1e7)), or_nothing(random.real(0, 1))});
  }
  return table;
}

ImportReport full_report() {
  return {.input = "zones kylät",
          .source = {.path = "a/b.gpkg", .layer = "given", .where = "a = 'b'", .crs = "EPSG:3067"},
          .layer = "opened",
          .recognised = "fields (id id)",
          .crs = "EPSG:3035",
          .row_is = "pixel",
          .rows = 12,
          .rows_used = 9,
          .remarks = {{"negative population", Consequence::LeftOut, 3, {"1", "2", "\"3\""}},
                      {"odd", Consequence::Used, 1, {}}},
          .years = {2020, 2021},
          .sums = {{"residents", 131'713}, {"residents", 0.1 + 0.2}},
          .files = {{"a/b.gpkg", 5'000'000'000, "abc", ""}, {"c.gmnet", 0, "", "xx"}}};
}

class ReadRun : public Reading {
 protected:
  /// Tables of every kind of shape: in all rows, in the first ones, of no rows, and none.
  [[nodiscard]] static std::vector<tables::OutputTable> some_tables(Random& random) {
    auto const point = [&] { return Point{random.real(1e5, 7e5), random.real(6.6e6, 7.7e6)}; };
    auto areas = random_table("areas", 40, random);
    for (int r = 0; r < 37; ++r) areas.areas.push_back(two_parts(point()));
    auto const figures = random_table("figures", 25, random);
    auto points = random_table("points", 30, random);
    for (std::size_t r = 0; r < points.rows.size(); ++r) points.lines.push_back({point()});
    auto lines = random_table("lines", 10, random);
    for (std::size_t r = 0; r < lines.rows.size(); ++r)
      lines.lines.push_back({point(), point(), point()});
    auto none = random_table("none", 0, random);
    none.shape_if_empty = tables::OutputShape::Line;
    std::vector tables{areas, figures, points, lines, none};
    for (auto& table : tables) table = as_written(std::move(table));
    return tables;
  }
  static bool is_layer(tables::OutputTable const& table) { return table.name != "figures"; }

  void write(std::vector<tables::OutputTable> const& tables) const {
    std::filesystem::remove_all(path("run"));
    std::filesystem::create_directories(path("run"));
    Manifest manifest{.command = "coverage",
                      .job = R"({"limit": "20 km", "study": "nimi = \"Åbo\""})",
                      .facts = RunFacts{.crs = "EPSG:3067", .limit = 20'000, .mode = "car"},
                      .working_crs = "EPSG:3067",
                      .inputs = {full_report(), {.input = "zones kylät", .source = {.path = "x"}}}};
    std::vector<tables::OutputTable> layers;
    for (auto const& table : tables) {
      manifest.tables.push_back(record_of(table, is_layer(table)));
      write_csv(path("run/" + table.name + ".csv"), table);
      if (is_layer(table)) layers.push_back(table);
    }
    write_geopackage(path("run/gapmap.gpkg"), LayerTables{layers.begin(), layers.end()}, frame);
    write_manifest(path("run/run.json"), manifest);
  }
  /// A sound run, for what spoils it.
  void write_some() const {
    Random random{1};
    write(some_tables(random));
  }
  [[nodiscard]] std::string said() const {
    return message_of<InputError>([&] { (void)read_run(path("run")); });
  }
  void edit(std::string const& name, std::string const& what, std::string const& by) const {
    auto const text = read_text(path("run/" + name));
    auto const at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    write_text(path("run/" + name), std::string{text}.replace(at, what.size(), by));
  }
};

void expect_same(tables::OutputTable const& read, tables::OutputTable const& written) {
  SCOPED_TRACE(written.name);
  EXPECT_EQ(read.name, written.name);
  ASSERT_EQ(read.columns.size(), written.columns.size());
  for (std::size_t c = 0; c < read.columns.size(); ++c) {
    EXPECT_EQ(read.columns[c].name, written.columns[c].name);
    EXPECT_EQ(read.columns[c].type, written.columns[c].type);
    EXPECT_EQ(read.columns[c].decimals, written.columns[c].decimals);
  }
  EXPECT_EQ(read.rows, written.rows);
  EXPECT_EQ(read.lines, written.lines);
  ASSERT_EQ(read.areas.size(), written.areas.size());
  for (std::size_t a = 0; a < read.areas.size(); ++a) {
    EXPECT_EQ(read.areas[a].points, written.areas[a].points) << a;
    EXPECT_EQ(read.areas[a].ring_ends, written.areas[a].ring_ends) << a;
    EXPECT_EQ(read.areas[a].part_ends, written.areas[a].part_ends) << a;
  }
}

TEST_F(ReadRun, TablesAreThoseThatWereWritten) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random{seed};
    auto const tables = some_tables(random);
    write(tables);
    auto const run = read_run(path("run"));
    ASSERT_EQ(run.tables.size(), tables.size());
    for (std::size_t t = 0; t < tables.size(); ++t) {
      expect_same(run.tables[t], tables[t]);
      if (is_layer(tables[t])) {
        EXPECT_EQ(tables::shape_of(run.tables[t]), tables::shape_of(tables[t]));
      }
    }
  }
}

TEST_F(ReadRun, TheRecordIsThatOfTheRun) {
  write_some();
  auto const run = read_run(path("run"));
  EXPECT_EQ(run.folder, path("run"));
  EXPECT_EQ(run.command, "coverage");
  EXPECT_FALSE(run.version.empty());
  EXPECT_EQ(run.working_crs, "EPSG:3067");
  std::vector<std::pair<std::string, std::string>> const options{{"limit", "20 km"},
                                                                 {"study", "nimi = \"Åbo\""}};
  EXPECT_EQ(run.options, options);
  ASSERT_EQ(run.inputs.size(), 2U) << "two of one name";
  EXPECT_EQ(run.inputs[1].source.path, "x");
  EXPECT_EQ(run.inputs[1].row_is, "row");
  EXPECT_THAT(run.inputs[1].remarks, IsEmpty());

  auto const& read = run.inputs[0];
  auto const written = full_report();
  EXPECT_EQ(read.input, written.input);
  EXPECT_EQ(read.source.path, written.source.path);
  EXPECT_EQ(read.source.layer, written.source.layer);
  EXPECT_EQ(read.source.where, written.source.where);
  EXPECT_EQ(read.source.crs, written.source.crs);
  EXPECT_EQ(read.layer, written.layer);
  EXPECT_EQ(read.recognised, written.recognised);
  EXPECT_EQ(read.crs, written.crs);
  EXPECT_EQ(read.row_is, written.row_is);
  EXPECT_EQ(read.rows, written.rows);
  EXPECT_EQ(read.rows_used, written.rows_used);
  EXPECT_EQ(remarks_of(read), remarks_of(written));
  EXPECT_EQ(read.years, written.years);
  EXPECT_EQ(read.sums, written.sums);
  ASSERT_EQ(read.files.size(), written.files.size());
  for (std::size_t f = 0; f < read.files.size(); ++f) {
    EXPECT_EQ(read.files[f].path, written.files[f].path);
    EXPECT_EQ(read.files[f].bytes, written.files[f].bytes);
    EXPECT_EQ(read.files[f].sha256, written.files[f].sha256);
    EXPECT_EQ(read.files[f].xxh3, written.files[f].xxh3);
  }
}

TEST_F(ReadRun, WhatIsNoRunIsSaidSo) {
  EXPECT_THAT(said(), AllOf(HasSubstr("has no run.json"), HasSubstr("gapmap coverage wrote")));
  write_manifest(file("run/run.json", ""), {.command = "isochrone"});
  EXPECT_THAT(said(), AllOf(HasSubstr("\"gapmap isochrone\" and tells of no tables"),
                            HasSubstr("results of gapmap coverage")));
  for (auto const* text : {"", "{", "[]", "{\"command\": 1}", "{\"tables\": []}"}) {
    file("run/run.json", text);
    EXPECT_THAT(said(), AllOf(HasSubstr("run.json"), HasSubstr("not as gapmap wrote it"))) << text;
  }
  write_some();
  edit("run.json", "\"integer\"", "\"number\"");
  EXPECT_THAT(said(), HasSubstr("\"number\" is no word of it"));
}

TEST_F(ReadRun, FilesThatDoNotFitAreSaidSo) {
  write_some();
  std::filesystem::remove(path("run/figures.csv"));
  EXPECT_THAT(said(), AllOf(HasSubstr("figures.csv"), HasSubstr("is missing"),
                            HasSubstr("run gapmap again")));
  write_some();
  edit("areas.csv", "code,", "koodi,");
  EXPECT_THAT(said(), AllOf(HasSubstr("areas.csv"), HasSubstr("other columns than run.json")));
  write_some();
  edit("areas.csv", "share\n", "share\n1,2\n");
  EXPECT_THAT(said(), AllOf(HasSubstr("line 2"), HasSubstr("has 2 fields instead of 5")));
  write_some();
  edit("areas.csv", "share\n", "share\na,b,many,1,1\n");
  EXPECT_THAT(said(), AllOf(HasSubstr("line 2"), HasSubstr("\"many\" in =residents is no number")));
  write_some();
  edit("areas.csv", "share\n", "share\na,b,1,1,1\n");
  EXPECT_THAT(said(), HasSubstr("areas.csv: has 41 rows, but run.json says 40"));
}

TEST_F(ReadRun, OfAnOlderVersionIsToBeMadeAnew) {
  write_some();
  edit("run.json", "\"facts\"", "\"other\"");
  EXPECT_THAT(said(), AllOf(HasSubstr("is of an older gapmap (0."), HasSubstr("run gapmap again")));
}

TEST_F(ReadRun, ShapesThatDoNotFitAreSaidSo) {
  write_some();
  std::filesystem::remove(path("run/gapmap.gpkg"));
  EXPECT_THAT(said(), AllOf(HasSubstr("gapmap.gpkg"), HasSubstr("is missing")));
  file("run/gapmap.gpkg", "no database");
  EXPECT_THAT(said(), AllOf(HasSubstr("gapmap.gpkg"), HasSubstr("cannot be read"),
                            HasSubstr("run gapmap again")));
  Random random{1};
  auto const tables = some_tables(random);
  auto const with_layers = [&](auto const& spoil) {
    write(tables);
    auto layers = tables;
    std::erase_if(layers, [](auto const& table) { return !is_layer(table); });
    spoil(layers);
    std::filesystem::remove(path("run/gapmap.gpkg"));
    write_geopackage(path("run/gapmap.gpkg"), LayerTables{layers.begin(), layers.end()}, frame);
    return said();
  };
  EXPECT_THAT(with_layers([](auto& layers) { layers.erase(layers.begin()); }),
              AllOf(HasSubstr("areas"), HasSubstr("cannot be read")));
  EXPECT_THAT(with_layers([](auto& layers) { layers[0].areas.pop_back(); }),
              HasSubstr("has 36 features, but run.json says 37"));
  EXPECT_THAT(with_layers([](auto& layers) {
                for (auto& line : layers[2].lines) line.resize(1);
              }),
              AllOf(HasSubstr("lines"), HasSubstr("other features than the run wrote")));
}

}  // namespace
}  // namespace gapmap::io
