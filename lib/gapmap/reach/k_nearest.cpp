#include "gapmap/reach/k_nearest.h"

#include <algorithm>
#include <utility>

#include "gapmap/graph/k_sweep.h"
#include "gapmap/graph/reversed.h"
#include "gapmap/reach/attached_places.h"
#include "gapmap/reach/tabulate.h"
#include "gapmap/units/error.h"

namespace gapmap::reach {
namespace {

/// The first `most` of the places offered, each at its least cost, ascending by cost, then PlaceId.
template <CostType Cost>
class Row {
 public:
  explicit Row(std::size_t most) : most_{most} {}

  void offer(PlaceId place, Cost cost) {
    if (!cost.is_finite()) return;
    auto const same = std::ranges::find(reaches_, place, &Reach<Cost>::place);
    if (same != reaches_.end()) {
      if (same->cost <= cost) return;
      reaches_.erase(same);
    }
    Reach<Cost> const reach{place, cost};
    reaches_.insert(
        std::ranges::find_if(reaches_, [&](auto const& other) { return is_before(reach, other); }),
        reach);
    if (reaches_.size() > most_) reaches_.pop_back();
  }

  /// Whether a place not yet known, or not wholly, may still belong here if it costs at least as
  /// much as `least`.
  [[nodiscard]] bool may_admit(Reach<Cost> const& least) const {
    if (!least.cost.is_finite()) return false;
    return reaches_.size() < most_ || is_before(least, reaches_.back());
  }

  [[nodiscard]] bool is_full() const noexcept { return reaches_.size() == most_; }
  [[nodiscard]] Reach<Cost> const& last() const { return reaches_.back(); }
  [[nodiscard]] auto begin() const noexcept { return reaches_.begin(); }
  [[nodiscard]] auto end() const noexcept { return reaches_.end(); }

 private:
  [[nodiscard]] static bool is_before(Reach<Cost> const& a, Reach<Cost> const& b) {
    return std::pair{a.cost, a.place} < std::pair{b.cost, b.place};
  }
  std::size_t most_;
  std::vector<Reach<Cost>> reaches_;
};

/// The arguments that all searches of one call share.
template <CostType Cost>
struct Question {
  RoadGraph const& graph;
  EdgeCosts<Cost> const& costs;  ///< costs of travelling from the cells to the places
  Ends const& ends;
  Profile const& profile;
  Cost cutoff;
};

/// One sweep from some of the places, in one direction, and its result for each cell.
template <CostType Cost>
class Search {
 public:
  Search(Question<Cost> const& question, std::size_t k)
      : question_{question},
        k_{k},
        places_{question.graph, question.costs, question.ends, question.profile},
        against_travel_{graph::reversed(question.graph, question.costs)},
        sweep_{question.graph, against_travel_, k} {}

  void sweep_from(IdRange<PlaceId> places) {
    std::vector<graph::Seed<Cost>> seeds;
    places_.clear();
    for (auto const f : places) places_.insert(f, seeds);
    sweep_.run(seeds, question_.cutoff);
  }

  /// Returns the cheapest places for a cell. A place may be reached by either end of a member of
  /// the cell's road, or without passing one; if it is among the first k of the cell, it is among
  /// the first k there too.
  [[nodiscard]] Row<Cost> row(CellId cell) const {
    Row<Cost> row{k_};
    places_.offer_beside(cell, [&](PlaceId f, Cost cost) { row.offer(f, cost); });
    auto const& at = question_.ends.cells[cell];
    if (!at.is_attached()) return row;
    auto const off_road = travel::weigh_off_road<Cost>(at.off_road, question_.profile);
    auto const offer_at = [&](NodeId node, Cost way_there) {
      for (auto const label : sweep_.labels(node)) {
        row.offer(PlaceId{graph::label_of(label)},
                  off_road + way_there + Cost{graph::cost_of(label)});
      }
    };
    for_each_member<Cost>(question_.graph, question_.costs, at, [&](OnSegment<Cost> const& here) {
      offer_at(here.start(), here.to_start());
      offer_at(here.end(), here.to_end());
    });
    return row;
  }

 private:
  Question<Cost> question_;
  std::size_t k_;
  AttachedPlaces<Cost> places_;
  EdgeCosts<Cost> against_travel_;
  graph::KSweep<Cost> sweep_;
};

template <CostType Cost>
ReachTable<Cost> one_way(Question<Cost> const& question, std::size_t k) {
  Search<Cost> search{question, k};
  search.sweep_from(question.ends.places.ids());
  return tabulate(question.ends, question.cutoff, [&](CellId cell) { return search.row(cell); });
}

/// Returns the least cost of a place missing from a list: that of its last place if the list is
/// full; otherwise the place cannot be reached.
template <CostType Cost>
Cost least_beyond(Row<Cost> const& list) {
  return list.is_full() ? list.last().cost : Cost::infinite();
}

/// Offers `row` every place that both lists have. Returns whether that settles it: no place that a
/// list lacks can be among the first k by the sum of both.
template <CostType Cost>
bool merge(Row<Cost> const& there, Row<Cost> const& back, Row<Cost>& row) {
  std::vector<Reach<Cost>> half_known;
  auto const match = [&](Row<Cost> const& list, Row<Cost> const& other) {
    for (auto const& [place, cost] : list) {
      auto const found = std::ranges::find(other, place, &Reach<Cost>::place);
      if (found != other.end()) {
        row.offer(place, cost + found->cost);
      } else {
        half_known.push_back({place, cost + least_beyond(other)});
      }
    }
  };
  match(there, back);
  match(back, there);
  // A place in neither list comes after the last of both, also by its id if the costs are equal.
  auto const unknown = least_beyond(there) + least_beyond(back);
  if (unknown.is_finite()) {
    half_known.push_back({std::max(there.last().place, back.last().place), unknown});
  }
  return std::ranges::none_of(half_known, [&](auto const& least) { return row.may_admit(least); });
}

/// Finds the sums of both ways for the cells in `open`, one place after the other.
template <CostType Cost>
void settle_one_by_one(Question<Cost> const& outward, Question<Cost> const& homeward,
                       std::vector<CellId> const& open, IdVector<CellId, Row<Cost>>& rows) {
  Search<Cost> there{outward, 1};
  Search<Cost> back{homeward, 1};
  for (auto const f : outward.ends.places.ids()) {
    IdRange<PlaceId> const one{f.value(), f.value() + std::size_t{1}};
    there.sweep_from(one);
    back.sweep_from(one);
    for (auto const cell : open) {
      auto const way_there = there.row(cell);
      auto const way_back = back.row(cell);
      if (way_there.is_full() && way_back.is_full())
        rows[cell].offer(f, way_there.last().cost + way_back.last().cost);
    }
  }
}

template <CostType Cost>
ReachTable<Cost> round_trip(Question<Cost> const& outward, Question<Cost> const& homeward,
                            std::size_t k) {
  auto const& cells = outward.ends.cells;
  IdVector<CellId, Row<Cost>> rows{cells.size(), Row<Cost>{k}};
  std::vector<CellId> open;
  {
    auto const listed = 2 * k + 4;
    Search<Cost> there{outward, listed};
    Search<Cost> back{homeward, listed};
    there.sweep_from(outward.ends.places.ids());
    back.sweep_from(outward.ends.places.ids());
    for (auto const cell : cells.ids()) {
      if (!merge(there.row(cell), back.row(cell), rows[cell])) open.push_back(cell);
    }
  }
  if (!open.empty()) settle_one_by_one(outward, homeward, open, rows);
  return tabulate(outward.ends, outward.cutoff,
                  [&](CellId cell) -> Row<Cost> const& { return rows[cell]; });
}

template <CostType Cost>
ReachTable<Cost> find(Question<Cost> const& outward, KNearestOptions<Cost> const& options) {
  if (options.trip == Trip::ToPlace) return one_way(outward, options.k);
  auto const homewards = graph::reversed(outward.graph, outward.costs);
  Question<Cost> const homeward{outward.graph, homewards, outward.ends, outward.profile,
                                outward.cutoff};
  return options.trip == Trip::FromPlace ? one_way(homeward, options.k)
                                         : round_trip(outward, homeward, options.k);
}

}  // namespace

template <CostType Cost>
ReachTable<Cost> k_nearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                           Profile const& profile, KNearestOptions<Cost> const& options) {
  expects(options.k >= 1, "at least one place is looked for");
  auto table = find(Question<Cost>{graph, costs, ends, profile, options.cutoff}, options);
  table.k = options.k;
  return table;
}

template ReachTable<Millimeters> k_nearest(RoadGraph const&, EdgeCosts<Millimeters> const&,
                                           Ends const&, Profile const&,
                                           KNearestOptions<Millimeters> const&);
template ReachTable<Milliseconds> k_nearest(RoadGraph const&, EdgeCosts<Milliseconds> const&,
                                            Ends const&, Profile const&,
                                            KNearestOptions<Milliseconds> const&);

}  // namespace gapmap::reach
