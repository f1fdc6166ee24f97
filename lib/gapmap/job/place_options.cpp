#include "gapmap/job/place_options.h"

#include <initializer_list>
#include <string>
#include <string_view>
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
  o.add({"--addresses", "FILE",
         "Street addresses with their points: the building register, a layer or OpenStreetMap; may "
         "be given several times",
         OptionKind::Path},
        w.addresses);
  o.add({"--place-address", "FIELD", "Street and number of a place, or its whole address"},
        w.place_address);
  o.add({"--place-postal-code", "FIELD", "Its postal code, if it has a field of its own"},
        w.place_postal_code);
  o.add({"--addresses-crs", "CRS", "If the files do not say or say it wrong"}, w.addresses_crs);
  o.add({"--gazetteer", "FILE",
         "Names of villages and towns with their points or areas, for those without an address "
         "that is found",
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

/// Refuses options that have no effect without the input they are about.
void check_without(char const* input, bool is_given,
                   std::initializer_list<std::pair<char const*, std::string const*>> others,
                   Problems& problems) {
  if (is_given) return;
  for (auto const& [option, word] : others) {
    if (word->empty()) continue;
    problems.check([option = option, input] {
      if (std::string_view{input} == "addresses")
        throw UsageError{option, "there are no addresses", "name some with `addresses`"};
      throw UsageError{option, "there is no gazetteer", "name one with `gazetteer`"};
    });
  }
}

/// Checks the options about what places without coordinates are looked up in.
void check_look_ups(PlaceWords const& w, Problems& problems) {
  bool const has_addresses = !w.addresses.empty();
  bool const has_gazetteer = !w.gazetteer.empty();
  check_without("addresses", has_addresses,
                {{"place-address", &w.place_address},
                 {"place-postal-code", &w.place_postal_code},
                 {"addresses-crs", &w.addresses_crs}},
                problems);
  check_without("gazetteer", has_gazetteer,
                {{"place-locality", &w.place_locality},
                 {"gazetteer-name", &w.gazetteer_name},
                 {"gazetteer-municipality", &w.gazetteer_municipality},
                 {"gazetteer-where", &w.gazetteer_where},
                 {"gazetteer-crs", &w.gazetteer_crs}},
                problems);
  check_without("gazetteer", has_gazetteer || has_addresses,
                {{"place-municipality", &w.place_municipality}}, problems);
  for (auto const& file : w.addresses)
    problems.check([&] { io::check_source(source_of(file, {}, {})); });
  if (has_gazetteer) problems.check([&] { io::check_source(source_of(w.gazetteer, {}, {})); });
  problems.check([&] {
    if (!has_gazetteer && !has_addresses) return;
    if (!io::is_osm_file(io::parse_source(w.places).path)) return;
    if (has_addresses)
      throw UsageError{"addresses", "places of OpenStreetMap have coordinates",
                       "leave the addresses out"};
    throw UsageError{"gazetteer", "places of OpenStreetMap have coordinates",
                     "leave the gazetteer out"};
  });
  for (auto const& [option, crs] : {std::pair{"addresses-crs", &w.addresses_crs},
                                    std::pair{"gazetteer-crs", &w.gazetteer_crs}}) {
    if (!crs->empty())
      problems.check([option = option, crs = crs] { static_cast<void>(crs_of(option, *crs)); });
  }
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
  input.address_field = w.place_address;
  input.postal_code_field = w.place_postal_code;
  for (auto const& file : w.addresses)
    input.addresses.push_back({source_of(file, {}, w.addresses_crs)});
  input.locality_field = w.place_locality;
  input.municipality_field = w.place_municipality;
  if (!w.gazetteer.empty()) {
    input.gazetteer = {source_of(w.gazetteer, w.gazetteer_where, w.gazetteer_crs), w.gazetteer_name,
                       w.gazetteer_municipality};
  }
  check_look_ups(w, problems);
  problems.check([&] { io::check_source(input.source); });
  if (!w.place_crs.empty())
    problems.check([&] { static_cast<void>(crs_of(w.noun + "-crs", w.place_crs)); });
  return input;
}

void append_sources(std::vector<std::pair<std::string_view, io::Source*>>& sources,
                    io::PlaceInput& places) {
  sources.emplace_back("places", &places.source);
  for (auto& addresses : places.addresses) sources.emplace_back("addresses", &addresses.source);
  if (places.gazetteer) sources.emplace_back("gazetteer", &places.gazetteer->source);
}

}  // namespace gapmap::job
