#include "gapmap/io/schemas.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "gapmap/io/field_names.h"
#include "gapmap/io/schema_names.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

Names const kAreaNames{"nimi", "name", "namefin", "name_fi", "kuntanimi", "namn", "LAU_NAME"};
// Of the National Land Survey's roads.
Names const kFinnishNames{"nimi_suomi", "nimisuomi"};
Names const kSwedishNames{"nimi_ruotsi", "nimiruotsi"};

// Road classes of the National Land Survey (maastotietokanta, yleiskartta: Kohdeluokka), by width
// and surface: which of the widest are motorways they do not tell. Of the others 12151 is a ferry
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
// (Road Traffic Act 729/2018 section 100), lower in the villages that the lesser roads lead
// through; main roads have 100 and motorways 120, by winter 20 less, of which this is the mean of
// the year.
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

// Of the same data; Shapefiles cut the names of fields to ten letters.
Names const kLandSurveyDirections{"yksisuuntaisuus", "yksisuunta", "YKSSUU"};
Names const kLandSurveyLevels{"tasosijainti", "tasosijain", "TASOSIJ"};

}  // namespace

std::span<Schema const> area_schemas() {
  static std::vector<Schema> const schemas{
      // Before municipalities: postal areas say which municipality they are of.
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
       .code_width = 3},
      {.title = "municipalities with a code",
       .fields = {{Role::Code, {"kuntakoodi", "kuntanro", "municipality_code"}},
                  {Role::Name, kAreaNames, false}},
       .code_width = 3},
      {.title = "areas with a code",
       .fields = {{Role::Code, {"koodi", "code", "tunnus"}}, {Role::Name, kAreaNames, false}}},
      // Behind all others: municipalities say which region they are of.
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
       .is_digiroad = true},
      // Only where the user names it: a required field that has no usual name.
      {.title = "roads with a class", .fields = {{Role::RoadClass, {}}}},
      {.title = "National Land Survey roads (general map)",
       .fields = {{Role::RoadClass, {"Kohdeluokk", "Kohdeluokka"}},
                  {Role::Name, kFinnishNames, false},
                  {Role::OtherName, kSwedishNames, false},
                  {Role::RoadNumber, {"Tienumero"}, false},
                  {Role::OneWay, kLandSurveyDirections, false},
                  {Role::Level, kLandSurveyLevels, false}},
       .road_codes = general_map_classes()},
      {.title = "National Land Survey roads (topographic database)",
       .fields = {{Role::RoadClass, {"LUOKKA"}},
                  {Role::Name, kFinnishNames, false},
                  {Role::OtherName, kSwedishNames, false},
                  {Role::RoadNumber, {"Tienumero"}, false},
                  {Role::OneWay, kLandSurveyDirections, false},
                  {Role::Level, kLandSurveyLevels, false}},
       .road_codes = kLandSurveyClasses},
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

std::string Recognised::describe(Table const& table) const {
  std::vector<std::string> used;
  for (auto const& [role, index] : fields) {
    constexpr auto kRoles = std::to_array<std::string_view>({"id",
                                                             "code",
                                                             "name",
                                                             "residents",
                                                             "x",
                                                             "y",
                                                             "type",
                                                             "target group",
                                                             "languages",
                                                             "open to all",
                                                             "weekday",
                                                             "hours",
                                                             "frequency",
                                                             "capacity",
                                                             "locality",
                                                             "municipality",
                                                             "class",
                                                             "one-way",
                                                             "speed limit",
                                                             "link type",
                                                             "functional class",
                                                             "link state",
                                                             "link",
                                                             "other name",
                                                             "road number",
                                                             "corner x",
                                                             "corner y",
                                                             "year",
                                                             "countries",
                                                             "level"});
    used.push_back(fmt::format("{} {}", kRoles[static_cast<std::size_t>(role)],
                               table.fields()[static_cast<std::size_t>(index)]));
  }
  return used.empty() ? std::string{schema->title}
                      : fmt::format("{} ({})", schema->title, fmt::join(used, ", "));
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

namespace {

/// Headings that break in their cell are one line here, whatever the user copied.
std::string in_one_line(std::string_view name) {
  std::string line;
  for (char const c : name) {
    bool const is_blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!is_blank) line += c;
    if (is_blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::map<Role, FieldIndex> resolve(Table const& table, std::vector<NamedField> const& named) {
  std::map<Role, FieldIndex> resolved;
  for (auto const& [role, option, field] : named) {
    if (field.empty()) continue;
    auto const index = table.find_field(in_one_line(field));
    if (!index) {
      throw InputError{table.where(), fmt::format("has no field \"{}\" ({})", field, option),
                       fmt::format("its fields are {}", fmt::join(table.fields(), ", "))};
    }
    resolved[role] = *index;
  }
  return resolved;
}

std::optional<FieldIndex> first_field(Table const& table,
                                      std::vector<std::string_view> const& names) {
  for (auto const name : names) {
    if (auto const index = table.find_field(name)) return index;
  }
  for (auto const name : names) {
    if (auto const index = find_spelled_field(table, name)) return index;
  }
  return std::nullopt;
}

/// Coordinates that the user names are those of a point, in a CRS that no convention fixes, unless
/// they are the ones of the convention itself.
bool may_take_named(Table const& table, Schema const& schema,
                    std::map<Role, FieldIndex> const& named) {
  if (!named.contains(Role::X)) return true;
  if (schema.position == Position::Point && schema.crs.empty()) return true;
  if (schema.position != Position::LowerLeftCorner || !named.contains(Role::Y)) return false;
  return std::ranges::all_of(schema.fields, [&](auto const& known) {
    if (known.role != Role::X && known.role != Role::Y) return true;
    auto const& field = table.fields()[static_cast<std::size_t>(named.at(known.role))];
    return std::ranges::any_of(known.names, [&](auto name) { return is_same_name(name, field); });
  });
}

/// The schema's fields in the table, named ones first; nothing if a required one is missing.
std::optional<Recognised> fit(Table const& table, Schema const& schema,
                              std::map<Role, FieldIndex> const& named) {
  Recognised recognised{&schema, named};
  for (auto const& field : schema.fields) {
    if (named.contains(field.role)) continue;
    bool const means_else = !field.unless.empty() && table.find_field(field.unless);
    if (means_else && !field.is_required) continue;
    if (auto const index = first_field(table, field.names)) {
      recognised.fields[field.role] = *index;
    } else if (field.is_required) {
      return std::nullopt;
    }
  }
  return recognised;
}

/// With coordinates that their names tell although no convention has them so.
std::optional<Recognised> by_spelled_coordinates(Table const& table,
                                                 std::span<Schema const> schemas,
                                                 std::map<Role, FieldIndex> named) {
  auto const found = find_coordinates(table);
  if (!found || named.contains(Role::Y)) return std::nullopt;
  named[Role::X] = found->x;
  named[Role::Y] = found->y;
  for (auto const& schema : schemas) {
    if (schema.position != Position::Point || schema.crs.empty() == found->are_degrees) continue;
    if (auto recognised = fit(table, schema, named)) return recognised;
  }
  return std::nullopt;
}

}  // namespace

Recognised recognise(Table const& table, std::span<Schema const> schemas,
                     std::vector<NamedField> const& named) {
  auto const resolved = resolve(table, named);
  bool const names_coordinates = resolved.contains(Role::X);
  bool const has_geometry = table.geometry() != GeometryKind::None && !names_coordinates;
  for (auto const& schema : schemas) {
    bool const fits_geometry = (schema.position == Position::None) == has_geometry;
    if (schema.position != Position::Joined && !fits_geometry) continue;
    if (!may_take_named(table, schema, resolved)) continue;
    bool const is_by_words = schema.position == Position::Locality;
    if (is_by_words && !has_geometry && !names_coordinates) {
      // Coordinates under a name of their own come before words.
      if (auto spelled = by_spelled_coordinates(table, schemas, resolved)) return *spelled;
    }
    if (auto recognised = fit(table, schema, resolved)) return *recognised;
  }
  if (!has_geometry && !names_coordinates) {
    if (auto spelled = by_spelled_coordinates(table, schemas, resolved)) return *spelled;
  }
  std::vector<std::string_view> options;
  for (auto const& field : named) {
    bool const is_needed = std::ranges::any_of(schemas, [&](auto const& schema) {
      return std::ranges::any_of(schema.fields, [&](auto const& known) {
        return known.role == field.role && known.is_required;
      });
    });
    if (is_needed) options.push_back(field.option);
  }
  if (table.fields().empty())
    throw InputError{table.where(), "has no rows, or none with fields",
                     "check that it is the right file"};
  bool const needs_geometry = !has_geometry && schemas.front().position != Position::Joined;
  throw InputError{table.where(),
                   needs_geometry
                       ? "it has no geometry, and none of its fields is one that gapmap knows"
                       : "none of its fields is one that gapmap knows",
                   fmt::format("name them with {}; its fields are {}", fmt::join(options, ", "),
                               fmt::join(table.fields(), ", "))};
}

}  // namespace gapmap::io
