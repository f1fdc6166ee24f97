#pragma once
// What access tags say of who may pass, of ways and of barriers.

#include <cstdint>
#include <string_view>

#include "gapmap/network/detail/osm_known_tags.h"

namespace gapmap::network {

enum class Verdict : std::uint8_t { Silent, Open, Closed };

/// What one value says. Silent: nothing, or what is not understood.
[[nodiscard]] Verdict verdict_of(std::string_view value);

/// access=yes on a footway does not open it to cars, motor_vehicle=yes does; on a barrier both do.
enum class GeneralOpens : bool { No, Yes };

/// `permitted` as access tags change it for one direction, from the general to the particular.
[[nodiscard]] ModeSet with_access(ModeSet permitted, KnownTags const& tags, Direction direction,
                                  GeneralOpens general_opens);

}  // namespace gapmap::network
