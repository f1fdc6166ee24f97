#pragma once
// The options about meeting places, shared by every command that reads them.

#include <string>

#include "gapmap/io/read_places.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// As given.
struct PlaceWords {
  std::string places, place_id, place_name, place_x, place_y, places_where, place_crs;
  std::string place_locality, place_municipality;
  io::ServiceFields service;
  std::string gazetteer, gazetteer_name, gazetteer_municipality, gazetteer_where, gazetteer_crs;
  std::string noun = "place";  ///< what their options are called after
};

/// Adds --places under the present heading.
void declare_places(Options& options, PlaceWords& words);
/// Adds the fields and filters under the heading "Places", and the gazetteer under its own.
void declare_place_fields(Options& options, PlaceWords& words);

/// Checks all of them; what is wrong goes to `problems`.
[[nodiscard]] io::PlaceInput understand_places(PlaceWords const& words, Problems& problems);

}  // namespace gapmap::job
