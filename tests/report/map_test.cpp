#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "gapmap/report/map_names.h"
#include "gapmap/report/map_svg.h"
#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using S = std::string;

TEST(MapFrame, NorthIsUpAndStepsAreRelative) {
  MapFrame const frame{{{0, 0}, {100, 100}}, 10};
  EXPECT_EQ(frame.at({0, 100}), (DrawnPoint{0, 0}));
  EXPECT_EQ(frame.size(), (DrawnPoint{10, 10}));
  std::string path;
  append_area(path, square(20, 20, 40), frame, 1);
  EXPECT_EQ(path, "M2 8l4 0 0-4-4 0z");
}

TEST(MapFrame, NearPointsAreOneAndSpecksNothing) {
  MapFrame const frame{{{0, 0}, {1000, 1000}}, 10};
  Area area = square(0, 0, 500);
  area.points.insert(area.points.begin() + 1, Point{9, 0});
  area.ring_ends = {6};
  std::string path;
  append_area(path, area, frame, 3);
  EXPECT_EQ(path, "M0 100l50 0 0-50-50 0z");
  path.clear();
  append_area(path, square(0, 0, 4), frame, 1);
  EXPECT_EQ(path, "");
}

TEST(InnerPoint, IsInsideOfWhatIsBent) {
  // A "C": its centroid is in the hollow.
  Area area;
  area.points = {{0, 0},   {30, 0},  {30, 10}, {10, 10}, {10, 20},
                 {30, 20}, {30, 30}, {0, 30},  {0, 0}};
  area.close_ring();
  area.close_part();
  auto const inside = inner_point(area);
  ASSERT_TRUE(inside);
  EXPECT_EQ(*inside, (Point{5, 15}));
  EXPECT_EQ(inner_point(Area{}), std::nullopt);
}

TEST(NamePlacer, WritesNothingOnAnythingElse) {
  NamePlacer names{{200, 100}, 10};
  auto const first = names.beside({50, 50}, 2, "Haukivuori");
  ASSERT_TRUE(first);
  EXPECT_STREQ(first->anchor, "start");
  auto const second = names.beside({54, 50}, 2, "Ha");
  ASSERT_TRUE(second);
  EXPECT_STREQ(second->anchor, "end") << "the room to the right is taken";
  names.keep_free({150, 50}, 40);
  EXPECT_FALSE(names.on({150, 50}, "x"));
  EXPECT_FALSE(names.on({0, 50}, "over the edge"));
  names.keep_free({60, 75}, 8);
  auto const below = names.on({60, 75}, "x");
  ASSERT_TRUE(below);
  EXPECT_GT(below->at.y, 75 + 8 + 5);
}

TEST(Map, HasEveryCellInTheColourOfItsStep) {
  TinyRun const tiny;
  auto const run = tiny.run();
  auto const svg = map_svg(Language::Finnish, run.tables, run.scale);
  auto const steps = cost_steps(Language::Finnish, run.scale);
  ASSERT_EQ(steps.size(), 2U);
  auto const cells_of = [&](std::string const& fill) {
    auto const at = svg.find("<path fill=\"" + fill + "\"");
    return std::count(svg.begin() + static_cast<std::ptrdiff_t>(at),
                      svg.begin() + static_cast<std::ptrdiff_t>(svg.find("/>", at)), 'M');
  };
  EXPECT_EQ(cells_of(steps[0].color), 2);
  EXPECT_EQ(cells_of(steps[1].color), 2);
  EXPECT_EQ(cells_of("url(#no-connection)"), 1);
  EXPECT_EQ(cells_of("url(#off-network)"), 1);
}

TEST(Map, NumbersGapsAndNamesPlaces) {
  TinyRun const tiny;
  auto const run = tiny.run();
  auto const svg = map_svg(Language::Finnish, run.tables, run.scale);
  EXPECT_THAT(svg, HasSubstr("<title>Katvealue 1: Ahola, 200 asukasta</title>"));
  EXPECT_THAT(svg, HasSubstr("<title>Pappila</title>"));
  EXPECT_THAT(svg, HasSubstr("<title>Åminne: 0,0\u00a0%</title>"));
  EXPECT_THAT(svg, HasSubstr("role=\"img\""));
}

tables::OutputTable roads() {
  return {
      .name = "roads",
      .columns = {column::text("road_class")},
      .rows = {{S{"trunk"}}, {S{"cable_ferry"}}, {S{"unknown"}}},
      .areas = {},
      .lines = {{{0, 2000}, {4000, 2000}, {8000, 2000}}, {{0, 0}, {0, 900}}, {{0, 0}, {900, 0}}}};
}

TEST(Map, RoadsAreFaintAboveCellsAndFerriesDashed) {
  TinyRun tiny;
  auto const run = tiny.run();
  EXPECT_THAT(map_svg(Language::Finnish, run.tables, run.scale), Not(HasSubstr("\"roads\"")));
  EXPECT_THAT(map_legend(Language::Finnish, run.tables, run.scale), Not(HasSubstr("Lautat")));
  tiny.tables.push_back(roads());
  auto const with_roads = tiny.run();
  auto const svg = map_svg(Language::Finnish, with_roads.tables, with_roads.scale);
  auto const begin = svg.find("<g class=\"roads\"");
  ASSERT_NE(begin, std::string::npos);
  EXPECT_LT(svg.find("<g class=\"cells\""), begin);
  EXPECT_GT(svg.find("<g class=\"municipalities\""), begin);
  auto const group = svg.substr(begin, svg.find("</g>", begin) - begin);
  EXPECT_EQ(std::count(group.begin(), group.end(), 'M'), 3) << "a line each, one path a kind";
  EXPECT_LT(group.find("#858585"), group.find("#666666")) << "main roads above others";
  EXPECT_GT(group.find("stroke-dasharray"), group.find("#666666"));
  EXPECT_THAT(map_text(Language::Finnish, run.tables), Not(HasSubstr("tiet")));
  EXPECT_THAT(map_text(Language::Finnish, with_roads.tables), HasSubstr("lautat katkoviivoina"));
  auto const legend = map_legend(Language::Finnish, with_roads.tables, with_roads.scale);
  EXPECT_THAT(legend, HasSubstr(" Tiet</li>"));
  EXPECT_THAT(legend, HasSubstr(" Lautat</li>"));
}

TEST(MapFrame, LinesEndWhereTheyEnd) {
  MapFrame const frame{{{0, 0}, {1000, 1000}}, 10};
  std::string path;
  append_line(path, std::vector<Point>{{0, 0}, {500, 0}, {509, 0}, {520, 0}}, frame, 5);
  EXPECT_EQ(path, "M0 100l52 0");
  path.clear();
  append_line(path, std::vector<Point>{{0, 0}, {30, 0}}, frame, 5);
  EXPECT_EQ(path, "") << "a speck";
}

TEST(Map, PlacesOnOnePointAreOneDot) {
  TinyRun tiny;
  auto& places = tiny.tables[3];
  places.rows.push_back(places.rows.front());
  places.lines.push_back(places.lines.front());
  auto const run = tiny.run();
  auto const svg = map_svg(Language::English, run.tables, run.scale);
  EXPECT_THAT(svg, HasSubstr("<title>Pappila +1</title>"));
  EXPECT_THAT(svg, Not(HasSubstr("<title>Pappila</title>")));
}

TEST(Map, HundredsOfPlacesAreNamedByTitlesAlone) {
  TinyRun tiny;
  auto& places = tiny.tables[3];
  for (int i = 0; i < 60; ++i) {
    places.rows.push_back(places.rows.front());
    places.lines.push_back({{100.0 * i, 3500}});
  }
  auto const run = tiny.run();
  auto const svg = map_svg(Language::Finnish, run.tables, run.scale);
  EXPECT_THAT(svg, HasSubstr("<title>Pappila</title>"));
  EXPECT_THAT(svg, Not(HasSubstr(">Pappila</text>")));
}

TEST(CostSteps, HaveTheLimitAmongThem) {
  tables::CostScale const scale{.is_time = true, .limit = 1800, .bounds = {900, 3600}};
  auto const steps = cost_steps(Language::English, scale);
  ASSERT_EQ(steps.size(), 4U) << "the limit is among the bounds";
  EXPECT_EQ(steps[1].over, 900);
  EXPECT_EQ(steps[1].up_to, 1800);
  EXPECT_EQ(steps[1].words, "15–30\u00a0min");
}

TEST(MapSvg, ManyPlacesAreDotsAlone) {
  TinyRun run;
  auto& places = *std::ranges::find(run.tables, "places", &tables::OutputTable::name);
  auto const rows = places.rows;
  for (int i = 0; i < 50'000; ++i) {
    places.rows.push_back(rows.front());
    places.lines.push_back({{i % 7900 + 0.5, (i * 37) % 3900 + 0.5}});
  }
  auto const svg = map_svg(Language::Finnish, run.tables, {});
  std::size_t titled = 0;
  for (auto at = svg.find("class=\"place\""); at != std::string::npos;
       at = svg.find("class=\"place\"", at + 1))
    ++titled;
  EXPECT_EQ(titled, 2000U);
  EXPECT_THAT(svg, HasSubstr("stroke-linecap=\"round\" d=\"M"));
  EXPECT_LT(svg.size(), 3'000'000U);
}

}  // namespace
}  // namespace gapmap::report
