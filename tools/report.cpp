// gapmap report: what readers open, made anew from the results of a run or a comparison: in another
// language, with a title, a region's name and a logo. Nothing is computed again.

#include "gapmap/engine/deliver.h"
#include "gapmap/io/read_run.h"
#include "tools/closing.h"
#include "tools/command.h"

namespace gapmap::tools {
namespace {

class ReportCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "report"; }
  [[nodiscard]] std::string summary() const override {
    return "The reports, workbook and map project of a run or comparison made anew: in another "
           "language, with a title, a region and a logo";
  }
  void declare(job::Options& options) override { job::declare_report(options, words_); }
  void run(job::Options const& options, Console& console) override;

 private:
  job::ReportWords words_;
};

void ReportCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  auto const job = job::understand_report(words_);
  engine::Target const target{words_.answer.output, words_.answer.may_overwrite(),
                              options.inputs()};
  engine::require_room(job, target);
  auto const made =
      io::is_comparison(job.run)
          ? engine::deliver(engine::read_comparison_results(job, console), target, console)
          : engine::deliver(engine::read_results(job, console), target, console);
  tell_outcome(made, console);
}

}  // namespace

std::unique_ptr<Command> make_report_command() { return std::make_unique<ReportCommand>(); }

}  // namespace gapmap::tools
