#pragma once
// The options about zones beside municipalities, as text and as values.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/read_area_key.h"
#include "gapmap/io/read_zones.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct ZoneWords {
  std::vector<std::string> zones, area_levels;
  std::string area_key, area_successors, zone_code, zone_name, zones_crs;
};

/// The options as values.
struct ZoneJob {
  std::optional<io::AreaKeyInput> key;
  places::Successors successors;  ///< accepted by the user
  std::vector<io::ZoneInput> layers;
};

/// Adds the inputs.
void declare_zones(Options& options, ZoneWords& words);
/// Adds the fields of the inputs.
void declare_zone_fields(Options& options, ZoneWords& words);

[[nodiscard]] ZoneJob understand_zones(ZoneWords const& words, Problems& problems);

}  // namespace gapmap::job
