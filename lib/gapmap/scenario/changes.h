#pragma once
// Two runs side by side: their cells, places and municipalities matched with one another, and the
// areas where coverage changed.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/places/people_range.h"
#include "gapmap/scenario/outcome.h"

namespace gapmap {

enum class CellChange : std::uint8_t {
  Gained,           ///< covered only after
  Lost,             ///< covered only before
  StillCovered,     ///< covered in both runs
  StillNotCovered,  ///< covered in neither run
  New,              ///< did not exist before
  Gone,             ///< does not exist after
};

/// Returns the name of the change in outputs.
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

/// One thing in two runs; none for a run that does not have it.
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

/// Those of a group in some cells.
struct GroupSum {
  PeopleRange people;
  bool is_bounded = true;  ///< else nothing bounds a cell of them, and `people` has no most
  friend bool operator==(GroupSum const&, GroupSum const&) = default;
};

/// Residents whom one change brings within the limit, and whom it takes out.
struct Crossing {
  People gained{0};
  People lost{0};
  std::vector<GroupSum> gained_of = {};  ///< of each group of the run
  std::vector<GroupSum> lost_of = {};
};

/// What the change of one place does by itself.
struct PlaceEffect {
  /// As the only change of the earlier run, counted with its residents.
  Crossing alone;
  /// As the last change that makes the later run of one without it, counted with its residents.
  Crossing together;
};

/// What every place does that changed between two runs.
struct PlaceEffects {
  std::vector<std::optional<PlaceEffect>> of_places;  ///< nothing for those that are as they were
  std::vector<std::string> groups;  ///< whom crossings count; empty: the runs know other groups
};

/// Change in a municipality, or for residents outside all municipalities.
struct MunicipalityChange : Pair<MunicipalityId> {
  std::string code;  ///< empty: cells outside all municipalities
  std::string name;  ///< name in the later run, else in the earlier one
  /// Nothing where a run has no such municipality.
  std::optional<FigureSet> figures_before, figures_after;
  /// Residents after the change of cells that became covered, or ceased to be. Nothing where cells
  /// are not matched.
  std::optional<People> gained, lost;
};

/// Touching cells of one municipality that changed alike.
struct ChangedArea {
  CellChange change = CellChange::Gained;                ///< Gained or Lost
  MunicipalityId municipality = MunicipalityId::none();  ///< in the later run
  std::vector<CellId> cells;                             ///< of the later run, ascending
  Area area;                                             ///< valid
  People residents{0};                                   ///< known residents, in the later run
  std::size_t cells_without_number = 0;
};

namespace scenario {

/// Matches cells by id: cells of the later run in their order, then cells that are gone. Several
/// cells with one id are paired in their order. Returns nothing if the runs have no id in common,
/// as they then use different grids.
[[nodiscard]] std::optional<std::vector<CellPair>> match_cells(Outcome const& before,
                                                               Outcome const& after);

/// Matches places: places of the later run in their order, then places that are gone. Two places
/// are the same if they have the same id and name, else the same name and position, else the same
/// id and position; an id alone may be no more than a row number. A place counts as moved if it is
/// more than a metre from where it was.
[[nodiscard]] std::vector<PlacePair> match_places(Places const& before, Places const& after);

/// Matches every municipality of either run by code, then residents outside all municipalities, if
/// there are any. `cells` comes from match_cells().
[[nodiscard]] std::vector<MunicipalityChange> compare_municipalities(
    Outcome const& before, Outcome const& after, std::optional<std::vector<CellPair>> const& cells);

/// Finds areas of inhabited cells that gained or lost coverage: gained ones first, each kind by
/// residents, most first.
/// Cost: O(n log n) in the changed cells.
[[nodiscard]] std::vector<ChangedArea> find_changed_areas(Outcome const& after,
                                                          std::vector<CellPair> const& cells);

}  // namespace scenario
}  // namespace gapmap
