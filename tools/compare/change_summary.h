#pragma once
// What a comparison prints: ten lines.

#include <span>
#include <string>
#include <vector>

#include "gapmap/io/comparison_record.h"
#include "gapmap/io/output_table.h"

namespace gapmap::tools {

/// What differs, the total before and after, its parts, who gained and lost, and where most.
[[nodiscard]] std::string change_summary(std::vector<io::RunDifference> const& differences,
                                         std::span<io::OutputTable const> tables);

}  // namespace gapmap::tools
