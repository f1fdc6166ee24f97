#include "gapmap/checks/finding.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "gapmap/io/import_report.h"

namespace gapmap::checks {

void count(Finding& finding, std::string const& example) {
  finding.rows = finding.rows.value_or(0) + 1;
  if (finding.examples.size() < io::kMaxExamples) finding.examples.push_back(example);
}

Findings if_any(Finding finding) {
  return finding.rows.value_or(0) == 0 ? Findings{} : Findings{std::move(finding)};
}

void append(Findings& findings, Findings more) {
  std::ranges::move(more, std::back_inserter(findings));
}

}  // namespace gapmap::checks
