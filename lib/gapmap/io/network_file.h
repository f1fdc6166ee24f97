#pragma once
// An assembled network with its graph in one file (.gmnet), so that roads are read and assembled
// once and opened in milliseconds.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/io/import_report.h"
#include "gapmap/network/assemble.h"

namespace gapmap::io {

struct BuiltNetwork {
  network::Assembly assembly;
  RoadGraph graph;
  ImportReport report;  ///< of the roads it was made from
};

/// True if the name ends in ".gmnet".
[[nodiscard]] bool is_network_file(std::string const& path);

/// Throws InputError if the file cannot be written. The same network gives the same bytes.
void write_network_file(std::string const& path, BuiltNetwork const& built, Crs const& working);

/// Opens what write_network_file wrote. The report's `files` is then the network file itself.
///
/// Layout: a header (magic, byte order, version of the format, size, XXH3 checksum of the rest), then text, then columns as they
/// are in memory. The file is mapped and its columns copied out, at the speed of memory; nothing is
/// parsed.
///
/// Throws InputError, with what to do, if it is no network file, of another version or byte order,
/// truncated, damaged, or built in another working CRS than `frame`'s.
[[nodiscard]] BuiltNetwork read_network_file(std::string const& path, WorkingFrame const& frame);

}  // namespace gapmap::io
