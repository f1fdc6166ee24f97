#include "gapmap/job/remedy_options.h"

#include <fmt/format.h>

#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {
namespace {

std::size_t gaps_of(std::string const& word) {
  if (auto const gaps = parse_whole(word)) return *gaps;
  throw UsageError{"remedies", fmt::format("\"{}\" is no number of gaps", word),
                   "write a whole number, 0 for none"};
}

}  // namespace

void declare_remedies(Options& o, RemedyWords& w) {
  o.group("Remedies");
  o.add({"--remedies", "N",
         "For each of the N largest gaps: where a further place would cover most of it, and how "
         "much longer the limit must be to cover half of it; 0: none",
         OptionKind::Number, Need::Optional, "cures"},
        w.gaps);
  auto& candidates = w.candidates;
  o.add({"--candidates", "FILE",
         "Points or polygons where a place might come, such as villages (default: the centres of "
         "the gap's own cells)",
         OptionKind::Path},
        candidates.places);
  o.add({"--candidate-id", "FIELD", "Id of a candidate"}, candidates.place_id);
  o.add({"--candidate-name", "FIELD", "Name of a candidate"}, candidates.place_name);
  o.add({"--candidate-x", "FIELD", "East coordinate or longitude of a candidate"},
        candidates.place_x);
  o.add({"--candidate-y", "FIELD", "North coordinate or latitude of a candidate"},
        candidates.place_y);
  o.add({"--candidates-where", "SQL", "Only these candidates"}, candidates.places_where);
  o.add({"--candidate-crs", "CRS",
         "If the file does not say or says it wrong, and of coordinate fields"},
        candidates.place_crs);
}

RemedyQuestion understand_remedies(RemedyWords const& w, Problems& problems) {
  RemedyQuestion question;
  problems.check([&] { question.gaps = gaps_of(w.gaps); });
  if (w.candidates.places.empty()) {
    problems.check([&] {
      for (auto const& [option, word] : {std::pair{"candidate-id", &w.candidates.place_id},
                                         std::pair{"candidate-name", &w.candidates.place_name},
                                         std::pair{"candidate-x", &w.candidates.place_x},
                                         std::pair{"candidate-y", &w.candidates.place_y},
                                         std::pair{"candidates-where", &w.candidates.places_where},
                                         std::pair{"candidate-crs", &w.candidates.place_crs}}) {
        if (!word->empty())
          throw UsageError{option, "is of no use without `candidates`", "add `candidates` FILE"};
      }
    });
  } else {
    question.candidates = understand_places(w.candidates, problems);
  }
  return question;
}

}  // namespace gapmap::job
