// gapmap network build: roads into a network file that every command opens instead of reading the
// roads again.

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "gapmap/job/answer_options.h"
#include "tools/command.h"
#include "gapmap/engine/road_scene.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::tools {
namespace {

struct Words {
  job::AnswerWords answer;
  job::TravelWords travel;
};

class NetworkBuildCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "network build"; }
  [[nodiscard]] std::string summary() const override {
    return "Roads into a network file (.gmnet) that every command opens in no time instead of "
           "reading the roads again";
  }
  void declare(job::Options& options) override;
  void run(job::Options const& options, Console& console) override;

 private:
  Words words_;
};

void NetworkBuildCommand::declare(job::Options& o) {
  using enum job::OptionKind;
  auto& w = words_;
  job::declare_answer(o, w.answer, "FILE.gmnet", "The network file");
  job::declare_roads(o, w.travel);
  o.positional("roads");
  o.examples(
      "\nThe file is for this version of gapmap; another says so and asks to build it anew.\n"
      "\nExamples:\n"
      "  gapmap network build suomi.osm.pbf -o suomi.gmnet\n"
      "  gapmap coverage geodata/etela-savo/job.toml --roads suomi.gmnet -o out/osm\n");
}

void check_output(Words const& words) {
  if (!io::is_network_file(words.answer.output)) {
    throw UsageError{"output", fmt::format("\"{}\" does not end in .gmnet", words.answer.output),
                     "by this name commands know it"};
  }
}

void NetworkBuildCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  job::Problems problems;
  auto travel = job::understand_travel(words_.travel, problems);
  travel.roads.names = io::RoadNames::Read;
  problems.check([&] { static_cast<void>(job::working_frame(words_.answer)); });
  problems.check([&] { check_output(words_); });
  problems.throw_if_any();
  auto const frame = job::working_frame(words_.answer);
  std::filesystem::path const output{words_.answer.output};
  auto const file = output.filename().string();
  io::OutputFolder folder{output.has_parent_path() ? output.parent_path().string() : ".",
                          {file},
                          words_.answer.may_overwrite(),
                          options.inputs()};
  auto const scene = engine::build_roads(travel, frame, console);
  engine::show(scene.report, console);
  console.stage("write network", [&] {
    io::write_network_file(folder.staged(file), scene, frame.crs());
    folder.commit();
  });
  for (auto const& [stage, seconds] : console.seconds())
    console.detail(fmt::format("{:>8.3f} s  {}", seconds, stage));
  console.result(fmt::format("{} segments between {} junctions\n{}\n",
                             scene.assembly.network.originals().size(),
                             scene.assembly.network.original_junctions(), words_.answer.output));
}

}  // namespace

std::unique_ptr<Command> make_network_build_command() {
  return std::make_unique<NetworkBuildCommand>();
}

}  // namespace gapmap::tools
