#include "gapmap/engine/written_run.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "gapmap/engine/detail/blame_run.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/read_picture.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/tables/columns.h"

namespace gapmap::engine {
namespace {

/// The masthead that was asked for; whatever it leaves empty is that of the run.
report::Masthead completed(report::Masthead masthead, io::RunFacts const& facts,
                           Listener& listener) {
  if (masthead.title.empty()) masthead.title = facts.title;
  if (masthead.region.empty()) masthead.region = facts.region;
  masthead.titles.insert(facts.titles.begin(), facts.titles.end());
  masthead.regions.insert(facts.regions.begin(), facts.regions.end());
  if (!masthead.logo.empty() || facts.logo.empty()) return masthead;
  try {
    masthead.logo = io::read_picture(facts.logo);
  } catch (InputError const& error) {
    listener.remark(
        fmt::format("the logo of the run is left out: {}, or give it with `logo`", error.what()));
  }
  return masthead;
}

void check_is_coverage(io::WrittenRun const& run) {
  if (run.command == "coverage") return;
  throw InputError{{run.folder},
                   fmt::format("holds the results of \"gapmap {}\"", run.command),
                   "give those of gapmap coverage"};
}

}  // namespace

io::WrittenRun read_run(std::string const& folder, Listener& listener) {
  auto run = io::read_run(folder);
  std::set<std::string> former;
  auto const rename = [&](std::string& name) {
    std::string now{tables::current_name(name)};
    if (now == name) return;
    former.insert(fmt::format("{} → {}", name, now));
    name = std::move(now);
  };
  for (auto& table : run.tables) {
    rename(table.name);
    for (auto& column : table.columns) rename(column.name);
  }
  if (run.command == "coverage") {
    run.job = job::as_called_now(run.job);
    run.options = io::option_texts(run.job);
  }
  if (!former.empty()) {
    listener.remark(fmt::format(
        "{}: gapmap {} wrote it, which called tables and columns otherwise: {}; the next version "
        "will not read it",
        folder, run.version, fmt::join(former, ", ")));
  }
  return run;
}

WrittenResults read_results(job::ReportJob const& job, Listener& listener) {
  Working const working{listener};
  WrittenResults results{.job = job};
  auto& run = results.run;
  run = listener.stage("read results", [&] { return read_run(job.run, listener); });
  check_is_coverage(run);
  results.frame = blame_run(
      run, [&] { return std::make_shared<WorkingFrame const>(job::crs_of("crs", run.facts.crs)); });
  results.language =
      job.language.value_or(language_of(run.facts.language).value_or(Language::Finnish));
  results.masthead = completed(job.masthead, run.facts, listener);
  return results;
}

}  // namespace gapmap::engine
