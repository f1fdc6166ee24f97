// gapmap check: everything that is wrong or odd with the inputs of a job, at once and before it
// runs.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "gapmap/checks/check_table.h"
#include "gapmap/engine/inspection_delivery.h"
#include "gapmap/report/findings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/record_sheets.h"
#include "tools/closing.h"
#include "tools/command.h"
#include "tools/text_table.h"

namespace gapmap::tools {
namespace {

using checks::Severity;

class CheckCommand final : public Command {
 public:
  /// What is wrong is told in English everywhere, unless a language is asked for.
  CheckCommand() { words_.readers.lang = code_of(Language::English); }
  [[nodiscard]] std::string name() const override { return "check"; }
  [[nodiscard]] std::string summary() const override {
    return "Everything that is wrong or odd with the inputs of a job, at once, with what to do";
  }
  void declare(job::Options& options) override;
  void run(job::Options const& options, Console& console) override;

 private:
  job::CoverageWords words_;
};

void CheckCommand::declare(job::Options& o) {
  job::declare_coverage(o, words_);
  o.only_in_words("output",
                  "Also write the findings there; the output of a job file means nothing here");
  o.describe("lang",
             "Language of what is found, on the terminal and in the files, also of errors of "
             "reading (default: that of the job file, else en)");
  o.examples(
      "\nTakes the job files of gapmap coverage, reads all their inputs, each by itself (areas, "
      "roads, population, places,\n"
      "addresses and gazetteer, area key, zones, candidates, official population), then runs the "
      "job without "
      "writing it, and prints what it\n"
      "finds: errors (the job cannot run), warnings (figures are affected) and notes. Nothing is "
      "changed. Files written with\n-o: check.csv, check.json.\n"
      "\nExamples:\n"
      "  gapmap check geodata/etela-savo/job.toml\n"
      "  gapmap check haukivuori.toml -o tarkistus\n"
      "  gapmap check haukivuori.toml --lang fi\n"
      "  gapmap check haukivuori.toml --place-crs EPSG:3067      # does the advice help?\n"
      "\n0 also means that there are warnings, 1 that the job cannot run.\n");
}

/// What is printed, in the language. In English inputs go by the names that are typed, and numbers
/// as they are.
class Printed {
 public:
  explicit Printed(Language language) : language_{language} {}

  [[nodiscard]] std::string_view word(std::string_view key) const {
    return report::label(language_, "check " + std::string{key});
  }
  /// "1 error", "2 warnings".
  [[nodiscard]] std::string counted(checks::Findings const& findings, Severity severity) const {
    auto const count = checks::count_of(findings, severity);
    auto const key = fmt::format("{} {}", count == 1 ? "one" : "no", checks::name_of(severity));
    return fmt::format(fmt::runtime(word(key)), count);
  }
  [[nodiscard]] std::string input_lines(std::vector<io::ImportReport> const& reports) const;
  [[nodiscard]] std::string finding_lines(checks::Findings const& findings) const;

 private:
  [[nodiscard]] bool is_english() const noexcept { return language_ == Language::English; }
  [[nodiscard]] std::string shown(std::string text) const {
    return is_english() ? text : plain(std::move(text));
  }
  [[nodiscard]] std::string input(std::string const& name) const {
    return is_english() ? name : report::input_name(language_, name);
  }
  [[nodiscard]] std::string number(std::size_t rows) const {
    return is_english() ? fmt::format("{}", rows)
                        : plain(report::number(language_, static_cast<double>(rows)));
  }

  Language language_;
};

std::string Printed::input_lines(std::vector<io::ImportReport> const& reports) const {
  std::vector<std::vector<std::string>> rows;
  for (auto const& report : reports) {
    auto const used =
        fmt::format(fmt::runtime(word("rows used")), number(report.rows_used), number(report.rows));
    rows.push_back(
        {input(report.input), used,
         is_english() ? report.crs : report::phrase(language_, report.crs),
         is_english() ? report.recognised : report::recognised_in(language_, report.recognised)});
  }
  std::string text;
  for (auto const& line : aligned(rows, "lrll")) text += line + '\n';
  return shown(text.empty() ? text : text + '\n');
}

std::string Printed::finding_lines(checks::Findings const& findings) const {
  std::vector<std::vector<std::string>> rows(1);
  for (auto const* key : {"severity", "input", "rows", "residents", "finding"})
    rows.front().emplace_back(word(key));
  for (auto const& finding : findings) {
    rows.push_back({std::string{word(checks::name_of(finding.severity))}, input(finding.input),
                    finding.rows ? number(*finding.rows) : "",
                    finding.residents ? grouped(*finding.residents) : "", finding.what});
  }
  auto const lines = aligned(rows, "llrrl");
  auto text = lines[0] + '\n';
  for (std::size_t i = 0; i < findings.size(); ++i) {
    text += lines[i + 1] + '\n';
    auto const& [examples, advice] = std::tie(findings[i].examples, findings[i].advice);
    if (!examples.empty())
      text += fmt::format("          {}: {}\n", word("first"), fmt::join(examples, "; "));
    if (!advice.empty()) text += fmt::format("          {}: {}\n", word("do"), advice);
  }
  return shown(text + '\n');
}

void CheckCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  // A language that there is not is among the problems.
  auto const language = language_of(words_.readers.lang).value_or(Language::English);
  auto const& answer = words_.answer;
  std::unique_ptr<io::OutputFolder> folder;
  if (!answer.output.empty()) {
    folder = engine::folder_for_findings(language,
                                         {answer.output, answer.may_overwrite(), options.inputs()});
  }
  auto inspection = engine::told_in(
      language,
      engine::inspect(words_, {options.option("output").in_job, options.inputs()}, console));
  auto& findings = inspection.findings;
  for (auto& finding : findings) {
    finding.what = console.spelled(finding.what);
    finding.advice = console.spelled(finding.advice);
  }
  Printed const printed{language};
  console.result(printed.input_lines(inspection.reports));
  if (!findings.empty()) console.result(printed.finding_lines(findings));
  auto const errors = printed.counted(findings, Severity::Error);
  bool const can_run = checks::count_of(findings, Severity::Error) == 0;
  console.result(fmt::format(
      "{}, {}, {}: {}\n", errors, printed.counted(findings, Severity::Warning),
      printed.counted(findings, Severity::Note), printed.word(can_run ? "can run" : "cannot run")));
  if (folder) {
    engine::deliver(inspection, language, *folder);
    tell_outcome(*folder, console);
  }
  if (can_run) return;
  auto const message = fmt::format("{}: {}", printed.word("cannot run"), errors);
  if (inspection.is_usage) throw UsageError{"", message};
  throw InputError{{}, message};
}

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace gapmap::tools
