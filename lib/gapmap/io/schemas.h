#pragma once
// The conventions that gapmap knows: which field means what in the data that planners in Finland
// have. There is one table per kind of input in schemas.cpp, that of population in
// population_schemas.cpp; a new convention is a new row there.

#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/io/dataset.h"
#include "gapmap/network/road.h"

namespace gapmap::io {

/// What a field is for. Not every input has every role.
enum class Role : std::uint8_t {
  Id,
  Code,
  Name,
  Residents,
  X,
  Y,
  ServiceType,  ///< of places, as the following ones
  TargetGroup,
  Languages,
  OpenToAll,
  Weekday,
  OpeningHours,
  Frequency,
  Capacity,
  Locality,      ///< village, town or address, in words
  Municipality,  ///< code or name
  Address,       ///< street and number, perhaps with postal code and town, in one text
  Street,        ///< name of a street, without a number
  OtherStreet,   ///< its name in the other language
  HouseNumber,
  HouseLetter,
  LastNumber,  ///< of a range of house numbers
  PostalCode,
  PostTown,
  OtherTown,  ///< name of the post town in the other language
  RoadClass,
  OneWay,
  SpeedLimit,
  LinkType,  ///< of Digiroad, as the following ones
  FunctionalClass,
  LinkState,
  LinkId,
  OtherName,   ///< of a road, in the other language
  RoadNumber,  ///< for roads without a name
  CornerX,     ///< east coordinate of a square's lower-left corner in ETRS-TM35FIN, used as a check
  CornerY,     ///< north coordinate of the same corner
  Year,
  Countries,  ///< countries that share a cell, "FI-SE"
  Level,      ///< of a road: on the ground, a bridge, in a tunnel
  From,       ///< of a trip: the id of who makes it
  To,         ///< the id of where it leads
  Cost,       ///< what it costs
};

/// How the fields of a row tell its position.
enum class Position : std::uint8_t {
  None,             ///< they do not: only the geometry does
  Point,            ///< x and y of a point
  LowerLeftCorner,  ///< x and y of the lower-left corner of a square of cell_size_m
  CellId,  ///< id that encodes the lower-left corner: 1kmN6717E385, CRS3035RES1000mN4177000E5121000
  Locality,  ///< only in words, a locality or an address
  Joined,    ///< no position: the row refers to areas by their code, and a geometry would mean
             ///< nothing
};

struct KnownField {
  Role role;
  std::vector<std::string_view> names;  ///< alternatives, best first
  bool is_required = true;
  /// A field that changes the meaning of this one if the table has both.
  std::string_view unless = {};
};

/// Roads that are not open to everybody, or not always.
enum class RoadUse : std::uint8_t { Open, OnIce, Closed };

struct RoadCode {
  std::string_view code;
  RoadClass road_class;
  RoadUse use = RoadUse::Open;
  double usual_limit_kmh = 0;  ///< usual for data without limits; 0: unknown
};

struct Schema {
  std::string_view title;
  std::vector<KnownField> fields;
  Position position = Position::None;
  std::string_view crs = {};  ///< of x and y, where the convention fixes it
  double cell_size_m = 0;     ///< side of the squares, where the convention fixes it; else from the
                              ///< spacing of their corners
  std::vector<double> suppressed = {};  ///< codes that mean "some residents, number not published"
  std::vector<RoadCode> road_codes = {};
  bool is_digiroad = false;    ///< its codes are those of network/digiroad_codes
  std::size_t code_width = 0;  ///< digits of codes of areas, where the convention fixes them
  int year = 0;                ///< year of the data, where the convention is of one year
  DataKind kind = DataKind::Other;
};

[[nodiscard]] std::span<Schema const> area_schemas();
/// Returns the schemas of area_schemas(), and one of areas without a code.
[[nodiscard]] std::span<Schema const> zone_schemas();
[[nodiscard]] std::span<Schema const> road_schemas();
[[nodiscard]] std::span<Schema const> population_schemas();
/// Returns the schema of points whose CRS is guessed from their values.
[[nodiscard]] Schema const& point_schema();
/// What says where a place without coordinates is, which matters only if it can be looked up.
enum class InWords : std::uint8_t {
  Ignored,
  Localities,            ///< in a gazetteer
  Addresses,             ///< among street addresses
  AddressesOrLocalities  ///< in both
};
[[nodiscard]] std::span<Schema const> place_schemas(InWords in_words = InWords::Ignored);
[[nodiscard]] std::span<Schema const> gazetteer_schemas();
/// Returns the schemas of street addresses with their points.
[[nodiscard]] std::span<Schema const> address_schemas();
[[nodiscard]] std::span<Schema const> official_schemas();
/// Returns the schemas of tables for siting without a map: pairs of a demand and a site with their
/// cost, demands with what they weigh, and sites.
[[nodiscard]] std::span<Schema const> cost_schemas();
[[nodiscard]] std::span<Schema const> demand_schemas();
[[nodiscard]] std::span<Schema const> site_schemas();

/// Fields that divide the residents of every cell, as one convention names them.
struct KnownFamily {
  std::string_view name;  ///< "age"
  std::vector<std::string_view> fields;
  /// A number that means "not published" in cells with at most that many residents.
  std::optional<double> code_of_small_cells = std::nullopt;
};

[[nodiscard]] std::span<KnownFamily const> population_families();

/// Fields named by the user, by role; they take precedence over every schema.
struct NamedField {
  Role role;
  std::string option;  ///< "population-total", for errors
  std::string field;   ///< empty: not named
};

/// A schema applied to the fields of one table.
struct Recognised {
  Schema const* schema = nullptr;
  std::map<Role, FieldIndex> fields;

  [[nodiscard]] std::optional<FieldIndex> field(Role role) const {
    auto const found = fields.find(role);
    return found == fields.end() ? std::nullopt : std::optional{found->second};
  }
  /// Returns for example "Eurostat census grid 2021 (id GRD_ID, residents T)".
  [[nodiscard]] std::string describe(Table const& table) const;
};

/// Returns the first schema of which the table has every required field, including fields named by
/// the user. Schemas with a position in fields apply only to tables without geometry, all others
/// only to tables with one. Throws InputError if a named field does not exist, or no schema fits;
/// it then lists the fields there are, and the options that name one that a schema requires.
[[nodiscard]] Recognised recognise(Table const& table, std::span<Schema const> schemas,
                                   std::vector<NamedField> const& named);

/// Returns the number of digits of the codes in a field of areas, by the convention that has a
/// field of this name; 0 if none fixes it.
[[nodiscard]] std::size_t code_width(std::string_view field);

}  // namespace gapmap::io
