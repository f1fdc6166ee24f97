#include "gapmap/checks/check_inputs.h"

#include "tests/checks/found.h"
#include "tests/io/reading.h"

namespace gapmap::checks {
namespace {

TEST(CheckRemarks, AHealthyReportGivesNothing) {
  EXPECT_EQ(said_of(check_remarks({.input = "places", .rows = 3, .rows_used = 3})), "");
}

TEST(CheckRemarks, EachIsAFinding) {
  io::ImportReport report{.input = "population"};
  report.count("negative number of residents", "7");
  report.count({"invalid polygon ({}), repaired", "Self-intersection"}, "8", io::Consequence::Used);
  report.count("id that an earlier row has as well", "9", io::Consequence::Used);
  EXPECT_EQ(said_of(check_remarks(report)),
            "warning population 1: negative number of residents (left out) [7]\n"
            "note population 1: invalid polygon (Self-intersection), repaired (used) [8]\n"
            "warning population 1: id that an earlier row has as well (used) [9]");
}

TEST(CheckRemarks, OfTheGazetteer) {
  io::ImportReport report{.input = "places"};
  report.count("without coordinates, placed by the gazetteer", "1 (Otava)", io::Consequence::Used);
  report.count("locality that the gazetteer has in several places", "2 (Kylä)");
  auto const findings = check_remarks(report);
  EXPECT_EQ(said_of(findings),
            "note places 1: without coordinates, placed by the gazetteer (used) [1 (Otava)]\n"
            "warning places 1: locality that the gazetteer has in several places (left out) [2 "
            "(Kylä)]");
  EXPECT_EQ(findings[1].advice,
            "give these places coordinates, or add what is missing to the gazetteer");
}

TEST(CheckRemarks, OfAddresses) {
  io::ImportReport report{.input = "places"};
  report.count("without coordinates, placed by its address: the street alone", "1 (Torikatu)",
               io::Consequence::Used);
  report.count("postal code that the street does not have, placed by its municipality", "2",
               io::Consequence::Used);
  report.count("street that the addresses have in several municipalities", "3 (Koulutie 3)");
  report.count("street that the addresses do not have, only one alike", "4 (Torkatu → Torikatu?)");
  report.count("street that the addresses do not have", "5 (Nimetön 1)");
  auto const findings = check_remarks(report);
  EXPECT_EQ(said_of(findings),
            "note places 1: without coordinates, placed by its address: the street alone (used) [1 "
            "(Torikatu)]\n"
            "warning places 1: postal code that the street does not have, placed by its "
            "municipality (used) [2]\n"
            "warning places 1: street that the addresses have in several municipalities (left out) "
            "[3 (Koulutie 3)]\n"
            "warning places 1: street that the addresses do not have, only one alike (left out) [4 "
            "(Torkatu → Torikatu?)]\n"
            "warning places 1: street that the addresses do not have (left out) [5 (Nimetön 1)]");
  EXPECT_EQ(findings[2].advice, "give these places their municipality or postal code");
  EXPECT_EQ(findings[3].advice,
            "correct the name if the street behind the arrow is meant, else give coordinates");
  EXPECT_EQ(findings[4].advice,
            "see how the street is spelt and where it is, or give these places coordinates");
}

TEST(CheckRemarks, WhatIsSaidBetterElsewhereIsNotSaidTwice) {
  io::ImportReport report{.input = "places"};
  report.count("coordinates in the wrong order (x and y swapped)", "1");
  report.count({"coordinates outside the area of {}", "EPSG:3067"}, "2");
  report.count("place on the very same point as an earlier one", "3", io::Consequence::Used);
  report.count("numbers of groups suppressed, counted as unknown", "4", io::Consequence::Used);
  report.count("of another year", "5");
  EXPECT_EQ(said_of(check_remarks(report)), "");
}

TEST(CheckPositions, SaysWhatRowsSeemToBeAndWhatToDo) {
  WorkingFrame const frame{Crs::tm35fin()};
  Survey survey{.crs = Crs::tm35fin(), .x_field = "x", .y_field = "y"};
  PositionOptions const options{"places", "place-crs", "place-x", "place-y"};
  EXPECT_EQ(said_of(check_positions(survey, {}, frame, options)), "");

  Misplaced misplaced{.at_zero = {"1"}, .nowhere = {"9"}};
  misplaced.strays[{"EPSG:4326", false}] = {"2", "3"};
  misplaced.strays[{"EPSG:3067", true}] = {"4"};
  auto const findings = check_positions(survey, misplaced, frame, options);
  EXPECT_EQ(said_of(findings),
            "warning places 1: at (0, 0): coordinates are missing (left out) [1]\n"
            "warning places 1: coordinates seem to be x and y swapped, not EPSG:3067 (left out) "
            "[4]\n"
            "warning places 2: coordinates seem to be EPSG:4326, not EPSG:3067 (left out) [2; 3]\n"
            "warning places 1: coordinates outside the area of EPSG:3067 (left out) [9]");
  EXPECT_EQ(findings[2].advice,
            "correct these rows, or read them by themselves with `place-crs` EPSG:4326");
}

TEST(CheckPositions, AWrongZoneIsAWarningBecauseTheJobRuns) {
  WorkingFrame const frame{Crs::tm35fin()};
  Survey const survey{.crs = Crs::tm35fin(), .positions = {{"1", {}}, {"2", {}}}};
  Misplaced const misplaced{.all = Mislabelled{{"EPSG:3132"}, true, 0.1, 1}};
  auto const findings =
      check_positions(survey, misplaced, frame, {.input = "roads", .crs = "roads-crs"});
  EXPECT_EQ(said_of(findings),
            "warning roads 2: coordinates are read as EPSG:3067 but seem to be EPSG:3132: 100 % of "
            "the rows then lie where they can, now 10 %");
  EXPECT_EQ(findings[0].advice, "`roads-crs` EPSG:3132");
}

TEST(CheckLetters, OneFindingAFieldAndKind) {
  EXPECT_EQ(said_of(check_letters("places", {})), "");
  auto const findings = check_letters("places", {{"nimi", "1", "HyvinkÃ¤Ã¤", "Hyvinkää"},
                                                 {"nimi", "2", "Ã„htÃ¤ri", "Ähtäri"},
                                                 {"osoite", "2", "M?kitie", ""}});
  EXPECT_EQ(said_of(findings),
            "warning places 2: letters in the field nimi are misread (wrong encoding) [HyvinkÃ¤Ã¤ "
            "= Hyvinkää; Ã„htÃ¤ri = Ähtäri]\n"
            "warning places 1: letters in the field osoite are lost [M?kitie]");
}

TEST(CheckSingleYear, SeveralYearsInOneLayerAreAWarning) {
  Survey survey{.years = {{"vuosi", {2021}}}};
  EXPECT_EQ(said_of(check_single_year("population", survey)), "");
  survey.years["vuosi"].insert(2011);
  EXPECT_EQ(said_of(check_single_year("population", survey)),
            "warning population: rows of 2 years in one layer (vuosi 2011 to 2021): the same "
            "people or areas may stand there several times");
}

TEST(YearOf, IsThatOfFieldsThenNamesThenTheConvention) {
  Survey const survey{.path = "data/kunnat_2019.gpkg", .layer = "kunta1000k_2023"};
  io::ImportReport const report{.years = {2021}};
  EXPECT_EQ(year_of({.years = {{"vuosi", {2025}}}}, report), 2025);
  EXPECT_EQ(year_of(survey, report), 2023);
  EXPECT_EQ(year_of({.path = "kunnat_2019.gpkg"}, report), 2019);
  EXPECT_EQ(year_of({}, report), 2021);
  EXPECT_EQ(year_of({}, {}), std::nullopt);
  EXPECT_EQ(year_of({.years = {{"vuosi", {2024, 2025}}}}, report), 2025);
  EXPECT_EQ(year_of({.layer = "t_2018_2021"}, report), std::nullopt);
}

TEST(CheckYears, APopulationGoesWithTheBordersOfTheNextYear) {
  EXPECT_EQ(said_of(check_years({.areas = 2022, .roads = 2024, .population = 2021})), "");
  EXPECT_EQ(said_of(check_years({.areas = 2022})), "");
  EXPECT_EQ(said_of(check_years({.areas = 2023, .population = 2021})),
            "note areas: areas are of 2023, the population is of 2021: a population of 31 December "
            "2021 goes with the borders of 2022");
  EXPECT_TRUE(said_of(check_years({.areas = 2026, .population = 2021})).starts_with("warning"));
  EXPECT_EQ(said_of(check_years({.areas = 2021, .population = 2021, .is_census = true})), "");
  EXPECT_EQ(said_of(check_years({.areas = 2022, .population = 2021, .is_census = true})),
            "note areas: areas are of 2022, the census is of 2021: a population of 31 December "
            "2020 goes with the borders of 2021");
  EXPECT_EQ(said_of(check_years({.roads = 2013, .population = 2021})),
            "note roads: roads are of 2013, the population is of 2021");
  EXPECT_EQ(said_of(check_years({.areas = 2023, .key = 2023})), "");
  EXPECT_EQ(said_of(check_years({.areas = 2023, .key = 2025})),
            "note area key: the key is of 2025, the areas are of 2023");
  EXPECT_EQ(said_of(check_years({.population = 2021, .official = 2021})), "");
  EXPECT_EQ(said_of(check_years({.population = 2021, .official = 2020})), "") << "a census";
  EXPECT_EQ(said_of(check_years({.population = 2021, .official = 2023})),
            "warning official_population: the official numbers are of 2023, the population is of "
            "2021");
}

TEST(CheckAreaCodes, OnlyDifferentNamesOfOneCodeAreOdd) {
  EXPECT_EQ(said_of(check_area_codes({{"1", "491", "Mikkeli"}, {"2", "491", "Mikkeli"}})), "");
  EXPECT_EQ(said_of(check_area_codes({{"1", "046", "Enonkoski"}, {"2", "46", "Juva"}})),
            "warning areas 1: codes that areas of different names share: they are read as one area "
            "[46: Enonkoski and Juva]");
}

}  // namespace
}  // namespace gapmap::checks
