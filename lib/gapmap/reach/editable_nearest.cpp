#include "gapmap/reach/editable_nearest.h"

#include <algorithm>
#include <utility>

#include "gapmap/graph/reversed.h"
#include "gapmap/reach/tabulate.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::reach {

template <CostType Cost>
EditableNearest<Cost>::EditableNearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                       Ends ends, Profile const& profile,
                                       NearestOptions<Cost> const& options)
    : graph_{graph},
      reversed_{graph::reversed(graph, costs)},
      costs_{options.trip == Trip::FromPlace ? reversed_ : costs},
      ends_{std::move(ends)},
      profile_{profile},
      cutoff_{options.cutoff},
      places_{graph, costs_, ends_, profile_},
      sweep_{graph, options.trip == Trip::FromPlace ? costs : reversed_, cutoff_},
      nearest_(ends_.cells.size(), graph::kUnreached),
      before_(ends_.cells.size()),
      written_{ends_.cells.size()} {
  expects(options.trip != Trip::Round, "places of round trips cannot be edited");
  index_cells();
  for (auto const f : ends_.places.ids()) places_.insert(f, seeds_);
  (void)sweep_.add(seeds_);
  for (auto const cell : nearest_.ids()) nearest_[cell] = look(cell);
}

template <CostType Cost>
void EditableNearest<Cost>::index_cells() {
  auto const for_each_stop = [&](auto const& take) {
    for (auto const cell : ends_.cells.ids()) {
      stop_if_asked();
      auto const& at = ends_.cells[cell];
      if (!at.is_attached()) continue;
      auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
      for_each_member<Cost>(graph_, costs_, at, [&](OnSegment<Cost> const& here) {
        take(here.start(), Stop{cell, off_road + here.to_start()});
        take(here.end(), Stop{cell, off_road + here.to_end()});
      });
    }
  };
  // Rows are first counted one index too far on, and reach their final index while they are filled.
  first_stop_.resize(graph_.nodes() + 2);
  for_each_stop([&](NodeId node, Stop const&) { ++first_stop_[node.value() + 2]; });
  for (std::size_t n = 2; n < first_stop_.size(); ++n) first_stop_[n] += first_stop_[n - 1];
  stops_.resize(first_stop_.back());
  for_each_stop(
      [&](NodeId node, Stop const& stop) { stops_[first_stop_[node.value() + 1]++] = stop; });
}

template <CostType Cost>
PlaceId EditableNearest<Cost>::add(Attachment const& at) {
  require_place(at);
  auto const place = ends_.places.push_back({});
  if (!rows_have_moved_) {
    table_.place_off_road.push_back(Meters::infinite());
    table_.place_is_attached.push_back(false);
  }
  move(place, at);
  return place;
}

template <CostType Cost>
void EditableNearest<Cost>::move(PlaceId place, Attachment const& to) {
  expects(place.value() < ends_.places.size(), "only a place that was added is edited");
  require_place(to);
  take_out(place);
  ends_.places[place] = to;
  put_in(place);
  if (!rows_have_moved_) {
    table_.place_off_road[place] = to.off_road;
    table_.place_is_attached[place] = to.is_attached();
  }
  tell_changed();
}

template <CostType Cost>
std::optional<Reach<Cost>> EditableNearest<Cost>::nearest(CellId cell) const {
  auto const label = nearest_[cell];
  if (label == graph::kUnreached) return std::nullopt;
  return Reach<Cost>{PlaceId{graph::label_of(label)}, Cost{graph::cost_of(label)}};
}

template <CostType Cost>
ReachTable<Cost> const& EditableNearest<Cost>::table() {
  if (rows_have_moved_) {
    Reach<Cost> row;
    table_ = tabulate(ends_, cutoff_, [&](CellId cell) {
      auto const reach = nearest(cell);
      if (reach) row = *reach;
      return std::span{&row, reach ? std::size_t{1} : 0};
    });
    rows_have_moved_ = false;
  }
  return table_;
}

template <CostType Cost>
void EditableNearest<Cost>::require_place(Attachment const& at) const {
  if (!at.is_attached()) return;
  auto const is_it = [&](EdgeId edge) {
    return graph_.segment(edge) == at.segment && graph_.direction(edge) == Direction::Along;
  };
  expects(at.start.value() < graph_.nodes() &&
              std::ranges::any_of(graph_.out(graph_.node(at.start)), is_it),
          "a place is attached to a segment of the graph");
}

template <CostType Cost>
void EditableNearest<Cost>::take_out(PlaceId place) {
  auto const& at = ends_.places[place];
  auto const was_straight_ahead = ends_.direct.erase(place, at);
  places_.erase(place);
  auto const look_anew_from = [&](CellId cell) {
    if (graph::label_of(nearest_[cell]) == place.value()) write(cell, look(cell));
  };
  auto const look_anew = [&](std::span<Stop const> stops) {
    for (auto const& stop : stops) look_anew_from(stop.cell);
  };
  if (at.is_attached()) {
    for (auto const node : sweep_.remove(place.value())) look_anew(stops(node));
    look_anew(stops_near(at));
  }
  for (auto const& [cell, length] : was_straight_ahead) look_anew_from(cell);
}

template <CostType Cost>
void EditableNearest<Cost>::put_in(PlaceId place) {
  auto const& at = ends_.places[place];
  seeds_.clear();
  places_.insert(place, seeds_);
  for (auto const& [cell, length] : ends_.direct.insert(place, at)) {
    auto const cost = travel::weigh_off_road<Cost>(length, profile_);
    improve(cell, within_cutoff(cost, place.value()));
  }
  if (!at.is_attached()) return;
  for (auto const node : sweep_.add(seeds_)) {
    auto const cost = sweep_.cost(node);
    for (auto const& stop : stops(node))
      improve(stop.cell, within_cutoff(stop.rest + cost, place.value()));
  }
  for (auto const& stop : stops_near(at)) {
    if (ends_.cells[stop.cell].segment == at.segment) improve(stop.cell, look(stop.cell));
  }
}

template <CostType Cost>
void EditableNearest<Cost>::tell_changed() {
  changed_.clear();
  written_.empty([&](std::uint32_t number) {
    CellId const cell{number};
    auto const was = before_[cell];
    if (nearest_[cell] == was) return;
    changed_.push_back(cell);
    auto const reach = nearest(cell);
    if (reach.has_value() != (was != graph::kUnreached)) rows_have_moved_ = true;
    if (!rows_have_moved_) table_.reaches[table_.first_reach[number]] = *reach;
  });
}

template <CostType Cost>
void EditableNearest<Cost>::improve(CellId cell, PackedLabel label) {
  if (label < nearest_[cell]) write(cell, label);
}

template <CostType Cost>
void EditableNearest<Cost>::write(CellId cell, PackedLabel label) {
  if (written_.insert(cell.value())) before_[cell] = nearest_[cell];
  nearest_[cell] = label;
}

template <CostType Cost>
graph::PackedLabel EditableNearest<Cost>::within_cutoff(Cost cost, std::uint32_t place) const {
  return cost.is_finite() && cost <= cutoff_ ? graph::pack(cost, place) : graph::kUnreached;
}

template <CostType Cost>
graph::PackedLabel EditableNearest<Cost>::look(CellId cell) const {
  auto const nearest = places_.cheapest(cell, sweep_);
  return nearest ? within_cutoff(nearest->cost, nearest->place.value()) : graph::kUnreached;
}

template <CostType Cost>
auto EditableNearest<Cost>::stops(NodeId node) const -> std::span<Stop const> {
  auto const first = first_stop_[node.value()];
  return std::span{stops_}.subspan(first, first_stop_[node.value() + 1] - first);
}

template <CostType Cost>
auto EditableNearest<Cost>::stops_near(Attachment const& at) const -> std::span<Stop const> {
  return stops(graph_.head(along_of(graph_, at)));
}

template class EditableNearest<Millimeters>;
template class EditableNearest<Milliseconds>;

}  // namespace gapmap::reach
