#include "gapmap/tables/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

using ::testing::ElementsAre;

TEST(DeclaredColumns, AreDeclaredOnceInATable) {
  std::set<std::pair<std::string_view, std::string>> seen;
  for (auto const& column : declared_columns()) {
    for (auto const& list : {column.tables, column.compared_in}) {
      for (auto const table : list) {
        for (auto const& name : names_in(table, column))
          EXPECT_TRUE(seen.emplace(table, name).second) << name << " of " << table;
      }
    }
  }
  EXPECT_GT(seen.size(), 250U);
}

TEST(DeclaredColumns, TellWhomEveryFigureOfResidentsCounts) {
  for (auto const& column : declared_columns()) {
    bool const is_figure =
        column.format.unit == Unit::Residents || column.format.unit == Unit::Share;
    EXPECT_FALSE(is_figure && column.counts.whom == Whom::Nobody) << column.name;
  }
}

TEST(FindColumn, KnowsUnitsPartsAndRuns) {
  auto const mean = find_column("time_mean_change_s");
  ASSERT_TRUE(mean);
  EXPECT_EQ(mean->declared.name, "cost_mean");
  EXPECT_EQ(mean->when, "change");
  EXPECT_EQ(mean->unit, Unit::Seconds);
  EXPECT_EQ(mean->heading_key(), "time_mean_s");
  EXPECT_EQ(mean->description_key(), "cost_mean");
  EXPECT_EQ(find_column("distance_12_m")->part, "12");
  EXPECT_EQ(find_column("nearest_place_before_id")->declared.name, "nearest_place_id");
  EXPECT_EQ(find_column("ika_65__low")->part, "ika_65_");
  EXPECT_EQ(find_column("hyvinvointialue_code")->declared.name, "{level}_code");
}

TEST(FindColumn, FindsThatOfTheTable) {
  EXPECT_EQ(find_column("residents", "gaps")->declared.counts.whom, Whom::Everybody);
  EXPECT_EQ(find_column("residents", "classes")->declared.counts.whom, Whom::InClass);
  EXPECT_EQ(find_column("memory café_met", "municipalities")->part, "memory café");
  EXPECT_EQ(find_column("memory café", "cells")->declared.name, "{requirement}");
  EXPECT_FALSE(find_column("residents_who_sing", "municipalities"));
}

TEST(FindColumn, KnowsThoseOfOtherCommandsByTheirTable) {
  EXPECT_EQ(find_column("cells", "matrix_places")->description_key(), "matrix cells");
  EXPECT_EQ(find_column("distance_m", "network near_misses")->description_key(),
            "near miss distance");
  auto const cost = find_column("matrix_time_ms", "matrix columns");
  EXPECT_EQ(cost->unit, Unit::Milliseconds);
  EXPECT_EQ(cost->heading_key(), "matrix_time_ms");
  EXPECT_EQ(find_column("matrix_distance_mm", "matrix columns")->unit, Unit::Millimeters);
}

TEST(FindColumn, LeavesTheirNamesToRequirements) {
  EXPECT_EQ(find_column("segment")->declared.name, "{requirement}");
  EXPECT_EQ(find_column("distance_m")->declared.name, "cost") << "of cells";
  EXPECT_TRUE(is_of_run("roads"));
  EXPECT_TRUE(is_of_run(compared("cells")));
  for (auto const* table : {"check", "matrix", "isochrones", "network roads"})
    EXPECT_FALSE(is_of_run(table)) << table;
}

TEST(ColumnsOf, WritesThemAsTheRunDoes) {
  ColumnsOf const by_time{"municipalities", true, false};
  auto const columns = by_time({"municipality_code", "cells", "residents", "share", "cost_mean"});
  std::vector<std::string> told;
  for (auto const& [name, type, decimals] : columns)
    told.push_back(name + (type == ColumnType::Real ? " " + std::to_string(decimals) : ""));
  EXPECT_THAT(told,
              ElementsAre("municipality_code", "cells", "residents 3", "share 6", "time_mean_s 3"));
  EXPECT_EQ(by_time("{requirement}_met", "lahitalo").name, "lahitalo_met");
  ColumnsOf const whole{compared("municipalities"), false, true};
  EXPECT_EQ(whole.compared("cost_mean", "before").name, "distance_mean_before_m");
  EXPECT_EQ(whole.compared("residents", "after").type, ColumnType::Integer);
}

TEST(ColumnsOf, RefusesWhatNobodyDeclared) {
  ColumnsOf const columns{"municipalities", false, true};
  EXPECT_THROW((void)columns("residents_who_sing"), BrokenPromise);
  EXPECT_THROW((void)columns("remedy_covers"), BrokenPromise) << "of another table";
}

TEST(Columns, AreTakenUnlessAWordOfTheUserIsInThem) {
  for (auto const* name : {"residents", "distance_mean_m", "time_mean_s", "distance_2_m",
                           "place_3_id", "remedy_kind", "residents_before"})
    EXPECT_TRUE(is_taken(name)) << name;
  // Only other commands have a column called segment.
  for (auto const* name : {"muisti", "muisti_distance_m", "segment", ""})
    EXPECT_FALSE(is_taken(name)) << name;
}

}  // namespace
}  // namespace gapmap::tables
