#include "gapmap/report/map_names.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace gapmap::report {
namespace {

/// Returns the height of the centroid by the shoelace formula over all rings; it does not matter
/// whether holes turn the other way.
double middle_height(Area const& area) {
  double sum = 0;
  double weight = 0;
  for (std::size_t r = 0; r < area.rings(); ++r) {
    auto const ring = area.ring(r);
    for (std::size_t i = 1; i < ring.size(); ++i) {
      double const cross = ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
      weight += cross;
      sum += cross * (ring[i - 1].y + ring[i].y) / 3;
    }
  }
  auto const box = area.box();
  double const middle = weight == 0 ? box.min.y : sum / weight;
  return std::clamp(middle, box.min.y, box.max.y);
}

/// Returns the number of characters, not bytes, of UTF-8.
std::int64_t length_of(std::string_view text) {
  return std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

}  // namespace

std::optional<Point> inner_point(Area const& area) {
  if (area.is_empty()) return std::nullopt;
  double const y = middle_height(area);
  std::vector<double> crossings;
  for (std::size_t r = 0; r < area.rings(); ++r) {
    auto const ring = area.ring(r);
    for (std::size_t i = 1; i < ring.size(); ++i) {
      auto const [a, b] = std::pair{ring[i - 1], ring[i]};
      if ((a.y <= y) != (b.y <= y))
        crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  }
  std::ranges::sort(crossings);
  Point best{area.points.front()};
  double widest = -1;
  for (std::size_t i = 1; i < crossings.size(); i += 2) {
    double const width = crossings[i] - crossings[i - 1];
    if (width <= widest) continue;
    widest = width;
    best = {(crossings[i] + crossings[i - 1]) / 2, y};
  }
  return best;
}

void NamePlacer::keep_free(DrawnPoint center, std::int64_t radius) {
  taken_.push_back({center.x - radius, center.y - radius, center.x + radius, center.y + radius});
}

std::optional<NamePlacer::Spot> NamePlacer::beside(DrawnPoint dot, std::int64_t radius,
                                                   std::string_view text) {
  // Letters of a sans serif are a little over half as wide as high.
  auto const width = length_of(text) * font_ * 55 / 100;
  auto const middle = dot.y + font_ * 35 / 100;
  auto const gap = radius + font_ / 5;
  for (auto const& spot : std::array<Spot, 4>{{{{dot.x + gap, middle}, "start"},
                                               {{dot.x - gap, middle}, "end"},
                                               {{dot.x, dot.y + gap + font_ * 4 / 5}, "middle"},
                                               {{dot.x, dot.y - gap}, "middle"}}}) {
    if (auto const taken = take(spot, width)) return taken;
  }
  return std::nullopt;
}

std::optional<NamePlacer::Spot> NamePlacer::on(DrawnPoint center, std::string_view text) {
  auto const width = length_of(text) * font_ * 55 / 100;
  auto const middle = center.y + font_ * 35 / 100;
  // The lines below and above serve names where a number stands in the middle.
  auto const line = font_ * 14 / 10;
  for (auto const y : {middle, middle + line, middle - line}) {
    if (auto const taken = take({{center.x, y}, "middle"}, width)) return taken;
  }
  return std::nullopt;
}

std::optional<NamePlacer::Spot> NamePlacer::take(Spot spot, std::int64_t width) {
  auto const left = std::strcmp(spot.anchor, "start") == 0 ? spot.at.x
                    : std::strcmp(spot.anchor, "end") == 0 ? spot.at.x - width
                                                           : spot.at.x - width / 2;
  Rectangle const box{left, spot.at.y - font_ * 4 / 5, left + width, spot.at.y + font_ / 5};
  bool const is_outside =
      box.left < 0 || box.top < 0 || box.right > size_.x || box.bottom > size_.y;
  auto const meets = [&](Rectangle const& other) {
    return box.left < other.right && other.left < box.right && box.top < other.bottom &&
           other.top < box.bottom;
  };
  if (is_outside || std::ranges::any_of(taken_, meets)) return std::nullopt;
  taken_.push_back(box);
  return spot;
}

}  // namespace gapmap::report
