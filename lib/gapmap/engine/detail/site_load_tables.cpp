#include "gapmap/engine/detail/site_load_tables.h"

#include <algorithm>

#include "gapmap/engine/detail/site_capacities.h"
#include "gapmap/engine/detail/site_steps.h"
#include "gapmap/tables/site_load_table.h"

namespace gapmap::engine {
namespace {

std::vector<tables::AssignmentRow> assignment_rows(SiteScene const& scene, SiteResult const& result,
                                                   std::vector<SiteId> const& open) {
  Readable const readable{scene};
  std::vector<tables::AssignmentRow> rows;
  auto next = result.assignments.begin();
  for (auto const demand : scene.demands.ids()) {
    while (next != result.assignments.end() && next->demand < demand) ++next;
    auto left = scene.costs.weights[demand];
    if (left == 0) continue;
    for (; next != result.assignments.end() && next->demand == demand; ++next) {
      auto& row = rows.emplace_back(tables::AssignmentRow{.demand = scene.demands[demand],
                                                          .place = scene.sites[next->site].id,
                                                          .name = scene.sites[next->site].name,
                                                          .load = readable.weight(next->load)});
      for (std::size_t k = 0; k < scene.costs.row_size(demand); ++k) {
        auto const pair = scene.costs.at(demand, k);
        if (pair.site == next->site) row.way = readable.cost(pair.cost);
      }
      left -= next->load;
    }
    if (left == 0) continue;
    bool is_any_near = false;
    for (std::size_t k = 0; k < scene.costs.row_size(demand); ++k) {
      is_any_near = is_any_near || std::ranges::binary_search(open, scene.costs.at(demand, k).site);
    }
    rows.push_back({.demand = scene.demands[demand],
                    .load = readable.weight(left),
                    .because = is_any_near ? tables::LeftOut::NoRoom : tables::LeftOut::TooFar});
  }
  return rows;
}

}  // namespace

void add_capacity_tables(SiteScene const& scene, SiteResult const& result,
                         std::vector<tables::OutputTable>& made) {
  Readable const readable{scene};
  auto const open = open_sites_after(scene, result.plan.opened);
  auto const loads = loads_of(scene, result.assignments);
  std::vector<tables::LoadRow> rows;
  for (auto const s : open) {
    auto const& site = scene.sites[s];
    rows.push_back({site.id, site.name, !site.exists, *site.capacity, readable.weight(loads[s])});
  }
  made.push_back(tables::load_table(rows));
  made.push_back(tables::assignment_table(assignment_rows(scene, result, open)));
}

}  // namespace gapmap::engine
