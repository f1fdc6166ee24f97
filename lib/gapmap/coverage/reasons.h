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

/// In the order in which they are looked for: the first that holds is the reason. What is missing
/// in the data comes first, then what a decision could change, then what only a new place can.
enum class Reason : std::uint8_t {
  NoRoad,           ///< the roads do not reach these homes
  Border,           ///< a place within the limit that does not count, being of another county
  Island,           ///< no way to any place, even if all roads could be travelled both ways
  OneWay,           ///< covered, or connected at all, if all roads could be travelled both ways
  FerryWait,        ///< covered without waiting for ferries; where they are avoided, with them
  FarFromRoadData,  ///< covered if the access legs cost nothing: the limit is exceeded off the
                    ///< roads
  Detour,           ///< a place within the limit in a straight line, and the road goes around
  SlightlyBeyond,   ///< a place within the limit in a straight line, by a road as roads are
  NoPlaceNear,      ///< none of these, or no place counts at all
};
inline constexpr std::size_t kReasons = 9;

/// As written in outputs.
[[nodiscard]] constexpr std::string_view name_of(Reason reason) noexcept {
  constexpr std::array<std::string_view, kReasons> kNames{
      "no_road", "border",          "island",       "one_way", "ferry_wait", "far_from_road_data",
      "detour",  "slightly_beyond", "no_place_near"};
  return kNames[static_cast<std::size_t>(reason)];
}

/// From this detour factor a road goes around. Ways by road are commonly 1.2 to 1.4 times the
/// straight line (Ballou, Rahardja & Sakai 2002, Transportation Research A 36:843–848), so what is
/// less is no reason.
inline constexpr double kUsualDetour = 1.5;

/// The same cells and places under other rules, each searched at least as far as the limit, and
/// without a cutoff if a cell is unreachable. Covered cells need not be in it. Nothing: the rule
/// made no difference to anybody, so there was nothing to search.
template <CostType Cost>
struct Evidence {
  std::optional<ReachTable<Cost>> anybody;  ///< places of every county count
  std::optional<ReachTable<Cost>> two_way;  ///< all roads both ways
  std::optional<ReachTable<Cost>> ferries;  ///< no waiting for ferries; with ferries, if avoided
  std::optional<ReachTable<Cost>> without_access;  ///< access legs of length 0
  IdVector<CellId, StraightWay> straight;          ///< to the places that count
  MetersPerSecond straight_speed{};                ///< for times: nobody is faster
  /// For times, the shortest ways of those who reach a place: a slow road is no detour.
  std::optional<ReachTable<Millimeters>> lengths;
  reach::Trip trip = reach::Trip::ToPlace;  ///< of a round trip straight lines count twice
};

/// Costs under other rules are told if they are within the limit, of unreachable cells in any case.
template <CostType Cost>
struct CellReason {
  Reason reason;
  PlaceId place;  ///< that the reason is about: reached by the other rule, or straight
  StraightWay straight;
  /// The shortest way by road : the straight way, in length whatever the limit counts; in
  /// hundredths, as it is told.
  std::optional<double> detour_factor;
  std::optional<Cost> anybody;
  std::optional<Cost> two_way;
  std::optional<Cost> ferries;
  std::optional<Cost> without_access = {};
};

/// Nothing for covered cells.
template <CostType Cost>
using CellReasons = IdVector<CellId, std::optional<CellReason<Cost>>>;

struct ReasonCount {
  std::size_t cells = 0;
  std::size_t cells_without_number = 0;  ///< of these: residents suppressed, in no figure
  People residents{0};
};
using ReasonCounts = std::array<ReasonCount, kReasons>;

/// Over all reasons the residents are those outside, unreachable and off the network.
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

/// The reason of every cell that is not covered. Two rules that keep a cell from a place only
/// together, a one-way street and a ferry, are not looked for: such a cell has the reason of its
/// straight line: a detour from the factor `detour_from` on (also where there is none, as from a
/// point to itself); below it slightly beyond, if the way is at most as many times the limit. That
/// it always is in length; what takes longer on a direct road, as a slow one, has no place near.
/// Requires: `evidence` was searched for the cells of `coverage` from the same attachments.
/// Cost:     O(cells).
template <CostType Cost>
[[nodiscard]] CellReasons<Cost> explain(Coverage<Cost> const& coverage,
                                        Evidence<Cost> const& evidence,
                                        double detour_from = kUsualDetour);

/// Cells by reason; covered ones count for none.
template <CostType Cost>
[[nodiscard]] ReasonCounts count_reasons(std::span<CellId const> cells,
                                         Population const& population,
                                         CellReasons<Cost> const& reasons);

/// The reason of most residents; ties: of most cells, then the first.
[[nodiscard]] Reason main_reason(ReasonCounts const& counts);

template <CostType Cost>
[[nodiscard]] ReasonSummary summarise(CellReasons<Cost> const& reasons,
                                      Population const& population,
                                      Municipalities const& municipalities);

}  // namespace coverage
}  // namespace gapmap
