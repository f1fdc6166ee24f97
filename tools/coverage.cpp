// gapmap coverage: who is within the limit of a meeting place, who is not, and where they live.

#include "tools/closing.h"
#include "tools/command.h"
#include "gapmap/engine/analyse.h"
#include "gapmap/engine/deliver.h"

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
  listen(options, words_.answer, console);
  auto job = job::understand_coverage(words_);
  job.asked = options.object();
  auto const folder = engine::folder_for(
      job, {words_.answer.output, words_.answer.may_overwrite(), options.inputs()});
  auto scene = engine::open(job, console);
  auto const result = engine::analyse(job, scene, console);
  auto const tables = engine::tables_of(result, console);
  engine::deliver(tables, *folder, console);
  tell_closing(job.readers.language, engine::closing_tables(tables), engine::closing_lines(tables),
               words_.answer.output, console);
  tell_outcome(*folder, console);
}

}  // namespace

std::unique_ptr<Command> make_coverage_command() { return std::make_unique<CoverageCommand>(); }

}  // namespace gapmap::tools
