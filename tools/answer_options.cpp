#include "tools/answer_options.h"

#include <fmt/format.h>

#include "gapmap/io/remote.h"
#include "tools/travel_options.h"

namespace gapmap::tools {

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
      "is no key of a job file, which may come from anybody; write --allow-remote behind "
      "the command if its inputs may be fetched");
  o.add({"--quiet", "", "No remarks", Flag}, w.quiet);
  o.add({"--verbose", "", "Also say how long each stage took", Flag}, w.verbose);
}

void listen(AnswerWords const& words, Console& console) {
  io::set_remote(words.allow_remote.empty() ? io::Remote::Refused : io::Remote::Allowed);
  if (!words.quiet.empty()) console.set_verbosity(Verbosity::Quiet);
  if (!words.verbose.empty()) console.set_verbosity(Verbosity::Verbose);
}

void tell_outcome(io::OutputFolder const& folder, Console& console) {
  for (auto const& [stage, seconds] : console.seconds())
    console.detail(fmt::format("{:>8.3f} s  {}", seconds, stage));
  console.files(folder.final_paths());
}

WorkingFrame working_frame(AnswerWords const& words) {
  return WorkingFrame{crs_of("--crs", words.crs)};
}

}  // namespace gapmap::tools
