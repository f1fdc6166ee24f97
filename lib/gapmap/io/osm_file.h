#pragma once
// Which files hold OpenStreetMap data: told from how they begin, not from their name, because data
// come as map.xml, export.OSM or without any ending. The one place that says so; every reader and
// every check of options asks here.

#include <cstdint>
#include <string>
#include <string_view>

#include "gapmap/io/source.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

enum class OsmFormat : std::uint8_t {
  None,  ///< something else, or nothing that can be looked into
  Pbf,   ///< with or without history
  Xml,   ///< likewise; also JOSM's files
  O5m,
  Changes,  ///< what was changed since: osmChange (.osc), o5c. Not the data themselves
  Json      ///< of Overpass or of OpenStreetMap's API
};

enum class OsmPacking : std::uint8_t { None, Gzip, Bzip2 };

/// A file, and what it holds.
struct OsmFile {
  std::string path;
  OsmFormat format = OsmFormat::None;
  OsmPacking packing = OsmPacking::None;
};

/// Looks at the first bytes of the file, unpacked. None for what is no regular file.
[[nodiscard]] OsmFile recognise_osm(std::string const& path);

/// The same for bytes that a file begins with.
[[nodiscard]] OsmFile recognise_osm(std::string const& path, std::string_view beginning);

/// True for what the readers of OpenStreetMap take upon themselves, be it to say why they cannot
/// read it: OpenStreetMap data under any name, and anything named as such (.osm, .osm.pbf, .pbf,
/// .osh, .osc, .o5m, also packed, in upper or lower case). GDAL never sees these as roads or
/// places.
[[nodiscard]] bool is_osm_file(std::string const& path);

/// Throws InputError, saying what the file is and what to do, unless it holds data that can be
/// read. A layer is refused too: GDAL's "lines" have neither one-way streets nor access.
[[nodiscard]] OsmFile require_osm(Source const& source);

/// For data that only GDAL's own driver could read.
[[nodiscard]] InputError osm_for_gdal_only(InputError::Where const& where);

/// What to ask for where nodes are missing.
inline constexpr char const* kAskForNodes =
    "ask Overpass for XML with all nodes: [out:xml]; at the beginning, (._;>;); out meta; at the "
    "end instead of out geom or out center; or take an extract with whole ways (osmium extract "
    "--strategy complete_ways) and nodes (without add-locations-to-ways)";

}  // namespace gapmap::io
