#pragma once
// Speed limits of Digiroad, which come as a separate layer.

#include <array>
#include <map>
#include <string>

#include "gapmap/io/import_report.h"
#include "gapmap/network/road.h"

namespace gapmap::io {

/// Speed limits by Direction.
using SpeedLimits = std::array<SpeedLimit, 2>;

/// Speed limits by link (LINK_ID). Where a link has several limits along its way, the mean weighted
/// by length.
using SpeedLimitsByLink = std::map<std::string, SpeedLimits, std::less<>>;

/// Reads DR_NOPEUSRAJOITUS or DR_NOPEUSRAJOITUS_K: LINK_ID, ARVO (km/h), and if present VAIK_SUUNT
/// (1 both directions, 2 along, 3 against digitising) and the stretch ALKU_M to LOPPU_M. The files
/// read are added to `report.files`; rows that cannot be used are counted. Throws InputError if the
/// fields are missing or no row can be used.
[[nodiscard]] SpeedLimitsByLink read_speed_limits(Source const& source, ImportReport& report);

}  // namespace gapmap::io
