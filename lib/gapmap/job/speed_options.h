#pragma once
// Speeds that replace built-in ones, from the tables [speeds.car], [speeds.bike] and [speeds.walk]
// of a job file or the option --speeds.

#include <array>
#include <string>

#include "gapmap/travel/profile.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

using Profiles = std::array<Profile, kModes>;  ///< by Mode

/// Adds --speeds.
void declare_speeds(Options& options, std::string& changes);

/// Returns the built-in profiles with `changes`: "car.residential=25, car.surface.gravel=0.7,
/// car.share_of_limit=0.85, bike.off_road=4". Speeds are in km/h from 1 to 300; factors from 0.05
/// to 2; share_of_limit from 0.3 to 1.5, or 0 to ignore limits; delays (car.signals=15,
/// car.junction.primary=9) in seconds from 0 to 600. Hyphens mean underscores. What is wrong goes
/// to `problems`, one problem per change.
[[nodiscard]] Profiles understand_speeds(std::string const& changes, Problems& problems);

}  // namespace gapmap::job
