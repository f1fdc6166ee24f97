#pragma once
// Everybody who is counted in what is published together: in one run, or in the two runs of a
// comparison and in the comparison itself.

#include <cstddef>
#include <span>
#include <vector>

#include "gapmap/disclosure/cross_counts.h"
#include "gapmap/publishing/published.h"

namespace gapmap::publishing {

// Divisions of the cells of a run; rules, levels, requirements and accounts follow after these.
enum RunDivision : std::size_t { kHome, kClass, kStatus, kReason, kGap, kPlace };
inline constexpr std::size_t kFirstRule = 6;

[[nodiscard]] std::size_t level_division(CellFacts const& facts, std::size_t level);
[[nodiscard]] std::size_t requirement_division(CellFacts const& facts, std::size_t requirement);
[[nodiscard]] std::size_t account_division(CellFacts const& facts, std::size_t account);

// Layers of a run: known residents, estimates for unknown ones, then groups.
inline constexpr std::size_t kKnown = 0;
inline constexpr std::size_t kEstimated = 1;
inline constexpr std::size_t kGroups = 2;

/// Where the divisions and layers of a run stand among those of everybody.
struct Numbering {
  std::vector<std::size_t> divisions;
  std::vector<std::size_t> layers;
};

struct PublishedPeople {
  disclosure::CrossCounts counts;
  std::vector<Numbering> runs;
  std::vector<std::size_t> further;  ///< where the further divisions stand
};

[[nodiscard]] PublishedPeople people_of(CellFacts const& facts);

/// The people of two runs, by pairs of cells. People of both are the same if each pair of cells has
/// as many of them in both; else nobody knows how many of them are. `further` divisions, of the
/// pairs, are of the known residents of the later run.
[[nodiscard]] PublishedPeople people_of(CellFacts const& before, CellFacts const& after,
                                        std::span<CellPair const> pairs,
                                        std::vector<disclosure::Division> further);

}  // namespace gapmap::publishing
