#pragma once
// What is asked of a file of places, and what was read of it: whatever the format.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/io/read_gazetteer.h"
#include "gapmap/places/place.h"

namespace gapmap::io {

/// Names of the fields, or tags, that hold what a place offers; empty ones are recognised.
struct ServiceFields {
  std::string type = {}, target_group = {}, languages = {}, open_to_all = {}, schedule = {},
              capacity = {};
};

struct PlaceInput {
  Source source;  ///< its crs also serves for x and y fields
  std::string id_field = {};
  std::string name_field = {};
  std::string x_field = {};
  std::string y_field = {};
  ServiceFields service = {};
  std::string locality_field = {};
  std::string municipality_field = {};
  /// Where places without coordinates are, by their locality.
  std::optional<GazetteerInput> gazetteer = std::nullopt;
  /// Further filters of the same kind as source.where, each of which selects among the places.
  std::vector<std::string> selections = {};
  /// What one is called in reports and options: "place", "place-name", "places-where".
  std::string noun = "place";
};

struct PlacesRead {
  Places places;  ///< in the order of the source
  ImportReport report;
  std::optional<ImportReport> gazetteer = std::nullopt;
  /// One a selection: which places it selects.
  std::vector<IdVector<PlaceId, char>> selected = {};
};

/// How a capacity that cannot be one is counted.
inline constexpr RemarkText kNoCapacity{"capacity that is no number of people, taken as unknown"};

/// How a place or candidate that shares its point is counted.
[[nodiscard]] constexpr RemarkText same_point_as_earlier(std::string_view noun) {
  return noun == "candidate" ? RemarkText{"candidate on the very same point as an earlier one"}
                             : RemarkText{"place on the very same point as an earlier one"};
}

}  // namespace gapmap::io
