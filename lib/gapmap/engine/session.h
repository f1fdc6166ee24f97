#pragma once
// A job that is asked again: places come, move, close and reopen, the limit changes, and each edit
// is answered at once.

#include <array>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "gapmap/engine/analyse.h"

namespace gapmap::engine {

/// Residents of some cells, by whether they are covered.
struct Figures {
  People residents{0};
  std::array<People, kStatuses> by_status{};
  std::size_t cells_without_number = 0;  ///< suppressed: their residents are in no figure

  [[nodiscard]] People with(Status status) const noexcept {
    return by_status[static_cast<std::size_t>(status)];
  }
  friend bool operator==(Figures const&, Figures const&) = default;
};

/// What an edit changed.
struct Change {
  PlaceId place = PlaceId::none();             ///< that was edited; none: the limit
  std::vector<CellId> cells;                   ///< with another status, cost or nearest place
  std::vector<MunicipalityId> municipalities;  ///< with other figures
  Figures before;                              ///< of everybody
  Figures after;
};

/// How one cell stands.
struct CellState {
  Status status;
  std::optional<double> cost;  ///< to the nearest place: metres or seconds
  PlaceId nearest = PlaceId::none();
  friend bool operator==(CellState const&, CellState const&) = default;
};

/// Whatever is edited, all answers are those of a fresh run whose file has the places that are
/// open, in the order of their ids, byte for byte.
///
/// Places keep their ids: one that is closed stays in places() and may be reopened; a new one gets
/// the next id. A place that no road comes near may be added; nobody reaches it. What a
/// requirement's filter says of a new place nobody knows: it is not among those it selects.
///
/// Method:  reach::EditableNearest for places that count for everybody and trips one way; else one
///          search an edit.
/// Cost:    open() with all roads, then one search; an edit the cells that change, and one look at
///          every cell for the figures of everybody. result() is a whole analysis.
/// Errors:  an edit that throws has changed nothing, unless memory ran out. It is not stopped half
///          way.
/// Threads: one at a time.
/// Example: tests/examples/doors_test.cpp.
class Session {
 public:
  /// Reads everything. Throws as open() does.
  Session(job::CoverageJob job, Listener& listener);
  /// Asks a scene that is open. Requires: it was opened for the job, with RoadsRead::Whole.
  Session(job::CoverageJob job, AnyScene scene);
  ~Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;

  /// The point is in the working CRS: see frame(). An empty id becomes the next number.
  Change add(Place place);
  /// Requires, here and below: there is such a place.
  Change move(PlaceId place, Point to);
  /// One that is closed already stays so.
  Change close(PlaceId place);
  Change reopen(PlaceId place);
  /// Changes the first limit of the job. Throws UsageError if it is of the other kind, length or
  /// time, or one of the further limits.
  Change set_limit(std::variant<Meters, Seconds> limit);

  [[nodiscard]] job::CoverageJob const& job() const noexcept;
  [[nodiscard]] WorkingFrame const& frame() const noexcept;
  [[nodiscard]] Population const& population() const noexcept;
  [[nodiscard]] Municipalities const& municipalities() const noexcept;
  [[nodiscard]] Places const& places() const noexcept;  ///< closed ones too
  [[nodiscard]] bool is_open(PlaceId place) const;

  [[nodiscard]] CellState cell(CellId cell) const;
  [[nodiscard]] Figures figures() const noexcept;
  [[nodiscard]] Figures figures_of(MunicipalityId municipality) const;

  /// Everything that the job asks for, as it stands. Places have other numbers there: closed ones
  /// are not among them.
  [[nodiscard]] AnyCoverageResult result(Listener& listener) const;

 private:
  class State;
  template <CostType Cost>
  class StateOf;
  std::unique_ptr<State> state_;
};

}  // namespace gapmap::engine
