// gapmap isochrone: what can be reached within limits, as stretches of road and as a drawing of
// their surroundings.

#include "gapmap/engine/isochrones.h"
#include "tools/closing.h"
#include "tools/command.h"

namespace gapmap::tools {
namespace {

class IsochroneCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "isochrone"; }
  [[nodiscard]] std::string summary() const override {
    return "What can be reached from places within limits: stretches of road, and regions around "
           "them as a drawing";
  }
  void declare(job::Options& options) override { job::declare_isochrone(options, words_); }
  void run(job::Options const& options, Console& console) override;

 private:
  job::IsochroneWords words_;
};

void IsochroneCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  auto job = job::understand_isochrone(words_);
  job.asked = options.object();
  auto const folder = engine::folder_for(
      job, {words_.answer.output, words_.answer.may_overwrite(), options.inputs()});
  auto const result = engine::find_isochrones(job, console);
  engine::deliver(engine::tables_of(result), *folder, console);
  tell_outcome(*folder, console);
}

}  // namespace

std::unique_ptr<Command> make_isochrone_command() { return std::make_unique<IsochroneCommand>(); }

}  // namespace gapmap::tools
