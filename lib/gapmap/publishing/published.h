#pragma once
// The tables of a run as they may be published: no small number of residents in them, and none that
// can be computed from them.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/tables/cost_scale.h"

namespace gapmap::publishing {

/// Whom the tables count: how the run divides its cells, one number a cell. From these the figures
/// of the tables are known as sets of residents, and with them every sum that holds among them.
struct CellFacts {
  using Parts = std::vector<std::uint32_t>;
  struct Level {
    std::string name;
    std::vector<std::pair<std::string, std::string>> zones;  ///< code and name
    Parts part_of;                                           ///< 0: in none; zone i is i + 1
  };
  struct Group {
    std::string name;
    std::string family;               ///< empty: the group has none
    std::vector<double> residents{};  ///< as classes count them: estimates where suppressed
  };
  std::vector<double> residents;  ///< 0 where the number is not known
  std::vector<double> estimates;  ///< by classes, of cells whose number is not known; else 0
  Level municipalities;
  std::vector<Level> levels;  ///< the further ones
  Parts status;               ///< as coverage has them: covered, too far, unreachable, off network
  Parts distance_class;       ///< as classes.csv has them
  Parts reason;               ///< 0: covered; else by the order of `reasons`, from 1
  std::vector<std::string> reasons;
  Parts gap;    ///< 0: in none; else its row, from 1
  Parts place;  ///< the nearest: 0: none; else its row, from 1
  /// By name: those that columns are declared by (Whom::ByRule).
  std::vector<std::pair<std::string, Parts>> rules;
  std::vector<std::pair<std::string, Parts>> requirements;  ///< by name, states like `status`
  std::vector<std::pair<std::string, Parts>> accounts;      ///< by name, statuses; see below
  /// Of each account: those of the own county's places, and without ferries, in the other respect
  /// the same.
  std::vector<std::pair<std::size_t, std::size_t>> narrower_accounts;
  std::vector<Group> groups;
};

struct Publication {
  double below = 0;  ///< numbers under this are small
  std::vector<tables::OutputTable> tables;
  std::size_t figures = 0;            ///< that differ
  std::size_t small = 0;              ///< of these: hidden because they are small
  std::size_t complements = 0;        ///< hidden because small ones could be computed from them
  std::vector<std::string> left_out;  ///< tables
};

/// Numbers under this are small, if nobody says otherwise.
inline constexpr int kUsualThreshold = 10;
/// The column that names the hidden fields of its row, a semicolon between them.
inline constexpr char const* kHiddenColumn = "hidden";

/// Hides every figure of 1 … below - 1 residents, those from which it could be computed (see
/// disclosure/hide.h for what that means), and what depends on a hidden one: its fields are empty,
/// and the new last column `hidden` names them. Zeros stay.
///
/// Only what is known to be safe is kept: figures that are counts of residents, shares of shown
/// ones, numbers of cells, words and names, shapes. So means, medians and ranges, the numbers of
/// remedies, distances of cells and gaps and the tables that hold nothing else (indicators,
/// denominators, remedies) are left out; cells have the class of their distance, `from_m` and
/// `to_m`, in place of the distance. Gaps with a hidden number of residents come last, in the order
/// of municipality and position: their place in a list by size would tell their size.
///
/// Cells drawn around points, which would show homes, are left out: `are_points`.
/// Requires: the tables are of these cells.
[[nodiscard]] Publication published(std::vector<tables::OutputTable> tables, CellFacts const& facts,
                                    tables::CostScale const& scale, double below, bool are_points);

}  // namespace gapmap::publishing
