#include "gapmap/job/candidate_options.h"

#include <utility>

namespace gapmap::job {

void declare_candidates(Options& o, PlaceWords& w, CandidateText text) {
  o.add({.flags = "--candidates",
         .placeholder = std::move(text.placeholder),
         .help = std::move(text.help),
         .kind = OptionKind::Path,
         .words = std::move(text.words)},
        w.places);
  o.add({"--candidate-id", "FIELD", "Id of a candidate"}, w.place_id);
  o.add({"--candidate-name", "FIELD", "Name of a candidate"}, w.place_name);
  o.add({"--candidate-x", "FIELD", "East coordinate or longitude of a candidate"}, w.place_x);
  o.add({"--candidate-y", "FIELD", "North coordinate or latitude of a candidate"}, w.place_y);
  o.add({"--candidates-where", "SQL", "Only these candidates"}, w.places_where);
  o.add({"--candidate-crs", "CRS",
         "If the file does not say or says it wrong, and of coordinate fields"},
        w.place_crs);
}

void refuse_candidate_fields(PlaceWords const& w, Problems& problems) {
  problems.check([&] {
    for (auto const& [option, word] :
         {std::pair{"candidate-id", &w.place_id}, std::pair{"candidate-name", &w.place_name},
          std::pair{"candidate-x", &w.place_x}, std::pair{"candidate-y", &w.place_y},
          std::pair{"candidates-where", &w.places_where},
          std::pair{"candidate-crs", &w.place_crs}}) {
      if (!word->empty())
        throw UsageError{option, "is of no use without `candidates`", "add `candidates` FILE"};
    }
  });
}

std::optional<io::PlaceInput> understand_candidates(PlaceWords const& w, Problems& problems) {
  if (!w.places.empty()) return understand_places(w, problems);
  refuse_candidate_fields(w, problems);
  return std::nullopt;
}

}  // namespace gapmap::job
