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

/// Numbers the spots among vertices: `vertex(i)` is what vertex point i is, below `vertices`.
template <class Vertex>
Spots number_spots(Lines const& lines, std::size_t vertices, std::vector<std::size_t> const& also,
                   Vertex&& vertex) {
  enum : std::uint8_t { kUnused, kBend, kSpot };
  std::vector<std::uint8_t> use(vertices, kUnused);
  auto const& points = lines.points();
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto& u = use[vertex(i)];
    u = u == kUnused ? kBend : kSpot;
  }
  for (std::size_t line = 0; line < lines.size(); ++line) {
    use[vertex(lines.first_point(line))] = kSpot;
    use[vertex(lines.first_point(line + 1) - 1)] = kSpot;
  }
  for (auto const point : also) use[vertex(point)] = kSpot;
  Spots spots{.keys = nullptr, .of = std::vector<SpotId>(vertices), .positions = {}};
  spots.positions.reserve(static_cast<std::size_t>(std::ranges::count(use, kSpot)));
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto const v = vertex(i);
    if (use[v] == kSpot && spots.of[v].is_none())
      spots.of[v] = spots.positions.push_back(points[i]);
  }
  return spots;
}

}  // namespace

bool is_same_vertex(Point a, Point b) noexcept { return vertex_key(a) == vertex_key(b); }

Spots spots_by_position(Lines const& lines, std::vector<std::size_t> const& also) {
  auto const& points = lines.points();
  std::vector<std::pair<GridKey, std::uint32_t>> sorted;
  sorted.reserve(points.size());
  for (std::uint32_t i = 0; i < points.size(); ++i) sorted.emplace_back(vertex_key(points[i]), i);
  std::ranges::sort(sorted);

  std::vector<std::uint32_t> first_at(points.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    bool const continues = i > 0 && sorted[i].first == sorted[i - 1].first;
    first_at[sorted[i].second] = continues ? first_at[sorted[i - 1].second] : sorted[i].second;
  }
  auto spots = number_spots(lines, points.size(), also, [&](std::size_t i) { return first_at[i]; });
  for (std::size_t i = 0; i < points.size(); ++i) spots.of[i] = spots.of[first_at[i]];
  return spots;
}

Spots spots_by_key(Lines const& lines, std::vector<std::uint32_t> const& keys,
                   std::vector<std::size_t> const& also) {
  auto const greatest = keys.empty() ? 0 : std::size_t{*std::ranges::max_element(keys)} + 1;
  auto spots = number_spots(lines, greatest, also, [&](std::size_t i) { return keys[i]; });
  spots.keys = &keys;
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
    ends.push_back(spots.at(lines.first_point(line)));
    ends.push_back(spots.at(lines.first_point(line + 1) - 1));
  }
  std::ranges::sort(ends);
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());

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
