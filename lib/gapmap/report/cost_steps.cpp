#include "gapmap/report/cost_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"

namespace gapmap::report {
namespace {

// Light blue is near, dark brown is far. The luma falls from each to the next (0.89 … 0.70, 0.55 …
// 0.15), so that they stay in order in grey, and blue and orange are apart for colour-blind eyes.
constexpr std::array<char const*, 5> kNear{"#d6e6f4", "#c6dcef", "#b5d1ea", "#a3c5e4", "#90b8dd"};
constexpr std::array<char const*, 4> kFar{"#de7621", "#c2500f", "#8f2f04", "#4f1a02"};

/// The color for the `i`-th of `count` steps, spread over all there are.
template <std::size_t N>
char const* spread(std::array<char const*, N> const& colors, std::size_t i, std::size_t count) {
  return count < 2 ? colors[N / 2] : colors[i * (N - 1) / (count - 1)];
}

/// Bounds of classes with the limit among them, ascending.
std::vector<double> bounds_with_limit(LegendScale const& scale) {
  auto bounds = scale.bounds;
  bounds.push_back(scale.limit);
  std::ranges::sort(bounds);
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return bounds;
}

std::string filled(Language language, std::string_view key, std::string const& with) {
  return fmt::format(fmt::runtime(label(language, key)), with);
}

/// "5", "12,5": without its unit.
std::string bare(Language language, LegendScale const& scale, double cost) {
  auto const shown = cost / (scale.is_time ? 60 : 1000);
  auto const decimals = shown == static_cast<double>(static_cast<long long>(shown)) ? 0 : 1;
  return number(language, shown, decimals);
}

}  // namespace

std::vector<std::string> colors_of_classes(std::vector<double> const& bounds, double limit) {
  auto const near =
      static_cast<std::size_t>(std::ranges::upper_bound(bounds, limit) - bounds.begin());
  auto const far = bounds.size() - near + 1;
  std::vector<std::string> colors;
  for (std::size_t i = 0; i < near; ++i) colors.emplace_back(spread(kNear, i, near));
  for (std::size_t i = 0; i < far; ++i) colors.emplace_back(spread(kFar, i, far));
  return colors;
}

std::string cost_in_words(Language language, LegendScale const& scale, double cost) {
  return bare(language, scale, cost) + (scale.is_time ? "\u00a0min" : "\u00a0km");
}

std::string interval_in_words(Language language, LegendScale const& scale, double over,
                              double up_to) {
  return fmt::format("{}–{}", bare(language, scale, over), cost_in_words(language, scale, up_to));
}

std::vector<CostStep> cost_steps(Language language, LegendScale const& scale) {
  auto const bounds = bounds_with_limit(scale);
  auto const colors = colors_of_classes(bounds, scale.limit);
  auto const words = [&](double cost) { return cost_in_words(language, scale, cost); };
  std::vector<CostStep> steps{
      {std::nullopt, bounds[0], colors[0], filled(language, "up_to", words(bounds[0]))}};
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    auto text = interval_in_words(language, scale, bounds[i - 1], bounds[i]);
    steps.push_back({bounds[i - 1], bounds[i], colors[i], std::move(text)});
  }
  steps.push_back(
      {bounds.back(), std::nullopt, colors.back(), filled(language, "over", words(bounds.back()))});
  return steps;
}

std::size_t step_of(std::vector<CostStep> const& steps, double cost) {
  auto const holds = [&](CostStep const& step) { return !step.up_to || cost <= *step.up_to; };
  return static_cast<std::size_t>(std::ranges::find_if(steps, holds) - steps.begin());
}

}  // namespace gapmap::report
