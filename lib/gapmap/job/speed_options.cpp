#include "gapmap/job/speed_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "gapmap/units/parse_quantity.h"
#include "gapmap/units/blanks.h"
#include "gapmap/units/did_you_mean.h"

namespace gapmap::job {
namespace {

using Names = std::vector<std::string>;

/// One change as the user wrote it.
struct Change {
  std::string key;    ///< "car.surface.gravel"
  std::string value;  ///< "0.7"

  [[nodiscard]] UsageError wrong(std::string const& what, std::string const& hint) const {
    return {"speeds." + key, what, hint};
  }
};

Change change_of(std::string const& text) {
  auto const equals = text.find('=');
  if (equals == std::string::npos || without_blanks_around(text.substr(0, equals)).empty()) {
    throw UsageError{
        "speeds", fmt::format("\"{}\" changes nothing", std::string{without_blanks_around(text)}),
        "write for instance \"car.residential=25, car.surface.gravel=0.7\""};
  }
  Change change{.key = std::string{without_blanks_around(text.substr(0, equals))},
                .value = std::string{without_blanks_around(text.substr(equals + 1))}};
  std::ranges::replace(change.key, '-', '_');
  return change;
}

std::size_t place_among(Names const& names, std::string const& name, Change const& change,
                        std::string const& kind) {
  auto const found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  auto const meant = did_you_mean(name, names);
  throw change.wrong(fmt::format("there is no {} \"{}\"{}", kind, name,
                                 meant.empty() ? "" : fmt::format("; did you mean {}?", meant)),
                     fmt::format("write one of {}", fmt::join(names, ", ")));
}

MetersPerSecond speed_of(Change const& change) {
  constexpr double kLeastKmh = 1;
  constexpr double kGreatestKmh = 300;
  auto const kmh = parse_number(change.value);
  if (!kmh || !(*kmh >= kLeastKmh) || *kmh > kGreatestKmh) {
    throw change.wrong(fmt::format("\"{}\" is no speed", change.value),
                       "write km/h as a number from 1 to 300");
  }
  return MetersPerSecond{*kmh / 3.6};
}

double factor_of(Change const& change) {
  constexpr double kLeast = 0.05;
  constexpr double kGreatest = 2;
  auto const factor = parse_number(change.value);
  if (!factor || !(*factor >= kLeast) || *factor > kGreatest) {
    throw change.wrong(fmt::format("\"{}\" is no factor", change.value),
                       "write a number from 0.05 to 2");
  }
  return *factor;
}

/// Returns the average share of a limit that is driven; values far above 1 are refused, as nobody
/// plans with more than is allowed.
double share_of(Change const& change) {
  constexpr double kLeast = 0.3;
  constexpr double kGreatest = 1.5;
  auto const share = parse_number(change.value);
  if (!share || (*share != 0 && !(*share >= kLeast)) || *share > kGreatest) {
    throw change.wrong(fmt::format("\"{}\" is no share of a speed limit", change.value),
                       "write a number from 0.3 to 1.5, or 0 to leave speed limits out");
  }
  return *share;
}

Seconds delay_of(Change const& change) {
  constexpr double kGreatest = 600;
  auto const seconds = parse_number(change.value);
  if (!seconds || !(*seconds >= 0) || *seconds > kGreatest) {
    throw change.wrong(fmt::format("\"{}\" is no delay", change.value),
                       "write seconds as a number from 0 to 600");
  }
  return Seconds{*seconds};
}

/// Returns the keys that may follow the mode: road classes and other keys.
Names keys_of(Mode mode) {
  Names keys{kRoadClassNames.begin(), kRoadClassNames.end()};
  keys.emplace_back("off_road");
  if (mode == Mode::Car) keys.emplace_back("share_of_limit");
  keys.emplace_back("signals");
  keys.emplace_back("in_speeds");
  keys.emplace_back("junction");
  keys.emplace_back("surface");
  return keys;
}

void make(Change const& change, Profiles& profiles) {
  Names parts;
  std::istringstream words{change.key};
  for (std::string part; std::getline(words, part, '.');) parts.push_back(part);
  if (parts.empty()) parts.emplace_back();
  auto& profile =
      profiles[place_among({kModeNames.begin(), kModeNames.end()}, parts[0], change, "mode")];
  auto const keys = keys_of(profile.mode);
  auto const key = place_among(keys, parts.size() > 1 ? parts[1] : "", change, "road class");
  if (keys[key] == "surface") {
    auto const surface = place_among({kSurfaceNames.begin(), kSurfaceNames.end()},
                                     parts.size() > 2 ? parts[2] : "", change, "surface");
    profile.surface_factor[surface] = factor_of(change);
  } else if (keys[key] == "junction") {
    auto const road_class = place_among({kRoadClassNames.begin(), kRoadClassNames.end()},
                                        parts.size() > 2 ? parts[2] : "", change, "road class");
    profile.delays.junction[road_class] = delay_of(change);
  } else if (parts.size() > 2) {
    throw change.wrong(fmt::format("{} is a single number", parts[1]),
                       fmt::format("write speeds.{}.{} = 25", parts[0], parts[1]));
  } else if (keys[key] == "off_road") {
    profile.off_road_speed = speed_of(change);
  } else if (keys[key] == "signals") {
    profile.delays.signals = delay_of(change);
  } else if (keys[key] == "share_of_limit") {
    profile.share_of_limit = share_of(change);
  } else if (keys[key] == "in_speeds") {
    profile.delays.in_speeds = delay_of(change);
  } else {
    profile.speed[key] = speed_of(change);
  }
}

}  // namespace

void declare_speeds(Options& options, std::string& changes) {
  options.add({"--speeds", "CHANGES",
               "Other speeds than the built-in ones, e.g. \"car.residential=25, "
               "car.surface.gravel=0.7, car.share_of_limit=0.85, walk.off_road=4, car.signals=15, "
               "car.junction.primary=9\" (km/h, factors, seconds); in a job file tables: "
               "[speeds.car] residential = 25, [speeds.car.surface] gravel = 0.7, "
               "[speeds.car.junction] primary = 9. See gapmap network speeds"},
              changes);
}

Profiles understand_speeds(std::string const& changes, Problems& problems) {
  Profiles profiles;
  for (std::size_t mode = 0; mode < kModes; ++mode)
    profiles[mode] = travel::builtin_profile(static_cast<Mode>(mode));
  std::istringstream words{changes};
  for (std::string word; std::getline(words, word, ',');)
    problems.check([&] { make(change_of(word), profiles); });
  return profiles;
}

}  // namespace gapmap::job
