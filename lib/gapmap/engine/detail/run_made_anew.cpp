#include "gapmap/engine/detail/run_made_anew.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>
#include <vector>

#include "gapmap/engine/analyse.h"
#include "gapmap/engine/detail/blame_run.h"
#include "gapmap/engine/detail/differences.h"
#include "gapmap/engine/written_run.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/job/travel_options.h"
#include "gapmap/units/error.h"
#include "gapmap/units/version.h"

namespace gapmap::engine {
namespace {

/// The job as if it had asked to be published itself: what such a job may not ask for is refused,
/// and what it chooses by itself, such as the order of gaps, tells nothing of hidden numbers.
job::CoverageJob published_job(std::vector<job::JobEntry> entries, double below,
                               std::string const& file = {}) {
  std::erase_if(entries, [](job::JobEntry const& entry) {
    return entry.option == "publish" || entry.option == "publish-below";
  });
  entries.push_back({"publish", "publish", {"true"}, false, 0});
  entries.push_back({"publish-below", "publish-below", {fmt::format("{}", below)}, false, 0});
  return job::coverage_job(entries, file);
}

/// The job of the run in a folder, whose inputs are still as they were.
std::vector<job::JobEntry> job_in(std::string const& folder, Listener& listener) {
  auto const run = listener.stage("read runs", [&] { return read_run(folder, listener); });
  check_is_coverage(run);
  return blame_run(folder, [&] {
    WorkingFrame const frame{job::crs_of("crs", run.facts.crs)};
    auto changed = listener.stage("check inputs", [&] { return what_changed_since(run, frame); });
    if (!changed.empty()) {
      throw InputError{
          {folder}, std::move(changed), "run gapmap coverage again, or give its job file"};
    }
    return job::read_job_object(run.job);
  });
}

}  // namespace

bool is_job_file(std::string const& given) {
  return !std::filesystem::is_directory(given) &&
         (std::filesystem::is_regular_file(given) || given.ends_with(".toml"));
}

UnpublishedRun make_unpublished(std::string const& given, double below, Listener& listener) {
  auto const job = is_job_file(given) ? published_job(job::read_job_file(given), below, given)
                                      : published_job(job_in(given, listener), below);
  auto scene = open(job, listener);
  return unpublished_tables_of(analyse(job, scene, listener), listener);
}

io::WrittenRun as_written(std::string const& given, UnpublishedRun const& run) {
  auto written = as_written(given, run.made);
  written.facts.published_below.reset();
  return written;
}

io::WrittenRun as_written(std::string const& given, CoverageTables made) {
  auto& record = made.record;
  io::WrittenRun run{.folder = given,
                     .command = record.command,
                     .version = std::string{version()},
                     .working_crs = record.working_crs,
                     .job = io::job_as_recorded(record.job),
                     .facts = std::move(*record.facts),
                     .options = {},
                     .inputs = {},
                     .tables = std::move(made.tables)};
  run.options = io::option_texts(run.job);
  for (auto& input : record.inputs) run.inputs.push_back(io::as_recorded(std::move(input)));
  return run;
}

}  // namespace gapmap::engine
