#pragma once
// The residents of a run divided: by the levels of an area key, and by layers of polygons.

#include "gapmap/io/manifest.h"
#include "gapmap/engine/people.h"
#include "gapmap/job/zone_options.h"

namespace gapmap::engine {

/// Fills `zonings` and what belongs to them in `studied`: first the levels of the key, then the
/// layers, as they are given. Throws InputError if an input cannot be used or if the key has none
/// of the municipalities, UsageError if a successor is not in the key.
void divide(Studied& studied, job::ZoneJob const& job, WorkingFrame const& frame,
            Listener& listener);

/// The two parts of divide(), for callers that have to know which of them failed. Requires: there
/// are areas.
void divide_by_key(Studied& studied, job::ZoneJob const& job);
void divide_by_layer(Studied& studied, io::ZonesRead read, std::string const& level);

/// Tells the listener what was read, and who is in none of the zones.
void show_zones(Studied const& studied, bool is_published, Listener& listener);

/// Returns the names that municipalities and zones have in some language beside the one in files.
[[nodiscard]] AreaNames names_of(Studied const& studied);

/// The levels of zones as the record of the run has them.
[[nodiscard]] std::vector<io::LevelRecord> records_of(Studied const& studied);

}  // namespace gapmap::engine
