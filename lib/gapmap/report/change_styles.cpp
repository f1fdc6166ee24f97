#include "gapmap/report/change_styles.h"

#include <fmt/format.h>

#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/styles.h"

namespace gapmap::report {
namespace {

/// In which language a legend speaks, and how of the runs.
struct Told {
  Language language;
  RunWords const& words;
};

LegendRule rule(Told const& told, std::string_view change, Symbol symbol) {
  return {fmt::format("\"change\" = '{}'", change),
          std::string{label_of_change(told.language, change, told.words)}, std::move(symbol)};
}

Fill solid(std::string_view color) { return {.color = std::string{color}}; }

/// Returns a fill for unchanged cells, which are only outlined so that the layers below show
/// through.
Fill outlined(std::string_view color) {
  return {.color = "#ffffff", .outline = std::string{color}, .outline_mm = 0.12, .pattern = "no"};
}

LayerStyle style_of_cells(Told const& told) {
  LayerStyle style;
  style.rules = {rule(told, "gained", {.fill = solid(kGainedColor)}),
                 rule(told, "lost", {.fill = solid(kLostColor)}),
                 rule(told, "still_covered", {.fill = outlined("#6f93b8")}),
                 rule(told, "still_not_covered", {.fill = outlined("#b59b78")}),
                 rule(told, "new",
                      {.fill = Fill{.color = std::string{kNewCellColor}, .pattern = "b_diagonal"}}),
                 rule(told, "gone",
                      {.fill = Fill{.color = std::string{kGoneCellColor}, .pattern = "dense5"}})};
  return style;
}

/// Returns a QGIS expression for a number with its sign, formatted for the reader's language.
std::string with_sign(Language language, std::string_view expression, int decimals) {
  return fmt::format(
      "CASE WHEN {0} > 0 THEN '+' WHEN {0} < 0 THEN '−' ELSE '' END || format_number(abs({0}), "
      "{1}, "
      "'{2}')",
      expression, decimals, code_of(language));
}

LayerStyle style_of_changes(Told const& told) {
  LayerStyle style;
  auto const outline = [](char const* color) {
    return Fill{.color = "#ffffff", .outline = color, .outline_mm = 0.4, .pattern = "no"};
  };
  style.rules = {rule(told, "gained", {.fill = outline("#08306b")}),
                 rule(told, "lost", {.fill = outline("#7f3b08")})};
  style.text = MapText{
      .expression = fmt::format(
          "CASE WHEN \"residents\" >= 50 THEN CASE WHEN \"change\" = 'gained' THEN '+' ELSE "
          "'−' END || format_number(\"residents\", 0, '{}') END",
          code_of(told.language)),
      .size_pt = 9,
      .color = "#202020",
      .is_bold = true,
      .priority_expression = "min(10, ln(1 + \"residents\"))"};
  return style;
}

/// Returns a style by change of the share, in steps of percentage points. Colours get darker in
/// both directions; the label gives the direction.
LayerStyle style_of_municipalities(Language language, bool has_hidden) {
  constexpr auto kShare = "coalesce(\"share_change\", 0)";
  constexpr auto kIsHidden = "coalesce(\"hidden\", '') LIKE '%share_change%'";
  struct Step {
    char const* filter;
    char const* key;
    double points;
    char const* color;
  };
  constexpr std::array kSteps{
      Step{"{0} < -0.1", "share_fell_over", 10, "#efb27c"},
      Step{"{0} >= -0.1 AND {0} < -0.02", "share_fell_to", 10, "#f6d2ad"},
      Step{"{0} >= -0.02 AND {0} < 0", "share_fell_to", 2, "#fbeadb"},
      Step{"{0} = 0", "share_same", 0, "#f7f7f4"},
      Step{"{0} > 0 AND {0} <= 0.02", "share_rose_to", 2, "#e6eef6"},
      Step{"{0} > 0.02 AND {0} <= 0.1", "share_rose_to", 10, "#c3d8ea"},
      Step{"{0} > 0.1", "share_rose_over", 10, "#93b9db"},
  };
  LayerStyle style;
  for (auto const& step : kSteps) {
    auto const filter = fmt::format(fmt::runtime(step.filter), kShare);
    style.rules.push_back(
        {has_hidden ? fmt::format("NOT {} AND {}", kIsHidden, filter) : filter,
         fmt::format(fmt::runtime(label(language, step.key)), number(language, step.points)),
         {.fill = Fill{.color = step.color, .outline = "#5f5a50", .outline_mm = 0.35}}});
  }
  if (has_hidden) {
    style.rules.push_back(
        {kIsHidden,
         std::string{label(language, "hidden_number")},
         {.fill = Fill{
              .color = "#f7f7f4", .outline = "#5f5a50", .outline_mm = 0.35, .pattern = "dense5"}}});
  }
  style.text =
      MapText{.expression = fmt::format(
                  R"("municipality_name" || coalesce('\n' || {} || ' {}', ''))",
                  with_sign(language, "(100 * \"share_change\")", 1), label(language, "points")),
              .size_pt = 9,
              .color = "#303030"};
  return style;
}

LayerStyle style_of_places(Told const& told) {
  LayerStyle style{.shape = LayerShape::Points};
  auto const marker = [](char const* color, char const* outline, double size) {
    return Symbol{.marker = Marker{.color = color, .outline = outline, .size_mm = size}};
  };
  style.rules = {rule(told, "kept", marker("#1f3b4d", "#ffffff", 3.2)),
                 rule(told, "moved", marker("#9fc3e6", "#08306b", 4.2)),
                 rule(told, "new", marker("#08519c", "#ffffff", 5)),
                 rule(told, "gone", marker("#ffffff", "#b34d00", 4.6))};
  style.text = MapText{.expression = R"(CASE WHEN "change" <> 'kept' OR )"
                                     R"("residents_nearest_after" > 0 THEN "place_name" END)",
                       .size_pt = 8,
                       .color = "#1f3b4d"};
  return style;
}

}  // namespace

std::optional<LayerStyle> change_style_of(Language language, tables::OutputTable const& table,
                                          RunWords const& words) {
  Told const told{language, words};
  std::optional<LayerStyle> style;
  if (table.name == "cells") style = style_of_cells(told);
  if (table.name == "changes") style = style_of_changes(told);
  if (table.name == "municipalities")
    style = style_of_municipalities(language, is_published(table));
  if (table.name == "places") style = style_of_places(told);
  if (table.name == "roads") style = style_of(language, table, {});
  if (!style) return style;
  style->aliases = aliases_of(language, table, words);
  return style;
}

}  // namespace gapmap::report
