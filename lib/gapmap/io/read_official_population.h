#pragma once
// Official residents by municipality, from a table of any format: a row a municipality and year.

#include <string>

#include "gapmap/io/import_report.h"
#include "gapmap/places/official_population.h"

namespace gapmap::io {

struct OfficialInput {
  Source source;
  std::string code_field = {};
  std::string residents_field = {};
  std::string year_field = {};
  std::string year = {};  ///< empty: the newest of the file
};

struct OfficialRead {
  OfficialPopulation population;
  /// The year was asked for, or the file has no other. Else it is the newest one, which need not be
  /// that of the grid: good for a ratio, too uncertain to narrow a range.
  bool is_year_certain = true;
  std::size_t years = 0;  ///< in the file; 0: it does not say
  ImportReport report;
};

/// Reads the residents and, where a field is called like one of `groups`, the members of it. Rows
/// of other years, without a code or without a number, and those that repeat an earlier
/// municipality of the year are left out and counted; −1 is unknown. Throws InputError if the input
/// cannot be used, or has no row of the year asked for.
[[nodiscard]] OfficialRead read_official_population(OfficialInput const& input,
                                                    Groups const& groups);

}  // namespace gapmap::io
