#pragma once
// The localities that a run knows by name, after which its gaps are called.

#include <vector>

#include "gapmap/coverage/gap_names.h"
#include "gapmap/engine/listener.h"
#include "gapmap/io/read_places.h"
#include "gapmap/job/coverage_options.h"

namespace gapmap::engine {

/// Returns places that have names of their own, with the municipalities that they lie in. A place
/// without a name is called by its id.
[[nodiscard]] std::vector<Locality> localities_of(Places const& places,
                                                  Municipalities const& municipalities);

/// Returns the candidates that have names, else what the gazetteer of the job holds, with the
/// municipalities that they lie in; nothing if the job has neither. The gazetteer is read for that
/// once more. Throws InputError if it cannot be used.
[[nodiscard]] std::vector<Locality> localities_of(job::CoverageJob const& job,
                                                  io::PlacesRead const* candidates,
                                                  WorkingFrame const& frame,
                                                  Municipalities const& municipalities,
                                                  Listener& listener);

}  // namespace gapmap::engine
