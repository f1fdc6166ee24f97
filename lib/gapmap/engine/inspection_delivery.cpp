#include "gapmap/engine/inspection_delivery.h"

#include <utility>

#include "gapmap/checks/check_table.h"
#include "gapmap/io/write_table.h"
#include "gapmap/report/findings.h"

namespace gapmap::engine {
namespace {

constexpr char const* kTableFile = "check.csv";
constexpr char const* kRecordFile = "check.json";

WorkingFrame frame_or_usual(job::AnswerWords const& words) {
  try {
    return job::working_frame(words);
  } catch (UsageError const&) {
    return WorkingFrame{Crs::tm35fin()};
  }
}

/// What `work` gives; its errors are told in the language.
template <class Work>
auto with_errors_in(Language language, Work&& work) {
  try {
    return work();
  } catch (InputError const& error) {
    if (language == Language::English) throw;
    throw InputError{{}, report::error_in(language, error.parts())};
  }
}

}  // namespace

Inspection inspect(job::CoverageWords const& words, JobOutput const& output, Listener& listener) {
  job::Problems problems;
  auto job = job::understand_coverage(words, problems);
  Working const working{listener, job.threads};
  return inspect(std::move(job), words, problems, output, frame_or_usual(words.answer), listener);
}

Inspection inspect(std::vector<job::JobEntry> const& entries, std::string const& file,
                   Listener& listener) {
  job::CoverageWords words;
  job::Options options;
  job::declare_coverage(options, words);
  options.take_job(entries, file);
  JobOutput const output{words.answer.output, options.inputs()};
  return inspect(words, output, listener);
}

Inspection told_in(Language language, Inspection inspection) {
  for (auto& finding : inspection.findings)
    finding = report::finding_in(language, std::move(finding));
  return inspection;
}

std::unique_ptr<io::OutputFolder> folder_for_findings(Language language, Target const& target) {
  return with_errors_in(language, [&] {
    return std::make_unique<io::OutputFolder>(target.folder,
                                              std::vector<std::string>{kTableFile, kRecordFile},
                                              target.overwrite, target.inputs);
  });
}

void deliver(Inspection const& inspection, Language language, io::OutputFolder& folder) {
  with_errors_in(language, [&] {
    io::write_csv(folder.staged(kTableFile), checks::check_table(inspection.findings));
    checks::write_check_json(folder.staged(kRecordFile), inspection.findings, inspection.reports,
                             language == Language::English ? "" : code_of(language));
    folder.commit();
  });
}

}  // namespace gapmap::engine
