#pragma once
// A job inspected as it was written down, and what was found told in a language and written.

#include <memory>
#include <string>
#include <vector>

#include "gapmap/engine/deliver.h"
#include "gapmap/engine/inspection.h"
#include "gapmap/job/job_file.h"
#include "gapmap/report/language.h"

namespace gapmap::engine {

/// Everything that is wrong or odd with a job, its words included. With a working CRS that cannot
/// be used the inputs are still looked at, in the usual one.
[[nodiscard]] Inspection inspect(job::CoverageWords const& words, JobOutput const& output,
                                 Listener& listener);

/// Everything that is wrong or odd with the job that these entries ask for. Throws UsageError if
/// there is a key that no job has, or a required one is missing.
[[nodiscard]] Inspection inspect(std::vector<job::JobEntry> const& entries, std::string const& file,
                                 Listener& listener);

/// What was found, in a language: severities and names of inputs stay codes.
[[nodiscard]] Inspection told_in(Language language, Inspection inspection);

/// The folder for what is found, so that it is refused before any work if it cannot take it. Throws
/// InputError, in the language.
[[nodiscard]] std::unique_ptr<io::OutputFolder> folder_for_findings(Language language,
                                                                    Target const& target);

/// Writes check.csv and check.json, whose findings are in `language` already. Neither is there
/// before both are. Throws InputError, in the language, if one cannot be written.
void deliver(Inspection const& inspection, Language language, io::OutputFolder& folder);

}  // namespace gapmap::engine
