#pragma once
// How many residents live within which distance or time: a curve.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/cost_steps.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

struct CostCurve {
  struct Step {
    double cost = 0;       ///< seconds or metres
    double residents = 0;  ///< who live at most so far
  };
  std::vector<Step> steps;     ///< ascending, one a cost
  double all_residents = 0;    ///< also those without a way
  bool is_of_classes = false;  ///< known at the ends of classes only

  /// The least cost that `share` of those with a way do not exceed.
  [[nodiscard]] std::optional<double> quantile(double share) const;
};

/// Of the rows of cells; unknown residents are nobody.
[[nodiscard]] CostCurve cost_curve(tables::OutputTable const& cells,
                                   tables::CostScale const& scale);

/// The same from the classes of all residents, where they are shown.
[[nodiscard]] CostCurve curve_of_classes(tables::OutputTable const& classes,
                                         tables::CostScale const& scale);

/// The curve with the limit, up to the cost that 99.5 % do not exceed, described by `text`.
[[nodiscard]] std::string curve_svg(Language language, CostCurve const& curve,
                                    tables::CostScale const& scale, std::string_view text);

}  // namespace gapmap::report
