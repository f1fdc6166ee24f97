#include "gapmap/places/families.h"

#include <gtest/gtest.h>

namespace gapmap::places {
namespace {

using Number = std::optional<People>;

Groups const kFamilies{std::vector<Group>{
    {"men", "sex"}, {"young", "age"}, {"women", "sex"}, {"old", "age"}, {"students", ""}}};

Cell cell(Number residents, std::vector<Number> groups) {
  Cell cell;
  cell.residents = residents;
  cell.groups = IdVector<GroupId, Number>{std::move(groups)};
  return cell;
}

Number known(double number) { return People{number}; }

TEST(Families, KeepTheOrderOfTheirFirstGroups) {
  auto const families = families_of(kFamilies);
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
      cell(known(5), {known(2), known(1), known(3), known(4), known(5)}),
      cell(known(3), {std::nullopt, std::nullopt, std::nullopt, known(3), std::nullopt}),
      cell(std::nullopt, {known(9), known(1), known(9), known(1), known(1)})}};
  for (auto const& sums : check_families(cells, kFamilies)) {
    EXPECT_TRUE(sums.is_exact());
    EXPECT_EQ(sums.differing, 0U);
    EXPECT_EQ(sums.cells, sums.family.is_whole() ? 1U : 0U) << "no residents, no comparison";
  }
}

TEST(Families, ThatDoNotAddUpAreCountedAndExplained) {
  Population const cells{
      std::vector{cell(known(10), {known(3), known(5), known(3), known(5), known(10)}),
                  cell(known(4), {known(7), known(2), known(0), known(2), known(4)}),
                  cell(known(4), {known(2), known(2), known(3), known(1), known(4)})}};
  auto const sums = check_families(cells, kFamilies);
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
      std::vector{cell(known(4), {known(5), std::nullopt, std::nullopt, known(1), known(9)})}};
  auto const sums = check_families(cells, kFamilies);
  EXPECT_EQ(sums[0].cells, 1U) << "whatever the other is";
  EXPECT_EQ(sums[0].differing, 1U);
  EXPECT_EQ(sums[0].off_by, People{1});
  EXPECT_EQ(sums[2].exceeding, 1U);
  EXPECT_EQ(sums[2].off_by, People{3});
}

TEST(Families, TellOfTheFirstCellsOnly) {
  std::vector<Cell> cells(9, cell(known(1), {known(1), known(1), known(1), known(0), known(2)}));
  auto const sums = check_families(Population{cells}, kFamilies);
  EXPECT_EQ(sums[0].differing, 9U);
  EXPECT_EQ(sums[0].first_differing.size(), FamilySums::kFirstCells);
  EXPECT_EQ(sums[2].first_exceeding.size(), FamilySums::kFirstCells);
}

TEST(Families, OfFractionsMayRound) {
  Population const cells{
      std::vector{cell(known(0.3), {known(0.1), known(0.1), known(0.2), known(0.2), known(0.3)}),
                  cell(known(1.5), {known(0.75), known(0.75), known(0.75), known(0.5), known(1)})}};
  auto const sums = check_families(cells, kFamilies);
  EXPECT_TRUE(sums[0].is_exact());
  EXPECT_EQ(sums[1].differing, 1U);
  EXPECT_NEAR(sums[1].off_by.value(), 0.25 / 3, 1e-12);
}

}  // namespace
}  // namespace gapmap::places
