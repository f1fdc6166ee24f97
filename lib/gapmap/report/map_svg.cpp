#include "gapmap/report/map_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <unordered_map>

#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/gap_names.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/map_names.h"
#include "gapmap/report/detail/map_parts.h"
#include "gapmap/report/detail/map_roads.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/publishing/published.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

using tables::OutputTable;

constexpr char const* kPatterns =
    "<defs>\n"
    "<pattern id=\"no-connection\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\">"
    "<path d=\"M0 0h12v12h-12z\" fill=\"#fff\"/>"
    "<path d=\"M-2 2l4-4M0 12l12-12M10 14l4-4\" stroke=\"{0}\" stroke-width=\"4\"/></pattern>\n"
    "<pattern id=\"off-network\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
    "<path d=\"M0 0h8v8h-8z\" fill=\"#fff\"/>"
    "<path d=\"M0 0h4v4h-4zM4 4h4v4h-4z\" fill=\"{1}\"/></pattern>\n"
    "</defs>\n";

/// Most places with names on the map; more would leave no room for names of municipalities.
constexpr std::size_t kNamedPlaces = 60;
/// Most places with a title: those that are nearest to most people. Others are only dots.
constexpr std::size_t kTitledPlaces = 2000;

class Drawing {
 public:
  Drawing(Language language, std::span<OutputTable const> tables, tables::CostScale const& scale)
      : language_{language},
        tables_{tables},
        scale_{scale},
        frame_{frame_around(table_named(tables, "municipalities"), table_named(tables, "cells"))},
        size_{frame_.size()},
        font_{std::max(size_.x, size_.y / 2) / 64},
        names_{size_, font_} {}

  std::string whole() {
    auto svg = fmt::format(
        "<svg id=\"drawn-map\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" "
        "role=\"img\" "
        "aria-labelledby=\"map-title map-text\" font-size=\"{}\">\n"
        "<title id=\"map-title\">{}</title>\n<desc id=\"map-text\">{}</desc>\n",
        size_.x, size_.y, font_, escaped(label(language_, "map")),
        escaped(map_text(language_, tables_)));
    svg += fmt::format(kPatterns, kNoConnectionColor, kOffNetworkColor);
    auto const numbers = gap_numbers();
    auto const proposed = proposals();
    auto const dots = places();
    auto const roads = drawn_roads(table_named(tables_, "roads"), frame_, font_);
    auto const* const areas = table_named(tables_, "municipalities");
    return svg + ground_of(areas, frame_) + cells() + roads + outlines() + numbers +
           municipality_names(areas, frame_, names_, font_) + dots + proposed + "</svg>\n";
  }

 private:
  /// Draws each municipality above the cells, with its share as a title.
  [[nodiscard]] std::string outlines() const {
    auto const* const table = table_named(tables_, "municipalities");
    if (table == nullptr) return {};
    tables::ResultRows const rows{*table};
    std::string shapes;
    for (std::size_t r = 0; r < table->areas.size(); ++r) {
      std::string path;
      append_area(path, table->areas[r], frame_, kOutlineStep);
      auto const share = rows.number(r, "share");
      auto const unknown = rows.text(r, publishing::kHiddenColumn).empty()
                               ? label(language_, "no_residents")
                               : std::string_view{kHiddenSign};
      auto const title = fmt::format("{}: {}", rows.text(r, "municipality_name"),
                                     share ? percent(language_, *share) : std::string{unknown});
      shapes += fmt::format("<path d=\"{}\"><title>{}</title></path>\n", path, escaped(title));
    }
    return fmt::format(
        "<g class=\"municipalities\" fill=\"#fff\" fill-opacity=\"0\" stroke=\"#6b6658\" "
        "stroke-width=\"{}\" stroke-linejoin=\"round\">\n{}</g>\n",
        std::max<std::int64_t>(1, font_ / 10), shapes);
  }

  /// Returns the cost by which a cell is coloured; for published cells a cost within their class.
  [[nodiscard]] std::optional<double> shown_cost(tables::ResultRows const& rows,
                                                 std::size_t r) const {
    if (auto const cost = rows.number(r, scale_.is_time ? "time_s" : "distance_m")) return cost;
    if (auto const to = rows.number(r, scale_.is_time ? "to_s" : "to_m")) return to;
    auto const from = rows.number(r, scale_.is_time ? "from_s" : "from_m");
    return from ? std::optional{*from + 1} : from;
  }

  [[nodiscard]] std::string cells() const {
    auto const* const table = table_named(tables_, "cells");
    if (table == nullptr) return {};
    auto const steps = cost_steps(language_, scale_);
    auto const bounds = tables::step_bounds(scale_);
    std::vector<std::string> paths(steps.size());
    std::string unconnected;
    std::string off_network;
    tables::ResultRows const rows{*table};
    for (std::size_t r = 0; r < table->areas.size(); ++r) {
      auto const cost = shown_cost(rows, r);
      bool const is_off = rows.text(r, "status") == "off_network";
      auto& path = cost && !is_off ? paths[tables::step_of(bounds, *cost)]
                   : is_off        ? off_network
                                   : unconnected;
      append_area(path, table->areas[r], frame_, 1);
    }
    std::string svg = "<g class=\"cells\">\n";
    for (std::size_t s = 0; s < steps.size(); ++s)
      svg += fmt::format("<path fill=\"{}\" d=\"{}\"/>\n", steps[s].color, paths[s]);
    svg += fmt::format("<path fill=\"url(#no-connection)\" d=\"{}\"/>\n", unconnected);
    svg += fmt::format("<path fill=\"url(#off-network)\" d=\"{}\"/>\n", off_network);
    return svg + "</g>\n";
  }

  /// Draws the largest gaps, each outlined and with the number of its row.
  std::string gap_numbers() {
    auto const* const table = table_named(tables_, "gaps");
    if (table == nullptr) return {};
    tables::ResultRows const rows{*table};
    std::string signs;
    for (std::size_t r = 0; r < std::min(kNumberedGaps, table->areas.size()); ++r) {
      auto const title =
          fmt::format("{} {}: {}, {}", label(language_, "gap_id"), r + 1, gap_name(rows, r),
                      residents_in_words(language_, rows.number(r, "residents")));
      signs += numbered_area(table->areas[r], fmt::format("{}", r + 1), title, kGapColor, frame_,
                             font_, names_);
    }
    return numbered_areas(signs, font_);
  }

  /// Draws the places that fit together, each with its place in the order of choice.
  std::string proposals() {
    auto const* const table = table_named(tables_, "joint_remedies");
    if (table == nullptr) return {};
    tables::ResultRows const rows{*table};
    std::string signs;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      auto const name =
          rows.text(r, rows.text(r, "place_name").empty() ? "place_id" : "place_name");
      auto const added =
          rows.number(r, "adds_in_gaps").value_or(0) + rows.number(r, "adds_elsewhere").value_or(0);
      auto const step = fmt::format("{}", r + 1);
      auto const title = fmt::format("{} {}: {}, +{}", label(language_, "joint_remedies"), step,
                                     name, residents_in_words(language_, added));
      signs += numbered_place(frame_.at(table->lines[r].front()), step, title, kChosenPlaceColor,
                              font_, names_);
    }
    return numbered_places(signs, font_);
  }

  /// Draws places. Names go first to places that are nearest to most people; several places on one
  /// point are one dot.
  std::string places() {
    auto const* const table = table_named(tables_, "places");
    if (table == nullptr) return {};
    tables::ResultRows const rows{*table};
    struct Dot {
      DrawnPoint at;
      std::string name;
      std::size_t others = 0;
    };
    std::vector<Dot> dots;
    std::unordered_map<std::uint64_t, std::size_t> dot_at;
    for (auto const r : rows.largest_first("residents_nearest")) {
      auto const at = frame_.at(table->lines[r].front());
      if (at.x < 0 || at.y < 0 || at.x > size_.x || at.y > size_.y) continue;
      auto const key = static_cast<std::uint64_t>(at.x) << 32U | static_cast<std::uint64_t>(at.y);
      auto const [known, is_new] = dot_at.try_emplace(key, dots.size());
      if (is_new) {
        dots.push_back({at, std::string{rows.text(r, "place_name")}});
      } else {
        ++dots[known->second].others;
      }
    }
    auto const radius = font_ * 35 / 100;
    auto const rest = nameless_dots(std::span{dots}.subspan(std::min(kTitledPlaces, dots.size())),
                                    &Dot::at, radius);
    dots.resize(std::min(kTitledPlaces, dots.size()));
    for (auto const& dot : dots) names_.keep_free(dot.at, radius);
    std::string signs;
    for (auto& [at, name, others] : dots) {
      if (others > 0) name += fmt::format(" +{}", others);
      auto const spot =
          dots.size() <= kNamedPlaces ? names_.beside(at, radius, name) : std::nullopt;
      signs += fmt::format(
          "<g class=\"place\"><title>{}</title><circle cx=\"{}\" cy=\"{}\" r=\"{}\" "
          "fill=\"#1f3b4d\"/>{}</g>\n",
          escaped(name), at.x, at.y, radius, spot ? written(*spot, name) : "");
    }
    return fmt::format(
        "<g class=\"places\" fill=\"#1f3b4d\" stroke=\"#fff\" stroke-linejoin=\"round\" "
        "stroke-width=\"{}\" "
        "paint-order=\"stroke\">\n{}{}</g>\n",
        halo_of(font_), rest, signs);
  }

  /// Draws many dots as one path, since a separate element each would make a map of a million
  /// places too large for any browser.
  template <class Dots, class At>
  static std::string nameless_dots(Dots const& dots, At at, std::int64_t radius) {
    if (dots.empty()) return {};
    std::string path;
    for (auto const& dot : dots)
      path += fmt::format("M{} {}h0", std::invoke(at, dot).x, std::invoke(at, dot).y);
    return fmt::format(
        "<path fill=\"none\" stroke=\"#1f3b4d\" stroke-width=\"{}\" "
        "stroke-linecap=\"round\" d=\"{}\"/>\n",
        2 * radius, path);
  }

  Language language_;
  std::span<OutputTable const> tables_;
  tables::CostScale const& scale_;
  MapFrame frame_;
  DrawnPoint size_;
  std::int64_t font_;
  NamePlacer names_;
};

}  // namespace

std::string map_text(Language language, std::span<OutputTable const> tables) {
  auto const roads = road_words(language, table_named(tables, "roads"));
  return fmt::format("{}{}{}", label(language, "map_text"), roads.empty() ? "" : " ", roads);
}

std::string map_svg(Language language, std::span<OutputTable const> tables,
                    tables::CostScale const& scale) {
  return Drawing{language, tables, scale}.whole();
}

std::string map_legend(Language language, std::span<OutputTable const> tables,
                       tables::CostScale const& scale) {
  std::string html = "<ul class=\"legend\">\n";
  for (auto const& step : cost_steps(language, scale))
    html += legend_item(legend_square(step.color), step.words);
  html += legend_item(legend_square("url(#no-connection)"), label(language, "unreachable"));
  html += legend_item(legend_square("url(#off-network)"), label(language, "off_network"));
  html +=
      legend_item(R"(<circle cx="10" cy="10" r="5" fill="#1f3b4d"/>)", label(language, "places"));
  html += legend_item(number_sign(kGapColor), label(language, "largest_gaps"));
  auto const* const joint = table_named(tables, "joint_remedies");
  if (joint != nullptr && !joint->rows.empty())
    html += legend_item(numbered_place_sign(kChosenPlaceColor), label(language, "joint_remedies"));
  for (auto const& [sign, words] : road_signs(language, table_named(tables, "roads")))
    html += legend_item(sign, words);
  return html + "</ul>\n";
}

}  // namespace gapmap::report
