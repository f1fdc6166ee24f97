#include "gapmap/places/official_population.h"

#include "gapmap/places/codes.h"
#include "gapmap/places/spelling.h"

namespace gapmap::places {
OfficialCounts official_counts(OfficialPopulation const& official,
                               Municipalities const& municipalities) {
  std::map<std::string, OfficialCount const*> by_code;
  std::map<std::string, OfficialCount const*> by_name;
  for (auto const& [code, count] : official.by_code) {
    by_code[bare_code(code)] = &count;
    by_name[spelling_key(code)] = &count;
  }
  OfficialCounts counts{municipalities.size()};
  for (auto const m : municipalities.ids()) {
    auto const found = by_code.find(bare_code(municipalities[m].code));
    if (found != by_code.end()) {
      counts[m] = *found->second;
    } else if (auto const named = by_name.find(spelling_key(municipalities[m].name));
               named != by_name.end()) {
      counts[m] = *named->second;
    }
  }
  return counts;
}

}  // namespace gapmap::places
