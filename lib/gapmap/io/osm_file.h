#pragma once
// Which files hold OpenStreetMap data. They are recognised by how they begin and not by their
// names, because data come as map.xml, export.OSM or without any extension. This is the only place
// that decides it, for every reader and every check of options.

#include <cstdint>
#include <string>
#include <string_view>

#include "gapmap/io/source.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

enum class OsmFormat : std::uint8_t {
  None,  ///< other data, or nothing that can be read
  Pbf,   ///< with or without history
  Xml,   ///< with or without history; also files of JOSM
  O5m,
  Changes,  ///< changes, not the data themselves: osmChange (.osc), o5c
  Json      ///< from Overpass or OpenStreetMap's API
};

enum class OsmPacking : std::uint8_t { None, Gzip, Bzip2 };

/// A file and its format.
struct OsmFile {
  std::string path;
  OsmFormat format = OsmFormat::None;
  OsmPacking packing = OsmPacking::None;
};

/// Looks at the first bytes of the file, unpacked. Returns format None for anything but a regular
/// file.
[[nodiscard]] OsmFile recognise_osm(std::string const& path);

/// Recognises a file by the bytes with which it begins.
[[nodiscard]] OsmFile recognise_osm(std::string const& path, std::string_view beginning);

/// Whether readers of OpenStreetMap data take the file, if only to say why they cannot read it:
/// OpenStreetMap data under any name, and any file named as such (.osm, .osm.pbf, .pbf, .osh, .osc,
/// .o5m, also packed, in upper or lower case). GDAL never reads roads or places from these.
[[nodiscard]] bool is_osm_file(std::string const& path);

/// Throws InputError, saying what the file is and what to do, unless it has data that can be read.
/// A layer is refused too: GDAL's "lines" have neither one-way streets nor access.
[[nodiscard]] OsmFile require_osm(Source const& source);

/// Returns the error for data that only GDAL's own driver could read.
[[nodiscard]] InputError osm_for_gdal_only(InputError::Where const& where);

/// Advice where nodes are missing.
inline constexpr char const* kAskForNodes =
    "ask Overpass for XML with all nodes: [out:xml]; at the beginning, (._;>;); out meta; at the "
    "end instead of out geom or out center; or take an extract with whole ways (osmium extract "
    "--strategy complete_ways) and nodes (without add-locations-to-ways)";

}  // namespace gapmap::io
