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

/// Whether the name ends in ".gmnet".
[[nodiscard]] bool is_network_file(std::string const& path);

/// Writes a network file in place. If others may have the file open, write under another name and
/// rename it. Equal networks give equal bytes. Throws InputError if the file cannot be written.
void write_network_file(std::string const& path, BuiltNetwork const& built, Crs const& working);

/// Opens a file written by write_network_file(). Network and graph are views of the mapped file,
/// which stays mapped while any of their columns or copies of these exist; nothing is parsed or
/// copied.
///
/// The report is about the roads the network was made from, with their files as they were then. The
/// last of its files is the network file, identified by the checksum in its header (reading it once
/// more for a SHA-256 would take longer than everything else).
///
/// Throws InputError, with what to do, if the file is not a network file, has another version or
/// byte order, is truncated or damaged, or was built in another working CRS than that of `frame`.
/// Layout: a header (magic, byte order, version of the format, size, checksum), then text, then
///         columns as they are in memory, each aligned to a cache line (64 bytes). The checksum is
///         XXH3 of the XXH3s of every MiB after the header, so that all cores can check it:
///         everything is checked before use, at the speed of memory.
[[nodiscard]] BuiltNetwork read_network_file(std::string const& path, WorkingFrame const& frame);

}  // namespace gapmap::io
