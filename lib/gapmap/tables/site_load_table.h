#pragma once
// Who is served where by places that serve no more than their capacity, as tables.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Why somebody is not served.
enum class LeftOut : std::uint8_t {
  NoRoom,  ///< places within reach are full
  TooFar,  ///< no open place is within reach
};

/// Returns "no_room" or "too_far".
[[nodiscard]] std::string_view name_of(LeftOut why) noexcept;

/// All of somebody, or a part, with the place that serves it.
struct AssignmentRow {
  std::string demand;
  std::string place = {};  ///< id; empty: left out
  std::string name = {};
  double load = 0;                      ///< residents, or whatever demands weigh
  std::optional<double> way = {};       ///< in the unit of the costs
  std::optional<LeftOut> because = {};  ///< of who is left out
};

/// Returns the table "assignments".
[[nodiscard]] OutputTable assignment_table(std::vector<AssignmentRow> const& rows);

/// An open place.
struct LoadRow {
  std::string id;
  std::string name;
  bool opens = false;  ///< else it is there now
  double capacity = 0;
  double load = 0;
};

/// Returns the table "loads": how full open places are.
[[nodiscard]] OutputTable load_table(std::vector<LoadRow> const& rows);

}  // namespace gapmap::tables
