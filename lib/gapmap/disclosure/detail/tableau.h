#pragma once
// A small linear program: how far a sum of unknown numbers can move if others move with it.

#include <cstddef>
#include <vector>

namespace gapmap::disclosure {

/// A simplex tableau of changes. Equations say which changes add up to zero; numbers may change
/// down to their least value. The values are feasible from the first, so there is no phase one;
/// numbers that are not solved for need not be at their least value.
/// Source: Murtagh & Saunders (1978), Large-scale linearly constrained optimization, for numbers
/// between their bounds.
class Tableau {
 public:
  struct Number {
    double value;
    double least;
  };

  /// Each number has a column.
  Tableau(std::size_t equations, std::vector<Number> numbers);

  [[nodiscard]] double& factor(std::size_t equation, std::size_t column) {
    return table_[equation * width_ + column];
  }
  [[nodiscard]] double& objective(std::size_t column) { return objective_[column]; }
  /// Solves the equations; to be called once they and the objective are complete.
  void solve();

  /// Moves the objective up by `by` if it can be, else as far as it can be. Returns how far.
  double move(double by);
  /// Returns the values after move().
  [[nodiscard]] double value(std::size_t column) const { return numbers_[column].value; }

 private:
  void pivot(std::size_t row, std::size_t column);

  std::vector<Number> numbers_;
  std::size_t width_;
  std::vector<double> table_;
  std::vector<double> objective_;
  std::vector<std::size_t> basic_;  ///< column that each row is solved for; none: width_
  std::vector<char> is_basic_;      ///< by number
};

}  // namespace gapmap::disclosure
