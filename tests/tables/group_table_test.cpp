#include "gapmap/tables/group_table.h"

#include <gtest/gtest.h>

#include "tests/support/areas.h"
#include "tests/support/table_text.h"

namespace gapmap::tables {
namespace {

/// Three cells, of which the first is in a zone and hides how many of its residents are old.
struct Parish {
  Parish() {
    Groups groups;
    groups.push_back({"old", ""});
    std::vector<std::optional<People>> const residents{People{8}, People{4}, std::nullopt};
    std::vector<std::optional<People>> const old{std::nullopt, People{1}, std::nullopt};
    for (std::size_t c = 0; c < 3; ++c) {
      population.push_back({.id = "c",
                            .center = {},
                            .outline = {},
                            .residents = residents[c],
                            .groups = IdVector<GroupId, std::optional<People>>{1, old[c]}});
      zoning.of_cell.push_back(c == 0 ? ZoneId{0} : ZoneId::none());
    }
    zoning.level = "pilot";
    zoning.zones.push_back({"1", "Haukivuori", square(0, 0)});
    ranges = places::resident_ranges(population, groups);
  }

  Population population;
  Zoning zoning;
  ResidentRanges ranges;
  std::vector<Zoning const*> zonings{&zoning};
};

TEST(GroupTable, HasARowARuleLevelZoneAndGroup) {
  using enum Status;
  Parish const parish;
  std::vector<CoverageRule> const rules{
      {RuleKind::Limit, "20_km", IdVector<CellId, Status>{std::vector{Covered, TooFar, TooFar}}},
      {RuleKind::Requirement, "near",
       IdVector<CellId, Status>{std::vector{TooFar, Unreachable, OffNetwork}}}};
  EXPECT_EQ(text_of(group_table(rules, parish.population, parish.ranges, parish.zonings)),
            "limit|20_km|total||Total|all|12|12||8|8|8|4|4||4|0|0|0.666667|1\n"
            "limit|20_km|total||Total|old|5|1||4|0|8|1|1||1|0|0|0.8|1\n"
            "limit|20_km|pilot|1|Haukivuori|all|8|8|8|8|8|8|0|0|0|0|0|0|1|0\n"
            "limit|20_km|pilot|1|Haukivuori|old|4|0|8|4|0|8|0|0|0|0|0|0|1|0\n"
            "limit|20_km|pilot||Outside|all|4|4||0|0|0|4|4||4|0|0|0|1\n"
            "limit|20_km|pilot||Outside|old|1|1||0|0|0|1|1||1|0|0|0|1\n"
            "requirement|near|total||Total|all|12|12||0|0|0|12|12||8|4|0|0|1\n"
            "requirement|near|total||Total|old|5|1||0|0|0|5|1||4|1|0|0|1\n"
            "requirement|near|pilot|1|Haukivuori|all|8|8|8|0|0|0|8|8|8|8|0|0|0|0\n"
            "requirement|near|pilot|1|Haukivuori|old|4|0|8|0|0|0|4|0|8|4|0|0|0|0\n"
            "requirement|near|pilot||Outside|all|4|4||0|0|0|4|4||0|4|0|0|1\n"
            "requirement|near|pilot||Outside|old|1|1||0|0|0|1|1||0|1|0|0|1\n");
}

}  // namespace
}  // namespace gapmap::tables
