#pragma once
// What the official statistics say of the residents of each municipality, wherever they live.

#include <map>
#include <optional>
#include <string>

#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// Residents of one municipality; nothing where the statistics do not say.
struct OfficialCount {
  std::optional<People> residents;
  IdVector<GroupId, std::optional<People>> groups = {};  ///< one a group of the population
};

using OfficialCounts = IdVector<MunicipalityId, OfficialCount>;

/// Counts of one year, by code as the source writes it.
struct OfficialPopulation {
  std::string year;  ///< empty: the source has only one, and does not say which
  std::map<std::string, OfficialCount> by_code;
};

namespace places {

/// The counts of these municipalities, by codes whatever their padding: "20", "020" and "20.0" are
/// one; where the statistics have names in the place of codes, by those. Nothing for those of which
/// the statistics say nothing.
[[nodiscard]] OfficialCounts official_counts(OfficialPopulation const& official,
                                             Municipalities const& municipalities);

}  // namespace places
}  // namespace gapmap
