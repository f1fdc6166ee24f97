// What areas would do alone, on a map.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "gapmap/engine/site.h"
#include "tests/engine/front_end.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::engine {
namespace {

/// A plan with borders and its table.
struct BorderedPlan {
  SiteScene scene;
  SiteResult result;
  tables::OutputTable borders;
  tables::SiteFigures figures;

  [[nodiscard]] double number(std::size_t row, std::string_view column) const {
    auto const at = std::ranges::find(borders.columns, column, &tables::Column::name);
    auto const& value =
        borders.rows.at(row).at(static_cast<std::size_t>(at - borders.columns.begin()));
    if (auto const* count = std::get_if<std::int64_t>(&value)) return static_cast<double>(*count);
    return std::get<double>(value);
  }
  [[nodiscard]] double total(std::string_view column) const {
    return number(borders.rows.size() - 1, column);
  }
};

BorderedPlan bordered(job::SiteJob const& job) {
  Listener listener;
  auto scene = open(job, listener);
  auto result = solve(scene, listener);
  auto made = tables_of(scene, result);
  auto const borders = std::ranges::find(made.tables, "borders", &tables::OutputTable::name);
  return {std::move(scene), std::move(result), *borders, std::move(made.figures)};
}

void expect_rows_to_add_up(BorderedPlan const& made) {
  for (auto const* column : {"residents", "served_before", "served_after", "served_across",
                             "served_alone", "served_alone_by_any", "opens", "opens_alone"}) {
    double sum = 0;
    for (std::size_t row = 0; row + 1 < made.borders.rows.size(); ++row)
      sum += made.number(row, column);
    EXPECT_EQ(sum, made.total(column)) << column;
  }
  EXPECT_EQ(made.total("residents"), made.figures.all);
  EXPECT_EQ(made.total("served_before"), made.figures.before);
  EXPECT_EQ(made.total("served_after"), made.figures.after);
  EXPECT_EQ(made.total("opens"), static_cast<double>(made.figures.opened));
}

TEST(SiteBorders, AreasAddUpToTheJointPlan) {
  auto const made = bordered(karjala_site(R"({"open": 5, "borders": "municipality"})"));
  expect_rows_to_add_up(made);
  auto const& its = made.figures.borders.value();
  EXPECT_EQ(its.alone, its.alone_at_most);
  ASSERT_TRUE(its.worth && its.needed);
  EXPECT_EQ(its.worth->first, made.figures.after - its.alone);
  EXPECT_EQ(its.worth->second, its.worth->first);
  EXPECT_GT(its.needed->first, 5U);
  EXPECT_GE(its.alone_used, its.alone);
  EXPECT_LE(its.alone_used, made.figures.after);
  for (auto const area : made.result.alone->plans.ids()) {
    for (auto const site : made.result.alone->plans[area].opened) {
      auto const municipality = made.scene.map->municipalities[PlaceId{site.value()}];
      EXPECT_EQ(made.scene.map->studied->areas.municipalities[municipality].code,
                made.scene.borders->codes[area]);
    }
  }
}

TEST(SiteBorders, OneAreaIsTheJointPlan) {
  TemporaryFolder const folder;
  std::string key = "kunta,piiri_code,piiri_name\n";
  for (auto const* code :
       {"090", "146", "167", "176", "260", "276", "309", "422", "426", "541", "607", "707", "848"})
    key += fmt::format("{},1,Pohjois-Karjala\n", code);
  write_text(folder.path() / "key.csv", key);
  auto const made = bordered(karjala_site(
      fmt::format(R"({{"open": 5, "borders": "piiri", "area-key": "{}", "area-levels": "piiri"}})",
                  (folder.path() / "key.csv").string())));
  auto const& its = made.figures.borders.value();
  EXPECT_EQ(its.alone, made.figures.after);
  EXPECT_EQ(its.across, 0);
  EXPECT_EQ(its.needed, (std::pair<std::size_t, std::size_t>{5, 5}));
}

TEST(SiteBorders, WhoIsInNoAreaIsARowOfItsOwn) {
  TemporaryFolder const folder;
  std::string key = "kunta,piiri_code,piiri_name\n";
  for (auto const* code : {"167", "276", "426"}) key += fmt::format("{},1,Joensuun seutu\n", code);
  for (auto const* code : {"090", "146", "176", "260", "309", "422", "541", "607", "707", "848"})
    key += fmt::format("{},,\n", code);
  write_text(folder.path() / "key.csv", key);
  auto const made = bordered(karjala_site(
      fmt::format(R"({{"open": 5, "borders": "piiri", "area-key": "{}", "area-levels": "piiri"}})",
                  (folder.path() / "key.csv").string())));
  ASSERT_EQ(made.borders.rows.size(), 3U) << "an area, those outside of it, and the total";
  EXPECT_EQ(made.borders.rows[1][1], tables::Value{"Outside"});
  expect_rows_to_add_up(made);
}

TEST(SiteBorders, FewestPlacesTellWhomNoAreaAloneCanServe) {
  auto const made = bordered(karjala_site(R"({"problem": "fewest", "borders": "municipality"})"));
  expect_rows_to_add_up(made);
  auto const& its = made.figures.borders.value();
  EXPECT_EQ(its.opens_alone, its.opens_alone_at_least);
  EXPECT_GT(its.opens_alone, made.figures.opened);
  EXPECT_EQ(its.only_together, made.figures.after - its.alone);
  EXPECT_FALSE(its.worth);
}

TEST(SiteBorders, WhoeverAsksToFinishGetsABand) {
  Listener listener;
  auto const scene = open(karjala_site(R"({"open": 3, "borders": "municipality"})"), listener);
  std::stop_source finish;
  finish.request_stop();
  auto const ended = tables_of(scene, solve(scene, listener, finish.get_token()));
  auto const whole = tables_of(scene, solve(scene, listener));
  auto const& band = ended.figures.borders.value();
  auto const& best = whole.figures.borders.value();
  EXPECT_LE(band.alone, best.alone);
  EXPECT_GE(band.alone_at_most.value_or(band.alone), best.alone);
  EXPECT_LE(band.worth->first, best.worth->first);
  EXPECT_GE(band.worth->second, best.worth->second);
}

TEST(SiteBorders, HasABandIfTimeIsShort) {
  auto const made = bordered(karjala_site(
      R"({"open": 5, "borders": "municipality", "time-limit": "0.001 s", "curve": 0})"));
  auto const& its = made.figures.borders.value();
  EXPECT_LE(its.alone, its.alone_at_most.value());
  EXPECT_LE(its.worth->first, its.worth->second);
  auto const best = bordered(karjala_site(R"({"open": 5, "borders": "municipality"})"));
  EXPECT_LE(its.worth->first, best.figures.borders->worth->first);
  EXPECT_GE(its.worth->second, best.figures.borders->worth->first);
}

TEST(SiteBorders, AreRefusedWhereNothingIsAskedOfAreas) {
  for (auto const* more : {R"({"borders": "municipality", "problem": "median", "open": 2})",
                           R"({"borders": "municipality", "close": 1})",
                           R"({"borders": "municipality", "may-close": true})",
                           R"({"borders": "municipality", "apart": "5 km"})",
                           R"({"borders": "municipality", "most-per": "municipality=1"})"})
    EXPECT_THROW((void)karjala_site(more), UsageError) << more;
  EXPECT_THROW((void)bordered(karjala_site(R"({"borders": "province"})")), UsageError);
}

}  // namespace
}  // namespace gapmap::engine
