#include "gapmap/job/official_options.h"

#include "gapmap/job/travel_options.h"

namespace gapmap::job {

void declare_official(Options& o, OfficialWords& w) {
  o.group("Official population");
  o.add({"--population-official", "FILE",
         "Official residents by municipality: denominators.csv compares them with the grid, and "
         "they narrow the ranges of suppressed numbers",
         OptionKind::Path},
        w.population);
  o.add({"--official-year", "YEAR",
         "Which year of it, that of the grid (default: the newest, which narrows nothing)"},
        w.year);
  o.add({"--official-code", "FIELD", "Code of a municipality in it"}, w.code);
  o.add({"--official-residents", "FIELD",
         "Number of residents in it; fields called like the groups of the population are read too"},
        w.residents);
  o.add({"--official-year-field", "FIELD", "Year in it"}, w.year_field);
}

std::optional<io::OfficialInput> understand_official(OfficialWords const& w, Problems& problems) {
  if (w.population.empty()) {
    auto const refuse = [&](char const* option, std::string const& word) {
      if (word.empty()) return;
      problems.check([&] {
        throw UsageError{option, "there is no file that it could be about",
                         "name the file with `population-official`"};
      });
    };
    refuse("official-year", w.year);
    refuse("official-code", w.code);
    refuse("official-residents", w.residents);
    refuse("official-year-field", w.year_field);
    return std::nullopt;
  }
  io::OfficialInput input{source_of(w.population, {}, {}), w.code, w.residents, w.year_field,
                          w.year};
  problems.check([&] { io::check_source(input.source); });
  return input;
}

}  // namespace gapmap::job
