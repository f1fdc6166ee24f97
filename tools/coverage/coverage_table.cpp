#include "tools/coverage/coverage_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <vector>

#include "tools/text_table.h"

namespace gapmap::tools {
namespace {

std::string in_table(std::optional<Meters> distance) {
  return distance ? fmt::format("{:.1f}", distance->value() / 1000) : "–";
}
std::string in_table(std::optional<Seconds> time) {
  return time ? fmt::format("{:.0f}", time->value() / 60) : "–";
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

  std::string text;
  for (auto const& line : aligned(lines, "l")) text += line + '\n';
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
