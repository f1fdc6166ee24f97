#include "gapmap/network/assemble.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "gapmap/network/spots.h"
#include "gapmap/units/error.h"

namespace gapmap::network {
namespace {

using LinkId = Id<struct LinkTag>;

/// Part of one source line between two spots where something meets; a gate is a link of one point.
struct Link {
  SpotId from;
  SpotId to;
  std::size_t first_point;  ///< in RoadLines::lines.points(), after cleaning
  std::size_t last_point;   ///< inclusive
  RoadAttributes attributes;
};

/// Two gates at one point let through whom both permit.
void add_gate(std::vector<Gate>& gates, Gate gate) {
  if (!gates.empty() && gates.back().point == gate.point) {
    gates.back().permitted = gates.back().permitted & gate.permitted;
  } else {
    gates.push_back(gate);
  }
}

/// The same point twice in a row, of one line.
class Repeats {
 public:
  explicit Repeats(RoadLines const& roads) : roads_{roads} {}

  /// Whether `point` repeats the one before it; not to be asked of the first of a line.
  [[nodiscard]] bool at(std::size_t point) const {
    auto const& keys = roads_.vertex_keys;
    if (!keys.empty()) return keys[point] == keys[point - 1];
    auto const& points = roads_.lines.points();
    return is_same_vertex(points[point - 1], points[point]);
  }
  [[nodiscard]] std::size_t distinct(std::size_t line) const {
    auto const first = roads_.lines.first_point(line);
    auto const end = roads_.lines.first_point(line + 1);
    std::size_t distinct = first < end ? 1 : 0;
    for (auto p = first + 1; p < end; ++p) distinct += at(p) ? 0 : 1;
    return distinct;
  }

 private:
  RoadLines const& roads_;
};

bool is_clean(RoadLines const& roads) {
  Repeats const repeats{roads};
  for (std::size_t line = 0; line < roads.lines.size(); ++line) {
    auto const size = roads.lines[line].size();
    if (size < 2 || repeats.distinct(line) != size) return false;
  }
  return true;
}

/// The lines without repeated points and without lines that are a single point. Gates and keys
/// follow their points.
RoadLines clean(RoadLines roads, Assembly& assembly) {
  // Extracts are clean but for a few lines in a million; those that are need no second copy of
  // every point.
  if (is_clean(roads)) return roads;
  Repeats const repeats{roads};
  RoadLines cleaned;
  auto gate = roads.gates.begin();
  cleaned.lines.reserve(roads.lines.size(), roads.lines.points().size());
  cleaned.vertex_keys.reserve(roads.vertex_keys.size());
  cleaned.attributes.reserve(roads.lines.size());
  for (std::size_t line = 0; line < roads.lines.size(); ++line) {
    auto const first = roads.lines.first_point(line);
    auto const end = roads.lines.first_point(line + 1);
    auto const distinct = repeats.distinct(line);
    if (distinct < 2) {
      assembly.lines_without_length.push_back(static_cast<std::uint32_t>(line));
      continue;
    }
    for (auto p = first; p < end; ++p) {
      if (p == first || !repeats.at(p)) {
        cleaned.lines.push_point(roads.lines.points()[p]);
        if (!roads.vertex_keys.empty()) cleaned.vertex_keys.push_back(roads.vertex_keys[p]);
      }
      for (; gate != roads.gates.end() && gate->point < p; ++gate) {
      }
      if (gate != roads.gates.end() && gate->point == p) {
        add_gate(cleaned.gates, {cleaned.lines.points().size() - 1, gate->permitted});
      }
    }
    cleaned.lines.close_line();
    cleaned.attributes.push_back(roads.attributes[line]);
    assembly.repeated_points += end - first - distinct;
  }
  return cleaned;
}

/// Cuts lines into links at every spot where something meets, and puts gates between.
class Cutter {
 public:
  Cutter(RoadLines const& roads, Spots& spots, SpotGroups groups)
      : roads_{roads}, spots_{spots}, groups_{std::move(groups)}, next_gate_{roads.gates.begin()} {}

  IdVector<LinkId, Link> cut() {
    for (std::size_t line = 0; line < roads_.lines.size(); ++line) {
      auto const end = roads_.lines.first_point(line + 1);
      auto first = roads_.lines.first_point(line);
      auto from = spot_behind(first, line, Side::After);
      for (auto i = first + 1; i < end; ++i) {
        if (spots_.at(i).is_none()) continue;
        auto const to = spot_behind(i, line, Side::Before);
        links_.push_back({from, to, first, i, roads_.attributes[line]});
        first = i;
        from = i + 1 < end && is_gate(i) ? spot_behind(i, line, Side::After) : to;
      }
    }
    return std::move(links_);
  }

 private:
  [[nodiscard]] bool is_gate(std::size_t point) {
    while (next_gate_ != roads_.gates.end() && next_gate_->point < point) ++next_gate_;
    return next_gate_ != roads_.gates.end() && next_gate_->point == point;
  }

  /// Of a gate, along its line.
  enum class Side : bool { Before, After };

  /// Where a link ends at `point`: the spot itself, or this side of its gate.
  SpotId spot_behind(std::size_t point, std::size_t line, Side side_of_gate) {
    auto const spot = groups_.find(spots_.at(point));
    if (!is_gate(point)) return spot;
    auto const side = spots_.positions.push_back(spots_.positions[spot]);
    auto attributes = roads_.attributes[line];
    for (auto& permitted : attributes.permitted) permitted = permitted & next_gate_->permitted;
    // Digitised as the line is, so that a gate of a one-way road lets through along the road.
    bool const is_before = side_of_gate == Side::Before;
    links_.push_back({is_before ? side : spot, is_before ? spot : side, point, point, attributes});
    return side;
  }

  RoadLines const& roads_;
  Spots& spots_;
  SpotGroups groups_;
  std::vector<Gate>::const_iterator next_gate_;
  IdVector<LinkId, Link> links_;
};

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
    auto const& next = at.ends[0].link == end.link && at.ends[0].is_start == end.is_start
                           ? at.ends[1]
                           : at.ends[0];
    if (next.link == end.link) return std::nullopt;  // a loop of one link
    // Both ends are starts, or both are not: the two were digitised against each other.
    auto const& attributes = links_[next.link].attributes;
    bool const is_turned = next.is_start == end.is_start;
    if (!((is_turned ? attributes.reversed() : attributes) == links_[end.link].attributes))
      return std::nullopt;
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
  Builder(RoadLines const& cleaned, Spots const& spots, IdVector<LinkId, Link> const& links)
      : cleaned_{cleaned},
        spots_{spots},
        links_{links},
        meetings_{links, spots.positions.size()},
        is_done_(links.size(), false),
        junction_at_(spots.positions.size(), JunctionId::none()) {}

  void build(RoadNetwork& network) {
    // Links share their ends, so this is a little too much for chains of links, and never grown.
    network.shapes.reserve(links_.size(), cleaned_.lines.points().size() + links_.size());
    network.segments.reserve(links_.size());
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
    auto const& attributes = links_[start.link].attributes;
    network.segments.push_back({from, junction(meetings_.spot(end), network),
                                start.is_start ? attributes : attributes.reversed()});
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
    // A gate that begins a segment: a line without length has two points.
    if (count == 1 && is_first) shapes.push_point(points[link.first_point]);
  }

  JunctionId junction(SpotId spot, RoadNetwork& network) {
    auto& id = junction_at_[spot];
    if (id.is_none()) id = network.junctions.push_back(spots_.positions[spot]);
    return id;
  }

  RoadLines const& cleaned_;
  Spots const& spots_;
  IdVector<LinkId, Link> const& links_;
  Meetings meetings_;
  IdVector<LinkId, bool> is_done_;
  IdVector<SpotId, JunctionId> junction_at_;
};

}  // namespace

Assembly assemble(RoadLines roads, Ruler const& ruler, AssembleOptions const& options) {
  expects(roads.attributes.size() == roads.lines.size(), "every road line has its attributes");
  bool const has_keys = !roads.vertex_keys.empty();
  expects(!has_keys || roads.vertex_keys.size() == roads.lines.points().size(),
          "every road point has its key");
  Assembly assembly;
  auto& network = assembly.network;
  {
    auto const cleaned = clean(std::move(roads), assembly);
    std::vector<std::size_t> gates;
    for (auto const& gate : cleaned.gates) gates.push_back(gate.point);
    auto spots = has_keys ? spots_by_key(cleaned.lines, cleaned.vertex_keys, gates)
                          : spots_by_position(cleaned.lines, gates);
    SpotGroups groups{spots.positions.size()};
    if (!has_keys)
      assembly.joined_ends = join_ends(cleaned.lines, spots, options.join_ends_within, groups);
    auto const links = Cutter{cleaned, spots, std::move(groups)}.cut();
    Builder{cleaned, spots, links}.build(network);
  }  // the lines are gone before the lengths come
  network.along.reserve(network.shapes.points().size());
  for (auto const segment : network.segments.ids()) {
    ruler.append_along(network.shape(segment), network.along);
  }
  return assembly;
}

}  // namespace gapmap::network
