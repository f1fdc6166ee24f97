#pragma once
// Groups of residents in a table: which fields count them, and what these say about a row.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/io/dataset.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/population.h"

namespace gapmap::io {

struct GroupField {
  Group group;  ///< with its name spelled as in the table
  FieldIndex field = 0;
  /// A number that means "not published" in cells with at most that many residents.
  std::optional<double> code_of_small_cells = std::nullopt;
};

/// Finds the groups named by the user; if there are none, those of every known family all of whose
/// fields the table has (of families with the same name only the first). Groups named without a
/// family that are all from a known one belong to it. Throws InputError if a named field does not
/// exist.
[[nodiscard]] std::vector<GroupField> find_groups(Table const& table,
                                                  std::optional<Groups> const& named);

/// Returns for example "Y_LT15, Y_1564, Y_GE65 by age; M, F by sex".
[[nodiscard]] std::string describe(std::span<GroupField const> fields);

/// What a row says about its groups.
struct GroupNumbers {
  IdVector<GroupId, std::optional<People>> numbers;
  std::vector<std::pair<GroupId, PeopleRange>> ranges = {};  ///< of unknown ones that are bounded
};

/// Reads the numbers of one row, one per field; nothing where the source does not publish it or its
/// value is impossible, which is counted as a remark. `residents` distinguish codes of small cells
/// from numbers. Whether groups add up is checked by places/families.
[[nodiscard]] GroupNumbers read_groups(Record const& record, std::string const& row,
                                       std::span<GroupField const> fields,
                                       std::span<double const> suppressed,
                                       std::optional<People> residents, ImportReport& report);

}  // namespace gapmap::io
