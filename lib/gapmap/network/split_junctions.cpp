#include "gapmap/network/split_junctions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

namespace gapmap::network {
namespace {

using Path = std::vector<DirectedSegment>;

/// The segments that leave each junction.
class Departures {
 public:
  explicit Departures(RoadNetwork const& network) : first_(network.junctions.size() + 1, 0) {
    for (auto const& segment : network.segments) {
      ++first_[segment.from.value() + 1];
      ++first_[segment.to.value() + 1];
    }
    for (std::size_t j = 1; j < first_.size(); ++j) first_[j] += first_[j - 1];
    departures_.resize(2 * network.segments.size());
    auto next = first_;
    for (auto const id : network.segments.ids()) {
      auto const& segment = network.segments[id];
      departures_[next[segment.from.value()]++] = {id, Direction::Along};
      departures_[next[segment.to.value()]++] = {id, Direction::Against};
    }
  }
  [[nodiscard]] std::span<DirectedSegment const> of(JunctionId junction) const {
    auto const first = first_[junction.value()];
    return std::span{departures_}.subspan(first, first_[junction.value() + 1] - first);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<DirectedSegment> departures_;
};

/// What must not follow on what, and for whom.
class Bans {
 public:
  Bans(RoadNetwork const& network, std::span<BoundTurn const> turns)
      : network_{network}, departures_{network} {
    for (auto const& turn : turns) {
      Path const before{turn.path.begin(), turn.path.end() - 1};
      auto& modes = (turn.kind == TurnKind::Only ? allowed_ : forbidden_)[before][turn.path.back()];
      modes = modes | turn.binds;
    }
    forbid_all_but_allowed();
    forbid_turning_round();
  }

  /// By what was travelled before: what must not follow.
  using Following = std::map<DirectedSegment, ModeSet>;
  [[nodiscard]] std::map<Path, Following> const& forbidden() const noexcept { return forbidden_; }

  [[nodiscard]] ModeSet permits(DirectedSegment at) const {
    return network_.segments[at.segment].attributes.permits(at.direction);
  }
  [[nodiscard]] JunctionId tail(DirectedSegment at) const {
    auto const& segment = network_.segments[at.segment];
    return at.direction == Direction::Along ? segment.from : segment.to;
  }
  [[nodiscard]] JunctionId head(DirectedSegment at) const { return tail(at.reversed()); }
  [[nodiscard]] std::span<DirectedSegment const> behind(DirectedSegment at) const {
    return departures_.of(head(at));
  }

 private:
  [[nodiscard]] bool is_forbidden(Path const& before, DirectedSegment next, Mode mode) const {
    auto const following = forbidden_.find(before);
    if (following == forbidden_.end()) return false;
    auto const modes = following->second.find(next);
    return modes != following->second.end() && modes->second.contains(mode);
  }
  void forbid(Path const& before, DirectedSegment next, Mode mode) {
    forbidden_[before][next].insert(mode);
  }

  void forbid_all_but_allowed() {
    for (auto const& [before, allowed] : allowed_) {
      for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
        auto const is_allowed = [&](DirectedSegment next) {
          auto const modes = allowed.find(next);
          return modes != allowed.end() && modes->second.contains(mode);
        };
        if (std::ranges::none_of(allowed,
                                 [&](auto const& next) { return next.second.contains(mode); }))
          continue;
        for (auto const next : behind(before.back())) {
          if (!is_allowed(next)) forbid(before, next, mode);
        }
      }
    }
  }

  /// Of all states that rules make: their own junction, and those behind it.
  void forbid_turning_round() {
    std::map<Path, ModeSet> bound;
    for (auto const& [before, following] : forbidden_) {
      ModeSet modes;
      for (auto const& [next, of_next] : following) modes = modes | of_next;
      for (auto end = before.begin() + 1; end <= before.end(); ++end) {
        auto& known = bound[Path{before.begin(), end}];
        known = known | modes;
      }
    }
    for (auto const& [before, modes] : bound) {
      for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
        if (!modes.contains(mode)) continue;
        auto const ways_on = others(before, mode);
        if (!ways_on.empty()) forbid(before, before.back().reversed(), mode);
        for (auto const next : ways_on) forbid_return(next, mode);
      }
    }
  }

  /// By what `mode` may go on, but for the way back.
  [[nodiscard]] Path others(Path const& before, Mode mode) const {
    Path others;
    for (auto const next : behind(before.back())) {
      bool const is_open = permits(next).contains(mode) && !is_forbidden(before, next, mode);
      if (is_open && next != before.back().reversed()) others.push_back(next);
    }
    return others;
  }

  void forbid_return(DirectedSegment at, Mode mode) {
    while (permits(at.reversed()).contains(mode) && !is_forbidden({at}, at.reversed(), mode)) {
      auto const ways_on = others({at}, mode);
      if (ways_on.empty()) return;
      forbid({at}, at.reversed(), mode);
      if (ways_on.size() > 1) return;
      at = ways_on.front();
    }
  }

  RoadNetwork const& network_;
  Departures departures_;
  std::map<Path, Following> allowed_;
  std::map<Path, Following> forbidden_;
};

/// What was travelled last, as far as some rule asks for it.
struct State {
  Path path;
  ModeSet begins;  ///< of a single segment: who is bound by a rule that begins with it
  ModeSet modes;   ///< who can be there
  JunctionId junction = JunctionId::none();
};

struct Copy {
  SegmentId original;
  Direction direction;
  ModeSet permitted;
  JunctionId tail;
  JunctionId head;
};

class Splitter {
 public:
  Splitter(RoadNetwork& network, std::span<BoundTurn const> turns)
      : network_{network}, bans_{network, turns} {}

  void split() {
    make_states();
    find_who_can_be_where();
    add_junctions();
    add_copies();
  }

 private:
  static constexpr std::size_t kNone = ~std::size_t{0};

  void make_states() {
    for (auto const& [before, following] : bans_.forbidden()) {
      for (auto end = before.begin() + 1; end <= before.end(); ++end)
        number_.try_emplace(Path{before.begin(), end}, 0);
    }
    for (auto& [path, number] : number_) {
      number = states_.size();
      states_.push_back({.path = path});
    }
    for (auto const& [before, following] : bans_.forbidden()) {
      auto& first = states_[number_.at({before.front()})];
      for (auto const& [next, modes] : following) first.begins = first.begins | modes;
    }
  }

  /// The longest of the states that `path` ends with, or kNone.
  [[nodiscard]] std::size_t state_behind(Path const& path) const {
    for (auto begin = path.begin(); begin != path.end(); ++begin) {
      if (auto const found = number_.find(Path{begin, path.end()}); found != number_.end())
        return found->second;
    }
    return kNone;
  }

  [[nodiscard]] ModeSet forbidden(State const& state, DirectedSegment next) const {
    ModeSet modes;
    for (auto begin = state.path.begin(); begin != state.path.end(); ++begin) {
      auto const following = bans_.forbidden().find(Path{begin, state.path.end()});
      if (following == bans_.forbidden().end()) continue;
      if (auto const found = following->second.find(next); found != following->second.end())
        modes = modes | found->second;
    }
    return modes;
  }

  /// Calls `visit(segment, modes, next state)` for all by which `state` may be left.
  template <class Visit>
  void for_ways_on(State const& state, Visit const& visit) const {
    for (auto const next : bans_.behind(state.path.back())) {
      auto modes = state.modes & bans_.permits(next);
      auto const closed_to = forbidden(state, next);
      for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
        if (closed_to.contains(mode)) modes.erase(mode);
      }
      if (modes.is_empty()) continue;
      auto longer = state.path;
      longer.push_back(next);
      visit(next, modes, state_behind(longer));
    }
  }

  void find_who_can_be_where() {
    std::vector<std::size_t> open;
    for (std::size_t s = 0; s < states_.size(); ++s) {
      auto& state = states_[s];
      if (state.path.size() == 1) state.begins = state.begins & bans_.permits(state.path.front());
      state.modes = state.path.size() == 1 ? state.begins : ModeSet{};
      if (!state.modes.is_empty()) open.push_back(s);
    }
    while (!open.empty()) {
      auto const s = open.back();
      open.pop_back();
      for_ways_on(states_[s], [&](DirectedSegment, ModeSet modes, std::size_t next) {
        if (next == kNone) return;
        auto const all = states_[next].modes | modes;
        if (all == states_[next].modes) return;
        states_[next].modes = all;
        open.push_back(next);
      });
    }
  }

  void add_junctions() {
    for (auto& state : states_) {
      if (state.modes.is_empty()) continue;
      auto const original = bans_.head(state.path.back());
      state.junction = network_.junctions.push_back(Point{network_.junctions[original]});
      network_.originals_of_split_junctions.push_back(original);
    }
  }

  void add_copies() {
    std::vector<Copy> copies;
    auto const add = [&](DirectedSegment at, ModeSet modes, JunctionId tail, JunctionId head) {
      copies.push_back({at.segment, at.direction, modes, tail, head});
    };
    for (auto const& state : states_) {
      if (!state.begins.is_empty()) {
        auto const at = state.path.front();
        add(at, state.begins, bans_.tail(at), state.junction);
      }
      if (state.modes.is_empty()) continue;
      for_ways_on(state, [&](DirectedSegment at, ModeSet modes, std::size_t next) {
        add(at, modes, state.junction, next == kNone ? bans_.head(at) : states_[next].junction);
      });
    }
    std::ranges::stable_sort(copies, {}, &Copy::original);
    reserve(copies);
    for (auto const& copy : copies) append(copy);
  }

  /// Each column grows once: a second copy of a whole network would be taken in memory else.
  void reserve(std::vector<Copy> const& copies) {
    std::size_t points = 0;
    for (auto const& copy : copies) points += network_.shape(copy.original).size();
    network_.segments.reserve(network_.segments.size() + copies.size());
    network_.along.reserve(network_.along.size() + points);
    network_.shapes.reserve(network_.shapes.size() + copies.size(), network_.along.size() + points);
    if (!network_.names.empty()) network_.names.reserve(network_.names.size() + copies.size());
    network_.originals_of_copies.reserve(copies.size());
  }

  void append(Copy const& copy) {
    auto const line = network_.shape(copy.original);
    std::vector<Point> const shape{line.begin(), line.end()};
    auto const lengths = network_.along_shape(copy.original);
    std::vector<double> const along{lengths.begin(), lengths.end()};
    bool const is_along = copy.direction == Direction::Along;
    Segment segment = std::as_const(network_.segments)[copy.original];
    segment.from = is_along ? copy.tail : copy.head;
    segment.to = is_along ? copy.head : copy.tail;
    segment.attributes.permitted = {};
    segment.attributes.permitted[static_cast<std::size_t>(copy.direction)] = copy.permitted;
    network_.segments.push_back(segment);
    network_.shapes.push_back(shape);
    network_.along.append(along);
    if (!network_.names.empty()) network_.names.push_back(NameId{network_.names[copy.original]});
    network_.originals_of_copies.push_back(copy.original);
  }

  RoadNetwork& network_;
  Bans bans_;
  std::map<Path, std::size_t> number_;  ///< of states_
  std::vector<State> states_;
};

}  // namespace

void split_junctions(RoadNetwork& network, std::span<BoundTurn const> turns) {
  if (!turns.empty()) Splitter{network, turns}.split();
}

}  // namespace gapmap::network
