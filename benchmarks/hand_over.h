#pragma once
// Writes a question and our answer to it for peers that are no C++ library (benchmarks/peers).

#include <filesystem>
#include <vector>

#include "benchmarks/question.h"

namespace gapmap::benchmarks {

/// Writes `folder`/<data set>/: `first_out`, `heads`, `costs`, `places` and `distances`, one .npy
/// column each, and `about.json`. Nodes are numbered as the network was loaded, not as our graph
/// orders them; what cannot be travelled, loops and all but the cheapest of parallel edges are left
/// out, since some peers would add them up. `distances` are by node, in the graph's own order, the
/// greatest number where no place is reached. Throws std::runtime_error.
void hand_over(std::filesystem::path const& folder, Question const& question,
               IdVector<NodeId, Millimeters> const& distances, double median_s);

}  // namespace gapmap::benchmarks
