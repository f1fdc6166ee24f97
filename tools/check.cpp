// gapmap check: everything that is wrong or odd with the inputs of a job, at once and before it
// runs.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "gapmap/io/check_table.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/write_table.h"
#include "tools/command.h"
#include "tools/inspection.h"
#include "tools/text_table.h"

namespace gapmap::tools {
namespace {

using io::Finding;
using io::Severity;

class CheckCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "check"; }
  [[nodiscard]] std::string summary() const override {
    return "Everything that is wrong or odd with the inputs of a job, at once, with what to do";
  }
  void declare(Options& options) override;
  void run(Options const& options, Console& console) override;

 private:
  CoverageWords words_;
};

void CheckCommand::declare(Options& o) {
  declare_coverage(o, words_);
  o.only_in_words("output",
                  "Also write the findings there; the output of a job file means nothing here");
  o.examples(
      "\nTakes the job files of gapmap coverage, reads all their inputs, each by itself (areas, "
      "roads, population, places and\n"
      "gazetteer, area key, zones, candidates, official population), then runs the job without "
      "writing it, and prints what it\n"
      "finds: errors (the job cannot run), warnings (figures are affected) and notes. Nothing is "
      "changed. Files written with\n-o: check.csv, check.json.\n"
      "\nExamples:\n"
      "  gapmap check geodata/etela-savo/job.toml\n"
      "  gapmap check haukivuori.toml -o tarkistus\n"
      "  gapmap check haukivuori.toml --place-crs EPSG:3067      # does the advice help?\n"
      "\n0 also means that there are warnings, 1 that the job cannot run.\n");
}

/// "1 error", "2 warnings".
std::string counted(io::Findings const& findings, Severity severity) {
  auto const count = std::ranges::count(findings, severity, &Finding::severity);
  return fmt::format("{} {}{}", count, io::name_of(severity), count == 1 ? "" : "s");
}

std::string input_lines(std::vector<io::ImportReport> const& reports) {
  std::vector<std::vector<std::string>> rows;
  for (auto const& report : reports) {
    rows.push_back({report.input, fmt::format("{} of {} rows", report.rows_used, report.rows),
                    report.crs, report.recognised});
  }
  std::string text;
  for (auto const& line : aligned(rows, "lrll")) text += line + '\n';
  return text.empty() ? text : text + '\n';
}

std::string finding_lines(io::Findings const& findings) {
  std::vector<std::vector<std::string>> rows{{"severity", "input", "rows", "residents", "finding"}};
  for (auto const& finding : findings) {
    rows.push_back({std::string{io::name_of(finding.severity)}, finding.input,
                    finding.rows ? fmt::format("{}", *finding.rows) : "",
                    finding.residents ? grouped(*finding.residents) : "", finding.what});
  }
  auto const lines = aligned(rows, "llrrl");
  auto text = lines[0] + '\n';
  for (std::size_t i = 0; i < findings.size(); ++i) {
    text += lines[i + 1] + '\n';
    auto const& [examples, advice] = std::tie(findings[i].examples, findings[i].advice);
    if (!examples.empty()) text += fmt::format("          first: {}\n", fmt::join(examples, "; "));
    if (!advice.empty()) text += fmt::format("          do: {}\n", advice);
  }
  return text + '\n';
}

/// With a wrong --crs the inputs are still looked at.
WorkingFrame frame_or_usual(AnswerWords const& words) {
  try {
    return working_frame(words);
  } catch (UsageError const&) {
    return WorkingFrame{Crs::tm35fin()};
  }
}

void CheckCommand::run(Options const& options, Console& console) {
  listen(words_.answer, console);
  Problems problems;
  auto job = understand_coverage(words_, problems);
  auto const frame = frame_or_usual(words_.answer);
  std::optional<io::OutputFolder> folder;
  if (!words_.answer.output.empty()) {
    folder.emplace(words_.answer.output, std::vector<std::string>{"check.csv", "check.json"},
                   words_.answer.may_overwrite(), options.inputs());
  }
  auto const [findings, reports, is_usage] =
      inspect(std::move(job), words_, problems, {options.in_job("output"), options.inputs()}, frame,
              console);
  console.result(input_lines(reports));
  if (!findings.empty()) console.result(finding_lines(findings));
  auto const errors = counted(findings, Severity::Error);
  bool const can_run = errors.starts_with("0 ");
  console.result(fmt::format("{}, {}, {}: the job {} run\n", errors,
                             counted(findings, Severity::Warning),
                             counted(findings, Severity::Note), can_run ? "can" : "cannot"));
  if (folder) {
    io::write_csv(folder->staged("check.csv"), io::check_table(findings));
    io::write_check_json(folder->staged("check.json"), findings, reports);
    folder->commit();
    tell_outcome(*folder, console);
  }
  if (can_run) return;
  auto const message = fmt::format("the job cannot run: {}", errors);
  if (is_usage) throw UsageError{"", message};
  throw InputError{{}, message};
}

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace gapmap::tools
