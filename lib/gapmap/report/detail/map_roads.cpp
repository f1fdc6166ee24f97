#include "gapmap/report/detail/map_roads.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "gapmap/report/labels.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/detail/road_looks.h"

namespace gapmap::report {
namespace {

constexpr std::int64_t kStep = 2;  ///< units of the drawing: less than a pixel

std::string pen(RoadLook const& look, double width) {
  auto const dashes =
      look.is_dashed ? fmt::format(" stroke-dasharray=\"{:.1f} {:.1f}\"", 3 * width, 2.5 * width)
                     : std::string{};
  return fmt::format(R"(stroke="{}" stroke-width="{:.1f}"{})", look.color, width, dashes);
}

}  // namespace

std::string drawn_roads(tables::OutputTable const* roads, MapFrame const& frame,
                        std::int64_t font) {
  if (roads == nullptr || roads->lines.empty()) return {};
  auto const looks = road_looks();
  std::vector<std::string> paths(looks.size());
  tables::ResultRows const rows{*roads};
  for (std::size_t r = 0; r < roads->lines.size(); ++r)
    append_line(paths[look_of(rows.text(r, "road_class"))], roads->lines[r], frame, kStep);
  auto svg = std::string{
      "<g class=\"roads\" fill=\"none\" stroke-linejoin=\"round\" stroke-opacity=\"0.8\">\n"};
  // The most important roads are drawn last, above the others.
  for (auto i = looks.size(); i-- > 0;) {
    if (paths[i].empty()) continue;
    auto const width = looks[i].width_mm * static_cast<double>(font) / 6;
    svg += fmt::format("<path {} d=\"{}\"/>\n", pen(looks[i], width), paths[i]);
  }
  return svg + "</g>\n";
}

std::string road_words(Language language, tables::OutputTable const* roads) {
  if (roads == nullptr || roads->lines.empty()) return {};
  tables::ResultRows const rows{*roads};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (road_looks()[look_of(rows.text(r, "road_class"))].is_dashed)
      return std::string{label(language, "map_text ferries")};
  }
  return std::string{label(language, "map_text roads")};
}

std::vector<RoadSign> road_signs(Language language, tables::OutputTable const* roads) {
  std::vector<RoadSign> signs;
  if (roads == nullptr) return signs;
  tables::ResultRows const rows{*roads};
  auto const sign = [&](bool is_ferry, std::string_view key) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      auto const& look = road_looks()[look_of(rows.text(r, "road_class"))];
      if (look.is_dashed != is_ferry) continue;
      signs.push_back(
          {fmt::format("<path d=\"M0 15l20-10\" {}/>", pen(look, 2)), label(language, key)});
      return;
    }
  };
  sign(false, "roads");
  sign(true, "ferries");
  return signs;
}

}  // namespace gapmap::report
