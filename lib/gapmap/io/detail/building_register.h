#pragma once
// The addresses of buildings in the population information system of Finland (rakennusten
// osoitetiedot; DVV, formerly VRK): 3.8 million lines of text without a header, read at once
// because a reader of tables that people type looks at each line several times.

#include <string>

#include "gapmap/io/mapped_file.h"
#include "gapmap/io/read_addresses.h"

namespace gapmap::io {

/// Whether text has the form of the register: cells separated by semicolons, with a municipality,
/// coordinates of ETRS-TM35FIN, names of the street and a postal code in their columns, in its
/// first line or below a header. Other text and files that are no text are not.
[[nodiscard]] bool is_building_register(std::string const& path);

/// Reads the register. Source: Digital and Population Data Services Agency, description of the data
/// set "Rakennusten osoitetiedot ja äänestysalue"; columns are building, municipality, region, use
/// (1 homes, offices and shops, 2 production and other), north, east, which of the addresses of the
/// building it is, street in Finnish and in Swedish, number, postal code, and others that are not
/// read. In Windows-1252 or UTF-8.
[[nodiscard]] ImportReport read_building_register(Source const& source, WorkingFrame const& frame,
                                                  MunicipalityKeys const& keys,
                                                  AddressIndex& index);

}  // namespace gapmap::io
