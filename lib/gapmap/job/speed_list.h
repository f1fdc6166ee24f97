#pragma once
// Everything that times are counted by, with the names that a job file changes it under.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "gapmap/job/speed_options.h"

namespace gapmap::job {

enum class SpeedUnit : std::uint8_t { KilometersPerHour, Factor, Seconds };

struct SpeedEntry {
  std::string key;  ///< within the table of a mode: "track", "surface.gravel", "junction.primary"
  SpeedUnit unit;
  std::array<double, kModes> numbers;   ///< by Mode; 0: none
  std::array<double, kModes> built_in;  ///< what gapmap says unless it is changed
};

/// Speeds, then factors, then seconds; of classes and surfaces in their order.
[[nodiscard]] std::vector<SpeedEntry> list_speeds(Profiles const& profiles);

}  // namespace gapmap::job
