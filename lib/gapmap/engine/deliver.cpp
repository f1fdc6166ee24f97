#include "gapmap/engine/deliver.h"

#include <algorithm>

#include "gapmap/io/manifest.h"
#include "gapmap/engine/delivery.h"
#include "gapmap/engine/results.h"

namespace gapmap::engine {
namespace {

/// Names of the tables that a job has, see tables_of().
std::vector<std::string> tables_in(job::CoverageJob const& job) {
  std::vector<std::string> tables{"municipalities", "classes"};
  auto const add_if = [&](bool is_wanted, char const* table) {
    if (is_wanted) tables.emplace_back(table);
  };
  add_if(!job.zones.layers.empty(), "zones");
  for (auto const* table : {"indicators", "gaps"}) tables.emplace_back(table);
  add_if(!job.requirements.empty(), "requirements");
  add_if(job.remedies.gaps > 0, "remedies");
  for (auto const* table : {"reasons", "sensitivity"}) tables.emplace_back(table);
  add_if(job.accounts.side_by_side, "accounts");
  add_if(job.roads_used, "roads_used");
  tables.emplace_back("places");
  for (auto const* table : {"denominators", "cells"}) tables.emplace_back(table);
  return tables;
}

/// What the version before called remedies.csv would lie beside it as if it were of the same run.
constexpr char const* kFormerRemedies = "cures.csv";

/// What the version before may have left in the folder and, in that of a published run, what other
/// runs and comparisons may have left.
std::vector<std::string> files_of_others(job::CoverageJob const& job) {
  std::vector<std::string> files{kFormerRemedies};
  if (!job.publish_below) return files;
  auto const own = tables_in(job);
  for (std::string const table :
       {"zones", "requirements", "remedies", "accounts", "roads_used", "parts", "changes"}) {
    if (std::ranges::find(own, table) != own.end()) continue;
    for (auto const& file : files_of_table(table)) files.push_back(file);
  }
  return files;
}

/// A run as reports take it. Keeps references to both.
report::ReportedRun reported(CoverageTables const& tables,
                             std::vector<std::pair<std::string, std::string>> const& asked) {
  return {.tables = tables.tables,
          .scale = tables.scale,
          .facts = *tables.record.facts,
          .options = asked,
          .inputs = tables.record.inputs};
}

}  // namespace

std::vector<std::string> coverage_files(job::CoverageJob const& job) {
  auto files = delivered_files();
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
  if (record.publication) {
    for (auto const& table : record.publication->left_out) {
      for (auto const& file : files_of_table(table)) folder.leave_out(file);
    }
  }
  auto const asked = io::option_texts(record.job);
  listener.stage("write results", [&] {
    deliver(folder, made.tables, *made.frame,
            {.language = made.job.readers.language,
             .scale = made.scale,
             .facts = *record.facts,
             .options = asked,
             .inputs = record.inputs,
             .masthead = made.job.readers.masthead},
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
  return report::closing_lines(tables.job.readers.language, reported(tables, asked));
}

std::vector<report::HtmlTable> closing_tables(CoverageTables const& tables) {
  auto const asked = io::option_texts(tables.record.job);
  return report::closing_tables(tables.job.readers.language, reported(tables, asked));
}

}  // namespace gapmap::engine
