#pragma once
// Street addresses from OpenStreetMap extracts (PBF, XML or o5m) by their addr:… tags.

#include "gapmap/io/read_addresses.h"

namespace gapmap::io {

/// Reads nodes with addr:street (else addr:place) and addr:housenumber, and ways with them at the
/// middle of the box around their nodes. Names of streets in both languages count (addr:street:fi,
/// addr:street:sv). Relations and ways with nodes that the extract lacks are counted as left out.
/// Deleted objects do not exist; of several versions the newest counts (io/detail/osm_versions).
/// Throws InputError if the file cannot be read or has no address.
/// Cost: two passes over the file, if it has ways with addresses; 24 bytes for each of their nodes.
[[nodiscard]] ImportReport read_osm_addresses(Source const& source, WorkingFrame const& frame,
                                              MunicipalityKeys const& keys, AddressIndex& index);

}  // namespace gapmap::io
