#include "gapmap/job/site_capacity_options.h"

#include <fmt/format.h>

#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {
namespace {

CapacityOf capacity_of(std::string const& option, std::string const& word, Problems& problems) {
  auto const number = parse_number(word);
  if (!number) return {.field = word};
  problems.check([&] {
    if (*number < 0)
      throw UsageError{option, fmt::format("\"{}\" is no capacity", word),
                       "name a field, or write a number, 0 or more"};
  });
  return {.number = number};
}

}  // namespace

void declare_site_capacities(Options& o, SiteCapacityWords& w) {
  o.add({"--candidate-capacity", "FIELD|NUMBER",
         "How many residents a candidate can serve: a field, or one number for all; places that "
         "exist serve no more than --place-capacity either (default: no place is ever full)"},
        w.candidate_capacity);
  o.add({"--split", "",
         "Where places may be full, residents of one cell may have several (default: all of them "
         "have one)",
         OptionKind::Flag},
        w.split);
}

SiteCapacityChoice understand_site_capacities(SiteCapacityWords const& w, PlaceWords const& places,
                                              Problems& problems) {
  SiteCapacityChoice choice{.has_capacities = !w.candidate_capacity.empty(),
                            .is_split = !w.split.empty()};
  choice.candidates = capacity_of("candidate-capacity", w.candidate_capacity, problems);
  choice.places = capacity_of("place-capacity", places.service.capacity, problems);
  problems.check([&] {
    if (choice.has_capacities) return;
    auto const* const option = choice.is_split        ? "split"
                               : choice.places.number ? "place-capacity"
                                                      : nullptr;
    if (option == nullptr) return;
    throw UsageError{option, "is of no use where no place is ever full",
                     "say how much candidates can serve with `candidate-capacity`"};
  });
  return choice;
}

}  // namespace gapmap::job
