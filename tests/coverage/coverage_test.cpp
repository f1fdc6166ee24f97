// Status, gaps and figures from reach tables written by hand: nothing here knows a road.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>

#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/units/error.h"
#include "tests/support/areas.h"

namespace gapmap::coverage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Millimeters kTwentyKm{20'000'000};
constexpr auto kFar = Millimeters{25'000'000};

/// People, cells and distances that grow together.
class Region {
 public:
  struct Where {
    double column = 0;
    double row = 0;
    double side = 1000;  ///< of the outline; the grid is one of kilometres
    MunicipalityId municipality = MunicipalityId{0};
  };

  Region& add(Where where, std::optional<People> residents, Millimeters distance,
              PlaceId place = PlaceId{0}) {
    append(where, residents, Connection::Reached);
    reach_.reaches.push_back({place, distance});
    ++reach_.first_reach.back();
    return *this;
  }
  Region& add(Where where, std::optional<People> residents, Connection connection) {
    append(where, residents, connection);
    return *this;
  }

  [[nodiscard]] Population const& population() const { return population_; }
  [[nodiscard]] ReachTable<Millimeters>& reach() { return reach_; }
  [[nodiscard]] Coverage<Millimeters> assessed() const { return assess(reach_, kTwentyKm); }
  [[nodiscard]] std::vector<Gap<Millimeters>> gaps() const {
    return find_gaps(population_, assessed());
  }
  [[nodiscard]] CoverageSummary<Millimeters> summary(std::size_t municipalities) const {
    Municipalities all;
    for (std::size_t m = 0; m < municipalities; ++m)
      all.push_back({std::to_string(m), std::to_string(m), {}});
    return summarise(assessed(), population_, all);
  }

 private:
  void append(Where where, std::optional<People> residents, Connection connection) {
    Point const low{where.column * 1000, where.row * 1000};
    Point const high{low.x + where.side, low.y + where.side};
    population_.push_back({.id = std::to_string(population_.size()),
                           .center = {(low.x + high.x) / 2, (low.y + high.y) / 2},
                           .outline = rectangle(low, high),
                           .residents = residents,
                           .municipality = where.municipality});
    reach_.connections.push_back(connection);
    reach_.first_reach.push_back(reach_.first_reach.back());
  }
  Population population_;
  ReachTable<Millimeters> reach_;
};

/// Residents of each gap: with 1, 2, 4, 8 … the sum names the cells.
std::vector<double> residents_of(std::vector<Gap<Millimeters>> const& gaps) {
  std::vector<double> residents;
  for (auto const& gap : gaps) residents.push_back(gap.residents.value());
  return residents;
}

TEST(Assess, AtExactlyTheLimitIsCovered) {
  Region region;
  region.add({}, People{1}, kTwentyKm)
      .add({}, People{1}, Millimeters{kTwentyKm.value() + 1})
      .add({}, People{1}, Millimeters{0});
  auto const coverage = region.assessed();
  EXPECT_EQ(coverage.cells[CellId{0}].status, Status::Covered);
  EXPECT_EQ(coverage.cells[CellId{0}].cost, kTwentyKm);
  EXPECT_EQ(coverage.cells[CellId{1}].status, Status::TooFar);
  EXPECT_EQ(coverage.cells[CellId{2}].status, Status::Covered);
}

TEST(Assess, AGapInTheDataIsNotAGapInTheService) {
  Region region;
  region.add({}, People{1}, Connection::Unreachable).add({}, People{1}, Connection::OffNetwork);
  auto const coverage = region.assessed();
  EXPECT_EQ(coverage.cells[CellId{0}].status, Status::Unreachable);
  EXPECT_EQ(coverage.cells[CellId{1}].status, Status::OffNetwork);
  for (auto const& cell : coverage.cells) {
    EXPECT_EQ(cell.cost, std::nullopt);
    EXPECT_TRUE(cell.nearest.is_none());
  }
  EXPECT_THAT(region.gaps(), IsEmpty());
}

TEST(Assess, BeyondAFiniteCutoffIsTooFarWithoutADistance) {
  Region region;
  region.add({}, People{1}, Connection::BeyondCutoff);
  region.reach().cutoff = kTwentyKm;
  auto const coverage = region.assessed();
  EXPECT_EQ(coverage.cells[CellId{0}].status, Status::TooFar);
  EXPECT_EQ(coverage.cells[CellId{0}].cost, std::nullopt);
  EXPECT_THAT(find_gaps(region.population(), coverage), IsEmpty());
  EXPECT_EQ(region.summary(1).total.with(Status::TooFar), People{1});
}

TEST(Assess, RefusesALimitBeyondTheCutoff) {
  Region region;
  region.reach().cutoff = Millimeters{kTwentyKm.value() - 1};
  EXPECT_THROW(static_cast<void>(region.assessed()), BrokenPromise);
  region.reach().cutoff = kTwentyKm;
  EXPECT_NO_THROW(static_cast<void>(region.assessed()));
}

TEST(Assess, NobodyIsFine) {
  Region const region;
  EXPECT_TRUE(region.assessed().cells.empty());
  EXPECT_THAT(region.gaps(), IsEmpty());
}

TEST(FindGaps, JoinsAlongEdgesAndInCornersAndNothingElse) {
  Region region;
  region.add({0, 0}, People{1}, kFar)
      .add({1, 0}, People{2}, kFar)        // edge
      .add({2, 1}, People{4}, kFar)        // corner
      .add({4, 0}, People{8}, kFar)        // one cell away
      .add({3, 1}, People{16}, kTwentyKm)  // covered: no bridge
      .add({0, 5}, People{32}, kFar);
  auto const gaps = region.gaps();
  EXPECT_THAT(residents_of(gaps), ElementsAre(32, 8, 1 + 2 + 4));
  EXPECT_THAT(gaps[2].cells, ElementsAre(CellId{0}, CellId{1}, CellId{2}));
  EXPECT_DOUBLE_EQ(area_m2(gaps[2].area), 3e6);
}

TEST(FindGaps, AMillimetreApartIsApart) {
  Region region;
  region.add({0, 0}, People{1}, kFar).add({1.000001, 0}, People{2}, kFar);
  EXPECT_THAT(residents_of(region.gaps()), ElementsAre(2, 1));
}

TEST(FindGaps, AreSplitByMunicipality) {
  Region region;
  region.add({0, 0}, People{1}, kFar)
      .add({.column = 1, .row = 0, .municipality = MunicipalityId{1}}, People{2}, kFar)
      .add({.column = 2, .row = 0, .municipality = MunicipalityId::none()}, People{4}, kFar)
      .add({0, 1}, People{8}, kFar);
  auto const gaps = region.gaps();
  EXPECT_THAT(residents_of(gaps), ElementsAre(9, 4, 2));
  EXPECT_EQ(gaps[0].municipality, MunicipalityId{0});
  EXPECT_TRUE(gaps[1].municipality.is_none());
  EXPECT_EQ(gaps[2].municipality, MunicipalityId{1});
}

TEST(FindGaps, EmptyHomesAreNoneAndDoNotJoin) {
  Region region;
  region.add({0, 0}, People{1}, kFar).add({1, 0}, People{0}, kFar).add({2, 0}, People{2}, kFar);
  EXPECT_THAT(residents_of(region.gaps()), ElementsAre(2, 1));
}

TEST(FindGaps, SuppressedCellsAreSomebodysHome) {
  Region region;
  region.add({0, 0}, std::nullopt, Millimeters{30'000'000})
      .add({1, 0}, People{4}, kFar)
      .add({9, 9}, std::nullopt, kFar);
  auto const gaps = region.gaps();
  ASSERT_THAT(gaps, SizeIs(2));
  EXPECT_EQ(gaps[0].cells_without_number, 1U);
  EXPECT_EQ(gaps[0].residents, People{4});
  EXPECT_EQ(gaps[0].cost_mean, Meters{25'000}) << "weighted by the residents that are known";
  EXPECT_EQ(gaps[1].residents, People{0});
  EXPECT_EQ(gaps[1].cost_mean, Meters{25'000}) << "plain where none is known";
}

TEST(FindGaps, TellsTheDistancesAndTheNearestPlace) {
  Region region;
  region.add({0, 0}, People{1}, Millimeters{30'000'000}, PlaceId{0})
      .add({1, 0}, People{3}, Millimeters{22'000'000}, PlaceId{7})
      .add({2, 0}, People{0.5}, Millimeters{22'000'000}, PlaceId{4});
  auto const gap = region.gaps().at(0);
  EXPECT_EQ(gap.cost_min, Millimeters{22'000'000});
  EXPECT_EQ(gap.cost_max, Millimeters{30'000'000});
  EXPECT_EQ(gap.nearest, PlaceId{4}) << "ties go to the lowest";
  EXPECT_DOUBLE_EQ(gap.cost_mean.value(), (30'000 + 3.5 * 22'000) / 4.5);
}

TEST(FindGaps, MostResidentsFirstThenTheLowestCell) {
  Region region;
  region.add({0, 0}, People{5}, kFar)
      .add({3, 0}, People{9}, kFar)
      .add({6, 0}, People{5}, kFar)
      .add({9, 0}, People{9}, kFar);
  auto const gaps = region.gaps();
  ASSERT_THAT(gaps, SizeIs(4));
  EXPECT_EQ(gaps[0].cells[0], CellId{1});
  EXPECT_EQ(gaps[1].cells[0], CellId{3});
  EXPECT_EQ(gaps[2].cells[0], CellId{0});
  EXPECT_EQ(gaps[3].cells[0], CellId{2});
}

TEST(FindGaps, WhatTwoOutlinesShareStaysWithTheLargerGap) {
  Region region;
  region.add({.column = 0, .row = 0, .side = 1500}, People{1}, kFar)
      .add({.column = 1, .row = 0, .side = 1000, .municipality = MunicipalityId{1}}, People{2},
           kFar);
  auto const gaps = region.gaps();
  ASSERT_THAT(residents_of(gaps), ElementsAre(2, 1));
  EXPECT_DOUBLE_EQ(area_m2(gaps[0].area), 1e6);
  EXPECT_DOUBLE_EQ(area_m2(gaps[1].area), 1500.0 * 1500 - 500.0 * 1000);
}

TEST(FindGaps, AnOutlineInsideALargerGapLeavesNoAreaButItsPeople) {
  Region region;
  region.add({.column = 0, .row = 0, .side = 3000}, People{8}, kFar)
      .add({.column = 1, .row = 1, .side = 1000, .municipality = MunicipalityId{1}}, People{2},
           kFar);
  auto const gaps = region.gaps();
  ASSERT_THAT(residents_of(gaps), ElementsAre(8, 2));
  EXPECT_TRUE(gaps[1].area.is_empty());
}

unsigned seed() {
  auto const* text = std::getenv("GAPMAP_TEST_SEED");
  return text == nullptr ? 20'260'101U : static_cast<unsigned>(std::stoul(text));
}

/// The patches of one random region by flooding the grid, as sums of residents; cells have
/// kilometre sides.
std::vector<double> flooded(Region const& region) {
  auto const coverage = region.assessed();
  auto const& population = region.population();
  std::vector<bool> done(population.size());
  std::vector<double> sums;
  auto const is_in = [&](CellId c) {
    return coverage.cells[c].status == Status::TooFar && population[c].is_inhabited();
  };
  for (auto const start : population.ids()) {
    if (done[start.value()] || !is_in(start)) continue;
    std::vector<CellId> open{start};
    done[start.value()] = true;
    double sum = 0;
    while (!open.empty()) {
      auto const c = open.back();
      open.pop_back();
      sum += population[c].residents->value();
      for (auto const other : population.ids()) {
        auto const& a = population[c];
        auto const& b = population[other];
        bool const is_near =
            std::max(std::abs(a.center.x - b.center.x), std::abs(a.center.y - b.center.y)) < 1001;
        if (done[other.value()] || !is_in(other) || !is_near || a.municipality != b.municipality)
          continue;
        done[other.value()] = true;
        open.push_back(other);
      }
    }
    sums.push_back(sum);
  }
  std::ranges::sort(sums, std::greater{});
  return sums;
}

TEST(FindGaps, OnRandomGridsAgreesWithFloodingAndIsValidAndDisjoint) {
  SCOPED_TRACE("GAPMAP_TEST_SEED=" + std::to_string(seed()));
  std::mt19937 random{seed()};
  std::size_t gaps_seen = 0;
  for (int round = 0; round < 40; ++round) {
    Region region;
    std::size_t kinds = 0;
    People too_far{0};
    for (int column = 0; column < 8; ++column) {
      for (int row = 0; row < 8; ++row) {
        auto const dice = random() % 10;
        if (dice == 0) continue;
        Region::Where const where{.column = static_cast<double>(column),
                                  .row = static_cast<double>(row),
                                  .municipality = MunicipalityId{random() % 3 / 2}};
        People const residents{static_cast<double>(random() % 4)};
        if (dice < 6) {
          region.add(
              where, residents,
              Millimeters{kTwentyKm.value() + 1 + static_cast<std::uint32_t>(random() % 1000)});
          too_far += residents;
        } else if (dice < 9) {
          region.add(where, residents, Millimeters{0});
        } else {
          region.add(where, residents, Connection::OffNetwork);
        }
        ++kinds;
      }
    }
    ASSERT_GT(kinds, 30U);
    auto const gaps = region.gaps();
    gaps_seen += gaps.size();
    EXPECT_EQ(residents_of(gaps), flooded(region));
    People in_gaps{0};
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      in_gaps += gaps[i].residents;
      EXPECT_TRUE(is_valid(gaps[i].area));
      EXPECT_DOUBLE_EQ(area_m2(gaps[i].area), 1e6 * static_cast<double>(gaps[i].cells.size()));
      for (std::size_t j = 0; j < i; ++j)
        EXPECT_EQ(PreparedArea{gaps[j].area}.overlap_m2(gaps[i].area), 0.0);
    }
    EXPECT_EQ(in_gaps, too_far);
  }
  EXPECT_GT(gaps_seen, 100U);
}

TEST(Summarise, AddsUpPerMunicipalityAndInAll) {
  Region region;
  region.add({}, People{1}, kTwentyKm)
      .add({}, People{2}, kFar)
      .add({.municipality = MunicipalityId{2}}, People{4}, Connection::Unreachable)
      .add({.municipality = MunicipalityId{2}}, People{8}, Connection::OffNetwork)
      .add({.municipality = MunicipalityId::none()}, People{16}, kTwentyKm)
      .add({}, std::nullopt, kFar);
  auto const summary = region.summary(3);
  ASSERT_THAT(summary.municipalities, SizeIs(3));
  auto const& first = summary.municipalities[0];
  EXPECT_EQ(first.residents, People{3});
  EXPECT_EQ(first.cells, 3U);
  EXPECT_EQ(first.cells_without_number, 1U);
  EXPECT_EQ(first.with(Status::Covered), People{1});
  EXPECT_EQ(first.with(Status::TooFar), People{2});
  EXPECT_DOUBLE_EQ(*first.share(), 1.0 / 3);

  auto const& empty = summary.municipalities[1];
  EXPECT_EQ(empty.cells, 0U);
  EXPECT_EQ(empty.share(), std::nullopt);
  EXPECT_EQ(empty.cost_mean, std::nullopt);
  EXPECT_EQ(empty.cost_median, std::nullopt);

  EXPECT_EQ(summary.municipalities[2].with(Status::Unreachable), People{4});
  EXPECT_EQ(summary.municipalities[2].with(Status::OffNetwork), People{8});
  EXPECT_EQ(summary.municipalities[2].cost_mean, std::nullopt);
  ASSERT_TRUE(summary.outside);
  EXPECT_EQ(summary.outside->residents, People{16});

  EXPECT_EQ(summary.total.residents, People{31});
  EXPECT_EQ(summary.total.with(Status::Covered), People{17});
  EXPECT_EQ(summary.total.cells, 6U);
  People by_status{0};
  for (auto const people : summary.total.by_status) by_status += people;
  EXPECT_EQ(by_status, summary.total.residents);
}

TEST(Summarise, HasNoOutsideRowWhereEverybodyIsInside) {
  Region region;
  region.add({}, People{1}, kFar);
  EXPECT_FALSE(region.summary(1).outside);
}

TEST(Summarise, MunicipalitiesThatAreNotStudiedHaveNoRow) {
  Region region;
  region.add({}, People{1}, kFar);
  Municipalities municipalities{
      std::vector<Municipality>{{"1", "one", {}}, {"2", "two", {}, false}}};
  EXPECT_THAT(summarise(region.assessed(), region.population(), municipalities).municipalities,
              SizeIs(1));
}

TEST(Summarise, MeanAndMedianAreOverPeopleNotCells) {
  Region region;
  region.add({}, People{1}, Millimeters{9'000'000})
      .add({}, People{8}, Millimeters{1'000'000})
      .add({}, People{1}, Millimeters{4'000'000})
      .add({}, People{0}, Millimeters{900'000'000})
      .add({}, People{5}, Connection::OffNetwork);
  auto const& total = region.summary(1).total;
  EXPECT_DOUBLE_EQ(total.cost_mean->value(), (9000 + 8 * 1000 + 4000) / 10.0);
  EXPECT_EQ(total.cost_median, Meters{1000});
}

TEST(Summarise, MedianIsTheLesserOfTwo) {
  Region region;
  region.add({}, People{2}, Millimeters{3'000'000}).add({}, People{2}, Millimeters{1'000'000});
  EXPECT_EQ(region.summary(1).total.cost_median, Meters{1000});
  region.add({}, People{1}, Millimeters{3'500'000});
  EXPECT_EQ(region.summary(1).total.cost_median, Meters{3000});
}

TEST(Summarise, ALongerLimitNeverUncovers) {
  SCOPED_TRACE("GAPMAP_TEST_SEED=" + std::to_string(seed()));
  std::mt19937 random{seed()};
  Municipalities const municipalities{std::vector<Municipality>{{"1", "one", {}}}};
  Region region;
  for (int i = 0; i < 200; ++i)
    region.add({}, People{1}, Millimeters{static_cast<std::uint32_t>(random() % 1000)});
  People before{0};
  bool has_grown = false;
  for (std::uint32_t limit = 0; limit <= 1000; limit += 50) {
    auto const coverage = assess(region.reach(), Millimeters{limit});
    auto const covered =
        summarise(coverage, region.population(), municipalities).total.with(Status::Covered);
    EXPECT_GE(covered, before);
    has_grown = has_grown || covered > before;
    before = covered;
  }
  EXPECT_TRUE(has_grown);
  EXPECT_EQ(before, People{200});
}

}  // namespace
}  // namespace gapmap::coverage
