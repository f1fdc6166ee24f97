#pragma once
// The curve of how many residents live within which distance or time.

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
    double residents = 0;  ///< number of residents with at most this cost
  };
  std::vector<Step> steps;     ///< ascending, one per cost
  double all_residents = 0;    ///< including those without a way
  bool is_of_classes = false;  ///< known only at the bounds of classes

  /// Returns the least cost that `share` of the residents with a way do not exceed.
  [[nodiscard]] std::optional<double> quantile(double share) const;
};

/// Makes the curve from the table of cells; residents of cells without a number are not counted.
[[nodiscard]] CostCurve cost_curve(tables::OutputTable const& cells,
                                   tables::CostScale const& scale);

/// Makes the curve from the classes of all residents, as far as these are shown.
[[nodiscard]] CostCurve curve_of_classes(tables::OutputTable const& classes,
                                         tables::CostScale const& scale);

/// Draws the curve with the limit, up to the cost that 99.5 % of residents do not exceed. `text`
/// describes it.
[[nodiscard]] std::string curve_svg(Language language, CostCurve const& curve,
                                    tables::CostScale const& scale, std::string_view text);

}  // namespace gapmap::report
