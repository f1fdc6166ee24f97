#pragma once
// Road lines from any line layer.

#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/network/assemble.h"

namespace gapmap::io {

struct RoadInput {
  Source source;
  std::string class_field = {};  ///< empty: recognised, or none
};

struct RoadsRead {
  network::RoadLines roads;  ///< each line of a multi-line is one
  std::vector<std::string> row_of_line;
  ImportReport report;
};

/// Reads every line with its class. Codes that the schema does not know become RoadClass::Unknown and are counted.
/// Throws InputError if the input cannot be used at all.
[[nodiscard]] RoadsRead read_roads(RoadInput const& input, WorkingFrame const& frame);

}  // namespace gapmap::io
