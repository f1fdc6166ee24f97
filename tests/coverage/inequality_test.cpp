// Statistics of weighted costs: examples computed by hand, definitions written out person by
// person, and what must not change.
#include "gapmap/coverage/inequality.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/support/random.h"

namespace gapmap::coverage {
namespace {

using Costs = CostDistribution<Millimeters>;

/// Metres and how many people.
Costs of(std::vector<std::pair<std::uint32_t, double>> const& parts) {
  std::vector<Costs::Part> all;
  for (auto const& [metres, people] : parts)
    all.push_back({Millimeters{metres * 1000}, People{people}});
  return Costs{std::move(all)};
}

TEST(CostDistribution, MeanMedianAndNinthTenthByHand) {
  auto const costs = of({{5'000, 1}, {1'000, 7}, {2'000, 2}});
  EXPECT_EQ(costs.residents(), People{10});
  EXPECT_DOUBLE_EQ(costs.sum(), 16'000);
  EXPECT_DOUBLE_EQ(costs.mean()->value(), 1'600);
  EXPECT_EQ(costs.quantile({1, 2}), Millimeters{1'000'000});
  EXPECT_EQ(costs.quantile({7, 10}), Millimeters{1'000'000}) << "exactly seven of ten";
  EXPECT_EQ(costs.quantile({71, 100}), Millimeters{2'000'000});
  EXPECT_EQ(costs.quantile({9, 10}), Millimeters{2'000'000}) << "exactly nine of ten";
  EXPECT_EQ(costs.quantile({91, 100}), Millimeters{5'000'000});
  EXPECT_EQ(costs.quantile({1, 1}), Millimeters{5'000'000});
}

TEST(CostDistribution, OfTwoHalvesTheLesserIsTheMedian) {
  EXPECT_EQ(of({{1, 4}, {9, 4}}).quantile({1, 2}), Millimeters{1'000});
  EXPECT_EQ(of({{1, 4}, {9, 5}}).quantile({1, 2}), Millimeters{9'000});
}

TEST(CostDistribution, NobodyHasNoFigures) {
  for (auto const& nobody : {of({}), of({{1'000, 0}})}) {
    EXPECT_TRUE(nobody.ascending().empty());
    EXPECT_EQ(nobody.mean(), std::nullopt);
    EXPECT_EQ(nobody.quantile({1, 2}), std::nullopt);
    EXPECT_EQ(gini(nobody), std::nullopt);
    EXPECT_EQ(palma_ratio(nobody), std::nullopt);
    EXPECT_EQ(foster_greer_thorbecke(nobody, Millimeters{1}, 0), std::nullopt);
  }
}

TEST(Gini, ExamplesByHand) {
  EXPECT_DOUBLE_EQ(*gini(of({{1, 1}, {2, 1}, {3, 1}, {4, 1}})), 0.25);
  EXPECT_DOUBLE_EQ(*gini(of({{0, 3}, {8, 1}})), 0.75) << "one of four has everything";
  EXPECT_DOUBLE_EQ(*gini(of({{7, 1}, {7, 50}})), 0);
  EXPECT_DOUBLE_EQ(*gini(of({{0, 5}})), 0) << "all equal, at no cost";
}

TEST(PalmaRatio, ExamplesByHand) {
  EXPECT_DOUBLE_EQ(*palma_ratio(of({{7, 30}})), 0.25) << "equal: a tenth by four tenths";
  // 1 … 10: ten for the farthest, 1 + 2 + 3 + 4 for the nearest.
  EXPECT_DOUBLE_EQ(
      *palma_ratio(
          of({{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 1}, {7, 1}, {8, 1}, {9, 1}, {10, 1}})),
      1);
  // Five people: half a person at 50 by two at 10 and 20.
  EXPECT_DOUBLE_EQ(*palma_ratio(of({{10, 1}, {20, 1}, {30, 1}, {40, 1}, {50, 1}})), 25.0 / 30);
  EXPECT_EQ(palma_ratio(of({{0, 4}, {5, 6}})), std::nullopt) << "four tenths travel nothing";
}

TEST(FosterGreerThorbecke, ExampleByHand) {
  // Limit 10: overruns of 0.5 and 2 for 2 and 1 of 8 people.
  auto const costs = of({{4, 3}, {10, 2}, {15, 2}, {30, 1}});
  Millimeters const limit{10'000};
  EXPECT_DOUBLE_EQ(*foster_greer_thorbecke(costs, limit, 0), 3.0 / 8);
  EXPECT_DOUBLE_EQ(*foster_greer_thorbecke(costs, limit, 1), (2 * 0.5 + 2) / 8);
  EXPECT_DOUBLE_EQ(*foster_greer_thorbecke(costs, limit, 2), (2 * 0.25 + 4) / 8);
}

TEST(FosterGreerThorbecke, AtExactlyTheLimitIsNotBeyond) {
  EXPECT_EQ(foster_greer_thorbecke(of({{10, 1}}), Millimeters{10'000}, 0), 0);
  EXPECT_EQ(foster_greer_thorbecke(of({{10, 1}}), Millimeters{9'999}, 0), 1);
}

TEST(FosterGreerThorbecke, OfNoLimitOnlyTheShareIsDefined) {
  EXPECT_EQ(foster_greer_thorbecke(of({{0, 1}, {10, 1}}), Millimeters{0}, 0), 0.5);
  EXPECT_EQ(foster_greer_thorbecke(of({{0, 1}, {10, 1}}), Millimeters{0}, 1), std::nullopt);
}

/// Everybody by himself, in metres, as the definitions have them.
struct OneByOne {
  std::vector<double> ways;  ///< ascending

  [[nodiscard]] double gini() const {
    double differences = 0;
    double sum = 0;
    for (double const a : ways) {
      sum += a;
      for (double const b : ways) differences += std::abs(a - b);
    }
    auto const all = static_cast<double>(ways.size());
    return differences / (2 * all * sum);
  }
  /// Requires: as many people as ten divides.
  [[nodiscard]] double palma_ratio() const {
    double low = 0;
    double high = 0;
    for (std::size_t i = 0; i < ways.size() * 4 / 10; ++i) low += ways[i];
    for (std::size_t i = ways.size() * 9 / 10; i < ways.size(); ++i) high += ways[i];
    return high / low;
  }
  [[nodiscard]] double fgt(double limit, unsigned alpha) const {
    double sum = 0;
    for (double const way : ways) {
      if (way > limit) sum += std::pow((way - limit) / limit, alpha);
    }
    return sum / static_cast<double>(ways.size());
  }
  [[nodiscard]] double quantile(std::size_t parts, std::size_t out_of) const {
    return ways[(ways.size() * parts + out_of - 1) / out_of - 1];
  }
};

TEST(Inequality, EqualsItsDefinitionPersonByPersonAndMindsNoScale) {
  Random random{5};
  std::size_t unequal = 0;
  for (int round = 0; round < 200; ++round) {
    std::vector<std::pair<std::uint32_t, double>> parts;
    OneByOne people;
    auto const add = [&](std::uint32_t metres, std::uint32_t residents) {
      parts.emplace_back(metres, residents);
      people.ways.insert(people.ways.end(), residents, metres);
    };
    for (auto n = random.whole(1, 12); n > 0; --n)
      add(random.whole(1, random.chance(0.5) ? 9 : 40'000), random.whole(0, 15));
    add(random.whole(1, 100), 1 + (9 - static_cast<std::uint32_t>(people.ways.size() % 10)));
    ASSERT_EQ(people.ways.size() % 10, 0U);
    std::ranges::sort(people.ways);

    auto const costs = of(parts);
    ASSERT_NEAR(*gini(costs), people.gini(), 1e-12);
    ASSERT_NEAR(*palma_ratio(costs), people.palma_ratio(), 1e-9);
    auto const limit = parts.front().first;  // somebody may be exactly there
    for (unsigned alpha = 0; alpha < 3; ++alpha) {
      auto const expected = people.fgt(limit, alpha);
      ASSERT_NEAR(*foster_greer_thorbecke(costs, Millimeters{1000 * limit}, alpha), expected,
                  1e-9 * (1 + expected));
    }
    for (auto const portion : {Portion{1, 2}, Portion{9, 10}, Portion{1, 10}, Portion{1, 3}})
      ASSERT_EQ(to_natural(*costs.quantile(portion)).value(),
                people.quantile(portion.parts, portion.of));

    auto scaled = parts;
    for (auto& [metres, residents] : scaled) {
      metres *= 3;
      residents *= 7;
    }
    ASSERT_NEAR(*gini(of(scaled)), *gini(costs), 1e-12);
    ASSERT_NEAR(*palma_ratio(of(scaled)), *palma_ratio(costs), 1e-9);
    unequal += *gini(costs) > 0.2 ? 1 : 0;
  }
  EXPECT_GT(unequal, 100U);
}

}  // namespace
}  // namespace gapmap::coverage
