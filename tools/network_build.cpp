// gapmap network build: roads into a network file that every command opens instead of reading the
// roads again.

#include <fmt/format.h>

#include "gapmap/engine/network_build.h"
#include "tools/closing.h"
#include "tools/command.h"

namespace gapmap::tools {
namespace {

class NetworkBuildCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "network build"; }
  [[nodiscard]] std::string summary() const override {
    return "Roads into a network file (.gmnet) that every command opens in no time instead of "
           "reading the roads again";
  }
  void declare(job::Options& options) override { job::declare_network_build(options, words_); }
  void run(job::Options const& options, Console& console) override;

 private:
  job::NetworkWords words_;
};

void NetworkBuildCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  auto const job = job::understand_network_build(words_);
  auto const folder = engine::folder_for(job, words_.answer.may_overwrite(), options.inputs());
  auto const network = engine::build_network(job, console);
  engine::deliver(job, network, *folder, console);
  tell_seconds(console);
  console.result(fmt::format("{} segments between {} junctions\n{}\n",
                             network.assembly.network.originals().size(),
                             network.assembly.network.original_junctions(), job.file));
}

}  // namespace

std::unique_ptr<Command> make_network_build_command() {
  return std::make_unique<NetworkBuildCommand>();
}

}  // namespace gapmap::tools
