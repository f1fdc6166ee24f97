// What a plan changes on the map, and what its readers open, on the shipped sample.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "gapmap/engine/site.h"
#include "gapmap/tables/result_rows.h"
#include "tests/engine/front_end.h"
#include "tests/io/temporary_folder.h"
#include "tests/report/parsed_page.h"

namespace gapmap::engine {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A plan of the sample with its tables.
struct MappedPlan {
  explicit MappedPlan(std::string const& more) : MappedPlan{karjala_site(more)} {}
  explicit MappedPlan(job::SiteJob const& job)
      : scene{open(job, listener)},
        result{solve(scene, listener)},
        made{tables_of(scene, result)} {}

  [[nodiscard]] tables::ResultRows rows(std::string_view name) const {
    auto const* const table = tables::table_named(made.tables, name);
    EXPECT_NE(table, nullptr) << name;
    return tables::ResultRows{*table};
  }
  /// Sum of a column over the rows in which another one has this text.
  [[nodiscard]] double sum(std::string_view table, std::string_view column,
                           std::string_view of = {}, std::string_view text = {}) const {
    auto const all = rows(table);
    double sum = 0;
    for (std::size_t r = 0; r < all.size(); ++r) {
      if (of.empty() || all.text(r, of) == text) sum += all.number(r, column).value_or(0);
    }
    return sum;
  }

  Listener listener;
  SiteScene scene;
  SiteResult result;
  SiteTables made;
};

TEST(SiteMap, EveryTableTellsTheSamePlan) {
  MappedPlan const plan{R"({"open": 4})"};
  ASSERT_EQ(plan.scene.weight_unit, 1);
  auto const before = static_cast<double>(plan.result.before);
  auto const after = static_cast<double>(plan.result.after);
  auto const all = static_cast<double>(plan.result.all);

  EXPECT_EQ(plan.sum("plan_cells", "residents", "change", "gained"), after - before);
  EXPECT_EQ(plan.sum("plan_cells", "residents", "change", "still_covered"), before);
  EXPECT_EQ(plan.sum("plan_cells", "residents", "change", "lost"), 0);
  EXPECT_EQ(plan.sum("plan_cells", "residents"), all);

  auto const areas = plan.rows("plan_municipalities");
  auto const total = areas.size() - 1;
  EXPECT_EQ(areas.text(total, "municipality_name"), "Total");
  EXPECT_EQ(areas.number(total, "covered_before"), before);
  EXPECT_EQ(areas.number(total, "covered_after"), after);
  EXPECT_EQ(areas.number(total, "covered_change"), after - before);
  EXPECT_EQ(areas.number(total, "residents"), all);
  EXPECT_EQ(plan.sum("plan_municipalities", "covered_after"), 2 * after);

  EXPECT_EQ(plan.sum("plan_gaps", "residents"), all - after);
  EXPECT_EQ(plan.sum("plan_gaps", "residents") - plan.sum("plan_gaps", "residents_servable"),
            plan.made.figures.unservable);

  auto const places = plan.rows("plan_places");
  std::map<std::string, std::size_t> changes;
  for (std::size_t r = 0; r < places.size(); ++r) ++changes[std::string{places.text(r, "change")}];
  EXPECT_EQ(changes,
            (std::map<std::string, std::size_t>{{"kept", plan.made.figures.existing}, {"new", 4}}));
}

TEST(SiteMap, CellsKnowWhichStepBringsThemAndWhoIsNearestThen) {
  MappedPlan const plan{R"({"open": 3})"};
  auto const cells = plan.rows("plan_cells");
  auto const steps = plan.rows("plan");
  std::map<double, double> adds;
  for (std::size_t r = 0; r < cells.size(); ++r) {
    bool const is_covered = cells.text(r, "change") != "still_not_covered";
    EXPECT_EQ(cells.text(r, "nearest_place_id").empty(), !is_covered);
    EXPECT_EQ(cells.number(r, "distance_m").has_value(), is_covered);
    EXPECT_LE(cells.number(r, "distance_m").value_or(0), 20'000);
    EXPECT_EQ(cells.number(r, "rank").has_value(), cells.text(r, "change") == "gained");
    if (auto const rank = cells.number(r, "rank"))
      adds[*rank] += cells.number(r, "residents").value_or(0);
  }
  ASSERT_EQ(steps.size(), 3U);
  for (std::size_t r = 0; r < steps.size(); ++r)
    EXPECT_EQ(adds[*steps.number(r, "rank")], steps.number(r, "adds"));
}

TEST(SiteMap, WhatClosesLeavesItsCellsOutside) {
  MappedPlan const plan{R"({"close": 2})"};
  EXPECT_EQ(plan.sum("plan_cells", "residents", "change", "lost"),
            static_cast<double>(plan.result.before - plan.result.after));
  EXPECT_GT(plan.result.before, plan.result.after);
  auto const places = plan.rows("plan_places");
  std::size_t gone = 0;
  for (std::size_t r = 0; r < places.size(); ++r) gone += places.text(r, "change") == "gone";
  EXPECT_EQ(gone, 2U);
}

TEST(SiteMap, NoPlaceOpensThatAddsNobody) {
  MappedPlan const plan{R"({"open": 300, "curve": 0})"};
  EXPECT_EQ(plan.result.plan.value, plan.result.after);
  EXPECT_EQ(plan.made.figures.all - plan.made.figures.after, plan.made.figures.unservable);
  ASSERT_LT(plan.result.steps.size(), 300U);
  for (auto const& step : plan.result.steps) EXPECT_GT(step.adds, 0);
}

TEST(SiteMap, WhatOpensInPlaceOfWhatClosesIsKept) {
  MappedPlan const plan{R"({"open": 300, "curve": 0, "exclude": ["Joensuun keskusta"]})"};
  EXPECT_EQ(plan.result.plan.value, plan.result.after);
}

/// Well-formed, readable by a screen reader, with nothing fetched and no link that leads nowhere.
void expect_sound(std::string const& page) {
  auto const parsed = report::parse(page);
  EXPECT_EQ(parsed.error, "");
  EXPECT_EQ(parsed.outside, "");
  EXPECT_EQ(parsed.header_cells_without_scope, 0);
  EXPECT_EQ(parsed.captions, parsed.tables);
  for (auto const& [id, count] : parsed.ids) EXPECT_EQ(count, 1) << id;
  for (auto const& link : parsed.links) EXPECT_TRUE(parsed.ids.contains(link)) << link;
}

/// Every language, as its sheets have titles of its own.
class PlanForReaders : public ::testing::TestWithParam<Language> {};

TEST_P(PlanForReaders, HasItsFilesAndItsAnswer) {
  MappedPlan plan{
      fmt::format(R"({{"open": 2, "lang": "{}", "title": "Our plan"}})", code_of(GetParam()))};
  TemporaryFolder const folder;
  deliver(plan.scene, plan.made, {.folder = folder.path() / "plan"}, plan.listener);
  for (auto const* file : {"plan.csv", "plan.geojson", "plan_gaps.geojson", "gapmap.gpkg",
                           "gapmap.qgs", "gapmap.xlsx", "places.gpkg", "run.json"})
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "plan" / file)) << file;
  auto const page =
      read_text(folder.path() / fmt::format("plan/report.{}.html", code_of(GetParam())));
  expect_sound(page);
  EXPECT_THAT(page, HasSubstr("Our plan"));
  EXPECT_THAT(page, HasSubstr("<g class=\"proposal\">"));
  EXPECT_THAT(page, Not(HasSubstr("<g class=\"place new\">")));  // they have numbers instead
}

TEST_P(PlanForReaders, IsToldWhateverWasAsked) {
  TemporaryFolder const folder;
  for (auto const* more :
       {R"("borders": "municipality")", R"("curve": 0, "for": "65")",
        R"("candidate-capacity": 500, "place-capacity": "9000")", R"("problem": "median")"}) {
    SCOPED_TRACE(more);
    MappedPlan plan{fmt::format(R"({{"open": 2, "lang": "{}", {}}})", code_of(GetParam()), more)};
    deliver(plan.scene, plan.made,
            {.folder = folder.path() / "plan", .overwrite = io::Overwrite::Yes}, plan.listener);
    expect_sound(
        read_text(folder.path() / fmt::format("plan/report.{}.html", code_of(GetParam()))));
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, PlanForReaders, ::testing::ValuesIn(kLanguages),
                         [](auto const& of) { return std::string{code_of(of.param)}; });

TEST(PlanOfAGroup, SaysWhomItsNumbersAreOf) {
  MappedPlan plan{R"({"open": 2, "curve": 0, "for": "65", "lang": "en"})"};
  EXPECT_EQ(plan.made.figures.group, "Y_GE65");
  TemporaryFolder const folder;
  deliver(plan.scene, plan.made, {.folder = folder.path() / "plan"}, plan.listener);
  auto const page = read_text(folder.path() / "plan/report.en.html");
  EXPECT_THAT(page, HasSubstr("44,209 residents of the group “65 years and over”"));
  EXPECT_THAT(page, HasSubstr("those of the gaps that remain are of all residents"));
}

TEST(PlanFiles, OfAnEarlierPlanAreGone) {
  TemporaryFolder const folder;
  auto const into = [&](std::string const& more) {
    MappedPlan plan{more};
    deliver(plan.scene, plan.made,
            {.folder = folder.path() / "plan", .overwrite = io::Overwrite::Yes}, plan.listener);
  };
  into(R"({"open": 1, "borders": "municipality"})");
  write_text(folder.path() / "plan/notes.txt", "mine");
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "plan/borders.csv"));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "plan/curve.csv"));
  into(R"({"open": 1, "curve": 0})");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "plan/borders.csv"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "plan/curve.csv"));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "plan/notes.txt"));
}

TEST(PlanOfCosts, IsToldWithoutAMap) {
  TemporaryFolder const folder;
  write_text(folder.path() / "costs.csv", "from_id,to_id,cost\na,x,1\nb,x,5\nb,y,2\nc,y,9\n");
  Listener listener;
  auto const scene =
      open(job::site_job(job::read_job_object(fmt::format(
               R"({{"costs": "{}/costs.csv", "costs-from": "from_id", "costs-to": "to_id",
               "costs-column": "cost", "limit": "4", "open": 1, "lang": "en"}})",
               folder.path().string()))),
           listener);
  auto const result = solve(scene, listener);
  deliver(scene, tables_of(scene, result), {.folder = folder.path() / "plan"}, listener);
  auto const page = read_text(folder.path() / "plan/report.en.html");
  expect_sound(page);
  EXPECT_THAT(page, HasSubstr("1 of 3 by weight (33.3%) would be within the limit of 4, 1 more"));
  EXPECT_THAT(page, HasSubstr("this is proven"));
  EXPECT_THAT(page, Not(HasSubstr("id=\"live-map\"")));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "plan/gapmap.gpkg"));
}

}  // namespace
}  // namespace gapmap::engine
