#pragma once
// Ways with forbidden turns by brute force: a search over whole histories, which knows nothing of
// split junctions. For networks of a few dozen segments.

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <utility>
#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/network/detail/split_junctions.h"
#include "gapmap/network/detail/turning_round.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::oracle {

using network::BoundTurn;
using network::DirectedSegment;

/// The rules as one mode meets them: what must not follow on what.
class ForbiddenTurns {
 public:
  using Way = std::vector<DirectedSegment>;

  /// Where one turns round, beside what rules say.
  enum class TurningRound { Anywhere, AsDecided, Nowhere };

  /// Of the network before its junctions were split.
  ForbiddenTurns(RoadNetwork const& network, std::vector<BoundTurn> const& turns, Mode mode,
                 TurningRound turning_round = TurningRound::AsDecided)
      : network_{network}, mode_{mode}, out_(network.junctions.size()) {
    for (auto const s : network.segments.ids()) {
      for (auto const direction : {Direction::Along, Direction::Against})
        out_[head(DirectedSegment{s, direction}.reversed())].push_back({s, direction});
    }
    std::map<Way, std::set<DirectedSegment>> only;
    for (auto const& turn : turns) {
      if (!turn.binds.contains(mode)) continue;
      Way const before{turn.path.begin(), turn.path.end() - 1};
      longest_ = std::max(longest_, before.size());
      if (turn.kind == network::TurnKind::Only) {
        only[before].insert(turn.path.back());
      } else {
        forbidden_.emplace(before, turn.path.back());
      }
    }
    for (auto const& [before, allowed] : only) {
      for (auto const next : out_of(head(before.back()))) {
        if (!allowed.contains(next)) forbidden_.emplace(before, next);
      }
    }
    if (turning_round == TurningRound::AsDecided) forbid_where_decided(turns);
    if (turning_round == TurningRound::Nowhere) forbid_everywhere();
  }

  [[nodiscard]] bool may_follow(Way const& history, DirectedSegment next) const {
    for (std::size_t n = 1; n <= history.size(); ++n) {
      Way const last{history.end() - static_cast<std::ptrdiff_t>(n), history.end()};
      if (forbidden_.contains({last, next})) return false;
    }
    return true;
  }
  [[nodiscard]] std::size_t longest() const noexcept { return longest_; }
  [[nodiscard]] std::size_t count() const noexcept { return forbidden_.size(); }

  [[nodiscard]] JunctionId head(DirectedSegment at) const {
    auto const& segment = network_.segments[at.segment];
    return at.direction == Direction::Along ? segment.to : segment.from;
  }
  [[nodiscard]] std::vector<DirectedSegment> const& out_of(JunctionId junction) const {
    return out_[junction];
  }
  [[nodiscard]] bool is_open(DirectedSegment at) const {
    return network_.segments[at.segment].attributes.permits(at.direction).contains(mode_);
  }

 private:
  /// Which places these are network/detail/turning_round says; here only that it says nothing else.
  void forbid_where_decided(std::vector<BoundTurn> const& turns) {
    network::DirectedSegments const segments{network_};
    auto const rules = network::forbidden_paths(segments, turns);
    auto all = rules;
    network::forbid_turning_round(segments, all);
    for (auto const& [before, following] : all) {
      for (auto const& [next, modes] : following) {
        if (before.size() == 1 && next == before.back().reversed() && modes.contains(mode_))
          forbidden_.emplace(before, next);
      }
    }
  }

  void forbid_everywhere() {
    for (auto const s : network_.segments.ids()) {
      for (auto const direction : {Direction::Along, Direction::Against}) {
        DirectedSegment const at{s, direction};
        forbidden_.emplace(Way{at}, at.reversed());
      }
    }
  }

  RoadNetwork const& network_;
  Mode mode_;
  IdVector<JunctionId, std::vector<DirectedSegment>> out_;
  std::set<std::pair<Way, DirectedSegment>> forbidden_;
  std::size_t longest_ = 1;
};

/// Costs between attached points, legs off the roads left out. `costs` by segment and direction are
/// those of a graph of the network before its junctions were split.
template <CostType Cost>
class HistorySearch {
 public:
  HistorySearch(RoadNetwork const& network, RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                ForbiddenTurns const& turns)
      : network_{network}, graph_{graph}, costs_{costs}, turns_{turns} {}

  /// To each of `ends`. Requires: nobody is at the end of a segment.
  [[nodiscard]] std::vector<Cost> from(Attachment const& start,
                                       std::vector<Attachment> const& ends) const {
    std::vector<Cost> least(ends.size(), Cost::infinite());
    using Way = ForbiddenTurns::Way;
    using Entry = std::pair<Cost, Way>;  // where `Way` has just been travelled to its end
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    std::map<Way, Cost> known;
    auto const reach = [&](Way const& way, Cost cost) {
      auto const [at, is_new] = known.try_emplace(way, cost);
      if (!is_new && at->second <= cost) return;
      at->second = cost;
      queue.push({cost, way});
    };
    auto const arrive = [&](DirectedSegment at, double set_out, Cost before) {
      auto const whole = cost_of(at);
      for (std::size_t e = 0; e < ends.size(); ++e) {
        auto const place = position(at, ends[e].fraction);
        if (ends[e].segment != at.segment || place < set_out) continue;
        auto const way = before + part(whole, at, set_out, place);
        least[e] = std::min(least[e], way);
      }
    };
    for (auto const direction : {Direction::Along, Direction::Against}) {
      DirectedSegment const at{start.segment, direction};
      if (!cost_of(at).is_finite()) continue;
      auto const set_out = position(at, start.fraction);
      arrive(at, set_out, Cost{0});
      reach({at}, part(cost_of(at), at, set_out, 1));
    }
    while (!queue.empty()) {
      auto const [cost, way] = queue.top();
      queue.pop();
      if (known.at(way) < cost) continue;
      for (auto const next : turns_.out_of(turns_.head(way.back()))) {
        auto const whole = cost_of(next);
        if (!whole.is_finite() || !turns_.may_follow(way, next)) continue;
        arrive(next, 0, cost);
        auto longer = way;
        longer.push_back(next);
        if (longer.size() > turns_.longest()) longer.erase(longer.begin());
        reach(longer, cost + whole);
      }
    }
    return least;
  }

 private:
  [[nodiscard]] Cost cost_of(DirectedSegment at) const {
    return costs_[graph_.edge(network_, at.segment, at.direction)];
  }
  /// How far along the direction of travel.
  [[nodiscard]] static double position(DirectedSegment at, double fraction) {
    return at.direction == Direction::Along ? fraction : 1 - fraction;
  }
  /// As everywhere: whole thousandths from the segment's own start.
  [[nodiscard]] static Cost part(Cost whole, DirectedSegment at, double from, double to) {
    auto const place = [&](double on_way) {
      double const fraction = at.direction == Direction::Along ? on_way : 1 - on_way;
      return static_cast<typename Cost::rep>(std::floor(fraction * whole.value() + 0.5));
    };
    return at.direction == Direction::Along ? Cost{place(to) - place(from)}
                                            : Cost{place(from) - place(to)};
  }

  RoadNetwork const& network_;
  RoadGraph const& graph_;
  EdgeCosts<Cost> const& costs_;
  ForbiddenTurns const& turns_;
};

}  // namespace gapmap::oracle
