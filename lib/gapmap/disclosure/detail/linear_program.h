#pragma once
// Small linear programs around a known solution, solved by Clp (COIN-OR).

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace gapmap::disclosure {

/// Numbers within bounds of which certain sums do not change.
class LinearProgram {
 public:
  /// Any of the numbers may be from `lowest` to `highest`; now it is `value`.
  struct Number {
    double value = 0;
    double lowest = 0;
    double highest = 0;
  };
  struct Term {
    std::size_t number;
    double factor;
  };
  using Terms = std::vector<Term>;

  /// Each of `sums`, whose terms are of different numbers, keeps the value that it has now.
  LinearProgram(std::span<Number const> numbers, std::span<Terms const> sums);
  ~LinearProgram();
  LinearProgram(LinearProgram const&) = delete;
  LinearProgram& operator=(LinearProgram const&) = delete;

  /// Returns numbers that make `sum` as large as possible; nothing if they were not found. Each
  /// call begins where the one before ended.
  [[nodiscard]] std::vector<double> largest(Terms const& sum);

 private:
  struct Model;
  std::unique_ptr<Model> model_;
};

}  // namespace gapmap::disclosure
