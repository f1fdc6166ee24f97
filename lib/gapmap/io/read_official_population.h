#pragma once
// Official residents by municipality, from a table of any format with a row per municipality and
// year.

#include <string>

#include "gapmap/io/import_report.h"
#include "gapmap/places/official_population.h"

namespace gapmap::io {

struct OfficialInput {
  Source source;
  std::string code_field = {};
  std::string residents_field = {};
  std::string year_field = {};
  std::string year = {};  ///< empty: the newest in the file
};

struct OfficialRead {
  OfficialPopulation population;
  /// Whether the year was asked for, or is the only one in the file. Otherwise it is the newest,
  /// which may not be the year of the grid: good enough for a ratio, too uncertain to narrow a
  /// range.
  bool is_year_certain = true;
  std::size_t years = 0;  ///< number of years in the file; 0: it has no years
  ImportReport report;
};

/// Reads the residents and, where a field has the name of one of `groups`, its members. Rows of
/// other years, rows without a code or a number, and repetitions of a municipality in the same year
/// are left out and counted; −1 means unknown. Throws InputError if the input cannot be used, or
/// has no row of the year asked for.
[[nodiscard]] OfficialRead read_official_population(OfficialInput const& input,
                                                    Groups const& groups);

}  // namespace gapmap::io
