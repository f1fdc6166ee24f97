#pragma once
// What planners take with them: the results as one styled GeoPackage, one workbook and
// reports.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/io/read_run.h"
#include "gapmap/report/language.h"
#include "gapmap/report/masthead.h"
#include "gapmap/report/styles.h"
#include "gapmap/units/quantity.h"
#include "gapmap/units/version.h"
#include "gapmap/units/side_by_side.h"
#include "gapmap/job/class_options.h"

namespace gapmap::engine {

struct Delivery {
  Language language = Language::Finnish;
  tables::CostScale scale;
  io::RunFacts const& facts;
  std::span<std::pair<std::string, std::string> const> options;  ///< of the run, as text
  std::span<io::ImportReport const> inputs;
  report::Masthead masthead = {};
  std::string_view version = gapmap::version();  ///< of the gapmap that computed the tables
};

template <CostType Cost>
[[nodiscard]] tables::CostScale scale_of(Cost limit, job::ClassBounds const& classes);

inline constexpr std::string_view kGeoPackage = io::kShapeFile;
inline constexpr std::string_view kWorkbook = "gapmap.xlsx";
inline constexpr std::string_view kProject = "gapmap.qgs";

/// Tables that have shapes, as layers of a GeoPackage with their styles, and a QGIS project that
/// opens them in order. Throws InputError if one cannot be written.
void write_layers(io::OutputFolder const& folder, std::span<tables::OutputTable const> tables,
                  WorkingFrame const& frame, Delivery const& delivery, Progress const& progress);

/// A table and how its layer looks.
struct DrawnTable {
  std::reference_wrapper<tables::OutputTable const> table;
  report::LayerStyle style;
};

/// The same of tables with any styles, from the lowest to the topmost. `title` is that of the
/// project.
void write_drawn(io::OutputFolder const& folder, std::vector<DrawnTable> const& tables,
                 WorkingFrame const& frame, Language language, std::string const& title,
                 Progress const& progress);

/// The report in every language, as files of the folder. Throws InputError if one cannot be
/// written.
void write_reports(io::OutputFolder const& folder, std::span<tables::OutputTable const> tables,
                   Delivery const& delivery);

/// A summary, every table but that of cells as a sheet, classes also in wide ones with charts, then
/// the remarks on the inputs and what was run.
void write_sheets(std::string const& path, std::span<tables::OutputTable const> tables,
                  Delivery const& delivery);

/// Names of all that deliver() writes.
[[nodiscard]] std::vector<std::string> delivered_files();

/// Layers, project, workbook and reports of a run, into the folder, side by side with `further`
/// works. Throws InputError if a file cannot be written, of several the same whatever the threads
/// did. Requires: the tables of gapmap coverage, as io::as_written() makes them.
void deliver(io::OutputFolder const& folder, std::span<tables::OutputTable const> tables,
             WorkingFrame const& frame, Delivery delivery, std::vector<Work> further = {},
             Progress const& progress = {});

}  // namespace gapmap::engine
