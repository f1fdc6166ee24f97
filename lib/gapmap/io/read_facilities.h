#pragma once
// Meeting places from any point or polygon layer, a table with coordinates or localities, or an
// OpenStreetMap extract.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/read_gazetteer.h"
#include "gapmap/places/facility.h"
#include "gapmap/places/municipality.h"

namespace gapmap::io {

/// Names of the fields, or tags, that hold what a place offers; empty ones are recognised.
struct ServiceFields {
  std::string type = {}, target_group = {}, languages = {}, open_to_all = {}, schedule = {},
              capacity = {};
};

struct FacilityInput {
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

struct FacilitiesRead {
  Facilities facilities;  ///< in the order of the source
  ImportReport report;
  std::optional<ImportReport> gazetteer = std::nullopt;
  /// One a selection: which facilities it selects.
  std::vector<IdVector<FacilityId, char>> selected = {};
};

/// How a capacity that cannot be one is counted.
inline constexpr RemarkText kNoCapacity{"capacity that is no number of people, taken as unknown"};

/// How a place or candidate that shares its point is counted.
[[nodiscard]] constexpr RemarkText same_point_as_earlier(std::string_view noun) {
  return noun == "candidate" ? RemarkText{"candidate on the very same point as an earlier one"}
                             : RemarkText{"place on the very same point as an earlier one"};
}

/// OpenStreetMap files go to io/osm_places. Else reads every place that has a position. Polygons
/// count by their centroid. A place without an id gets its row number, without a name its id.
/// Places on the very same point are kept and counted. With a gazetteer, places that have no
/// coordinates are where it has their locality; those that it does not have, or that it has more
/// than once without the municipality telling which, are left out and counted.
/// `municipalities`: whose names and areas tell of what municipality an entry or a place is; may be
/// empty. Throws InputError if the input cannot be used at all, UsageError if a selection cannot.
[[nodiscard]] FacilitiesRead read_facilities(FacilityInput const& input, WorkingFrame const& frame,
                                             Municipalities const& municipalities = {});

/// What is wrong with each of the input's selections: "" for nothing, else that it is no filter or
/// selects no place. Of OpenStreetMap files only the former is looked for, as reading them takes
/// long and says the latter by itself. Throws InputError if the
/// input cannot be opened.
[[nodiscard]] std::vector<std::string> problems_of_selections(FacilityInput const& input);

}  // namespace gapmap::io
