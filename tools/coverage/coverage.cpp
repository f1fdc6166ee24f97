// gapmap coverage: who is within the limit of a meeting place, who is not, and where they live.

#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/report/closing_lines.h"
#include "tools/closing.h"
#include "tools/command.h"
#include "tools/coverage/answer.h"
#include "tools/coverage/coverage_files.h"
#include "tools/delivery.h"
#include "tools/results.h"

namespace gapmap::tools {
namespace {

class CoverageCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "coverage"; }
  [[nodiscard]] std::string summary() const override {
    return "Who is within a distance of a meeting place along roads, who is not, and where: a gap "
           "map and figures";
  }
  void declare(Options& options) override { declare_coverage(options, words_); }
  void run(Options const& options, Console& console) override;

 private:
  CoverageWords words_;
};

void CoverageCommand::run(Options const& options, Console& console) {
  listen(words_.answer, console);
  auto const job = understand_coverage(words_);
  auto const frame = working_frame(words_.answer);
  io::OutputFolder folder{words_.answer.output, coverage_files(job), words_.answer.may_overwrite(),
                          options.inputs()};
  for (auto const& file : files_of_others(job)) folder.leave_out(file);
  auto answer = answer_coverage(job, frame, options.effective(), console);
  auto const& tables = answer.tables;
  auto& manifest = answer.manifest;
  if (manifest.publication) {
    for (auto const& table : manifest.publication->left_out) {
      for (auto const& file : files_of_table(table)) folder.leave_out(file);
    }
  }
  console.stage("write results", [&] {
    deliver(folder, tables, frame,
            {.language = job.readers.language,
             .scale = answer.scale,
             .options = manifest.options,
             .inputs = manifest.inputs,
             .masthead = job.readers.masthead},
            writing_tables(tables, frame, folder), console.watcher());
  });
  manifest.tables = records_of(tables);
  manifest.seconds = console.seconds();
  io::write_manifest(folder.staged(io::kRecordFile), manifest);
  folder.commit();
  report::ReportedRun const told{.tables = tables,
                                 .scale = answer.scale,
                                 .options = manifest.options,
                                 .inputs = manifest.inputs};
  auto const language = job.readers.language;
  tell_closing(language, report::closing_tables(language, told),
               report::closing_lines(language, told), words_.answer.output, console);
  tell_outcome(folder, console);
}

}  // namespace

std::unique_ptr<Command> make_coverage_command() { return std::make_unique<CoverageCommand>(); }

}  // namespace gapmap::tools
