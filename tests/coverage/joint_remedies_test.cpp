// Places that fit together, against trying every set of as many.
#include "gapmap/coverage/joint_remedies.h"

#include <bit>

#include "tests/coverage/rows_by_hand.h"
#include "tests/support/areas.h"
#include "tests/support/random.h"

namespace gapmap::coverage {
namespace {

constexpr Millimeters kLimit{10'000};

/// Squares in a row, those that touch are one gap. Everybody is outside unless said otherwise.
class JointRegion {
 public:
  JointRegion& add(double column, std::optional<People> residents,
                   std::vector<std::size_t> const& candidates, std::uint32_t now = 20'000) {
    now_.add(residents, {to(0, now)});
    std::vector<Reach<Millimeters>> row;
    for (auto const candidate : candidates) row.push_back(to(candidate, 4'000));
    with_.add(residents, row);
    auto& cell = now_.population[CellId{now_.population.size() - 1}];
    cell.outline = square(column, 0);
    cell.municipality = MunicipalityId{0};
    return *this;
  }
  [[nodiscard]] std::vector<JointRemedy<Millimeters>> chosen(std::size_t candidates,
                                                             std::size_t places,
                                                             std::size_t gaps = 99,
                                                             std::vector<std::uint32_t> gap_of = {},
                                                             std::vector<double> weights = {}) {
    auto const covered = assess(now_.reach, kLimit);
    auto const all = find_gaps(now_.population, covered);
    with_.places(candidates).reach.cutoff = kLimit;
    return choose_together<Millimeters>(
        now_.population, covered, std::span{all}.first(std::min(gaps, all.size())), with_.reach,
        {.together = places,
         .weights = IdVector<CellId, double>{std::move(weights)},
         .gap_of = IdVector<PlaceId, std::uint32_t>{std::move(gap_of)}});
  }

 private:
  RowsByHand now_;
  RowsByHand with_;
};

TEST(ChooseTogether, EachPlaceCountsWhomThoseBeforeItLeaveOutside) {
  JointRegion region;
  region.add(0, People{1}, {0, 1})
      .add(1, People{2}, {0})
      .add(2, People{4}, {1})
      .add(9, People{8}, {1, 2})
      .add(10, People{16}, {})
      .add(20, People{32}, {0, 1, 2}, 5'000);  // covered already
  auto const chosen = region.chosen(3, 9);
  ASSERT_EQ(chosen.size(), 2U) << "candidate 2 brings nobody whom candidate 1 does not";
  EXPECT_EQ(chosen[0].candidate, PlaceId{1});
  EXPECT_EQ(chosen[0].in_gaps, People{1 + 4 + 8});
  EXPECT_EQ(chosen[0].elsewhere, People{0});
  EXPECT_EQ(chosen[0].gap, 0U) << "8 + 16 live there, before 1 + 2 + 4";
  EXPECT_EQ(chosen[0].cells, (std::vector<CellId>{CellId{0}, CellId{2}, CellId{3}}));
  EXPECT_EQ(chosen[0].together, People{13});
  EXPECT_EQ(chosen[0].weight_at_most, 13);
  EXPECT_EQ(chosen[1].candidate, PlaceId{0});
  EXPECT_EQ(chosen[1].in_gaps, People{2}) << "1 is brought already";
  EXPECT_EQ(chosen[1].gap, 1U);
  EXPECT_DOUBLE_EQ(chosen[1].cost_mean.value(), 4);
  EXPECT_EQ(chosen[1].together, People{15});
  EXPECT_EQ(chosen[1].weight_at_most, 15) << "all that candidates bring";
}

TEST(ChooseTogether, OnlyCandidatesOfTheGapsInQuestionButEverybodyTheyBring) {
  JointRegion region;
  region.add(0, People{8}, {0}).add(9, People{4}, {0, 1}).add(19, People{2}, {1});
  auto const chosen = region.chosen(2, 5, 1);
  ASSERT_EQ(chosen.size(), 1U) << "candidate 1 brings nobody of the largest gap";
  EXPECT_EQ(chosen[0].in_gaps, People{8});
  EXPECT_EQ(chosen[0].elsewhere, People{4});
  // For the first gap only candidate 1 is meant, and for the second candidate 0.
  auto const own = region.chosen(2, 5, 2, {1, 0});
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].candidate, PlaceId{0});
}

TEST(ChooseTogether, OfEquallyGoodPlacesTheOneThatBringsMoreOfTheGapsThenTheFirst) {
  JointRegion region;
  region.add(0, People{8}, {1, 3, 4}).add(1, People{4}, {1, 2, 3, 4}).add(30, People{8}, {2});
  auto const chosen = region.chosen(5, 1, 1);
  ASSERT_EQ(chosen.size(), 1U);
  EXPECT_EQ(chosen[0].candidate, PlaceId{1});
}

TEST(ChooseTogether, UnknownNumbersCountForNothingAndAreTold) {
  JointRegion region;
  region.add(0, People{1}, {0}).add(1, std::nullopt, {0, 1}).add(9, std::nullopt, {1});
  auto const chosen = region.chosen(2, 2);
  ASSERT_EQ(chosen.size(), 1U) << "candidate 1 brings nobody who is known of";
  EXPECT_EQ(chosen[0].together, People{1});
  EXPECT_EQ(chosen[0].cells.size(), 2U);
}

TEST(ChooseTogether, PlacesAreChosenByWeightAndTellResidents) {
  JointRegion region;
  region.add(0, People{90}, {0}).add(1, People{10}, {1}).add(9, People{5}, {1, 2});
  auto const chosen = region.chosen(3, 9, 99, {}, {1, 4, 2});
  ASSERT_EQ(chosen.size(), 2U) << "candidate 2 brings nobody who is left";
  EXPECT_EQ(chosen[0].candidate, PlaceId{1}) << "4 + 2 of the group, if of fewer residents";
  EXPECT_EQ(chosen[0].together, People{15});
  EXPECT_EQ(chosen[0].weight, 6);
  EXPECT_EQ(chosen[0].weight_at_most, 6);
  EXPECT_EQ(chosen[1].candidate, PlaceId{0});
  EXPECT_EQ(chosen[1].together, People{105});
  EXPECT_EQ(chosen[1].weight, 7);
  EXPECT_EQ(region.chosen(3, 9, 99, {}, {0, 4, 0}).size(), 1U)
      << "who brings nobody of the group is not chosen";
}

/// What greedy choice is not always: three places of which the two that fit are not the largest.
TEST(ChooseTogether, TheBoundHoldsWhereTheChoiceIsNotTheBest) {
  JointRegion region;
  region.add(0, People{3}, {0, 1})
      .add(1, People{3}, {0, 2})
      .add(2, People{2}, {1})
      .add(3, People{2}, {2});
  auto const chosen = region.chosen(3, 2);
  ASSERT_EQ(chosen.size(), 2U);
  EXPECT_EQ(chosen[0].candidate, PlaceId{0}) << "6 before 5";
  EXPECT_EQ(chosen[1].together, People{8}) << "1 and 2 would bring 10";
  EXPECT_EQ(chosen[1].weight_at_most, 10);
}

TEST(ChooseTogether, NoSetOfAsManyBringsMoreThanTheBoundNorTheChoiceTooLittle) {
  Random random{1907};
  std::size_t best_found = 0;
  std::size_t not_the_best = 0;
  std::size_t tighter = 0;
  for (int round = 0; round < 400; ++round) {
    std::size_t const candidates = random.whole(1, 9);
    std::size_t const places = random.whole(1, 4);
    std::vector<std::pair<std::uint32_t, double>> reached_by;  // as bits, and what they count
    bool const is_weighted = random.chance(0.5);
    std::vector<double> weights;
    JointRegion region;
    auto const cells = random.whole(1, 14);
    for (std::uint32_t c = 0; c < cells; ++c) {
      std::vector<std::size_t> row;
      std::uint32_t bits = 0;
      for (std::size_t f = 0; f < candidates; ++f) {
        if (!random.chance(0.3)) continue;
        row.push_back(f);
        bits |= 1U << f;
      }
      double const residents = random.whole(0, 9);
      region.add(c, People{residents}, row);
      if (is_weighted) weights.push_back(residents > 0 ? random.whole(0, 9) : 0);
      reached_by.emplace_back(bits, is_weighted ? weights.back() : residents);
    }
    auto const brought = [&](std::uint32_t set) {
      double sum = 0;
      for (auto const& [bits, counted] : reached_by) sum += (bits & set) != 0 ? counted : 0;
      return sum;
    };
    auto const chosen = region.chosen(candidates, places, 99, {}, weights);
    ASSERT_LE(chosen.size(), places);
    std::uint32_t set = 0;
    for (std::size_t j = 0; j < chosen.size(); ++j) {
      auto const before = brought(set);
      set |= 1U << chosen[j].candidate.value();
      ASSERT_EQ(chosen[j].weight, brought(set));
      auto const together_before = j == 0 ? People{0} : chosen[j - 1].together;
      ASSERT_EQ(chosen[j].in_gaps + chosen[j].elsewhere, chosen[j].together - together_before);
      if (!is_weighted) {
        ASSERT_EQ(chosen[j].together, People{brought(set)});
      }
      double best = 0;
      double best_gain = 0;
      for (std::uint32_t other = 0; other < 1U << candidates; ++other) {
        if (static_cast<std::size_t>(std::popcount(other)) > j + 1) continue;
        best = std::max(best, brought(other));
      }
      auto const earlier = set & ~(1U << chosen[j].candidate.value());
      for (std::size_t f = 0; f < candidates; ++f)
        best_gain = std::max(best_gain, brought(earlier | 1U << f) - before);
      ASSERT_EQ(brought(set) - before, best_gain) << "each is the best beside those before it";
      ASSERT_GE(chosen[j].weight_at_most, best);
      ASSERT_GE(brought(set), (1 - 1 / 2.718281828) * best);
      (brought(set) == best ? best_found : not_the_best) += 1;
      tighter += chosen[j].weight_at_most < brought(set) / (1 - 1 / 2.718281828) ? 1 : 0;
    }
    if (chosen.size() < std::min(places, candidates)) {
      ASSERT_EQ(brought(set), brought((1U << candidates) - 1)) << "it ends when nobody is left";
    }
  }
  EXPECT_GT(best_found, 300U);
  EXPECT_GT(not_the_best, 10U);
  EXPECT_GT(tighter, 300U) << "the bound says more than 1 - 1/e does";
}

}  // namespace
}  // namespace gapmap::coverage
