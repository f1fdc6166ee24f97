#include "gapmap/network/spots.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <utility>

namespace gapmap::network {
namespace {

struct GridKey {
  std::int64_t x;
  std::int64_t y;
  friend auto operator<=>(GridKey const&, GridKey const&) = default;
};

GridKey key_of(Point p, double cell) {
  return {static_cast<std::int64_t>(std::floor(p.x / cell)),
          static_cast<std::int64_t>(std::floor(p.y / cell))};
}

constexpr double kSameVertex = 0.001;  // metres: sources store millimetres or less

/// Half a cell is added so that values stored as whole millimetres do not sit on a cell's edge.
GridKey vertex_key(Point p) {
  return key_of({p.x + kSameVertex / 2, p.y + kSameVertex / 2}, kSameVertex);
}

void mark_ends(Lines const& lines, Spots& spots) {
  for (std::size_t line = 0; line < lines.size(); ++line) {
    spots.is_meeting[spots.of_point[lines.first_point(line)]] = true;
    spots.is_meeting[spots.of_point[lines.first_point(line + 1) - 1]] = true;
  }
}

}  // namespace

bool is_same_vertex(Point a, Point b) noexcept { return vertex_key(a) == vertex_key(b); }

Spots spots_by_position(Lines const& lines) {
  auto const& points = lines.points();
  std::vector<std::pair<GridKey, std::uint32_t>> sorted;
  sorted.reserve(points.size());
  for (std::uint32_t i = 0; i < points.size(); ++i) sorted.emplace_back(vertex_key(points[i]), i);
  std::ranges::sort(sorted);

  // Spots are numbered by their first vertex, so that the numbering follows the source.
  std::vector<std::uint32_t> first_at(points.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    bool const continues = i > 0 && sorted[i].first == sorted[i - 1].first;
    first_at[sorted[i].second] = continues ? first_at[sorted[i - 1].second] : sorted[i].second;
  }
  Spots spots;
  spots.of_point.resize(points.size());
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    if (first_at[i] == i) {
      spots.of_point[i] = spots.positions.push_back(points[i]);
      spots.is_meeting.push_back(false);
    } else {
      spots.of_point[i] = spots.of_point[first_at[i]];
      spots.is_meeting[spots.of_point[i]] = true;
    }
  }
  mark_ends(lines, spots);
  return spots;
}

Spots spots_by_key(Lines const& lines, std::vector<std::uint32_t> const& keys) {
  auto const& points = lines.points();
  std::uint32_t greatest = 0;
  for (auto const key : keys) greatest = std::max(greatest, key);
  std::vector<SpotId> spot_of_key(keys.empty() ? 0 : std::size_t{greatest} + 1);
  Spots spots;
  spots.of_point.reserve(points.size());
  spots.positions.reserve(spot_of_key.size());
  spots.is_meeting.reserve(spot_of_key.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto& spot = spot_of_key[keys[i]];
    if (spot.is_none()) {
      spot = spots.positions.push_back(points[i]);
      spots.is_meeting.push_back(false);
    } else {
      spots.is_meeting[spot] = true;
    }
    spots.of_point.push_back(spot);
  }
  mark_ends(lines, spots);
  return spots;
}

SpotId SpotGroups::find(SpotId spot) {
  auto s = spot.value();
  while (parent_[s] != s) s = parent_[s] = parent_[parent_[s]];
  return SpotId{s};
}

bool SpotGroups::join(SpotId a, SpotId b) {
  auto const x = find(a).value();
  auto const y = find(b).value();
  if (x == y) return false;
  parent_[std::max(x, y)] = std::min(x, y);
  return true;
}

/// Joins ends of lines that miss each other by less than `within`.
std::size_t join_ends(Lines const& lines, Spots const& spots, Meters within, SpotGroups& groups) {
  if (!(within > Meters{0})) return 0;
  std::vector<SpotId> ends;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    ends.push_back(spots.of_point[lines.first_point(line)]);
    ends.push_back(spots.of_point[lines.first_point(line + 1) - 1]);
  }
  std::ranges::sort(ends);
  ends.erase(std::ranges::unique(ends).begin(), ends.end());

  std::vector<std::pair<GridKey, SpotId>> grid;
  for (auto const end : ends) grid.emplace_back(key_of(spots.positions[end], within.value()), end);
  std::ranges::sort(grid);
  std::size_t joined = 0;
  for (auto const& [key, end] : grid) {
    for (std::int64_t dx = -1; dx <= 1; ++dx) {
      for (std::int64_t dy = -1; dy <= 1; ++dy) {
        GridKey const around{key.x + dx, key.y + dy};
        auto it = std::ranges::lower_bound(grid, around, {}, &std::pair<GridKey, SpotId>::first);
        for (; it != grid.end() && it->first == around; ++it) {
          if (it->second > end &&
              planar_distance(spots.positions[end], spots.positions[it->second]) < within &&
              groups.join(end, it->second)) {
            ++joined;
          }
        }
      }
    }
  }
  return joined;
}

}  // namespace gapmap::network
