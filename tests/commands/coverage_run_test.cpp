// Invariants of a whole run: figures add up, reruns are the same, geometries are sound, options and
// job files go together.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <gdal.h>
#include <ogr_api.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstdio>
#include <map>
#include <memory>
#include <regex>

#include "gapmap/geometry/overlay.h"
#include "gapmap/units/parse_quantity.h"
#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> const kFiles{"cells.csv",
                                      "cells.geojson",
                                      "classes.csv",
                                      "denominators.csv",
                                      "gapmap.gpkg",
                                      "gapmap.qgs",
                                      "gapmap.xlsx",
                                      "gaps.csv",
                                      "gaps.geojson",
                                      "groups.csv",
                                      "indicators.csv",
                                      "joint_remedies.csv",
                                      "joint_remedies.geojson",
                                      "municipalities.csv",
                                      "municipalities.geojson",
                                      "outside_groups.csv",
                                      "outside_groups.geojson",
                                      "places.csv",
                                      "places.geojson",
                                      "reasons.csv",
                                      "remedies.csv",
                                      "remedies.geojson",
                                      "report.en.html",
                                      "report.fi.html",
                                      "report.sv.html",
                                      "run.json",
                                      "sensitivity.csv"};

/// The layers of a GeoPackage in its own order.
std::vector<std::string> layers_of(fs::path const& file) {
  GDALAllRegister();
  std::unique_ptr<void, decltype(&GDALClose)> const dataset{
      GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr), &GDALClose};
  std::vector<std::string> layers;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i)
    layers.emplace_back(OGR_L_GetName(GDALDatasetGetLayer(dataset.get(), i)));
  return layers;
}

/// One run of Etelä-Savo for all tests that only read it.
class EtelaSavo : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    auto const ran =
        run_program({"coverage", "geodata/etela-savo/job.toml", "--quiet", "-o", out().string()});
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
  }
  static void TearDownTestSuite() { folder_.reset(); }
  static fs::path out() { return folder_->path() / "out"; }

 private:
  inline static std::unique_ptr<TemporaryFolder> folder_;
};

TEST_F(EtelaSavo, WritesItsFilesAndNothingElse) { EXPECT_EQ(names_in(out()), kFiles); }

TEST_F(EtelaSavo, TheTopmostLayerIsTheFirstOfTheGeoPackage) {
  // QGIS opens them so that the first is on top.
  EXPECT_THAT(layers_of(out() / "gapmap.gpkg"),
              ElementsAre("joint_remedies", "remedies", "places", "municipalities", "roads", "gaps",
                          "outside_groups", "cells", "layer_styles"));
}

TEST_F(EtelaSavo, TotalsAddUp) {
  auto const total = rows_of(out() / "municipalities.csv").back();
  EXPECT_EQ(total.at("municipality_name"), "Total");
  EXPECT_EQ(total.at("residents"), "131713");
  EXPECT_EQ(total.at("covered"), "69346");
  EXPECT_EQ(total.at("outside"), "62328");
  EXPECT_EQ(total.at("unreachable"), "0");
  EXPECT_EQ(total.at("off_network"), "39");
}

TEST_F(EtelaSavo, CellsAddUpToMunicipalities) {
  std::map<std::string, std::map<std::string, long>> sums;
  for (auto const& cell : rows_of(out() / "cells.csv")) {
    auto const residents = std::stol(cell.at("residents"));
    for (auto const& code : {cell.at("municipality_code"), std::string{}}) {
      sums[code]["residents"] += residents;
      sums[code][cell.at("status")] += residents;
      ++sums[code]["cells"];
    }
    EXPECT_EQ(cell.at("distance_m").empty(), cell.at("status") == "off_network")
        << cell.at("cell_id");
    if (!cell.at("distance_m").empty()) {
      EXPECT_EQ(std::stod(cell.at("distance_m")) <= 20'000, cell.at("status") == "covered")
          << cell.at("cell_id");
    }
  }
  auto const municipalities = rows_of(out() / "municipalities.csv");
  ASSERT_EQ(municipalities.size(), sums.size());
  for (auto const& row : municipalities) {
    auto& sum = sums[row.at("municipality_code")];
    EXPECT_EQ(std::stol(row.at("cells")), sum["cells"]);
    EXPECT_EQ(std::stol(row.at("residents")), sum["residents"]);
    EXPECT_EQ(std::stol(row.at("covered")), sum["covered"]);
    EXPECT_EQ(std::stol(row.at("outside")), sum["too_far"]);
    EXPECT_EQ(std::stol(row.at("unreachable")), sum["unreachable"]);
    EXPECT_EQ(std::stol(row.at("off_network")), sum["off_network"]);
  }
}

TEST_F(EtelaSavo, PlacesAddUpToResidents) {
  long nearest = 0;
  long within = 0;
  long fall_outside = 0;
  for (auto const& place : rows_of(out() / "places.csv")) {
    auto const number = [&](char const* column) { return std::stol(place.at(column)); };
    EXPECT_EQ(number("stay_covered") + number("fall_outside"), number("residents_within_limit"));
    EXPECT_EQ(number("become_unreachable"), 0);
    EXPECT_EQ(place.at("distance_extra_mean_m").empty(), number("residents_nearest") == 0);
    nearest += number("residents_nearest");
    within += number("residents_within_limit");
    fall_outside += number("fall_outside");
  }
  EXPECT_EQ(nearest, 131713 - 39);
  EXPECT_EQ(within, 69346);
  EXPECT_GT(fall_outside, 20000);
}

/// MultiPolygon coordinates of each feature line, in degrees.
std::vector<Area> areas_of(std::string const& geojson) {
  std::vector<Area> areas;
  std::istringstream lines{geojson};
  for (std::string line; std::getline(lines, line);) {
    auto const start = line.find("\"coordinates\":");
    if (start == std::string::npos) continue;
    Area area;
    int depth = 0;
    for (auto at = line.find('[', start); at < line.size(); ++at) {
      char const c = line[at];
      if (c == '[') {
        ++depth;
      } else if (c == ']') {
        if (depth == 3) area.close_ring();
        if (depth == 2) area.close_part();
        if (--depth == 0) break;
      } else if (depth == 4 && (std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-')) {
        std::size_t used = 0;
        double const lon = std::stod(line.substr(at, 40), &used);
        at = line.find_first_of("-0123456789", at + used);
        area.points.push_back({lon, std::stod(line.substr(at, 40), &used)});
        at += used - 1;
      }
    }
    areas.push_back(std::move(area));
  }
  return areas;
}

TEST_F(EtelaSavo, GapsHoldExactlyThoseWhoAreTooFar) {
  auto const text = read_text(out() / "gaps.geojson");
  std::regex const residents{R"re("residents":\s*(\d+))re"};
  long sum = 0;
  std::size_t gaps = 0;
  for (std::sregex_iterator match{text.begin(), text.end(), residents}, end; match != end;
       ++match, ++gaps) {
    sum += std::stol((*match)[1].str());
  }
  EXPECT_GT(gaps, 50U);
  EXPECT_EQ(sum, 62328);
}

TEST_F(EtelaSavo, GapsAreValidAndDisjoint) {
  auto const areas = areas_of(read_text(out() / "gaps.geojson"));
  ASSERT_GT(areas.size(), 50U);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    EXPECT_TRUE(is_valid(areas[i])) << "gap " << i + 1;
    EXPECT_FALSE(areas[i].is_empty()) << "gap " << i + 1;
    PreparedArea const prepared{areas[i]};
    // Square degrees: 7 decimals round to a centimetre, along a border of kilometres.
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_LT(prepared.overlap_m2(areas[j]), 1e-8) << i + 1 << " and " << j + 1;
  }
}

TEST_F(EtelaSavo, ARerunGivesTheSameBytes) {
  std::map<std::string, std::string> before;
  auto const without_seconds = [](std::string const& text) {
    return text.substr(0, text.find("\"seconds\""));
  };
  for (auto const& file : kFiles) before[file] = read_text(out() / file);
  auto const ran = run_program(
      {"coverage", "geodata/etela-savo/job.toml", "--quiet", "--overwrite", "-o", out().string()});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  for (auto const& file : kFiles) {
    if (file == "run.json") continue;
    EXPECT_TRUE(before[file] == read_text(out() / file)) << file;
  }
  // The first run had no "overwrite" among its options; nothing else may differ.
  auto after = without_seconds(read_text(out() / "run.json"));
  EXPECT_EQ(without_seconds(before["run.json"]),
            std::regex_replace(after, std::regex{"    \"overwrite\": true,\n"}, ""));
  EXPECT_THAT(before["run.json"], HasSubstr("\"seconds\""));
}

class CoverageRun : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }
  void write(std::string const& name, std::string const& text) const {
    write_text(path(name), text);
  }
  /// The job with paths of the sample as a job file in the temporary folder sees them.
  [[nodiscard]] std::string job(std::string const& more) const {
    auto const sample =
        fs::relative(fs::path{GAPMAP_SOURCE_DIR} / "geodata/etela-savo", path("jobs")).string();
    std::string text;
    for (auto const* input : {"areas", "roads", "population"}) {
      auto const* const file = std::string{input} == "areas" ? "municipalities" : input;
      text += std::string{input} + " = \"" + sample + "/" + file + ".gpkg\"\n";
    }
    return text + more;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(CoverageRun, PathsInAJobFileAreRelativeToIt) {
  write("jobs/places.csv", "id;nimi;x;y\n1;Here;512006;6840925\n");
  write("jobs/a.toml",
        job("places = \"places.csv\"\nlimit = \"20 km\"\noutput = \"../results\"\nquiet = true\n"));
  auto const ran = run_program({"coverage", path("jobs/a.toml").string()});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(names_in(path("results")), kFiles);
  EXPECT_THAT(read_text(path("results/cells.csv")), HasSubstr(",1,Here\n"));
}

TEST_F(CoverageRun, OptionsWinOverTheJobFile) {
  write("jobs/places.csv", "id;nimi;x;y\n1;Here;512006;6840925\n");
  write("jobs/a.toml", job("places = \"places.csv\"\nlimit = \"nonsense\"\nmax_off_road = \"1 "
                           "km\"\nquiet = true\n"));
  auto const ran = run_program(
      {"coverage", path("jobs/a.toml").string(), "--limit", "3 km", "-o", path("out").string()});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("yli 3 km:n päässä"));
  auto const record = read_text(path("out/run.json"));
  EXPECT_THAT(record, HasSubstr("\"limit\": \"3 km\""));
  EXPECT_THAT(record, HasSubstr("\"max-off-road\": \"1 km\""));
}

TEST_F(CoverageRun, OtherFilesInTheOutputFolderSurvive) {
  write("out/notes.txt", "mine");
  write("out/cells.csv", "old");
  std::vector<std::string> words{"coverage", "geodata/etela-savo/job.toml", "--quiet", "-o",
                                 path("out").string()};
  EXPECT_EQ(run_program(words).exit_code, 1);
  EXPECT_EQ(read_text(path("out/cells.csv")), "old");
  words.emplace_back("--overwrite");
  EXPECT_EQ(run_program(words).exit_code, 0);
  EXPECT_EQ(read_text(path("out/notes.txt")), "mine");
  EXPECT_NE(read_text(path("out/cells.csv")), "old");
  EXPECT_EQ(names_in(path("out")).size(), kFiles.size() + 1);
}

TEST_F(CoverageRun, AFailedRunLeavesNothingBehind) {
  write("kept/notes.txt", "mine");
  std::vector<std::string> words{"coverage", "geodata/etela-savo/job.toml", "--max-off-road", "0 m",
                                 "-o"};
  for (auto const* folder : {"kept", "new", "new/and/deeper"}) {
    words.push_back(path(folder).string());
    EXPECT_EQ(run_program(words).exit_code, 1);
    words.pop_back();
  }
  EXPECT_THAT(names_in(path("")), ElementsAre("kept"));
  EXPECT_THAT(names_in(path("kept")), ElementsAre("notes.txt"));
}

/// What a line of shell says to its standard output.
std::string run_shell(std::string const& line) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const pipe{::popen(line.c_str(), "r"), ::pclose};
  std::string said;
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get()))
    said += static_cast<char>(c);
  return said;
}

/// The hidden folder of a run that writes into `target`, once it is there; it lies beside the
/// target.
fs::path hidden_folder_of(fs::path const& target) {
  auto const prefix = "." + target.filename().string() + ".gapmap-";
  constexpr int kTenSeconds = 50'000;
  for (int i = 0; i < kTenSeconds; ++i) {
    std::error_code error;
    for (auto const& entry : fs::directory_iterator{target.parent_path(), error}) {
      bool const is_whole = fs::exists(entry.path() / "new", error);
      if (is_whole && entry.path().filename().string().starts_with(prefix)) return entry.path();
    }
    ::usleep(200);
  }
  return {};
}

// Long enough to be killed on the way.
std::vector<std::string> long_run(fs::path const& out) {
  return {"coverage", "geodata/varsinais-suomi/job.toml", "--nearest", "3", "-o", out.string()};
}

TEST_F(CoverageRun, AKilledRunLeavesNothingBehind) {
  write("kept/notes.txt", "mine");
  for (int const signal : {SIGTERM, SIGHUP}) {
    for (auto const* folder : {"kept", "new/and/deeper"}) {
      auto const run =
          start_program(long_run(path(folder)), path("stdout").string(), path("stderr").string());
      EXPECT_FALSE(hidden_folder_of(path(folder)).empty());
      ::kill(run, signal);
      EXPECT_EQ(wait_for(run), 128 + signal);
      EXPECT_THAT(names_in(path("kept")), ElementsAre("notes.txt"));
      EXPECT_FALSE(fs::exists(path("new")));
    }
  }
}

TEST_F(CoverageRun, AStoppedRunSaysSoAndLeavesNothingBehind) {
  write("kept/notes.txt", "mine");
  for (auto const* folder : {"kept", "new/and/deeper"}) {
    auto const run =
        start_program(long_run(path(folder)), path("stdout").string(), path("stderr").string());
    EXPECT_FALSE(hidden_folder_of(path(folder)).empty());
    ::kill(run, SIGINT);
    int status = 0;
    ASSERT_EQ(::waitpid(run, &status, 0), run);
    EXPECT_TRUE(WIFEXITED(status)) << "it ends by itself";
    EXPECT_EQ(WEXITSTATUS(status), 130);
    EXPECT_THAT(read_text(path("stderr")), HasSubstr("gapmap: stopped; nothing was written\n"));
    EXPECT_EQ(read_text(path("stdout")), "");
    EXPECT_THAT(names_in(path("kept")), ElementsAre("notes.txt"));
    EXPECT_FALSE(fs::exists(path("new")));
  }
}

TEST_F(CoverageRun, TheNextRunRemovesWhatADeadOneLeft) {
  auto const run =
      start_program(long_run(path("out")), path("stdout").string(), path("stderr").string());
  auto const hidden = hidden_folder_of(path("out"));
  ::kill(run, SIGKILL);
  EXPECT_EQ(wait_for(run), 128 + SIGKILL);
  EXPECT_TRUE(fs::exists(hidden));
  write("out/.gapmap-1/theirs", "a process that lives, of an earlier version");
  write("out/.gapmap-notes/mine", "no process at all");
  EXPECT_EQ(run_program({"coverage", "geodata/etela-savo/job.toml", "-o", path("out").string()})
                .exit_code,
            0);
  EXPECT_FALSE(fs::exists(hidden));
  EXPECT_TRUE(fs::exists(path("out/.gapmap-1/theirs")));
  EXPECT_TRUE(fs::exists(path("out/.gapmap-notes/mine")));
}

TEST_F(CoverageRun, AnInputThatIsAPipeIsRefusedAtOnce) {
  ASSERT_EQ(::mkfifo(path("places.csv").c_str(), 0600), 0);
  auto const ran = run_program({"coverage", "geodata/etela-savo/job.toml", "--places",
                                path("places.csv").string(), "-o", path("out").string()});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, HasSubstr("is a pipe"));
  EXPECT_EQ(run_program({"check", path("places.csv").string()}).exit_code, 1) << "as a job";
}

TEST_F(CoverageRun, ResultsAreNotLostBecauseNobodyReadsWhatItSays) {
  auto const job = "geodata/etela-savo/job.toml";
  auto const ran =
      run_shell(fmt::format("{0} coverage {3}/{1} -o {2}/a 2>/dev/full >/dev/null; echo $?; "
                            "{0} coverage {3}/{1} -o {2}/b 2>&- >&-; echo $?; "
                            "{0} coverage {3}/{1} -o {2}/c 2>&1 | true; "
                            "{0} coverage {3}/{1} -o {2}/d >/dev/full 2>/dev/null; echo $?",
                            GAPMAP_PROGRAM, job, path("out").string(), GAPMAP_SOURCE_DIR));
  EXPECT_EQ(ran, "0\n0\n1\n");
  for (auto const* folder : {"a", "b", "c", "d"})
    EXPECT_TRUE(fs::exists(path("out") / folder / "run.json")) << folder;
}

TEST_F(CoverageRun, NoResultTakesThePlaceOfAnInputWhateverMayBeReplaced) {
  fs::create_directory(path("job"));
  fs::copy(fs::path{GAPMAP_SOURCE_DIR} / "geodata/etela-savo/places.csv", path("job/places.csv"));
  write("job/job.toml", "places = \"places.csv\"\nlimit = \"20 km\"\noutput = \".\"\n");
  auto const before = read_text(path("job/places.csv"));
  auto const ran = run_program({"coverage", path("job/job.toml").string(), "--overwrite", "--areas",
                                "geodata/etela-savo/municipalities.gpkg", "--population",
                                "geodata/etela-savo/population.gpkg", "--roads",
                                "geodata/etela-savo/roads.gpkg"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, HasSubstr("is read by this run"));
  EXPECT_EQ(read_text(path("job/places.csv")), before);
}

TEST_F(CoverageRun, APathThatIsNoUtf8DoesNotCostTheRun) {
  std::string const name = "kyl\xe4t.csv";
  write(name, "id;nimi;x;y\n1;Here;512006;6840925\n");
  auto const ran = run_program({"coverage", "geodata/etela-savo/job.toml", "--quiet", "--places",
                                path(name).string(), "-o", path("out").string()});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(names_in(path("out")), kFiles);
}

TEST_F(CoverageRun, AStandardOutputThatIsFullIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  for (auto const* word : {"--help", "--version"}) {
    auto const ran = run_program({word}, "/dev/full");
    EXPECT_EQ(ran.exit_code, 1) << word;
    EXPECT_THAT(ran.err, HasSubstr("cannot be written to the standard output"));
  }
  EXPECT_EQ(run_program({"coverage", "--help"}, "/dev/full").exit_code, 1);
}

TEST_F(CoverageRun, UnusableRowsAreCountedAndTheRunGoesOn) {
  write("places.csv",
        "id;nimi;x;y\n1;Here;512006;6840925\n2;Swapped;6840925;512006\n3;Blank;;\n4;Text;a;b\n");
  auto const ran = run_program({"coverage", "geodata/etela-savo/job.toml", "--places",
                                path("places.csv").string(), "-o", path("out").string()});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("places: 1 of 4 rows"));
  EXPECT_THAT(
      ran.err,
      HasSubstr("1 row (left out): coordinates in the wrong order (x and y swapped); first: 2"));
  EXPECT_THAT(ran.err, HasSubstr("1 row (left out): no coordinates; first: 3"));
  EXPECT_THAT(ran.err, HasSubstr("1 row (left out): coordinates are not numbers; first: 4"));
}

TEST_F(CoverageRun, AFolderInThePlaceOfAResultIsNotReplaced) {
  fs::create_directories(path("out/municipalities.csv"));
  auto const ran = run_program(
      {"coverage", "geodata/etela-savo/job.toml", "--overwrite", "-o", path("out").string()});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, HasSubstr("is not a file that can be replaced"));
  EXPECT_THAT(names_in(path("out")), ElementsAre("municipalities.csv"));
}

}  // namespace
}  // namespace gapmap
