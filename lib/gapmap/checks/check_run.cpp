#include "gapmap/checks/check_run.h"

#include "gapmap/checks/check_inputs.h"

namespace gapmap::checks {

Findings check_run(RehearsedRun const& run) {
  Findings findings;
  for (auto const& input : run.manifest.inputs) append(findings, check_remarks(input));
  if (auto const& not_studied = run.manifest.not_studied; not_studied.cells > 0) {
    findings.push_back({.severity = Severity::Note,
                        .input = "population",
                        .what = "cells that are not studied (`study`, `outside`)",
                        .rows = not_studied.cells,
                        .residents = not_studied.residents});
  }
  if (!run.is_exact) {
    findings.push_back({.severity = Severity::Warning,
                        .input = "roads",
                        .what = "results that may depend on roads and places beyond `margin`",
                        .advice = "raise `margin`, or leave it out: then as much is read as the "
                                  "results take"});
  }
  if (run.places_of_unknown_capacity > 0) {
    findings.push_back({.severity = Severity::Note,
                        .input = "places",
                        .what = "places whose capacity is unknown: each counts as one in e2sfca",
                        .rows = run.places_of_unknown_capacity,
                        .advice = "name the field that has it with `place-capacity`"});
  }
  return findings;
}

}  // namespace gapmap::checks
