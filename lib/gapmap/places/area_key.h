#pragma once
// A key from municipalities to the areas they make up, as Statistics Finland publishes one a year,
// and what becomes of municipalities that are not in it because a merger came between.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/places/codes.h"
#include "gapmap/places/zones.h"

namespace gapmap {

/// One level of areas that municipalities make up.
struct AreaKeyLevel {
  std::string name;                               ///< "hyvinvointialue"
  Zones zones;                                    ///< by code
  std::map<std::string, ZoneId> of_municipality;  ///< by bare code
};

struct AreaKey {
  std::map<std::string, std::string> municipalities;  ///< name by bare code
  std::vector<AreaKeyLevel> levels;
};

/// A municipality that the key does not have.
struct MissingFromKey {
  std::string code;  ///< as the areas have it
  std::string name;
  std::size_t cells = 0;
  People residents{0};  ///< those whose number is known
  /// The municipality of the key that took its area or probably did, with as many digits as `code`;
  /// empty if nothing tells.
  std::string successor = {};
  std::string successor_name = {};
  /// When the merger that is on record came into force, "1.1.2025"; empty: only proposed, because
  /// of all municipalities in the key the two share the longest border.
  std::string merged_on = {};
};

namespace places {

/// From a municipality that the key does not have to one that it has, both bare codes, as the user
/// accepts them.
using Successors = std::map<std::string, std::string>;

/// Where a key has names of `municipalities` in the place of codes, gives them their codes, so that
/// it joins; names are compared by their spelling, without marks on letters.
void give_codes_to_names(AreaKey& key, Municipalities const& municipalities);

/// How the codes of all municipalities, or those of the successors accepted for them, join with
/// those of the key.
[[nodiscard]] CodeJoin join_with_key(AreaKey const& key, Successors const& accepted,
                                     Municipalities const& municipalities);

/// The studied municipalities that neither the key nor `accepted` joins, each with its successor:
/// by a merger on record, else proposed by the longest border.
/// Ties: lowest MunicipalityId. Cost: borders are compared only where one is missing.
[[nodiscard]] std::vector<MissingFromKey> missing_from_key(AreaKey const& key,
                                                           Successors const& accepted,
                                                           Municipalities const& municipalities,
                                                           Population const& population);

/// The area of one level that each municipality belongs to, studied or not; none: it does not join.
[[nodiscard]] IdVector<MunicipalityId, ZoneId> zones_of_municipalities(
    AreaKeyLevel const& level, Successors const& accepted, Municipalities const& municipalities);

/// Divides the cells by one level of the key. What does not join is in no zone.
[[nodiscard]] Zoning zoned_by_key(AreaKeyLevel const& level, Successors const& accepted,
                                  Municipalities const& municipalities,
                                  Population const& population);

}  // namespace places
}  // namespace gapmap
