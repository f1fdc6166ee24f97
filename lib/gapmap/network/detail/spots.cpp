#include "gapmap/network/detail/spots.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <compare>
#include <limits>
#include <numeric>
#include <utility>

#include "gapmap/units/blocks.h"

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

/// Returns the cell of a position. Half a cell is added so that values stored as whole millimetres
/// do not lie on a cell's edge.
GridKey vertex_key(Point p) {
  return key_of({p.x + kSameVertex / 2, p.y + kSameVertex / 2}, kSameVertex);
}

/// Lowers `least` to `value`; in the end it is the lowest of the values that all threads offer.
void lower(std::uint32_t& least, std::uint32_t value) noexcept {
  std::atomic_ref const shared{least};
  auto known = shared.load(std::memory_order_relaxed);
  while (value < known && !shared.compare_exchange_weak(known, value, std::memory_order_relaxed)) {
  }
}

}  // namespace

bool is_same_vertex(Point a, Point b) noexcept { return vertex_key(a) == vertex_key(b); }

namespace {

/// Greatest difference of heights on one level, in metres: two roads that meet are surveyed with a
/// smaller one, and one that passes over another leaves more.
constexpr float kSameLevel = 3;

bool are_on_one_level(float a, float b) noexcept { return !(std::abs(a - b) > kSameLevel); }

/// Finds, for points with the same position, the first point on the level of each. Levels are
/// heights in ascending order separated by gaps of more than kSameLevel. If a height is unknown,
/// all are on one level.
void find_levels(VertexLines const& lines, std::span<std::uint32_t> here,
                 std::vector<std::uint32_t>& first_at) {
  bool const has_unknown = std::ranges::any_of(
      here, [&](std::uint32_t point) { return std::isnan(lines.height(point)); });
  if (has_unknown) return;
  std::ranges::sort(here, {}, [&](std::uint32_t p) { return std::pair{lines.height(p), p}; });
  for (std::size_t from = 0; from < here.size();) {
    auto end = from + 1;
    while (end < here.size() &&
           are_on_one_level(lines.height(here[end - 1]), lines.height(here[end])))
      ++end;
    auto const level = here.subspan(from, end - from);
    auto const first = std::ranges::min(level);
    for (auto const point : level) first_at[point] = first;
    from = end;
  }
}

/// Returns for each point the first one with the same position and on the same level.
std::vector<std::uint32_t> first_at_same_position(VertexLines const& lines) {
  auto const points = lines.positions();
  std::vector<std::pair<GridKey, std::uint32_t>> sorted;
  sorted.reserve(points.size());
  for (std::uint32_t i = 0; i < points.size(); ++i) sorted.emplace_back(vertex_key(points[i]), i);
  std::ranges::sort(sorted);
  std::vector<std::uint32_t> first_at(points.size());
  std::vector<std::uint32_t> here;
  for (std::size_t i = 0; i < sorted.size();) {
    here.clear();
    auto const key = sorted[i].first;
    for (; i < sorted.size() && sorted[i].first == key; ++i) here.push_back(sorted[i].second);
    for (auto const point : here) first_at[point] = here.front();
    if (lines.has_heights() && here.size() > 1) find_levels(lines, here, first_at);
  }
  return first_at;
}

}  // namespace

Spots::Spots(VertexLines const& lines, std::vector<std::size_t> const& also) {
  if (!lines.is_named()) first_at_ = first_at_same_position(lines);
  vertices_ = lines.is_named() ? lines.keys() : std::span<std::uint32_t const>{first_at_};
  number(lines, also);
}

void Spots::number(VertexLines const& lines, std::vector<std::size_t> const& also) {
  auto const vertices = lines.positions().size();
  RankedBits is_used{vertices};
  is_spot_ = RankedBits{vertices};
  Blocks const blocks{lines.size(), kLinesAtOnce};
  blocks.each([&](Block const& block) {
    for (auto line = block.first; line < block.end; ++line) {
      auto const first = lines.first_point(line);
      auto const last = lines.first_point(line + 1) - 1;
      is_spot_.insert(vertices_[first]);
      is_spot_.insert(vertices_[last]);
      for (auto i = first; i <= last; ++i) {
        if (!is_used.insert(vertices_[i])) is_spot_.insert(vertices_[i]);
      }
    }
  });
  for (auto const point : also) is_spot_.insert(vertices_[point]);
  constexpr auto kNoPoint = std::numeric_limits<std::uint32_t>::max();
  first_points_ = IdVector<SpotId, std::uint32_t>{is_spot_.count(), kNoPoint};
  blocks.each([&](Block const& block) {
    for (auto i = lines.first_point(block.first); i < lines.first_point(block.end); ++i) {
      if (auto const spot = at(i); !spot.is_none())
        lower(first_points_[spot], static_cast<std::uint32_t>(i));
    }
  });
}

SpotGroups::SpotGroups(std::size_t size) : parent_(size) {
  std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
}

SpotId SpotGroups::find(SpotId spot) const noexcept {
  if (parent_.empty()) return spot;
  auto s = spot.value();
  while (parent_[s] != s) s = parent_[s];
  return SpotId{s};
}

bool SpotGroups::join(SpotId a, SpotId b) {
  auto const root = [&](SpotId spot) {
    auto s = spot.value();
    while (parent_[s] != s) s = parent_[s] = parent_[parent_[s]];
    return s;
  };
  auto const x = root(a);
  auto const y = root(b);
  if (x == y) return false;
  parent_[std::max(x, y)] = std::min(x, y);
  return true;
}

std::size_t join_ends(VertexLines const& lines, Spots const& spots, Meters within,
                      SpotGroups& groups) {
  if (!(within > Meters{0})) return 0;
  auto const position = [&](SpotId spot) { return lines.point(spots.first_points()[spot]); };
  auto const height = [&](SpotId spot) { return lines.height(spots.first_points()[spot]); };
  std::vector<SpotId> ends;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    ends.push_back(spots.at(lines.first_point(line)));
    ends.push_back(spots.at(lines.first_point(line + 1) - 1));
  }
  std::ranges::sort(ends);
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());

  std::vector<std::pair<GridKey, SpotId>> grid;
  grid.reserve(ends.size());
  for (auto const end : ends) grid.emplace_back(key_of(position(end), within.value()), end);
  std::ranges::sort(grid);
  std::size_t joined = 0;
  for (auto const& [key, end] : grid) {
    for (std::int64_t dx = -1; dx <= 1; ++dx) {
      for (std::int64_t dy = -1; dy <= 1; ++dy) {
        GridKey const around{key.x + dx, key.y + dy};
        auto it = std::ranges::lower_bound(grid, around, {}, &std::pair<GridKey, SpotId>::first);
        for (; it != grid.end() && it->first == around; ++it) {
          if (it->second > end && planar_distance(position(end), position(it->second)) < within &&
              are_on_one_level(height(end), height(it->second)) && groups.join(end, it->second)) {
            ++joined;
          }
        }
      }
    }
  }
  return joined;
}

}  // namespace gapmap::network
