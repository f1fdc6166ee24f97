#pragma once
// The streets of a real place, by car.

#include "benchmarks/inputs.h"
#include "benchmarks/weighted_network.h"
#include "gapmap/geometry/ruler.h"

namespace gapmap::benchmarks {

/// An OpenStreetMap extract, assembled for all modes. Throws InputError.
[[nodiscard]] RoadNetwork read_network(Extract const& extract);

/// The same by car: junctions that a car reaches, in the order of the network; lengths in
/// millimetres, at least one, so that the nearest place can be verified. One more road leads from
/// each component of network with at least 100 km to the next one, so that of copies of one extract
/// nearly every junction reaches all places. Throws InputError.
[[nodiscard]] WeightedNetwork read_car_network(Extract const& extract);

}  // namespace gapmap::benchmarks
