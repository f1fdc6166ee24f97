// Where places should come, through the library as a front end asks it.

#include "gapmap/engine/site.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "gapmap/engine/analyse.h"
#include "gapmap/engine/matrix.h"
#include "gapmap/geometry/ruler.h"
#include "tests/engine/front_end.h"
#include "tests/engine/planned.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::engine {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Known residents whom a coverage run finds within the limit.
double covered_with(std::string const& more) {
  Listener listener;
  auto const job = job::coverage_job(savo_with(more), kSavoJob);
  auto scene = std::get<Scene<Millimeters>>(open(job, listener));
  auto const its = analyse(job, scene, listener);
  double residents = 0;
  for (auto const cell : its.scene.population().ids()) {
    if (its.coverage.cells[cell].status == Status::Covered)
      residents += its.scene.population()[cell].residents.value_or(People{0}).value();
  }
  return residents;
}

TEST(Site, CoverageOfTheWrittenPlacesIsWhatThePlanPromises) {
  Listener listener;
  auto const made = planned(savo_site(R"({"open": 4})"));
  ASSERT_EQ(made.scene.weight_unit, 1);
  EXPECT_TRUE(made.result.plan.is_proven());
  TemporaryFolder const folder;
  deliver(made.scene, tables_of(made.scene, made.result), {.folder = folder.path() / "plan"},
          listener);
  auto const places = (folder.path() / "plan/places.gpkg").string();

  EXPECT_EQ(static_cast<double>(made.result.before), covered_with("{}"));
  EXPECT_EQ(static_cast<double>(made.result.after),
            covered_with(fmt::format(R"({{"places": "{}"}})", places)));
  EXPECT_GT(made.result.after, made.result.before);
  expect_steps_to_add_up(made);
}

TEST(Site, WhereWaysAreShortCoverageIsThatOfThePlanToo) {
  Listener listener;
  auto const made = planned(savo_site(R"({"open": 2, "problem": "median"})"));
  EXPECT_TRUE(made.result.plan.is_proven());
  ASSERT_TRUE(made.result.ways_before);
  EXPECT_LT(made.result.plan.value, *made.result.ways_before);
  TemporaryFolder const folder;
  deliver(made.scene, tables_of(made.scene, made.result), {.folder = folder.path() / "plan"},
          listener);
  EXPECT_EQ(static_cast<double>(made.result.after),
            covered_with(fmt::format(R"({{"places": "{}"}})",
                                     (folder.path() / "plan/places.gpkg").string())));
}

TEST(Site, CostsOfAMatrixGiveThePlanOfTheMap) {
  Listener listener;
  TemporaryFolder const folder;
  auto const write = [&](std::string const& name, std::string const& places) {
    auto const job =
        job::matrix_job(savo_with(fmt::format(R"({{"places": "{}{}"}})", kSavo, places)), kSavoJob);
    deliver(open(job, listener), {.folder = folder.path() / name}, listener);
    return (folder.path() / name).string();
  };
  auto const existing = write("existing", "places.csv");
  auto const villages = write("villages", "villages.gpkg");
  auto all = read_text(existing + "/matrix.csv");
  auto const more = read_text(villages + "/matrix.csv");
  all += more.substr(more.find('\n') + 1);
  write_text(folder.path() / "costs.csv", all);
  auto const by_tables = planned(job::site_job(job::read_job_object(fmt::format(
      R"({{"costs": "{0}/costs.csv", "demand": "{1}/matrix_cells.csv",
           "places": "{1}/matrix_places.csv", "candidates": "{2}/matrix_places.csv",
           "limit": "20 km", "open": 3}})",
      folder.path().string(), existing, villages))));
  auto const by_map = planned(savo_site(R"({"open": 3})"));

  EXPECT_EQ(by_tables.result.plan.value, by_map.result.plan.value);
  EXPECT_EQ(by_tables.result.before, by_map.result.before);
  EXPECT_EQ(by_tables.result.all, by_map.result.all);
  ASSERT_EQ(by_tables.result.steps.size(), by_map.result.steps.size());
  for (std::size_t s = 0; s < by_map.result.steps.size(); ++s) {
    EXPECT_EQ(by_tables.scene.sites[by_tables.result.steps[s].site].id,
              by_map.scene.sites[by_map.result.steps[s].site].id);
  }
}

TEST(Site, ClosesAsManyAsWasAsked) {
  auto const made = planned(savo_site(R"({"close": 3})"));
  EXPECT_EQ(made.result.steps.size(), 3U);
  for (auto const& step : made.result.steps) EXPECT_FALSE(step.opens);
  expect_steps_to_add_up(made);
}

TEST(Site, PlacesThatExistStayWhereThereIsRoomForThem) {
  // Three of the seven are on one spot: nothing is won by keeping all of them.
  auto const made = planned(savo_site(R"({"open": 100, "may-close": true, "curve": 0})"));
  for (auto const& step : made.result.steps) EXPECT_TRUE(step.opens);
  EXPECT_TRUE(made.result.plan.is_proven());
  expect_steps_to_add_up(made);
}

TEST(Site, MayCloseIsNoWorse) {
  auto const stays = planned(savo_site(R"({"open": 2})"));
  auto const moves = planned(savo_site(R"({"open": 2, "may-close": true})"));
  EXPECT_GT(moves.result.after, stays.result.after);
  expect_steps_to_add_up(moves);
}

TEST(Site, WhatIsExcludedStaysClosed) {
  auto const free = planned(savo_site(R"({"open": 1})"));
  auto const first = free.scene.sites[free.result.steps.at(0).site];
  auto const without =
      planned(savo_site(fmt::format(R"({{"open": 1, "exclude": ["{}"]}})", first.name)));
  EXPECT_NE(without.scene.sites[without.result.steps.at(0).site].id, first.id);
  EXPECT_LE(without.result.after, free.result.after);
  EXPECT_THROW((void)planned(savo_site(R"({"exclude": "Atlantis"})")), UsageError);
}

TEST(Site, TheCurveHasTheBestOfEachNumberAndWhatTheOrderCosts) {
  auto const made = planned(savo_site(R"({"open": 4, "curve": 6})"));
  auto const& curve = made.result.curve;
  ASSERT_EQ(curve.size(), 7U);
  EXPECT_EQ(curve[0].value, made.result.before);
  EXPECT_EQ(curve[4].value, made.result.plan.value);
  for (std::size_t n = 0; n < made.result.steps.size(); ++n)
    EXPECT_LE(made.result.steps[n].together, curve[n + 1].value);
}

TEST(Site, WhoeverAsksToFinishGetsThePlanSoFarWithItsBound) {
  Listener listener;
  auto const scene = open(savo_site(R"({"problem": "fewest", "candidates": "cells"})"), listener);
  std::stop_source finish;
  finish.request_stop();
  auto const result = solve(scene, listener, finish.get_token());
  EXPECT_LE(result.plan.bound, result.plan.value);
  EXPECT_GT(result.after, result.before);
  EXPECT_THAT(result.unservable, IsEmpty());

  auto const coverage = open(savo_site(R"({"open": 3})"), listener);
  auto const unfinished = solve(coverage, listener, finish.get_token());
  EXPECT_GE(unfinished.plan.bound, unfinished.plan.value);
  ASSERT_EQ(unfinished.curve.size(), 1U) << "of no place; further numbers were not looked at";
  EXPECT_EQ(unfinished.curve[0].value, unfinished.before);
  EXPECT_GE(unfinished.curve[0].bound, unfinished.before);
}

TEST(Site, WhoeverAsksToStopGetsNothing) {
  std::stop_source stop;
  Listener listener{stop.get_token()};
  auto const scene = open(savo_site(R"({"open": 3})"), listener);
  stop.request_stop();
  EXPECT_THROW((void)solve(scene, listener), Stopped);
}

TEST(Site, IsTheSameOnAnyNumberOfThreads) {
  auto const one = planned(savo_site(R"({"open": 3, "threads": 1})"));
  auto const two = planned(savo_site(R"({"open": 3, "threads": 2})"));
  EXPECT_EQ(one.result.plan.opened, two.result.plan.opened);
  EXPECT_EQ(one.result.plan.bound, two.result.plan.bound);
}

TEST(Site, WhereNoPlaceExistsAllOfThemAreNew) {
  auto entries = savo_with(R"({"open": 3})");
  std::erase_if(entries, [](auto const& entry) { return entry.option.starts_with("place"); });
  auto const made = planned(job::site_job(entries, kSavoJob));
  EXPECT_EQ(made.result.before, 0);
  EXPECT_EQ(made.result.steps.size(), 3U);
  EXPECT_TRUE(made.result.plan.is_proven());
  expect_steps_to_add_up(made);
  for (auto const& entry : job::read_job_object(R"({"close": 1})")) entries.push_back(entry);
  EXPECT_THROW((void)job::site_job(entries, kSavoJob), UsageError);
}

std::vector<std::string> opened_names(Planned const& made) {
  std::vector<std::string> names;
  for (auto const& step : made.result.steps) names.push_back(made.scene.sites[step.site].name);
  return names;
}

TEST(SiteRules, WhatIsRequiredOpensAndCounts) {
  auto const made = planned(savo_site(R"({"open": 2, "require": "Hatsola", "curve": 3})"));
  EXPECT_EQ(made.result.steps.size(), 2U);
  EXPECT_THAT(opened_names(made), ::testing::Contains("Hatsola"));
  EXPECT_TRUE(made.result.plan.is_proven());
  ASSERT_EQ(made.result.curve.size(), 3U) << "of one, two and three places";
  EXPECT_EQ(made.result.curve[1].value, made.result.plan.value);
}

TEST(SiteRules, PlacesThatOpenAreApart) {
  auto const made = planned(savo_site(R"({"open": 4, "apart": "45 km"})"));
  auto const& places = made.scene.map->places;
  Ruler const ruler{*made.scene.map->frame};
  EXPECT_FALSE(made.result.steps.empty());
  for (auto const& step : made.result.steps) {
    auto const point = places[PlaceId{step.site.value()}].point;
    for (auto const site : made.scene.sites.ids()) {
      bool const is_open = made.scene.sites[site].exists ||
                           std::ranges::binary_search(made.result.plan.opened, site);
      if (site == step.site || !is_open) continue;
      EXPECT_GE(ruler.distance(point, places[PlaceId{site.value()}].point), Meters{45'000});
    }
  }
  auto const free = planned(savo_site(R"({"open": 4, "curve": 0})"));
  EXPECT_LE(made.result.after, free.result.after);
  EXPECT_LE(made.result.plan.bound, free.result.plan.bound);
}

TEST(SiteRules, NoMoreOpenInAnAreaThanItsQuota) {
  auto const made = planned(savo_site(R"({"open": 6, "most-per": "municipality=1"})"));
  std::set<MunicipalityId> taken;
  for (auto const& step : made.result.steps)
    EXPECT_TRUE(taken.insert(made.scene.map->municipalities[PlaceId{step.site.value()}]).second);
  EXPECT_EQ(made.result.steps.size(), 6U);
  EXPECT_THROW((void)planned(savo_site(R"({"open": 1, "least-per": "province=1"})")), UsageError);
}

/// Every set of the stores of San Francisco whose prices fit a budget.
TEST(SiteRules, NoSetWithinTheBudgetServesMore) {
  TemporaryFolder const folder;
  std::string stores = "id,cost\n";
  for (int s = 0; s < 16; ++s) stores += fmt::format("Store_{},{}\n", s + 1, 2.5 + (s * 7) % 5);
  write_text(folder.path() / "stores.csv", stores);
  auto const table = std::string{GAPMAP_SOURCE_DIR} + "/geodata/san-francisco/distances.csv";
  auto const made = planned(job::site_job(job::read_job_object(fmt::format(
      R"({{"costs": "{0}", "costs-from": "DestinationName", "costs-to": "name",
           "demand": "{0}", "demand-id": "DestinationName", "candidates": "{1}/stores.csv",
           "candidate-cost": "cost", "budget": "12", "limit": "5000", "open": 16}})",
      table, folder.path().string()))));
  auto const& costs = made.scene.costs;
  ASSERT_EQ(costs.site_count, 16U);
  std::vector<std::uint32_t> near;
  for (auto const demand : costs.weights.ids()) {
    std::uint32_t sites = 0;
    for (std::size_t k = 0; k < costs.row_size(demand); ++k)
      sites |= 1U << costs.at(demand, k).site.value();
    near.push_back(sites);
  }
  std::int64_t best = 0;
  for (std::uint32_t set = 0; set < 1U << 16U; ++set) {
    std::int64_t price = 0;
    for (std::uint32_t s = 0; s < 16; ++s)
      price += (set >> s & 1U) != 0 ? made.scene.rules.prices[SiteId{s}] : 0;
    if (price > 12 * made.scene.price_unit) continue;
    std::int64_t served = 0;
    for (std::size_t d = 0; d < near.size(); ++d)
      served += (near[d] & set) != 0 ? costs.weights[DemandId{d}] : 0;
    best = std::max(best, served);
  }
  EXPECT_EQ(made.result.plan.value, best);
  EXPECT_GE(made.result.plan.bound, best);
  ASSERT_FALSE(made.result.curve.empty()) << "there is one under a budget too";
  EXPECT_EQ(made.result.curve.back().value, best);
  EXPECT_LT(made.result.curve.size(), 7U) << "six places cost more than the budget";
}

/// A town of seven cells whose old people are suppressed in some.
class SuppressedTown : public ::testing::Test {
 protected:
  [[nodiscard]] job::SiteJob job(std::string const& more) const {
    write_text(folder_.path() / "people.csv",
               "id,lon,lat,residents,young,old\n"
               "west,26.9905,62.2301,9,-1,-1\n"
               "north-west,27.0103,62.2349,20,14,6\n"
               "east,27.0403,62.2301,8,-1,-1\n"
               "south,26.9905,62.2251,-1,-1,5\n");
    auto entries = job::read_job_file(kSampleJob);
    auto const object = fmt::format(
        R"({{"population": "{}", "population-groups": "young,old", "candidates": "cells",
             "limit": "1 km", "for": "old"{}}})",
        (folder_.path() / "people.csv").string(), more);
    for (auto& entry : job::read_job_object(object)) entries.push_back(std::move(entry));
    return job::site_job(entries, kSampleJob);
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(SuppressedTown, IsJudgedAtBothEnds) {
  auto const made = planned(job(R"(, "open": 1)"));
  ASSERT_TRUE(made.result.at_low && made.result.at_high);
  // Suppressed numbers count with their middle, and those of a cell that hides its residents too.
  EXPECT_EQ(static_cast<double>(made.result.all) / static_cast<double>(made.scene.weight_unit),
            4.5 + 6 + 4 + 5);
  auto const& low = *made.result.at_low;
  auto const& high = *made.result.at_high;
  EXPECT_LE(low.value, made.result.after);
  EXPECT_GE(high.value, made.result.after);
  EXPECT_GE(low.bound, low.value);
  EXPECT_GE(high.bound, high.value);
  EXPECT_GT(high.bound, low.bound) << "somebody is suppressed";
}

TEST_F(SuppressedTown, WithRoomForFewIsJudgedAtBothEndsToo) {
  auto const made =
      planned(job(R"(, "open": 1, "candidate-capacity": 6, "place-capacity": 2.5, "split": true)"));
  ASSERT_TRUE(made.result.at_low && made.result.at_high);
  auto const unit = made.scene.weight_unit;
  for (auto const& end : {*made.result.at_low, *made.result.at_high}) {
    EXPECT_GE(end.bound, end.value);
    EXPECT_LE(end.value, 17 * unit / 2 + unit * 5 / 2) << "two places, and one that opens";
  }
  EXPECT_GE(made.result.at_high->value, made.result.at_low->value);
  EXPECT_GT(made.result.no_room, 0);
}

}  // namespace
}  // namespace gapmap::engine
