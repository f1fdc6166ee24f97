#include "gapmap/report/gap_names.h"

#include <gmock/gmock.h>

#include "gapmap/report/area_names.h"
#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using S = std::string;
using tables::Value;

struct Near {
  char const* name;
  double meters = 0;
  char const* direction = "";
  char const* municipality = "Ahola";
};

tables::OutputTable gaps_near(std::vector<Near> const& all) {
  tables::OutputTable table{"gaps",
                            {column::integer("gap_id"),
                             column::text("gap_name"),
                             column::text("municipality_code"),
                             column::text("municipality_name"),
                             column::text("near_name"),
                             {"near_m", tables::ColumnType::Real, 0},
                             column::text("near_direction")},
                            {},
                            {}};
  auto const text = [](S const& word) { return word.empty() ? Value{} : Value{word}; };
  for (auto const& [name, meters, direction, municipality] : all) {
    table.rows.push_back({std::int64_t(table.rows.size() + 1), Value{}, S{"046"},
                          text(municipality), text(name), meters, text(direction)});
  }
  return table;
}

TEST(GapNames, TellLocalityWayAndMunicipalityInEveryLanguage) {
  auto const gaps = gaps_near({{"Kylä"}, {"Kylä", 4400, "north_west"}, {"Kylä", 200, "south"}});
  EXPECT_THAT(gap_names(Language::Finnish, gaps),
              ElementsAre("Kylä (Ahola)", "Kylä, 4\u00A0km luoteeseen (Ahola)",
                          "Kylä, 1\u00A0km etelään (Ahola)"));
  EXPECT_EQ(gap_names(Language::Swedish, gaps)[1], "Kylä, 4\u00A0km åt nordväst (Ahola)");
  EXPECT_EQ(gap_names(Language::English, gaps)[1], "Kylä, 4\u00A0km to the north-west (Ahola)");
}

TEST(GapNames, TheMunicipalityIsNotSaidTwice) {
  EXPECT_THAT(gap_names(Language::Finnish,
                        gaps_near({{"AHOLA"}, {"AHOLA", 9000, "east"}, {"Kylä", 0, "", ""}, {""}})),
              ElementsAre("Ahola", "Ahola, 9\u00A0km itään", "Kylä", "Ahola\u00A02"));
}

TEST(GapNames, NoTwoGapsAreCalledAlike) {
  EXPECT_THAT(
      gap_names(Language::Finnish, gaps_near({{"Kylä"},
                                              {"Kylä"},
                                              {"Kylä", 4000, "north"},
                                              {"Kylä", 4100, "north"},
                                              {"Kylä\u00A02"},
                                              {"Kylä"},
                                              {"", 0, "", ""},
                                              {"", 0, "", ""}})),
      ElementsAre("Kylä (Ahola)", "Kylä\u00A03 (Ahola)", "Kylä, 4\u00A0km pohjoiseen (Ahola)",
                  "Kylä\u00A02, 4\u00A0km pohjoiseen (Ahola)", "Kylä\u00A02 (Ahola)",
                  "Kylä\u00A04 (Ahola)", "Kaikkien alueiden ulkopuolella",
                  "Kaikkien alueiden ulkopuolella\u00A02"));
}

TEST(GapNames, StandInEveryTableThatTellsOfGaps) {
  std::vector tables{gaps_near({{"Kylä"}, {"Niemi"}}),
                     tables::OutputTable{"joint_remedies",
                                         {column::integer("gap_id"), column::text("gap_name")},
                                         {{std::int64_t{2}, Value{}}, {Value{}, Value{}}},
                                         {}}};
  name_gaps(Language::Finnish, tables);
  EXPECT_EQ(tables[0].rows[0][1], Value{S{"Kylä (Ahola)"}});
  EXPECT_EQ(tables[1].rows[0][1], Value{S{"Niemi (Ahola)"}});
  EXPECT_EQ(tables[1].rows[1][1], Value{}) << "of no gap";
}

TEST(GapNames, AReportHasThemInItsLanguageAndThatOfItsMunicipalities) {
  TinyRun tiny;
  tiny.facts.language = "fi";
  tiny.facts.names["municipality"]["046"] = {{"sv", "Åbacka"}};
  tiny.tables[2] = gaps_near({{"Kylä", 4400, "north_west"}});
  tiny.tables[2].columns.push_back(column::integer("residents"));
  tiny.tables[2].columns.push_back(column::text("reason"));
  tiny.tables[2].rows[0].insert(tiny.tables[2].rows[0].end(), {std::int64_t{200}, S{"detour"}});
  tiny.tables[2].areas.push_back(square(2000, 2000, 1000));
  name_gaps(Language::Finnish, tiny.tables);
  NamedRun const swedish{Language::Swedish, tiny.run()};
  EXPECT_THAT(page(Language::Swedish, swedish.run()),
              HasSubstr("Största luckan: Kylä, 4\u00A0km åt nordväst (Åbacka), 200"));
  NamedRun const english{Language::English, tiny.run()};
  EXPECT_THAT(page(Language::English, english.run()),
              HasSubstr("<strong>Kylä, 4\u00A0km to the north-west (Ahola), 200"));
}

}  // namespace
}  // namespace gapmap::report
