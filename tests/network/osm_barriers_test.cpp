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
      barrier=gate, access=private                         -> -
      barrier=gate, access=private, foot=yes               -> w
      barrier=gate, motor_vehicle=no                       -> bw
      barrier=gate, motor_vehicle=destination              -> cbw
      barrier=gate, locked=yes                             -> -
      barrier=gate, locked=yes, foot=yes                   -> w
      barrier=gate, locked=no                              -> cbw
      barrier=lift_gate                                    -> cbw
      barrier=lift_gate, vehicle=no                        -> w
      barrier=swing_gate, motor_vehicle=private            -> bw
      barrier=toll_booth                                   -> cbw
      barrier=cattle_grid                                  -> cbw
      barrier=kerb                                         -> cbw
      barrier=height_restrictor                            -> cbw
      barrier=bus_trap                                     -> bw
      barrier=guard_rail                                   -> w
      barrier=fence                                        -> -
      barrier=fence, foot=yes                              -> w
      barrier=something_else                               -> cbw
  )";
  expect_table(table, 30, [](std::string const& given) {
    auto const tags = tags_of(given);
    return letters_of(osm_barrier_permits(OsmTags{tags}));
  });
}

}  // namespace
}  // namespace gapmap::network
