#include "tools/coverage_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <vector>

namespace gapmap::tools {
namespace {

std::string in_table(std::optional<Meters> distance) {
  return distance ? fmt::format("{:.1f}", distance->value() / 1000) : "–";
}
std::string in_table(std::optional<Seconds> time) {
  return time ? fmt::format("{:.0f}", time->value() / 60) : "–";
}

/// Length in characters, not bytes: names have ä and ö.
std::size_t width_of(std::string const& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

template <CostType Cost>
std::vector<std::string> line_of(std::string const& name, CoverageFigures<Cost> const& figures) {
  auto const share = figures.share();
  return {name,
          grouped(figures.residents),
          grouped(figures.with(Status::Covered)),
          grouped(figures.with(Status::TooFar)),
          grouped(figures.with(Status::Unreachable)),
          grouped(figures.with(Status::OffNetwork)),
          share ? fmt::format("{:.1f} %", *share * 100) : "–",
          in_table(figures.cost_mean),
          in_table(figures.cost_median)};
}

}  // namespace

std::string grouped(People people) {
  auto digits = fmt::format("{:.0f}", people.value());
  for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) {
    digits.insert(static_cast<std::size_t>(i), " ");
  }
  return digits;
}

template <CostType Cost>
std::string coverage_table(CoverageSummary<Cost> const& summary,
                           Municipalities const& municipalities, std::string const& limit) {
  std::string const unit = std::same_as<Cost, Millimeters> ? "km" : "min";
  std::vector<std::vector<std::string>> lines{{"", "residents", "within " + limit, "farther",
                                               "unreachable", "off network", "share",
                                               "mean " + unit, "median " + unit}};
  for (auto const& figures : summary.municipalities) {
    lines.push_back(line_of(municipalities[figures.municipality].name, figures));
  }
  if (summary.outside) lines.push_back(line_of("Outside all areas", *summary.outside));
  lines.push_back(line_of("Total", summary.total));

  std::vector<std::size_t> widths(lines[0].size());
  for (auto const& line : lines) {
    for (std::size_t c = 0; c < line.size(); ++c)
      widths[c] = std::max(widths[c], width_of(line[c]));
  }
  std::string text;
  for (auto const& line : lines) {
    for (std::size_t c = 0; c < line.size(); ++c) {
      std::string const padding(widths[c] - width_of(line[c]), ' ');
      text += c == 0 ? line[c] + padding : "  " + padding + line[c];
    }
    text += '\n';
  }
  return text + '\n';
}

template <CostType Cost>
std::string hardest_closing(IdVector<FacilityId, Closure<Cost>> const& closures,
                            Facilities const& facilities, std::string const& limit) {
  FacilityId hardest;
  People most{0};
  for (auto const f : closures.ids()) {
    if (closures[f].fall_outside > most) {
      most = closures[f].fall_outside;
      hardest = f;
    }
  }
  if (hardest.is_none()) return {};
  return fmt::format("If one place closes, {} costs most: {} residents fall outside {}\n\n",
                     facilities[hardest].name, grouped(most), limit);
}

template std::string coverage_table(CoverageSummary<Millimeters> const&, Municipalities const&,
                                    std::string const&);
template std::string coverage_table(CoverageSummary<Milliseconds> const&, Municipalities const&,
                                    std::string const&);
template std::string hardest_closing(IdVector<FacilityId, Closure<Millimeters>> const&,
                                     Facilities const&, std::string const&);
template std::string hardest_closing(IdVector<FacilityId, Closure<Milliseconds>> const&,
                                     Facilities const&, std::string const&);

}  // namespace gapmap::tools
