#include "gapmap/report/cost_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"

namespace gapmap::report {
namespace {

// Light blue is near, dark brown is far. The lightness (CIE L*) falls by about five or more at each
// step, also as people with colour blindness see it, so that the order stays visible, in grey too.
constexpr std::array<char const*, 5> kNear{"#d6e6f4", "#bdd8ee", "#a2c8e5", "#87b6da", "#6ca3cd"};

int part_of(char const* color, std::size_t part) {
  int value = 0;
  std::from_chars(color + 1 + 2 * part, color + 3 + 2 * part, value, 16);
  return value;
}

/// Returns the colour of the `i`-th of `count` steps, spread evenly from the first colour to the
/// last.
template <std::size_t N>
std::string spread(std::array<char const*, N> const& colors, std::size_t i, std::size_t count) {
  if (count < 2) return colors[N / 2];
  auto const before = i * (N - 1) / (count - 1);
  auto const beyond = static_cast<int>(i * (N - 1) % (count - 1));
  auto const all = static_cast<int>(count - 1);
  auto const after = std::min(before + 1, N - 1);
  std::string color = "#";
  for (std::size_t part = 0; part < 3; ++part) {
    int const from = part_of(colors[before], part);
    int const to = part_of(colors[after], part);
    color += fmt::format("{:02x}", from + (to - from) * beyond / all);
  }
  return color;
}

std::string filled(Language language, std::string_view key, std::string const& with) {
  return fmt::format(fmt::runtime(label(language, key)), with);
}

/// Returns a cost without its unit: "5", "12,5".
std::string bare(Language language, tables::CostScale const& scale, double cost) {
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
  for (std::size_t i = 0; i < far; ++i) colors.emplace_back(spread(kFarColors, i, far));
  return colors;
}

std::string cost_in_words(Language language, tables::CostScale const& scale, double cost) {
  return bare(language, scale, cost) + (scale.is_time ? "\u00a0min" : "\u00a0km");
}

std::string interval_in_words(Language language, tables::CostScale const& scale, double over,
                              double up_to) {
  return fmt::format("{}–{}", bare(language, scale, over), cost_in_words(language, scale, up_to));
}

std::vector<CostStep> cost_steps(Language language, tables::CostScale const& scale) {
  auto const bounds = tables::step_bounds(scale);
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

}  // namespace gapmap::report
