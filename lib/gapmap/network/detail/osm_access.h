#pragma once
// Reads from access tags who may pass, for ways and for barriers.

#include <cstdint>
#include <string_view>

#include "gapmap/network/detail/osm_known_tags.h"

namespace gapmap::network {

enum class Verdict : std::uint8_t { Silent, Open, Closed };

/// Returns what one value says; Silent if it says nothing or is not understood.
[[nodiscard]] Verdict verdict_of(std::string_view value);

/// Whether a general key opens to all modes: access=yes on a footway does not open it to cars,
/// motor_vehicle=yes does; on a barrier both do.
enum class GeneralOpens : bool { No, Yes };

/// Returns `permitted` as access tags change it for one direction, applied from the general to the
/// particular.
[[nodiscard]] ModeSet with_access(ModeSet permitted, KnownTags const& tags, Direction direction,
                                  GeneralOpens general_opens);

}  // namespace gapmap::network
