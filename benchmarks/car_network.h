#pragma once
// The streets of a real place, by car.

#include <filesystem>

#include "benchmarks/weighted_network.h"

namespace gapmap::benchmarks {

/// Junctions that a car reaches, from an OpenStreetMap extract or a network file (.gmnet), in the
/// order of the network; lengths in millimetres, at least one, so that the nearest place can be
/// verified. Throws InputError.
[[nodiscard]] WeightedNetwork read_car_network(std::filesystem::path const& path);

}  // namespace gapmap::benchmarks
