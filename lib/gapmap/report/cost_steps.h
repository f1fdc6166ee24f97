#pragma once
// Costs in steps, which legends distinguish by words and colours.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/tables/cost_scale.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Returns "5 km", "12,5 km" or "30 min", with a no-break space.
[[nodiscard]] std::string cost_in_words(Language language, tables::CostScale const& scale,
                                        double cost);

/// Returns the colours, "#rrggbb", of the classes with these ascending bounds, then of everything
/// beyond the last. Maps and charts share them.
[[nodiscard]] std::vector<std::string> colors_of_classes(std::vector<double> const& bounds,
                                                         double limit);

/// Returns an interval with its unit once: "1–3 km".
[[nodiscard]] std::string interval_in_words(Language language, tables::CostScale const& scale,
                                            double over, double up_to);

/// Costs above `over`, up to and including `up_to`.
struct CostStep {
  std::optional<double> over;   ///< nothing in the first step
  std::optional<double> up_to;  ///< nothing in the last step
  std::string color;            ///< "#rrggbb"; darker for longer ways
  std::string words;            ///< "enintään 1 km", "1–3 km" … "yli 30 km"
};

/// Returns a step for each class, with the limit among the bounds; blues up to the limit, oranges
/// beyond.
[[nodiscard]] std::vector<CostStep> cost_steps(Language language, tables::CostScale const& scale);

/// Colours beyond the limit, darker for longer ways; for gaps, darker for more residents.
inline constexpr std::array<char const*, 4> kFarColors{"#c75810", "#9c4108", "#6f2904", "#431602"};

// Colours of cells that are in no step.
inline constexpr std::string_view kNoConnectionColor = "#54278f";
inline constexpr std::string_view kOffNetworkColor = "#636363";

/// Colour of proposed places that fit together.
inline constexpr char const* kChosenPlaceColor = "#00695c";

}  // namespace gapmap::report
