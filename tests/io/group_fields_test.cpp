// Groups of residents: which fields are taken for them, and what is said of their numbers.

#include "gapmap/io/detail/group_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "gapmap/io/read_population.h"
#include "gapmap/io/schemas.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class GroupFields : public Reading {
 protected:
  [[nodiscard]] PopulationRead read(std::string const& csv,
                                    std::optional<Groups> groups = std::nullopt) const {
    return read_population({.source = {file("p.csv", csv)}, .groups = std::move(groups)}, frame);
  }
};

Groups named(std::vector<Group> groups) { return Groups{std::move(groups)}; }

/// "12 ? 0": a number a group, ? where it is unknown.
std::string numbers_of(Cell const& cell) {
  std::vector<std::string> numbers;
  for (auto const& number : cell.groups)
    numbers.push_back(number ? fmt::format("{}", number->value()) : "?");
  return fmt::format("{}", fmt::join(numbers, " "));
}

std::string numbers_of(PopulationRead const& read_in) {
  std::string lines;
  for (auto const& cell : read_in.population) lines += numbers_of(cell) + '\n';
  return lines;
}

TEST_F(GroupFields, OfKnownConventionsAreRecognised) {
  struct Case {
    char const *csv, *groups;
  };
  constexpr Case kCases[]{
      {"grd_id;vaesto;miehet;naiset;ika_0_14;ika_15_64;ika_65_\n1kmN6717E385;6;3;3;1;2;3\n",
       "groups ika_0_14, ika_15_64, ika_65_ by age; miehet, naiset by sex"},
      {"GRD_ID;VAESTO;MIEHET;NAISET;IKA_0_14;IKA_15_64;IKA_65_\n1kmN6717E385;6;3;3;1;2;3\n",
       "groups IKA_0_14, IKA_15_64, IKA_65_ by age; MIEHET, NAISET by sex"},
      {"GRD_ID,T,M,F,Y_LT15,Y_1564,Y_GE65\nCRS3035RES1000mN4277000E5141000,6,3,3,1,2,3\n",
       "groups Y_LT15, Y_1564, Y_GE65 by age; M, F by sex"},
      {"id;x;y;asukkaita;IKA0_9;IKA10_19;IKA20_29;IKA30_39;IKA40_49;IKA50_59;IKA60_69;IKA70_79;"
       "IKA_YLI80\na;385500;6671750;6;3;3;0;0;0;0;0;0;0\n",
       "groups IKA0_9, IKA10_19, IKA20_29, IKA30_39, IKA40_49, IKA50_59, IKA60_69, IKA70_79, "
       "IKA_YLI80 by age"},
      {"id;x;y;he_vakiy;he_miehet;he_naiset\na;385500;6671750;6;3;3\n",
       "groups he_miehet, he_naiset by sex"},
  };
  for (auto const& [csv, groups] : kCases) {
    SCOPED_TRACE(csv);
    auto const read_in = read(csv);
    EXPECT_THAT(read_in.report.recognised, EndsWith(groups));
    EXPECT_EQ(read_in.population[CellId{0}].groups.size(), read_in.groups.size());
    EXPECT_EQ(remarks_of(read_in.report), "");
  }
}

// Each family alone, one resident a group: all its fields are found, in their order, and add up.
TEST_F(GroupFields, OfEveryKnownFamilyAreRecognised) {
  for (auto const& family : population_families()) {
    SCOPED_TRACE(family.fields.front());
    auto const residents = family.fields.size();
    auto const read_in =
        read(fmt::format("grd_id;vaesto;{}\n1kmN6717E385;{};{}\n", fmt::join(family.fields, ";"),
                         residents, fmt::join(std::vector(residents, 1), ";")));
    ASSERT_EQ(read_in.groups.size(), residents);
    for (auto const g : read_in.groups.ids()) {
      EXPECT_EQ(read_in.groups[g].name, family.fields[g.value()]);
      EXPECT_EQ(read_in.groups[g].family, family.name);
    }
    EXPECT_EQ(remarks_of(read_in.report), "");
  }
}

TEST_F(GroupFields, ThatAreNotAllOfAFamilyAreNoGroups) {
  auto const read_in = read("GRD_ID;T;M;Y_LT15;Y_GE65\n1kmN6717E385;6;3;1;2\n");
  EXPECT_TRUE(read_in.groups.empty());
  EXPECT_TRUE(read_in.population[CellId{0}].groups.empty());
  EXPECT_THAT(read_in.report.recognised, Not(HasSubstr("groups")));
}

TEST_F(GroupFields, TheFirstOfTwoFamiliesOfAgesIsTaken) {
  auto const read_in = read(
      "GRD_ID;T;Y_LT15;Y_1564;Y_GE65;ika_0_14;ika_15_64;ika_65_\n1kmN6717E385;6;1;2;3;1;2;3\n");
  EXPECT_THAT(read_in.report.recognised, EndsWith("groups ika_0_14, ika_15_64, ika_65_ by age"));
}

TEST_F(GroupFields, NamedOnesReplaceThoseRecognised) {
  constexpr auto* kCsv =
      "GRD_ID;T;M;F;lapset;Muut\n1kmN6717E385;6;3;3;2;4\n1kmN6718E385;5;3;2;-1;3\n";
  auto const chosen = read(kCsv, named({{"lapset", "ika"}, {"muut", "ika"}, {"M", ""}}));
  EXPECT_THAT(chosen.report.recognised, EndsWith("groups lapset, Muut by ika; M"));
  EXPECT_EQ(chosen.groups[GroupId{1}].name, "Muut");
  EXPECT_EQ(chosen.groups[GroupId{1}].family, "ika");
  EXPECT_EQ(numbers_of(chosen), "2 4 3\n? 3 3\n");
  EXPECT_EQ(read(kCsv, named({})).groups.size(), 0U);
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read(kCsv, named({{"nuoret", ""}})));
              }),
              HasSubstr("has no field \"nuoret\" (`population-groups`)"));
}

TEST_F(GroupFields, NamedOnesThatAreAKnownFamilyBelongToIt) {
  constexpr auto* kCsv = "GRD_ID;T;M;F;EMP\n1kmN6717E385;6;3;3;2\n";
  auto const whole = read(kCsv, named({{"F", ""}, {"EMP", ""}, {"M", ""}}));
  EXPECT_EQ(whole.groups[GroupId{0}].family, "sex");
  EXPECT_EQ(whole.groups[GroupId{1}].family, "");
  EXPECT_EQ(whole.groups[GroupId{2}].family, "sex");
  auto const half = read(kCsv, named({{"F", ""}}));
  EXPECT_EQ(half.groups[GroupId{0}].family, "");
}

TEST_F(GroupFields, NumbersThatAreNoneAreUnknownAndCounted) {
  auto const read_in = read(
      "GRD_ID;T;M;F\n1kmN6710E385;5;-1;-1\n1kmN6711E385;5;;5\n1kmN6712E385;5;ei;y\n"
      "1kmN6713E385;5;-3;5\n1kmN6714E385;5;2;3\n1kmN6715E385;5;-8888;-9999\n"
      "1kmN6716E385;5;2;99999999999\n");
  EXPECT_EQ(numbers_of(read_in), "? ?\n? 5\n? ?\n? 5\n2 3\n? ?\n2 ?\n");
  EXPECT_EQ(remarks_of(read_in.report),
            "2 used: numbers of groups suppressed, counted as unknown [1kmN6710E385, "
            "1kmN6715E385]\n"
            "1 used: no number of a group, counted as unknown [1kmN6711E385]\n"
            "1 used: number of a group is not a number, counted as unknown [1kmN6712E385]\n"
            "1 used: negative number of a group, counted as unknown [1kmN6713E385]\n"
            "1 used: a group of more residents than there are people on Earth, counted as unknown "
            "[1kmN6716E385]");
}

TEST_F(GroupFields, WhatDoesNotAddUpIsKeptAsItIs) {
  auto const read_in = read(
      "GRD_ID;T;M;F;lapset\n"
      "1kmN6710E385;5;2;3;5\n"   // as it should be
      "1kmN6711E385;5;2;4;1\n"   // too many
      "1kmN6712E385;5;1;3;1\n"   // too few
      "1kmN6713E385;5;-1;3;1\n"  // leaves two for those suppressed
      "1kmN6714E385;5;-1;6;1\n"  // more than all
      "1kmN6715E385;5;2;3;6\n"   // the same of a group without a family
      "1kmN6716E385;-1;2;3;6\n"  // nothing to compare with
      "1kmN6717E385;0,3;0,1;0,2;0\n",
      named({{"M", ""}, {"F", ""}, {"lapset", ""}}));
  EXPECT_EQ(numbers_of(read_in), "2 3 5\n2 4 1\n1 3 1\n? 3 1\n? 6 1\n2 3 6\n2 3 6\n0.1 0.2 0\n");
  EXPECT_EQ(remarks_of(read_in.report),
            "2 used: numbers of groups suppressed, counted as unknown [1kmN6713E385, "
            "1kmN6714E385]\n"
            "1 used: number of residents suppressed, counted as unknown [1kmN6716E385]");
  std::vector<std::pair<std::string, double>> const sums{
      {"residents", 30.3}, {"M", 9.1}, {"F", 25.2}, {"lapset", 21}};
  ASSERT_EQ(read_in.report.sums.size(), sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i) {
    EXPECT_EQ(read_in.report.sums[i].first, sums[i].first);
    EXPECT_NEAR(read_in.report.sums[i].second, sums[i].second, 1e-9);
  }
}

// 99 of the Helsinki region: not published in cells of up to 99 residents, else a number.
TEST_F(GroupFields, HelsinkiRegionWritesNinetyNineInSmallCells) {
  std::string const header =
      "id;x;y;asukkaita;IKA0_9;IKA10_19;IKA20_29;IKA30_39;IKA40_49;IKA50_59;IKA60_69;IKA70_79;"
      "IKA_YLI80\n";
  auto const read_in = read(header + "a;385500;6671750;8;99;99;99;99;99;99;99;99;99\n" +
                            "b;385750;6671750;99;99;99;99;99;99;99;99;99;99\n" +
                            "c;386000;6671750;100;99;1;0;0;0;0;0;0;0\n");
  EXPECT_EQ(numbers_of(read_in), "? ? ? ? ? ? ? ? ?\n? ? ? ? ? ? ? ? ?\n99 1 0 0 0 0 0 0 0\n");
  EXPECT_EQ(remarks_of(read_in.report),
            "2 used: numbers of groups suppressed, counted as unknown [a, b]");
  auto const one =
      read(header + "a;385500;6671750;8;99;99;99;99;99;99;99;99;99\n", named({{"ika_yli80", ""}}));
  EXPECT_EQ(numbers_of(one), "?\n");
}

}  // namespace
}  // namespace gapmap::io
