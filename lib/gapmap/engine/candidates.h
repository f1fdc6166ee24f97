#pragma once
// Points where a further place might come, read and attached as places are.

#include <optional>
#include <span>

#include "gapmap/coverage/gaps.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/engine/road_scene.h"

namespace gapmap::engine {

/// As read, and where each of them meets the roads.
struct Candidates {
  io::PlacesRead read;
  IdVector<PlaceId, Attachment> attached;
};

/// Which of `points` lie so near to one of `cells` that somebody might travel between them within
/// the limit. May hold a few more, never fewer.
[[nodiscard]] std::vector<char> are_within_reach(std::span<Point const> points,
                                                 std::span<Point const> cells, Meters reach,
                                                 WorkingFrame const& frame);

/// Leaves out, and counts, candidates that nobody might reach within the limit. `reach` is how far
/// people get within it at most.
void keep_within_reach(io::PlacesRead& candidates, Meters reach, Population const& population,
                       WorkingFrame const& frame);

/// Reads the candidates that somebody might reach within the limit; the others are counted as left
/// out. Throws InputError if the file cannot be used.
[[nodiscard]] io::PlacesRead read_candidates(io::PlaceInput const& input, Meters reach,
                                             Population const& population,
                                             WorkingFrame const& frame, Listener& listener);

/// Attaches the candidates to roads; those that no road comes near are counted as left out.
template <CostType Cost>
[[nodiscard]] Candidates attach_candidates(io::PlacesRead read, RoadScene const& scene,
                                           WeighedRoads<Cost> const& roads,
                                           WorkingFrame const& frame);

}  // namespace gapmap::engine
