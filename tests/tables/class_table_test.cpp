#include "gapmap/tables/class_table.h"

#include <gtest/gtest.h>

#include "gapmap/units/error.h"
#include "tests/support/areas.h"
#include "tests/support/table_text.h"

namespace gapmap::tables {
namespace {

TEST(NameOfClass, SaysTheUnitThatIsWhole) {
  DistanceClasses<Millimeters> const lengths{{Millimeters{0}, Millimeters{300'000},
                                              Millimeters{1'000'000}, Millimeters{1'500'500},
                                              Millimeters{20'000'000}}};
  std::string names;
  for (std::size_t c = 0; c < lengths.size(); ++c) names += name_of_class(lengths, c) + " ";
  EXPECT_EQ(names,
            "to_0_m to_300_m to_1_km to_1500.5_m to_20_km over_20_km no_road_connection "
            "off_network ");
  DistanceClasses<Milliseconds> const times{{Milliseconds{90'000}, Milliseconds{3'600'000}}};
  EXPECT_EQ(name_of_class(times, 0), "to_90_s");
  EXPECT_EQ(name_of_class(times, 1), "to_60_min");
  EXPECT_EQ(name_of_class(times, 2), "over_60_min");
}

/// Three cells of one group beside everybody: near, far and off the network; the first is in a
/// zone.
struct Region {
  Region() {
    groups.push_back({"old", ""});
    std::vector<std::optional<People>> const residents{People{8}, People{4}, People{2}};
    std::vector<std::optional<People>> const old{std::nullopt, People{1}, People{0}};
    for (std::size_t c = 0; c < 3; ++c) {
      population.push_back({.id = "c",
                            .center = {},
                            .outline = {},
                            .residents = residents[c],
                            .groups = IdVector<GroupId, std::optional<People>>{1, old[c]}});
      zoning.of_cell.push_back(c == 0 ? ZoneId{0} : ZoneId::none());
    }
    reach.connections = IdVector<CellId, Connection>{
        std::vector{Connection::Reached, Connection::Reached, Connection::OffNetwork}};
    reach.reaches = {{PlaceId{0}, Millimeters{1'000'000}}, {PlaceId{0}, Millimeters{1'000'001}}};
    reach.first_reach = {0, 1, 2, 2};
    zoning.level = "pilot";
    zoning.zones.push_back({"1", "Haukivuori", square(0, 0)});
    zoning.zones.push_back({"2", "Nobody", square(5, 5), false});
    ranges = places::resident_ranges(population, groups);
  }
  [[nodiscard]] ResidentsInClasses classified() const {
    return coverage::classify<Millimeters>(reach, classes, population, ranges, zonings);
  }

  Groups groups;
  Population population;
  ReachTable<Millimeters> reach;
  Zoning zoning;
  ResidentRanges ranges;
  DistanceClasses<Millimeters> classes{{Millimeters{1'000'000}}};
  std::vector<Zoning const*> zonings{&zoning};
};

TEST(ClassTable, HasARowALevelZoneGroupAndClass) {
  Region const region;
  auto const table = class_table<Millimeters>(region.classified(), region.classes,
                                              region.ranges.groups, region.zonings);
  std::string columns;
  for (auto const& column : table.columns) columns += column.name + " ";
  EXPECT_EQ(columns,
            "level zone_code zone_name group class from_m to_m residents residents_low "
            "residents_high share cumulative cumulative_low cumulative_high cumulative_share "
            "cells_without_number ");
  EXPECT_EQ(text_of(table),
            "total||Total|all|to_1_km|0|1000|8|8|8|0.571429|8|8|8|0.571429|0\n"
            "total||Total|all|over_1_km|1000||4|4|4|0.285714|12|12|12|0.857143|0\n"
            "total||Total|all|no_road_connection|||0|0|0|0|||||0\n"
            "total||Total|all|off_network|||2|2|2|0.142857|||||0\n"
            "total||Total|old|to_1_km|0|1000|4|0|8|0.8|4|0|8|0.8|0\n"
            "total||Total|old|over_1_km|1000||1|1|1|0.2|5|1|9|1|0\n"
            "total||Total|old|no_road_connection|||0|0|0|0|||||0\n"
            "total||Total|old|off_network|||0|0|0|0|||||0\n"
            "pilot|1|Haukivuori|all|to_1_km|0|1000|8|8|8|1|8|8|8|1|0\n"
            "pilot|1|Haukivuori|all|over_1_km|1000||0|0|0|0|8|8|8|1|0\n"
            "pilot|1|Haukivuori|all|no_road_connection|||0|0|0|0|||||0\n"
            "pilot|1|Haukivuori|all|off_network|||0|0|0|0|||||0\n"
            "pilot|1|Haukivuori|old|to_1_km|0|1000|4|0|8|1|4|0|8|1|0\n"
            "pilot|1|Haukivuori|old|over_1_km|1000||0|0|0|0|4|0|8|1|0\n"
            "pilot|1|Haukivuori|old|no_road_connection|||0|0|0|0|||||0\n"
            "pilot|1|Haukivuori|old|off_network|||0|0|0|0|||||0\n"
            "pilot||Outside|all|to_1_km|0|1000|0|0|0|0|0|0|0|0|0\n"
            "pilot||Outside|all|over_1_km|1000||4|4|4|0.666667|4|4|4|0.666667|0\n"
            "pilot||Outside|all|no_road_connection|||0|0|0|0|||||0\n"
            "pilot||Outside|all|off_network|||2|2|2|0.333333|||||0\n"
            "pilot||Outside|old|to_1_km|0|1000|0|0|0|0|0|0|0|0|0\n"
            "pilot||Outside|old|over_1_km|1000||1|1|1|1|1|1|1|1|0\n"
            "pilot||Outside|old|no_road_connection|||0|0|0|0|||||0\n"
            "pilot||Outside|old|off_network|||0|0|0|0|||||0\n");
}

TEST(ClassTable, WhereACellMayHoldAnyNumberNothingIsTheMost) {
  Region region;
  region.population[CellId{0}].residents.reset();
  region.ranges = places::resident_ranges(region.population, region.groups);
  auto const table = class_table<Millimeters>(region.classified(), region.classes,
                                              region.ranges.groups, region.zonings);
  auto const text = text_of(table);
  EXPECT_EQ(text.substr(0, text.find("total||Total|old|no_road")),
            "total||Total|all|to_1_km|0|1000|0|0||0|0|0||0|1\n"
            "total||Total|all|over_1_km|1000||4|4|4|0.666667|4|4||0.666667|0\n"
            "total||Total|all|no_road_connection|||0|0|0|0|||||0\n"
            "total||Total|all|off_network|||2|2|2|0.333333|||||0\n"
            "total||Total|old|to_1_km|0|1000|0|0||0|0|0||0|1\n"
            "total||Total|old|over_1_km|1000||1|1|1|1|1|1||1|0\n");
}

TEST(ZoneTable, HasThoseThatAreStudiedAndHaveAnArea) {
  Region const region;
  auto const table = zone_table<Millimeters>(region.classified(), region.classes, region.population,
                                             region.zonings);
  EXPECT_EQ(text_of(table), "pilot|1|Haukivuori|1|8|8|0|0|0|1|0|1000\n");
  EXPECT_EQ(table.areas.size(), 1U);
  DistanceClasses<Millimeters> const two{{Millimeters{1}, Millimeters{2}}};
  EXPECT_THROW(static_cast<void>(zone_table<Millimeters>(region.classified(), two,
                                                         region.population, region.zonings)),
               BrokenPromise);
}

TEST(ZoneColumns, SayTheZoneOfEveryCell) {
  Region const region;
  std::vector<Zoning> const zonings{region.zoning};
  auto const table = zone_columns(zonings, region.population);
  ASSERT_EQ(table.columns.size(), 1U);
  EXPECT_EQ(table.columns[0].name, "pilot_code");
  EXPECT_EQ(text_of(table), "1\n\n\n");
  EXPECT_TRUE(zone_columns({}, region.population).columns.empty());
}

}  // namespace
}  // namespace gapmap::tables
