#include "gapmap/network/osm_barriers.h"

#include <algorithm>
#include <array>

#include "gapmap/network/osm_access.h"
#include "gapmap/network/osm_known_tags.h"

namespace gapmap::network {
namespace {

constexpr ModeSet kNone{};
constexpr ModeSet kWalk = ModeSet::of(Mode::Walk);
constexpr ModeSet kBikeWalk = ModeSet::of(Mode::Bike) | kWalk;
constexpr ModeSet kAll = ModeSet::all();

struct Rule {
  std::string_view value;
  ModeSet permitted;
};
constexpr std::array kBarriers{Rule{"bollard", kBikeWalk},
                               Rule{"block", kBikeWalk},
                               Rule{"cycle_barrier", kBikeWalk},
                               Rule{"motorcycle_barrier", kBikeWalk},
                               Rule{"bus_trap", kBikeWalk},
                               Rule{"chain", kBikeWalk},
                               Rule{"jersey_barrier", kBikeWalk},
                               Rule{"log", kBikeWalk},
                               Rule{"debris", kBikeWalk},
                               Rule{"rope", kBikeWalk},
                               Rule{"planter", kBikeWalk},
                               Rule{"barrier_board", kBikeWalk},
                               Rule{"sump_buster", kBikeWalk},
                               Rule{"turnstile", kWalk},
                               Rule{"full-height_turnstile", kWalk},
                               Rule{"kissing_gate", kWalk},
                               Rule{"stile", kWalk},
                               Rule{"guard_rail", kWalk},  // one steps over it where a path does
                               Rule{"horse_stile", kWalk},
                               Rule{"fence", kNone},
                               Rule{"wall", kNone},
                               Rule{"hedge", kNone},
                               Rule{"city_wall", kNone},
                               Rule{"ditch", kNone},
                               Rule{"retaining_wall", kNone}};

}  // namespace

ModeSet osm_barrier_permits(OsmTags all_tags) {
  KnownTags const tags{all_tags};
  auto const barrier = tags[OsmKey::Barrier];
  if (barrier.empty()) {
    // access=no on a plain crossing or kerb is about the crossing, not the road; a bollard may be
    // tagged the old way.
    return tags.has(OsmKey::Highway, "bollard") || tags.has(OsmKey::Bollard, "yes") ? kBikeWalk
                                                                                    : kAll;
  }
  auto const rule = std::ranges::find(kBarriers, barrier, &Rule::value);
  // Gates, lift gates, cattle grids, toll booths, kerbs, height restrictors: open unless their
  // access or a lock says otherwise.
  auto permitted = rule == kBarriers.end() ? kAll : rule->permitted;
  if (barrier == "bollard" && tags.has(OsmKey::Bollard, "rising")) permitted = kAll;
  if (tags.has(OsmKey::Locked, "yes")) permitted = kNone;
  return with_access(permitted, tags, Direction::Along, GeneralOpens::Yes);
}

}  // namespace gapmap::network
