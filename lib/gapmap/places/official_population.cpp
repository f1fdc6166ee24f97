#include "gapmap/places/official_population.h"

namespace gapmap::places {
namespace {

std::string without_padding(std::string code) {
  auto const point = code.find('.');
  if (point != std::string::npos && code.find_first_not_of('0', point + 1) == std::string::npos) {
    code.resize(point);
  }
  if (code.find_first_not_of("0123456789") != std::string::npos) return code;
  code.erase(0, code.find_first_not_of('0'));
  return code;
}

}  // namespace

OfficialCounts official_counts(OfficialPopulation const& official,
                               Municipalities const& municipalities) {
  std::map<std::string, OfficialCount const*> by_code;
  for (auto const& [code, count] : official.by_code) by_code[without_padding(code)] = &count;
  OfficialCounts counts{municipalities.size()};
  for (auto const m : municipalities.ids()) {
    auto const found = by_code.find(without_padding(municipalities[m].code));
    if (found != by_code.end()) counts[m] = *found->second;
  }
  return counts;
}

}  // namespace gapmap::places
