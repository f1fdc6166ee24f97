#pragma once
// From every cell to its nearest facility, while facilities come, go and move: what a what-if asks.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gapmap/graph/editable_sweep.h"
#include "gapmap/reach/attached_facilities.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/units/ascending_set.h"

namespace gapmap::reach {

/// Made once from the facilities there are; after any sequence of edits its table is, bit by bit,
/// that of nearest() with ends(), at the cost of what the last edit changes.
///
/// Facilities keep their ids, so ties stay as they are: one that is removed stays in the list, not
/// attached to anything, and move() brings it back under its old id. A new one gets the next id.
/// One that is not attached may be added; nobody reaches it.
///
/// Trips: to the facility or from it. Round trips are refused: their two ways end at one facility,
///           whose cells are those of neither sweep, so that an edit has no border to stop at.
/// Method:   graph::EditableSweep; then the cells are looked at again that hang on a node whose label has changed, or that
///           share the facility's segment.
/// Cost:     set-up one sweep on one thread and a look at every cell; an edit the edges and cells of the nodes that change.
///           Memory: 12 bytes a node, 4 an edge (costs against the direction) and 42 a cell.
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
  FacilityId add(Attachment const& at);
  /// One that has been removed already stays so. Requires: there is such a facility.
  void remove(FacilityId facility) { move(facility, {}); }
  /// Requires: there is such a facility; it may have been removed.
  void move(FacilityId facility, Attachment const& to);

  /// Cells whose row the last edit has changed, ascending; empty before the first.
  [[nodiscard]] std::span<CellId const> changed() const noexcept { return changed_; }

  [[nodiscard]] std::optional<Reach<Cost>> nearest(CellId cell) const { return nearest_[cell]; }
  /// The table itself, until the next edit. Cost: nothing after edits that gave no cell its first
  /// facility and took from none its last, and so moved no row; after others one step a cell.
  [[nodiscard]] ReachTable<Cost> const& table();

  [[nodiscard]] Ends const& ends() const noexcept { return ends_; }

 private:
  void index_cells();
  void require_place(Attachment const& at) const;
  void take_out(FacilityId facility);
  void put_in(FacilityId facility);
  void look_again_near(std::span<NodeId const> nodes);
  void look_again();
  void set(CellId cell, std::optional<Reach<Cost>> const& nearest);
  [[nodiscard]] std::optional<Reach<Cost>> look(CellId cell) const;

  RoadGraph const& graph_;
  EdgeCosts<Cost> reversed_;
  EdgeCosts<Cost> const& costs_;  ///< of travelling from the cells to the facilities
  Ends ends_;
  Profile profile_;
  Cost horizon_;
  AttachedFacilities<Cost> facilities_;
  graph::EditableSweep<Cost> sweep_;
  /// Cells by the two ends of their segment: those of node n are first_cell_[n] .. first_cell_[n +
  /// 1].
  std::vector<std::uint32_t> first_cell_;
  std::vector<CellId> cells_at_;
  AscendingSet doubtful_;  ///< cells to be looked at again
  std::vector<CellId> changed_;
  std::vector<graph::Seed<Cost>> seeds_;  ///< of the facility at hand
  IdVector<CellId, std::optional<Reach<Cost>>> nearest_;
  ReachTable<Cost> table_;
  bool rows_have_moved_ = true;  ///< the table has to be made anew from `nearest_`
};

}  // namespace gapmap::reach
