#pragma once
// Other speeds than the built-in ones, as a job file's tables [speeds.car], [speeds.bike] and
// [speeds.walk] or the option --speeds say them.

#include <array>
#include <string>

#include "gapmap/travel/profile.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

using Profiles = std::array<Profile, kModes>;  ///< by Mode

/// Adds --speeds.
void declare_speeds(Options& options, std::string& changes);

/// The built-in profiles with `changes`: "car.residential=25, car.surface.gravel=0.7,
/// car.share_of_limit=0.85, bike.off_road=4". Speeds are km/h from 1 to 300; factors from
/// 0.05 to 2; a share_of_limit from 0.3 to 1.5, or 0, which leaves limits out; delays
/// (car.signals=15, car.junction.primary=9) are seconds from 0 to 600. Hyphens are underscores.
/// What is wrong goes to `problems`, each change on its own.
[[nodiscard]] Profiles understand_speeds(std::string const& changes, Problems& problems);

}  // namespace gapmap::job
