#include "gapmap/disclosure/detail/witness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <iterator>
#include <map>
#include <queue>
#include <set>
#include <utility>

#include "gapmap/units/stop.h"

namespace gapmap::disclosure {
namespace {

// A secret without a witness after this many tries has one more figure hidden beside it.
constexpr std::size_t kStarts = 24;
constexpr std::size_t kSteps = 60;
constexpr std::size_t kMovesTried = 40;
constexpr std::size_t kStepsRemembered = 12;

/// The change of each figure, by column.
using Change = std::vector<std::pair<std::uint32_t, std::int64_t>>;

class Witnesses {
 public:
  Witnesses(Figures const& figures, Span& known, IdVector<FigureId, char> const& has_witness)
      : figures_{figures},
        known_{known},
        rows_with_(figures.size()),
        change_of_(figures.size()),
        has_witness_{has_witness} {
    for (std::size_t r = 0; r < known.rows().size(); ++r) {
      for (auto const& entry : known.rows()[r]) {
        if (entry.column != known.pivots()[r]) rows_with_[entry.column].push_back(r);
      }
    }
  }

  bool find(FigureId secret) {
    if (has_witness_[secret] != 0) return true;
    std::size_t starts = 0;
    for (auto const& entry : known_.reduced(std::array{Entry{secret.value(), Residue{1}}})) {
      for (std::int64_t const sign : {1, -1}) {
        if (starts++ < kStarts && is_found_from({entry.column, sign}, secret.value())) return true;
      }
    }
    return false;
  }

 private:
  /// Changes an unknown that `known_` is not solved for by +1 or -1.
  struct Move {
    std::uint32_t unknown;
    std::int64_t sign;
    friend bool operator==(Move, Move) = default;
  };

  /// The changed figures, and which of them have become too small.
  struct State {
    std::map<std::uint32_t, std::int64_t> change;
    std::set<std::uint32_t> too_small;
  };

  [[nodiscard]] double lack(std::uint32_t figure, std::int64_t change) const {
    return std::max(0.0, 1 - figures_[FigureId{figure}].count - static_cast<double>(change));
  }

  void apply(Move move, State& state) {
    for (auto const& [figure, by] : change_of(move.unknown)) {
      auto& change = state.change[figure];
      change += move.sign * by;
      if (lack(figure, change) > 0) {
        state.too_small.insert(figure);
      } else {
        state.too_small.erase(figure);
      }
    }
  }

  /// Returns how much more would be lacking in all figures together after the move.
  [[nodiscard]] double price(Move move, State const& state) {
    double price = 0;
    for (auto const& [figure, by] : change_of(move.unknown)) {
      auto const found = state.change.find(figure);
      auto const change = found == state.change.end() ? 0 : found->second;
      price += lack(figure, change + move.sign * by) - lack(figure, change);
    }
    return price;
  }

  /// Runs a local search: a figure that became too small is raised again by the cheapest move.
  bool is_found_from(Move start, std::uint32_t secret) {
    if (change_of(start.unknown).empty()) return false;
    State state;
    std::deque<Move> undone;  // moves that would undo earlier ones
    apply(start, state);
    undone.push_back({start.unknown, -start.sign});
    for (std::size_t step = 0; step < kSteps && !state.too_small.empty(); ++step) {
      auto const figure = *state.too_small.begin();
      std::pair best{0.0, Move{0, 0}};
      std::size_t tried = 0;
      for (auto const& [column, value] : known_.reduced(std::array{Entry{figure, Residue{1}}})) {
        Move const move{column, value.nearest_to_zero() > 0 ? 1 : -1};
        bool const is_back = std::ranges::find(undone, move) != undone.end();
        if (is_back || change_of(column).empty() || tried++ >= kMovesTried) continue;
        auto const cost = price(move, state);
        if (best.second.sign == 0 || cost < best.first) best = {cost, move};
      }
      if (best.second.sign == 0) return false;
      apply(best.second, state);
      undone.push_back({best.second.unknown, -best.second.sign});
      if (undone.size() > kStepsRemembered) undone.pop_front();
    }
    if (!state.too_small.empty() || state.change[secret] == 0) return false;
    for (auto const& [figure, change] : state.change) {
      if (change != 0) has_witness_[FigureId{figure}] = 1;
    }
    return true;
  }

  /// Returns the changes that follow if `unknown` grows by one. Empty if one of them is so large
  /// modulo the prime that it must stand for a fraction.
  Change const& change_of(std::uint32_t unknown) {
    auto& change = change_of_[unknown];
    if (!change.empty()) return change;
    constexpr std::int64_t kLargest = 1 << 20;
    std::map<std::uint32_t, Residue> by{{unknown, Residue{1}}};
    // A row holds pivots of later rows only, so later rows are computed first.
    std::priority_queue<std::size_t> waiting;
    for (auto const r : rows_with_[unknown]) waiting.push(r);
    std::size_t last = known_.rows().size();
    while (!waiting.empty()) {
      stop_if_asked();
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
      change.emplace_back(column, whole);
    }
    return change;
  }

  Figures const& figures_;
  Span& known_;
  std::vector<std::vector<std::size_t>> rows_with_;  ///< by column: rows it is not the pivot of
  std::vector<Change> change_of_;
  IdVector<FigureId, char> has_witness_;
};

}  // namespace

std::vector<FigureId> without_witness(Figures const& figures, Span& known,
                                      std::span<FigureId const> secrets,
                                      IdVector<FigureId, char> const& has_witness) {
  std::vector<FigureId> without;
  bool const are_whole = std::ranges::all_of(
      figures, [](Figure const& figure) { return figure.count == std::floor(figure.count); });
  if (!are_whole) return without;
  std::vector<FigureId> open;
  std::ranges::copy_if(secrets, std::back_inserter(open),
                       [&](FigureId secret) { return has_witness[secret] == 0; });
  if (open.empty()) return without;
  Witnesses witnesses{figures, known, has_witness};
  for (auto const secret : open) {
    if (!witnesses.find(secret)) without.push_back(secret);
  }
  return without;
}

}  // namespace gapmap::disclosure
