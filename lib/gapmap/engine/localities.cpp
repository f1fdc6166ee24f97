#include "gapmap/engine/localities.h"

#include <utility>

#include "gapmap/io/read_gazetteer.h"
#include "gapmap/places/assign.h"

namespace gapmap::engine {

std::vector<Locality> localities_of(Places const& places, Municipalities const& municipalities) {
  Places named;
  for (auto const& place : places) {
    if (place.name != place.id) named.push_back(place);
  }
  auto const located = places::locate(named, municipalities);
  std::vector<Locality> localities;
  localities.reserve(named.size());
  for (auto const p : named.ids())
    localities.push_back({std::move(named[p].name), named[p].point, located[p]});
  return localities;
}

std::vector<Locality> localities_of(job::CoverageJob const& job, io::PlacesRead const* candidates,
                                    WorkingFrame const& frame, Municipalities const& municipalities,
                                    Listener& listener) {
  auto localities =
      localities_of(candidates != nullptr ? candidates->places : Places{}, municipalities);
  auto const& gazetteer = job.places.gazetteer;
  if (!gazetteer || !localities.empty()) return localities;
  auto const read = listener.stage(
      "read localities", [&] { return io::read_gazetteer(*gazetteer, frame, municipalities); });
  Places entries;
  for (auto const& entry : read.gazetteer.entries())
    entries.push_back({.id = {}, .name = entry.name, .point = entry.point});
  return localities_of(entries, municipalities);
}

}  // namespace gapmap::engine
