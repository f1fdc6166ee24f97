#pragma once
// Publishing: the tables of a run without small numbers of residents, and without figures from
// which small numbers could be computed.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/scenario/changes.h"
#include "gapmap/tables/cost_scale.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::publishing {

/// How a run divides its cells, one number per cell. The figures of its tables are known from these
/// divisions as sets of residents, and so is every sum among them.
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
  std::vector<double> estimates;  ///< as in classes, where unknown; else 0
  Level municipalities;
  std::vector<Level> levels;  ///< further levels
  Parts status;               ///< as in Coverage: covered, too far, unreachable, off network
  Parts distance_class;       ///< as in classes.csv
  Parts reason;               ///< 0: covered; else the position in `reasons`, from 1
  std::vector<std::string> reasons;
  Parts gap;    ///< 0: in none; else its row, from 1
  Parts place;  ///< nearest place: 0: none; else its row, from 1
  /// Divisions by name that columns refer to (Whom::ByRule).
  std::vector<std::pair<std::string, Parts>> rules;
  std::vector<std::pair<std::string, Parts>> requirements;  ///< by name, states as in `status`;
                                                            ///< after them limits, if several
  std::vector<std::pair<std::string, Parts>> accounts;      ///< by name, coded as `status`
  /// For each account the index of the account with only the own county's places, and of the one
  /// without ferries, which are otherwise the same.
  std::vector<std::pair<std::size_t, std::size_t>> narrower_accounts;
  std::vector<Group> groups;
};

/// A hidden field that readers can tell more closely than intended.
struct NarrowField {
  std::string table;
  std::size_t row = 0;  ///< from 1, as the table is written
  std::string column;
};

struct Publication {
  double below = 0;  ///< numbers below this are small
  std::vector<tables::OutputTable> tables;
  std::size_t figures = 0;      ///< number of distinct figures
  std::size_t small = 0;        ///< figures hidden because they are small
  std::size_t complements = 0;  ///< figures hidden because small ones could be computed from them
  std::vector<std::string> left_out;  ///< names of tables
  std::vector<NarrowField> narrow;    ///< hidden fields with fewer than `below` possible values
};

/// A run as it is before numbers are hidden.
struct RunToPublish {
  std::vector<tables::OutputTable> tables;
  CellFacts facts;
  tables::CostScale scale;
  /// Cells were drawn around points; they are left out because they would show homes.
  bool are_points = false;
};

/// A comparison of two runs as it is before numbers are hidden.
struct ComparisonToPublish {
  std::vector<tables::OutputTable> tables;
  std::vector<CellPair> cells;    ///< every cell of either run; pairs only if cells are matched
  std::vector<PlacePair> places;  ///< in the order of the table
  std::vector<std::vector<CellId>> areas = {};  ///< cells of the later run, by row of "changes"
};

/// Two runs and their comparison, published together.
struct JointPublication {
  Publication before;
  Publication after;
  Publication comparison;
};

/// Default threshold below which numbers are small.
inline constexpr int kUsualThreshold = 10;
/// Name of the column that lists the hidden fields of its row, separated by semicolons.
inline constexpr char const* kHiddenColumn = "hidden";

/// Hides every figure of 1 … below - 1 residents, the figures from which it could be computed or
/// closely bounded (see disclosure/hide.h for what that means), and everything that depends on a
/// hidden one. Hidden fields are empty, and the new last column `hidden` names them. Zeros stay.
///
/// Only what is known to be safe is kept: counts of residents, shares of shown counts, numbers of
/// cells, words and names, shapes. Means, medians and ranges, numbers of remedies, distances of
/// cells and gaps are left out, as are tables that hold nothing else (indicators, denominators,
/// remedies); cells have the class of their distance, `from_m` and `to_m`, in place of the
/// distance. Gaps with a hidden number of residents come last, ordered by municipality and
/// position, since their place in a list by size would reveal their size.
/// Requires: the tables are about the cells of the facts.
[[nodiscard]] Publication published(RunToPublish run, double below);

/// Hides in two runs and their comparison what all three together would tell: for a reader of all
/// files of all of them the same holds as for one run. Who moved from one class, gap or place to
/// another between the runs is one of the sets that are protected. Of the comparison the parts of
/// the change and the effects of single places are left out; areas that changed are ordered as
/// gaps are.
/// Requires: the tables of the comparison are of the tables of the runs.
[[nodiscard]] JointPublication published_together(RunToPublish before, RunToPublish after,
                                                  ComparisonToPublish comparison, double below);

}  // namespace gapmap::publishing
