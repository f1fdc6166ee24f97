// Requirements of a run against runs of their own: what one of several requirements says is what
// `gapmap coverage` says of its places and its limit alone.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Requirements : public ::testing::Test {
 protected:
  Ran cover(std::string const& out, std::vector<std::string> const& more) const {
    std::vector<std::string> words{"geodata/varsinais-suomi/job.toml"};
    words.insert(words.end(), more.begin(), more.end());
    auto ran = cover_sample(words, path(out));
    EXPECT_EQ(ran.err, "");
    return ran;
  }
  [[nodiscard]] std::filesystem::path path(std::string const& out) const {
    return folder_.path() / out;
  }

 private:
  TemporaryFolder folder_;
};

std::string as_requirement(std::string const& status) {
  return status == "covered" ? "met" : status;
}

TEST_F(Requirements, EachIsWhatARunOfItsOwnSays) {
  struct Question {
    char const *name, *where, *limit, *cost, *at_least;
  };
  constexpr Question kQuestions[]{{"near", "kunta < '430'", "25 km", "distance_m", "1"},
                                  {"soon", "kunta > '600'", "40 min", "time_s", "1"},
                                  {"two", "", "30 km", "distance_2_m", "2"}};
  for (auto const* trip : {"to-place", "round-trip"}) {
    SCOPED_TRACE(trip);
    std::vector<std::string> words{"--limit", "20 km", "--trip", trip};
    for (auto const& q : kQuestions) {
      std::string text = std::string{"name="} + q.name + "; limit=" + q.limit;
      if (*q.where != '\0') text += std::string{"; where="} + q.where;
      if (*q.at_least != '1') text += std::string{"; at_least="} + q.at_least;
      words.insert(words.end(), {"--requirement", text});
    }
    auto const together_in = std::string{"together-"} + trip;
    ASSERT_EQ(cover(together_in, words).exit_code, 0);
    auto const together = rows_of(path(together_in) / "cells.csv");
    std::size_t met = 0;
    std::size_t not_met = 0;
    for (auto const& q : kQuestions) {
      SCOPED_TRACE(q.name);
      auto const alone_in = std::string{q.name} + trip;
      std::vector<std::string> alone{"--limit", q.limit, "--trip", trip, "--nearest", q.at_least};
      if (*q.where != '\0') alone.insert(alone.end(), {"--places-where", q.where});
      ASSERT_EQ(cover(alone_in, alone).exit_code, 0);
      auto const cells = rows_of(path(alone_in) / "cells.csv");
      ASSERT_EQ(cells.size(), together.size());
      auto const column =
          std::string{q.name} + (std::string{q.cost} == "time_s" ? "_time_s" : "_distance_m");
      for (std::size_t c = 0; c < cells.size(); ++c) {
        EXPECT_EQ(together[c].at(column), cells[c].at(q.cost)) << cells[c].at("cell_id");
        bool const is_met = together[c].at(q.name) == "met";
        (is_met ? met : not_met) += 1;
        if (*q.at_least == '1') {
          EXPECT_EQ(together[c].at(q.name), as_requirement(cells[c].at("status")));
        }
      }
      if (*q.at_least != '1') continue;
      auto const figures = rows_of(path(alone_in) / "municipalities.csv");
      auto const shared = rows_of(path(together_in) / "municipalities.csv");
      ASSERT_EQ(figures.size(), shared.size());
      for (std::size_t m = 0; m < figures.size(); ++m) {
        EXPECT_EQ(shared[m].at(std::string{q.name} + "_met"), figures[m].at("covered"));
        EXPECT_EQ(shared[m].at(std::string{q.name} + "_share"), figures[m].at("share"));
      }
    }
    EXPECT_GT(met, 1000U);
    EXPECT_GT(not_met, 1000U);
    EXPECT_EQ(rows_of(path("near" + std::string{trip}) / "cells.csv")[0].count("near"), 0U)
        << "unasked there are no columns";
  }
}

TEST_F(Requirements, StatesAddUpToAllResidentsAndAllAreThoseWhoHaveEach) {
  ASSERT_EQ(cover("out", {"--requirement", "name=a; limit=15 km", "--requirement",
                          "name=b; limit=20 min; where=kunta < '700'", "--requirement",
                          "name=c; limit=60 km; at_least=4"})
                .exit_code,
            0);
  std::map<std::string, long> met;
  long everybody = 0;
  for (auto const& cell : rows_of(path("out") / "cells.csv")) {
    auto const residents = std::stol(cell.at("residents"));
    everybody += residents;
    bool is_all = true;
    for (auto const* name : {"a", "b", "c"}) {
      bool const is_met = cell.at(name) == "met";
      is_all = is_all && is_met;
      if (is_met) met[name] += residents;
    }
    EXPECT_EQ(cell.at("all_requirements") == "met", is_all);
    if (is_all) met["all_requirements"] += residents;
  }
  auto const table = rows_of(path("out") / "requirements.csv");
  ASSERT_EQ(table.size(), 4U);
  for (auto const& row : table) {
    EXPECT_EQ(std::stol(row.at("met")), met[row.at("requirement")]);
    EXPECT_EQ(std::stol(row.at("met")) + std::stol(row.at("too_far")) +
                  std::stol(row.at("unreachable")) + std::stol(row.at("off_network")),
              everybody);
    EXPECT_EQ(std::stol(row.at("residents")), everybody);
  }
  EXPECT_GT(met["all_requirements"], 0);
  EXPECT_LT(met["all_requirements"], met["a"]);
  EXPECT_THAT(read_text(path("out") / "run.json"),
              HasSubstr("\"requirement\": [\n      \"name=a; limit=15 km\",\n"
                        "      \"name=b; limit=20 min; where=kunta < '700'\",\n"
                        "      \"name=c; limit=60 km; at_least=4\"\n    ]"));
}

TEST_F(Requirements, ANameOfAColumnIsRefusedAndNothingIsWritten) {
  auto const ran = run_program({"coverage", "geodata/varsinais-suomi/job.toml", "--quiet", "-o",
                                path("out").string(), "--requirement", "name=status; limit=15 km"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("requirement 1 \"status\": its name is that of another column"));
  EXPECT_FALSE(std::filesystem::exists(path("out")));
}

TEST_F(Requirements, NamesOfColumnsThatEveryRunHasAreRefusedBeforeAnyWork) {
  cover("out", {"--limit", "20 km"});
  auto const row = rows_of(path("out") / "cells.csv").front();
  std::vector<std::string> words{"coverage", "geodata/varsinais-suomi/job.toml", "-o",
                                 path("other").string()};
  for (auto const& [column, value] : row) {
    words.insert(words.end(), {"--requirement", "name=" + column + "; limit=1 km"});
  }
  ASSERT_GT(row.size(), 15U);
  auto const ran = run_program(words);
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, Not(HasSubstr("read areas")));
  for (auto const& [column, value] : row)
    EXPECT_THAT(ran.err, HasSubstr("\"" + column + "\": its name is that of another column"));
}

TEST_F(Requirements, OneMayBeATableOrATextInAJobFile) {
  auto const job = path("job.toml");
  auto const base = [](std::string const& tail) {
    std::string const data = std::string{GAPMAP_SOURCE_DIR} + "/geodata/osm-sample/";
    return "areas = \"" + data + "areas.geojson\"\nroads = \"" + data + "town.osm\"\nplaces = \"" +
           data + "town.osm\"\npopulation = \"" + data + "population.csv\"\nlimit = \"2 km\"\n" +
           tail;
  };
  auto const options_of = [&](std::string const& tail) {
    write_text(job, base(tail));
    auto const ran =
        run_program({"coverage", job.string(), "--overwrite", "-o", path("out").string()});
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return read_text(path("out") / "requirements.csv");
  };
  auto const table = options_of(
      "[requirement]\nlimit = \"1 km\"\nname = \"a\"\nwhere = \"\"\"amenity=community_centre;\n"
      "building=nosuch\"\"\"\n");
  EXPECT_EQ(table,
            options_of("requirement = \"name=a; limit=1 km; where=\\\"amenity=community_centre; "
                       "building=nosuch\\\"\"\n"));
  EXPECT_THAT(table, HasSubstr("\na,amenity=community_centre; building=nosuch,1 km,1,1,"));
}

TEST_F(Requirements, FewerPlacesThanRequiredAreSaid) {
  auto const ran = run_program({"coverage", "geodata/etela-savo/job.toml", "-o",
                                path("out").string(), "--requirement",
                                "name=a; where=tyyppi = 'suunnitelma'; limit=50 km; at_least=2"});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.err, HasSubstr("requirement a: 1 of its places is near a road, fewer than 2: "
                                 "nobody can have it"));
  EXPECT_THAT(read_text(path("out") / "requirements.csv"),
              HasSubstr(",131713,0,0,131674,39,0,0\n"));
}

TEST_F(Requirements, RoadsAreReadWholeInSpiteOfAMargin) {
  auto const ran = run_program({"coverage", "geodata/etela-savo/job.toml", "--margin", "5 km", "-o",
                                path("out").string(), "--requirement", "name=a; limit=90 min"});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.err, HasSubstr("roads are read whole in spite of --margin: requirements may need "
                                 "all of them"));
}

}  // namespace
}  // namespace gapmap
