// Files of a plan.

#include <algorithm>
#include <utility>

#include "gapmap/engine/detail/reader_files.h"
#include "gapmap/engine/detail/table_files.h"
#include "gapmap/engine/site.h"
#include "gapmap/io/write_file.h"
#include "gapmap/io/write_geopackage.h"
#include "gapmap/io/write_table.h"
#include "gapmap/io/write_workbook.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/page.h"
#include "gapmap/report/area_names.h"
#include "gapmap/report/site_page.h"
#include "gapmap/report/site_sheets.h"
#include "gapmap/report/site_styles.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"
#include "gapmap/units/version.h"

namespace gapmap::engine {
namespace {

constexpr char const* kPlacesAfter = "places.gpkg";

/// Tables that a plan of the job may have, but for the roads, which have no file.
std::vector<std::string> tables_in(job::SiteJob const& job) {
  std::vector<std::string> tables{"plan"};
  if (job.curve > 0) tables.emplace_back("curve");
  if (!job.borders.empty()) tables.emplace_back("borders");
  tables.emplace_back("unserved");
  bool const has_capacities = job.capacities.has_capacities;
  if (has_capacities) tables.insert(tables.end(), {"loads", "assignments"});
  if (job.tables) return tables;
  if (!has_capacities) tables.emplace_back("plan_groups");
  for (auto const* table : {"plan_municipalities", "plan_places", "plan_gaps", "plan_cells"})
    tables.emplace_back(table);
  return tables;
}

/// Files that only a plan on a map has.
bool needs_map(std::string_view file) {
  return file.ends_with(".geojson") || file == kGeoPackage || file == kProject ||
         file == kPlacesAfter;
}

std::vector<std::string> files_of(job::SiteJob const& job) {
  std::vector<std::string> files;
  for (auto const& table : tables_in(job)) {
    for (auto& file : files_of_table(table)) files.push_back(std::move(file));
  }
  for (auto& file : reader_files()) files.push_back(std::move(file));
  files.emplace_back(kPlacesAfter);
  files.emplace_back(io::kRecordFile);
  if (job.tables) std::erase_if(files, needs_map);
  return files;
}

/// Files of every table that some plan has, and what the version before called the workbook. Left
/// over from an earlier plan, they would tell of that.
std::vector<std::string> files_of_all_plans() {
  std::vector<std::string> files{"plan.xlsx", kPlacesAfter, std::string{io::kRecordFile}};
  for (auto const* table :
       {"plan", "curve", "borders", "unserved", "loads", "assignments", "plan_groups",
        "plan_municipalities", "plan_places", "plan_gaps", "plan_cells"}) {
    for (auto& file : files_of_table(table)) files.push_back(std::move(file));
  }
  for (auto& file : reader_files()) files.push_back(std::move(file));
  return files;
}

/// From the lowest layer to the topmost.
std::vector<DrawnTable> drawn_layers(Language language,
                                     std::span<tables::OutputTable const> tables) {
  std::vector<DrawnTable> drawn;
  for (auto const name : report::kPlanLayers) {
    auto const* const table = tables::table_named(tables, name);
    expects(table != nullptr, "a plan on a map has a table for every layer");
    auto style = report::plan_style_of(language, *table);
    expects(style.has_value(), "every layer has a style");
    drawn.push_back({*table, std::move(*style), report::kOfPlan});
  }
  return drawn;
}

/// What a plan is told from, without secrets that addresses and options may have.
class Recorded {
 public:
  explicit Recorded(io::Manifest const& record)
      : options{io::option_texts(io::job_as_recorded(record.job))} {
    for (auto const& input : record.inputs) inputs.push_back(io::as_recorded(input));
  }
  std::vector<std::pair<std::string, std::string>> options;
  std::vector<io::ImportReport> inputs;
};

void write_layers(io::OutputFolder const& folder, SiteScene const& scene,
                  report::ReportedPlan const& plan, io::LayerTables const& places,
                  Progress const& progress) {
  auto const language = scene.job.readers.language;
  io::write_geopackage(folder.staged(kPlacesAfter), places, *scene.map->frame);
  write_drawn_layers(folder, drawn_layers(language, plan.tables), *scene.map->frame, language,
                     report::project_words(language, plan.masthead.full_title_in(language),
                                           plan.about.inputs, plan.about.version),
                     progress);
}

}  // namespace

std::unique_ptr<io::OutputFolder> folder_for(job::SiteJob const& job, Target const& target) {
  auto files = files_of(job);
  std::vector<std::string> others;
  for (auto& file : files_of_all_plans()) {
    if (std::ranges::find(files, file) == files.end()) others.push_back(std::move(file));
  }
  files.insert(files.end(), others.begin(), others.end());
  auto folder =
      std::make_unique<io::OutputFolder>(target.folder, files, target.overwrite, target.inputs);
  for (auto const& file : others) folder->leave_out(file);
  return folder;
}

void deliver(SiteScene const& scene, SiteTables made, io::OutputFolder& folder,
             Listener& listener) {
  Working const working{listener, scene.job.threads};
  auto const language = scene.job.readers.language;
  Recorded const recorded{made.record};
  report::ReportedPlan const plan{.tables = made.tables,
                                  .figures = made.figures,
                                  .names = made.names,
                                  .about = {recorded.options, {}, recorded.inputs, version()},
                                  .masthead = scene.job.readers.masthead,
                                  .language = language};
  listener.stage("write results", [&] {
    report::NamedPlan const named{language, plan};
    auto const& told = named.plan();
    auto const title = told.masthead.full_title_in(language);
    std::vector<Work> works;
    if (scene.map) {
      works.push_back(
          {[&](Progress const& heard) { write_layers(folder, scene, told, {*made.places}, heard); },
           weight_of_layers(made.tables)});
      for (auto& work : writing_tables(made.tables, *scene.map->frame, folder))
        works.push_back(std::move(work));
    } else {
      for (auto const& table : made.tables)
        io::write_csv(folder.staged(table.name + ".csv"), table);
    }
    works.push_back({[&](Progress const&) {
                       io::write_workbook(
                           folder.staged(std::string{kWorkbook}), title,
                           report::site_sheets(language, told),
                           std::string{report::label(language, "text cut for the workbook")});
                       for (auto const each : kLanguages) {
                         report::NamedPlan const in_language{each, plan};
                         io::write_file(folder.staged(report::page_name(each)),
                                        report::site_page(each, in_language.plan()));
                       }
                     },
                     kShapeRow});
    side_by_side(works, listener.watcher());
  });
  made.record.tables = records_of(made.tables);
  made.record.seconds = listener.seconds();
  io::write_manifest(folder.staged(io::kRecordFile), made.record);
  folder.commit();
}

void deliver(SiteScene const& scene, SiteTables made, Target const& target, Listener& listener) {
  auto const folder = folder_for(scene.job, target);
  deliver(scene, std::move(made), *folder, listener);
}

}  // namespace gapmap::engine
