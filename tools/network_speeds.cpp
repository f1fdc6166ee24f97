// gapmap network speeds: the speeds that times are counted by, those of a job file included.

#include <fmt/format.h>

#include "tools/command.h"
#include "gapmap/job/speed_list.h"

namespace gapmap::tools {
namespace {

class NetworkSpeedsCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "network speeds"; }
  [[nodiscard]] std::string summary() const override {
    return "The table of speeds that times are counted by, with its source and the changes of a "
           "job file";
  }
  void declare(job::Options& options) override;
  void run(job::Options const& options, Console& console) override;

 private:
  std::string changes_;
};

void NetworkSpeedsCommand::declare(job::Options& o) {
  o.group("Travel");
  job::declare_speeds(o, changes_);
  o.allow_other_keys();
  o.examples(
      "\nSurfaces and the share of the posted limit are factors. Keys of the job file about other "
      "things are left alone.\n"
      "\nExamples:\n"
      "  gapmap network speeds\n"
      "  gapmap network speeds haukivuori.toml\n");
}

/// One row: the numbers of the modes, "-" for 0, a star at those that differ from the built-in.
std::string row(job::SpeedEntry const& entry) {
  auto text = fmt::format("{:<22}", entry.key);
  for (std::size_t mode = 0; mode < kModes; ++mode) {
    auto const [value, usual] = std::pair{entry.numbers[mode], entry.built_in[mode]};
    auto shown = value > 0 ? fmt::format("{:.4g}", value) : std::string{"-"};
    if (value != usual) shown = fmt::format("{:.4g} -> {}*", usual, shown);
    text += fmt::format("{:>16}", shown);
  }
  return text + '\n';
}

void NetworkSpeedsCommand::run(job::Options const&, Console& console) {
  job::Problems problems;
  auto const profiles = job::understand_speeds(changes_, problems);
  problems.throw_if_any();
  auto text = fmt::format("{:<22}", "km/h");
  for (auto const mode : kModeNames) text += fmt::format("{:>16}", mode);
  text += '\n';
  auto unit = job::SpeedUnit::KilometersPerHour;
  for (auto const& entry : job::list_speeds(profiles)) {
    if (entry.unit != unit)
      text += entry.unit == job::SpeedUnit::Factor ? "\nfactor\n" : "\nseconds\n";
    unit = entry.unit;
    text += row(entry);
  }
  text += fmt::format(
      "\nA posted limit times share_of_limit where there is one, else the speed of the class; then "
      "the factor\n"
      "of the surface. A ferry of known crossing time takes that time.\n"
      "junction: how long one waits for the traffic of a road of the class on a lesser road; half "
      "as long among\n"
      "equals, not at all on the more important road. signals: at each traffic light instead. "
      "--traffic day\n"
      "and rush make both longer. in_speeds: what the share of a limit, a mean of whole ways, "
      "holds "
      "of each\n"
      "junction already; it is taken off, down to {} of the limit more. {}\n",
      kMoreBetweenJunctions, changes_.empty() ? "Nothing is changed." : "* changed.");
  console.result(text +
                 fmt::format("\nSource: {}\n\n{}\n", travel::kSpeedSource, travel::kAccessSource));
}

}  // namespace

std::unique_ptr<Command> make_network_speeds_command() {
  return std::make_unique<NetworkSpeedsCommand>();
}

}  // namespace gapmap::tools
