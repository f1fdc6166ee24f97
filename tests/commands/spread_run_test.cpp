// Where in their cells people live: bands of shares in the sample of Kanta-Häme.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

class SpreadRun : public ::testing::Test {
 protected:
  fs::path run(std::string const& out, std::vector<std::string> const& more) {
    std::vector<std::string> words{"geodata/kanta-hame/job.toml", "--remedies", "0", "--limit",
                                   "10 km"};
    words.insert(words.end(), more.begin(), more.end());
    auto const ran = cover_sample(words, path(out));
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return path(out);
  }
  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }

 private:
  TemporaryFolder folder_;
};

TEST_F(SpreadRun, BandsAreWhatTheSharesOfTheCellsAddUpTo) {
  auto const out = run("out", {"--spread", "roads"});
  auto const cells = rows_of(out / "cells.csv");
  std::size_t bands = 0;
  std::size_t divided = 0;
  for (auto const& row : rows_of(out / "municipalities.csv")) {
    auto const of = [&](char const* column) { return std::stod(row.at(column)); };
    double expected = 0;
    double surely = 0;
    double possibly = 0;
    for (auto const& cell : cells) {
      bool const is_here = row.at("municipality_name") == "Total" ||
                           cell.at("municipality_code") == row.at("municipality_code");
      if (!is_here) continue;
      auto const residents = std::stod(cell.at("residents"));
      auto const share = std::stod(cell.at("spread_share"));
      expected += residents * share;
      if (share == 1) surely += residents;
      if (share > 0) possibly += residents;
      if (share > 0 && share < 1) ++divided;
    }
    EXPECT_NEAR(of("spread_expected"), expected, 1);
    EXPECT_NEAR(of("spread_share_expected"), expected / of("residents"), 1e-4);
    EXPECT_LE(of("spread_low"), of("spread_expected"));
    EXPECT_LE(of("spread_expected"), of("spread_high"));
    EXPECT_GE(of("spread_low"), surely - 1);
    EXPECT_LE(of("spread_high"), possibly + 1);
    bands += of("spread_low") < of("spread_high") ? 1 : 0;
  }
  EXPECT_GE(bands, 5U);
  EXPECT_GE(divided, 50U);
  for (auto const* page : {"report.fi.html", "report.sv.html", "report.en.html"})
    EXPECT_THAT(read_text(out / page), HasSubstr("id=\"spread_section\""));
}

TEST_F(SpreadRun, EveryLimitHasItsBands) {
  auto const out = run("out", {"--limit", "10 min", "--limit", "20 km", "--spread", "roads"});
  auto const municipalities = rows_of(out / "municipalities.csv");
  auto const bands = rows_of(out / "bands.csv");
  std::vector<std::string> const limits{"10_km", "10_min", "20_km", "all_limits", "any_limit"};
  ASSERT_EQ(bands.size(), limits.size() * municipalities.size());
  for (std::size_t m = 0; m < municipalities.size(); ++m) {
    std::map<std::string, double> low;
    std::map<std::string, double> high;
    for (std::size_t l = 0; l < limits.size(); ++l) {
      auto const& row = bands[l * municipalities.size() + m];
      EXPECT_EQ(row.at("rule"), limits[l]);
      EXPECT_EQ(row.at("municipality_name"), municipalities[m].at("municipality_name"));
      EXPECT_EQ(row.at("share"), municipalities[m].at(limits[l] + "_share"));
      low[limits[l]] = std::stod(row.at("spread_low"));
      high[limits[l]] = std::stod(row.at("spread_high"));
    }
    EXPECT_EQ(bands[m].at("spread_low"), municipalities[m].at("spread_low"));
    EXPECT_EQ(bands[m].at("spread_expected"), municipalities[m].at("spread_expected"));
    EXPECT_LE(low["10_km"], low["20_km"]);
    for (std::string const limit : {"10_km", "10_min", "20_km"}) {
      EXPECT_LE(high["all_limits"], high[limit]) << limit;
      EXPECT_LE(low[limit], low["any_limit"]) << limit;
    }
  }
  for (auto const* page : {"report.fi.html", "report.sv.html", "report.en.html"})
    EXPECT_THAT(read_text(out / page), HasSubstr("id=\"spread_section\""));
}

TEST_F(SpreadRun, ALimitHasTheSameBandsAloneAndAmongOthers) {
  auto const bands = rows_of(run("out", {"--limit", "10 min", "--spread", "roads"}) / "bands.csv");
  auto const ran = cover_sample(
      {"geodata/kanta-hame/job.toml", "--remedies", "0", "--limit", "10 min", "--spread", "roads"},
      path("alone"));
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  auto const alone = rows_of(path("alone") / "municipalities.csv");
  EXPECT_FALSE(fs::exists(path("alone") / "bands.csv"));
  for (std::size_t m = 0; m < alone.size(); ++m) {
    auto const& among = bands[alone.size() + m];
    ASSERT_EQ(among.at("rule"), "10_min");
    for (auto const* column : {"share", "spread_low", "spread_expected", "spread_high"})
      EXPECT_EQ(among.at(column), alone[m].at(column)) << column;
  }
}

TEST_F(SpreadRun, IsTheSameOnAnyNumberOfThreads) {
  auto const one = run("one", {"--spread", "roads", "--threads", "1"});
  auto const four = run("four", {"--spread", "roads", "--threads", "4"});
  for (auto const* file : {"cells.csv", "municipalities.csv"})
    EXPECT_EQ(read_text(one / file), read_text(four / file));
}

TEST_F(SpreadRun, ChangesNothingElse) {
  auto const without = rows_of(run("without", {}) / "municipalities.csv");
  auto const with = rows_of(run("with", {"--spread", "roads"}) / "municipalities.csv");
  ASSERT_EQ(with.size(), without.size());
  for (std::size_t r = 0; r < with.size(); ++r) {
    EXPECT_FALSE(without[r].contains("spread_low"));
    for (auto const& [column, field] : without[r]) EXPECT_EQ(with[r].at(column), field) << column;
  }
}

TEST_F(SpreadRun, BuildingsInTheMiddleOfTheirCellsGiveTheSharesOfTheMiddle) {
  auto const middles = run("middles", {});
  auto const file = path("houses.csv");
  std::ofstream houses{file};
  houses << "x,y\n";
  auto const cells = rows_of(middles / "cells.csv");
  for (auto const& cell : cells) houses << cell.at("x") << ',' << cell.at("y") << '\n';
  houses.close();
  auto const out = run("out", {"--spread", file.string(), "--building-crs", "EPSG:3067"});
  auto const spread = rows_of(out / "cells.csv");
  ASSERT_EQ(spread.size(), cells.size());
  for (std::size_t c = 0; c < cells.size(); ++c) {
    EXPECT_EQ(spread[c].at("spread_share"), cells[c].at("status") == "covered" ? "1" : "0")
        << cells[c].at("cell_id");
  }
  for (auto const& row : rows_of(out / "municipalities.csv")) {
    for (auto const* column : {"spread_expected", "spread_low", "spread_high"})
      EXPECT_EQ(row.at(column), row.at("covered")) << column;
  }
  EXPECT_THAT(read_text(out / "run.json"), HasSubstr("houses.csv"));
}

TEST_F(SpreadRun, IsLeftOutOfAPublishedRun) {
  auto const out = run("out", {"--spread", "roads", "--publish"});
  EXPECT_THAT(read_text(out / "municipalities.csv"), Not(HasSubstr("spread")));
  EXPECT_THAT(read_text(out / "report.fi.html"), Not(HasSubstr("spread_section")));
}

TEST_F(SpreadRun, TakesTheWordOfAJobFileForNoFile) {
  auto const job = path("job.toml");
  auto text = read_text(fs::path{GAPMAP_SOURCE_DIR} / "geodata/kanta-hame/job.toml");
  auto const folder = (fs::path{GAPMAP_SOURCE_DIR} / "geodata/kanta-hame").string();
  for (auto const* key : {"areas", "roads", "population", "places", "candidates"}) {
    auto const at = text.find(std::string{"\n"} + key + " = \"");
    ASSERT_NE(at, std::string::npos) << key;
    text.insert(text.find('"', at) + 1, folder + "/");
  }
  std::ofstream{job} << "spread = \"roads\"\n" << text;
  auto const ran = run_program({"coverage", job.string(), "--quiet", "--remedies", "0", "--limit",
                                "10 km", "-o", path("job").string()});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(read_text(path("job") / "municipalities.csv"),
            read_text(run("words", {"--spread", "roads"}) / "municipalities.csv"));
}

TEST_F(SpreadRun, NeedsBuildingsForWhatIsAboutThem) {
  auto const ran = run_program({"coverage", "geodata/kanta-hame/job.toml", "--spread", "roads",
                                "--buildings-where", "x = 1", "-o", path("out").string()});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("--buildings-where: is about buildings, and there are none"));
}

TEST_F(SpreadRun, CheckLooksAtBuildings) {
  auto const check = [&](std::string const& buildings) {
    return run_program(
        {"check", "geodata/kanta-hame/job.toml", "--lang", "en", "--spread", buildings});
  };
  auto const missing = check(path("no.csv").string());
  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_THAT(missing.out, HasSubstr("no.csv"));
  // A building in Estonia, as the sea is no obstacle to a slip of the finger.
  write_text(path("some.csv"), "id;x;y\n1;360000;6760000\n2;360000;6560000\n3;;\n");
  auto const some = check(path("some.csv").string());
  EXPECT_THAT(some.out, HasSubstr("buildings"));
}

}  // namespace
}  // namespace gapmap
