// gapmap network build: roads into a network file that every command opens instead of reading the
// roads again.

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "tools/command.h"
#include "tools/road_scene.h"
#include "tools/travel_options.h"

namespace gapmap::tools {
namespace {

struct Words {
  std::string crs = "EPSG:3067", output, overwrite, quiet, verbose;
  TravelWords travel;
};

class NetworkBuildCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "network build"; }
  [[nodiscard]] std::string summary() const override {
    return "Roads into a network file (.gmnet) that every command opens in no time instead of "
           "reading the roads again";
  }
  void declare(Options& options) override;
  void run(Options const& options, Console& console) override;

 private:
  Words words_;
};

void NetworkBuildCommand::declare(Options& o) {
  using enum OptionKind;
  auto& w = words_;
  o.group("The answer");
  o.add({"-o,--output", "FILE.gmnet", "The network file", Path, Need::Required}, w.output);
  o.add({"--overwrite", "", "Replace a file that is there already", Flag}, w.overwrite);
  o.add(
      {"--crs", "CRS", "Working CRS of the network and of every run with it, projected in metres"},
      w.crs);
  o.add({"--quiet", "", "No remarks", Flag}, w.quiet);
  o.add({"--verbose", "", "Also say how long each stage took", Flag}, w.verbose);
  declare_roads(o, w.travel);
  o.positional("roads");
  o.examples(
      "\nThe file is for this version of gapmap; another says so and asks to build it anew.\n"
      "\nExamples:\n"
      "  gapmap network build suomi.osm.pbf -o suomi.gmnet\n"
      "  gapmap coverage geodata/etela-savo/job.toml --roads suomi.gmnet -o out/osm\n");
}

void check_output(Words const& words) {
  if (!io::is_network_file(words.output)) {
    throw UsageError{"--output", fmt::format("\"{}\" does not end in .gmnet", words.output),
                     "by this name commands know it"};
  }
  if (words.overwrite.empty() && std::filesystem::exists(words.output)) {
    throw InputError{
        {words.output}, "exists already", "add --overwrite to replace it, or choose another name"};
  }
}

void NetworkBuildCommand::run(Options const&, Console& console) {
  if (!words_.quiet.empty()) console.set_verbosity(Verbosity::Quiet);
  if (!words_.verbose.empty()) console.set_verbosity(Verbosity::Verbose);
  Problems problems;
  auto const travel = understand_travel(words_.travel, problems);
  problems.check([&] { WorkingFrame const known{crs_of("--crs", words_.crs)}; });
  problems.check([&] { check_output(words_); });
  problems.throw_if_any();
  WorkingFrame const frame{crs_of("--crs", words_.crs)};
  auto const scene = build_roads(travel, frame, console);
  show(scene.report, console);
  console.stage("write network", [&] {
    auto const temporary = fmt::format("{}.{}", words_.output, ::getpid());
    io::write_network_file(temporary, scene, frame.crs());
    std::filesystem::rename(temporary, words_.output);
  });
  for (auto const& [stage, seconds] : console.seconds())
    console.detail(fmt::format("{:>8.3f} s  {}", seconds, stage));
  console.result(fmt::format("{} segments between {} junctions\n{}\n",
                             scene.assembly.network.segments.size(),
                             scene.assembly.network.junctions.size(), words_.output));
}

}  // namespace

std::unique_ptr<Command> make_network_build_command() {
  return std::make_unique<NetworkBuildCommand>();
}

}  // namespace gapmap::tools
