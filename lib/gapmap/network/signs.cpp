#include "gapmap/network/signs.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

namespace gapmap::network {
namespace {

constexpr std::array kBoth{Direction::Along, Direction::Against};

bool faces(RoadSign const& sign, Direction direction) {
  return sign.faces[static_cast<std::size_t>(direction)];
}

bool is_road(RoadAttributes const& road) {
  return !road.is_ferry() && (road.permitted[0] | road.permitted[1]).contains(Mode::Car);
}

bool may_drive(RoadAttributes const& road, Direction direction) {
  return !road.is_ferry() && road.permits(direction).contains(Mode::Car);
}

JunctionId end_of(Segment const& segment, Direction direction) {
  return direction == Direction::Along ? segment.to : segment.from;
}

/// A segment that may be driven from a junction, and the direction to drive it in.
struct WayOut {
  SegmentId segment;
  Direction direction;
};

/// The ways out of every junction, in rows.
class WaysOut {
 public:
  explicit WaysOut(RoadNetwork const& network) : first_(network.junctions.size() + 1, 0) {
    each(network, [&](JunctionId from, WayOut) { ++first_[from.value() + 1]; });
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    ways_.resize(first_.back());
    auto next = first_;
    each(network, [&](JunctionId from, WayOut way) { ways_[next[from.value()]++] = way; });
  }
  [[nodiscard]] std::span<WayOut const> of(JunctionId junction) const {
    return std::span{ways_}.subspan(first_[junction.value()],
                                    first_[junction.value() + 1] - first_[junction.value()]);
  }

 private:
  template <class Visit>
  static void each(RoadNetwork const& network, Visit const& visit) {
    for (auto const id : network.segments.ids()) {
      auto const& segment = network.segments[id];
      for (auto const direction : kBoth) {
        if (may_drive(segment.attributes, direction))
          visit(end_of(segment, opposite(direction)), WayOut{id, direction});
      }
    }
  }
  std::vector<std::uint32_t> first_;
  std::vector<WayOut> ways_;
};

/// The installations, as sets of lights that are merged step by step.
class Installations {
 public:
  using Number = std::uint32_t;
  static constexpr Number kNone = std::numeric_limits<Number>::max();

  Number add() {
    parent_.push_back(static_cast<Number>(parent_.size()));
    return parent_.back();
  }
  [[nodiscard]] Number find(Number of) {
    while (parent_[of] != of) of = parent_[of] = parent_[parent_[of]];
    return of;
  }
  void join(Number a, Number b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<Number> parent_;
};

class Placer {
 public:
  Placer(RoadNetwork& network, std::vector<SegmentSign> const& signs)
      : network_{network},
        signs_{signs},
        roads_at_(network.junctions.size(), 0),
        at_junction_(network.junctions.size(), Installations::kNone),
        on_the_way_(signs.size(), Installations::kNone),
        ways_out_{network} {
    for (auto const& segment : std::as_const(network_.segments)) {
      if (!is_road(segment.attributes)) continue;
      ++roads_at_[segment.from];
      ++roads_at_[segment.to];
    }
  }

  void place() {
    for (std::size_t i = 0; i < signs_.size(); ++i) begin_installation(i);
    for (std::size_t i = 0; i < signs_.size(); ++i) spread(i);
    // A sign at an end counts for every segment there, including segments without signs of their
    // own.
    for (auto const id : network_.segments.ids()) {
      auto const& segment = std::as_const(network_.segments)[id];
      auto const signs = signs_of(id);
      for (auto const direction : kBoth) {
        if (!signs.empty() || at_junction_[end_of(segment, direction)] != Installations::kNone)
          count(id, direction, signs);
      }
    }
  }

 private:
  [[nodiscard]] bool is_junction(JunctionId junction) const { return roads_at_[junction] >= 3; }
  [[nodiscard]] Meters place_of(SegmentSign const& sign) const {
    return Meters{network_.along_shape(sign.segment)[sign.point]};
  }
  [[nodiscard]] bool is_at(SegmentSign const& sign, Direction end) const {
    return end == Direction::Along ? sign.point + 1 == network_.shape(sign.segment).size()
                                   : sign.point == 0;
  }
  [[nodiscard]] bool is_at_an_end(SegmentSign const& sign) const {
    return is_at(sign, Direction::Along) || is_at(sign, Direction::Against);
  }
  /// Returns the length of road from the sign to the end of its segment in one direction.
  [[nodiscard]] Meters to_end(SegmentSign const& sign, Direction direction) const {
    auto const place = place_of(sign);
    return direction == Direction::Along ? network_.length(sign.segment) - place : place;
  }
  [[nodiscard]] std::span<SegmentSign const> signs_of(SegmentId segment) const {
    return {std::ranges::lower_bound(signs_, segment, {}, &SegmentSign::segment),
            std::ranges::upper_bound(signs_, segment, {}, &SegmentSign::segment)};
  }
  [[nodiscard]] std::size_t index_of(SegmentSign const& sign) const {
    return static_cast<std::size_t>(&sign - signs_.data());
  }

  [[nodiscard]] JunctionId junction_of(SegmentSign const& sign) const {
    auto const& segment = std::as_const(network_.segments)[sign.segment];
    return is_at(sign, Direction::Against) ? segment.from : segment.to;
  }

  void begin_installation(std::size_t i) {
    auto const& sign = signs_[i];
    if (sign.sign.kind == SignKind::GiveWay) return;
    if (!is_road(std::as_const(network_.segments)[sign.segment].attributes)) return;
    if (!is_at_an_end(sign)) {
      on_the_way_[i] = installations_.add();
      return;
    }
    auto& at = at_junction_[junction_of(sign)];
    if (at == Installations::kNone) at = installations_.add();
    on_the_way_[i] = at;
  }

  /// Merges the lights that follow within kInstallation in the direction that the sign's lights
  /// face.
  void spread(std::size_t i) {
    auto const& sign = signs_[i];
    if (on_the_way_[i] == Installations::kNone) return;
    auto const& road = std::as_const(network_.segments)[sign.segment].attributes;
    bool const is_of_junction = is_at_an_end(sign) && is_junction(junction_of(sign));
    // Lights before a junction make it one with lights; lights at a junction do not do so to
    // another.
    bool const may_light = sign.sign.kind == SignKind::Lights && !is_of_junction;
    Reach const reach{on_the_way_[i], may_light};
    for (auto const direction : kBoth) {
      if (!may_drive(road, direction) || !(is_of_junction || faces(sign.sign, direction))) continue;
      go_on({sign.segment, direction}, place_of(sign), kInstallation, reach);
    }
  }

  struct Reach {
    Installations::Number installation;
    bool may_light;
  };

  /// Goes on from `place` on a segment, for at most `left`.
  void go_on(WayOut way, Meters place, Meters left, Reach const& reach) {
    auto const is_ahead = [&](Meters other) {
      return way.direction == Direction::Along ? other > place : other < place;
    };
    for (auto const& other : signs_of(way.segment)) {
      auto const number = on_the_way_[index_of(other)];
      if (number == Installations::kNone || is_at_an_end(other)) continue;
      auto const there = place_of(other);
      auto const distance = there > place ? there - place : place - there;
      if (is_ahead(there) && distance <= left && faces(other.sign, way.direction))
        installations_.join(reach.installation, number);
    }
    auto const& segment = std::as_const(network_.segments)[way.segment];
    auto const rest =
        way.direction == Direction::Along ? network_.length(way.segment) - place : place;
    if (rest > left) return;
    auto const junction = end_of(segment, way.direction);
    auto& at = at_junction_[junction];
    if (at == Installations::kNone && reach.may_light && is_junction(junction))
      at = installations_.add();
    if (at != Installations::kNone) installations_.join(reach.installation, at);
    left = left - rest;
    if (!(left > Meters{0})) return;
    for (auto const& out : ways_out_.of(junction)) {
      // Never back along the segment one came by. Segments without length (gates) are skipped, as
      // they could go round for ever.
      if (out.segment == way.segment) continue;
      auto const length = network_.length(out.segment);
      if (!(length > Meters{0})) continue;
      go_on(out, out.direction == Direction::Along ? Meters{0} : length, left, reach);
    }
  }

  /// Fills in how often one stops on a segment, and the control at its end.
  void count(SegmentId id, Direction direction, std::span<SegmentSign const> signs) {
    auto const& segment = std::as_const(network_.segments)[id];
    if (!may_drive(segment.attributes, direction)) return;
    auto const find = [&](Installations::Number number) {
      return number == Installations::kNone ? number : installations_.find(number);
    };
    auto last = find(at_junction_[end_of(segment, opposite(direction))]);
    int stops = 0;
    auto const pass = [&](Installations::Number number) {
      number = find(number);
      if (number != last) ++stops;
      last = number;
    };
    auto const visit = [&](SegmentSign const& sign) {
      auto const number = on_the_way_[index_of(sign)];
      if (number == Installations::kNone || is_at_an_end(sign)) return;
      if (faces(sign.sign, direction)) pass(number);
    };
    if (direction == Direction::Along) {
      std::ranges::for_each(signs, visit);
    } else {
      std::for_each(signs.rbegin(), signs.rend(), visit);
    }
    auto const end = end_of(segment, direction);
    auto control = Control::None;
    if (auto const at = at_junction_[end]; at != Installations::kNone) {
      bool const is_faced =
          is_junction(end) || std::ranges::any_of(signs, [&](SegmentSign const& sign) {
            return sign.sign.kind != SignKind::GiveWay && is_at(sign, direction) &&
                   faces(sign.sign, direction);
          });
      if (is_faced) {
        pass(at);
        control = Control::Signals;
      }
    }
    if (control == Control::None && is_junction(end) &&
        std::ranges::any_of(signs, [&](auto const& sign) { return gives_way(sign, direction); }))
      control = Control::GivesWay;
    auto& changed = network_.segments[id];
    changed.signals[static_cast<std::size_t>(direction)] =
        static_cast<std::uint8_t>(std::min<int>(stops, std::numeric_limits<std::uint8_t>::max()));
    changed.control[static_cast<std::size_t>(direction)] = control;
  }

  [[nodiscard]] bool gives_way(SegmentSign const& sign, Direction direction) const {
    if (sign.sign.kind != SignKind::GiveWay || is_at_an_end(sign)) return false;
    if (!faces(sign.sign, direction) || to_end(sign, direction) > kInstallation) return false;
    // A sign that does not say for which direction it is stands before the nearer junction.
    return !faces(sign.sign, opposite(direction)) ||
           !(to_end(sign, opposite(direction)) < to_end(sign, direction));
  }

  RoadNetwork& network_;
  std::vector<SegmentSign> const& signs_;
  IdVector<JunctionId, std::uint32_t> roads_at_;  ///< number of ends of roads at each junction
  IdVector<JunctionId, Installations::Number> at_junction_;
  std::vector<Installations::Number> on_the_way_;  ///< the installation of each sign
  Installations installations_;
  WaysOut ways_out_;
};

}  // namespace

void place_signs(RoadNetwork& network, std::vector<SegmentSign> const& signs) {
  if (!signs.empty()) Placer{network, signs}.place();
}

}  // namespace gapmap::network
