#pragma once
// Attackers who know whom each figure counts, and the figures that are shown. They share nothing
// with the library: dense elimination modulo another prime, and trying out all tables.

#include <cstdint>
#include <map>
#include <vector>

namespace gapmap {

/// How often a figure counts each unknown number.
using Support = std::vector<std::int64_t>;

class SubtractingAttacker {
 public:
  void learn(Support const& shown) {
    auto row = rest_of(shown);
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (row[c] == 0) continue;
      auto const inverse = power(row[c], kPrime - 2);
      for (auto& value : row) value = value * inverse % kPrime;
      rows_.emplace(c, std::move(row));
      return;
    }
  }
  /// Whether the figure follows from the shown ones by adding and subtracting multiples of them.
  [[nodiscard]] bool recovers(Support const& hidden) const {
    for (auto const value : rest_of(hidden)) {
      if (value != 0) return false;
    }
    return true;
  }

 private:
  static constexpr std::int64_t kPrime = 1'000'000'007;

  static std::int64_t power(std::int64_t base, std::int64_t exponent) {
    std::int64_t result = 1;
    for (; exponent > 0; exponent /= 2) {
      if (exponent % 2 == 1) result = result * base % kPrime;
      base = base * base % kPrime;
    }
    return result;
  }
  [[nodiscard]] std::vector<std::int64_t> rest_of(Support row) const {
    for (auto& value : row) value = ((value % kPrime) + kPrime) % kPrime;
    for (auto const& [pivot, of] : rows_) {  // by column: none before its pivot
      auto const factor = row[pivot];
      if (factor == 0) continue;
      for (std::size_t c = pivot; c < row.size(); ++c)
        row[c] = (row[c] + (kPrime - factor) * of[c]) % kPrime;
    }
    return row;
  }

  std::map<std::size_t, std::vector<std::int64_t>> rows_;  ///< 1 at the first column, the key
};

/// Tries out every table of whole numbers of at least 1 that agrees with what is shown.
class TryingAttacker {
 public:
  struct Known {
    Support support;
    std::int64_t value;
  };

  TryingAttacker(std::vector<Known> known, std::size_t unknowns)
      : known_{std::move(known)}, numbers_(unknowns, 0) {}

  /// The values that each figure takes in all these tables. Nothing after `patience` steps.
  [[nodiscard]] bool try_all(std::vector<Support> const& figures, std::size_t patience) {
    figures_ = figures;
    least_.assign(figures.size(), INT64_MAX);
    most_.assign(figures.size(), INT64_MIN);
    patience_ = patience;
    std::vector<std::int64_t> left;
    for (auto const& known : known_) left.push_back(known.value);
    try_from(0, left);
    return patience_ > 0;
  }
  [[nodiscard]] std::int64_t least(std::size_t figure) const { return least_[figure]; }
  [[nodiscard]] std::int64_t most(std::size_t figure) const { return most_[figure]; }

 private:
  void try_from(std::size_t next, std::vector<std::int64_t> const& left) {
    if (patience_ == 0) return;
    --patience_;
    // Whoever is still to be numbered is at least one.
    for (std::size_t k = 0; k < known_.size(); ++k) {
      std::int64_t still = 0;
      for (std::size_t i = next; i < numbers_.size(); ++i) still += known_[k].support[i];
      if (left[k] < still || (still == 0 && left[k] != 0)) return;
    }
    if (next == numbers_.size()) {
      for (std::size_t f = 0; f < figures_.size(); ++f) {
        std::int64_t value = 0;
        for (std::size_t i = 0; i < numbers_.size(); ++i) value += figures_[f][i] * numbers_[i];
        least_[f] = std::min(least_[f], value);
        most_[f] = std::max(most_[f], value);
      }
      return;
    }
    std::int64_t bound = kMost;
    for (std::size_t k = 0; k < known_.size(); ++k) {
      if (known_[k].support[next] > 0) bound = std::min(bound, left[k]);
    }
    for (std::int64_t number = 1; number <= bound; ++number) {
      numbers_[next] = number;
      auto rest = left;
      for (std::size_t k = 0; k < known_.size(); ++k) rest[k] -= known_[k].support[next] * number;
      try_from(next + 1, rest);
    }
  }

  static constexpr std::int64_t kMost = 60;  ///< of a number that no shown figure bounds
  std::vector<Known> known_;
  std::vector<std::int64_t> numbers_;
  std::vector<Support> figures_;
  std::vector<std::int64_t> least_;
  std::vector<std::int64_t> most_;
  std::size_t patience_ = 0;
};

}  // namespace gapmap
