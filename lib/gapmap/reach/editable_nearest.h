#pragma once
// From every cell to its nearest place, while places come, go and move: what a what-if asks.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gapmap/graph/editable_sweep.h"
#include "gapmap/reach/attached_places.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/units/ascending_set.h"

namespace gapmap::reach {

/// Made once from the places there are; after any sequence of edits its table is, bit by bit,
/// that of nearest() with ends(), at the cost of what the last edit changes.
///
/// Places keep their ids, so ties stay as they are: one that is removed stays in the list, not
/// attached to anything, and move() brings it back under its old id. A new one gets the next id.
/// One that is not attached may be added; nobody reaches it.
///
/// Trips: to the place or from it. Round trips are refused: their two ways end at one place,
///           whose cells are those of neither sweep, so that an edit has no border to stop at.
/// Method:   graph::EditableSweep. Whom a new place wins, it wins by a node whose label has changed or along its own
///           segment, and offers a lesser cost or number; who loses one is looked at anew; all
///           others stay.
/// Cost:     set-up one sweep on one thread and a look at every cell; an edit the edges and cells of the nodes that change.
///           Memory: 12 bytes a node, 4 an edge (costs against the direction) and 53 a cell.
/// Threads:  one EditableNearest per thread.
/// Errors:   an edit that throws has changed nothing, unless memory ran out.
template <CostType Cost>
class EditableNearest {
 public:
  /// Keeps references to `graph` and `costs`. Requires as nearest(). Of the options, `threads` does
  /// not matter.
  EditableNearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends ends,
                  Profile const& profile, NearestOptions<Cost> const& options = {});
  EditableNearest(EditableNearest const&) = delete;  // its parts refer to one another
  EditableNearest& operator=(EditableNearest const&) = delete;

  /// Requires of `at`, here and below: made for the graph, or not attached.
  PlaceId add(Attachment const& at);
  /// One that has been removed already stays so. Requires: there is such a place.
  void remove(PlaceId place) { move(place, {}); }
  /// Requires: there is such a place; it may have been removed.
  void move(PlaceId place, Attachment const& to);

  /// Cells whose row the last edit has changed, ascending; empty before the first.
  [[nodiscard]] std::span<CellId const> changed() const noexcept { return changed_; }

  [[nodiscard]] std::optional<Reach<Cost>> nearest(CellId cell) const;
  /// The table itself, until the next edit. Cost: nothing after edits that gave no cell its first
  /// place and took from none its last, and so moved no row; after others one step a cell.
  [[nodiscard]] ReachTable<Cost> const& table();

  [[nodiscard]] Ends const& ends() const noexcept { return ends_; }

 private:
  using PackedLabel = graph::PackedLabel;
  /// A cell at one end of its segment.
  struct Stop {
    CellId cell;
    Cost rest;  ///< between the two, off-road leg included
  };

  void index_cells();
  void require_place(Attachment const& at) const;
  void take_out(PlaceId place);
  void put_in(PlaceId place);
  void tell_changed();
  void improve(CellId cell, PackedLabel label);
  void write(CellId cell, PackedLabel label);
  /// As a row has it: unreached beyond the cutoff.
  [[nodiscard]] PackedLabel within_cutoff(Cost cost, std::uint32_t place) const;
  [[nodiscard]] PackedLabel look(CellId cell) const;
  [[nodiscard]] std::span<Stop const> stops(NodeId node) const;
  /// Among them all cells of the segment that `at` is on.
  [[nodiscard]] std::span<Stop const> stops_near(Attachment const& at) const;

  RoadGraph const& graph_;
  EdgeCosts<Cost> reversed_;
  EdgeCosts<Cost> const& costs_;  ///< of travelling from the cells to the places
  Ends ends_;
  Profile profile_;
  Cost cutoff_;
  AttachedPlaces<Cost> places_;
  graph::EditableSweep<Cost> sweep_;
  std::vector<std::uint32_t>
      first_stop_;  ///< those of node n: first_stop_[n] .. first_stop_[n + 1]
  std::vector<Stop> stops_;
  IdVector<CellId, PackedLabel> nearest_;  ///< cost and place of every cell
  IdVector<CellId, PackedLabel> before_;   ///< the last edit, of the cells in `written_`
  AscendingSet written_;
  std::vector<CellId> changed_;
  std::vector<graph::Seed<Cost>> seeds_;  ///< of the place at hand
  ReachTable<Cost> table_;
  bool rows_have_moved_ = true;  ///< the table has to be made anew from `nearest_`
};

}  // namespace gapmap::reach
