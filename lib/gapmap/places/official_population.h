#pragma once
// The residents of each municipality by official statistics, wherever in it they live.

#include <map>
#include <optional>
#include <string>

#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// Residents of one municipality; empty where the statistics do not say.
struct OfficialCount {
  std::optional<People> residents;
  IdVector<GroupId, std::optional<People>> groups = {};  ///< one per group of the population
};

using OfficialCounts = IdVector<MunicipalityId, OfficialCount>;

/// Counts of one year, by code as the source writes it.
struct OfficialPopulation {
  std::string year;  ///< empty if the source has only one year and does not say which
  std::map<std::string, OfficialCount> by_code;
};

namespace places {

/// Returns the counts of `municipalities`. They are joined by codes whatever their padding ("20",
/// "020" and "20.0" are one), or by names where the statistics have names in the place of codes.
/// Empty for municipalities that the statistics leave out.
[[nodiscard]] OfficialCounts official_counts(OfficialPopulation const& official,
                                             Municipalities const& municipalities);

}  // namespace places
}  // namespace gapmap
