#include "gapmap/job/answer_options.h"

#include <fmt/format.h>

#include "gapmap/job/travel_options.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {

void declare_answer(Options& o, AnswerWords& w, std::string const& placeholder,
                    std::string const& help) {
  using enum OptionKind;
  o.group("The answer");
  o.add({"-o,--output", placeholder, help, Path, Need::Required}, w.output);
  o.add({"--overwrite", "", "Replace results that are there already", Flag}, w.overwrite);
  o.add({"--crs", "CRS", "Working CRS, projected in metres"}, w.crs);
  o.add({"--allow-remote", "",
         "Read inputs from other computers and databases (https://…, WFS:…, PG:…); in no job file",
         Flag},
        w.allow_remote);
  o.refuse_in_job(
      "allow-remote",
      "is no key of a job file, which may come from anybody; write `allow-remote` behind "
      "the command if its inputs may be fetched");
  o.add({"--threads", "N",
         "How many threads work at most (default: as many as the computer has); results do not "
         "depend on it",
         Number},
        w.threads);
  declare_verbosity(o, w);
}

void declare_verbosity(Options& o, AnswerWords& w) {
  using enum OptionKind;
  o.add({"--quiet", "", "No remarks", Flag}, w.quiet);
  o.add({"--verbose", "", "Also say how long each stage took", Flag}, w.verbose);
}

Answer understand_answer(AnswerWords const& w, Problems& problems) {
  Answer answer;
  problems.check([&] { answer.threads = threads_of(w); });
  problems.check([&] {
    static_cast<void>(working_frame(w));
    answer.crs = w.crs;
  });
  return answer;
}

unsigned threads_of(AnswerWords const& words) {
  if (words.threads.empty()) return 0;
  constexpr std::size_t kMost = 100'000;
  if (auto const threads = parse_whole(words.threads); threads && *threads <= kMost)
    return static_cast<unsigned>(*threads);
  throw UsageError{"threads", fmt::format("\"{}\" is no number of threads", words.threads),
                   "write a whole number, 0 for all"};
}

WorkingFrame working_frame(AnswerWords const& words) {
  return WorkingFrame{crs_of("crs", words.crs)};
}

}  // namespace gapmap::job
