#include "gapmap/network/detail/turns.h"

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_map>

namespace gapmap::network {
namespace {

/// The greatest number of ways between: more of them are no junction, and it bounds the search for
/// their order.
constexpr std::size_t kMostViaLines = 12;

class TurnFinder {
 public:
  TurnFinder(RoadLines const& roads, Spots const& spots, Links const& links)
      : roads_{roads}, spots_{spots}, links_{links} {
    std::vector<char> is_named(roads.lines.size(), 0);
    auto const name = [&](LineRange lines) {
      for (auto line = lines.first; line < lines.end; ++line)
        is_named[line] = links.attributes[line].is_ferry() ? 0 : 1;
    };
    for (auto const& rule : roads.turns) {
      name(rule.from);
      name(rule.to);
      for (auto const via : rule.via) name(via);
    }
    for (auto const id : links.links.ids()) {
      auto const line = line_of(links.links[id]);
      if (is_named[line] != 0) links_of_line_[line].push_back(id);
    }
  }

  Turns find() {
    Turns turns;
    for (std::uint32_t r = 0; r < roads_.turns.size(); ++r) {
      auto const& rule = roads_.turns[r];
      found_.clear();
      rule.via.empty() ? look_at_vertex(rule) : look_through_ways(rule);
      bool const is_back = rule.kind == TurnKind::NoUTurn && rule.from == rule.to;
      if (found_.empty() || (found_.size() > 1 && !is_back)) {
        turns.unused.emplace_back(r, found_.empty() ? UnusedTurn::NoWay : UnusedTurn::Ambiguous);
        continue;
      }
      for (auto& path : found_) {
        for (std::size_t i = 1; i < path.links.size(); ++i)
          turns.kept.push_back(tail(path.links[i]));
        turns.paths.push_back(std::move(path));
      }
    }
    return turns;
  }

 private:
  [[nodiscard]] std::uint32_t line_of(Link const& link) const {
    if (link.attributes < roads_.lines.size()) return link.attributes;
    auto const first = roads_.lines.first_points();  // a gate has attributes of its own
    return static_cast<std::uint32_t>(std::ranges::upper_bound(first, link.first_point) -
                                      first.begin() - 1);
  }
  [[nodiscard]] SpotId tail(DirectedLink at) const {
    auto const& link = links_.links[at.link];
    return at.direction == Direction::Along ? link.from : link.to;
  }
  [[nodiscard]] SpotId head(DirectedLink at) const { return tail(at.reversed()); }
  [[nodiscard]] ModeSet permits(DirectedLink at) const {
    return links_.attributes[links_.links[at.link].attributes].permits(at.direction);
  }
  [[nodiscard]] std::span<LinkId const> links_of(std::uint32_t line) const {
    auto const found = links_of_line_.find(line);
    return found == links_of_line_.end() ? std::span<LinkId const>{} : found->second;
  }

  /// Calls `visit` for every link of `lines` that some of `modes` may travel away from `spot`.
  template <class Visit>
  void for_departures(LineRange lines, SpotId spot, ModeSet modes, Visit const& visit) const {
    for (auto line = lines.first; line < lines.end; ++line) {
      for (auto const id : links_of(line)) {
        for (auto const direction : {Direction::Along, Direction::Against}) {
          DirectedLink const at{id, direction};
          if (tail(at) == spot && !(permits(at) & modes).is_empty()) visit(at);
        }
      }
    }
  }
  template <class Visit>
  void for_arrivals(LineRange lines, SpotId spot, ModeSet modes, Visit const& visit) const {
    for (auto line = lines.first; line < lines.end; ++line) {
      for (auto const id : links_of(line)) {
        for (auto const direction : {Direction::Along, Direction::Against}) {
          DirectedLink const at{id, direction};
          if (head(at) == spot && !(permits(at) & modes).is_empty()) visit(at);
        }
      }
    }
  }

  void look_at_vertex(TurnRule const& rule) {
    auto const spot = spots_.of_vertex(rule.via_vertex);
    if (spot.is_none()) return;
    for_arrivals(rule.from, spot, rule.binds,
                 [&](DirectedLink from) { finish(rule, {from}, rule.binds & permits(from)); });
  }

  /// Completes a `path` that leads to where the rule's last way is to be taken.
  void finish(TurnRule const& rule, std::vector<DirectedLink> const& path, ModeSet binds) {
    bool const is_back = rule.kind == TurnKind::NoUTurn && rule.from == rule.to && path.size() == 1;
    for_departures(rule.to, head(path.back()), binds, [&](DirectedLink to) {
      bool const turns_round = to == path.back().reversed();
      if (turns_round != is_back) return;
      found_.push_back({rule.kind, binds & permits(to), path});
      found_.back().links.push_back(to);
    });
  }

  void look_through_ways(TurnRule const& rule) {
    if (rule.via.size() > kMostViaLines) return;
    std::vector<SpotId> begins;
    for (auto const via : rule.via) {
      if (via.end - via.first != 1) return;  // cut into several lines, as nodes are missing
      for (auto const point :
           {roads_.lines.first_point(via.first), roads_.lines.first_point(via.end) - 1}) {
        auto const spot = spots_.at(point);
        if (std::ranges::find(begins, spot) == begins.end()) begins.push_back(spot);
      }
    }
    for (auto const spot : begins) {
      for_arrivals(rule.from, spot, rule.binds, [&](DirectedLink from) {
        std::vector<char> is_used(rule.via.size(), 0);
        go_on(rule, {from}, rule.binds & permits(from), is_used);
      });
    }
  }

  /// Takes the ways between in whatever order they connect.
  void go_on(TurnRule const& rule, std::vector<DirectedLink> const& path, ModeSet binds,
             std::vector<char>& is_used) {
    if (std::ranges::find(is_used, char{0}) == is_used.end()) {
      finish(rule, path, binds);
      return;
    }
    for (std::size_t v = 0; v < rule.via.size(); ++v) {
      if (is_used[v] != 0) continue;
      auto longer = path;
      auto still_bound = binds;
      if (!append_whole(rule.via[v].first, longer, still_bound)) continue;
      is_used[v] = 1;
      go_on(rule, longer, still_bound, is_used);
      is_used[v] = 0;
    }
  }

  /// Goes on along a whole line, from whichever of its ends `path` has reached.
  [[nodiscard]] bool append_whole(std::uint32_t line, std::vector<DirectedLink>& path,
                                  ModeSet& binds) const {
    auto const links = links_of(line);
    std::vector<char> is_used(links.size(), 0);
    for (std::size_t taken = 0; taken < links.size(); ++taken) {
      bool goes_on = false;
      for (std::size_t i = 0; i < links.size() && !goes_on; ++i) {
        for (auto const direction : {Direction::Along, Direction::Against}) {
          DirectedLink const at{links[i], direction};
          if (is_used[i] != 0 || goes_on || tail(at) != head(path.back())) continue;
          binds = binds & permits(at);
          path.push_back(at);
          is_used[i] = 1;
          goes_on = true;
        }
      }
      if (!goes_on) return false;
    }
    return !binds.is_empty();
  }

  RoadLines const& roads_;
  Spots const& spots_;
  Links const& links_;
  std::unordered_map<std::uint32_t, std::vector<LinkId>> links_of_line_;
  std::vector<TurnPath> found_;  ///< paths found for the current rule
};

}  // namespace

Turns find_turns(RoadLines const& roads, Spots const& spots, Links const& links) {
  if (roads.turns.empty()) return {};
  return TurnFinder{roads, spots, links}.find();
}

}  // namespace gapmap::network
