#include "gapmap/report/map_frame.h"
#include "gapmap/units/stop.h"

#include <fmt/format.h>

#include <iterator>
#include <vector>

namespace gapmap::report {
namespace {

bool is_near(DrawnPoint a, DrawnPoint b, std::int64_t step) {
  return std::abs(a.x - b.x) < step && std::abs(a.y - b.y) < step;
}

/// Returns the points that are at least `step` from the point drawn before them.
std::vector<DrawnPoint> drawn(std::span<Point const> line, MapFrame const& frame,
                              std::int64_t step) {
  std::vector<DrawnPoint> points;
  for (auto const p : line) {
    auto const at = frame.at(p);
    if (points.empty() || !is_near(points.back(), at, step)) points.push_back(at);
  }
  return points;
}

void append_steps(std::string& path, std::span<DrawnPoint const> points) {
  auto out = std::back_inserter(path);
  fmt::format_to(out, "M{} {}l", points[0].x, points[0].y);
  for (std::size_t i = 1; i < points.size(); ++i) {
    auto const dx = points[i].x - points[i - 1].x;
    auto const dy = points[i].y - points[i - 1].y;
    // A minus sign separates numbers as well as a space does.
    fmt::format_to(out, "{}{}{}{}", i > 1 && dx >= 0 ? " " : "", dx, dy >= 0 ? " " : "", dy);
  }
}

}  // namespace

void append_ring(std::string& path, std::span<Point const> ring, MapFrame const& frame,
                 std::int64_t step) {
  auto points = drawn(ring, frame, step);
  while (points.size() > 1 && is_near(points.back(), points.front(), step)) points.pop_back();
  if (points.size() < 3) return;
  append_steps(path, points);
  path += 'z';
}

void append_line(std::string& path, std::span<Point const> line, MapFrame const& frame,
                 std::int64_t step) {
  stop_if_asked();
  auto points = drawn(line, frame, step);
  if (points.size() < 2) return;
  points.back() = frame.at(line.back());
  append_steps(path, points);
}

void append_area(std::string& path, Area const& area, MapFrame const& frame, std::int64_t step) {
  stop_if_asked();
  for (std::size_t r = 0; r < area.rings(); ++r) append_ring(path, area.ring(r), frame, step);
}

}  // namespace gapmap::report
