#pragma once
// Rows of an input that are points with texts: places, names of a gazetteer.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/opened.h"

namespace gapmap::io {

struct PointRow {
  std::string row;
  std::map<Role, std::string> texts;  ///< by role of the field; without blank ones
  std::optional<double> capacity;     ///< nothing if it is not a number
  std::optional<double> cost;         ///< likewise
  std::vector<char> passes;           ///< one per condition
  std::optional<Point> point;         ///< in metres; nothing: the row has no position

  /// Returns an empty text if the row has none.
  [[nodiscard]] std::string text(Role role) const {
    auto const found = texts.find(role);
    return found == texts.end() ? std::string{} : found->second;
  }
};

enum class RowsNowhere : bool { LeaveOut, Keep };

struct PointRowOptions {
  std::string crs_option;  ///< "place-crs", for errors
  std::span<RowCondition const> conditions = {};
  RowsNowhere nowhere = RowsNowhere::LeaveOut;
};

/// Reads every row that has a usable position, polygons at their centroid, and if wanted rows
/// without any position, in the order of the source. The others are counted. Throws InputError,
/// with the reasons, if none is left.
[[nodiscard]] std::vector<PointRow> read_point_rows(OpenedInput& opened, WorkingFrame const& frame,
                                                    PointRowOptions const& options);

}  // namespace gapmap::io
