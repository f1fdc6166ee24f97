#include "gapmap/network/main_roads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "gapmap/geometry/polyline.h"

namespace gapmap::network {
namespace {

constexpr std::array kFerries{RoadClass::Ferry, RoadClass::CableFerry};
constexpr std::array kRoads{RoadClass::Motorway,    RoadClass::Trunk,        RoadClass::Primary,
                            RoadClass::Secondary,   RoadClass::Tertiary,     RoadClass::Local,
                            RoadClass::Residential, RoadClass::LivingStreet, RoadClass::Unknown};

/// The part of a segment that lies in the box. An end that was cut off meets nothing.
struct Piece {
  std::array<JunctionId, 2> ends;
  std::vector<Point> points;
  double length;
};

/// Returns the length along a segment at a position counted in its points.
double along_at(std::span<double const> along, double position) {
  auto const point = std::min(static_cast<std::size_t>(position), along.size() - 1);
  double const share = position - static_cast<double>(point);
  if (share == 0) return along[point];
  return along[point] + share * (along[point + 1] - along[point]);
}

bool may_touch(std::span<Point const> shape, Box const& box) {
  Box around;
  for (auto const p : shape) around.extend(p);
  return around.min.x <= box.max.x && around.max.x >= box.min.x && around.min.y <= box.max.y &&
         around.max.y >= box.min.y;
}

std::vector<Piece> pieces_of(RoadNetwork const& network, RoadClass road_class, Box const& box) {
  std::vector<Piece> pieces;
  for (auto const id : network.originals()) {
    auto const& segment = network.segments[id];
    auto const shape = network.shape(id);
    if (segment.attributes.road_class != road_class || !may_touch(shape, box)) continue;
    if (network.is_boarding(id)) continue;
    auto const along = network.along_shape(id);
    for (auto& part : parts_within(shape, box)) {
      bool const has_start = part.from == 0;
      bool const has_end = part.to == static_cast<double>(shape.size() - 1);
      pieces.push_back({{has_start ? segment.from : JunctionId::none(),
                         has_end ? segment.to : JunctionId::none()},
                        std::move(part.points),
                        along_at(along, part.to) - along_at(along, part.from)});
    }
  }
  return pieces;
}

/// Joins pieces into lines where exactly two of them meet.
class Chains {
 public:
  explicit Chains(std::vector<Piece> pieces)
      : pieces_{std::move(pieces)}, used_(pieces_.size(), 0) {
    for (std::uint32_t p = 0; p < pieces_.size(); ++p) {
      for (auto const end : pieces_[p].ends) {
        if (!end.is_none()) meeting_[end].push_back(p);
      }
    }
  }

  std::vector<MainRoad> put_together(RoadClass road_class) {
    std::vector<MainRoad> roads;
    auto const add = [&](std::uint32_t piece, std::size_t from) {
      auto road = follow(piece, from);
      road.road_class = road_class;
      roads.push_back(std::move(road));
    };
    for (std::uint32_t p = 0; p < pieces_.size(); ++p) {
      for (std::size_t end = 0; end < 2; ++end) {
        if (used_[p] == 0 && next_of(p, end) == p) add(p, end);
      }
    }
    // The remaining pieces form rings.
    for (std::uint32_t p = 0; p < pieces_.size(); ++p) {
      if (used_[p] == 0) add(p, 0);
    }
    return roads;
  }

 private:
  /// Returns the only other piece that meets this end of `piece`; `piece` itself if there is none.
  [[nodiscard]] std::uint32_t next_of(std::uint32_t piece, std::size_t end) const {
    auto const at = pieces_[piece].ends[end];
    if (at.is_none()) return piece;
    auto const& meeting = meeting_.at(at);
    if (meeting.size() != 2) return piece;
    return meeting[0] == piece ? meeting[1] : meeting[0];
  }

  /// Follows the pieces from one end of `piece` as far as they go.
  MainRoad follow(std::uint32_t piece, std::size_t from) {
    MainRoad road{};
    double length = 0;
    for (;;) {
      used_[piece] = 1;
      auto& points = pieces_[piece].points;
      if (from == 1) std::ranges::reverse(points);
      // Ends that were joined across a small miss stay where they are drawn.
      bool const meets = !road.line.empty() && road.line.back() == points.front();
      road.line.insert(road.line.end(), points.begin() + (meets ? 1 : 0), points.end());
      length += pieces_[piece].length;
      auto const to = pieces_[piece].ends[1 - from];
      auto const next = next_of(piece, 1 - from);
      if (next == piece || used_[next] != 0) break;
      piece = next;
      from = pieces_[next].ends[0] == to ? 0 : 1;
    }
    road.length = Meters{length};
    return road;
  }

  std::vector<Piece> pieces_;
  std::vector<char> used_;
  std::unordered_map<JunctionId, std::vector<std::uint32_t>> meeting_;
};

std::vector<MainRoad> roads_of(RoadNetwork const& network, RoadClass road_class,
                               MainRoadOptions const& options) {
  auto roads = Chains{pieces_of(network, road_class, options.box)}.put_together(road_class);
  for (auto& road : roads) {
    if (road.line.back() < road.line.front()) std::ranges::reverse(road.line);
    road.line = simplified(road.line, options.tolerance);
  }
  std::ranges::sort(roads, {}, &MainRoad::line);
  return roads;
}

std::size_t points_in(std::vector<MainRoad> const& roads) {
  return std::transform_reduce(roads.begin(), roads.end(), std::size_t{0}, std::plus{},
                               [](MainRoad const& road) { return road.line.size(); });
}

/// Keeps the longest roads that fit within `most_points`.
void keep_longest(std::vector<MainRoad>& roads, std::size_t most_points) {
  std::ranges::stable_sort(roads, std::ranges::greater{}, &MainRoad::length);
  std::size_t points = 0;
  auto const too_many = std::ranges::find_if(roads, [&](MainRoad const& road) {
    points += road.line.size();
    return points > most_points;
  });
  roads.erase(too_many, roads.end());
}

}  // namespace

std::vector<MainRoad> main_roads(RoadNetwork const& network, MainRoadOptions const& options) {
  std::vector<MainRoad> drawn;
  std::size_t points = 0;
  auto const take = [&](std::vector<MainRoad>& roads) {
    points += points_in(roads);
    std::ranges::move(roads, std::back_inserter(drawn));
  };
  for (auto const ferry : kFerries) {
    auto lines = roads_of(network, ferry, options);
    take(lines);
  }
  bool is_first = true;
  for (auto const road_class : kRoads) {
    auto roads = roads_of(network, road_class, options);
    if (roads.empty()) continue;
    auto const left = options.most_points - std::min(points, options.most_points);
    bool const fits = points_in(roads) <= left;
    if (!fits && !is_first) break;
    if (!fits) keep_longest(roads, left);
    take(roads);
    if (!fits) break;
    is_first = false;
  }
  return drawn;
}

}  // namespace gapmap::network
