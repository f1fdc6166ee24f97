#include "gapmap/engine/deliver.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <utility>

#include "gapmap/engine/detail/blame_run.h"
#include "gapmap/engine/detail/change_files.h"
#include "gapmap/engine/detail/reader_files.h"
#include "gapmap/engine/detail/run_files.h"
#include "gapmap/engine/detail/table_files.h"
#include "gapmap/io/comparison_record.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/source.h"
#include "gapmap/report/area_names.h"
#include "gapmap/report/change_lines.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/side_by_side.h"

namespace gapmap::engine {
namespace {

/// Names of the tables that tables_of() may make for the job; of groups if the data have any.
std::vector<std::string> tables_in(job::CoverageJob const& job) {
  std::vector<std::string> tables{"municipalities", "classes", "groups"};
  auto const add_if = [&](bool is_wanted, char const* table) {
    if (is_wanted) tables.emplace_back(table);
  };
  add_if(!job.zones.layers.empty(), "zones");
  for (auto const* table : {"indicators", "gaps"}) tables.emplace_back(table);
  add_if(job.spread.is_wanted && !job.further_limits.empty() && !job.publish_below, "bands");
  add_if(!job.requirements.empty(), "requirements");
  for (auto const* table : {"remedies", "joint_remedies"}) add_if(job.remedies.gaps > 0, table);
  for (auto const* table : {"reasons", "sensitivity"}) tables.emplace_back(table);
  add_if(job.accounts.side_by_side, "accounts");
  add_if(job.roads_used, "roads_used");
  tables.emplace_back("places");
  for (auto const* table : {"denominators", "outside_groups", "cells"}) tables.emplace_back(table);
  return tables;
}

/// What the version before called remedies.csv. Left beside the new file, it would seem to be of
/// the same run.
constexpr char const* kFormerRemedies = "cures.csv";

/// Files that the version before may have left in the folder. In the folder of a published run also
/// those that other runs and comparisons may have left.
std::vector<std::string> files_of_others(job::CoverageJob const& job) {
  std::vector<std::string> files{kFormerRemedies};
  if (!job.publish_below) return files;
  auto const own = tables_in(job);
  for (std::string const table : {"zones", "requirements", "remedies", "joint_remedies", "accounts",
                                  "roads_used", "bands", "parts", "changes"}) {
    if (std::ranges::find(own, table) != own.end()) continue;
    for (auto const& file : files_of_table(table)) files.push_back(file);
  }
  return files;
}

/// The run as reports take it, with references to both parameters.
report::ReportedRun reported(CoverageTables const& tables,
                             std::vector<std::pair<std::string, std::string>> const& asked) {
  return {.tables = tables.tables,
          .scale = tables.scale,
          .facts = *tables.record.facts,
          .options = asked,
          .inputs = tables.record.inputs,
          .masthead = tables.job.readers.masthead};
}

/// All tables that a comparison may have.
constexpr std::array kChangeTables{"municipalities", "parts",        "group_parts", "changes",
                                   "places",         "place_groups", "groups",      "cells"};

/// All tables that a coverage run may have.
constexpr std::array kRunTables{
    "municipalities", "classes",        "groups",  "zones",        "indicators", "gaps",
    "requirements",   "remedies",       "reasons", "sensitivity",  "accounts",   "roads_used",
    "joint_remedies", "outside_groups", "places",  "denominators", "bands",      "cells"};

/// Files of every table, even of those that a comparison does not have: left over from an earlier
/// one, they would tell of other runs.
std::vector<std::string> comparison_files() {
  auto files = reader_files();
  for (auto const* table : kChangeTables) {
    for (auto const& file : files_of_table(table)) files.push_back(file);
  }
  files.emplace_back(io::kRecordFile);
  return files;
}

/// Files of tables that a coverage run may have left in the folder of a comparison that is
/// published: they may tell the numbers that it hides.
std::vector<std::string> files_of_runs() {
  std::vector<std::string> files{kFormerRemedies};
  for (auto const* table : kRunTables) {
    if (std::ranges::find(kChangeTables, std::string_view{table}) != kChangeTables.end()) continue;
    for (auto const& file : files_of_table(table)) files.push_back(file);
  }
  return files;
}

/// All files that the two runs were made of.
std::vector<std::string> inputs_of(io::ComparisonRecord const& record) {
  std::vector<std::string> paths;
  for (auto const* run : {&record.before, &record.after}) {
    for (auto const& input : run->inputs) {
      for (auto const& file : input.files) paths.push_back(file.path);
    }
  }
  return paths;
}

/// The target with the folder of the run if it has none. The run may have its own files anew, even
/// those that are read of it.
Target target_of(job::ReportJob const& job, Target target) {
  if (target.folder.empty()) target.folder = job.run;
  std::erase(target.inputs, io::parse_source(job.run).path);
  return target;
}

/// Where the runs go that are published with a comparison, beside its own files.
std::array<Target, 2> targets_of_runs(Target const& target) {
  auto before = target;
  auto after = target;
  before.folder = (std::filesystem::path{target.folder} / "before").string();
  after.folder = (std::filesystem::path{target.folder} / "after").string();
  return {before, after};
}

}  // namespace

std::vector<std::string> coverage_files(job::CoverageJob const& job) {
  auto files = reader_files();
  for (auto const& table : tables_in(job)) {
    for (auto const& file : files_of_table(table)) files.push_back(file);
  }
  files.emplace_back(io::kRecordFile);
  for (auto const& file : files_of_others(job)) files.push_back(file);
  return files;
}

std::unique_ptr<io::OutputFolder> folder_for(job::CoverageJob const& job, Target const& target) {
  auto folder = std::make_unique<io::OutputFolder>(target.folder, coverage_files(job),
                                                   target.overwrite, target.inputs);
  for (auto const& file : files_of_others(job)) folder->leave_out(file);
  return folder;
}

std::vector<std::string> deliver(CoverageTables made, io::OutputFolder& folder,
                                 Listener& listener) {
  Working const working{listener, made.job.threads};
  auto& record = made.record;
  for (auto const& table : tables_in(made.job)) {
    if (tables::table_named(made.tables, table) != nullptr) continue;
    for (auto const& file : files_of_table(table)) folder.leave_out(file);
  }
  auto const asked = io::option_texts(record.job);
  listener.stage("write results", [&] {
    write_run_files(folder, *made.frame, {made.job.readers.language, reported(made, asked)},
                    writing_tables(made.tables, *made.frame, folder), listener.watcher());
  });
  record.tables = records_of(made.tables);
  record.seconds = listener.seconds();
  io::write_manifest(folder.staged(io::kRecordFile), record);
  folder.commit();
  return folder.final_paths();
}

std::vector<std::string> deliver(CoverageTables tables, Target const& target, Listener& listener) {
  auto const folder = folder_for(tables.job, target);
  return deliver(std::move(tables), *folder, listener);
}

std::vector<report::ClosingLine> closing_lines(CoverageTables const& tables) {
  auto const asked = io::option_texts(tables.record.job);
  auto const language = tables.job.readers.language;
  report::NamedRun const named{language, reported(tables, asked)};
  return report::closing_lines(language, named.run());
}

std::vector<report::HtmlTable> closing_tables(CoverageTables const& tables) {
  auto const asked = io::option_texts(tables.record.job);
  auto const language = tables.job.readers.language;
  report::NamedRun const named{language, reported(tables, asked)};
  return report::closing_tables(language, named.run());
}

std::unique_ptr<io::OutputFolder> folder_for(job::ComparisonJob const& job, Target const& target) {
  std::vector<std::string> written{target.folder};
  if (job.publish_below) {
    for (auto const& of_run : targets_of_runs(target)) written.push_back(of_run.folder);
  }
  for (auto const& run : {job.before, job.after}) {
    for (auto const& folder : written) {
      std::error_code error;  // a folder that is not there yet is none of the runs
      if (!std::filesystem::equivalent(folder, run, error)) continue;
      throw UsageError{"output", fmt::format("\"{}\" is one of the runs compared", folder),
                       "choose another output folder"};
    }
  }
  if (job.publish_below) {
    for (auto const& [folder, overwrite, inputs] : targets_of_runs(target))
      io::OutputFolder::require_room(folder, {std::string{io::kRecordFile}}, overwrite, inputs);
  }
  auto files = comparison_files();
  auto const others = job.publish_below ? files_of_runs() : std::vector<std::string>{};
  files.insert(files.end(), others.begin(), others.end());
  auto folder =
      std::make_unique<io::OutputFolder>(target.folder, files, target.overwrite, target.inputs);
  for (auto const& file : others) folder->leave_out(file);
  return folder;
}

std::vector<std::string> deliver(ComparisonTables made, io::OutputFolder& folder,
                                 Listener& listener) {
  Working const working{listener};
  folder.keep(inputs_of(made.record));
  for (auto const* name : kChangeTables) {
    if (tables::table_named(made.tables, name) != nullptr) continue;
    for (auto const& file : files_of_table(name)) folder.leave_out(file);
  }
  listener.stage("write results", [&] {
    auto works = writing_tables(made.tables, *made.frame, folder);
    works.push_back({[&](Progress const& told) {
                       write_change_files(folder, *made.frame, made.job.readers.language,
                                          {made.tables, made.record, made.job.readers.masthead},
                                          told);
                     },
                     weight_of_layers(made.tables)});
    side_by_side(works, listener.watcher());
  });
  made.record.tables = records_of(made.tables);
  made.record.seconds = listener.seconds();
  io::write_comparison_record(folder.staged(io::kRecordFile), made.record);
  folder.commit();
  return folder.final_paths();
}

std::vector<std::string> deliver_runs(ComparisonTables& made, Target const& target,
                                      Listener& listener) {
  std::vector<std::string> paths;
  auto runs = std::exchange(made.runs, {});
  auto kept = target;
  for (auto& path : inputs_of(made.record)) kept.inputs.push_back(std::move(path));
  for (std::size_t r = 0; r < runs.size(); ++r) {
    auto of_run = deliver(std::move(runs[r]), targets_of_runs(kept)[r], listener);
    std::ranges::move(of_run, std::back_inserter(paths));
  }
  return paths;
}

std::vector<std::string> deliver(ComparisonTables tables, Target const& target,
                                 Listener& listener) {
  auto const folder = folder_for(tables.job, target);
  auto of_runs = deliver_runs(tables, target, listener);
  auto paths = deliver(std::move(tables), *folder, listener);
  std::ranges::move(of_runs, std::back_inserter(paths));
  return paths;
}

std::vector<report::ClosingLine> closing_lines(ComparisonTables const& tables) {
  auto const language = tables.job.readers.language;
  report::NamedComparison const named{language, {tables.tables, tables.record}};
  return report::change_lines(language, named.comparison());
}

void require_room(job::ReportJob const& job, Target const& target) {
  auto const own = target_of(job, target);
  io::OutputFolder::require_room(own.folder, reader_files(), own.overwrite, own.inputs);
}

std::vector<std::string> deliver(WrittenResults const& results, Target const& target,
                                 Listener& listener) {
  Working const working{listener};
  auto const own = target_of(results.job, target);
  io::OutputFolder folder{own.folder, reader_files(), own.overwrite, own.inputs};
  auto const& run = results.run;
  listener.stage("write report", [&] {
    blame_run(run.folder, [&] {
      write_run_files(folder, *results.frame,
                      {results.language,
                       {.tables = run.tables,
                        .scale = {run.facts.is_time, run.facts.limit, run.facts.class_bounds},
                        .facts = run.facts,
                        .options = run.options,
                        .inputs = run.inputs,
                        .masthead = results.masthead,
                        .version = run.version}},
                      {}, listener.watcher());
    });
  });
  folder.commit();
  return folder.final_paths();
}

std::vector<std::string> deliver(WrittenComparisonResults const& results, Target const& target,
                                 Listener& listener) {
  Working const working{listener};
  auto const own = target_of(results.job, target);
  io::OutputFolder folder{own.folder, reader_files(), own.overwrite, own.inputs};
  auto const& written = results.comparison;
  auto const& record = written.record;
  listener.stage("write report", [&] {
    blame_run(written.folder, [&] {
      auto const language = language_of(record.face.language).value_or(Language::Finnish);
      write_change_files(folder, *results.frame, language,
                         {written.tables, record, results.masthead}, listener.watcher());
    });
  });
  folder.commit();
  return folder.final_paths();
}

}  // namespace gapmap::engine
