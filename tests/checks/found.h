#pragma once
// Findings as text, for tests.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "gapmap/checks/check_table.h"

namespace gapmap::checks {

/// "warning places 2: what [a; b]" each, in lines; "of 340" after the rows if residents are known.
inline std::string said_of(Findings const& findings) {
  std::vector<std::string> lines;
  for (auto const& finding : findings) {
    auto line = fmt::format("{} {}", name_of(finding.severity), finding.input);
    if (finding.rows) line += fmt::format(" {}", *finding.rows);
    if (finding.residents) line += fmt::format(" of {:g}", finding.residents->value());
    line += ": " + finding.what;
    if (!finding.examples.empty()) line += fmt::format(" [{}]", fmt::join(finding.examples, "; "));
    lines.push_back(std::move(line));
  }
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace gapmap::checks
