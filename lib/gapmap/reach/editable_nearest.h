#pragma once
// The nearest place of every cell while places come, go and move: what a what-if asks.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gapmap/graph/editable_sweep.h"
#include "gapmap/reach/attached_places.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/units/ascending_set.h"

namespace gapmap::reach {

/// A table of nearest places that can be edited. After any sequence of edits it is, bit by bit,
/// that of nearest() with ends(), at the cost of what the last edit changes.
///
/// Places keep their ids, so ties stay as they are: a removed place stays in the list, unattached,
/// and move() brings it back under its old id. A new place gets the next id. An unattached place
/// may be added; nobody reaches it by road.
///
/// Trips: to the place or from it. Round trips are refused: their two ways end at one place, whose
/// cells are those of neither sweep, so that an edit has no border to stop at.
/// Method: graph::EditableSweep. A cell that a new place wins has a node whose label has changed,
/// or shares its segment, and gets a lesser cost or id; cells that lose their place are searched
/// anew; all others stay.
/// Cost: set-up one sweep on one thread and a look at every cell; an edit the edges and cells of
/// the nodes that change. Memory: 12 bytes per node, 4 per edge (costs against the direction) and
/// 53 per cell.
/// Threads: one EditableNearest per thread.
/// Errors: an edit that throws has changed nothing, unless memory ran out.
template <CostType Cost>
class EditableNearest {
 public:
  /// Keeps references to `graph` and `costs`. `options.threads` has no effect.
  /// Requires: what nearest() requires.
  EditableNearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends ends,
                  Profile const& profile, NearestOptions<Cost> const& options = {});
  EditableNearest(EditableNearest const&) = delete;  // its parts refer to one another
  EditableNearest& operator=(EditableNearest const&) = delete;

  /// Adds a place and returns its id.
  /// Requires: `at` was made for the graph, or is not attached.
  PlaceId add(Attachment const& at);
  /// Removes a place; a removed place stays so.
  /// Requires: there is such a place.
  void remove(PlaceId place) { move(place, {}); }
  /// Moves a place, which may have been removed.
  /// Requires: there is such a place; `to` was made for the graph, or is not attached.
  void move(PlaceId place, Attachment const& to);

  /// Returns the cells whose row the last edit has changed, ascending; empty before the first edit.
  [[nodiscard]] std::span<CellId const> changed() const noexcept { return changed_; }

  [[nodiscard]] std::optional<Reach<Cost>> nearest(CellId cell) const;
  /// Returns the table itself, valid until the next edit.
  /// Cost: nothing after edits that gave no cell its first place and took from none its last, and
  /// so moved no row; after others one step per cell.
  [[nodiscard]] ReachTable<Cost> const& table();

  [[nodiscard]] Ends const& ends() const noexcept { return ends_; }

 private:
  using PackedLabel = graph::PackedLabel;
  /// A cell seen from one end of its segment.
  struct Stop {
    CellId cell;
    Cost rest;  ///< cost between the end and the cell, off-road leg included
  };

  void index_cells();
  void require_place(Attachment const& at) const;
  void take_out(PlaceId place);
  void put_in(PlaceId place);
  void tell_changed();
  void improve(CellId cell, PackedLabel label);
  void write(CellId cell, PackedLabel label);
  /// Returns a packed label; unreached if `cost` is beyond the cutoff.
  [[nodiscard]] PackedLabel within_cutoff(Cost cost, std::uint32_t place) const;
  [[nodiscard]] PackedLabel look(CellId cell) const;
  [[nodiscard]] std::span<Stop const> stops(NodeId node) const;
  /// Returns stops that include all cells of the segment that `at` is on.
  [[nodiscard]] std::span<Stop const> stops_near(Attachment const& at) const;

  RoadGraph const& graph_;
  EdgeCosts<Cost> reversed_;
  EdgeCosts<Cost> const& costs_;  ///< costs of travelling from the cells to the places
  Ends ends_;
  Profile profile_;
  Cost cutoff_;
  AttachedPlaces<Cost> places_;
  graph::EditableSweep<Cost> sweep_;
  std::vector<std::uint32_t>
      first_stop_;  ///< stops of node n: first_stop_[n] .. first_stop_[n + 1]
  std::vector<Stop> stops_;
  IdVector<CellId, PackedLabel> nearest_;  ///< cost and place of every cell
  IdVector<CellId, PackedLabel> before_;   ///< before the last edit, for the cells in `written_`
  AscendingSet written_;
  std::vector<CellId> changed_;
  std::vector<graph::Seed<Cost>> seeds_;  ///< seeds of the place being edited
  ReachTable<Cost> table_;
  bool rows_have_moved_ = true;  ///< whether the table must be made anew from `nearest_`
};

}  // namespace gapmap::reach
