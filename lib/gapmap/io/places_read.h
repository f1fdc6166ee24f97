#pragma once
// What is asked of a file of places, and what was read from it, whatever its format.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/io/read_addresses.h"
#include "gapmap/io/read_gazetteer.h"
#include "gapmap/io/schemas.h"
#include "gapmap/places/place.h"

namespace gapmap::io {

/// Names of the fields, or tags, that say what a place offers; empty ones are recognised.
struct ServiceFields {
  std::string type = {}, target_group = {}, languages = {}, open_to_all = {}, schedule = {},
              capacity = {};
};

struct PlaceInput {
  Source source;  ///< its crs also applies to x and y fields
  std::string id_field = {};
  std::string name_field = {};
  std::string x_field = {};
  std::string y_field = {};
  ServiceFields service = {};
  std::string locality_field = {};
  std::string address_field = {};
  std::string postal_code_field = {};
  std::string municipality_field = {};
  std::string cost_field = {};  ///< of what it costs to open the place
  /// Where places without coordinates are found by their street address.
  std::vector<AddressInput> addresses = {};
  /// Where places without coordinates are found by their locality.
  std::optional<GazetteerInput> gazetteer = std::nullopt;
  /// Further filters in the form of source.where, each of which selects some of the places.
  std::vector<std::string> selections = {};
  /// What reports and options call a place: "place", "place-name", "places-where".
  std::string noun = "place";
};

struct PlacesRead {
  Places places;  ///< in the order of the source
  ImportReport report;
  /// Reports of the addresses and the gazetteer in which places were looked up.
  std::vector<ImportReport> looked_up_in = {};
  /// For each selection, which places it selects.
  std::vector<IdVector<PlaceId, char>> selected = {};
};

/// Returns what may say where a place without coordinates is.
[[nodiscard]] inline InWords in_words_of(PlaceInput const& input) {
  bool const has_addresses = !input.addresses.empty();
  if (!input.gazetteer) return has_addresses ? InWords::Addresses : InWords::Ignored;
  return has_addresses ? InWords::AddressesOrLocalities : InWords::Localities;
}

/// Remark on a capacity that is impossible.
inline constexpr RemarkText kNoCapacity{"capacity that is no number of people, taken as unknown"};

/// Returns the remark on a place or candidate that shares its point with an earlier one.
[[nodiscard]] constexpr RemarkText same_point_as_earlier(std::string_view noun) {
  if (noun == "candidate") return "candidate on the very same point as an earlier one";
  return "place on the very same point as an earlier one";
}

}  // namespace gapmap::io
