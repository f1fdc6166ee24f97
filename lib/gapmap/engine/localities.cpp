#include "gapmap/engine/localities.h"

#include <utility>

#include "gapmap/io/read_gazetteer.h"
#include "gapmap/places/assign.h"

namespace gapmap::engine {

std::vector<Locality> localities_of(job::CoverageJob const& job, io::PlacesRead const* candidates,
                                    WorkingFrame const& frame, Municipalities const& municipalities,
                                    Listener& listener) {
  Places named;
  if (candidates != nullptr) {
    for (auto const& candidate : candidates->places) {
      // A candidate without a name is called by its id.
      if (candidate.name != candidate.id) named.push_back(candidate);
    }
  }
  if (auto const& gazetteer = job.places.gazetteer; gazetteer && named.empty()) {
    auto const read = listener.stage(
        "read localities", [&] { return io::read_gazetteer(*gazetteer, frame, municipalities); });
    for (auto const& entry : read.gazetteer.entries())
      named.push_back({.id = {}, .name = entry.name, .point = entry.point});
  }
  auto const located = places::locate(named, municipalities);
  std::vector<Locality> localities;
  localities.reserve(named.size());
  for (auto const f : named.ids())
    localities.push_back({std::move(named[f].name), named[f].point, located[f]});
  return localities;
}

}  // namespace gapmap::engine
