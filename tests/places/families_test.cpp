#include "gapmap/places/families.h"

#include <gtest/gtest.h>

namespace gapmap::places {
namespace {

using Number = std::optional<People>;

Groups const kGroups{std::vector<Group>{
    {"men", "sex"}, {"young", "age"}, {"women", "sex"}, {"old", "age"}, {"students", ""}}};

Cell cell(Number residents, std::vector<Number> groups) {
  Cell cell;
  cell.residents = residents;
  cell.groups = IdVector<GroupId, Number>{std::move(groups)};
  return cell;
}

Number people(double number) { return People{number}; }

TEST(Families, KeepTheOrderOfTheirFirstGroups) {
  auto const families = families_of(kGroups);
  ASSERT_EQ(families.size(), 3U);
  EXPECT_EQ(families[0].name, "sex");
  EXPECT_EQ(families[0].groups, (std::vector{GroupId{0}, GroupId{2}}));
  EXPECT_EQ(families[1].groups, (std::vector{GroupId{1}, GroupId{3}}));
  EXPECT_FALSE(families[2].is_whole());
  EXPECT_EQ(families[2].numbers(), 3U) << "the group, the others, everybody";
}

TEST(Families, GroupsWithoutAFamilyAreNotOneFamily) {
  EXPECT_EQ(families_of(Groups{std::vector<Group>{{"a", ""}, {"b", ""}}}).size(), 2U);
}

TEST(Families, ThatAddUpAreExact) {
  Population const cells{std::vector{
      cell(people(5), {people(2), people(1), people(3), people(4), people(5)}),
      cell(people(3), {std::nullopt, std::nullopt, std::nullopt, people(3), std::nullopt}),
      cell(std::nullopt, {people(9), people(1), people(9), people(1), people(1)})}};
  for (auto const& sums : check_families(cells, kGroups)) {
    EXPECT_TRUE(sums.is_exact());
    EXPECT_EQ(sums.differing, 0U);
    EXPECT_EQ(sums.cells, sums.family.is_whole() ? 1U : 0U) << "no residents, no comparison";
  }
}

TEST(Families, ThatDoNotAddUpAreCountedAndExplained) {
  Population const cells{
      std::vector{cell(people(10), {people(3), people(5), people(3), people(5), people(10)}),
                  cell(people(4), {people(7), people(2), people(0), people(2), people(4)}),
                  cell(people(4), {people(2), people(2), people(3), people(1), people(4)})}};
  auto const sums = check_families(cells, kGroups);
  EXPECT_EQ(sums[0].cells, 3U);
  EXPECT_EQ(sums[0].differing, 3U);
  EXPECT_EQ(sums[0].least_difference, People{-4});
  EXPECT_EQ(sums[0].most_difference, People{3});
  EXPECT_EQ(sums[0].residents, People{18});
  EXPECT_EQ(sums[0].difference, People{-4 + 3 + 1});
  EXPECT_EQ(sums[0].first_differing, (std::vector{CellId{0}, CellId{1}, CellId{2}}));
  EXPECT_EQ(sums[0].first_exceeding, std::vector{CellId{1}});
  EXPECT_EQ(sums[0].exceeding, 1U);
  EXPECT_EQ(sums[0].most_excess, People{3});
  EXPECT_EQ(sums[0].off_by, People{2}) << "4 by three numbers, 3 by two";
  EXPECT_EQ(sums[0].margin(), People{6});
  EXPECT_EQ(sums[1].differing, 1U);
  EXPECT_EQ(sums[1].off_by, People{1});
}

TEST(Families, OfWhichAPartExceedsTheResidentsAreNotExactEither) {
  Population const cells{
      std::vector{cell(people(4), {people(5), std::nullopt, std::nullopt, people(1), people(9)})}};
  auto const sums = check_families(cells, kGroups);
  EXPECT_EQ(sums[0].cells, 1U) << "whatever the other is";
  EXPECT_EQ(sums[0].differing, 1U);
  EXPECT_EQ(sums[0].off_by, People{1});
  EXPECT_EQ(sums[2].exceeding, 1U);
  EXPECT_EQ(sums[2].off_by, People{3});
}

TEST(Families, TellOfTheFirstCellsOnly) {
  std::vector<Cell> cells(9,
                          cell(people(1), {people(1), people(1), people(1), people(0), people(2)}));
  auto const sums = check_families(Population{cells}, kGroups);
  EXPECT_EQ(sums[0].differing, 9U);
  EXPECT_EQ(sums[0].first_differing.size(), FamilySums::kFirstCells);
  EXPECT_EQ(sums[2].first_exceeding.size(), FamilySums::kFirstCells);
}

TEST(Families, OfFractionsMayRound) {
  Population const cells{std::vector{
      cell(people(0.3), {people(0.1), people(0.1), people(0.2), people(0.2), people(0.3)}),
      cell(people(1.5), {people(0.75), people(0.75), people(0.75), people(0.5), people(1)})}};
  auto const sums = check_families(cells, kGroups);
  EXPECT_TRUE(sums[0].is_exact());
  EXPECT_EQ(sums[1].differing, 1U);
  EXPECT_NEAR(sums[1].off_by.value(), 0.25 / 3, 1e-12);
}

}  // namespace
}  // namespace gapmap::places
