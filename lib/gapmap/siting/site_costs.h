#pragma once
// What siting reads: whom every site would serve, and at what cost. It is made of a ReachTable or
// of somebody else's matrix; below this line there are no roads and no maps.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/reach/reach_table.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"

namespace gapmap {

/// A demand: residents who live on one spot, or whatever else a place is to serve.
using DemandId = Id<struct DemandTag>;
/// A site: a place that exists, or a candidate for one.
using SiteId = Id<struct SiteTag>;

/// The sites that every demand reaches, cheapest first, ties by SiteId. Numbers are whole in units
/// of the caller's choice (millimetres, milliseconds, thousandths of a resident), so that every sum
/// is exact and the same on any machine.
/// Memory: 12 bytes per pair and 12 per demand.
struct SiteCosts {
  std::vector<std::uint32_t> first{0};  ///< row of demand d: first[d] .. first[d + 1]
  std::vector<SiteId> sites;
  std::vector<std::int64_t> costs;           ///< not negative
  IdVector<DemandId, std::int64_t> weights;  ///< not negative
  std::size_t site_count = 0;

  struct Pair {
    SiteId site;
    std::int64_t cost;
    friend bool operator==(Pair const&, Pair const&) = default;
  };
  /// Appends a demand with the sites that it reaches, in any order; of two pairs with one site the
  /// cheaper counts.
  void add(std::int64_t weight, std::vector<Pair> row);

  [[nodiscard]] std::size_t row_size(DemandId demand) const noexcept {
    return first[demand.value() + 1] - first[demand.value()];
  }
  [[nodiscard]] Pair at(DemandId demand, std::size_t rank) const noexcept {
    auto const k = first[demand.value()] + rank;
    return {sites[k], costs[k]};
  }
};

namespace siting {

/// Returns the costs of a table whose places are the sites and whose cells are the demands, in
/// millimetres or milliseconds, without pairs beyond `limit` (inclusive).
/// Requires: one weight per cell.
template <CostType Cost>
[[nodiscard]] SiteCosts site_costs(ReachTable<Cost> const& reach,
                                   std::span<std::int64_t const> weights,
                                   Cost limit = Cost::infinite());

}  // namespace siting
}  // namespace gapmap
