// Numbers of the shipped census grid are hidden as offices hide them: the ranges hold what was
// hidden, cell by cell and summed by municipality.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "gapmap/io/dataset.h"
#include "gapmap/io/read_municipalities.h"
#include "gapmap/io/read_population.h"
#include "gapmap/places/assign.h"
#include "gapmap/places/resident_ranges.h"
#include "tests/support/random.h"

namespace gapmap::io {
namespace {

std::string const kSample = std::string{GAPMAP_SOURCE_DIR} + "/geodata/etela-savo/";

class Suppression : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    WorkingFrame const frame{Crs::tm35fin()};
    municipalities_ =
        read_municipalities({{kSample + "municipalities.gpkg"}}, frame).municipalities;
    truth_ = read_population({{kSample + "population.gpkg"}}, frame).population;
    read_groups();
    static_cast<void>(places::assign_municipalities(truth_, municipalities_));
  }

  /// Every municipality and group of `truth`, and every cell, lies in the ranges of what `hide`
  /// leaves of it. How wide the sums are, by residents.
  static double width_after(Population const& truth, std::function<void(Cell&)> const& hide,
                            OfficialCounts const& official = {}) {
    auto shown = truth;
    std::size_t hidden = 0;
    for (auto& cell : shown) {
      hide(cell);
      for (auto const& number : cell.groups) hidden += number ? 0 : 1;
    }
    EXPECT_GT(hidden, 1000U);
    auto const ranges = official.empty() ? places::resident_ranges(shown, kGroups)
                                         : places::resident_ranges(shown, kGroups, official);
    EXPECT_TRUE(ranges.contradicted.empty());
    std::vector<std::vector<People>> sums(municipalities_.size(),
                                          std::vector<People>(kGroups.size()));
    std::size_t outside = 0;
    for (auto const c : truth.ids()) {
      for (auto const g : kGroups.ids()) {
        auto const people = *truth[c].groups[g];
        sums[truth[c].municipality.value()][g.value()] += people;
        if (!ranges.at(c, GroupId{g.value() + 1}).contains(people)) ++outside;
      }
    }
    EXPECT_EQ(outside, 0U);
    auto const found = places::sums_by_municipality(ranges, shown, municipalities_.size());
    double width = 0;
    for (std::size_t m = 0; m < sums.size(); ++m) {
      for (std::size_t g = 0; g < kGroups.size(); ++g) {
        auto const& range = found[m][g + 1];
        EXPECT_TRUE(range.contains(sums[m][g])) << m << " " << g;
        width += (range.high - range.low).value();
      }
    }
    return width;
  }

  static void hide_all(Cell& cell) {
    for (auto& number : cell.groups) number.reset();
  }

  inline static Groups const kGroups{std::vector<Group>{
      {"Y_LT15", "age"}, {"Y_1564", "age"}, {"Y_GE65", "age"}, {"M", "sex"}, {"F", "sex"}}};
  inline static Municipalities municipalities_;
  inline static Population truth_;

 private:
  static void read_groups() {
    auto const table = Table::open({kSample + "population.gpkg"});
    std::uint32_t next = 0;
    table.visit([&](Record const& record) {
      auto& cell = truth_[CellId{next++}];
      ASSERT_EQ(cell.id, record.text(*table.find_field("GRD_ID")));
      cell.groups = {};
      for (auto const& group : kGroups)
        cell.groups.push_back(People{*record.number(*table.find_field(group.name))});
    });
    ASSERT_EQ(next, truth_.size());
  }
};

TEST_F(Suppression, OfSmallCells) {
  width_after(truth_, [](Cell& cell) {
    if (*cell.residents < People{10}) hide_all(cell);
  });
}

TEST_F(Suppression, OfSmallNumbers) {
  width_after(truth_, [](Cell& cell) {
    for (auto& number : cell.groups) {
      if (*number > People{0} && *number < People{5}) number.reset();
    }
  });
}

TEST_F(Suppression, ByChance) {
  Random random{2021};
  width_after(truth_, [&](Cell& cell) {
    for (auto& number : cell.groups) {
      if (random.chance(0.3)) number.reset();
    }
  });
}

/// The sample as a register would have it: residents are those of all ages, every woman is one who
/// is no man.
Population exact(Population cells) {
  for (auto& cell : cells) {
    cell.residents = *cell.groups[GroupId{0}] + *cell.groups[GroupId{1}] + *cell.groups[GroupId{2}];
    cell.groups[GroupId{3}] = std::min(*cell.groups[GroupId{3}], *cell.residents);
    cell.groups[GroupId{4}] = *cell.residents - *cell.groups[GroupId{3}];
  }
  return cells;
}

/// Where nothing is left to compare, nothing tells that numbers are perturbed.
TEST_F(Suppression, OfEverythingExact) { width_after(exact(truth_), hide_all); }

TEST_F(Suppression, OfExactNumbersIsNarrowedByOfficialCounts) {
  auto const truth = exact(truth_);
  auto const hide = [](Cell& cell) {
    if (*cell.residents < People{10}) hide_all(cell);
  };
  // Officially live there those of the cells inside, those of every other cell on the border, and
  // some without coordinates.
  OfficialCounts official{municipalities_.size()};
  for (auto& count : official) {
    count.residents = People{3};
    count.groups = IdVector<GroupId, std::optional<People>>{kGroups.size(), People{1}};
  }
  bool is_neighbours = false;
  for (auto const& cell : truth) {
    if (cell.lies != Lies::Inside) is_neighbours = !is_neighbours;
    if (cell.lies != Lies::Inside && is_neighbours) continue;
    auto& count = official[cell.municipality];
    *count.residents += *cell.residents;
    for (auto const g : kGroups.ids()) *count.groups[g] += *cell.groups[g];
  }
  auto const plain = width_after(truth, hide);
  auto const narrowed = width_after(truth, hide, official);
  EXPECT_LT(narrowed, plain / 2);
  RecordProperty("width", std::to_string(plain) + " → " + std::to_string(narrowed));
}

}  // namespace
}  // namespace gapmap::io
