#include "tools/place_options.h"

#include "tools/travel_options.h"

namespace gapmap::tools {

void declare_places(Options& o, PlaceWords& w) {
  o.add({"--places", "FILE", "Meeting places", OptionKind::Path, Need::Required}, w.places);
}

void declare_place_fields(Options& o, PlaceWords& w) {
  o.group("Places");
  o.add({"--place-id", "FIELD", "Id of a place"}, w.place_id);
  o.add({"--place-name", "FIELD", "Name of a place"}, w.place_name);
  o.add({"--place-x", "FIELD", "East coordinate or longitude of a place"}, w.place_x);
  o.add({"--place-y", "FIELD", "North coordinate or latitude of a place"}, w.place_y);
  o.add({"--places-where", "SQL", "Only these places, e.g. \"avoin_kaikille = 'kylla'\""},
        w.places_where);
  o.add(
      {"--place-crs", "CRS", "If the file does not say or says it wrong, and of coordinate fields"},
      w.place_crs);
}

io::FacilityInput understand_places(PlaceWords const& w, Problems& problems) {
  io::FacilityInput input{source_of(w.places, w.places_where, w.place_crs), w.place_id,
                          w.place_name, w.place_x, w.place_y};
  problems.check([&] { io::check_source(input.source); });
  if (!w.place_crs.empty())
    problems.check([&] { static_cast<void>(crs_of("--place-crs", w.place_crs)); });
  return input;
}

}  // namespace gapmap::tools
