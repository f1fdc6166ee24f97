#pragma once
// A place people travel to.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"

namespace gapmap {

using PlaceId = Id<struct PlaceTag>;

/// The service of a place, in the words of the source; empty where it says nothing.
struct Service {
  std::string type;
  std::string target_group;
  std::string languages;
  std::string open_to_all;
  std::string schedule;  ///< weekdays, hours or frequency
  friend bool operator==(Service const&, Service const&) = default;
};

/// What a point was found by, most precise first.
enum class LocatedBy : std::uint8_t {
  Coordinates,    ///< of the source
  House,          ///< its address, to the number
  NearestNumber,  ///< the nearest number on the street of its address
  Street,         ///< the street of its address
  Locality        ///< a name of a gazetteer
};

/// Returns "coordinates", "house", "nearest_number", "street" or "locality".
[[nodiscard]] constexpr std::string_view name_of(LocatedBy by) noexcept {
  constexpr std::array<std::string_view, 5> kNames{"coordinates", "house", "nearest_number",
                                                   "street", "locality"};
  return kNames[static_cast<std::size_t>(by)];
}

struct Place {
  std::string id;  ///< as in the source; its row number if it has none
  std::string name;
  Point point;
  Service service = {};
  std::optional<double> capacity = std::nullopt;  ///< people it has room for
  std::optional<double> price = std::nullopt;     ///< of opening it, in whatever money
  /// How the point was found, like "gazetteer: Haukivuori"; empty if it comes from coordinates of
  /// the source.
  std::string position = {};
  LocatedBy located_by = LocatedBy::Coordinates;
};

using Places = IdVector<PlaceId, Place>;

}  // namespace gapmap
