#include "gapmap/report/detail/map_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/report/markup.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

// In units of the drawing.
constexpr double kLongestSide = 2400;
constexpr double kUnitsOfCell = 4;
constexpr double kMargin = 0.02;  ///< share of the longer side

}  // namespace

MapFrame frame_around(tables::OutputTable const* municipalities, tables::OutputTable const* cells) {
  Box box;
  for (auto const* table : {municipalities, cells}) {
    if (table == nullptr) continue;
    for (auto const& area : table->areas) box.extend(area.box());
  }
  if (box.is_empty()) box.extend(Point{});
  double const longest = std::max({box.max.x - box.min.x, box.max.y - box.min.y, 1.0});
  double unit = longest / kLongestSide;
  if (cells != nullptr && !cells->areas.empty()) {
    auto const cell = cells->areas.front().box();
    double const width = std::max(cell.max.x - cell.min.x, 1.0);
    unit = std::min(unit, width / kUnitsOfCell);
  }
  return {box.grown(longest * kMargin), unit};
}

std::string ground_of(tables::OutputTable const* areas, MapFrame const& frame) {
  std::string path;
  if (areas != nullptr) {
    for (auto const& area : areas->areas) append_area(path, area, frame, kOutlineStep);
  }
  return fmt::format("<path class=\"ground\" fill=\"#f7f5ef\" d=\"{}\"/>\n", path);
}

std::string municipality_names(tables::OutputTable const* areas, MapFrame const& frame,
                               NamePlacer& names, std::int64_t font) {
  if (areas == nullptr) return {};
  tables::ResultRows const rows{*areas};
  std::string words;
  for (std::size_t r = 0; r < areas->areas.size(); ++r) {
    auto const inside = inner_point(areas->areas[r]);
    if (!inside) continue;
    auto const name = rows.text(r, "municipality_name");
    if (auto const spot = names.on(frame.at(*inside), name)) words += written(*spot, name);
  }
  return fmt::format(
      "<g class=\"names\" fill=\"#303030\" font-style=\"italic\" stroke=\"#fff\" "
      "stroke-linejoin=\"round\" stroke-width=\"{}\" paint-order=\"stroke\">\n{}</g>\n",
      halo_of(font), words);
}

std::string numbered_area(Area const& area, std::string_view number, std::string_view title,
                          std::string_view color, MapFrame const& frame, std::int64_t font,
                          NamePlacer& names) {
  auto const inside = inner_point(area);
  if (!inside) return {};
  auto const radius = font * 8 / 10;
  auto const at = frame.at(*inside);
  names.keep_free(at, radius);
  std::string path;
  append_area(path, area, frame, 1);
  return fmt::format(
      "<g class=\"gap\"><title>{0}</title>"
      "<path fill=\"none\" stroke=\"{7}\" d=\"{1}\"/>"
      "<circle cx=\"{2}\" cy=\"{3}\" r=\"{4}\" fill=\"{7}\" stroke=\"#fff\"/>"
      "<text x=\"{2}\" y=\"{5}\" fill=\"#fff\" text-anchor=\"middle\" "
      "font-weight=\"bold\">{6}</text></g>\n",
      escaped(title), path, at.x, at.y, radius, at.y + font * 35 / 100, number, color);
}

std::string numbered_areas(std::string const& areas, std::int64_t font) {
  return fmt::format("<g class=\"gaps\" stroke-width=\"{}\">\n{}</g>\n", font / 14, areas);
}

std::string number_sign(std::string_view color) {
  return fmt::format(
      "<circle cx=\"10\" cy=\"10\" r=\"9\" fill=\"{}\"/><text x=\"10\" y=\"14\" "
      "fill=\"#fff\" font-size=\"12\" text-anchor=\"middle\">1</text>",
      color);
}

std::string numbered_place(DrawnPoint at, std::string_view number, std::string_view title,
                           std::string_view color, std::int64_t font, NamePlacer& names) {
  auto const half = font * 7 / 10;
  names.keep_free(at, half);
  return fmt::format(
      "<g class=\"proposal\"><title>{0}</title>"
      "<path fill=\"{5}\" stroke=\"#fff\" d=\"M{1} {2}h{3}v{3}h-{3}z\"/>"
      "<text x=\"{6}\" y=\"{7}\" fill=\"#fff\" text-anchor=\"middle\" "
      "font-weight=\"bold\">{4}</text></g>\n",
      escaped(title), at.x - half, at.y - half, 2 * half, number, color, at.x,
      at.y + font * 35 / 100);
}

std::string numbered_places(std::string const& places, std::int64_t font) {
  if (places.empty()) return {};
  return fmt::format("<g class=\"proposals\" stroke-width=\"{}\">\n{}</g>\n", font / 14, places);
}

std::string numbered_place_sign(std::string_view color) {
  return fmt::format(
      "<path d=\"M2 2h16v16h-16z\" fill=\"{}\"/><text x=\"10\" y=\"14\" "
      "fill=\"#fff\" font-size=\"12\" text-anchor=\"middle\">1</text>",
      color);
}

std::string written(NamePlacer::Spot const& spot, std::string_view name) {
  return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", spot.at.x, spot.at.y,
                     spot.anchor, escaped(name));
}

std::string legend_item(std::string const& sign, std::string_view words) {
  return fmt::format(
      "<li><svg viewBox=\"0 0 20 20\" width=\"20\" height=\"20\" aria-hidden=\"true\">{}</svg> "
      "{}</li>\n",
      sign, escaped(words));
}

std::string legend_square(std::string_view fill) {
  return fmt::format(R"(<path d="M1 1h18v18h-18z" fill="{}" stroke="#6b6658"/>)", fill);
}

}  // namespace gapmap::report
