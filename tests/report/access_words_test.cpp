#include "gapmap/report/detail/access_words.h"

#include "gapmap/report/closing_lines.h"
#include "gapmap/report/summary_sheet.h"
#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using S = std::string;
using I = std::int64_t;

/// Of a run in minutes, by car, on whose legs 812 and 40 residents' results hang.
tables::OutputTable sensitivity(I falling = 812, I coming = 40, I suppressed = 0) {
  tables::OutputTable table{
      "sensitivity",
      {column::text("assumption"),
       {"access_speed_kmh", tables::ColumnType::Real, 3},
       {"access_factor", tables::ColumnType::Real, 2},
       column::meters("access_mean_m"),
       {"access_share", tables::ColumnType::Real, 6},
       column::integer("covered"),
       column::integer("residents_come_within"),
       column::integer("residents_fall_outside"),
       column::integer("cells_changed"),
       column::integer("cells_changed_without_number")},
      {{S{"as_counted"}, 20.0, 1.0, 571.0, 0.23, I{1000}, I{0}, I{0}, I{0}, I{0}},
       {S{"walking_speed"}, 5.0, 1.0, {}, {}, I{1000} - falling, I{0}, falling, I{3}, suppressed},
       {S{"length_0"}, 20.0, 0.0, {}, {}, I{1000} + coming, coming, I{0}, I{1}, I{0}}},
      {}};
  return table;
}

S told(Language language, tables::OutputTable const& table) {
  return sensitivity_sentence(language, std::span{&table, 1}).value_or("nothing");
}

TEST(AccessWords, SayWhoseResultHangsOnTheLegs) {
  EXPECT_EQ(
      told(Language::Finnish, sensitivity()),
      "Tulos riippuu osaksi siitä, miten tieaineiston ulkopuoliset osuudet (pihat ja "
      "yksityistiet) lasketaan: kävelyvauhdilla 812 asukasta jäisi rajan ulkopuolelle; ilman näitä "
      "osuuksia 40 asukasta tulisi rajan sisälle.");
  EXPECT_EQ(told(Language::Swedish, sensitivity(1234, 0)),
            "Resultatet beror delvis på hur sträckorna utanför vägdata (gårdsplaner och enskilda "
            "vägar) räknas: i gångtakt skulle 1\u00a0234 invånare hamna utanför gränsen; utan "
            "dessa sträckor skulle ingens resultat ändras.");
  EXPECT_EQ(told(Language::English, sensitivity(0, 0)),
            "Nobody's result depends on how the legs off the road data (yards and private roads) "
            "are counted.");
  EXPECT_THAT(told(Language::English, sensitivity(0, 0, 2)),
              HasSubstr("nobody's result would change (and 2 cells with a suppressed number)"));
}

TEST(AccessWords, SayHowTheLegsAreCounted) {
  auto table = sensitivity();
  EXPECT_THAT(*access_sentence(Language::Finnish, std::span{&table, 1}),
              HasSubstr("linnuntietä nopeudella 20\u00a0km/h. Näitä osuuksia on keskimäärin "
                        "0,6\u00a0km asukasta kohti eli 23,0\u00a0% matka-ajasta."));
  table.rows[0][1] = 12.5;
  EXPECT_THAT(*access_sentence(Language::English, std::span{&table, 1}),
              HasSubstr("12.5\u00a0km/h"));
  table.columns[1].name = "other";
  EXPECT_THAT(*access_sentence(Language::English, std::span{&table, 1}), Not(HasSubstr("km/h")));
}

TEST(AccessWords, AreLeftOutWhereTheRunDoesNotTell) {
  EXPECT_FALSE(sensitivity_sentence(Language::Finnish, {}));
  EXPECT_FALSE(access_sentence(Language::Finnish, {}));
  auto published = sensitivity();
  published.rows.resize(1);
  EXPECT_EQ(told(Language::Finnish, published), "nothing");
}

TEST(AccessWords, StandInReportWorkbookAndTerminal) {
  TinyRun tiny;
  tiny.tables.push_back(sensitivity());
  EXPECT_THAT(page(Language::English, tiny.run()),
              AllOf(HasSubstr("at walking speed 812 residents would fall outside the limit"),
                    HasSubstr("in a straight line at 20\u00a0km/h")));
  EXPECT_THAT(summary_sheet(Language::Finnish, tiny.run()).notes,
              Contains(HasSubstr("kävelyvauhdilla 812 asukasta")));
  std::vector<S> lines;
  for (auto const& line : closing_lines(Language::English, tiny.run()))
    lines.push_back(line.name + ": " + line.text);
  EXPECT_THAT(lines,
              Contains("Sensitivity: residents whose result hangs on the legs off the road data: "
                       "at walking speed 812 would fall outside the limit; without these legs 40 "
                       "would come within the limit"));
}

}  // namespace
}  // namespace gapmap::report
