#pragma once
// A key from municipalities to the areas they make up, as Statistics Finland publishes one a year.
// It also handles municipalities that are not in the key because of a merger.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/places/codes.h"
#include "gapmap/places/zones.h"

namespace gapmap {

/// One level of areas that municipalities make up.
struct AreaKeyLevel {
  std::string name;                               ///< like "hyvinvointialue"
  Zones zones;                                    ///< by code
  std::map<std::string, ZoneId> of_municipality;  ///< zone by bare code of municipality
};

struct AreaKey {
  std::map<std::string, std::string> municipalities;  ///< name by bare code
  std::vector<AreaKeyLevel> levels;
};

/// A municipality that is missing from the key.
struct MissingFromKey {
  std::string code;  ///< code as the areas have it
  std::string name;
  std::size_t cells = 0;
  People residents{0};  ///< residents in cells whose number is known
  /// Code of the municipality in the key that took over its area, or probably did, with as many
  /// digits as `code`; empty if nothing tells.
  std::string successor = {};
  std::string successor_name = {};
  /// The date when the merger on record came into force, "1.1.2025". Empty if the successor is only
  /// proposed: of all municipalities in the key it shares the longest border.
  std::string merged_on = {};
};

namespace places {

/// Successors that the user accepts: from a municipality missing from the key to one in it, both as
/// bare codes.
using Successors = std::map<std::string, std::string>;

/// Replaces names of `municipalities` in a key by their codes, so that it joins. Names are compared
/// by their spelling, without marks on letters.
void give_codes_to_names(AreaKey& key, Municipalities const& municipalities);

/// Returns how the codes of all municipalities, or of their accepted successors, join with the
/// codes of the key.
[[nodiscard]] CodeJoin join_with_key(AreaKey const& key, Successors const& accepted,
                                     Municipalities const& municipalities);

/// Returns the studied municipalities that neither the key nor `accepted` joins, each with its
/// successor: by a merger on record, else proposed by the longest border.
/// Ties: lowest MunicipalityId.
/// Cost: borders are compared only for municipalities that are missing.
[[nodiscard]] std::vector<MissingFromKey> missing_from_key(AreaKey const& key,
                                                           Successors const& accepted,
                                                           Municipalities const& municipalities,
                                                           Population const& population);

/// Returns the area of one level that each municipality, studied or not, belongs to; none() if it
/// does not join.
[[nodiscard]] IdVector<MunicipalityId, ZoneId> zones_of_municipalities(
    AreaKeyLevel const& level, Successors const& accepted, Municipalities const& municipalities);

/// Divides the cells by one level of the key. Cells of municipalities that do not join are in no
/// zone.
[[nodiscard]] Zoning zoned_by_key(AreaKeyLevel const& level, Successors const& accepted,
                                  Municipalities const& municipalities,
                                  Population const& population);

}  // namespace places
}  // namespace gapmap
