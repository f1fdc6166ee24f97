#include "gapmap/job/place_options.h"

#include <string>
#include <utility>

#include "gapmap/io/osm_file.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::job {

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
  o.add({"--place-type", "FIELD", "What kind of place it is"}, w.service.type);
  o.add({"--place-target-group", "FIELD", "For whom it is"}, w.service.target_group);
  o.add({"--place-languages", "FIELD", "Languages spoken there"}, w.service.languages);
  o.add({"--place-open-to-all", "FIELD", "Whether anybody may come"}, w.service.open_to_all);
  o.add({"--place-schedule", "FIELD", "When it is open"}, w.service.schedule);
  o.add({"--place-capacity", "FIELD", "How many people it has room for"}, w.service.capacity);
  o.group("Places without coordinates");
  o.add({"--gazetteer", "FILE", "Names of villages and towns with their points or areas",
         OptionKind::Path},
        w.gazetteer);
  o.add(
      {"--place-locality", "FIELD", "Village, town or address of a place, as the gazetteer has it"},
      w.place_locality);
  o.add({"--place-municipality", "FIELD",
         "Code or name of its municipality, which tells places of one name apart"},
        w.place_municipality);
  o.add({"--gazetteer-name", "FIELD", "Name in the gazetteer"}, w.gazetteer_name);
  o.add({"--gazetteer-municipality", "FIELD",
         "Code or name of the municipality in the gazetteer; else the area it lies in"},
        w.gazetteer_municipality);
  o.add({"--gazetteer-where", "SQL", "Only these names, e.g. \"kind = 'town'\""},
        w.gazetteer_where);
  o.add({"--gazetteer-crs", "CRS", "If the file does not say or says it wrong"}, w.gazetteer_crs);
}

namespace {

/// Refuses options about localities that have no effect without a gazetteer.
void check_gazetteer(PlaceWords const& w, Problems& problems) {
  if (w.gazetteer.empty()) {
    std::pair<char const*, std::string const*> const others[]{
        {"place-locality", &w.place_locality},
        {"place-municipality", &w.place_municipality},
        {"gazetteer-name", &w.gazetteer_name},
        {"gazetteer-municipality", &w.gazetteer_municipality},
        {"gazetteer-where", &w.gazetteer_where},
        {"gazetteer-crs", &w.gazetteer_crs}};
    for (auto const& [option, word] : others) {
      if (word->empty()) continue;
      problems.check([option = option] {
        throw UsageError{option, "there is no gazetteer", "name one with `gazetteer`"};
      });
    }
    return;
  }
  problems.check([&] { io::check_source(source_of(w.gazetteer, {}, {})); });
  problems.check([&] {
    if (io::is_osm_file(io::parse_source(w.places).path))
      throw UsageError{"gazetteer", "places of OpenStreetMap have coordinates",
                       "leave the gazetteer out"};
  });
  if (!w.gazetteer_crs.empty())
    problems.check([&] { static_cast<void>(crs_of("gazetteer-crs", w.gazetteer_crs)); });
}

}  // namespace

io::PlaceInput understand_places(PlaceWords const& w, Problems& problems) {
  io::PlaceInput input{source_of(w.places, w.places_where, w.place_crs),
                       w.place_id,
                       w.place_name,
                       w.place_x,
                       w.place_y,
                       w.service};
  input.noun = w.noun;
  input.locality_field = w.place_locality;
  input.municipality_field = w.place_municipality;
  if (!w.gazetteer.empty()) {
    input.gazetteer = {source_of(w.gazetteer, w.gazetteer_where, w.gazetteer_crs), w.gazetteer_name,
                       w.gazetteer_municipality};
  }
  check_gazetteer(w, problems);
  problems.check([&] { io::check_source(input.source); });
  if (!w.place_crs.empty())
    problems.check([&] { static_cast<void>(crs_of(w.noun + "-crs", w.place_crs)); });
  return input;
}

}  // namespace gapmap::job
