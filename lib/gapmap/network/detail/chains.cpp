#include "gapmap/network/detail/chains.h"

#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/network/detail/link_ends.h"
#include "gapmap/units/blocks.h"
#include "gapmap/units/large_vector.h"
#include "gapmap/units/stop.h"

namespace gapmap::network {
namespace {

constexpr std::size_t kLinksAtOnce = 16384;

struct Chain {
  LinkEnd start;
  LinkEnd end;
  std::uint32_t points;
};

/// Where the segments of a block of links, and their points, begin among those of all blocks.
struct SegmentPlaces {
  std::size_t segment = 0;
  std::size_t point = 0;
};

/// Joins links. Threads share the work by blocks of links: a chain belongs to the block of its
/// lowest link.
class Joiner {
 public:
  Joiner(Links const& links, std::span<SpotId const> kept)
      : links_{links},
        meetings_{links, kept},
        blocks_{links.links.size(), kLinksAtOnce},
        chains_(blocks_.count()),
        places_(blocks_.count() + 1) {}

  void find_chains() {
    blocks_.each([&](Block const& block) {
      auto& chains = chains_[block.number];
      chains.reserve(block.end - block.first);
      auto& behind = places_[block.number + 1];
      for (auto l = block.first; l < block.end; ++l) {
        auto const start = start_of_chain_from(LinkId{l});
        if (!start) continue;
        chains.push_back(chain_from(*start));
        behind.point += chains.back().points;
      }
      behind.segment = chains.size();
    });
    for (std::size_t b = 1; b < places_.size(); ++b) {
      places_[b].segment += places_[b - 1].segment;
      places_[b].point += places_[b - 1].point;
    }
  }

  /// Numbers junctions in the order in which segments come upon them.
  [[nodiscard]] IdColumn<JunctionId, Point> place_junctions(VertexLines const& lines) {
    junction_at_ = IdVector<SpotId, JunctionId>{links_.point_at.size()};
    IdColumn<JunctionId, Point> junctions;
    junctions.reserve(links_.point_at.size());
    for (auto const& chains : chains_) {
      for (auto const& chain : chains) {
        for (auto const end : {chain.start, chain.end}) {
          auto const spot = meetings_.spot(end);
          if (junction_at_[spot].is_none())
            junction_at_[spot] = junctions.push_back(lines.point(links_.point_at[spot]));
        }
      }
    }
    return junctions;
  }

  [[nodiscard]] Lines shapes(VertexLines const& lines) const {
    auto shape_points = large_vector<Point>(places_.back().point);
    auto first_points = large_vector<std::size_t>(places_.back().segment + 1);
    blocks_.each([&](Block const& block) {
      auto const& places = places_[block.number];
      auto* first_point = first_points.data() + places.segment;
      auto* to = shape_points.data() + places.point;
      for (auto const& chain : chains_[block.number]) {
        *first_point++ = static_cast<std::size_t>(to - shape_points.data());
        to = copy(chain, lines, to);
      }
    });
    first_points.back() = shape_points.size();
    return Lines::of(std::move(shape_points), std::move(first_points));
  }

  [[nodiscard]] IdColumn<SegmentId, Segment> segments() const {
    auto segments = large_vector<Segment>(places_.back().segment);
    blocks_.each([&](Block const& block) {
      auto* to = segments.data() + places_[block.number].segment;
      for (auto const& chain : chains_[block.number]) {
        auto const& attributes = meetings_.attributes(chain.start.link());
        *to++ = {junction_at_[meetings_.spot(chain.start)], junction_at_[meetings_.spot(chain.end)],
                 chain.start.is_start() ? attributes : attributes.reversed()};
      }
    });
    return IdColumn<SegmentId, Segment>{std::move(segments)};
  }

  /// Returns the signs on each segment, including its ends.
  [[nodiscard]] std::vector<SegmentSign> signs(std::vector<LineSign> const& of_lines) const {
    if (of_lines.empty()) return {};
    std::vector<std::vector<SegmentSign>> found(chains_.size());
    blocks_.each([&](Block const& block) {
      SegmentId segment{places_[block.number].segment};
      for (auto const& chain : chains_[block.number]) {
        find_signs(chain, segment, of_lines, found[block.number]);
        segment = SegmentId{segment.value() + 1};
      }
    });
    std::vector<SegmentSign> all;
    for (auto const& of_block : found) all.insert(all.end(), of_block.begin(), of_block.end());
    return all;
  }

  [[nodiscard]] std::vector<Sailing> sailings() const {
    std::vector<Sailing> sailings;
    std::size_t segment = 0;
    for (auto const& chains : chains_) {
      for (auto const& chain : chains) {
        SegmentId const id{segment++};
        if (!meetings_.attributes(chain.start.link()).is_ferry()) continue;
        sailings.push_back({id,
                            {meetings_.line_of_ferry(chain.start.link()),
                             meetings_.line_of_ferry(chain.end.link())}});
      }
    }
    return sailings;
  }

  /// Returns the name of each segment; empty if the links have no names.
  [[nodiscard]] IdColumn<SegmentId, NameId> names(VertexLines const& lines) const {
    if (links_.names.empty()) return {};
    auto names = large_vector<NameId>(places_.back().segment);
    blocks_.each([&](Block const& block) {
      auto* to = names.data() + places_[block.number].segment;
      for (auto const& chain : chains_[block.number]) *to++ = name_of(chain, lines);
    });
    return IdColumn<SegmentId, NameId>{std::move(names)};
  }

  /// Returns the turn rules as paths of segments.
  [[nodiscard]] std::vector<BoundTurn> bind(Turns const& turns) const {
    if (turns.paths.empty()) return {};
    IdVector<SpotId, char> is_kept(links_.point_at.size());
    for (auto const spot : turns.kept) is_kept[spot] = 1;
    // Spots of a path are kept, so each of its links is the first or the last one of a chain.
    std::unordered_map<std::uint32_t, DirectedSegment> segment_at;
    std::size_t segment = 0;
    for (auto const& chains : chains_) {
      for (auto const& chain : chains) {
        SegmentId const id{segment++};
        if (is_kept[meetings_.spot(chain.start)] == 0 && is_kept[meetings_.spot(chain.end)] == 0)
          continue;
        segment_at[chain.start.code()] = {id, Direction::Along};
        segment_at[chain.end.other().code()] = {id, Direction::Along};
        segment_at[chain.end.code()] = {id, Direction::Against};
        segment_at[chain.start.other().code()] = {id, Direction::Against};
      }
    }
    std::vector<BoundTurn> bound;
    for (auto const& path : turns.paths) {
      BoundTurn turn{path.kind, path.binds, {}};
      // A directed link is identified by the end at which it is entered.
      for (auto const& [link, direction] : path.links) {
        LinkEnd const entry{link, direction == Direction::Along};
        turn.path.push_back(segment_at.at(entry.code()));
      }
      bound.push_back(std::move(turn));
    }
    return bound;
  }

 private:
  /// Returns where the chain of `link` starts, if `link` is its lowest link; a ring starts at that
  /// link itself. Walks both ways at once until a lower link is met, which keeps the sum over a
  /// chain of n links at O(n log n) in whatever order they stand.
  [[nodiscard]] std::optional<LinkEnd> start_of_chain_from(LinkId link) const {
    LinkEnd start{link, true};
    LinkEnd end{link, false};
    auto before = meetings_.continuation(start);
    auto behind = meetings_.continuation(end);
    while (before || behind) {
      if (before) {
        start = before->other();
        if (start.link() == link) return LinkEnd{link, true};
        if (start.link() < link) return std::nullopt;
        before = meetings_.continuation(start);
      }
      if (behind) {
        end = behind->other();
        if (end.link() == link) return LinkEnd{link, true};
        if (end.link() < link) return std::nullopt;
        behind = meetings_.continuation(end);
      }
    }
    return start;
  }

  /// Calls `visit(entry)` with the end at which each link of a chain is entered.
  template <class Visit>
  // NOLINTNEXTLINE(modernize-use-nodiscard): most want the visits alone.
  LinkEnd walk(LinkEnd start, Visit const& visit) const {
    for (auto entry = start;;) {
      visit(entry);
      auto const next = meetings_.continuation(entry.other());
      if (!next || next->link() == start.link()) return entry.other();
      entry = *next;
    }
  }

  /// Returns the chain that begins at `start`. The first point of a link is the last one of the
  /// link before. A gate that begins a segment has two points: a line without length.
  [[nodiscard]] Chain chain_from(LinkEnd start) const {
    std::uint32_t points = 1;
    auto const end = walk(start, [&](LinkEnd entry) {
      points = std::max(points + links_.links[entry.link()].points() - 1, 2U);
    });
    return {start, end, points};
  }

  Point* copy(Chain const& chain, VertexLines const& lines, Point* to) const {
    auto const* const begin = to;
    walk(chain.start, [&](LinkEnd entry) {
      auto const& link = links_.links[entry.link()];
      // Across a small miss the second link begins where the first ends.
      std::uint32_t const skipped = to == begin ? 0 : 1;
      if (entry.is_start()) {
        for (auto p = link.first_point + skipped; p <= link.last_point; ++p) *to++ = lines.point(p);
      } else {
        for (auto p = link.last_point + 1 - skipped; p-- > link.first_point;)
          *to++ = lines.point(p);
      }
      if (to - begin == 1) *to++ = *begin;
    });
    return to;
  }

  /// Finds the signs on a segment. Where two links meet, both report the signs at their common
  /// point; one of equal signs is kept.
  void find_signs(Chain const& chain, SegmentId segment, std::vector<LineSign> const& of_lines,
                  std::vector<SegmentSign>& found) const {
    std::uint32_t first = 0;
    auto const add = [&](LineSign const& line_sign, std::uint32_t point, bool is_turned) {
      auto sign = line_sign.sign;
      if (is_turned) std::swap(sign.faces[0], sign.faces[1]);
      if (!found.empty() && found.back().segment == segment && found.back().point == point &&
          found.back().sign.kind == sign.kind)
        return;
      found.push_back({segment, point, sign});
    };
    walk(chain.start, [&](LinkEnd entry) {
      auto const& link = links_.links[entry.link()];
      auto at = std::ranges::lower_bound(of_lines, link.first_point, {}, &LineSign::point);
      auto const end = std::find_if(
          at, of_lines.end(), [&](LineSign const& sign) { return sign.point > link.last_point; });
      auto const before = [&](std::size_t from, std::size_t to) {
        return first + static_cast<std::uint32_t>(to - from);
      };
      if (entry.is_start()) {
        for (; at != end; ++at) add(*at, before(link.first_point, at->point), false);
      } else {
        for (auto last = end; last-- != at;) add(*last, before(last->point, link.last_point), true);
      }
      first = std::max(first + link.points() - 1, 1U);
    });
  }

  [[nodiscard]] NameId name_of(LinkId link) const {
    return links_.names[links_.links[link].attributes];
  }

  /// Returns the name of the greatest share of a chain's length. Hardly any chain changes its name,
  /// so lengths are only taken where one does.
  [[nodiscard]] NameId name_of(Chain const& chain, VertexLines const& lines) const {
    auto const first = name_of(chain.start.link());
    if (chain.start.other().code() == chain.end.code()) return first;
    bool is_same = true;
    walk(chain.start, [&](LinkEnd entry) { is_same = is_same && name_of(entry.link()) == first; });
    return is_same ? first : longest_name(chain, lines);
  }

  [[nodiscard]] NameId longest_name(Chain const& chain, VertexLines const& lines) const {
    std::vector<std::pair<NameId, Meters>> lengths;
    walk(chain.start, [&](LinkEnd entry) {
      auto const name = name_of(entry.link());
      auto found = std::ranges::find(lengths, name, &std::pair<NameId, Meters>::first);
      if (found == lengths.end()) found = lengths.insert(found, {name, Meters{0}});
      auto const& link = links_.links[entry.link()];
      for (auto p = link.first_point; p < link.last_point; ++p)
        found->second += planar_distance(lines.point(p), lines.point(p + 1));
    });
    return std::ranges::max_element(lengths, {}, &std::pair<NameId, Meters>::second)->first;
  }

  Links const& links_;
  Meetings meetings_;
  Blocks blocks_;
  std::vector<std::vector<Chain>> chains_;  ///< by block
  std::vector<SegmentPlaces> places_;       ///< by block; the last entry is the end of all
  IdVector<SpotId, JunctionId> junction_at_;
};

}  // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): they end once they are joined.
Joined join(Links links, VertexLines lines, std::vector<LineSign> const& signs,
            Turns const& turns) {
  Joiner joiner{links, turns.kept};
  joiner.find_chains();
  Joined joined{.network = {},
                .signs = joiner.signs(signs),
                .turns = joiner.bind(turns),
                .sailings = joiner.sailings()};
  auto& network = joined.network;
  // Junctions are numbered one after the other while another thread copies shapes.
  tbb::parallel_invoke(handed_on([&] { network.junctions = joiner.place_junctions(lines); }),
                       handed_on([&] { network.shapes = joiner.shapes(lines); }));
  network.names = joiner.names(lines);
  (void)std::exchange(lines, {});
  network.segments = joiner.segments();
  return joined;
}

}  // namespace gapmap::network
