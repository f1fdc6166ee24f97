#include "gapmap/engine/job_findings.h"

#include <fmt/format.h>

#include "gapmap/io/network_file.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/engine/deliver.h"

namespace gapmap::engine {

using checks::Severity;

checks::Findings check_options(job::CoverageJob const& job, job::CoverageWords const& words,
                               std::size_t places) {
  checks::Findings findings;
  auto const warn = [&](std::string what, std::string advice) {
    findings.push_back({.severity = Severity::Warning,
                        .input = "job",
                        .what = std::move(what),
                        .advice = std::move(advice)});
  };
  auto const& roads = job.travel.roads.source.path;
  bool const is_whole = io::is_osm_file(roads) || io::is_network_file(roads);
  if (!words.margin.empty() && (is_whole || !words.travel.cache.empty()))
    warn("`margin` has no effect: these roads are always read whole", "leave it out");
  if (places > 0 && job.nearest > places) {
    warn(
        fmt::format("`nearest` {} asks for more places than the {} there are", job.nearest, places),
        fmt::format("write at most {}", places));
  }
  if (job.remedies.candidates && job.remedies.gaps == 0)
    warn("`candidates` has no effect with `remedies` 0", "leave one of them out");
  if (words.places.place_x.empty() != words.places.place_y.empty())
    warn("only one of `place-x` and `place-y` is given", "give both");
  if (words.population.x.empty() != words.population.y.empty())
    warn("only one of `population-x` and `population-y` is given", "give both");
  return findings;
}

checks::Findings check_output(job::CoverageJob const& job, job::CoverageWords const& words,
                              JobOutput const& output) {
  if (output.folder.empty()) return {};
  auto const why_not = [&](io::Overwrite overwrite) -> std::optional<ErrorParts> {
    try {
      io::OutputFolder::require_room(output.folder, coverage_files(job), overwrite, output.inputs);
    } catch (InputError const& error) {
      return error.parts();
    }
    return std::nullopt;
  };
  if (auto const refusal = why_not(io::Overwrite::Yes))
    return {{.severity = Severity::Error,
             .input = "job",
             .what = refusal->message(),
             .error = refusal}};
  if (!why_not(words.answer.may_overwrite())) return {};
  return {{.severity = Severity::Note,
           .input = "job",
           .what = fmt::format("{} holds results already", output.folder),
           .advice = "add `overwrite` to replace them, or choose another output folder"}};
}

}  // namespace gapmap::engine
