#include "gapmap/engine/coverage_files.h"

#include <algorithm>

#include "gapmap/io/manifest.h"
#include "gapmap/engine/delivery.h"
#include "gapmap/engine/results.h"

namespace gapmap::engine {
namespace {

/// Names of the tables that a job has, see tabulate().
std::vector<std::string> tables_of(job::CoverageJob const& job) {
  std::vector<std::string> tables{"municipalities", "classes"};
  auto const add_if = [&](bool is_wanted, char const* table) {
    if (is_wanted) tables.emplace_back(table);
  };
  add_if(!job.zones.layers.empty(), "zones");
  for (auto const* table : {"indicators", "gaps"}) tables.emplace_back(table);
  add_if(!job.requirements.empty(), "requirements");
  add_if(job.cures.gaps > 0, "cures");
  for (auto const* table : {"reasons", "sensitivity"}) tables.emplace_back(table);
  add_if(job.accounts.side_by_side, "accounts");
  add_if(job.roads_used, "roads_used");
  tables.emplace_back("places");
  for (auto const* table : {"denominators", "cells"}) tables.emplace_back(table);
  return tables;
}

}  // namespace

std::vector<std::string> coverage_files(job::CoverageJob const& job) {
  auto files = delivered_files();
  for (auto const& table : tables_of(job)) {
    for (auto const& file : files_of_table(table)) files.push_back(file);
  }
  files.emplace_back(io::kRecordFile);
  for (auto const& file : files_of_others(job)) files.push_back(file);
  return files;
}

std::vector<std::string> files_of_others(job::CoverageJob const& job) {
  std::vector<std::string> files;
  if (!job.publish_below) return files;
  auto const own = tables_of(job);
  for (std::string const table :
       {"zones", "requirements", "cures", "accounts", "roads_used", "parts", "changes"}) {
    if (std::ranges::find(own, table) != own.end()) continue;
    for (auto const& file : files_of_table(table)) files.push_back(file);
  }
  return files;
}

}  // namespace gapmap::engine
