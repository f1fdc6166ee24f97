#include "gapmap/job/remedy_options.h"

#include <fmt/format.h>

#include "gapmap/units/parse_quantity.h"
#include "gapmap/job/candidate_options.h"

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
  declare_candidates(o, w.candidates,
                     {.placeholder = "FILE",
                      .help = "Points or polygons where a place might come, such as villages "
                              "(default: the centres of the gap's own cells)"});
}

RemedyQuestion understand_remedies(RemedyWords const& w, Problems& problems) {
  RemedyQuestion question;
  problems.check([&] { question.gaps = gaps_of(w.gaps); });
  question.candidates = understand_candidates(w.candidates, problems);
  return question;
}

}  // namespace gapmap::job
