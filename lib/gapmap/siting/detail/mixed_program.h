#pragma once
// Linear programs in which some numbers must be whole, solved by CBC (COIN-OR).

#include <cstdint>
#include <limits>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/detail/linear_program.h"

namespace gapmap::siting {

struct MixedProgram {
  LinearProgram linear = {};
  std::vector<std::uint32_t> whole = {};  ///< the numbers that must be whole
};

struct MixedSolution {
  bool is_found = false;
  std::vector<double> numbers = {};
  /// The sum cannot be less, up to rounding; if only less than a known sum was looked for, it may
  /// be that one.
  double bound = -std::numeric_limits<double>::infinity();
  bool is_impossible = false;  ///< no numbers within all bounds have a sum below the known one
};

/// Returns the best numbers found before the effort ran out. `known` is a sum that can be had: only
/// less is looked for. Each node of the search is a round. The same on any machine if no time is
/// limited.
/// Source: branch and cut, Forrest et al., CBC 2.10, https://github.com/coin-or/Cbc.
[[nodiscard]] MixedSolution solve(MixedProgram const& program, Effort& effort,
                                  double known = std::numeric_limits<double>::infinity());

}  // namespace gapmap::siting
