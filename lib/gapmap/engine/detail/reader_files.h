#pragma once
// The files that readers open, of a run and of a comparison alike: a GeoPackage of styled layers, a
// QGIS project that opens them, a workbook and a report in every language.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/read_run.h"
#include "gapmap/io/write_geopackage.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/language.h"
#include "gapmap/report/print_layout.h"
#include "gapmap/report/styles.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/units/progress.h"

namespace gapmap::engine {

inline constexpr std::string_view kGeoPackage = io::kShapeFile;
inline constexpr std::string_view kProject = "gapmap.qgs";
inline constexpr std::string_view kWorkbook = "gapmap.xlsx";

/// Names of all of them.
[[nodiscard]] std::vector<std::string> reader_files();

/// A table and how its layer looks.
struct DrawnTable {
  std::reference_wrapper<tables::OutputTable const> table;
  report::LayerStyle style;
  report::RunWords words = {};  ///< of a comparison
  /// Looks that the project offers of the layer, the first topmost and none of them shown at first;
  /// empty: the layer as it is.
  std::vector<report::LayerView> views = {};
};

/// Titles and descriptions of the columns of a layer, with units as stored. `declared_as`: the name
/// under which the table is declared where that is not its own, see tables::is_of_run(). `words`:
/// of compared runs.
[[nodiscard]] std::vector<io::ColumnTitle> column_titles(Language language,
                                                         tables::OutputTable const& table,
                                                         std::string_view declared_as = {},
                                                         report::RunWords const& words = {});

/// Writes GeoPackage and project. `tables` go from the lowest layer to the topmost. Throws
/// InputError if a file cannot be written. Requires: the folder knows both files.
void write_drawn_layers(io::OutputFolder const& folder, std::vector<DrawnTable> const& tables,
                        WorkingFrame const& frame, Language language,
                        report::ProjectWords const& words, Progress const& progress);

}  // namespace gapmap::engine
