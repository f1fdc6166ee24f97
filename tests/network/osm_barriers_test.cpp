#include "gapmap/network/osm_barriers.h"

#include "tests/network/osm_tag_list.h"
#include "tests/support/rule_table.h"

namespace gapmap::network {
namespace {

TEST(OsmBarriers, LetThroughWhomTheirTagsSay) {
  auto const table = R"(
      highway=crossing, access=no                          -> cbw
      barrier=bollard                                      -> bw
      highway=bollard                                      -> bw
      barrier=bollard, bollard=rising                      -> cbw
      barrier=bollard, motor_vehicle=yes                   -> cbw
      barrier=bollard, access=yes                          -> cbw
      barrier=bollard, foot=no                             -> b
      barrier=block                                        -> bw
      barrier=cycle_barrier                                -> bw
      barrier=cycle_barrier, bicycle=no                    -> w
      barrier=turnstile                                    -> w
      barrier=kissing_gate                                 -> w
      barrier=stile, bicycle=yes                           -> bw
      barrier=gate                                         -> cbw
      barrier=gate, access=private                         -> - with key
      barrier=gate, access=private, foot=yes               -> w with key
      barrier=gate, access=no                              -> -
      barrier=gate, motor_vehicle=no                       -> bw
      barrier=gate, motor_vehicle=destination              -> cbw
      barrier=gate, locked=yes                             -> - with key
      barrier=gate, locked=yes, foot=yes                   -> w with key
      barrier=gate, locked=yes, motor_vehicle=no           -> -
      barrier=gate, motor_vehicle=forestry                 -> bw
      barrier=gate, access=no, motorcar=private            -> - with key
      barrier=chain                                        -> bw with key
      barrier=chain, access=permissive                     -> cbw
      barrier=bollard, access=private                      -> -
      barrier=bollard, bollard=removable                   -> bw
      barrier=bollard, bollard=rising, access=private      -> - with key
      barrier=block, motor_vehicle=private                 -> bw
      barrier=jersey_barrier                               -> bw
      barrier=spikes                                       -> w
      barrier=yes                                          -> bw
      barrier=entrance                                     -> cbw
      barrier=entrance, access=private, foot=yes           -> w with key
      barrier=toll_booth, access=private                   -> - with key
      barrier=border_control, access=private               -> -
      barrier=door                                         -> bw with key
      barrier=kerb, highway=crossing, access=no            -> cbw
      access=no                                            -> -
      access=private                                       -> - with key
      access=no, foot=yes                                  -> w
      access=yes                                           -> cbw
      highway=bus_stop, access=no                          -> cbw
      entrance=yes, access=private                         -> cbw
      barrier=gate, locked=no                              -> cbw
      barrier=lift_gate                                    -> cbw
      barrier=lift_gate, vehicle=no                        -> w
      barrier=swing_gate, motor_vehicle=private            -> bw with key
      barrier=toll_booth                                   -> cbw
      barrier=cattle_grid                                  -> cbw
      barrier=kerb                                         -> cbw
      barrier=height_restrictor                            -> cbw
      barrier=bus_trap                                     -> bw
      barrier=guard_rail                                   -> w
      barrier=fence                                        -> -
      barrier=fence, foot=yes                              -> w
      barrier=something_else                               -> bw
  )";
  expect_table(table, 30, [](std::string const& given) {
    auto const tags = tags_of(given);
    auto const [permitted, entry] = osm_passage(OsmTags{tags});
    return letters_of(permitted) + (entry == Entry::WithKey ? " with key" : "");
  });
}

}  // namespace
}  // namespace gapmap::network
