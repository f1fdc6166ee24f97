#pragma once
// Street addresses with their points, from the building register's text, an OpenStreetMap extract,
// or any point or polygon layer and table with coordinates.

#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/address_index.h"
#include "gapmap/places/municipality.h"

namespace gapmap::io {

struct AddressInput {
  Source source;
};

struct AddressesRead {
  AddressIndex index;
  MunicipalityKeys municipalities;    ///< by which municipalities of the addresses were read
  std::vector<ImportReport> reports;  ///< one an input
};

/// Reads addresses of all inputs into one index. The municipality of an address is that of its
/// field, else that named by its post town, else the one of `municipalities` in which it lies.
/// Polygons and closed ways count at the middle of their box. Rows without a street are left out
/// and counted; those without a number tell where their street is. Throws InputError if an input
/// cannot be used at all.
/// Cost: some seconds for all of Finland's; memory see AddressIndex::finish().
[[nodiscard]] AddressesRead read_addresses(std::span<AddressInput const> inputs,
                                           WorkingFrame const& frame,
                                           Municipalities const& municipalities);

/// Returns what reports call the input with this number among `count` ones: "addresses", "addresses
/// 2".
[[nodiscard]] std::string name_of_addresses(std::size_t number, std::size_t count);

}  // namespace gapmap::io
