#include "gapmap/report/styles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "gapmap/report/cost_steps.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/publishing/published.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/detail/road_looks.h"
#include "gapmap/tables/columns.h"

namespace gapmap::report {
namespace {

constexpr char const* kPlace = "#1f3b4d";
/// Map scale at which a whole country fits the screen, and names of places would cover one another.
constexpr char const* kIsFarOff = "(coalesce(@map_scale, 0) > 1500000)";

class Legend {
 public:
  Legend(Language language, tables::CostScale const& scale) : language_{language}, scale_{scale} {}

  [[nodiscard]] std::string cost_column() const { return scale_.is_time ? "time_s" : "distance_m"; }
  [[nodiscard]] std::string from_column() const { return scale_.is_time ? "from_s" : "from_m"; }
  [[nodiscard]] std::string to_column() const { return scale_.is_time ? "to_s" : "to_m"; }
  [[nodiscard]] std::string text(std::string_view key) const {
    return std::string{label(language_, key)};
  }
  [[nodiscard]] std::string filled(std::string_view key, std::string const& with) const {
    return fmt::format(fmt::runtime(label(language_, key)), with);
  }
  /// Returns a QGIS expression for a number formatted in the reader's language.
  [[nodiscard]] std::string formatted(std::string_view expression) const {
    return fmt::format("format_number({}, 0, '{}')", expression, code_of(language_));
  }
  [[nodiscard]] std::string people(double count) const { return number(language_, count); }

 private:
  Language language_;
  tables::CostScale const& scale_;
};

/// Returns the style of cells. Published cells have the bounds of their class in place of a cost.
LayerStyle style_of_cells(Legend const& legend, std::vector<CostStep> const& steps, bool has_cost) {
  LayerStyle style;
  auto const above = has_cost ? legend.cost_column() + "\" >" : legend.from_column() + "\" >=";
  auto const column = has_cost ? legend.cost_column() : legend.to_column();
  for (auto const& step : steps) {
    std::string filter;
    if (step.over) filter = fmt::format("\"{} {}", above, *step.over);
    if (step.over && step.up_to) filter += " AND ";
    if (step.up_to) filter += fmt::format("\"{}\" <= {}", column, *step.up_to);
    style.rules.push_back({filter, step.words, {.fill = Fill{.color = step.color}}});
  }
  style.rules.push_back(
      {"\"status\" = 'unreachable'",
       legend.text("unreachable"),
       {.fill = Fill{.color = std::string{kNoConnectionColor}, .pattern = "b_diagonal"}}});
  style.rules.push_back(
      {"\"status\" = 'off_network'",
       legend.text("off_network"),
       {.fill = Fill{.color = std::string{kOffNetworkColor}, .pattern = "dense5"}}});
  return style;
}

/// Returns the `i`-th range between `bounds` as a filter and in words.
std::string range_of_residents(std::span<int const> bounds, std::size_t i) {
  auto const above = i == 0 ? std::string{} : fmt::format("\"residents\" > {}", bounds[i - 1]);
  auto const below =
      i == bounds.size() ? std::string{} : fmt::format("\"residents\" <= {}", bounds[i]);
  return above.empty() || below.empty() ? above + below : above + " AND " + below;
}
std::string words_of_residents(Legend const& legend, std::span<int const> bounds, std::size_t i) {
  return i == bounds.size() ? legend.filled("over_residents", legend.people(bounds.back()))
                            : legend.filled("up_to_residents", legend.people(bounds[i]));
}

/// From few to many of a group; the more the darker, in grey too.
constexpr std::array<char const*, 4> kGroupColors{"#cfe1f2", "#7fb2d9", "#2f79b5", "#08306b"};

/// Returns the name of a field as QGIS expressions have it.
std::string field_quoted(std::string_view field) {
  std::string text{"\""};
  for (auto const c : field) text += c == '"' ? std::string{"\"\""} : std::string{c};
  return text + '"';
}

LayerStyle style_of_gaps(Legend const& legend, bool has_hidden, bool has_names) {
  constexpr std::array<int, 3> kBounds{10, 100, 1000};
  LayerStyle style;
  for (std::size_t i = 0; i <= kBounds.size(); ++i) {
    style.rules.push_back(
        {range_of_residents(kBounds, i),
         words_of_residents(legend, kBounds, i),
         {.fill = Fill{.color = kFarColors[i], .outline = "#2d1000", .outline_mm = 0.15}}});
  }
  if (has_hidden) {
    style.rules.push_back({R"("residents" IS NULL)",
                           legend.text("hidden_number"),
                           {.fill = Fill{.color = kFarColors[0],
                                         .outline = "#2d1000",
                                         .outline_mm = 0.15,
                                         .pattern = "dense5"}}});
  }
  // Hundreds of gaps have few residents each; a number on every one would hide the map.
  auto const name =
      has_names ? fmt::format(R"(if({}, '', coalesce("gap_name" || '\n', '')) || )", kIsFarOff)
                : std::string{};
  style.text = MapText{
      .expression = fmt::format("CASE WHEN \"residents\" >= if({}, 1000, 100) THEN {}{} END",
                                kIsFarOff, name, legend.formatted("\"residents\"")),
      .size_pt = 9,
      .color = "#3d1500",
      .is_bold = true,
      .priority_expression = "min(10, ln(1 + \"residents\"))"};
  return style;
}

/// Returns a style of outlines above the cells, with the name and the share within the limit.
LayerStyle style_of_areas(std::string const& words, std::string const& name, Fill outline,
                          std::string const& color) {
  outline.pattern = "no";
  LayerStyle style;
  style.rules.push_back({{}, words, {.fill = std::move(outline)}});
  style.text = MapText{.expression = fmt::format(
                           R"("{}" || coalesce('\n' || round(100 * "share") || ' %', ''))", name),
                       .size_pt = 9,
                       .color = color};
  return style;
}

LayerStyle style_of_places(Legend const& legend) {
  LayerStyle style{.shape = LayerShape::Points};
  style.rules.push_back(
      {{}, legend.text("places"), {.marker = Marker{.color = kPlace, .size_mm = 3.6}}});
  // If several places share a point, the first is everybody's nearest, so only that one is named.
  style.text = MapText{
      .expression = fmt::format(
          R"(CASE WHEN "residents_nearest" > 0 AND NOT {} THEN "place_name" END)", kIsFarOff),
      .size_pt = 8,
      .color = kPlace};
  return style;
}

constexpr char const* kProposal = "#6a1b9a";
constexpr char const* kFurtherProposal = "#c9a6dd";

/// Returns the name of a proposed place, if it has one, over the residents whom it would bring.
std::string text_of_proposal(Legend const& legend, std::string_view residents) {
  return fmt::format(R"(coalesce("place_name" || '\n', '') || '+' || {})",
                     legend.formatted(residents));
}

/// Returns a style in which the best proposal of each gap stands out, with what it would bring.
LayerStyle style_of_remedies(Legend const& legend) {
  LayerStyle style{.shape = LayerShape::Points};
  style.rules.push_back(
      {"\"rank\" > 1",
       legend.text("remedy_other"),
       {.marker = Marker{.color = kFurtherProposal, .size_mm = 2.6, .shape = "diamond"}}});
  style.rules.push_back(
      {"\"rank\" = 1",
       legend.text("remedy_first"),
       {.marker = Marker{.color = kProposal, .size_mm = 4.2, .shape = "diamond"}}});
  style.text =
      MapText{.expression = fmt::format(R"(CASE WHEN "rank" = 1 AND NOT {} THEN {} END)", kIsFarOff,
                                        text_of_proposal(legend, R"("covers" + "also_covers")")),
              .size_pt = 8,
              .color = kProposal,
              .priority_expression = "min(10, ln(1 + \"covers\"))"};
  return style;
}

/// Returns a style of stars, each with its place in the order of choice and what it would add.
LayerStyle style_of_joint_remedies(Legend const& legend) {
  LayerStyle style{.shape = LayerShape::Points};
  style.rules.push_back(
      {{},
       legend.text("joint_remedies"),
       {.marker = Marker{.color = kChosenPlaceColor, .size_mm = 5.5, .shape = "star"}}});
  style.text = MapText{
      .expression = fmt::format(R"("step" || '. ' || {})",
                                text_of_proposal(legend, R"("adds_in_gaps" + "adds_elsewhere")")),
      .size_pt = 9,
      .color = kChosenPlaceColor,
      .is_bold = true,
      .priority_expression = "min(10, ln(1 + \"adds_in_gaps\" + \"adds_elsewhere\"))"};
  return style;
}

/// Returns the filter of a look: `"road_class" IN ('ferry','cable_ferry')`; a look without classes
/// takes all roads that no other look has.
std::string filter_of(RoadLook const& look) {
  if (look.classes.empty()) return "ELSE";
  std::string classes;
  for (auto const each : look.classes)
    classes += fmt::format("{}'{}'", classes.empty() ? "" : ",", each);
  return fmt::format("\"road_class\" IN ({})", classes);
}

/// Returns rules only for the kinds of road that occur, so that the legend shows no others.
LayerStyle style_of_roads(Legend const& legend, tables::OutputTable const& table) {
  LayerStyle style{.shape = LayerShape::Lines, .opacity = 0.8};
  tables::ResultRows const rows{table};
  std::vector<char> is_there(road_looks().size(), 0);
  for (std::size_t r = 0; r < rows.size(); ++r) is_there[look_of(rows.text(r, "road_class"))] = 1;
  for (std::size_t i = 0; i < is_there.size(); ++i) {
    auto const& look = road_looks()[i];
    if (is_there[i] == 0) continue;
    style.rules.push_back({filter_of(look),
                           legend.text(look.words),
                           {.stroke = Stroke{.color = look.color,
                                             .width_mm = look.width_mm,
                                             .pattern = look.is_dashed ? "dash" : "solid"}}});
  }
  return style;
}

/// Returns a style in which more residents give broader lines; roads with the most are named.
LayerStyle style_of_roads_used(Legend const& legend) {
  constexpr std::array<int, 4> kBounds{10, 100, 1000, 10'000};
  constexpr std::array<double, 5> kWidths{0.2, 0.35, 0.6, 1.0, 1.6};
  LayerStyle style{.shape = LayerShape::Lines};
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    style.rules.push_back(
        {range_of_residents(kBounds, i),
         words_of_residents(legend, kBounds, i),
         {.stroke = Stroke{.color = "#2b3440", .width_mm = kWidths[i], .casing = "#ffffff"}}});
  }
  style.text = MapText{
      .expression = fmt::format(
          R"(CASE WHEN "residents" >= 1000 THEN coalesce("road_name" || ' (' || {0} || ')', {0}) END)",
          legend.formatted("\"residents\"")),
      .size_pt = 8,
      .color = "#2b3440",
      .priority_expression = "min(10, ln(1 + \"residents\"))"};
  return style;
}

bool has(tables::OutputTable const& table, std::string_view column) {
  return std::ranges::find(table.columns, column, &tables::Column::name) != table.columns.end();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> aliases_of(Language language,
                                                            tables::OutputTable const& table,
                                                            RunWords const& words) {
  std::vector<std::pair<std::string, std::string>> aliases;
  for (auto const& column : table.columns) {
    if (auto const alias = heading(language, column.name, ShownUnits::AsStored,
                                   tables::scope_of(table.name), words))
      aliases.emplace_back(column.name, *alias);
  }
  return aliases;
}

std::vector<LayerView> views_of_groups(Language language, tables::OutputTable const& table,
                                       std::string_view about) {
  constexpr std::array<int, 3> kBounds{5, 20, 100};
  constexpr std::string_view kLow = "_low";
  tables::CostScale const scale;
  Legend const legend{language, scale};
  std::vector<LayerView> views;
  for (auto const& column : table.columns) {
    if (!column.name.ends_with(kLow)) continue;
    auto const group = column.name.substr(0, column.name.size() - kLow.size());
    auto const low = field_quoted(column.name);
    auto const high = field_quoted(group + "_high");
    // The middle of what is known, as tables have it.
    auto const people = fmt::format("(({} + {}) / 2.0)", low, high);
    LayerView view{legend.filled("outside_of_group", word(language, "group", group)), {}};
    for (std::size_t i = 0; i <= kBounds.size(); ++i) {
      auto filter = fmt::format("{} > {}", people, i == 0 ? 0 : kBounds[i - 1]);
      if (i < kBounds.size()) filter += fmt::format(" AND {} <= {}", people, kBounds[i]);
      view.style.rules.push_back({std::move(filter),
                                  words_of_residents(legend, kBounds, i),
                                  {.fill = Fill{.color = kGroupColors[i]}}});
    }
    view.style.rules.push_back({fmt::format("{} IS NULL", high),
                                legend.text("unknown_number"),
                                {.fill = Fill{.color = kGroupColors.back(), .pattern = "dense6"}}});
    view.style.aliases = aliases_of(language, table);
    if (group == about) {
      views.insert(views.begin(), std::move(view));
    } else {
      views.push_back(std::move(view));
    }
  }
  return views;
}

std::optional<LayerStyle> style_of(Language language, tables::OutputTable const& table,
                                   tables::CostScale const& scale) {
  Legend const legend{language, scale};
  std::optional<LayerStyle> style;
  if (table.name == "cells")
    style = style_of_cells(legend, cost_steps(language, scale), has(table, legend.cost_column()));
  if (table.name == "gaps")
    style = style_of_gaps(legend, has(table, publishing::kHiddenColumn), has(table, "gap_name"));
  if (table.name == "municipalities") {
    style =
        style_of_areas(legend.text("municipalities"), "municipality_name",
                       {.color = "#ffffff", .outline = "#5f5a50", .outline_mm = 0.35}, "#303030");
  }
  if (table.name == "zones") {
    style = style_of_areas(
        legend.text("zones"), "zone_name",
        {.color = "#ffffff", .outline = "#54278f", .outline_mm = 0.4, .outline_pattern = "dash"},
        "#54278f");
  }
  if (table.name == "places") style = style_of_places(legend);
  if (table.name == "remedies") style = style_of_remedies(legend);
  if (table.name == "joint_remedies") style = style_of_joint_remedies(legend);
  if (table.name == "roads") style = style_of_roads(legend, table);
  if (table.name == "roads_used") style = style_of_roads_used(legend);
  if (!style) return style;
  style->aliases = aliases_of(language, table);
  return style;
}

}  // namespace gapmap::report
