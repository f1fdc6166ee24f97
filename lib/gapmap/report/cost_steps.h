#pragma once
// Distances or times in steps, as legends tell them apart by words and colours.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/tables/cost_scale.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// "5 km", "12,5 km", "30 min"; the space is one that no line breaks at.
[[nodiscard]] std::string cost_in_words(Language language, tables::CostScale const& scale,
                                        double cost);

/// "#rrggbb" of each class of cost with these bounds, ascending, then of all beyond the last: the
/// same on maps and in charts.
[[nodiscard]] std::vector<std::string> colors_of_classes(std::vector<double> const& bounds,
                                                         double limit);

/// "1–3 km": the unit once.
[[nodiscard]] std::string interval_in_words(Language language, tables::CostScale const& scale,
                                            double over, double up_to);

/// Costs above `over`, up to and including `up_to`.
struct CostStep {
  std::optional<double> over;   ///< nothing in the first step
  std::optional<double> up_to;  ///< nothing in the last
  std::string color;            ///< "#rrggbb"; the farther, the darker
  std::string words;            ///< "enintään 1 km", "1–3 km" … "yli 30 km"
};

/// The classes with the limit among their bounds; blues up to the limit, oranges beyond.
[[nodiscard]] std::vector<CostStep> cost_steps(Language language, tables::CostScale const& scale);

/// The darker, the farther; and of gaps, the more residents.
inline constexpr std::array<char const*, 4> kFarColors{"#c75810", "#9c4108", "#6f2904", "#431602"};

// Of cells that no step holds.
inline constexpr std::string_view kNoConnectionColor = "#54278f";
inline constexpr std::string_view kOffNetworkColor = "#636363";

}  // namespace gapmap::report
