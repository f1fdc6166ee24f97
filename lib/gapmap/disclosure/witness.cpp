#include "gapmap/disclosure/witness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <queue>

namespace gapmap::disclosure {
namespace {

// Who has no witness after that many tries has one more figure hidden beside it.
constexpr std::size_t kUnknownsTried = 60;
constexpr std::size_t kPairedUnknowns = 14;

/// By how much figures change, by column.
using Change = std::map<std::uint32_t, std::int64_t>;

class Witnesses {
 public:
  Witnesses(Figures const& figures, Span& known)
      : figures_{figures},
        known_{known},
        rows_with_(figures.size()),
        change_of_(figures.size()),
        has_witness_(figures.size(), 0) {
    for (std::size_t r = 0; r < known.rows().size(); ++r) {
      for (auto const& entry : known.rows()[r]) {
        if (entry.column != known.pivots()[r]) rows_with_[entry.column].push_back(r);
      }
    }
  }

  bool find(FigureId secret) {
    auto const column = secret.value();
    if (has_witness_[column] != 0) return true;
    auto const row = known_.reduced(std::array{Entry{column, Residue{1}}});
    std::vector<std::uint32_t> unknowns;
    for (auto const& entry : row) {
      if (unknowns.size() < kUnknownsTried) unknowns.push_back(entry.column);
    }
    for (auto const unknown : unknowns) {
      if (serves(change_of(unknown), column)) return true;
    }
    unknowns.resize(std::min(unknowns.size(), kPairedUnknowns));
    for (auto const a : unknowns) {
      // The other one need not be one that the secret depends on: it may only make room.
      for (auto const b : beside(a)) {
        for (std::int64_t const sign : {1, -1}) {
          auto both = change_of(a);
          for (auto const& [figure, by] : change_of(b)) {
            if ((both[figure] += sign * by) == 0) both.erase(figure);
          }
          if (serves(both, column)) return true;
        }
      }
    }
    return false;
  }

 private:
  /// Unknowns whose change meets one that would make a figure too small.
  std::vector<std::uint32_t> beside(std::uint32_t unknown) {
    std::vector<std::uint32_t> found;
    for (auto const& [figure, by] : change_of(unknown)) {
      if (has_room(figure, by) && has_room(figure, -by)) continue;
      for (auto const& entry : known_.reduced(std::array{Entry{figure, Residue{1}}})) {
        if (entry.column == unknown || found.size() >= kPairedUnknowns) continue;
        if (std::ranges::find(found, entry.column) == found.end()) found.push_back(entry.column);
      }
    }
    return found;
  }

  [[nodiscard]] bool has_room(std::uint32_t figure, std::int64_t by) const {
    return figures_[FigureId{figure}].count + static_cast<double>(by) >= 1;
  }

  /// Notes everybody who is another then.
  bool serves(Change const& change, std::uint32_t secret) {
    if (!change.contains(secret)) return false;
    for (std::int64_t const sign : {1, -1}) {
      bool const is_possible = std::ranges::all_of(
          change, [&](auto const& of) { return has_room(of.first, sign * of.second); });
      if (!is_possible) continue;
      for (auto const& of : change) has_witness_[of.first] = 1;
      return true;
    }
    return false;
  }

  /// What follows if one unknown is one more. Empty if that takes numbers too large to be whole.
  Change const& change_of(std::uint32_t unknown) {
    auto& change = change_of_[unknown];
    if (!change.empty()) return change;
    constexpr std::int64_t kLargest = 1 << 20;
    std::map<std::uint32_t, Residue> by{{unknown, Residue{1}}};
    // A row holds pivots of later rows only, so these come first.
    std::priority_queue<std::size_t> waiting;
    for (auto const r : rows_with_[unknown]) waiting.push(r);
    std::size_t last = known_.rows().size();
    while (!waiting.empty()) {
      auto const next = waiting.top();
      waiting.pop();
      if (next == std::exchange(last, next)) continue;
      auto const pivot = known_.pivots()[next];
      Residue sum;
      for (auto const& [column, value] : known_.rows()[next]) {
        if (column == pivot) continue;
        if (auto const of = by.find(column); of != by.end()) sum = sum - value * of->second;
      }
      if (sum.is_zero()) continue;
      by.emplace(pivot, sum);
      for (auto const r : rows_with_[pivot]) waiting.push(r);
    }
    for (auto const& [column, value] : by) {
      auto const whole = value.nearest_to_zero();
      if (std::abs(whole) > kLargest) return change = {};
      change.emplace(column, whole);
    }
    return change;
  }

  Figures const& figures_;
  Span& known_;
  std::vector<std::vector<std::size_t>> rows_with_;  ///< by column; not as their pivot
  std::vector<Change> change_of_;
  std::vector<char> has_witness_;
};

}  // namespace

std::vector<FigureId> without_witness(Figures const& figures, Span& known,
                                      std::span<FigureId const> secrets) {
  std::vector<FigureId> without;
  bool const are_whole = std::ranges::all_of(
      figures, [](Figure const& figure) { return figure.count == std::floor(figure.count); });
  if (!are_whole) return without;
  Witnesses witnesses{figures, known};
  for (auto const secret : secrets) {
    if (!witnesses.find(secret)) without.push_back(secret);
  }
  return without;
}

}  // namespace gapmap::disclosure
