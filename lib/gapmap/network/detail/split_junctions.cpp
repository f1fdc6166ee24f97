#include "gapmap/network/detail/split_junctions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "gapmap/network/detail/turning_round.h"

namespace gapmap::network {
namespace {

/// A state of the automaton: the path travelled last, as far as some rule depends on it.
struct State {
  SegmentPath path;
  ModeSet begins;  ///< for a single segment, the modes bound by a rule that begins with it
  ModeSet modes;   ///< modes that can be in this state
  std::vector<Following const*> rules;  ///< rules on the whole path, or on its end
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
      : network_{network}, segments_{network}, forbidden_{forbidden_paths(segments_, turns)} {
    forbid_turning_round(segments_, forbidden_);
  }

  void split() {
    make_states();
    find_who_can_be_where();
    add_junctions();
    add_copies();
  }

 private:
  static constexpr std::size_t kNone = ~std::size_t{0};

  void make_states() {
    for (auto const& [before, following] : forbidden_) {
      for (auto end = before.begin() + 1; end <= before.end(); ++end)
        number_.try_emplace(SegmentPath{before.begin(), end}, 0);
    }
    single_.assign(2 * segments_.count(), kNone);
    ends_longer_.assign(2 * segments_.count(), 0);
    for (auto& [path, number] : number_) {
      number = states_.size();
      auto& state = states_.emplace_back(State{.path = path});
      for (auto begin = path.begin(); begin != path.end(); ++begin) {
        auto const rule = forbidden_.find(SegmentPath{begin, path.end()});
        if (rule != forbidden_.end()) state.rules.push_back(&rule->second);
      }
      auto const end = index_of(path.back());
      if (path.size() == 1) {
        single_[end] = number;
      } else {
        ends_longer_[end] = 1;
      }
    }
    for (auto const& [before, following] : forbidden_) {
      auto& first = states_[number_.at({before.front()})];
      for (auto const& [next, modes] : following) first.begins = first.begins | modes;
    }
  }

  /// Returns the longest state that `path` followed by `next` ends with, or kNone.
  [[nodiscard]] std::size_t state_behind(SegmentPath const& path, DirectedSegment next) const {
    if (ends_longer_[index_of(next)] != 0) {
      for (auto begin = path.begin(); begin != path.end(); ++begin) {
        SegmentPath end{begin, path.end()};
        end.push_back(next);
        if (auto const found = number_.find(end); found != number_.end()) return found->second;
      }
    }
    return single_[index_of(next)];
  }

  [[nodiscard]] static ModeSet forbidden(State const& state, DirectedSegment next) {
    ModeSet modes;
    for (auto const* following : state.rules) {
      if (auto const found = following->find(next); found != following->end())
        modes = modes | found->second;
    }
    return modes;
  }

  /// Calls `visit(segment, modes, next state)` for every way to leave `state`.
  template <class Visit>
  void for_ways_on(State const& state, Visit const& visit) const {
    for (auto const next : segments_.behind(state.path.back())) {
      auto modes = state.modes & segments_.permits(next);
      auto const closed_to = forbidden(state, next);
      for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
        if (closed_to.contains(mode)) modes.erase(mode);
      }
      if (modes.is_empty()) continue;
      visit(next, modes, state_behind(state.path, next));
    }
  }

  void find_who_can_be_where() {
    std::vector<std::size_t> open;
    for (std::size_t s = 0; s < states_.size(); ++s) {
      auto& state = states_[s];
      if (state.path.size() == 1)
        state.begins = state.begins & segments_.permits(state.path.front());
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
      auto const original = segments_.head(state.path.back());
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
        add(at, state.begins, segments_.tail(at), state.junction);
      }
      if (state.modes.is_empty()) continue;
      for_ways_on(state, [&](DirectedSegment at, ModeSet modes, std::size_t next) {
        add(at, modes, state.junction, next == kNone ? segments_.head(at) : states_[next].junction);
      });
    }
    std::ranges::stable_sort(copies, {}, &Copy::original);
    reserve(copies);
    for (auto const& copy : copies) append(copy);
  }

  /// Reserves space so that each column grows only once: otherwise a second copy of a whole network
  /// would be held in memory.
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
  DirectedSegments segments_;
  ForbiddenPaths forbidden_;
  std::map<SegmentPath, std::size_t> number_;  ///< index in states_ by path
  std::vector<std::size_t> single_;            ///< state of each directed segment alone
  std::vector<char> ends_longer_;  ///< whether a state of more than one segment ends with it
  std::vector<State> states_;
};

}  // namespace

void split_junctions(RoadNetwork& network, std::span<BoundTurn const> turns) {
  if (!turns.empty()) Splitter{network, turns}.split();
}

}  // namespace gapmap::network
