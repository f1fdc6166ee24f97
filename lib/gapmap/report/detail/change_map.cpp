#include "gapmap/report/detail/change_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "gapmap/report/change_styles.h"
#include "gapmap/report/cost_steps.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/gap_names.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/map_svg.h"
#include "gapmap/report/detail/map_parts.h"
#include "gapmap/report/detail/map_roads.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

constexpr std::size_t kShownAreas = 10;  ///< of each kind
constexpr char const* kGainedNumberColor = "#08306b";
constexpr char const* kLostNumberColor = "#7f2704";

struct ChangeFill {
  std::string_view change;
  std::string_view fill;
};
constexpr std::array kCellFills{ChangeFill{"still_not_covered", kStillNotCoveredColor},
                                ChangeFill{"still_covered", kStillCoveredColor},
                                ChangeFill{"gone", "url(#gone)"},
                                ChangeFill{"new", "url(#new)"},
                                ChangeFill{"lost", kLostColor},
                                ChangeFill{"gained", kGainedColor}};

constexpr char const* kPatterns =
    "<defs>\n"
    "<pattern id=\"new\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\">"
    "<path d=\"M0 0h12v12h-12z\" fill=\"#fff\"/>"
    "<path d=\"M-2 2l4-4M0 12l12-12M10 14l4-4\" stroke=\"{0}\" stroke-width=\"4\"/></pattern>\n"
    "<pattern id=\"gone\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
    "<path d=\"M0 0h8v8h-8z\" fill=\"#fff\"/>"
    "<path d=\"M0 0h4v4h-4zM4 4h4v4h-4z\" fill=\"{1}\"/></pattern>\n"
    "</defs>\n";

/// Draws the sign of a place around (x, y) with about this radius. Signs differ in shape, so that
/// they need no colour.
std::string place_sign(std::string_view change, std::int64_t x, std::int64_t y, std::int64_t r) {
  if (change == "new") {
    return fmt::format(R"(<path d="M{0} {1}l{2} {3}l-{2} {3}l-{2} -{3}z" fill="{4}"/>)", x,
                       y - r * 3 / 2, r * 3 / 2, r * 3 / 2, kGainedColor);
  }
  if (change == "gone") {
    return fmt::format(
        "<circle cx=\"{0}\" cy=\"{1}\" r=\"{2}\" fill=\"#fff\" stroke=\"none\"/>"
        "<path d=\"M{3} {4}l{5} {5}m0 -{5}l-{5} {5}\" stroke=\"#8a3b00\" stroke-width=\"{6}\" "
        "fill=\"none\"/>",
        x, y, r * 3 / 2, x - r, y - r, 2 * r, std::max<std::int64_t>(2, r / 2));
  }
  auto const* const fill = change == "moved" ? "#7fb0dd" : "#1f3b4d";
  return fmt::format(R"(<circle cx="{}" cy="{}" r="{}" fill="{}"/>)", x, y, r, fill);
}

std::string cells_of(tables::OutputTable const* cells, MapFrame const& frame) {
  if (cells == nullptr) return {};
  tables::ResultRows const rows{*cells};
  std::array<std::string, kCellFills.size()> paths;
  for (std::size_t r = 0; r < cells->areas.size(); ++r) {
    auto const* const fill =
        std::ranges::find(kCellFills, rows.text(r, "change"), &ChangeFill::change);
    if (fill != kCellFills.end())
      append_area(paths[static_cast<std::size_t>(fill - kCellFills.begin())], cells->areas[r],
                  frame, 1);
  }
  std::string svg = "<g class=\"cells\">\n";
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!paths[i].empty())
      svg += fmt::format("<path fill=\"{}\" d=\"{}\"/>\n", kCellFills[i].fill, paths[i]);
  }
  return svg + "</g>\n";
}

/// Draws each municipality above the cells, with its change as a title.
std::string outlines_of(Language language, tables::OutputTable const& areas, MapFrame const& frame,
                        std::int64_t font) {
  tables::ResultRows const rows{areas};
  std::string shapes;
  for (std::size_t r = 0; r < areas.areas.size(); ++r) {
    std::string path;
    append_area(path, areas.areas[r], frame, kOutlineStep);
    auto const from = rows.number(r, "share_before");
    auto const to = rows.number(r, "share_after");
    auto const share = [&](std::optional<double> of) {
      if (of) return percent(language, *of);
      return is_published(areas) ? std::string{kHiddenSign}
                                 : std::string{label(language, "no_residents")};
    };
    auto const title =
        fmt::format("{}: {} → {}", rows.text(r, "municipality_name"), share(from), share(to));
    shapes += fmt::format("<path d=\"{}\"><title>{}</title></path>\n", path, escaped(title));
  }
  return fmt::format(
      "<g class=\"municipalities\" fill=\"#fff\" fill-opacity=\"0\" stroke=\"#6b6658\" "
      "stroke-width=\"{}\" stroke-linejoin=\"round\">\n{}</g>\n",
      std::max<std::int64_t>(1, font / 10), shapes);
}

/// Draws the areas of each kind in a colour darker than the cells, so that white numbers are
/// legible.
std::string areas_of(Language language, tables::OutputTable const* changes, MapFrame const& frame,
                     std::int64_t font, RunWords const& words, NamePlacer& names) {
  if (changes == nullptr) return {};
  tables::ResultRows const rows{*changes};
  std::string signs;
  for (auto const r : shown_areas(*changes)) {
    auto const change = rows.text(r, "change");
    auto const id = number(language, rows.number(r, "change_id").value_or(0));
    auto const title = fmt::format("{} {}: {}, {}. {}.", label(language, "change_id"), id,
                                   rows.text(r, "municipality_name"),
                                   residents_in_words(language, rows.number(r, "residents")),
                                   label_of_change(language, change, words));
    signs += numbered_area(changes->areas[r], id, title,
                           change == "gained" ? kGainedNumberColor : kLostNumberColor, frame, font,
                           names);
  }
  return numbered_areas(signs, font);
}

/// Draws the largest gaps that a plan leaves, each outlined and with the number of its row.
std::string gaps_of(Language language, tables::OutputTable const* gaps, MapFrame const& frame,
                    std::int64_t font, NamePlacer& names) {
  if (gaps == nullptr) return {};
  tables::ResultRows const rows{*gaps};
  std::string signs;
  for (std::size_t r = 0; r < std::min(kNumberedGaps, gaps->areas.size()); ++r) {
    auto const title =
        fmt::format("{} {}: {}, {}", label(language, "gap_id"), r + 1, gap_name(rows, r),
                    residents_in_words(language, rows.number(r, "residents")));
    signs += numbered_area(gaps->areas[r], fmt::format("{}", r + 1), title, kGapColor, frame, font,
                           names);
  }
  return numbered_areas(signs, font);
}

/// Draws the places that open by a plan, each with its number in the order of opening.
std::string plan_of(Language language, tables::OutputTable const* plan, MapFrame const& frame,
                    std::int64_t font, NamePlacer& names) {
  if (plan == nullptr) return {};
  tables::ResultRows const rows{*plan};
  std::string signs;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows.text(r, "plan_change") != "opens") continue;
    auto const rank = fmt::format("{}", r + 1);
    auto title =
        fmt::format("{} {}: {}", label(language, "plan"), rank, rows.text(r, "place_name"));
    if (auto const adds = rows.number(r, "adds"))
      title += fmt::format(", +{}", residents_in_words(language, *adds));
    signs += numbered_place(frame.at(plan->lines[r].front()), rank, title, kChosenPlaceColor, font,
                            names);
  }
  return numbered_places(signs, font);
}

/// Draws places, new and gone ones first so that their names find room. Of a plan the new ones have
/// numbers and are left to it, but for their names.
std::string places_of(Language language, tables::OutputTable const* places, bool is_of_plan,
                      MapFrame const& frame, std::int64_t font, RunWords const& words,
                      NamePlacer& names) {
  if (places == nullptr) return {};
  tables::ResultRows const rows{*places};
  std::vector<std::size_t> order(places->lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {},
                           [&](std::size_t r) { return rows.text(r, "change") == "kept"; });
  auto const radius = font * 35 / 100;
  auto const size = frame.size();
  std::vector<DrawnPoint> drawn;
  std::string signs;
  for (auto const r : order) {
    auto const at = frame.at(places->lines[r].front());
    if (at.x < 0 || at.y < 0 || at.x > size.x || at.y > size.y) continue;
    if (std::ranges::find(drawn, at) != drawn.end()) continue;
    drawn.push_back(at);
    names.keep_free(at, radius);
  }
  drawn.clear();
  for (auto const r : order) {
    auto const at = frame.at(places->lines[r].front());
    if (at.x < 0 || at.y < 0 || at.x > size.x || at.y > size.y) continue;
    if (std::ranges::find(drawn, at) != drawn.end()) continue;
    drawn.push_back(at);
    auto const change = rows.text(r, "change");
    auto const name = rows.text(r, "place_name");
    bool const is_numbered = is_of_plan && change == "new";
    auto const spot = names.beside(at, is_numbered ? font * 7 / 10 : radius, name);
    auto const written_name = spot ? written(*spot, name) : std::string{};
    signs += is_numbered
                 ? written_name
                 : fmt::format("<g class=\"place {}\"><title>{}: {}</title>{}{}</g>\n", change,
                               escaped(name), escaped(label_of_change(language, change, words)),
                               place_sign(change, at.x, at.y, radius), written_name);
  }
  return fmt::format(
      "<g class=\"places\" fill=\"#1f3b4d\" stroke=\"#fff\" stroke-linejoin=\"round\" "
      "stroke-width=\"{}\" paint-order=\"stroke\">\n{}</g>\n",
      halo_of(font), signs);
}

}  // namespace

std::vector<std::size_t> shown_areas(tables::OutputTable const& changes) {
  tables::ResultRows const rows{changes};
  std::vector<std::size_t> shown;
  std::size_t gained = 0;
  std::size_t lost = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if ((rows.text(r, "change") == "gained" ? gained : lost)++ < kShownAreas) shown.push_back(r);
  }
  return shown;
}

ChangeMap map_of_comparison(std::span<tables::OutputTable const> tables) {
  return {.municipalities = table_named(tables, "municipalities"),
          .cells = table_named(tables, "cells"),
          .changes = table_named(tables, "changes"),
          .places = table_named(tables, "places"),
          .roads = table_named(tables, "roads")};
}

ChangeMap map_of_plan(std::span<tables::OutputTable const> tables) {
  return {.municipalities = table_named(tables, "plan_municipalities"),
          .cells = table_named(tables, "plan_cells"),
          .places = table_named(tables, "plan_places"),
          .roads = table_named(tables, "roads"),
          .plan = table_named(tables, "plan"),
          .plan_gaps = table_named(tables, "plan_gaps")};
}

std::string change_map_words(Language language, ChangeMap const& map, RunWords const& words) {
  auto const roads = road_words(language, map.roads);
  auto const text = map.plan != nullptr ? label(language, "plan_map_text")
                                        : label_of_change(language, "change_map_text", words);
  return fmt::format("{}{}{}", text, roads.empty() ? "" : " ", roads);
}

std::string change_map_svg(Language language, ChangeMap const& map, RunWords const& words) {
  auto const frame = frame_around(map.municipalities, map.cells);
  auto const size = frame.size();
  auto const font = std::max(size.x, size.y / 2) / 64;
  NamePlacer names{size, font};
  auto svg = fmt::format(
      "<svg id=\"drawn-map\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" "
      "role=\"img\" aria-labelledby=\"map-title map-text\" font-size=\"{}\">\n"
      "<title id=\"map-title\">{}</title>\n<desc id=\"map-text\">{}</desc>\n",
      size.x, size.y, font, escaped(label(language, "map")),
      escaped(change_map_words(language, map, words)));
  svg += fmt::format(kPatterns, kNewCellColor, kGoneCellColor);
  auto const plan = plan_of(language, map.plan, frame, font, names);
  auto const numbers = areas_of(language, map.changes, frame, font, words, names) +
                       gaps_of(language, map.plan_gaps, frame, font, names);
  auto const dots = places_of(language, map.places, map.plan != nullptr, frame, font, words, names);
  svg += ground_of(map.municipalities, frame) + cells_of(map.cells, frame) +
         drawn_roads(map.roads, frame, font);
  if (map.municipalities != nullptr) svg += outlines_of(language, *map.municipalities, frame, font);
  return svg + numbers + municipality_names(map.municipalities, frame, names, font) + dots + plan +
         "</svg>\n";
}

std::string change_map_legend(Language language, ChangeMap const& map, RunWords const& words) {
  auto const has = [](tables::OutputTable const* table, std::string_view column,
                      std::string_view text) {
    if (table == nullptr) return false;
    tables::ResultRows const rows{*table};
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows.text(r, column) == text) return true;
    }
    return false;
  };
  auto const of_kind = [&](std::string_view kind, std::string_view change) {
    return fmt::format("{}: {}", label(language, kind),
                       label_of_change(language, fmt::format("places {}", change), words));
  };
  std::string html = "<ul class=\"legend\">\n";
  for (auto fill = kCellFills.rbegin(); fill != kCellFills.rend(); ++fill) {
    if (!has(map.cells, "change", fill->change)) continue;
    bool const is_apart = fill->change == "new" || fill->change == "gone";
    html += legend_item(legend_square(fill->fill),
                        is_apart ? of_kind("cells", fill->change)
                                 : std::string{label_of_change(language, fill->change, words)});
  }
  if (has(map.changes, "change", "gained") || has(map.changes, "change", "lost"))
    html += legend_item(number_sign(kLostNumberColor), label(language, "change_areas"));
  if (map.plan_gaps != nullptr && !map.plan_gaps->rows.empty())
    html += legend_item(number_sign(kGapColor), label(language, "plan_gaps"));
  for (auto const* change : {"kept", "moved", "new", "gone"}) {
    bool const is_numbered = map.plan != nullptr && change == std::string_view{"new"};
    if (has(map.places, "change", change) && !is_numbered)
      html += legend_item(place_sign(change, 10, 10, 5), of_kind("places", change));
  }
  if (has(map.plan, "plan_change", "opens"))
    html += legend_item(numbered_place_sign(kChosenPlaceColor), label(language, "plan numbers"));
  for (auto const& [sign, text] : road_signs(language, map.roads)) html += legend_item(sign, text);
  return html + "</ul>\n";
}

}  // namespace gapmap::report
