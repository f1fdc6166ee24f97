#include "gapmap/coverage/remedies.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "gapmap/coverage/cost_distribution.h"
#include "gapmap/coverage/detail/brought_cells.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

/// Residents who reach a candidate within the limit.
struct Reached {
  double residents = 0;
  double weight = 0;    ///< what they count when candidates are chosen
  double weighted = 0;  ///< total cost of their ways, in resident metres or seconds
};

/// Adds residents and their weight to every candidate they reach; `reached` is indexed by
/// candidate.
template <CostType Cost, class ByCandidate>
void add(double residents, double weight, std::span<Reach<Cost> const> row, Cost limit,
         ByCandidate& reached) {
  for (auto const& [candidate, cost] : row) {
    if (cost > limit) break;
    auto& sum = reached[candidate];
    sum.residents += residents;
    sum.weight += weight;
    sum.weighted += residents * to_natural(cost).value();
  }
}

template <CostType Cost>
std::optional<Cost> limit_increase(Gap<Cost> const& gap, Population const& population,
                                   Coverage<Cost> const& coverage) {
  std::vector<typename CostDistribution<Cost>::Part> parts;
  for (auto const cell : gap.cells)
    parts.push_back({*coverage.cells[cell].cost, population[cell].residents.value_or(People{0})});
  auto const median = CostDistribution<Cost>{std::move(parts)}.quantile({1, 2});
  if (!median) return std::nullopt;
  return Cost{median->value() - coverage.limit.value()};
}

/// Returns the best candidates for a gap. `anywhere` holds all uncovered residents who reach each
/// candidate.
template <CostType Cost>
std::vector<Remedy<Cost>> best_of(Gap<Cost> const& gap, std::map<PlaceId, Reached> const& in_gap,
                                  IdVector<PlaceId, Reached> const& anywhere, std::size_t most) {
  std::vector<Remedy<Cost>> remedies;
  IdVector<PlaceId, double> weights(anywhere.size(), 0);
  for (auto const& [candidate, reached] : in_gap) {
    auto const residents = reached.residents;
    if (!(residents > 0)) continue;
    weights[candidate] = reached.weight;
    remedies.push_back({.candidate = candidate,
                        .cells = {},
                        .covers = People{residents},
                        .remains = gap.residents - People{residents},
                        .also_covers = People{anywhere[candidate].residents - residents},
                        .cost_mean = Natural<Cost>{reached.weighted / residents}});
  }
  auto const kept = remedies.begin() + static_cast<std::ptrdiff_t>(std::min(most, remedies.size()));
  auto const worth = [&](Remedy<Cost> const& remedy) {
    auto const weight = weights[remedy.candidate];
    return std::tuple{-weight, weight - anywhere[remedy.candidate].weight,
                      People{0} - remedy.covers, People{0} - remedy.also_covers, remedy.candidate};
  };
  std::ranges::partial_sort(remedies, kept, {}, worth);
  remedies.erase(kept, remedies.end());
  return remedies;
}

}  // namespace

template <CostType Cost>
std::vector<GapRemedies<Cost>> find_remedies(Population const& population,
                                             Coverage<Cost> const& coverage,
                                             std::span<Gap<Cost> const> gaps,
                                             ReachTable<Cost> const& candidates,
                                             RemedyOptions const& options) {
  expects(coverage.cells.size() == population.size(), "coverage was assessed for this population");
  expects(options.weights.empty() || options.weights.size() == population.size(),
          "every cell has a weight, or none");
  IdVector<PlaceId, Reached> anywhere(candidates.place_is_attached.size());
  auto const add_cell = [&](CellId cell, auto& reached) {
    auto const residents = population[cell].residents.value_or(People{0}).value();
    add(residents, options.weights.empty() ? residents : options.weights[cell],
        candidates.row(cell), coverage.limit, reached);
  };
  for (auto const cell : population.ids()) {
    stop_if_asked();
    if (coverage.cells[cell].status != Status::Covered) add_cell(cell, anywhere);
  }
  expects(options.gap_of.empty() || options.gap_of.size() == anywhere.size(),
          "every candidate is for one gap, or all are for every gap");
  auto const brought = detail::brought_cells(coverage, candidates);
  std::vector<GapRemedies<Cost>> remedies;
  remedies.reserve(gaps.size());
  for (auto const& gap : gaps) {
    stop_if_asked();
    std::map<PlaceId, Reached> in_gap;
    for (auto const cell : gap.cells) add_cell(cell, in_gap);
    if (!options.gap_of.empty()) {
      std::erase_if(in_gap,
                    [&](auto const& of) { return options.gap_of[of.first] != remedies.size(); });
    }
    remedies.push_back({.best = best_of(gap, in_gap, anywhere, options.most),
                        .limit_increase = limit_increase(gap, population, coverage)});
    for (auto& remedy : remedies.back().best) remedy.cells = brought[remedy.candidate];
  }
  return remedies;
}

template std::vector<GapRemedies<Millimeters>> find_remedies(Population const&,
                                                             Coverage<Millimeters> const&,
                                                             std::span<Gap<Millimeters> const>,
                                                             ReachTable<Millimeters> const&,
                                                             RemedyOptions const&);
template std::vector<GapRemedies<Milliseconds>> find_remedies(Population const&,
                                                              Coverage<Milliseconds> const&,
                                                              std::span<Gap<Milliseconds> const>,
                                                              ReachTable<Milliseconds> const&,
                                                              RemedyOptions const&);

}  // namespace gapmap::coverage
