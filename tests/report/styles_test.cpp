#include "gapmap/report/styles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <charconv>

#include "gapmap/report/project.h"

namespace gapmap::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using S = std::string;

/// Of Rec. 601, as greyscale prints have it.
double luma(std::string const& color) {
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const* const first = color.data() + 1 + 2 * i;
    std::from_chars(first, first + 2, parts[i], 16);
  }
  return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2];
}

tables::OutputTable cells() {
  return {"cells",
          {{"cell_id", tables::ColumnType::Text},
           {"distance_m", tables::ColumnType::Real, 3},
           {"muisti", tables::ColumnType::Text}},
          {},
          {}};
}

tables::CostScale scale() { return {.is_time = false, .limit = 20'000, .bounds = {}}; }

std::vector<std::string> labels_of(LayerStyle const& style) {
  std::vector<std::string> labels;
  for (auto const& rule : style.rules) labels.push_back(rule.label);
  return labels;
}

TEST(Styles, TheFartherTheDarkerAlsoInGrey) {
  for (auto const limit : {1'000.0, 5'000.0, 20'000.0, 30'000.0}) {
    auto const colors = colors_of_classes({1'000, 3'000, 5'000, 20'000, 30'000}, limit);
    ASSERT_EQ(colors.size(), 6U);
    for (std::size_t i = 1; i < colors.size(); ++i)
      EXPECT_LE(luma(colors[i]), luma(colors[i - 1])) << colors[i] << ", limit " << limit;
    EXPECT_GT(luma(colors.front()), luma(colors.back()) + 80);
  }
}

TEST(Styles, TheLimitIsABoundOfTheLegend) {
  auto scale_of_two = scale();
  scale_of_two.bounds = {5'000, 30'000};
  auto const style = style_of(Language::Finnish, cells(), scale_of_two);
  ASSERT_TRUE(style.has_value());
  EXPECT_THAT(labels_of(*style),
              ElementsAre("enintään 5\u00A0km", "5–20\u00A0km", "20–30\u00A0km", "yli 30\u00A0km",
                          "Ei tieyhteyttä", "Tieverkon ulkopuolella"));
  EXPECT_EQ(style->rules[1].filter, "\"distance_m\" > 5000 AND \"distance_m\" <= 20000");
}

TEST(Styles, TimesAreSaidInMinutes) {
  auto const style =
      style_of(Language::English, cells(), {.is_time = true, .limit = 1'800, .bounds = {900}});
  EXPECT_EQ(labels_of(*style).front(), "up to 15\u00A0min");
}

TEST(Styles, AliasesAreInTheUnitsOfTheLayerAndTheUsersWordsHaveNone) {
  auto const style = style_of(Language::Swedish, cells(), scale());
  EXPECT_THAT(style->aliases,
              ElementsAre(std::pair<std::string, std::string>{"cell_id", "Ruta"},
                          std::pair<std::string, std::string>{"distance_m", "Avstånd (m)"}));
}

TEST(Styles, RoadsHaveALegendOfTheKindsThatThereAre) {
  tables::OutputTable table{.name = "roads",
                            .columns = {{"road_class", tables::ColumnType::Text}},
                            .rows = {{S{"ferry"}}, {S{"primary"}}, {S{"motorway"}}, {S{"unknown"}}},
                            .areas = {}};
  auto const style = style_of(Language::English, table, scale());
  EXPECT_THAT(labels_of(*style), ElementsAre("Ferries", "Main roads", "Other roads and streets"));
  EXPECT_EQ(style->rules[0].filter, "\"road_class\" IN ('ferry','cable_ferry')");
  EXPECT_EQ(style->rules[2].filter, "ELSE");
  EXPECT_THAT(qml(*style), HasSubstr(R"(name="line_style" value="dash")"));
  EXPECT_GT(style->rules[1].symbol.stroke->width_mm, style->rules[2].symbol.stroke->width_mm);
}

TEST(Styles, RoadsUsedAreTheBroaderTheMoreResidentsTakeThem) {
  auto const style =
      style_of(Language::English,
               {"roads_used", {{"residents", tables::ColumnType::Integer}}, {}, {}}, scale());
  EXPECT_THAT(labels_of(*style),
              ElementsAre("up to 10 residents", "up to 100 residents", "up to 1,000 residents",
                          "up to 10,000 residents", "over 10,000 residents"));
  for (std::size_t i = 1; i < style->rules.size(); ++i) {
    EXPECT_GT(style->rules[i].symbol.stroke->width_mm, style->rules[i - 1].symbol.stroke->width_mm);
  }
  EXPECT_EQ(style->rules[1].filter, "\"residents\" > 10 AND \"residents\" <= 100");
  EXPECT_THAT(style->text->expression, HasSubstr("\"road_name\""));
  EXPECT_THAT(qml(*style), HasSubstr("<placement placement=\"2\"")) << "along the line";
  EXPECT_THAT(qml(*style), HasSubstr("symbollevels=\"1\"")) << "no rim above another's line";
}

TEST(Styles, ProposedPlacesSayWhatTheyWouldBring) {
  auto const single = style_of(Language::English, {"remedies", {}, {}, {}}, scale());
  EXPECT_THAT(labels_of(*single), ElementsAre("another good proposal", "its gap's best proposal"));
  EXPECT_LT(single->rules[0].symbol.marker->size_mm, single->rules[1].symbol.marker->size_mm);
  EXPECT_THAT(single->text->expression, HasSubstr(R"("covers" + "also_covers")"));
  auto const joint = style_of(Language::English, {"joint_remedies", {}, {}, {}}, scale());
  EXPECT_THAT(joint->text->expression, HasSubstr(R"("step")"));
  EXPECT_THAT(joint->text->expression, HasSubstr(R"("adds_in_gaps" + "adds_elsewhere")"));
  EXPECT_THAT(qml(*joint), HasSubstr(R"(name="name" value="star")"));
}

TEST(Styles, EachGroupIsALookOfItsOwnAndTheReportsComesFirst) {
  using enum tables::ColumnType;
  tables::OutputTable const table{"outside_groups",
                                  {{"cell_id", Text},
                                   {"M_low", Real, 3},
                                   {"M_high", Real, 3},
                                   {"a\"b_low", Real, 3},
                                   {"a\"b_high", Real, 3}},
                                  {},
                                  {}};
  auto const views = views_of_groups(Language::Finnish, table, "a\"b");
  ASSERT_EQ(views.size(), 2U);
  EXPECT_EQ(views[0].title, "Rajan ulkopuolella: a\"b");
  EXPECT_EQ(views[1].title, "Rajan ulkopuolella: miehet");
  EXPECT_THAT(labels_of(views[1].style),
              ElementsAre("enintään 5 asukasta", "enintään 20 asukasta", "enintään 100 asukasta",
                          "yli 100 asukasta", "määrä ei ole tiedossa"));
  EXPECT_EQ(
      views[0].style.rules[1].filter,
      R"((("a""b_low" + "a""b_high") / 2.0) > 5 AND (("a""b_low" + "a""b_high") / 2.0) <= 20)");
  EXPECT_EQ(views[0].style.rules[4].filter, R"("a""b_high" IS NULL)");
  for (std::size_t i = 1; i < 4; ++i) {
    EXPECT_LT(luma(views[0].style.rules[i].symbol.fill->color),
              luma(views[0].style.rules[i - 1].symbol.fill->color));
  }
  EXPECT_EQ(views_of_groups(Language::Finnish, table, "")[0].title, "Rajan ulkopuolella: miehet");
}

TEST(Styles, OtherTablesHaveNone) {
  EXPECT_EQ(style_of(Language::Finnish, {"indicators", {}, {}, {}}, scale()), std::nullopt);
}

TEST(Project, OpensTheTopmostLayerFirstAndEscapesWhatItIsGiven) {
  auto const style = style_of(Language::Finnish, cells(), scale());
  std::vector<ProjectLayer> const layers{{"cells", "Ruudut", *style}, {"places", "A & B", *style}};
  auto const text = project({.title = "<t>", .layout = "A4", .sources = ""}, "gapmap.gpkg", layers,
                            Crs::tm35fin(), {{0, 0}, {10, 20}});
  EXPECT_THAT(text, HasSubstr("<title>&lt;t&gt;</title>"));
  EXPECT_THAT(text, HasSubstr("<authid>EPSG:3067</authid>"));
  EXPECT_THAT(text, HasSubstr("<datasource>./gapmap.gpkg|layername=cells</datasource>"));
  EXPECT_LT(text.find("A &amp; B"), text.find("Ruudut"));
  EXPECT_THAT(text, HasSubstr("<Layout name=\"A4\""));
  EXPECT_THAT(text, Not(HasSubstr("fontFamily"))) << "a family that a computer lacks is a warning";
  auto const nowhere = project({}, "gapmap.gpkg", layers, Crs::tm35fin(), {});
  EXPECT_THAT(nowhere, Not(HasSubstr("<Layout ")));
}

TEST(Project, SeveralLooksOfOneLayerAreLayersOfTheirOwnAndMayBeOffAtFirst) {
  auto const style = style_of(Language::Finnish, cells(), scale());
  std::vector<ProjectLayer> const layers{{"cells", "Ruudut", *style},
                                         {"cells", "B", *style, 2, false},
                                         {"cells", "A", *style, 1, false}};
  auto const text = project({.title = "t", .layout = "A4", .sources = ""}, "gapmap.gpkg", layers,
                            Crs::tm35fin(), {{0, 0}, {10, 20}});
  EXPECT_THAT(text, HasSubstr(R"(id="gapmap_cells_1" name="A")"));
  EXPECT_THAT(text, HasSubstr("<id>gapmap_cells_2</id><datasource>./gapmap.gpkg|layername=cells<"));
  auto const off = text.find("Qt::Unchecked");
  EXPECT_LT(off, text.find("name=\"Ruudut\""));
  EXPECT_EQ(text.find("Qt::Unchecked", text.find("name=\"Ruudut\"")), std::string::npos);
}

TEST(Project, ItsExtentHoldsEveryAreaWithSomeRoom) {
  Area area{.points = {{0, 0}, {100, 0}, {100, 50}, {0, 0}}, .ring_ends = {}, .part_ends = {}};
  area.close_ring();
  area.close_part();
  tables::OutputTable const table{"municipalities", {}, {}, {area}};
  auto const [low, high] = extent_of(table);
  EXPECT_EQ(low.x, -2);
  EXPECT_EQ(high.y, 52);
  auto const nothing = extent_of(cells());
  EXPECT_EQ(nothing.first, nothing.second);
}

}  // namespace
}  // namespace gapmap::report
