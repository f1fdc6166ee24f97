#include "gapmap/network/assemble.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "gapmap/units/error.h"

namespace gapmap::network {
namespace {

/// A distinct vertex position, before any is known to be a junction.
using SpotId = Id<struct SpotTag>;
using LinkId = Id<struct LinkTag>;

/// Part of one source line between two spots where something meets.
struct Link {
  SpotId from;
  SpotId to;
  std::size_t first_point;  ///< in Cleaned::lines.points()
  std::size_t last_point;   ///< inclusive
  RoadAttributes attributes;
};

/// Source lines without repeated points and without lines that are a single point.
struct Cleaned {
  Lines lines;
  std::vector<RoadAttributes> attributes;
};

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

bool is_same_vertex(Point a, Point b) {
  // Half a cell is added so that values stored as whole millimetres do not sit on a cell's edge.
  return key_of({a.x + kSameVertex / 2, a.y + kSameVertex / 2}, kSameVertex) ==
         key_of({b.x + kSameVertex / 2, b.y + kSameVertex / 2}, kSameVertex);
}

GridKey vertex_key(Point p) {
  return key_of({p.x + kSameVertex / 2, p.y + kSameVertex / 2}, kSameVertex);
}

Cleaned clean(RoadLines const& roads, Assembly& assembly) {
  Cleaned cleaned;
  std::vector<Point> kept;
  for (std::size_t i = 0; i < roads.lines.size(); ++i) {
    auto const line = roads.lines[i];
    kept.clear();
    for (auto const p : line) {
      if (kept.empty() || !is_same_vertex(kept.back(), p)) kept.push_back(p);
    }
    if (kept.size() < 2) {
      assembly.lines_without_length.push_back(static_cast<std::uint32_t>(i));
      continue;
    }
    assembly.repeated_points += line.size() - kept.size();
    cleaned.lines.push_back(kept);
    cleaned.attributes.push_back(roads.attributes[i]);
  }
  return cleaned;
}

/// Which vertices are the same spot, and at which spots something meets.
struct Spots {
  std::vector<SpotId> of_point;        ///< per point of Cleaned::lines
  IdVector<SpotId, Point> positions;   ///< of the first vertex there
  IdVector<SpotId, bool> is_meeting;
};

Spots find_spots(Lines const& lines) {
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
  for (std::size_t line = 0; line < lines.size(); ++line) {
    spots.is_meeting[spots.of_point[lines.first_point(line)]] = true;
    spots.is_meeting[spots.of_point[lines.first_point(line + 1) - 1]] = true;
  }
  return spots;
}

/// Union-find over spots; the lowest spot represents its group.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
  }
  SpotId find(SpotId spot) {
    auto s = spot.value();
    while (parent_[s] != s) s = parent_[s] = parent_[parent_[s]];
    return SpotId{s};
  }
  /// False if they were one group already.
  bool join(SpotId a, SpotId b) {
    auto const x = find(a).value();
    auto const y = find(b).value();
    if (x == y) return false;
    parent_[std::max(x, y)] = std::min(x, y);
    return true;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// Joins ends of lines that miss each other by less than `within`.
std::size_t join_ends(Lines const& lines, Spots const& spots, Meters within, Groups& groups) {
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

IdVector<LinkId, Link> cut(Cleaned const& cleaned, Spots const& spots, Groups& groups) {
  IdVector<LinkId, Link> links;
  for (std::size_t line = 0; line < cleaned.lines.size(); ++line) {
    auto const end = cleaned.lines.first_point(line + 1);
    auto first = cleaned.lines.first_point(line);
    for (auto i = first + 1; i < end; ++i) {
      if (!spots.is_meeting[spots.of_point[i]]) continue;
      links.push_back({groups.find(spots.of_point[first]), groups.find(spots.of_point[i]), first, i,
                       cleaned.attributes[line]});
      first = i;
    }
  }
  return links;
}

/// One of the two ends of a link.
struct LinkEnd {
  LinkId link;
  bool is_start;
  [[nodiscard]] LinkEnd other() const { return {link, !is_start}; }
};

/// Which links end at each spot; enough to know whether a chain passes through.
class Meetings {
 public:
  Meetings(IdVector<LinkId, Link> const& links, std::size_t spots) : links_{links}, at_(spots) {
    for (auto const id : links.ids()) {
      add(links[id].from, {id, true});
      add(links[id].to, {id, false});
    }
  }

  [[nodiscard]] SpotId spot(LinkEnd end) const {
    return end.is_start ? links_[end.link].from : links_[end.link].to;
  }
  /// The end of the next link of the chain that meets `end`, or nothing if the chain stops there.
  [[nodiscard]] std::optional<LinkEnd> continuation(LinkEnd end) const {
    auto const& at = at_[spot(end)];
    if (at.count != 2) return std::nullopt;
    auto const& next = at.ends[0].link == end.link && at.ends[0].is_start == end.is_start ? at.ends[1]
                                                                                          : at.ends[0];
    if (next.link == end.link) return std::nullopt;  // a loop of one link
    if (!(links_[next.link].attributes == links_[end.link].attributes)) return std::nullopt;
    return next;
  }

 private:
  struct At {
    std::uint32_t count = 0;
    std::array<LinkEnd, 2> ends;
  };
  void add(SpotId spot, LinkEnd end) {
    auto& at = at_[spot];
    if (at.count < 2) at.ends[at.count] = end;
    ++at.count;
  }
  IdVector<LinkId, Link> const& links_;
  IdVector<SpotId, At> at_;
};

class Builder {
 public:
  Builder(Cleaned const& cleaned, Spots const& spots, IdVector<LinkId, Link> const& links)
      : cleaned_{cleaned},
        spots_{spots},
        links_{links},
        meetings_{links, spots.positions.size()},
        is_done_(links.size(), false),
        junction_at_(spots.positions.size(), JunctionId::none()) {}

  void build(RoadNetwork& network) {
    for (auto const link : links_.ids()) {
      if (!is_done_[link]) add_chain(start_of_chain(link), network);
    }
  }

 private:
  /// Walks back from `link` to where its chain begins; a ring begins at `link` itself.
  [[nodiscard]] LinkEnd start_of_chain(LinkId link) const {
    LinkEnd start{link, true};
    while (auto const before = meetings_.continuation(start)) {
      start = before->other();
      if (start.link == link) return {link, true};
    }
    return start;
  }

  void add_chain(LinkEnd const start, RoadNetwork& network) {
    auto& shapes = network.shapes;
    auto const from = junction(meetings_.spot(start), network);
    auto end = start;
    for (bool is_first = true;; is_first = false) {
      append(end, is_first, shapes);
      is_done_[end.link] = true;
      end = end.other();
      auto const next = meetings_.continuation(end);
      if (!next || is_done_[next->link]) break;
      end = *next;
    }
    shapes.close_line();
    network.segments.push_back(
        {from, junction(meetings_.spot(end), network), links_[start.link].attributes});
  }

  /// The points of a link, walked from `entry`; the first point is the last of the link before.
  void append(LinkEnd entry, bool is_first, Lines& shapes) const {
    auto const& link = links_[entry.link];
    auto const& points = cleaned_.lines.points();
    std::size_t const skipped = is_first ? 0 : 1;
    std::size_t const count = link.last_point - link.first_point + 1;
    for (std::size_t i = skipped; i < count; ++i) {
      shapes.push_point(points[entry.is_start ? link.first_point + i : link.last_point - i]);
    }
  }

  JunctionId junction(SpotId spot, RoadNetwork& network) {
    auto& id = junction_at_[spot];
    if (id.is_none()) id = network.junctions.push_back(spots_.positions[spot]);
    return id;
  }

  Cleaned const& cleaned_;
  Spots const& spots_;
  IdVector<LinkId, Link> const& links_;
  Meetings meetings_;
  IdVector<LinkId, bool> is_done_;
  IdVector<SpotId, JunctionId> junction_at_;
};

}  // namespace

Assembly assemble(RoadLines const& roads, Ruler const& ruler, AssembleOptions const& options) {
  expects(roads.attributes.size() == roads.lines.size(), "every road line has its attributes");
  Assembly assembly;
  auto const cleaned = clean(roads, assembly);
  auto const spots = find_spots(cleaned.lines);
  Groups groups{spots.positions.size()};
  assembly.joined_ends = join_ends(cleaned.lines, spots, options.join_ends_within, groups);
  auto const links = cut(cleaned, spots, groups);

  auto& network = assembly.network;
  Builder{cleaned, spots, links}.build(network);
  network.along.reserve(network.shapes.points().size());
  for (auto const segment : network.segments.ids()) {
    auto const along = ruler.along(network.shape(segment));
    network.along.insert(network.along.end(), along.begin(), along.end());
  }
  return assembly;
}

}  // namespace gapmap::network
