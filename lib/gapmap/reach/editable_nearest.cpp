#include "gapmap/reach/editable_nearest.h"

#include <array>
#include <utility>

#include "gapmap/graph/reversed.h"
#include "gapmap/reach/tabulate.h"
#include "gapmap/units/error.h"

namespace gapmap::reach {

template <CostType Cost>
EditableNearest<Cost>::EditableNearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                       Ends ends, Profile const& profile,
                                       NearestOptions<Cost> const& options)
    : graph_{graph},
      reversed_{graph::reversed(graph, costs)},
      costs_{options.trip == Trip::FromFacility ? reversed_ : costs},
      ends_{std::move(ends)},
      profile_{profile},
      horizon_{options.horizon},
      facilities_{graph, costs_, ends_.facilities, profile_},
      sweep_{graph, options.trip == Trip::FromFacility ? costs : reversed_, horizon_},
      doubtful_{ends_.cells.size()},
      nearest_(ends_.cells.size()) {
  expects(options.trip != Trip::Round, "facilities of round trips cannot be edited");
  index_cells();
  for (auto const f : ends_.facilities.ids()) facilities_.insert(f, seeds_);
  (void)sweep_.add(seeds_);
  for (auto const cell : nearest_.ids()) nearest_[cell] = look(cell);
}

template <CostType Cost>
void EditableNearest<Cost>::index_cells() {
  auto const for_each_end = [&](auto const& take) {
    for (auto const cell : ends_.cells.ids()) {
      auto const& at = ends_.cells[cell];
      if (!at.is_attached()) continue;
      auto const along = graph_.edge(at.segment, Direction::Along);
      take(cell, graph_.tail(along));
      if (graph_.head(along) != graph_.tail(along)) take(cell, graph_.head(along));
    }
  };
  // Each count stands one ahead of its node, and is moved there while the cells are dealt out.
  first_cell_.assign(graph_.nodes() + 2, 0);
  for_each_end([&](CellId, NodeId node) { ++first_cell_[node.value() + 2]; });
  for (std::size_t n = 2; n < first_cell_.size(); ++n) first_cell_[n] += first_cell_[n - 1];
  cells_at_.resize(first_cell_.back());
  for_each_end(
      [&](CellId cell, NodeId node) { cells_at_[first_cell_[node.value() + 1]++] = cell; });
}

template <CostType Cost>
FacilityId EditableNearest<Cost>::add(Attachment const& at) {
  require_place(at);
  auto const facility = ends_.facilities.push_back({});
  if (!rows_have_moved_) {
    table_.facility_off_road.push_back(Meters::infinite());
    table_.facility_is_attached.push_back(false);
  }
  move(facility, at);
  return facility;
}

template <CostType Cost>
void EditableNearest<Cost>::move(FacilityId facility, Attachment const& to) {
  expects(facility.value() < ends_.facilities.size(), "only a facility that was added is edited");
  require_place(to);
  take_out(facility);
  ends_.facilities[facility] = to;
  put_in(facility);
  if (!rows_have_moved_) {
    table_.facility_off_road[facility] = to.off_road;
    table_.facility_is_attached[facility] = to.is_attached();
  }
  look_again();
}

template <CostType Cost>
ReachTable<Cost> const& EditableNearest<Cost>::table() {
  if (rows_have_moved_) {
    table_ = tabulate(ends_, horizon_, [&](CellId cell) {
      auto const& nearest = nearest_[cell];
      return nearest ? std::span{&*nearest, 1} : std::span<Reach<Cost> const>{};
    });
    rows_have_moved_ = false;
  }
  return table_;
}

template <CostType Cost>
void EditableNearest<Cost>::require_place(Attachment const& at) const {
  expects(!at.is_attached() || at.segment.value() < graph_.edges() / 2,
          "a facility is attached to a segment of the graph");
}

template <CostType Cost>
void EditableNearest<Cost>::take_out(FacilityId facility) {
  auto const& at = ends_.facilities[facility];
  if (!at.is_attached()) return;
  // All cells of its segment hang on either end of it.
  auto const end = graph_.head(graph_.edge(at.segment, Direction::Along));
  look_again_near(std::array{end});
  facilities_.erase(facility);
  look_again_near(sweep_.remove(facility.value()));
}

template <CostType Cost>
void EditableNearest<Cost>::put_in(FacilityId facility) {
  auto const& at = ends_.facilities[facility];
  if (!at.is_attached()) return;
  auto const end = graph_.head(graph_.edge(at.segment, Direction::Along));
  look_again_near(std::array{end});
  seeds_.clear();
  facilities_.insert(facility, seeds_);
  look_again_near(sweep_.add(seeds_));
}

template <CostType Cost>
void EditableNearest<Cost>::look_again_near(std::span<NodeId const> nodes) {
  for (auto const node : nodes) {
    for (auto i = first_cell_[node.value()]; i < first_cell_[node.value() + 1]; ++i)
      doubtful_.insert(cells_at_[i].value());
  }
}

template <CostType Cost>
void EditableNearest<Cost>::look_again() {
  changed_.clear();
  doubtful_.empty([&](std::uint32_t number) {
    CellId const cell{number};
    auto const nearest = look(cell);
    if (nearest == nearest_[cell]) return;
    set(cell, nearest);
    changed_.push_back(cell);
  });
}

template <CostType Cost>
void EditableNearest<Cost>::set(CellId cell, std::optional<Reach<Cost>> const& nearest) {
  auto& known = nearest_[cell];
  if (known.has_value() != nearest.has_value()) rows_have_moved_ = true;
  known = nearest;
  if (!rows_have_moved_) table_.reaches[table_.first_reach[cell.value()]] = *nearest;
}

template <CostType Cost>
std::optional<Reach<Cost>> EditableNearest<Cost>::look(CellId cell) const {
  auto const& at = ends_.cells[cell];
  if (!at.is_attached()) return std::nullopt;
  auto const nearest = facilities_.cheapest(at, sweep_);
  return nearest && nearest->cost <= horizon_ ? nearest : std::nullopt;
}

template class EditableNearest<Millimeters>;
template class EditableNearest<Milliseconds>;

}  // namespace gapmap::reach
