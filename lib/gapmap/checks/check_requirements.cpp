#include "gapmap/checks/check_requirements.h"

#include <fmt/format.h>

namespace gapmap::checks {

Findings check_requirements(std::vector<Requirement> const& requirements,
                            std::vector<IdVector<PlaceId, char>> const& selected,
                            IdVector<PlaceId, Attachment> const& places) {
  Findings findings;
  std::size_t selections = 0;
  for (auto const& requirement : requirements) {
    auto const* const counts = requirement.where.empty() ? nullptr : &selected.at(selections++);
    std::size_t usable = 0;
    for (auto const f : places.ids()) {
      if (places[f].is_attached() && (counts == nullptr || (*counts)[f] != 0)) ++usable;
    }
    if (usable >= requirement.at_least) continue;
    findings.push_back({.severity = Severity::Warning,
                        .input = "job",
                        .what = fmt::format("requirement {} asks for {} places, but only {} of "
                                            "those it selects {} near a road: nobody can have it",
                                            requirement.name, requirement.at_least, usable,
                                            usable == 1 ? "is" : "are"),
                        .advice = "lower at_least, or select more places with where"});
  }
  return findings;
}

}  // namespace gapmap::checks
