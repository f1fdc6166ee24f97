// The conventions of places, gazetteers and street addresses.

#include <algorithm>
#include <array>
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
// More precise ones first: a village says more than a post town.
Names const kLocalities{
    "kylä",         "kyla",         "village",    "taajama",          "paikkakunta",  "locality",
    "town",         "city",         "ort",        "postitoimipaikka", "osoite",       "address",
    "käyntiosoite", "kayntiosoite", "katuosoite", "kylan_nimi",       "kaupunginosa", "lahiosoite",
    "adress",       "by",           "kunta",      "kuntanimi",        "municipality"};
// The address where people come to before that of the post.
Names const kAddresses{"kayntiosoite",   "katuosoite",   "lahiosoite", "osoite",  "postiosoite",
                       "street_address", "besoksadress", "gatuadress", "address", "adress",
                       "addr:street",    "katu",         "kadunnimi",  "street",  "gata"};

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

/// Returns the schemas of places of which some are known only in words, including tables that have
/// nothing else.
std::vector<Schema> schemas_of_places_in_words(InWords in_words) {
  bool const has_localities = in_words != InWords::Addresses;
  bool const has_addresses = in_words != InWords::Localities;
  auto schemas = schemas_of_places();
  // An address says more than a locality.
  if (has_addresses) {
    schemas.push_back({.title = "places by their address",
                       .fields = {{Role::Address, kAddresses}},
                       .position = Position::Locality});
    std::ranges::copy(place_fields(), std::back_inserter(schemas.back().fields));
  }
  if (has_localities) {
    schemas.push_back({.title = "places by their locality",
                       .fields = {{Role::Locality, kLocalities}},
                       .position = Position::Locality});
    std::ranges::copy(place_fields(), std::back_inserter(schemas.back().fields));
  }
  for (auto& schema : schemas) {
    auto const add = [&](Role role, Names const& names) {
      if (std::ranges::find(schema.fields, role, &KnownField::role) == schema.fields.end())
        schema.fields.push_back({role, names, false});
    };
    if (has_addresses) {
      add(Role::Address, kAddresses);
      add(Role::HouseNumber, kHouseNumbers);
      add(Role::PostalCode, kPostalCodes);
      add(Role::PostTown, kPostTowns);
    }
    if (has_localities) add(Role::Locality, kLocalities);
    add(Role::Municipality, kMunicipalities);
  }
  return schemas;
}

}  // namespace

std::span<Schema const> place_schemas(InWords in_words) {
  static std::array const all{schemas_of_places(), schemas_of_places_in_words(InWords::Localities),
                              schemas_of_places_in_words(InWords::Addresses),
                              schemas_of_places_in_words(InWords::AddressesOrLocalities)};
  return all[static_cast<std::size_t>(in_words)];
}

namespace {

/// Returns the conventions by which tables say where points are, with only these other fields.
std::vector<Schema> points_with(std::vector<KnownField> const& fields) {
  std::vector<Schema> schemas;
  for (auto const& schema : schemas_of_places()) {
    auto& added = schemas.emplace_back(schema);
    std::erase_if(added.fields, [](auto const& field) {
      return field.role != Role::X && field.role != Role::Y && field.role != Role::Id;
    });
    std::ranges::copy(fields, std::back_inserter(added.fields));
  }
  return schemas;
}

}  // namespace

std::span<Schema const> gazetteer_schemas() {
  static auto const schemas =
      points_with({{Role::Name, kPlaceNames}, {Role::Municipality, kMunicipalities, false}});
  return schemas;
}

std::span<Schema const> address_schemas() {
  static auto const schemas = [] {
    // Names in the building register (kadunnimi, katunumero; its osoitenumero counts the addresses
    // of one building), data of the Finnish Environment Institute (address_name_fin …), of
    // Helsinki's region (katunimi, gatan, osoitenumero_teksti), of INSPIRE and of OpenStreetMap.
    Names numbers{"osoitenumero_teksti", "katunumero",       "number_part_of_address_number",
                  "addr:housenumber",    "addr_housenumber", "locator_designator_addressnumber"};
    std::ranges::copy(kHouseNumbers, std::back_inserter(numbers));
    Names codes{"addr:postcode", "addr_postcode", "component_postaldescriptor"};
    std::ranges::copy(kPostalCodes, std::back_inserter(codes));
    Names towns{"addr:city", "addr_city", "postal_office_fin", "kaupunki"};
    std::ranges::copy(kPostTowns, std::back_inserter(towns));
    Names municipalities{"municipality_number"};
    std::ranges::copy(kMunicipalities, std::back_inserter(municipalities));
    std::vector<KnownField> const others{
        {Role::PostalCode, codes, false},
        {Role::PostTown, towns, false},
        {Role::OtherTown, {"staden", "postal_office_swe", "postitoimipaikka_ruotsi"}, false},
        {Role::Municipality, municipalities, false}};
    auto fields = others;
    fields.insert(
        fields.end(),
        {{Role::Street,
          {"katunimi", "kadunnimi", "kadunnimi_suomi", "kadunnimi_fi", "katunimi_suomi",
           "katunimi_fi", "address_name_fin", "addr:street", "addr_street",
           "component_thoroughfarename", "street", "street_name", "katu", "tienimi", "tien_nimi",
           "gatunamn", "gata"}},
         {Role::OtherStreet,
          {"gatan", "kadunnimi_ruotsi", "kadunnimi_sv", "kadunnimi_se", "katunimi_ruotsi",
           "katunimi_sv", "address_name_swe", "addr:street:sv", "addr_street_sv", "gatunamn"},
          false},
         {Role::HouseNumber, numbers, false},
         {Role::HouseLetter,
          {"subdivision_letter_of_address_number", "osoitekirjain", "jakokirjain", "kirjain",
           "locator_designator_addressnumberextension"},
          false},
         {Role::LastNumber,
          {"number_part_of_address_number2", "osoitenumero2", "loppunumero"},
          false}});
    auto all = points_with(fields);
    fields = others;
    fields.push_back({Role::Address, kAddresses});
    std::ranges::copy(points_with(fields), std::back_inserter(all));
    return all;
  }();
  return schemas;
}

}  // namespace gapmap::io
