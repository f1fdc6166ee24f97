// gapmap compare: who gained and who lost between two runs, and by what.

#include "gapmap/engine/compare.h"
#include "gapmap/engine/deliver.h"
#include "tools/closing.h"
#include "tools/command.h"

namespace gapmap::tools {
namespace {

class CompareCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "compare"; }
  [[nodiscard]] std::string summary() const override {
    return "Who gained and who lost between two runs of coverage, where, and by what";
  }
  void declare(job::Options& options) override { job::declare_comparison(options, words_); }
  void run(job::Options const& options, Console& console) override;

 private:
  job::ComparisonWords words_;
};

void CompareCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  auto job = job::understand_comparison(words_);
  job.asked = options.object();
  engine::Target const target{words_.answer.output, words_.answer.may_overwrite(),
                              options.inputs()};
  auto const folder = engine::folder_for(job, target);
  auto const result = engine::compare(job, console);
  auto tables = engine::tables_of(result, console);
  auto const of_runs = engine::deliver_runs(tables, target, console);
  engine::deliver(tables, *folder, console);
  tell_closing(job.readers.language, {}, engine::closing_lines(tables), words_.answer.output,
               console);
  auto files = folder->final_paths();
  files.insert(files.end(), of_runs.begin(), of_runs.end());
  tell_outcome(files, console);
}

}  // namespace

std::unique_ptr<Command> make_compare_command() { return std::make_unique<CompareCommand>(); }

}  // namespace gapmap::tools
