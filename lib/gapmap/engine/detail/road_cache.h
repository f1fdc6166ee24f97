#pragma once
// A folder of network files, each named after everything that went into it.

#include <optional>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/network_file.h"
#include "gapmap/io/read_roads.h"

namespace gapmap::engine {

/// The file in `folder` that holds, or would hold, the network of these roads: its name is a
/// checksum of the version, the working CRS, every option and the bytes of the input and its side
/// files. Nothing for databases and services, whose bytes nobody knows.
[[nodiscard]] std::optional<std::string> cache_file(std::string const& folder,
                                                    io::RoadInput const& input, Crs const& working);

/// Writes under a temporary name, then renames: runs at the same time do no harm. Throws InputError
/// if the folder takes no files.
void keep_in_cache(std::string const& file, io::BuiltNetwork const& built, Crs const& working);

}  // namespace gapmap::engine
