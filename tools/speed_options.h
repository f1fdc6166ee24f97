#pragma once
// Other speeds than the built-in ones, as a job file's tables [speeds.car], [speeds.bike] and
// [speeds.walk] or the option --speeds say them.

#include <array>
#include <string>

#include "gapmap/travel/profile.h"
#include "tools/options.h"

namespace gapmap::tools {

using Profiles = std::array<Profile, kModes>;  ///< by Mode

/// Adds --speeds.
void declare_speeds(Options& options, std::string& changes);

/// The built-in profiles with `changes`: "car.residential=25, car.surface.gravel=0.7,
/// car.share_of_limit=0.85, bike.off_road=4". Speeds are km/h, over 0 and at most 300; factors over
/// 0 and at most 2; a share_of_limit, which holds for limits of towns too unless
/// share_of_town_limit follows, of 0 leaves limits out; delays (car.signals=15,
/// car.junction.primary=9) are seconds from 0 to 600. Hyphens are underscores. What is wrong goes
/// to `problems`, each change on its own.
[[nodiscard]] Profiles understand_speeds(std::string const& changes, Problems& problems);

}  // namespace gapmap::tools
