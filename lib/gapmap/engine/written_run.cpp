#include "gapmap/engine/written_run.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "gapmap/engine/analyse.h"
#include "gapmap/engine/coverage_tables.h"
#include "gapmap/engine/detail/blame_run.h"
#include "gapmap/engine/detail/run_made_anew.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/read_picture.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/tables/columns.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/version.h"

namespace gapmap::engine {
namespace {

/// The masthead that was asked for; whatever it leaves empty is that of the run or comparison.
template <class Facts>
report::Masthead completed(report::Masthead masthead, Facts const& facts, Listener& listener) {
  // A title asked for now replaces those that the run has for some languages.
  if (masthead.title.empty()) {
    masthead.title = facts.title;
    masthead.titles.insert(facts.titles.begin(), facts.titles.end());
  }
  if (masthead.region.empty()) {
    masthead.region = facts.region;
    masthead.regions.insert(facts.regions.begin(), facts.regions.end());
  }
  if (!masthead.logo.empty() || facts.logo.empty()) return masthead;
  try {
    masthead.logo = io::read_picture(facts.logo);
  } catch (InputError const& error) {
    listener.remark(
        fmt::format("the logo of the run is left out: {}, or give it with `logo`", error.what()));
  }
  return masthead;
}

/// The group that the word names among those that a run or comparison counted. Empty: everybody.
std::string group_in(std::span<tables::OutputTable const> tables, std::string const& folder,
                     std::string const& version, std::string const& word) {
  auto const names = counted_groups(tables);
  if (names.empty()) {
    throw InputError{{folder},
                     fmt::format("gapmap {} wrote it, which counted no groups by limit", version),
                     "run gapmap coverage again"};
  }
  auto const group = job::group_named("for", word, names);
  return group == 0 ? std::string{} : names[group];
}

}  // namespace

std::vector<std::string> counted_groups(std::span<tables::OutputTable const> tables) {
  std::vector<std::string> names;
  auto const* const groups = tables::table_named(tables, "groups");
  if (groups == nullptr) return names;
  tables::ResultRows const rows{*groups};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string name{rows.text(r, "group")};
    if (std::ranges::find(names, name) != names.end()) break;
    names.push_back(std::move(name));
  }
  return names;
}

void check_is_coverage(io::WrittenRun const& run) {
  if (run.command == "coverage") return;
  throw InputError{{run.folder},
                   fmt::format("holds the results of \"gapmap {}\"", run.command),
                   "give those of gapmap coverage"};
}

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

io::WrittenRun make_run(std::string const& job_file, Listener& listener) {
  auto const job = job::coverage_job_of(job_file);
  if (job.publish_below) {
    throw InputError{{job_file},
                     "its small numbers are suppressed (`publish`), so nothing can be counted from "
                     "them",
                     "compare runs without `publish`, or publish the comparison (`publish`)"};
  }
  auto made = [&] {
    auto scene = open(job, listener);
    return tables_of(analyse(job, scene, listener), listener);
  }();
  return as_written(job_file, std::move(made));
}

WrittenComparisonResults read_comparison_results(job::ReportJob const& job, Listener& listener) {
  Working const working{listener};
  WrittenComparisonResults results{.job = job};
  auto& comparison = results.comparison;
  comparison = listener.stage("read results", [&] { return io::read_comparison(job.run); });
  auto& face = comparison.record.face;
  results.frame = blame_run(job.run, [&] {
    return std::make_shared<WorkingFrame const>(job::crs_of("crs", comparison.record.crs));
  });
  if (job.language) face.language = code_of(*job.language);
  if (!job.group.empty()) {
    face.group = group_in(comparison.tables, job.run, comparison.record.version, job.group);
  }
  results.masthead = completed(job.masthead, face, listener);
  results.masthead.usual_title = "comparison";
  return results;
}

WrittenResults read_results(job::ReportJob const& job, Listener& listener) {
  Working const working{listener};
  WrittenResults results{.job = job};
  auto& run = results.run;
  run = listener.stage("read results", [&] { return read_run(job.run, listener); });
  check_is_coverage(run);
  results.frame = blame_run(run.folder, [&] {
    return std::make_shared<WorkingFrame const>(job::crs_of("crs", run.facts.crs));
  });
  results.language =
      job.language.value_or(language_of(run.facts.language).value_or(Language::Finnish));
  results.masthead = completed(job.masthead, run.facts, listener);
  if (!job.group.empty())
    run.facts.group = group_in(run.tables, run.folder, run.version, job.group);
  return results;
}

}  // namespace gapmap::engine
