// gapmap site: where the next places should come, with a proven bound.

#include <stop_token>

#include "gapmap/engine/site.h"
#include "gapmap/report/site_lines.h"
#include "tools/closing.h"
#include "tools/command.h"

namespace gapmap::tools {
namespace {

class SiteCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "site"; }
  [[nodiscard]] std::string summary() const override {
    return "Where the next places should come, or which may close, with a proven bound; also on "
           "somebody else's costs";
  }
  void declare(job::Options& options) override { job::declare_site(options, words_); }
  void run(job::Options const& options, Console& console) override;

 private:
  job::SiteWords words_;
};

void SiteCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  auto job = job::understand_site(words_);
  job.asked = options.object();
  auto const folder = engine::folder_for(
      job, {words_.answer.output, words_.answer.may_overwrite(), options.inputs()});
  auto const scene = engine::open(job, console);
  auto const result = [&] {
    std::stop_source const finish;
    io::FinishFirst const first{finish};
    console.remark("a plan is looked for; Ctrl-C ends that with the best one so far");
    return engine::solve(scene, console, finish.get_token());
  }();
  auto const made = engine::tables_of(scene, result);
  engine::deliver(scene, made, *folder, console);
  tell_lines(report::site_lines(job.readers.language, made.figures), console);
  tell_outcome(*folder, console);
}

}  // namespace

std::unique_ptr<Command> make_site_command() { return std::make_unique<SiteCommand>(); }

}  // namespace gapmap::tools
