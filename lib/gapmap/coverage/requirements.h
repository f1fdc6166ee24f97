#pragma once
// Requirements: several things that residents should have near, each with its own places and limit;
// who has each of them, and who has all. Which places count and what they cost is found elsewhere.

#include <string>
#include <variant>
#include <vector>

#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/summary.h"

namespace gapmap {

/// Requires that of the places selected by `where`, the `at_least` nearest are all within `limit`.
struct Requirement {
  std::string name;
  std::string where;                    ///< filter of places; empty: all places
  std::string limit_text;               ///< as written by the user, "20 km"
  std::variant<Meters, Seconds> limit;  ///< inclusive
  std::size_t at_least = 1;
};

/// How one requirement is met, cell by cell.
struct Fulfilment {
  /// Coverage in which Covered means that the requirement is met. The cost of a cell is that of the
  /// farthest place it requires, which is its `nearest`; nothing where there are fewer places.
  std::variant<Coverage<Millimeters>, Coverage<Milliseconds>> coverage;
  std::size_t places = 0;  ///< that count and are near a road
};

/// Returns the state of a cell in outputs: requirements use the statuses of coverage, but call
/// Covered "met".
[[nodiscard]] constexpr std::string_view name_of_requirement(Status status) noexcept {
  return status == Status::Covered ? "met" : name_of(status);
}

namespace coverage {

/// Compares every cell's `rank`-th nearest place with the limit (inclusive). A cell that reaches
/// some places, but fewer than `rank`, is Unreachable: no road leads to as many. For rank 1 the
/// result equals that of assess().
/// Requires: `reach` was searched for at least `rank` places and without a cutoff; `rank` is at
///           least 1.
template <CostType Cost>
[[nodiscard]] Coverage<Cost> assess_rank(ReachTable<Cost> const& reach, Cost limit,
                                         std::size_t rank);

/// Returns the state of each cell in each requirement, then in all requirements together, without
/// costs. Together they are met where each one is met; otherwise a cell is OffNetwork if it is so
/// in any, else TooFar if it is so in any (one place is certainly too far), else Unreachable.
/// Requires: all requirements have the same cells.
[[nodiscard]] std::vector<Coverage<Millimeters>> states_of(
    std::vector<Fulfilment> const& fulfilments);

/// Returns the state of each cell if one of `states` is enough: met where any one is met; otherwise
/// a cell is TooFar if it is so in any (a place is there), else Unreachable if it is so in any,
/// else OffNetwork.
/// Requires: at least one of `states`; all have the same cells.
[[nodiscard]] Coverage<Millimeters> any_of(std::vector<Coverage<Millimeters>> const& states);

/// Returns the residents by state for each of `states`, in their order. Every resident is in
/// exactly one state of each.
[[nodiscard]] std::vector<CoverageSummary<Millimeters>> summarise_each(
    std::vector<Coverage<Millimeters>> const& states, Population const& population,
    Municipalities const& municipalities);

}  // namespace coverage
}  // namespace gapmap
