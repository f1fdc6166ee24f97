#pragma once
// Linear programs, solved by Clp (COIN-OR).

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/siting/effort.h"

namespace gapmap::siting {

/// Find numbers between bounds that make a sum least, while other sums stay between bounds.
struct LinearProgram {
  struct Number {
    double price = 0;  ///< what one of it adds to the sum that is to be least
    double lowest = 0;
    double highest = 1;
  };
  struct Term {
    std::uint32_t number;
    double factor;
  };
  struct Row {
    std::vector<Term> terms;  ///< of different numbers
    double lowest;
    double highest;
  };
  std::vector<Number> numbers;
  std::vector<Row> rows;
};

struct LinearSolution {
  std::vector<double> prices_of_rows;  ///< by how much the least sum rises with a bound of each row
  double least = 0;
};
/// Returns no prices if the effort ran out before, or the program has no solution.
[[nodiscard]] LinearSolution solve(LinearProgram const& program, Effort& effort);

}  // namespace gapmap::siting
