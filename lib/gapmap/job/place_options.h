#pragma once
// The options about places, shared by every command that reads them.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/read_places.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct PlaceWords {
  std::string places, place_id, place_name, place_x, place_y, places_where, place_crs;
  std::string place_address, place_postal_code, place_locality, place_municipality;
  io::ServiceFields service;
  std::vector<std::string> addresses;
  std::string addresses_crs;
  std::string gazetteer, gazetteer_name, gazetteer_municipality, gazetteer_where, gazetteer_crs;
  std::string noun = "place";  ///< word from which the names of the options are made
};

/// Adds --places under the current heading.
void declare_places(Options& options, PlaceWords& words);
/// Adds fields and filters under the heading "Places", and addresses and the gazetteer under a
/// heading of their own.
void declare_place_fields(Options& options, PlaceWords& words);

/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] io::PlaceInput understand_places(PlaceWords const& words, Problems& problems);

/// Appends every file that places are read from, by the name that set_header_rows() knows it by.
void append_sources(std::vector<std::pair<std::string_view, io::Source*>>& sources,
                    io::PlaceInput& places);

}  // namespace gapmap::job
