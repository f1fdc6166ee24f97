#include "gapmap/scenario/shapley.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

namespace gapmap::scenario {
namespace {

using Figures = std::vector<std::int64_t>;

/// Every order, one after the other.
Figures by_all_orders(Figures const& figures) {
  std::vector<std::size_t> order(static_cast<std::size_t>(std::countr_zero(figures.size())));
  std::iota(order.begin(), order.end(), std::size_t{0});
  Figures parts(order.size());
  do {
    std::size_t changed = 0;
    for (auto const next : order) {
      auto const with = changed | std::size_t{1} << next;
      parts[next] += figures[with] - figures[changed];
      changed = with;
    }
  } while (std::ranges::next_permutation(order).found);
  return parts;
}

Figures random_figures(std::size_t n, std::mt19937& random) {
  std::uniform_int_distribution<std::int64_t> figure{-1'000'000'000, 5'000'000'000};
  Figures figures(std::size_t{1} << n);
  for (auto& each : figures) each = figure(random);
  return figures;
}

TEST(Shapley, IsTheAverageOverAllOrders) {
  std::mt19937 random{1953};
  for (std::size_t n = 0; n <= 7; ++n) {
    for (int game = 0; game < 20; ++game) {
      auto const figures = random_figures(n, random);
      auto const parts = shapley(figures);
      EXPECT_EQ(parts, by_all_orders(figures));
      EXPECT_EQ(std::reduce(parts.begin(), parts.end()),
                orders_of(n) * (figures.back() - figures.front()))
          << "the parts are the whole change";
    }
  }
}

TEST(Shapley, WhatChangesNothingHasNoPart) {
  std::mt19937 random{7};
  auto figures = random_figures(4, random);
  for (std::size_t s = 0; s < figures.size(); ++s) {
    if ((s & 0b0100U) != 0) figures[s] = figures[s & ~std::size_t{0b0100}];
  }
  EXPECT_EQ(shapley(figures)[2], 0);
}

TEST(Shapley, TwoThatDoTheSameHaveTheSamePart) {
  std::mt19937 random{8};
  auto figures = random_figures(4, random);
  for (std::size_t s = 0; s < figures.size(); ++s) {
    if ((s & 0b1010U) == 0b1000U) figures[s] = figures[s ^ 0b1010U];
  }
  auto const parts = shapley(figures);
  EXPECT_EQ(parts[1], parts[3]);
  EXPECT_NE(parts[0], parts[1]);
}

TEST(Shapley, PartsOfASumAreSumsOfParts) {
  std::mt19937 random{9};
  auto const one = random_figures(5, random);
  auto const other = random_figures(5, random);
  Figures both(one.size());
  std::ranges::transform(one, other, both.begin(), std::plus{});
  auto expected = shapley(one);
  auto const more = shapley(other);
  std::ranges::transform(expected, more, expected.begin(), std::plus{});
  EXPECT_EQ(shapley(both), expected);
}

TEST(Shapley, OfPlacesAndALimit) {
  // 100 residents covered; a new place adds 30, a longer limit 50, both together only 60.
  EXPECT_EQ(shapley(Figures{100, 130, 150, 160}), (Figures{2 * 20, 2 * 40}));
}

}  // namespace
}  // namespace gapmap::scenario
