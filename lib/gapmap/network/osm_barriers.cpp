#include "gapmap/network/osm_barriers.h"

#include <algorithm>
#include <array>

#include "gapmap/network/detail/osm_access.h"
#include "gapmap/network/detail/osm_known_tags.h"
#include "gapmap/network/detail/mode_sets.h"

namespace gapmap::network {
namespace {

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
                               Rule{"spikes", kWalk},
                               Rule{"turnstile", kWalk},
                               Rule{"full-height_turnstile", kWalk},
                               Rule{"kissing_gate", kWalk},
                               Rule{"stile", kWalk},
                               Rule{"guard_rail", kWalk},  // walkers step over it where a path does
                               Rule{"horse_stile", kWalk},
                               Rule{"fence", kNone},
                               Rule{"wall", kNone},
                               Rule{"hedge", kNone},
                               Rule{"city_wall", kNone},
                               Rule{"ditch", kNone},
                               Rule{"retaining_wall", kNone}};

// Barriers that are open unless their access or a lock says otherwise. The value "no" says that
// there is no barrier, "entrance" that it has a gap.
constexpr std::array<std::string_view, 19> kOpenings{"gate",
                                                     "lift_gate",
                                                     "swing_gate",
                                                     "sliding_gate",
                                                     "hampshire_gate",
                                                     "cattle_grid",
                                                     "toll_booth",
                                                     "kerb",
                                                     "height_restrictor",
                                                     "width_restrictor",
                                                     "border_control",
                                                     "checkpoint",
                                                     "sally_port",
                                                     "entrance",
                                                     "no",
                                                     "bump_gate",
                                                     "sliding_beam",
                                                     "gap",
                                                     "step"};

/// Whether a car passes once somebody opens the barrier: any opening, whatever closes it, and an
/// obstacle that can be removed.
bool opens_with_key(std::string_view barrier, KnownTags const& tags) {
  if (barrier == "chain" || barrier == "door") return true;
  if (barrier == "bollard") return tags.has(OsmKey::Bollard, "rising");
  return barrier != "border_control" && std::ranges::find(kOpenings, barrier) != kOpenings.end();
}

/// Whether only a lock or `private` closes the node to cars, which people who live behind it can
/// open.
bool is_closed_to_strangers_only(KnownTags const& tags) {
  auto said = std::string_view{};
  for (auto const key : {OsmKey::Access, OsmKey::Vehicle, OsmKey::MotorVehicle, OsmKey::Motorcar}) {
    if (verdict_of(tags[key]) != Verdict::Silent) said = tags[key];
  }
  if (said.empty() || verdict_of(said) == Verdict::Open) return true;
  return said == "private" || said == "permit" || said == "employees" || said == "restricted";
}

OsmPassage with_key_holders(ModeSet permitted, KnownTags const& tags) {
  OsmPassage passage{permitted};
  if (!permitted.contains(Mode::Car) && is_closed_to_strangers_only(tags))
    passage.entry = Entry::WithKey;
  return passage;
}

/// Whether the access tags of a node without a barrier speak of the road.
bool speaks_of_the_road(KnownTags const& tags) {
  return tags[OsmKey::Highway].empty() || tags.has(OsmKey::Highway, "bollard");
}

}  // namespace

OsmPassage osm_passage(OsmTags all_tags) {
  KnownTags const tags{all_tags};
  auto barrier = tags[OsmKey::Barrier];
  // Bollards used to be tagged in this way.
  bool const is_old_bollard =
      tags.has(OsmKey::Highway, "bollard") || tags.has(OsmKey::Bollard, "yes");
  if (barrier.empty() && is_old_bollard) barrier = "bollard";
  if (barrier.empty()) {
    bool const is_spoken_of = !tags[OsmKey::Access].empty() && speaks_of_the_road(tags) &&
                              tags[OsmKey::PublicTransport].empty() &&
                              tags[OsmKey::Entrance].empty() && tags[OsmKey::Amenity].empty();
    if (!is_spoken_of) return {};
    return with_key_holders(with_access(kAll, tags, Direction::Along, GeneralOpens::Yes), tags);
  }
  // The access of a kerb is that of the crossing over it.
  if (barrier == "kerb" && tags.has(OsmKey::Highway, "crossing")) return {};
  auto const rule = std::ranges::find(kBarriers, barrier, &Rule::value);
  bool const is_opening = std::ranges::find(kOpenings, barrier) != kOpenings.end();
  auto permitted = is_opening ? kAll : rule == kBarriers.end() ? kBikeWalk : rule->permitted;
  if (barrier == "bollard" && tags.has(OsmKey::Bollard, "rising")) permitted = kAll;
  if (tags.has(OsmKey::Locked, "yes")) permitted = kNone;
  permitted = with_access(permitted, tags, Direction::Along, GeneralOpens::Yes);
  return opens_with_key(barrier, tags) ? with_key_holders(permitted, tags) : OsmPassage{permitted};
}

}  // namespace gapmap::network
