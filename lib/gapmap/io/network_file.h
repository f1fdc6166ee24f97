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

/// Replaces the file where it is: write under another name and rename it if somebody may have it
/// open. Throws InputError if the file cannot be written. The same network gives the same bytes.
void write_network_file(std::string const& path, BuiltNetwork const& built, Crs const& working);

/// Opens what write_network_file wrote. Network and graph are views of the mapped file, which stays
/// mapped as long as any of their columns or copies of them; nothing is parsed or copied.
///
/// The report is that of the roads the network was made from, with their files as they were then;
/// the last of its files is the network file, known by the checksum in its header (reading all of
/// it once more for a SHA-256 would take longer than the rest).
///
/// Layout: a header (magic, byte order, version of the format, size, checksum), then text, then
/// columns as they are in memory, each on a line of the cache (64 bytes). The checksum is XXH3 of
/// the XXH3s of every MiB that follows the header, so that all cores can check it: all of it before
/// anything is used, at the speed of memory.
///
/// Throws InputError, with what to do, if it is no network file, of another version or byte order,
/// truncated, damaged, or built in another working CRS than `frame`'s.
[[nodiscard]] BuiltNetwork read_network_file(std::string const& path, WorkingFrame const& frame);

}  // namespace gapmap::io
