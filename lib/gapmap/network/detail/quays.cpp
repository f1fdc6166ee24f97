#include "gapmap/network/detail/quays.h"

#include <algorithm>
#include <compare>
#include <vector>

namespace gapmap::network {
namespace {

/// An end of a ferry at a junction. In ascending order, ends at one junction follow each other;
/// among them ends of one kind of ship, and among these ends of one line.
struct FerryEnd {
  JunctionId at;
  RoadClass road_class;
  std::uint32_t travellers;  ///< modes taken along in either direction, one bit each
  std::uint32_t line;        ///< line of the source
  SegmentId segment;
  Direction leaves;  ///< the direction away from here

  friend auto operator<=>(FerryEnd const&, FerryEnd const&) = default;

  [[nodiscard]] bool is_of_one_kind_with(FerryEnd const& other) const {
    return road_class == other.road_class && travellers == other.travellers;
  }
};

std::uint32_t bits_of(ModeSet modes) {
  std::uint32_t bits = 0;
  for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk})
    bits = 2 * bits + (modes.contains(mode) ? 1 : 0);
  return bits;
}

class Quays {
 public:
  explicit Quays(RoadNetwork& network) : network_{network}, has_road_(network.junctions.size()) {
    for (auto const id : network.segments.ids()) {
      auto const& segment = std::as_const(network.segments)[id];
      if (segment.attributes.is_ferry()) continue;
      has_road_[segment.from] = has_road_[segment.to] = 1;
    }
  }

  void add(Sailing const& sailing) {
    auto const& segment = std::as_const(network_.segments)[sailing.segment];
    auto const& ferry = segment.attributes;
    auto const travellers = bits_of(ferry.permitted[0] | ferry.permitted[1]);
    ends_.push_back({segment.from, ferry.road_class, travellers, sailing.lines[0], sailing.segment,
                     Direction::Along});
    ends_.push_back({segment.to, ferry.road_class, travellers, sailing.lines[1], sailing.segment,
                     Direction::Against});
  }

  void board() {
    std::ranges::sort(ends_);
    for_each_run(
        ends_, [](auto const& a, auto const& b) { return a.at == b.at; },
        [&](std::span<FerryEnd const> here) { board(here); });
  }

 private:
  /// Calls `visit` for each longest run of neighbours that `are_together`.
  template <class Together, class Visit>
  static void for_each_run(std::span<FerryEnd const> ends, Together const& are_together,
                           Visit const& visit) {
    for (std::size_t first = 0; first < ends.size();) {
      auto end = first + 1;
      while (end < ends.size() && are_together(ends[first], ends[end])) ++end;
      visit(ends.subspan(first, end - first));
      first = end;
    }
  }

  void board(std::span<FerryEnd const> here) {
    if (has_road_[here.front().at] == 0) {
      if (here.size() <= 2) add_ship(here);
      return;
    }
    for_each_run(
        here, [](auto const& a, auto const& b) { return a.is_of_one_kind_with(b); },
        [&](std::span<FerryEnd const> kind) {
          if (kind.size() <= 2) return add_ship(kind);
          for_each_run(
              kind, [](auto const& a, auto const& b) { return a.line == b.line; },
              [&](std::span<FerryEnd const> line) { add_ship(line); });
        });
  }

  void add_ship(std::span<FerryEnd const> ends) {
    auto const shore = ends.front().at;
    Point const position = std::as_const(network_.junctions)[shore];
    auto const aboard = network_.junctions.push_back(Point{position});
    RoadAttributes boarding{.road_class = ends.front().road_class, .permitted = {}};
    for (auto const& end : ends) {
      auto& ferry = network_.segments[end.segment];
      (end.leaves == Direction::Along ? ferry.from : ferry.to) = aboard;
      auto& [goes_aboard, goes_ashore] = boarding.permitted;
      goes_aboard = goes_aboard | ferry.attributes.permits(end.leaves);
      goes_ashore = goes_ashore | ferry.attributes.permits(opposite(end.leaves));
    }
    network_.segments.push_back({shore, aboard, boarding});
    network_.shapes.push_back(std::vector<Point>{position, position});
    if (network_.names.empty()) return;
    network_.names.push_back(NameId{std::as_const(network_.names)[ends.front().segment]});
  }

  RoadNetwork& network_;
  IdVector<JunctionId, char> has_road_;
  std::vector<FerryEnd> ends_;
};

}  // namespace

void add_boardings(RoadNetwork& network, std::span<Sailing const> sailings) {
  if (sailings.empty()) return;
  Quays quays{network};
  for (auto const& sailing : sailings) quays.add(sailing);
  quays.board();
}

}  // namespace gapmap::network
