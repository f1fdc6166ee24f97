// reach::matrix against an oracle, against nearest() and against itself, on random networks.

#include "gapmap/reach/matrix.h"
#include "gapmap/units/threads.h"
#include "tests/support/inserted_points.h"
#include "tests/support/random_ends.h"

namespace gapmap::reach {
namespace {

template <class Cost>
class MatrixOnRandomNetworks : public testing::Test {};
TYPED_TEST_SUITE(MatrixOnRandomNetworks, BothCosts);

/// Of every pair; saturating, as ours.
template <CostType Cost>
std::vector<std::vector<Cost>> expected_costs(RandomEnds<Cost> const& test, Trip trip) {
  oracle::InsertedPoints<Cost> const oracle{test.network, test.graph, test.costs, test.ends,
                                            test.profile};
  std::vector<std::vector<Cost>> costs;
  for (auto const c : test.ends.cells.ids()) costs.push_back(oracle.from_cell(c));
  if (trip == Trip::ToPlace) return costs;
  for (auto const f : test.ends.places.ids()) {
    auto const back = oracle.from_place(f);
    for (std::size_t c = 0; c < costs.size(); ++c) {
      auto& cost = costs[c][f.value()];
      cost = trip == Trip::Round ? cost + back[c] : back[c];
    }
  }
  return costs;
}

/// One that some pair meets exactly, or none.
template <CostType Cost>
Cost some_cutoff(Random& random, std::vector<std::vector<Cost>> const& costs) {
  if (random.chance(0.3)) return Cost::infinite();
  auto const& row = costs[random.whole(0, static_cast<std::uint32_t>(costs.size() - 1))];
  if (row.empty()) return Cost{1000};
  return row[random.whole(0, static_cast<std::uint32_t>(row.size() - 1))];
}

TYPED_TEST(MatrixOnRandomNetworks, EveryPairEqualsASearchWithThePointsInserted) {
  using Cost = TypeParam;
  Random random{181};
  std::size_t within = 0;
  std::size_t beyond = 0;
  for (int round = 0; round < 240; ++round) {
    RandomEnds<Cost> test{random};
    // Now and then more places than cells, so that the search begins on the other side.
    if (round % 5 == 0) {
      for (int f = 0; f < 30; ++f) test.ends.places.push_back(test.anywhere(random));
    }
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    auto const trip = kTrips[round % 3];
    auto const expected = expected_costs(test, trip);
    auto const cutoff = some_cutoff(random, expected);
    auto const table = matrix(test.graph, test.costs, test.ends, test.profile,
                              MatrixOptions<Cost>{.cutoff = cutoff, .trip = trip});
    for (auto const c : test.ends.cells.ids()) {
      std::vector<std::pair<Cost, PlaceId>> row;
      for (auto const f : test.ends.places.ids()) {
        auto const cost = expected[c.value()][f.value()];
        bool const is_in = cost.is_finite() && cost <= cutoff && test.ends.cells[c].is_attached() &&
                           test.ends.places[f].is_attached();
        if (is_in) row.push_back({cost, f});
        ++(is_in ? within : beyond);
      }
      std::ranges::sort(row);
      std::vector<std::pair<Cost, PlaceId>> found;
      for (auto const& [place, cost] : table.row(c)) found.push_back({cost, place});
      ASSERT_EQ(found, row) << "round " << round << ", cell " << c.value();
    }
  }
  EXPECT_GT(within, 3000U);
  EXPECT_GT(beyond, 3000U);
}

TYPED_TEST(MatrixOnRandomNetworks, LeastOfEveryRowIsTheNearest) {
  using Cost = TypeParam;
  Random random{182};
  std::size_t reached = 0;
  for (int round = 0; round < 300; ++round) {
    RandomEnds<Cost> test{random};
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    auto const trip = kTrips[round % 3];
    auto const cutoff = round % 4 == 0 ? Cost{random.whole(0, 2'000'000)} : Cost::infinite();
    auto const near = nearest(test.graph, test.costs, test.ends, test.profile,
                              NearestOptions<Cost>{.cutoff = cutoff, .trip = trip});
    auto const all = matrix(test.graph, test.costs, test.ends, test.profile,
                            MatrixOptions<Cost>{.cutoff = cutoff, .trip = trip});
    ASSERT_EQ(all.connections, near.connections) << "round " << round;
    ASSERT_EQ(all.off_road, near.off_road);
    ASSERT_EQ(all.place_off_road, near.place_off_road);
    ASSERT_EQ(all.place_is_attached, near.place_is_attached);
    ASSERT_EQ(all.cutoff, near.cutoff);
    for (auto const c : near.connections.ids()) {
      ASSERT_EQ(all.nearest(c), near.nearest(c)) << "round " << round << ", cell " << c.value();
    }
    reached += near.reaches.size();
  }
  EXPECT_GT(reached, 1000U);
}

TYPED_TEST(MatrixOnRandomNetworks, FromEitherSideItIsTheSame) {
  using Cost = TypeParam;
  Random random{183};
  std::size_t pairs = 0;
  for (int round = 0; round < 500; ++round) {
    RandomEnds<Cost> test{random};
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    MatrixOptions<Cost> const options{.cutoff = Cost{random.whole(0, 3'000'000)},
                                      .trip = kTrips[round % 3]};
    auto const seen_from = [&](Rows rows) {
      std::vector<std::tuple<std::uint32_t, std::uint32_t, Cost>> seen;
      Matrix<Cost>{test.graph, test.costs, test.ends, test.profile, rows, options}.visit(
          [&](MatrixBlock<Cost> const& block) {
            for (std::size_t i = 0; i < block.rows.size(); ++i) {
              auto const row = block.row(i);
              ASSERT_TRUE(std::ranges::is_sorted(row, {}, &MatrixBlock<Cost>::Entry::column));
              for (auto const& [column, cost] : row) {
                rows == Rows::Cells ? seen.push_back({block.rows[i], column, cost})
                                    : seen.push_back({column, block.rows[i], cost});
              }
            }
          });
      std::ranges::sort(seen);
      return seen;
    };
    auto const from_cells = seen_from(Rows::Cells);
    ASSERT_EQ(from_cells, seen_from(Rows::Places)) << "round " << round;
    pairs += from_cells.size();
  }
  EXPECT_GT(pairs, 1500U);
}

TYPED_TEST(MatrixOnRandomNetworks, NumberOfThreadsChangesNothing) {
  using Cost = TypeParam;
  Random random{184};
  std::size_t pairs = 0;
  for (int round = 0; round < 10; ++round) {
    RandomEnds<Cost> test{random};
    for (int f = 0; f < 300; ++f) test.ends.places.push_back(test.anywhere(random));
    auto const seen_on = [&](unsigned threads) {
      ThreadLimit const limit{threads};
      std::vector<std::tuple<std::uint32_t, std::uint32_t, Cost>> seen;
      Matrix<Cost>{test.graph, test.costs, test.ends, test.profile, Rows::Places}.visit(
          [&](MatrixBlock<Cost> const& block) {
            for (std::size_t i = 0; i < block.rows.size(); ++i) {
              for (auto const& [column, cost] : block.row(i))
                seen.push_back({block.rows[i], column, cost});
            }
          });
      return seen;
    };
    auto const on_one = seen_on(1);
    ASSERT_EQ(on_one, seen_on(4)) << "round " << round;
    pairs += on_one.size();
  }
  EXPECT_GT(pairs, 5000U);
}

}  // namespace
}  // namespace gapmap::reach
