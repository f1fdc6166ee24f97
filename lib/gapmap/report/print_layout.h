#pragma once
// A map of a QGIS project as it is printed: A4 with title, legend, scale, north and sources.

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "gapmap/geometry/point.h"
#include "gapmap/io/import_report.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// What a project says besides its layers.
struct ProjectWords {
  std::string title;
  std::string layout;   ///< name of the printed map in QGIS: "Kartta A4"
  std::string sources;  ///< what stands below the printed map
};

/// Returns the words of the project of a run or comparison of these inputs. `version`: of gapmap.
[[nodiscard]] ProjectWords project_words(Language language, std::string title,
                                         std::span<io::ImportReport const> inputs,
                                         std::string_view version);

/// Returns the element of a project that holds its printed map, landscape or portrait, whichever
/// shows the map larger. `legend` is the tree of the layers in the legend; `extent` must be on the
/// map.
/// Requires: the extent is no point.
[[nodiscard]] std::string print_layout(ProjectWords const& words, std::string const& legend,
                                       std::pair<Point, Point> const& extent);

}  // namespace gapmap::report
