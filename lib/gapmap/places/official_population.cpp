#include "gapmap/places/official_population.h"

#include "gapmap/places/codes.h"

namespace gapmap::places {
OfficialCounts official_counts(OfficialPopulation const& official,
                               Municipalities const& municipalities) {
  std::map<std::string, OfficialCount const*> by_code;
  for (auto const& [code, count] : official.by_code) by_code[bare_code(code)] = &count;
  OfficialCounts counts{municipalities.size()};
  for (auto const m : municipalities.ids()) {
    auto const found = by_code.find(bare_code(municipalities[m].code));
    if (found != by_code.end()) counts[m] = *found->second;
  }
  return counts;
}

}  // namespace gapmap::places
