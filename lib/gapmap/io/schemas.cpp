#include "gapmap/io/schemas.h"

#include <algorithm>
#include <array>

#include "gapmap/io/detail/schema_names.h"

namespace gapmap::io {
namespace {

Names const kAreaNames{"nimi", "name", "namefin", "name_fi", "kuntanimi", "namn", "LAU_NAME"};
// Names in the road data of the National Land Survey.
Names const kFinnishNames{"nimi_suomi", "nimisuomi"};
Names const kSwedishNames{"nimi_ruotsi", "nimiruotsi"};

// Road classes of the National Land Survey (maastotietokanta, yleiskartta: Kohdeluokka), by width
// and surface; they do not tell which of the widest are motorways. Others: 12151 is a ferry
// (lautta), 12152 a cable ferry (lossi), 12153 and 12154 openings for service and special
// transports without and with a boom, 12311 and 12316 cart tracks (ajopolku), 12312 a winter road
// (talvitie), 12313 a path, 12314 a way for walking and cycling.
// Source: National Land Survey, topographic database, Tieviiva, TieluokkaType.
std::vector<RoadCode> const kLandSurveyClasses{{"12111", RoadClass::Trunk},
                                               {"12112", RoadClass::Primary},
                                               {"12121", RoadClass::Secondary},
                                               {"12122", RoadClass::Tertiary},
                                               {"12131", RoadClass::Local},
                                               {"12132", RoadClass::Service},
                                               {"12141", RoadClass::Track},
                                               {"12151", RoadClass::Ferry},
                                               {"12152", RoadClass::CableFerry},
                                               {"12153", RoadClass::Service, RoadUse::Closed},
                                               {"12154", RoadClass::Service, RoadUse::Closed},
                                               {"12311", RoadClass::Path},
                                               {"12312", RoadClass::Track, RoadUse::OnIce},
                                               {"12313", RoadClass::Path},
                                               {"12314", RoadClass::Cycleway},
                                               {"12316", RoadClass::Path}};

// The general map has no streets and no limits, but its roads are public roads between towns, so
// what is posted along most of them is known: the general limit outside built-up areas is 80 km/h
// (Road Traffic Act 729/2018 section 100), and lower in villages, through which lesser roads lead;
// main roads have 100 and motorways 120 km/h, in winter 20 less. Values are means over the year.
std::vector<RoadCode> general_map_classes() {
  struct Usual {
    std::string_view code;
    double kmh;
  };
  constexpr std::array kUsual{Usual{"12111", 110}, Usual{"12112", 90}, Usual{"12121", 80},
                              Usual{"12122", 70},  Usual{"12131", 60}, Usual{"12132", 40}};
  auto classes = kLandSurveyClasses;
  for (auto& row : classes) {
    auto const usual = std::ranges::find(kUsual, row.code, &Usual::code);
    if (usual != kUsual.end()) row.usual_limit_kmh = usual->kmh;
  }
  return classes;
}

// Names in the road data of the National Land Survey; shapefiles cut names of fields to ten
// letters.
Names const kLandSurveyDirections{"yksisuuntaisuus", "yksisuunta", "YKSSUU"};
Names const kLandSurveyLevels{"tasosijainti", "tasosijain", "TASOSIJ"};

}  // namespace

std::span<Schema const> area_schemas() {
  static std::vector<Schema> const schemas{
      // Before municipalities, because postal areas also name their municipality.
      {.title = "Statistics Finland postal areas",
       .fields = {{Role::Code, {"posti_alue", "postinumeroalue"}}, {Role::Name, {"nimi", "namn"}}},
       .code_width = 5},
      {.title = "Statistics Finland municipalities",
       .fields = {{Role::Code, {"kunta"}}, {Role::Name, {"nimi", "name", "namn"}}},
       .code_width = 3},
      {.title = "National Land Survey administrative areas",
       .fields = {{Role::Code, {"natcode", "nationalCode", "kuntatunnus"}},
                  {Role::Name, kAreaNames, false}},
       .code_width = 3},
      {.title = "wellbeing services counties",
       .fields = {{Role::Code, {"hyvinvointialue", "hva", "hyvinvointialue_code"}},
                  {Role::Name, kAreaNames, false}},
       .code_width = 2},
      {.title = "Eurostat local administrative units",
       .fields = {{Role::Code, {"LAU_ID"}}, {Role::Name, {"LAU_NAME"}}},
       .code_width = 3,
       .kind = DataKind::Eurostat},
      {.title = "municipalities with a code",
       .fields = {{Role::Code, {"kuntakoodi", "kuntanro", "municipality_code"}},
                  {Role::Name, kAreaNames, false}},
       .code_width = 3},
      {.title = "areas with a code",
       .fields = {{Role::Code, {"koodi", "code", "tunnus"}}, {Role::Name, kAreaNames, false}}},
      // Last, because municipalities also name their region.
      {.title = "regions",
       .fields = {{Role::Code, {"maakunta", "maakunta_code"}}, {Role::Name, kAreaNames, false}},
       .code_width = 2},
  };
  return schemas;
}

std::span<Schema const> zone_schemas() {
  static std::vector<Schema> const schemas = [] {
    std::vector<Schema> all{area_schemas().begin(), area_schemas().end()};
    all.push_back({.title = "areas with a name", .fields = {{Role::Name, kAreaNames}}});
    all.push_back({.title = "areas without code and name", .fields = {}});
    return all;
  }();
  return schemas;
}

std::span<Schema const> road_schemas() {
  static std::vector<Schema> const schemas{
      {.title = "Digiroad links",
       .fields = {{Role::LinkType, {"LINKKITYYP"}},
                  {Role::OneWay, {"AJOSUUNTA"}},
                  {Role::FunctionalClass, {"TOIMINN_LK"}, false},
                  {Role::LinkState, {"LINK_TILA"}, false},
                  {Role::LinkId, {"LINK_ID"}, false},
                  {Role::Level, {"SILTA_ALIK"}, false},
                  {Role::Name, {"TIENIMI_SU"}, false},
                  {Role::OtherName, {"TIENIMI_RU"}, false},
                  {Role::RoadNumber, {"TIENUMERO"}, false}},
       .is_digiroad = true,
       .kind = DataKind::Digiroad},
      // Matches only if the user names the field, because a required field has no usual name.
      {.title = "roads with a class", .fields = {{Role::RoadClass, {}}}},
      {.title = "National Land Survey roads (general map)",
       .fields = {{Role::RoadClass, {"Kohdeluokk", "Kohdeluokka"}},
                  {Role::Name, kFinnishNames, false},
                  {Role::OtherName, kSwedishNames, false},
                  {Role::RoadNumber, {"Tienumero"}, false},
                  {Role::OneWay, kLandSurveyDirections, false},
                  {Role::Level, kLandSurveyLevels, false}},
       .road_codes = general_map_classes(),
       .kind = DataKind::GeneralMap},
      {.title = "National Land Survey roads (topographic database)",
       .fields = {{Role::RoadClass, {"LUOKKA"}},
                  {Role::Name, kFinnishNames, false},
                  {Role::OtherName, kSwedishNames, false},
                  {Role::RoadNumber, {"Tienumero"}, false},
                  {Role::OneWay, kLandSurveyDirections, false},
                  {Role::Level, kLandSurveyLevels, false}},
       .road_codes = kLandSurveyClasses,
       .kind = DataKind::TopographicDatabase},
      {.title = "lines without a known class", .fields = {}},
  };
  return schemas;
}

std::span<Schema const> official_schemas() {
  static std::vector<Schema> const schemas{
      {.title = "official population by municipality",
       .fields = {{Role::Code,
                   {"municipality_code", "kunta", "kuntakoodi", "kuntanro", "kuntatunnus",
                    "kuntanumero", "natcode", "koodi", "code", "alue", "area", "kommun",
                    "kommunkod", "kuntanimi", "kunnan_nimi", "municipality"}},
                  {Role::Residents,
                   {"primary.value", "vaesto", "väestö", "vakiluku", "väkiluku", "asukkaita",
                    "asukkaat", "asukasluku", "asukasmaara", "population", "residents", "folkmangd",
                    "invanare", "value"}},
                  {Role::Year, {"year", "vuosi", "år", "time"}, false}},
       .position = Position::Joined},
  };
  return schemas;
}

std::span<Schema const> cost_schemas() {
  static std::vector<Schema> const schemas{
      {.title = "costs of trips",
       .fields = {{Role::From, {"from_id", "cell_id", "demand_id", "origin_id", "from", "origin"}},
                  {Role::To,
                   {"to_id", "place_id", "site_id", "destination_id", "to", "destination"}},
                  {Role::Cost,
                   {"cost", "distance_m", "time_s", "distance_km", "time_min", "distance",
                    "travel_time", "time"}}},
       .position = Position::Joined}};
  return schemas;
}

std::span<Schema const> demand_schemas() {
  static std::vector<Schema> const schemas{
      {.title = "demands",
       .fields = {{Role::Id, {"cell_id", "demand_id", "from_id", "origin_id", "id", "tunnus"}},
                  {Role::Residents,
                   {"weight", "residents", "demand", "population", "vaesto", "asukkaita", "T",
                    "invanare"}}},
       .position = Position::Joined}};
  return schemas;
}

std::span<Schema const> site_schemas() {
  static std::vector<Schema> const schemas{
      {.title = "sites",
       .fields = {{Role::Id, {"place_id", "site_id", "to_id", "destination_id", "id", "tunnus"}},
                  {Role::Name, {"place_name", "site_name", "name", "nimi", "namn"}, false}},
       .position = Position::Joined}};
  return schemas;
}

std::size_t code_width(std::string_view field) {
  for (auto const& schema : area_schemas()) {
    for (auto const& known : schema.fields) {
      bool const is_code = known.role == Role::Code;
      if (is_code &&
          std::ranges::any_of(known.names, [&](auto name) { return is_same_name(name, field); })) {
        return schema.code_width;
      }
    }
  }
  return 0;
}

}  // namespace gapmap::io
