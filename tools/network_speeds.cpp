// gapmap network speeds: the speeds that times are counted by, those of a job file included.

#include <fmt/format.h>

#include "tools/command.h"
#include "gapmap/job/speed_options.h"

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

/// Whose number a row shows.
using Number = double (*)(Profile const&, std::size_t);

double class_kmh(Profile const& profile, std::size_t road_class) {
  return 3.6 * profile.speed[road_class].value();
}
double surface_factor(Profile const& profile, std::size_t surface) {
  return profile.surface_factor[surface];
}
double share_of_limit(Profile const& profile, std::size_t) { return profile.share_of_limit; }
double off_road_kmh(Profile const& profile, std::size_t) {
  return 3.6 * profile.off_road_speed.value();
}
double in_speeds_s(Profile const& profile, std::size_t) { return profile.delays.in_speeds.value(); }
double signals_s(Profile const& profile, std::size_t) { return profile.delays.signals.value(); }
double junction_s(Profile const& profile, std::size_t road_class) {
  return profile.delays.junction[road_class].value();
}

/// One row: the numbers of the modes, "-" for 0, a star at those that differ from the built-in.
std::string row(std::string_view name, job::Profiles const& profiles, Number number,
                std::size_t of) {
  auto text = fmt::format("{:<22}", name);
  for (auto const& profile : profiles) {
    double const value = number(profile, of);
    double const usual = number(travel::builtin_profile(profile.mode), of);
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
  for (std::size_t c = 0; c < kRoadClasses; ++c)
    text += row(kRoadClassNames[c], profiles, class_kmh, c);
  text += row("off_road", profiles, off_road_kmh, 0);
  text += "\nfactor\n";
  text += row("share_of_limit", profiles, share_of_limit, 0);
  for (std::size_t s = 0; s < kSurfaces; ++s)
    text += row(fmt::format("surface.{}", kSurfaceNames[s]), profiles, surface_factor, s);
  text += "\nseconds\n";
  text += row("signals", profiles, signals_s, 0);
  text += row("in_speeds", profiles, in_speeds_s, 0);
  for (std::size_t c = 0; c < kRoadClasses; ++c) {
    if (!is_ferry(static_cast<RoadClass>(c)))
      text += row(fmt::format("junction.{}", kRoadClassNames[c]), profiles, junction_s, c);
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
