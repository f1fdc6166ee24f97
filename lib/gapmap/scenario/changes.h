#pragma once
// Two runs side by side: cells, places and municipalities of one beside those of the other, and
// where they changed.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/scenario/outcome.h"

namespace gapmap {

enum class CellChange : std::uint8_t {
  Gained,           ///< covered only after
  Lost,             ///< covered only before
  StillCovered,     ///< in both
  StillNotCovered,  ///< in neither
  New,              ///< no such cell before
  Gone,             ///< no such cell after
};

/// As written in outputs.
[[nodiscard]] constexpr std::string_view name_of(CellChange change) noexcept {
  constexpr std::array<std::string_view, 6> kNames{
      "gained", "lost", "still_covered", "still_not_covered", "new", "gone"};
  return kNames[static_cast<std::size_t>(change)];
}

enum class PlaceChange : std::uint8_t { Kept, Moved, New, Gone };

[[nodiscard]] constexpr std::string_view name_of(PlaceChange change) noexcept {
  constexpr std::array<std::string_view, 4> kNames{"kept", "moved", "new", "gone"};
  return kNames[static_cast<std::size_t>(change)];
}

/// The same thing in two runs; none where a run has no such thing.
template <class Id>
struct Pair {
  Id before = Id::none();
  Id after = Id::none();
};

struct CellPair : Pair<CellId> {
  CellChange change = CellChange::New;
};
struct PlacePair : Pair<PlaceId> {
  PlaceChange change = PlaceChange::New;
};

/// A municipality, or a row for those who live in none.
struct MunicipalityChange : Pair<MunicipalityId> {
  std::string code;  ///< empty: cells outside all areas
  std::string name;  ///< that after, if there is one
  /// Nothing where a run has no such municipality.
  std::optional<FigureSet> figures_before, figures_after;
  /// Residents after, of the cells there after that changed to covered, or from it; nothing where
  /// cells are not matched.
  std::optional<People> gained, lost;
};

/// Cells that touch and changed alike, in one municipality.
struct ChangedArea {
  CellChange change = CellChange::Gained;                ///< or Lost
  MunicipalityId municipality = MunicipalityId::none();  ///< after
  std::vector<CellId> cells;                             ///< after, ascending
  Area area;                                             ///< valid
  People residents{0};                                   ///< known ones, after
  std::size_t cells_without_number = 0;
};

namespace scenario {

/// By id, those after in their order, then those that are gone; of several with one id the first
/// with the first. Nothing if the two have no id in common: they are different grids.
[[nodiscard]] std::optional<std::vector<CellPair>> match_cells(Outcome const& before,
                                                               Outcome const& after);

/// Those after in their order, then those that are gone. Two are the same place if they have the
/// same id and name, else the same name and position, else the same id and position: an id may be
/// no more than the number of a row. A place moved if it is more than a metre from where it was.
[[nodiscard]] std::vector<PlacePair> match_places(Places const& before, Places const& after);

/// Every municipality of either run, by code, then those who live outside all areas if there are
/// any. `cells` as match_cells() gives them.
[[nodiscard]] std::vector<MunicipalityChange> compare_municipalities(
    Outcome const& before, Outcome const& after, std::optional<std::vector<CellPair>> const& cells);

/// Where inhabited cells gained or lost, the most residents first, each kind by itself: gained ones
/// first. Cost: O(n log n) in the changed cells.
[[nodiscard]] std::vector<ChangedArea> find_changed_areas(Outcome const& after,
                                                          std::vector<CellPair> const& cells);

}  // namespace scenario
}  // namespace gapmap
