#pragma once
// Factors: the parts into which a change between two runs is split.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gapmap {

enum class Factor : std::uint8_t {
  OpenPlaces,  ///< which places there are, and for whom they count
  Residents,   ///< who lives where
  Roads,       ///< which roads there are
  Boundaries,  ///< which areas there are, and which of them are studied
  Limit,       ///< how far is too far
  Travel,      ///< how people travel: mode, direction, ferries, speeds
};
inline constexpr std::size_t kFactors = 6;

/// Returns the name of the factor in outputs: "places".
[[nodiscard]] constexpr std::string_view name_of(Factor factor) noexcept {
  constexpr std::array<std::string_view, kFactors> kNames{"places",     "population", "roads",
                                                          "boundaries", "limit",      "travel"};
  return kNames[static_cast<std::size_t>(factor)];
}

namespace scenario {

/// An option of `gapmap coverage` and the factor it changes.
struct OptionEffect {
  std::string_view option;       ///< its key: "max-off-road"
  std::optional<Factor> factor;  ///< nothing: no effect on nearest places and on who is counted
};

/// Returns every option of `gapmap coverage`.
[[nodiscard]] std::span<OptionEffect const> option_effects();

/// Returns the effect of an option; null if there is no such option.
[[nodiscard]] OptionEffect const* effect_of(std::string_view option);

/// Returns the factor to which an input belongs; inputs are named as in run.json: "places",
/// "gazetteer". Nothing for inputs that change nobody's nearest place.
[[nodiscard]] std::optional<Factor> factor_of_input(std::string_view input);

}  // namespace scenario
}  // namespace gapmap
