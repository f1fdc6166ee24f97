#pragma once
// Several things that residents should have near, each with places and a limit of its own: who has
// each, and who has all. Which places count and what they cost is found elsewhere.

#include <string>
#include <variant>
#include <vector>

#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/summary.h"

namespace gapmap {

/// "Of the places that `where` selects the `at_least` nearest are all within `limit`."
struct Requirement {
  std::string name;
  std::string where;                    ///< filter of places; empty: all of them
  std::string limit_text;               ///< as written, "20 km"
  std::variant<Meters, Seconds> limit;  ///< inclusive
  std::size_t at_least = 1;
};

/// How one requirement is met, cell by cell.
struct Fulfilment {
  /// Covered: met. The cost of a cell is that of the last of the places it requires, which is
  /// `nearest` here; nothing where there are not so many.
  std::variant<Coverage<Millimeters>, Coverage<Milliseconds>> coverage;
  std::size_t places = 0;  ///< that count and are near a road
};

/// Of requirements a cell has the states of coverage; this is how outputs call the one that is
/// met.
[[nodiscard]] constexpr std::string_view name_of_requirement(Status status) noexcept {
  return status == Status::Covered ? "met" : name_of(status);
}

namespace coverage {

/// Holds every cell's `rank`-th nearest place against the limit (inclusive). A cell that reaches
/// some places, but fewer, is Unreachable: no road leads to as many. For rank 1 the same as
/// assess().
/// Requires: `reach` was searched for that many and without a cutoff; rank is at least 1.
template <CostType Cost>
[[nodiscard]] Coverage<Cost> assess_rank(ReachTable<Cost> const& reach, Cost limit,
                                         std::size_t rank);

/// The state of each cell in each requirement, then in all together, without costs. All are met
/// where each is; else a cell is OffNetwork if it is in one, TooFar if one place is too far, which
/// is certain, and Unreachable if only roads are missing. Requires: all are of the same cells.
[[nodiscard]] std::vector<Coverage<Millimeters>> states_of(
    std::vector<Fulfilment> const& fulfilments);

/// Residents by state for each of those, in their order. Every resident is in exactly one state of
/// each.
[[nodiscard]] std::vector<CoverageSummary<Millimeters>> summarise_each(
    std::vector<Coverage<Millimeters>> const& states, Population const& population,
    Municipalities const& municipalities);

}  // namespace coverage
}  // namespace gapmap
