// A group of residents that a run is about: its numbers come first, and add up from cells.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class ForAGroup : public ::testing::Test {
 protected:
  fs::path run(std::vector<std::string> const& more, std::string const& sample = "kanta-hame") {
    std::vector<std::string> words{
        "coverage",          "geodata/" + sample + "/job.toml", "--quiet", "--nearest", "2", "-o",
        path("out").string()};
    words.insert(words.end(), more.begin(), more.end());
    auto const ran = run_program(words);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    said = ran.out;
    return path("out");
  }
  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }
  static double number(CsvRow const& row, std::string const& column) {
    return row.at(column).empty() ? 0 : std::stod(row.at(column));
  }

  std::string said;

 private:
  TemporaryFolder folder_;
};

TEST_F(ForAGroup, GapsPlacesAndMunicipalitiesAreTheSumsOfTheirCells) {
  auto const out = run({"--for", "65"}, "etela-savo");
  auto const cells = rows_of(out / "cells.csv");
  double in_gaps = 0;
  double last = 1e9;
  for (auto const& gap : rows_of(out / "gaps.csv")) {
    auto const people = (number(gap, "Y_GE65_low") + number(gap, "Y_GE65_high")) / 2;
    EXPECT_LE(people, last) << "gaps go by the group";
    last = people;
    in_gaps += number(gap, "Y_GE65_low");
  }
  double too_far = 0;
  std::map<std::string, double> falling;
  std::map<std::string, double> outside;
  for (auto const& cell : cells) {
    auto const old = number(cell, "Y_GE65_low");
    if (cell.at("status") == "too_far") too_far += old;
    if (cell.at("status") != "covered") outside[cell.at("municipality_code")] += old;
    bool const stays =
        !cell.at("distance_2_m").empty() && std::stod(cell.at("distance_2_m")) <= 20'000;
    if (cell.at("status") == "covered" && !stays) falling[cell.at("nearest_place_id")] += old;
  }
  EXPECT_EQ(in_gaps, too_far);
  for (auto const& place : rows_of(out / "places.csv"))
    EXPECT_EQ(number(place, "Y_GE65_fall_outside_low"), falling[place.at("place_id")]);
  for (auto const& row : rows_of(out / "groups.csv")) {
    if (row.at("level") != "municipality" || row.at("group") != "Y_GE65") continue;
    EXPECT_EQ(number(row, "not_covered_low"), outside[row.at("zone_code")]);
  }
}

TEST_F(ForAGroup, RemediesReasonsAndCellsOutsideAddUpToTheGroup) {
  auto const total_of = [](fs::path const& out, std::string const& column) {
    for (auto const& row : rows_of(out / "groups.csv")) {
      if (row.at("level") == "total" && row.at("group") == "Y_GE65") return number(row, column);
    }
    return -1.0;
  };
  auto const out = run({"--for", "65", "--remedies", "4", "--roads-used"}, "etela-savo");
  auto const outside = total_of(out, "not_covered_low");
  auto const covered = total_of(out, "covered_low");
  EXPECT_GT(outside, 1000);
  std::map<std::string, double> by_reason;
  for (auto const& row : rows_of(out / "reasons.csv"))
    by_reason[row.at("municipality_name") == "Total" ? "total" : "by municipality"] +=
        number(row, "Y_GE65_low");
  EXPECT_EQ(by_reason["total"], outside);
  EXPECT_EQ(by_reason["by municipality"], outside);
  double in_cells = 0;
  for (auto const& row : rows_of(out / "outside_groups.csv")) in_cells += number(row, "Y_GE65_low");
  EXPECT_EQ(in_cells, outside);
  double busiest = 0;
  for (auto const& row : rows_of(out / "roads_used.csv")) {
    EXPECT_LE(number(row, "Y_GE65_low"), number(row, "Y_GE65_high"));
    busiest = std::max(busiest, number(row, "Y_GE65_low"));
  }
  EXPECT_GT(busiest, 1000);
  auto const html = read_text(out / "report.en.html");
  EXPECT_THAT(html, HasSubstr("<caption>Why not within the limit, by group</caption>"));
  EXPECT_THAT(html, HasSubstr(": this place would bring "));
  EXPECT_THAT(html, HasSubstr(": newly within the limit"));
  EXPECT_THAT(html, HasSubstr(": on the same stretch"));
  EXPECT_LT(read_text(out / "gapmap.qgs").find("Rajan ulkopuolella: 65 vuotta täyttäneet"),
            read_text(out / "gapmap.qgs").find("Rajan ulkopuolella: Naiset"));

  EXPECT_THAT(html, HasSubstr("The places were chosen by one group: "));
  EXPECT_THAT(html, HasSubstr("<g class=\"proposal\"><title>Best places together 1: "));
  auto places = read_text(fs::path{GAPMAP_SOURCE_DIR} / "geodata/etela-savo/places.csv");
  double brought = 0;
  double middle = 0;
  for (auto const& row : rows_of(out / "joint_remedies.csv")) {
    brought += number(row, "Y_GE65_low");
    middle += (number(row, "Y_GE65_low") + number(row, "Y_GE65_high")) / 2;
    EXPECT_DOUBLE_EQ(number(row, "Y_GE65_together"), middle);
    EXPECT_GE(number(row, "Y_GE65_together_at_most"), middle);
    EXPECT_EQ(row.at("together_at_most"), "");
    places +=
        "9" + row.at("step") + ";Further place;;;;;" + row.at("x") + ";" + row.at("y") + ";\n";
  }
  write_text(path("together.csv"), places);
  auto const then = run({"--overwrite", "--places", path("together.csv").string()}, "etela-savo");
  EXPECT_EQ(total_of(then, "covered_low"), covered + brought);
}

TEST_F(ForAGroup, WhatAPlaceDoesForItIsWhoLivesInTheAreasThatItAloneChanges) {
  auto const now = run({}, "etela-savo");
  auto places = read_text(fs::path{GAPMAP_SOURCE_DIR} / "geodata/etela-savo/places.csv");
  places += "99;Further place;;;;;520000;6900000;\n";
  write_text(path("places.csv"), places);
  auto const then = path("then");
  ASSERT_EQ(run_program({"coverage", "geodata/etela-savo/job.toml", "--places",
                         path("places.csv").string(), "-o", then.string(), "--quiet"})
                .exit_code,
            0);
  auto const compared =
      run_program({"compare", now.string(), then.string(), "-o", path("change").string()});
  ASSERT_EQ(compared.exit_code, 0) << compared.err;
  std::size_t groups = 0;
  for (auto const& row : rows_of(path("change") / "place_groups.csv")) {
    EXPECT_EQ(row.at("place_name"), "Further place");
    EXPECT_EQ(row.at("change"), "new");
    ++groups;
    for (std::string const end : {"_low", "_high"}) {
      double gained = 0;
      for (auto const& area : rows_of(path("change") / "changes.csv")) {
        EXPECT_EQ(area.at("change"), "gained");
        gained += number(area, row.at("group") + end);
      }
      EXPECT_GT(gained, 0);
      for (std::string const which : {"alone", "together"}) {
        EXPECT_DOUBLE_EQ(number(row, "gained_" + which + end), gained);
        EXPECT_EQ(number(row, "lost_" + which + end), 0);
      }
    }
  }
  EXPECT_EQ(groups, 5U);
}

TEST_F(ForAGroup, AComparisonOfTwoRunsAboutItIsAboutItToo) {
  auto const now = run({"--for", "Y_GE65", "--limit", "20 km", "--limit", "30 min"});
  auto const then = path("then");
  std::vector<std::string> words{"coverage", "geodata/kanta-hame/suunnitelma.toml",
                                 "--for",    "65",
                                 "--limit",  "20 km",
                                 "--limit",  "30 min",
                                 "-o",       then.string(),
                                 "--quiet"};
  ASSERT_EQ(run_program(words).exit_code, 0);
  auto const compared = run_program({"compare", now.string(), then.string(), "--names", "Nyt",
                                     "Sitten", "-o", path("change").string()});
  ASSERT_EQ(compared.exit_code, 0) << compared.err;
  auto const beyond = [](fs::path const& folder, std::string const& rule) {
    for (auto const& row : rows_of(folder / "groups.csv")) {
      if (row.at("rule") == rule && row.at("group") == "Y_GE65" && row.at("level") == "total")
        return number(row, "not_covered");
    }
    return -1.0;
  };
  auto const page = read_text(path("change") / "report.fi.html");
  for (auto const* rule : {"20_km", "30_min", "any_limit"}) {
    auto const whole = [&](fs::path const& folder) {
      auto text = fmt::format("{:.0f}", beyond(folder, rule));
      if (text.size() > 3) text.insert(text.size() - 3, "\u00a0");
      return text;
    };
    auto const told = fmt::format(" {} → {} (", whole(now), whole(then));
    EXPECT_THAT(page, HasSubstr(told)) << rule;
  }
  EXPECT_THAT(compared.out, HasSubstr("65 vuotta täyttäneet rajan ulkopuolella, Nyt → Sitten: "));
  EXPECT_THAT(
      page,
      HasSubstr("<p class=\"figure\">65 vuotta täyttäneet rajan ulkopuolella, Nyt → Sitten: "));
  // Parts by group: of the same residents as groups.csv, and each row adds up.
  std::size_t totals = 0;
  for (auto const& row : rows_of(path("change") / "group_parts.csv")) {
    double sum = 0;
    for (auto const* factor : {"places", "population", "roads", "boundaries", "limit", "travel"})
      sum += number(row, std::string{"by_"} + factor);
    EXPECT_DOUBLE_EQ(sum, number(row, "figure_change"));
    if (row.at("municipality_name") != "Total" || row.at("group") != "Y_GE65" ||
        row.at("figure") != "not_covered")
      continue;
    EXPECT_DOUBLE_EQ(number(row, "figure_before"), beyond(now, "20_km"));
    EXPECT_DOUBLE_EQ(number(row, "figure_after"), beyond(then, "20_km"));
    ++totals;
  }
  EXPECT_EQ(totals, 1U);
  // Areas by group: who comes within the limit less who falls outside is the change.
  double net = 0;
  for (auto const& row : rows_of(path("change") / "changes.csv")) {
    EXPECT_LE(number(row, "Y_GE65_low"), number(row, "Y_GE65_high"));
    auto const middle = (number(row, "Y_GE65_low") + number(row, "Y_GE65_high")) / 2;
    net += row.at("change") == "gained" ? middle : -middle;
  }
  EXPECT_DOUBLE_EQ(net, beyond(now, "20_km") - beyond(then, "20_km"));
  EXPECT_NE(net, 0);
  ASSERT_EQ(
      run_program({"report", path("change").string(), "--for", "F", "-o", path("women").string()})
          .exit_code,
      0);
  EXPECT_THAT(read_text(path("women") / "report.fi.html"),
              HasSubstr("<p class=\"figure\">Naiset rajan ulkopuolella, Nyt → Sitten: "));
}

TEST_F(ForAGroup, EverySentenceSaysWhomItCounts) {
  auto const out = run({"--for", "Y_GE65", "--limit", "20 km", "--limit", "30 min"});
  EXPECT_THAT(said, HasSubstr("\n65 vuotta täyttäneet "));
  EXPECT_THAT(said, HasSubstr("65 vuotta täyttäneet: rajojen ulkopuolella  20 km: "));
  auto const html = read_text(out / "report.fi.html");
  EXPECT_THAT(html, HasSubstr("<p class=\"figure\">65 vuotta täyttäneet: 44\u00a0128 asukkaasta"));
  EXPECT_THAT(html, HasSubstr("<caption>65 vuotta täyttäneet kunnittain</caption>"));
  EXPECT_THAT(html, HasSubstr("<caption>65 vuotta täyttäneet: asukkaat kunkin rajan mukaan"));
  EXPECT_THAT(html, HasSubstr("65 vuotta täyttäneet: jäisi rajan ulkopuolelle"));
  EXPECT_THAT(html, HasSubstr("Ryhmien summa (ikä:"));
  auto const anew =
      run_program({"report", out.string(), "--for", "F", "-o", path("anew").string()});
  ASSERT_EQ(anew.exit_code, 0) << anew.err;
  EXPECT_THAT(read_text(path("anew") / "report.fi.html"),
              HasSubstr("<caption>Naiset kunnittain</caption>"));
}

TEST_F(ForAGroup, TheManualSaysWhatItsCommandsSay) {
  auto const page =
      read_text(fs::path{GAPMAP_SOURCE_DIR} / "tools/manual/how-to/ask-about-a-group.md");
  for (std::string const job : {"job", "suunnitelma"}) {
    auto const ran =
        run_program({"coverage", "geodata/kanta-hame/" + job + ".toml", "--limit", "20 km",
                     "--limit", "30 min", "--for", "65", "--quiet", "-o", path(job).string()});
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    auto const begin = ran.out.find("20 km: 2");
    ASSERT_NE(begin, std::string::npos) << ran.out;
    auto const line = ran.out.substr(begin, ran.out.find('\n', begin) - begin);
    EXPECT_THAT(page, HasSubstr(line));
  }
}

TEST_F(ForAGroup, PublishedRunsTellOfItInWhatTheyProtect) {
  auto const out = run({"--for", "65", "--publish"});
  EXPECT_THAT(read_text(out / "report.fi.html"),
              HasSubstr("<caption>65 vuotta täyttäneet kunnittain</caption>"));
  for (auto const* file : {"gaps.csv", "cells.csv", "places.csv"})
    EXPECT_EQ(read_text(out / file).find("Y_GE65"), std::string::npos) << file;
}

}  // namespace
}  // namespace gapmap
