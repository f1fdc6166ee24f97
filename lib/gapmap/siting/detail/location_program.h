#pragma once
// Location models with rules for sets as mixed integer programs.

#include <cstdint>
#include <optional>
#include <vector>

#include "gapmap/siting/detail/location_model.h"
#include "gapmap/siting/detail/mixed_program.h"
#include "gapmap/siting/detail/set_rules.h"

namespace gapmap::siting {

/// A number of the program stands for `scale` units of the model, and its sum for what is paid
/// beyond `base`. The first numbers are how much of each site is open.
struct LocationProgram {
  MixedProgram program;
  std::int64_t base = 0;
  double scale = 1;
  std::int64_t grain = 1;  ///< what is paid is a multiple of it, beyond `base`
};

/// In the order of a demand's costs c(1) < c(2) < …, z(k) is 1 if it has no open site among those
/// that cost c(k) or less:
///
///     minimise sum of opening costs × y + sum over demands of c(1) + sum of (c(k + 1) - c(k))
///     z(k), z(k) >= z(k - 1) - sum of y of sites that cost c(k),  z(0) = 1,
///
/// so that a row holds few numbers however many sites a demand has. Demands that need several sites
/// have one z, need × z + sum of y >= need; if all must be served there is none.
/// Source: Elloumi 2010, Journal of Combinatorial Optimization 19:69–83; García, Labbé & Marín 2011,
///         INFORMS Journal on Computing 23:546–556.
[[nodiscard]] LocationProgram location_program(LocationModel const& model,
                                               std::vector<SetRule> const& rules, bool must_serve);

/// Returns the rows that rules, and how many sites may be open, are for numbers of sites that
/// begin with the number 0.
[[nodiscard]] std::vector<LinearProgram::Row> rows_of(std::vector<SetRule> const& rules,
                                                      std::size_t site_count, std::uint32_t most);

/// A set that keeps rules, whoever is served.
struct AnySet {
  std::optional<std::vector<std::uint32_t>> open = {};
  bool is_impossible = false;  ///< there is none
};

/// Returns the empty set if it keeps the rules, otherwise one with few sites. It is looked for even
/// if effort is spent or somebody asked to stop: without it there is no plan. It takes moments.
[[nodiscard]] AnySet any_set(std::vector<SetRule> const& rules, std::size_t site_count,
                             std::uint32_t most);

/// Returns the sites that are open in a solution, ascending.
[[nodiscard]] std::vector<std::uint32_t> open_sites(std::vector<double> const& numbers,
                                                    std::size_t site_count);

/// Returns the least multiple of `grain` that a sum of the program may be in the model's numbers,
/// if `bound` is a bound of it: a little less for rounding, a ten-millionth.
[[nodiscard]] std::int64_t whole_bound(double bound, double scale, std::int64_t grain);

}  // namespace gapmap::siting
