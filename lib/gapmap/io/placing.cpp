#include "gapmap/io/placing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "gapmap/geometry/overlay.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

bool is_between(double value, double low, double high) { return value >= low && value <= high; }

}  // namespace

int epsg_by_value(RawPoint p) {
  if (is_between(p.x, -180, 180) && is_between(p.y, -90, 90) && (p.x != 0 || p.y != 0)) return 4326;
  if (!is_between(p.y, 6.4e6, 8.0e6)) return 0;
  if (is_between(p.x, 2e4, 8e5)) return 3067;
  if (is_between(p.x, 3.0e6, 3.85e6)) return 2393;
  if (!is_between(p.x, 19e6, 32e6)) return 0;
  int const zone = static_cast<int>(p.x / 1e6);
  bool const is_gk = is_between(zone, 19, 31) && is_between(p.x - zone * 1e6, 2e5, 8e5);
  return is_gk ? 3873 + zone - 19 : 0;
}

std::optional<Crs> guess_crs(std::span<RawPoint const> points) {
  std::map<int, std::size_t> votes;
  for (auto const p : points) {
    if (int const epsg = epsg_by_value(p); epsg != 0) ++votes[epsg];
  }
  auto const winner =
      std::ranges::max_element(votes, {}, &std::pair<int const, std::size_t>::second);
  if (winner == votes.end() || winner->second * 2 < points.size()) return std::nullopt;
  return Crs::from_text(fmt::format("EPSG:{}", winner->first));
}

Crs require_crs(std::optional<Crs> const& crs, InputError::Where const& where,
                std::string const& crs_option) {
  if (crs) return *crs;
  throw InputError{
      where, "it does not say in which coordinate reference system it is",
      fmt::format("name it with `{}`, for example `{}` EPSG:3067", crs_option, crs_option)};
}

Placing::Placing(std::optional<Crs> const& source, WorkingFrame const& frame,
                 InputError::Where const& where, std::string const& crs_option)
    : frame_{frame},
      source_{require_crs(source, where, crs_option)},
      projection_{source_, frame.crs()} {}

bool Placing::is_plausible(RawPoint projected) const {
  return std::isfinite(projected.x) && std::isfinite(projected.y) &&
         frame_.is_plausible(frame_.to_lonlat(Point{projected.x, projected.y}));
}

bool Placing::accepts(Box const& projected) const {
  // What is plausible is a box of degrees, of which the sides bend by far less than its slack.
  auto const& [low, high] = projected;
  return !projected.is_empty() && is_plausible({low.x, low.y}) && is_plausible({high.x, high.y}) &&
         is_plausible({low.x, high.y}) && is_plausible({high.x, low.y});
}

bool Placing::accept(RawPoint projected, RawPoint raw, std::string const& row,
                     ImportReport& report) {
  if (is_plausible(projected)) return true;
  if (outside_++ == 0) first_outside_ = raw;
  RawPoint swapped{raw.y, raw.x};
  projection_.forward(std::span{&swapped, 1});
  bool const fits_swapped = is_plausible(swapped);
  if (fits_swapped) ++plausible_if_swapped_;
  if (fits_swapped) {
    report.count("coordinates in the wrong order (x and y swapped)", row);
  } else {
    report.count({"coordinates outside the area of {}", frame_.crs().label()}, row);
  }
  return false;
}

void Placing::finish(std::size_t rows_used, InputError::Where const& where) const {
  if (rows_used > 0 || outside_ == 0) return;
  auto const first = fmt::format("the first is at ({}, {}) in {}", first_outside_.x,
                                 first_outside_.y, source_.label());
  if (plausible_if_swapped_ == outside_) {
    throw InputError{where, "its coordinates are in the wrong order: " + first,
                     "swap x and y (east or longitude comes first)"};
  }
  throw InputError{
      where,
      fmt::format("its coordinates lie outside the area of {}: {}", frame_.crs().label(), first),
      "check the CRS of the input, or choose another `crs`"};
}

bool is_projected(RawShape const& projected) {
  return std::ranges::all_of(projected.points,
                             [](RawPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

namespace {

/// Returns the polygon with closed rings, but does not make it valid.
Area to_area(RawShape const& projected) {
  Area area;
  std::size_t path = 0;
  for (auto const part_end : projected.part_ends) {
    for (; path < part_end; ++path) {
      std::size_t const first = path == 0 ? 0 : projected.path_ends[path - 1];
      std::size_t const end = projected.path_ends[path];
      if (end - first < 3) continue;  // encloses nothing
      auto const ring_start = area.points.size();
      for (auto i = first; i < end; ++i)
        area.points.push_back({projected.points[i].x, projected.points[i].y});
      if (area.points[ring_start] != area.points.back())
        area.points.push_back(area.points[ring_start]);
      if (area.points.size() - ring_start < 4) {
        area.points.resize(ring_start);
        continue;
      }
      area.close_ring();
    }
    if (area.rings() > (area.part_ends.empty() ? 0 : area.part_ends.back())) area.close_part();
  }
  return area;
}

}  // namespace

std::optional<Area> sound_area(RawShape const& projected, std::string const& row,
                               ImportReport& report) {
  if (!is_projected(projected))
    return report.count("a point that cannot be projected", row), std::nullopt;
  auto area = to_area(projected);
  auto const problem = area.is_empty() ? std::string{} : validity_problem(area);
  bool const is_sound = problem.empty();
  if (!is_sound) area = make_valid(area);
  if (area.is_empty()) return report.count("polygon that encloses nothing", row), std::nullopt;
  if (!is_sound) report.count({"invalid polygon ({}), repaired", problem}, row, Consequence::Used);
  return area;
}

}  // namespace gapmap::io
