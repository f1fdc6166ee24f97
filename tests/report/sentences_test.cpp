#include "gapmap/report/detail/sentences.h"

#include <gmock/gmock.h>

#include "tests/report/plain_columns.h"

namespace gapmap::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using I = std::int64_t;

constexpr std::int64_t kHidden = -1;

/// The sentences about an area with so many residents.
std::vector<std::string> told(Language language, std::array<std::int64_t, 6> const& figures) {
  tables::OutputTable table{"municipalities", {}, {}, {}};
  for (auto const* name :
       {"residents", "covered", "outside", "unreachable", "off_network", "cells_without_number"})
    table.columns.push_back(column::integer(name));
  table.rows.emplace_back();
  for (auto const figure : figures)
    table.rows[0].push_back(figure == kHidden ? tables::Value{} : tables::Value{figure});
  return main_sentences(language, table, {.is_time = false, .limit = 5000, .bounds = {}});
}

TEST(MainSentences, HaveNoZero) {
  EXPECT_THAT(told(Language::Finnish, {900, 900, 0, 0, 0, 0}),
              ElementsAre("Kaikki alueen 900 asukasta asuvat enintään 5\u00a0km:n päässä "
                          "lähimmästä kohtaamispaikasta."));
  EXPECT_THAT(told(Language::Swedish, {900, 0, 900, 0, 0, 0}),
              ElementsAre("Ingen av områdets 900 invånare bor inom 5\u00a0km från närmaste "
                          "mötesplats.",
                          "Längre bort bor 900 invånare (100,0\u00a0%)."));
  EXPECT_THAT(told(Language::English, {900, 861, 0, 39, 0, 0}),
              ElementsAre(HasSubstr("Of 900 residents, 861 (95.7%) live within"),
                          "Nobody lives farther away.",
                          "39 more residents have no road connection or live off the road network; "
                          "they are counted in no gap."));
}

TEST(MainSentences, HaveAFormForOne) {
  EXPECT_THAT(
      told(Language::Finnish, {10, 8, 1, 1, 0, 1}),
      ElementsAre(HasSubstr("asukkaasta 8 (80,0\u00a0%)"), "Kauempana asuu 1 asukas (10,0\u00a0%).",
                  HasSubstr("Lisäksi 1 asukkaalla ei ole tieyhteyttä"),
                  "Lisäksi 1 ruudun asukasluku on salattu; sen asukkaat eivät ole mukana "
                  "luvuissa."));
  EXPECT_THAT(told(Language::English, {10, 1, 8, 0, 1, 0}),
              ElementsAre(HasSubstr("1 (10.0%) lives within"), HasSubstr("8 residents"),
                          HasSubstr("1 more resident has no road connection")));
}

TEST(MainSentences, TellHiddenNumbersAsSuch) {
  EXPECT_THAT(told(Language::Finnish, {900, kHidden, kHidden, kHidden, 3, 0}),
              ElementsAre(HasSubstr("Alueen 900 asukkaasta .. (..) asuu"),
                          "Kauempana asuu .. asukasta (..).", HasSubstr("Lisäksi .. asukkaalla")));
}

TEST(Words, OfANumberHaveItsForm) {
  EXPECT_EQ(residents_in_words(Language::Finnish, 0.0), "ei ketään");
  EXPECT_EQ(residents_in_words(Language::Finnish, 1.0), "1 asukas");
  EXPECT_EQ(residents_in_words(Language::Finnish, 2400.0), "2\u00a0400 asukasta");
  EXPECT_EQ(residents_in_words(Language::Swedish, 1.0), "1 invånare");
  EXPECT_EQ(residents_in_words(Language::English, 1.0), "1 resident");
  EXPECT_EQ(residents_in_words(Language::English, {}), ".. residents");
}

}  // namespace
}  // namespace gapmap::report
