#pragma once
// Groups of residents in a table: which fields count them, and what those say of a row.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/io/dataset.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/population.h"

namespace gapmap::io {

struct GroupField {
  Group group;  ///< its name spelled as in the table
  FieldIndex field = 0;
  /// A number that means "not published" in cells of no more residents than it.
  std::optional<double> code_of_small_cells = std::nullopt;
};

/// The groups the user names; if there are none, those of every known family of which the table has
/// all fields, of families with the same name only the first. Groups named without a family that
/// are all of a known one belong to it. Throws InputError if a named field does not exist.
[[nodiscard]] std::vector<GroupField> find_groups(Table const& table,
                                                  std::optional<Groups> const& named);

/// "Y_LT15, Y_1564, Y_GE65 by age; M, F by sex"
[[nodiscard]] std::string describe(std::span<GroupField const> fields);

/// What a row says of its groups.
struct GroupNumbers {
  IdVector<GroupId, std::optional<People>> numbers;
  std::vector<std::pair<GroupId, PeopleRange>> ranges = {};  ///< of unknown ones that are bounded
};

/// Numbers of one row, one a field; nothing where the source does not publish it, or says what
/// cannot be; that is counted as remarks. `residents` tell codes of small cells from numbers; what
/// the groups are together is the business of places/families.
[[nodiscard]] GroupNumbers read_groups(Record const& record, std::string const& row,
                                       std::span<GroupField const> fields,
                                       std::span<double const> suppressed,
                                       std::optional<People> residents, ImportReport& report);

}  // namespace gapmap::io
