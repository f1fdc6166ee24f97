#pragma once
// Rows of an input that are points with words beside them: meeting places, names of a gazetteer.

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
  std::map<Role, std::string> texts;  ///< by what the fields are for; blank ones are not there
  std::optional<double> capacity;     ///< its number, if it is one
  std::vector<char> passes;           ///< one a condition
  std::optional<Point> point;         ///< in metres; nothing: the row does not say where it is

  /// Empty where the row says nothing.
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

/// Every row that has a usable position, polygons at their centroid, and those that say nothing of
/// theirs if they are to be kept; in the order of the source. The others are counted. Throws
/// InputError if none is left, with the reasons.
[[nodiscard]] std::vector<PointRow> read_point_rows(OpenedInput& opened, WorkingFrame const& frame,
                                                    PointRowOptions const& options);

}  // namespace gapmap::io
