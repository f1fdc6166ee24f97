#include "gapmap/network/detail/turning_round.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

#include "gapmap/units/side_by_side.h"

namespace gapmap::network {
namespace {

/// A component with less road than the lesser of this length and this share of all roads is small:
/// its homes join the next road that leads on (access).
constexpr Meters kSmall{1'000};
constexpr double kSmallShare = 0.01;

/// How far turning round is forbidden, as a share of the length of the way round. Out and back is
/// twice the distance, so half would do for lengths; the rest is a margin for times.
constexpr double kReach = 0.75;

/// The directed segments that a search has visited, and the one before each. Searches are many and
/// short, so beginning the next one costs nothing.
class Trail {
 public:
  explicit Trail(std::size_t segments) : search_of_(2 * segments, 0), before_(2 * segments) {}

  void begin() { ++search_; }
  /// Visits a segment; returns false if the search has been there.
  bool reach(DirectedSegment at, DirectedSegment before) {
    auto& search = search_of_[index_of(at)];
    if (search == search_) return false;
    search = search_;
    before_[index_of(at)] = before;
    return true;
  }
  [[nodiscard]] DirectedSegment before(DirectedSegment at) const { return before_[index_of(at)]; }

 private:
  std::uint32_t search_ = 0;
  std::vector<std::uint32_t> search_of_;
  std::vector<DirectedSegment> before_;
};

/// Finds ways of one mode from segment to segment, the nearest first.
class WaysRound {
 public:
  WaysRound(DirectedSegments const& segments, ForbiddenPaths const& forbidden, Mode mode)
      : segments_{segments},
        forbidden_{forbidden},
        mode_{mode},
        small_{std::min(kSmall.value(), kSmallShare * segments.length_of_all().value())},
        trail_{segments.count()},
        is_found_(2 * segments.count(), 0) {
    for (auto const& [before, following] : forbidden) {
      for (auto const& [next, modes] : following) {
        if (modes.contains(mode)) after_last_.emplace(before.back(), next);
      }
    }
  }

  /// Returns the ends of segments where turning round must be forbidden.
  [[nodiscard]] std::vector<DirectedSegment> find() {
    for (auto const& [before, following] : forbidden_) {
      for (auto const& [next, modes] : following) {
        // A rule against turning back is left out: coming back to the same place makes no other
        // turn legal.
        if (!modes.contains(mode_) || !is_open(next) || next == before.back().reversed()) continue;
        for (auto end = before.begin() + 1; end <= before.end(); ++end)
          look_behind(SegmentPath{before.begin(), end}, next);
      }
    }
    for (auto const& [before, reach] : reaches_) add_out_and_back(before, reach);
    for (auto const at : free_) is_found_[index_of(at)] = 0;
    std::vector<DirectedSegment> found;
    for (std::size_t i = 0; i < is_found_.size(); ++i) {
      if (is_found_[i] != 0)
        found.push_back({SegmentId{i / 2}, i % 2 == 0 ? Direction::Along : Direction::Against});
    }
    return found;
  }

 private:
  struct Arrival {
    double length;  ///< length of the way so far
    DirectedSegment at;
    DirectedSegment before;
    friend auto operator<=>(Arrival const&, Arrival const&) = default;
  };
  /// A hash; no result depends on the order of hashed items.
  struct Hash {
    std::size_t operator()(std::pair<DirectedSegment, DirectedSegment> const& turn) const {
      return 1'000'003 * index_of(turn.first) + index_of(turn.second);
    }
  };
  using Queue = std::priority_queue<Arrival, std::vector<Arrival>, std::greater<>>;

  [[nodiscard]] bool is_open(DirectedSegment at) const {
    return segments_.permits(at).contains(mode_);
  }
  [[nodiscard]] bool is_both_ways(DirectedSegment at) const {
    return is_open(at) && is_open(at.reversed());
  }
  void add_both_ways(DirectedSegment at) {
    if (is_both_ways(at)) is_found_[index_of(at)] = 1;
  }
  /// Whether `next` is forbidden after `at` for some path travelled before `at`.
  [[nodiscard]] bool may_be_forbidden(DirectedSegment at, DirectedSegment next) const {
    return after_last_.contains({at, next});
  }

  /// Handles a path `before` on which `next` is forbidden sooner or later.
  void look_behind(SegmentPath const& before, DirectedSegment next) {
    auto const from = before.back();
    auto& reach = reaches_[before];
    if (!ways_on(from).empty()) add_both_ways(from);
    if (auto const length = length_round(from, next)) {
      reach = std::max(reach, kReach * *length);
      return;
    }
    auto const behind = small_component(from, &WaysRound::ways_on, &WaysRound::ways_to);
    auto const ahead = small_component(next, &WaysRound::ways_to, &WaysRound::ways_on);
    for (auto const at : behind) add_both_ways(at);
    for (auto const at : ahead) add_both_ways(at.reversed());
    if (!behind.empty() || !ahead.empty()) return;
    auto const at_dead_ends = way_round(from, next, [&](auto at) { return ends_dead(at); });
    auto const way = at_dead_ends ? at_dead_ends : way_round(from, next, [](auto) { return true; });
    if (way) free_.insert(way->turns.begin(), way->turns.end());
    if (at_dead_ends) reach = std::max(reach, kReach * at_dead_ends->length);
  }

  [[nodiscard]] SegmentPath ways_on(DirectedSegment at) const {
    SegmentPath on;
    for (auto const next : segments_.behind(at)) {
      if (next != at.reversed() && is_open(next) && !may_be_forbidden(at, next)) on.push_back(next);
    }
    return on;
  }
  [[nodiscard]] SegmentPath ways_to(DirectedSegment at) const {
    SegmentPath to;
    for (auto const next : segments_.behind(at.reversed())) {
      auto const before = next.reversed();
      if (next != at && is_open(before) && !may_be_forbidden(before, at)) to.push_back(before);
    }
    return to;
  }

  using Step = SegmentPath (WaysRound::*)(DirectedSegment) const;

  /// Returns the segments that lead nowhere but where `at` leads, by `onward`, if they are less
  /// road than a small component; else nothing. `back` is the opposite step.
  [[nodiscard]] std::set<DirectedSegment> small_component(DirectedSegment at, Step onward,
                                                          Step back) const {
    std::set<DirectedSegment> small_component{at};
    double length = 0;
    auto const add = [&](SegmentPath open, auto const& next_of) {
      while (!open.empty() && length < small_) {
        auto const last = open.back();
        open.pop_back();
        length += segments_.length(last).value();
        for (auto const next : next_of(last)) {
          if (small_component.insert(next).second) open.push_back(next);
        }
      }
    };
    add({at}, [&](DirectedSegment last) { return (this->*onward)(last); });
    if (length >= small_) return {};
    length = 0;
    add({small_component.begin(), small_component.end()}, [&](DirectedSegment last) {
      auto stuck = (this->*back)(last);
      std::erase_if(stuck, [&](DirectedSegment one) {
        return !std::ranges::all_of(
            (this->*onward)(one), [&](auto const next) { return small_component.contains(next); });
      });
      return stuck;
    });
    return length < small_ ? small_component : std::set<DirectedSegment>{};
  }

  /// Whether `at` ends where no other road can be taken, out or in.
  [[nodiscard]] bool ends_dead(DirectedSegment at) const {
    return std::ranges::none_of(segments_.behind(at), [&](DirectedSegment next) {
      return next != at.reversed() && (is_open(next) || is_open(next.reversed()));
    });
  }

  struct Way {
    double length;
    std::vector<DirectedSegment> turns;  ///< segments at whose end one turns round
  };
  /// Finds the shortest way from the end of `from` to the start of `to`, turning round only where
  /// `may_turn` allows it.
  template <class MayTurn>
  [[nodiscard]] std::optional<Way> way_round(DirectedSegment from, DirectedSegment to,
                                             MayTurn const& may_turn) {
    Queue queue;
    trail_.begin();
    queue.push({0, from, from});
    while (!queue.empty()) {
      auto const [length, at, before] = queue.top();
      queue.pop();
      if (!trail_.reach(at, before)) continue;
      for (auto const next : segments_.behind(at)) {
        if (!is_open(next) || may_be_forbidden(at, next)) continue;
        if (next == at.reversed() && !may_turn(at)) continue;
        if (next == to) {
          Way way{length, {}};
          for (auto step = at; step != from; step = trail_.before(step)) {
            if (trail_.before(step) == step.reversed()) way.turns.push_back(step.reversed());
          }
          return way;
        }
        auto const longer = length + segments_.length(next).value();
        if (longer <= kLongestWayRound.value()) queue.push({longer, next, at});
      }
    }
    return std::nullopt;
  }

  /// Returns the length of the way to the start of `to`; or, if only travellers who are forbidden
  /// this turn get there, of the way to its end by any road. Without turning round.
  [[nodiscard]] std::optional<double> length_round(DirectedSegment from, DirectedSegment to) {
    auto const nowhere = [](DirectedSegment) { return false; };
    if (auto const way = way_round(from, to, nowhere)) return way->length;
    std::optional<double> least;
    for (auto const next : segments_.behind(to)) {
      auto const last = next.reversed();
      if (last == to || !is_open(last)) continue;
      if (auto const way = way_round(from, last, nowhere)) {
        auto const length = way->length + segments_.length(last).value();
        least = std::min(least.value_or(length), length);
      }
    }
    return least;
  }

  /// Adds all segments that can be travelled out and back after `before`, up to `reach` away.
  void add_out_and_back(SegmentPath const& before, double reach) {
    Queue queue;
    trail_.begin();
    auto const go_on = [&](double length, DirectedSegment at) {
      for (auto const next : segments_.behind(at)) {
        auto const longer = length + segments_.length(next).value();
        if (next != at.reversed() && is_both_ways(next) && longer <= reach)
          queue.push({longer, next, at});
      }
    };
    go_on(0, before.back());
    while (!queue.empty()) {
      auto const [length, at, from] = queue.top();
      queue.pop();
      if (!trail_.reach(at, from)) continue;
      is_found_[index_of(at)] = 1;
      go_on(length, at);
    }
  }

  DirectedSegments const& segments_;
  ForbiddenPaths const& forbidden_;
  Mode mode_;
  double small_;
  std::map<SegmentPath, double> reaches_;  ///< by path travelled towards a forbidden turn
  Trail trail_;
  std::vector<char> is_found_;      ///< by index_of
  std::set<DirectedSegment> free_;  ///< ends where one must turn round
  std::unordered_set<std::pair<DirectedSegment, DirectedSegment>, Hash> after_last_;
};

}  // namespace

void forbid_turning_round(DirectedSegments const& segments, ForbiddenPaths& forbidden) {
  constexpr std::array kModes{Mode::Car, Mode::Bike, Mode::Walk};
  std::array<std::vector<DirectedSegment>, kModes.size()> found_of;
  std::vector<Work> works;
  for (std::size_t m = 0; m < kModes.size(); ++m) {
    works.push_back({[&, m](Progress const&) {
      found_of[m] = WaysRound{segments, forbidden, kModes[m]}.find();
    }});
  }
  side_by_side(works);
  std::map<DirectedSegment, ModeSet> found;
  for (std::size_t m = 0; m < kModes.size(); ++m) {
    for (auto const at : found_of[m]) found[at].insert(kModes[m]);
  }
  for (auto const& [at, modes] : found) {
    auto& known = forbidden[{at}][at.reversed()];
    known = known | modes;
  }
}

}  // namespace gapmap::network
