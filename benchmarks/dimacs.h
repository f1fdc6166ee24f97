#pragma once
// Reads the road networks of the 9th DIMACS Implementation Challenge on shortest paths.

#include <filesystem>

#include "benchmarks/weighted_network.h"

namespace gapmap::benchmarks {

/// `graph` is a gzipped .gr, `coordinates` the .co that belongs to it. The file's arcs, one each
/// way, become one segment for each pair of ends, at the least cost of its arcs; the file's whole
/// numbers, of whatever unit, are taken for millimetres. Throws InputError.
[[nodiscard]] WeightedNetwork read_dimacs(std::filesystem::path const& graph,
                                          std::filesystem::path const& coordinates);

}  // namespace gapmap::benchmarks
