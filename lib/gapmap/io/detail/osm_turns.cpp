#include "gapmap/io/detail/osm_turns.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace gapmap::io {
namespace {

using network::LineRange;
using network::TurnRule;

/// The lines of each way that is part of a turn restriction.
class LinesOfWays {
 public:
  LinesOfWays(std::vector<OsmTurnRelation> const& turns,
              std::vector<std::int64_t> const& way_of_line) {
    for (auto const& turn : turns) {
      for (auto const* ways : {&turn.from, &turn.via_ways, &turn.to}) {
        for (auto const way : *ways) lines_.try_emplace(way);
      }
    }
    for (std::uint32_t line = 0; line < way_of_line.size(); ++line) {
      auto const found = lines_.find(way_of_line[line]);
      if (found == lines_.end()) continue;
      // Lines of one way are consecutive.
      if (found->second.end == 0) found->second.first = line;
      found->second.end = line + 1;
    }
  }

  /// Returns nothing if the extract lacks the way, or nobody may travel on it.
  [[nodiscard]] std::optional<LineRange> of(OsmId way) const {
    auto const lines = lines_.at(way);
    return lines.end == 0 ? std::nullopt : std::optional{lines};
  }

 private:
  std::unordered_map<OsmId, LineRange> lines_;
};

/// Returns nothing if a member is missing.
std::optional<TurnRule> rule_of(OsmTurnRelation const& turn, LinesOfWays const& lines) {
  TurnRule rule;
  if (turn.via_ways.empty()) {
    if (!turn.via_key) return std::nullopt;
    rule.via_vertex = *turn.via_key;
  }
  for (auto const way : turn.via_ways) {
    auto const via = lines.of(way);
    if (!via) return std::nullopt;
    rule.via.push_back(*via);
  }
  return rule;
}

bool add(OsmTurnRelation const& turn, LinesOfWays const& lines, RoadsRead& read) {
  auto rule = rule_of(turn, lines);
  bool is_whole = rule && !turn.from.empty() && !turn.to.empty();
  if (!rule) return false;
  for (auto const from : turn.from) {
    for (auto const to : turn.to) {
      auto const from_lines = lines.of(from);
      auto const to_lines = lines.of(to);
      if (!from_lines || !to_lines) {
        is_whole = false;
        continue;
      }
      rule->from = *from_lines;
      rule->to = *to_lines;
      for (std::size_t kind = 0; kind < network::kTurnKinds; ++kind) {
        rule->kind = static_cast<network::TurnKind>(kind);
        rule->binds = turn.turn.binds[kind];
        if (rule->binds.is_empty()) continue;
        read.roads.turns.push_back(*rule);
        read.row_of_turn.push_back(turn.id);
      }
    }
  }
  return is_whole;
}

}  // namespace

void add_turns(OsmRelations const& relations, RoadsRead& read) {
  auto& report = read.report;
  for (auto const& [relation, why] : relations.unused_turns()) {
    bool const is_conditional = why == network::OsmTurn::Unused::Conditional;
    if (is_conditional) {
      report.count("turn restriction at some hours or for some vehicles only",
                   std::to_string(relation));
    } else {
      report.count("turn restriction of an unknown kind", std::to_string(relation));
    }
  }
  auto const& turns = relations.turns();
  if (turns.empty()) return;
  LinesOfWays const lines{turns, read.row_of_line};
  for (auto const& turn : turns) {
    if (!add(turn, lines, read)) {
      report.count("turn restriction by a way that the extract lacks or nobody may travel",
                   std::to_string(turn.id));
    }
  }
}

}  // namespace gapmap::io
