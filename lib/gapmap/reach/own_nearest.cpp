#include "gapmap/reach/own_nearest.h"

#include "gapmap/reach/tabulate.h"

namespace gapmap::reach {
namespace {

Ends ends_of(Clientele const& clientele, Ends const& all) {
  Ends ends;
  for (auto const cell : clientele.cells) ends.cells.push_back(all.cells[cell]);
  for (auto const f : clientele.places) ends.places.push_back(all.places[f]);
  ends.direct = all.direct.among(clientele);
  return ends;
}

template <CostType Cost>
ReachTable<Cost> nearest_few(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                             Profile const& profile, KNearestOptions<Cost> const& options) {
  if (options.k > 1 || options.trip == Trip::Round)
    return k_nearest(graph, costs, ends, profile, options);
  return nearest<Cost>(graph, costs, ends, profile,
                       {.cutoff = options.cutoff, .trip = options.trip});
}

}  // namespace

template <CostType Cost>
ReachTable<Cost> own_nearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                             Profile const& profile, std::span<Clientele const> clienteles,
                             KNearestOptions<Cost> const& options) {
  IdVector<CellId, std::vector<Reach<Cost>>> rows(ends.cells.size());
  for (auto const& clientele : clienteles) {
    if (clientele.places.empty()) continue;
    auto const found = nearest_few(graph, costs, ends_of(clientele, ends), profile, options);
    for (std::size_t c = 0; c < clientele.cells.size(); ++c) {
      for (auto const& reach : found.row(CellId{c})) {
        rows[clientele.cells[c]].push_back({clientele.places[reach.place.value()], reach.cost});
      }
    }
  }
  auto table = tabulate(ends, options.cutoff,
                        [&](CellId cell) { return std::span<Reach<Cost> const>{rows[cell]}; });
  table.k = options.k;
  return table;
}

template ReachTable<Millimeters> own_nearest(RoadGraph const&, EdgeCosts<Millimeters> const&,
                                             Ends const&, Profile const&,
                                             std::span<Clientele const>,
                                             KNearestOptions<Millimeters> const&);
template ReachTable<Milliseconds> own_nearest(RoadGraph const&, EdgeCosts<Milliseconds> const&,
                                              Ends const&, Profile const&,
                                              std::span<Clientele const>,
                                              KNearestOptions<Milliseconds> const&);

}  // namespace gapmap::reach
