// gapmap coverage: who is within the limit of a meeting place, who is not, and where they live.

#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/report/closing_lines.h"
#include "tools/closing.h"
#include "tools/command.h"
#include "gapmap/engine/analyse.h"
#include "gapmap/engine/coverage_tables.h"
#include "gapmap/engine/coverage_files.h"
#include "gapmap/engine/delivery.h"
#include "gapmap/engine/results.h"

namespace gapmap::tools {
namespace {

class CoverageCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "coverage"; }
  [[nodiscard]] std::string summary() const override {
    return "Who is within a distance of a meeting place along roads, who is not, and where: a gap "
           "map and figures";
  }
  void declare(job::Options& options) override { job::declare_coverage(options, words_); }
  void run(job::Options const& options, Console& console) override;

 private:
  job::CoverageWords words_;
};

void CoverageCommand::run(job::Options const& options, Console& console) {
  listen(words_.answer, console);
  auto const job = job::understand_coverage(words_);
  io::OutputFolder folder{words_.answer.output, engine::coverage_files(job),
                          words_.answer.may_overwrite(), options.inputs()};
  for (auto const& file : engine::files_of_others(job)) folder.leave_out(file);
  auto scene = engine::open(job, console);
  auto const result = engine::analyse(job, scene, console);
  auto [tables, manifest, scale] = engine::tables_of(result, options.object(), console);
  auto const asked = io::option_texts(manifest.job);
  auto const& frame = *std::visit([](auto const& its) { return its.frame; }, scene);
  if (manifest.publication) {
    for (auto const& table : manifest.publication->left_out) {
      for (auto const& file : engine::files_of_table(table)) folder.leave_out(file);
    }
  }
  console.stage("write results", [&] {
    engine::deliver(folder, tables, frame,
                    {.language = job.readers.language,
                     .scale = scale,
                     .facts = *manifest.facts,
                     .options = asked,
                     .inputs = manifest.inputs,
                     .masthead = job.readers.masthead},
                    engine::writing_tables(tables, frame, folder), console.watcher());
  });
  manifest.tables = engine::records_of(tables);
  manifest.seconds = console.seconds();
  io::write_manifest(folder.staged(io::kRecordFile), manifest);
  folder.commit();
  report::ReportedRun const told{.tables = tables,
                                 .scale = scale,
                                 .facts = *manifest.facts,
                                 .options = asked,
                                 .inputs = manifest.inputs};
  auto const language = job.readers.language;
  tell_closing(language, report::closing_tables(language, told),
               report::closing_lines(language, told), words_.answer.output, console);
  tell_outcome(folder, console);
}

}  // namespace

std::unique_ptr<Command> make_coverage_command() { return std::make_unique<CoverageCommand>(); }

}  // namespace gapmap::tools
