#pragma once
// Findings: what is wrong or odd in the inputs of a job, with what to do about it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/units/error.h"
#include "gapmap/units/quantity.h"

namespace gapmap::checks {

enum class Severity : std::uint8_t {
  Error,    ///< the job cannot run
  Warning,  ///< figures are affected
  Note,     ///< worth knowing
};

struct Finding {
  Severity severity = Severity::Note;
  std::string input;  ///< "areas", "population", "zones kylat" …, or "job"
  std::string what;
  std::optional<std::size_t> rows = std::nullopt;  ///< number of rows the finding is about
  std::optional<People> residents = std::nullopt;  ///< known residents the finding is about
  std::vector<std::string> examples = {};          ///< the first ids or names, at most a few
  std::string advice = {};                         ///< what to do, where something can be done
  bool is_loss = false;                            ///< its rows are in no figure
  std::optional<ErrorParts> error = std::nullopt;  ///< whose message `what` is, if any
};

using Findings = std::vector<Finding>;

/// Counts one more row, and keeps its example while there are few.
void count(Finding& finding, std::string const& example);
/// Returns the finding, or nothing if it is about no row.
[[nodiscard]] Findings if_any(Finding finding);
void append(Findings& findings, Findings more);

}  // namespace gapmap::checks
