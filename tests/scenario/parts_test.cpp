#include "gapmap/scenario/parts.h"

#include <numeric>
#include <random>

#include <gtest/gtest.h>

namespace gapmap::scenario {
namespace {

std::int64_t sum(std::vector<std::int64_t> const& parts) {
  return std::reduce(parts.begin(), parts.end());
}

TEST(Parts, OfRandomMixturesAddUpInRowsAndColumns) {
  std::mt19937 random{3};
  std::uniform_int_distribution<int> people{0, 9'999};
  for (auto const per_person : {std::int64_t{1}, std::int64_t{1000}}) {
    Mixtures mixtures{{Factor::OpenPlaces, Factor::Roads, Factor::Limit}, {}};
    std::vector<std::string> codes;
    for (int m = 0; m < 40; ++m) codes.push_back(std::to_string(m));
    for (std::size_t s = 0; s < 8; ++s) {
      auto& found = mixtures.found.emplace_back();
      for (auto const& code : codes) {
        auto const residents = 1 + people(random);
        auto const covered = people(random) % residents;
        found[code] = {People{residents + (per_person > 1 ? 0.125 : 0)},
                       People{covered + (per_person > 1 ? 0.063 : 0)}};
      }
    }
    auto const parts = split(mixtures, codes, per_person);
    ASSERT_EQ(parts.residents.size(), 41U);
    for (auto const* table : {&parts.residents, &parts.covered, &parts.not_covered}) {
      for (std::size_t factor = 0; factor < 3; ++factor) {
        std::int64_t of_rows = 0;
        for (std::size_t row = 0; row < 40; ++row) of_rows += (*table)[row][factor];
        EXPECT_EQ((*table)[40][factor], of_rows);
      }
    }
    for (std::size_t row = 0; row < 40; ++row) {
      auto const& before = mixtures.found.front().at(codes[row]);
      auto const& after = mixtures.found.back().at(codes[row]);
      auto const change = [&](People from, People to) {
        return in_units(to, per_person) - in_units(from, per_person);
      };
      EXPECT_EQ(sum(parts.residents[row]), change(before.residents, after.residents));
      EXPECT_EQ(sum(parts.covered[row]), change(before.covered, after.covered));
      EXPECT_EQ(sum(parts.not_covered[row]), sum(parts.residents[row]) - sum(parts.covered[row]));
      ASSERT_TRUE(parts.share[row].has_value());
      EXPECT_NEAR(static_cast<double>(sum(*parts.share[row])) / 1e6,
                  after.covered / after.residents - before.covered / before.residents, 1e-6);
    }
  }
}

TEST(Parts, OfAMunicipalityThatIsMergedAway) {
  Mixtures const mixtures{{Factor::Boundaries},
                          {{{"588", {People{10}, People{4}}}, {"507", {People{90}, People{50}}}},
                           {{"507", {People{100}, People{54}}}}}};
  auto const parts = split(mixtures, {"507", "588"}, 1);
  EXPECT_EQ(parts.residents, (Table{{10}, {-10}, {0}}));
  EXPECT_EQ(parts.covered, (Table{{4}, {-4}, {0}}));
  EXPECT_EQ(parts.share[0], (std::vector<std::int64_t>{540'000 - 555'556}));
  EXPECT_FALSE(parts.share[1].has_value()) << "nobody has no share";
  EXPECT_EQ(parts.share[2], (std::vector<std::int64_t>{0}));
}

TEST(Parts, OfTheSameRunAreNone) {
  Mixtures const mixtures{{}, {{{"091", {People{10}, People{4}}}}}};
  auto const parts = split(mixtures, {"091"}, 1);
  EXPECT_TRUE(parts.covered[0].empty());
  EXPECT_EQ(parts.covered.size(), 2U);
}

TEST(IsWithoutEffect, IfNoMixtureChangesWithTheFactor) {
  auto const covered = [](double people) {
    return CoveredByCode{{"046", {People{150}, People{people}}}};
  };
  // Roads change nothing, places do, and a limit only together with places.
  Mixtures const mixtures{{Factor::OpenPlaces, Factor::Roads, Factor::Limit},
                          {covered(100), covered(120), covered(100), covered(120), covered(100),
                           covered(130), covered(100), covered(130)}};
  EXPECT_FALSE(is_without_effect(mixtures, Factor::OpenPlaces));
  EXPECT_TRUE(is_without_effect(mixtures, Factor::Roads));
  EXPECT_FALSE(is_without_effect(mixtures, Factor::Limit));
}

}  // namespace
}  // namespace gapmap::scenario
