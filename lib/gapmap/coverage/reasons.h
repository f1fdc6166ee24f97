#pragma once
// Why a cell is not covered: which single rule keeps it from a place.

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gapmap/coverage/coverage.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/reach/straight_ways.h"

namespace gapmap {

/// Reasons in the order in which they are tested: the first that holds is the reason of a cell.
/// Gaps in the data come first, then what a decision could change, then what only a new place can.
enum class Reason : std::uint8_t {
  NoRoad,           ///< no road is near these homes
  Border,           ///< a place within the limit does not count, as it is in another county
  Island,           ///< no way to any place, even if all roads could be travelled both ways
  OneWay,           ///< covered, or connected at all, if all roads could be travelled both ways
  FerryWait,        ///< covered if ferries had no wait; if ferries are avoided, covered with them
  FarFromRoadData,  ///< covered if access legs cost nothing: the limit is exceeded off the roads
  Detour,           ///< a place is within the limit in a straight line, but the road makes a detour
  SlightlyBeyond,  ///< a place is within the limit in a straight line, and the road is as direct as
                   ///< roads usually are
  NoPlaceNear,     ///< no other reason holds, or no place counts at all
};
inline constexpr std::size_t kReasons = 9;

/// Returns the name of the reason in outputs.
[[nodiscard]] constexpr std::string_view name_of(Reason reason) noexcept {
  constexpr std::array<std::string_view, kReasons> kNames{
      "no_road", "border",          "island",       "one_way", "ferry_wait", "far_from_road_data",
      "detour",  "slightly_beyond", "no_place_near"};
  return kNames[static_cast<std::size_t>(reason)];
}

/// Detour factor from which a way by road counts as a detour. Ways by road are commonly 1.2 to 1.4
/// times the straight line (Ballou, Rahardja & Sakai 2002, Transportation Research A 36:843–848),
/// so a lower factor is no reason.
inline constexpr double kUsualDetour = 1.5;

/// Searches of the same cells and places under other rules, each at least as far as the limit, and
/// without a cutoff if a cell is unreachable. Covered cells may be left out. A table is absent if
/// its rule makes no difference to any cell, so that nothing had to be searched.
template <CostType Cost>
struct Evidence {
  std::optional<ReachTable<Cost>> anybody;         ///< places of every county count
  std::optional<ReachTable<Cost>> two_way;         ///< all roads are open in both directions
  std::optional<ReachTable<Cost>> ferries;         ///< no ferry waits; if avoided, with ferries
  std::optional<ReachTable<Cost>> without_access;  ///< access legs have length 0
  IdVector<CellId, StraightWay> straight;          ///< to places that count
  MetersPerSecond straight_speed{};                ///< for times: an upper bound of any speed
  /// For times, the shortest ways of cells that reach a place: a slow road is no detour.
  std::optional<ReachTable<Millimeters>> lengths;
  reach::Trip trip = reach::Trip::ToPlace;  ///< for a round trip, straight lines count twice
};

/// Why one cell is not covered. Costs under other rules are given if they are within the limit, and
/// for unreachable cells in any case.
template <CostType Cost>
struct CellReason {
  Reason reason;
  PlaceId place;  ///< subject of the reason, reached under the other rule or straight
  StraightWay straight;
  /// Length of the shortest way by road divided by the straight line, rounded to hundredths as
  /// outputs show it. It compares lengths even if the limit is a time.
  std::optional<double> detour_factor;
  std::optional<Cost> anybody;
  std::optional<Cost> two_way;
  std::optional<Cost> ferries;
  std::optional<Cost> without_access = {};
};

/// Reasons by cell; nothing for covered cells.
template <CostType Cost>
using CellReasons = IdVector<CellId, std::optional<CellReason<Cost>>>;

struct ReasonCount {
  std::size_t cells = 0;
  std::size_t cells_without_number = 0;  ///< residents suppressed, in no figure
  People residents{0};
};
using ReasonCounts = std::array<ReasonCount, kReasons>;

/// Reasons in one municipality, outside all municipalities, or in total. The residents of all
/// reasons are those that are too far, unreachable or off the network.
struct ReasonFigures {
  MunicipalityId municipality = MunicipalityId::none();
  ReasonCounts counts{};
};

struct ReasonSummary {
  std::vector<ReasonFigures> municipalities;  ///< studied ones, in their order
  std::optional<ReasonFigures> outside;       ///< cells of no municipality, if there are any
  ReasonFigures total;
};

namespace coverage {

/// Finds the reason of every cell that is not covered. Two rules that keep a cell from a place only
/// together, such as a one-way street and a ferry, are not looked for; such a cell gets a reason by
/// its straight line: NoPlaceNear if that exceeds the limit, else Detour if the detour factor is at
/// least `detour_from` (or undefined, as from a point to itself), else SlightlyBeyond if the cost
/// is at most `detour_from` times the limit, else NoPlaceNear. Lengths always meet that bound;
/// times may exceed it on a direct but slow road.
/// Requires: `evidence` was searched for the cells of `coverage` from the same attachments.
/// Cost:     O(cells).
template <CostType Cost>
[[nodiscard]] CellReasons<Cost> explain(Coverage<Cost> const& coverage,
                                        Evidence<Cost> const& evidence,
                                        double detour_from = kUsualDetour);

/// Counts cells and residents by reason; covered cells are in no count.
template <CostType Cost>
[[nodiscard]] ReasonCounts count_reasons(std::span<CellId const> cells,
                                         Population const& population,
                                         CellReasons<Cost> const& reasons);

/// Returns the reason with the most residents.
/// Ties: the reason with more cells, then the first in the order of Reason.
[[nodiscard]] Reason main_reason(ReasonCounts const& counts);

template <CostType Cost>
[[nodiscard]] ReasonSummary summarise(CellReasons<Cost> const& reasons,
                                      Population const& population,
                                      Municipalities const& municipalities);

}  // namespace coverage
}  // namespace gapmap
