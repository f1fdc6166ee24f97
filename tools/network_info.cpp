// gapmap network info: what a road network is made of, into what it falls, and what looks wrong in
// it.

#include <fmt/format.h>

#include <array>

#include "gapmap/engine/network_description.h"
#include "tools/closing.h"
#include "tools/command.h"

namespace gapmap::tools {
namespace {

class NetworkInfoCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "network info"; }
  [[nodiscard]] std::string summary() const override {
    return "What a road network is made of, into which components it falls, and what looks wrong "
           "in it";
  }
  void declare(job::Options& options) override { job::declare_network_info(options, words_); }
  void run(job::Options const& options, Console& console) override;

 private:
  job::NetworkWords words_;
};

double km(Meters length) { return length.value() / 1000; }

std::string class_line(std::string_view name, engine::RoadSum const& sum) {
  return fmt::format("{:<14}{:>10}{:>12.1f}\n", name, sum.segments, km(sum.length));
}

std::string class_lines(engine::NetworkDescription const& described) {
  auto text = fmt::format("{:<14}{:>10}{:>12}\n", "class", "segments", "km");
  for (std::size_t c = 0; c < kRoadClasses; ++c) {
    if (described.by_class[c].segments > 0)
      text += class_line(kRoadClassNames[c], described.by_class[c]);
  }
  text += class_line("all", described.all) + '\n';
  auto const [open, one_way] = std::pair{km(described.open), km(described.one_way)};
  text += fmt::format("one-way {}: {:.1f} km of {:.1f} km ({:.1f} %)\n",
                      phrase_of(described.job.travel.profile.mode), one_way, open,
                      open > 0 ? 100 * one_way / open : 0.0);
  return text;
}

std::string component_lines(engine::NetworkDescription const& described) {
  std::string text;
  for (std::size_t mode = 0; mode < kModes; ++mode) {
    auto const& sums = described.components[mode];
    text += fmt::format(
        "components {}: {}, the longest with {:.1f} km; small components: {} with {:.1f} km\n",
        phrase_of(static_cast<Mode>(mode)), sums.whole, km(sums.longest), sums.small_components,
        km(sums.small_length));
  }
  return text;
}

/// How much road nobody joins from beside, and why.
std::string joining_lines(engine::NetworkDescription const& described) {
  constexpr std::array<std::string_view, kJoinings> kWords{
      "",
      "",
      "motorways, ramps, roads for motor traffic",
      "tunnels",
      "bridges of 30 m and more",
      "small components",
      "roads that lead nowhere"};
  auto text = fmt::format("not joined from beside {}, by homes and by places:\n",
                          phrase_of(described.job.travel.profile.mode));
  for (std::size_t why = 0; why < kJoinings; ++why) {
    if (kWords[why].empty()) continue;
    text += fmt::format("  {:<43}{:>8.1f} km{:>9.1f} km\n", kWords[why],
                        km(described.home_joining[why]), km(described.place_joining[why]));
  }
  return text;
}

void NetworkInfoCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  auto job = job::understand_network_info(words_);
  job.asked = options.object();
  auto const& output = words_.answer.output;
  auto const folder =
      output.empty() ? nullptr
                     : engine::folder_for(job, engine::Target{output, words_.answer.may_overwrite(),
                                                              options.inputs()});
  auto const described = engine::describe_network(job, console);
  if (folder) engine::deliver(described, *folder, console);
  console.result(class_lines(described));
  console.result(component_lines(described));
  console.result(joining_lines(described));
  console.result(fmt::format("ends joined across less than 0.1 m: {}\n",
                             described.roads->assembly.joined_ends));
  console.result(fmt::format("dead ends within {:g} m of another road: {}\n",
                             engine::kNearMiss.value(), described.near_misses.size()));
  console.result(fmt::format("odd speeds: {}\n", described.odd_speeds.size()));
  if (!folder) return;
  console.result("\n");
  tell_outcome(*folder, console);
}

}  // namespace

std::unique_ptr<Command> make_network_info_command() {
  return std::make_unique<NetworkInfoCommand>();
}

}  // namespace gapmap::tools
