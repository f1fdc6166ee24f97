#include "gapmap/report/site_styles.h"

#include <fmt/format.h>

#include <utility>

#include "gapmap/report/change_styles.h"
#include "gapmap/report/detail/map_parts.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/site_page.h"
#include "gapmap/report/styles.h"

namespace gapmap::report {
namespace {

LegendRule rule_of_plan(Language language, std::string_view column, std::string_view value,
                        Symbol symbol) {
  return {fmt::format("\"{}\" = '{}'", column, value),
          std::string{label_of_change(language, value, kOfPlan)}, std::move(symbol)};
}

std::string whole_number(Language language, std::string_view expression) {
  return fmt::format("format_number({}, 0, '{}')", expression, code_of(language));
}

LayerStyle style_of_plan_cells(Language language) {
  LayerStyle style;
  for (auto const& [change, color] :
       {std::pair<std::string_view, std::string_view>{"gained", kGainedColor},
        {"lost", kLostColor},
        {"still_covered", kStillCoveredColor},
        {"still_not_covered", kStillNotCoveredColor}}) {
    style.rules.push_back(
        rule_of_plan(language, "change", change, {.fill = Fill{.color = std::string{color}}}));
  }
  return style;
}

/// Outlines with names, and by how much the share changes.
LayerStyle style_of_plan_municipalities(Language language) {
  LayerStyle style;
  style.rules = {
      {{},
       std::string{label(language, "municipalities")},
       {.fill =
            Fill{.color = "#ffffff", .outline = "#5f5a50", .outline_mm = 0.35, .pattern = "no"}}}};
  style.text =
      MapText{.expression = fmt::format(
                  R"("municipality_name" || CASE WHEN "share_change" > 0 THEN '\n+' )"
                  R"(|| format_number(100 * "share_change", 1, '{0}') || ' {1}' )"
                  R"(WHEN "share_change" < 0 THEN '\n−' )"
                  R"(|| format_number(-100 * "share_change", 1, '{0}') || ' {1}' ELSE '' END)",
                  code_of(language), label(language, "points")),
              .size_pt = 9,
              .color = "#303030"};
  return style;
}

/// Outlines; the largest have their name and how many live there.
LayerStyle style_of_plan_gaps(Language language) {
  LayerStyle style;
  style.rules = {{{},
                  std::string{label(language, "plan_gaps")},
                  {.fill = Fill{.color = "#ffffff",
                                .outline = std::string{kGapColor},
                                .outline_mm = 0.25,
                                .pattern = "no"}}}};
  style.text =
      MapText{.expression = fmt::format(
                  R"(CASE WHEN "residents" >= if(coalesce(@map_scale, 0) > 1500000, 1000, 100) )"
                  R"(THEN coalesce("gap_name" || '\n', '') || {} END)",
                  whole_number(language, "\"residents\"")),
              .size_pt = 8,
              .color = std::string{kGapColor},
              .priority_expression = "min(10, ln(1 + \"residents\"))"};
  return style;
}

/// Places that stay or close; those that open are in the layer of the plan.
LayerStyle style_of_plan_places(Language language) {
  LayerStyle style{.shape = LayerShape::Points};
  style.rules = {
      rule_of_plan(language, "change", "kept",
                   {.marker = Marker{.color = "#1f3b4d", .size_mm = 3.2}}),
      rule_of_plan(language, "change", "gone",
                   {.marker = Marker{.color = "#ffffff", .outline = "#b34d00", .size_mm = 4.6}})};
  style.text = MapText{.expression = R"(CASE WHEN "change" <> 'new' THEN "place_name" END)",
                       .size_pt = 8,
                       .color = "#1f3b4d"};
  return style;
}

LayerStyle style_of_plan_numbers(Language language) {
  LayerStyle style{.shape = LayerShape::Points};
  style.rules = {rule_of_plan(
      language, "plan_change", "opens",
      {.marker = Marker{.color = kChosenPlaceColor, .size_mm = 4.6, .shape = "square"}})};
  style.text =
      MapText{.expression = fmt::format(
                  R"(CASE WHEN "plan_change" = 'opens' THEN "rank" || '. ' || "place_name" || )"
                  R"(coalesce('\n+' || {}, '') END)",
                  whole_number(language, "\"adds\"")),
              .size_pt = 9,
              .color = kChosenPlaceColor,
              .is_bold = true,
              .priority_expression = "max(1, 11 - \"rank\" / 10)"};
  return style;
}

}  // namespace

std::optional<LayerStyle> plan_style_of(Language language, tables::OutputTable const& table) {
  if (table.name == "roads") return style_of(language, table, {});
  std::optional<LayerStyle> style;
  if (table.name == "plan_cells") style = style_of_plan_cells(language);
  if (table.name == "plan_municipalities") style = style_of_plan_municipalities(language);
  if (table.name == "plan_gaps") style = style_of_plan_gaps(language);
  if (table.name == "plan_places") style = style_of_plan_places(language);
  if (table.name == "plan") style = style_of_plan_numbers(language);
  if (style) style->aliases = aliases_of(language, table, kOfPlan);
  return style;
}

}  // namespace gapmap::report
