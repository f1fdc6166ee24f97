#include "gapmap/coverage/requirements.h"

#include <algorithm>

#include "gapmap/units/error.h"

namespace gapmap::coverage {
namespace {

/// Combines the states of two requirements.
Status both(Status a, Status b) {
  for (auto const status : {Status::OffNetwork, Status::TooFar, Status::Unreachable}) {
    if (a == status || b == status) return status;
  }
  return Status::Covered;
}

/// Returns the better of two states.
Status either(Status a, Status b) {
  for (auto const status : {Status::Covered, Status::TooFar, Status::Unreachable}) {
    if (a == status || b == status) return status;
  }
  return Status::OffNetwork;
}

/// Combines the states of each cell by `rule` into those of `all`.
void combine(Coverage<Millimeters>& all, Coverage<Millimeters> const& state,
             Status (*rule)(Status, Status)) {
  expects(state.cells.size() == all.cells.size(), "requirements are of the same cells");
  for (auto const cell : all.cells.ids())
    all.cells[cell].status = rule(all.cells[cell].status, state.cells[cell].status);
}

Coverage<Millimeters> without_costs(Fulfilment const& fulfilment) {
  Coverage<Millimeters> states{.cells = {}, .limit = Millimeters{0}};
  std::visit(
      [&](auto const& coverage) {
        states.cells.reserve(coverage.cells.size());
        for (auto const& cell : coverage.cells) states.cells.push_back({cell.status, std::nullopt});
      },
      fulfilment.coverage);
  return states;
}

}  // namespace

template <CostType Cost>
Coverage<Cost> assess_rank(ReachTable<Cost> const& reach, Cost limit, std::size_t rank) {
  expects(rank >= 1 && rank <= reach.k, "as many places were looked for");
  expects(!reach.cutoff.is_finite(), "they were looked for everywhere");
  auto coverage = assess(reach, limit);
  for (auto const id : coverage.cells.ids()) {
    auto& cell = coverage.cells[id];
    auto const row = reach.row(id);
    if (row.empty()) continue;
    if (row.size() < rank) {
      cell = {Status::Unreachable, std::nullopt};
    } else {
      auto const& last = row[rank - 1];
      cell = {last.cost <= limit ? Status::Covered : Status::TooFar, last.cost, last.place};
    }
  }
  return coverage;
}

std::vector<Coverage<Millimeters>> states_of(std::vector<Fulfilment> const& fulfilments) {
  std::vector<Coverage<Millimeters>> states;
  states.reserve(fulfilments.size() + 1);
  for (auto const& fulfilment : fulfilments) states.push_back(without_costs(fulfilment));
  if (states.empty()) return states;
  auto all = states.front();
  for (auto const& state : states) combine(all, state, both);
  states.push_back(std::move(all));
  return states;
}

Coverage<Millimeters> any_of(std::vector<Coverage<Millimeters>> const& states) {
  expects(!states.empty(), "there is something to be met");
  auto any = states.front();
  for (auto const& state : states) combine(any, state, either);
  return any;
}

std::vector<CoverageSummary<Millimeters>> summarise_each(
    std::vector<Coverage<Millimeters>> const& states, Population const& population,
    Municipalities const& municipalities) {
  std::vector<CoverageSummary<Millimeters>> summaries;
  summaries.reserve(states.size());
  for (auto const& state : states)
    summaries.push_back(summarise(state, population, municipalities));
  return summaries;
}

template Coverage<Millimeters> assess_rank(ReachTable<Millimeters> const&, Millimeters,
                                           std::size_t);
template Coverage<Milliseconds> assess_rank(ReachTable<Milliseconds> const&, Milliseconds,
                                            std::size_t);

}  // namespace gapmap::coverage
