#include "gapmap/network/detail/links.h"

#include <algorithm>
#include <limits>

#include "gapmap/units/blocks.h"
#include "gapmap/units/error.h"
#include "gapmap/units/large_vector.h"

namespace gapmap::network {
namespace {

/// Where the next link and the next side of a gate go. Each gate has one side and one attributes of
/// its own.
struct LinkPlaces {
  std::size_t link = 0;
  std::size_t gate = 0;
};

/// Walks along some lines, once to count the links and once to write them.
class LinkCutter {
 public:
  LinkCutter(RoadLines const& roads, Spots const& spots, SpotGroups const& groups,
             LinkPlaces places, Links* to)
      : roads_{roads}, spots_{spots}, groups_{groups}, places_{places}, to_{to} {}

  LinkPlaces cut(Block const& lines) {
    next_gate_ = std::ranges::lower_bound(roads_.gates, roads_.lines.first_point(lines.first), {},
                                          &Gate::point);
    for (auto line = lines.first; line < lines.end; ++line) cut_line(line);
    return places_;
  }

 private:
  void cut_line(std::size_t line) {
    auto const end = roads_.lines.first_point(line + 1);
    auto first = roads_.lines.first_point(line);
    auto from = spot_behind(first, line, Side::After);
    for (auto i = first + 1; i < end; ++i) {
      if (!spots_.is_spot(i)) continue;
      auto const to = spot_behind(i, line, Side::Before);
      add(from, to, first, i, line);
      first = i;
      from = i + 1 < end && is_gate(i) ? spot_behind(i, line, Side::After) : to;
    }
  }

  [[nodiscard]] bool is_gate(std::size_t point) {
    while (next_gate_ != roads_.gates.end() && next_gate_->point < point) ++next_gate_;
    return next_gate_ != roads_.gates.end() && next_gate_->point == point;
  }

  /// The side of a gate, along its line.
  enum class Side : bool { Before, After };

  /// Returns where a link ends at `point`: the spot itself, or this side of its gate.
  SpotId spot_behind(std::size_t point, std::size_t line, Side side_of_gate) {
    bool const has_gate = is_gate(point);
    if (to_ == nullptr && !has_gate) return {};
    auto const spot = groups_.find(spots_.at(point));
    if (!has_gate) return spot;
    SpotId const side{spots_.first_points().size() + places_.gate};
    auto const attributes = roads_.lines.size() + places_.gate;
    ++places_.gate;
    if (to_ != nullptr) {
      to_->point_at[side] = to_->point_at[spot];
      auto& road = to_->attributes[attributes] = to_->attributes[line];
      for (auto& permitted : road.permitted) permitted = permitted & next_gate_->permitted;
      if (next_gate_->entry != Entry::Anywhere) road.entry = next_gate_->entry;
      // Surface and speed limit have no effect without a length; without them, gates of two ways
      // that meet become one segment.
      road.surface = Surface::Unknown;
      road.speed_limit = {};
      if (!to_->names.empty()) to_->names[attributes] = to_->names[line];
    }
    // A gate is digitised like its line, so that the gate of a one-way road lets traffic through
    // along the road.
    bool const is_before = side_of_gate == Side::Before;
    add(is_before ? side : spot, is_before ? spot : side, point, point, attributes);
    return side;
  }

  void add(SpotId from, SpotId to, std::size_t first, std::size_t last, std::size_t attributes) {
    LinkId const id{places_.link++};
    if (to_ == nullptr) return;
    to_->links[id] = {from, to, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last),
                      static_cast<std::uint32_t>(attributes)};
  }

  RoadLines const& roads_;
  Spots const& spots_;
  SpotGroups const& groups_;
  LinkPlaces places_;
  Links* to_;  ///< null: only count links
  std::vector<Gate>::const_iterator next_gate_;
};

}  // namespace

Links cut(RoadLines& roads, Spots const& spots, SpotGroups const& groups) {
  Blocks const blocks{roads.lines.size(), kLinesAtOnce};
  std::vector<LinkPlaces> begin(blocks.count() + 1);
  blocks.each([&](Block const& block) {
    begin[block.number + 1] = LinkCutter{roads, spots, groups, {}, nullptr}.cut(block);
  });
  for (std::size_t b = 1; b < begin.size(); ++b) {
    begin[b].link += begin[b - 1].link;
    begin[b].gate += begin[b - 1].gate;
  }
  expects(begin.back().link < std::numeric_limits<std::uint32_t>::max() / 2,
          "roads meet fewer than 2^31 times");
  Links links{.links = IdVector<LinkId, Link>{large_vector<Link>(begin.back().link)},
              .attributes = std::move(roads.attributes),
              .names = std::move(roads.names),
              .point_at = spots.first_points()};
  links.attributes.resize(links.attributes.size() + begin.back().gate);
  if (!links.names.empty()) links.names.resize(links.names.size() + begin.back().gate);
  links.point_at.resize(links.point_at.size() + begin.back().gate);
  blocks.each([&](Block const& block) {
    (void)LinkCutter{roads, spots, groups, begin[block.number], &links}.cut(block);
  });
  return links;
}

}  // namespace gapmap::network
