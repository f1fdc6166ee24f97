#pragma once
// Linear programs, and such in which some numbers are whole, solved by Clp and CBC (COIN-OR).

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/siting/effort.h"

namespace gapmap::siting {

/// Find numbers between bounds that make a sum least, while other sums stay between bounds.
struct MixedProgram {
  struct Number {
    double price = 0;  ///< what one of it adds to the sum that is to be least
    double lowest = 0;
    double highest = 1;
    bool is_whole = false;
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

/// What was found of a program whose numbers may all be broken.
struct LinearSolution {
  std::vector<double> prices_of_rows;  ///< by how much the least sum rises with a bound of each row
  double least = 0;
};
/// Returns nothing found (no prices) if the effort ran out before, or the program has no solution.
[[nodiscard]] LinearSolution solve_relaxed(MixedProgram const& program, Effort& effort);

struct MixedSolution {
  std::vector<double> numbers;  ///< empty: none was found
  double bound = 0;             ///< the sum cannot be less, up to rounding
  bool is_impossible = false;   ///< no numbers are within all bounds
};
/// Returns the best numbers found before the effort ran out. `least_known` is the sum of numbers
/// known already: only less is looked for.
[[nodiscard]] MixedSolution solve(MixedProgram const& program, Effort& effort, double least_known);

}  // namespace gapmap::siting
