// The conventions of places and gazetteers.

#include <algorithm>
#include <iterator>

#include "gapmap/io/detail/schema_names.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {
namespace {

// The name of the place comes before words that may name its operator.
Names const kPlaceNames{"nimi",
                        "name",
                        "name_fi",
                        "nimi_fi",
                        "paikan_nimi",
                        "kohtaamispaikan_nimi",
                        "toimipaikan_nimi",
                        "toimipisteen_nimi",
                        "yksikon_nimi",
                        "kohteen_nimi",
                        "kohtaamispaikka",
                        "paikka",
                        "teksti",
                        "toimipaikka",
                        "toimipiste",
                        "yksikko",
                        "palvelupiste",
                        "kohde",
                        "place_name",
                        "title",
                        "namn",
                        "motesplats",
                        "platsens_namn",
                        "plats",
                        "enhet"};
Names const kMunicipalities{"kunta",       "kuntanimi",         "kunnan_nimi",
                            "kuntakoodi",  "kuntanro",          "kuntatunnus",
                            "kotikunta",   "municipality",      "municipality_code",
                            "kommun",      "municipality_name", "hallintokunta",
                            "kuntanumero", "sijaintikunta",     "kunnan_numero"};
// More precise ones first: a village says more than a post town.
Names const kLocalities{
    "kylä",         "kyla",         "village",    "taajama",          "paikkakunta",  "locality",
    "town",         "city",         "ort",        "postitoimipaikka", "osoite",       "address",
    "käyntiosoite", "kayntiosoite", "katuosoite", "kylan_nimi",       "kaupunginosa", "lahiosoite",
    "adress",       "by",           "kunta",      "kuntanimi",        "municipality"};

/// Returns the fields that describe a place besides its position.
std::vector<KnownField> place_fields() {
  return {{Role::Name, kPlaceNames, false},
          {Role::Id, kIds, false},
          {Role::ServiceType, {"tyyppi", "type", "palvelutyyppi", "kategoria", "category"}, false},
          // The National Land Survey's lettering of maps has a code of that name.
          {Role::TargetGroup,
           {"kohderyhma", "kohderyhmä", "kohderyhmat", "kohderyhmät", "target_group", "målgrupp"},
           false,
           "kohdeluokka"},
          {Role::Languages,
           {"kielet", "kieli", "palvelukielet", "palvelukieli", "languages", "language", "språk"},
           false},
          {Role::OpenToAll, {"avoin_kaikille", "kaikille_avoin", "open_to_all"}, false},
          {Role::Weekday,
           {"viikonpäivä", "viikonpaiva", "viikonpäivät", "viikonpaivat", "weekday", "weekdays"},
           false},
          {Role::OpeningHours,
           {"aukioloajat", "aukioloaika", "aukiolo", "opening_hours", "öppettider", "schedule"},
           false},
          {Role::Frequency, {"toistuvuus", "frequency", "kokoontumistiheys"}, false},
          {Role::Capacity,
           {"kapasiteetti", "paikkoja", "paikkamäärä", "paikkamaara", "asiakaspaikat", "paikkaluku",
            "capacity", "kapacitet"},
           false}};
}

/// Returns the schema of a table of places with coordinates in two fields.
Schema coordinates(std::string_view title, std::string_view x, std::string_view y,
                   std::string_view crs = {}) {
  Schema schema{.title = title,
                .fields = {{Role::X, {x}}, {Role::Y, {y}}},
                .position = Position::Point,
                .crs = crs};
  std::ranges::copy(place_fields(), std::back_inserter(schema.fields));
  return schema;
}

std::vector<Schema> schemas_of_places() {
  return {coordinates("longitude and latitude", "lon", "lat", "EPSG:4326"),
          coordinates("longitude and latitude", "longitude", "latitude", "EPSG:4326"),
          coordinates("longitude and latitude", "lng", "lat", "EPSG:4326"),
          coordinates("east and north coordinates", "itakoordinaatti", "pohjoiskoordinaatti"),
          coordinates("east and north coordinates", "itä", "pohjoinen"),
          coordinates("east and north coordinates", "ita", "pohjoinen"),
          coordinates("east and north coordinates", "easting", "northing"),
          coordinates("east and north coordinates", "e-koordinaatti", "n-koordinaatti"),
          coordinates("east and north coordinates", "e", "n"),
          coordinates("east and north coordinates", "xkoord", "ykoord"),
          coordinates("east and north coordinates", "x_koord", "y_koord"),
          coordinates("x and y", "x", "y"),
          {.title = "features with geometry", .fields = place_fields()}};
}

/// Returns the schemas of places with the localities that a gazetteer knows, including tables that
/// have nothing else.
std::vector<Schema> schemas_of_places_by_locality() {
  auto schemas = schemas_of_places();
  schemas.push_back({.title = "places by their locality",
                     .fields = place_fields(),
                     .position = Position::Locality});
  for (auto& schema : schemas) {
    schema.fields.push_back({Role::Locality, kLocalities, schema.position == Position::Locality});
    schema.fields.push_back({Role::Municipality, kMunicipalities, false});
  }
  return schemas;
}

}  // namespace

std::span<Schema const> place_schemas(Localities localities) {
  static auto const plain = schemas_of_places();
  static auto const by_locality = schemas_of_places_by_locality();
  return localities == Localities::Ignored ? plain : by_locality;
}

std::span<Schema const> gazetteer_schemas() {
  static auto const schemas = [] {
    std::vector<Schema> of_gazetteers;
    for (auto const& schema : schemas_of_places()) {
      auto& added = of_gazetteers.emplace_back(schema);
      std::erase_if(added.fields, [](auto const& field) {
        return field.role != Role::X && field.role != Role::Y && field.role != Role::Id;
      });
      added.fields.push_back({Role::Name, kPlaceNames});
      added.fields.push_back({Role::Municipality, kMunicipalities, false});
    }
    return of_gazetteers;
  }();
  return schemas;
}

}  // namespace gapmap::io
