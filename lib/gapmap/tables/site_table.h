#pragma once
// A plan of siting as tables: places in the order of opening, the curve of coverage, whom no
// candidate serves.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/places/resident_ranges.h"
#include "gapmap/tables/border_table.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Figures of a plan, for the record and the lines on the terminal. Numbers are residents, or
/// whatever demands weigh.
struct SiteFigures {
  std::string problem;          ///< "coverage"
  bool is_on_map = false;       ///< demands are residents
  std::string group = {};       ///< whom all numbers are of; empty: everybody
  bool has_capacities = false;  ///< no place serves more than it has room for
  double no_room = 0;           ///< left out though an open place is within the limit
  bool is_of_ways = false;      ///< short ways are what it asks for
  bool has_prices = false;
  std::string limit;       ///< "20 km", as asked; may be empty
  bool is_time = false;    ///< costs are seconds
  bool is_length = false;  ///< costs are metres
  std::size_t sites = 0;   ///< that might be open
  std::size_t existing = 0;
  std::size_t opened = 0;
  std::size_t closed = 0;
  double all = 0;
  double before = 0;      ///< served now
  double after = 0;       ///< served by the plan
  double unservable = 0;  ///< whom no site may serve
  std::size_t demands_unservable = 0;
  std::size_t unknown = 0;  ///< demands whose weight nobody knows
  /// What the problem minimises or maximises: of ways the mean or the longest one, of the fewest
  /// places their number, else who is served.
  double value = 0;
  std::optional<double> value_before;  ///< of ways: as they are now
  std::uint32_t at_least = 1;          ///< places within the limit of whom is served
  double bound = 0;                    ///< no other plan is better than that
  bool is_proven = false;
  std::optional<double> gap_percent;  ///< by how much another plan might be better at most
  std::optional<double> value_low, bound_low, value_high, bound_high;  ///< at the ends of ranges
  std::string first;  ///< name of the place that opens, or closes, first
  double first_adds = 0;
  std::optional<BorderFigures> borders;  ///< what areas would do alone
};

/// Whether a plan is on a map; without one, tables have no columns about where.
enum class OnMap : bool { No, Yes };

/// A row of the plan.
struct PlanRow {
  bool opens = true;
  std::string id;
  std::string name;
  std::optional<Point> point;  ///< of a plan on a map
  std::string municipality_code = {};
  std::string municipality_name = {};
  std::optional<double> adds;  ///< nothing: there is no limit within which somebody might be
  std::optional<double> together;
  std::optional<double> way_mean;     ///< after it, in the unit of the costs
  std::optional<double> way_longest;  ///< nothing: somebody has none
  std::optional<double> capacity;     ///< residents it can serve
  std::optional<double> load;         ///< residents it serves
};

/// In what the ways of a plan are told.
enum class WayUnit : std::uint8_t {
  Untold,   ///< they are not
  OfTable,  ///< whatever somebody else's costs are in
  Meters,
  Seconds
};

/// What a plan tells beside who is served.
struct PlanShows {
  WayUnit ways = WayUnit::Untold;  ///< what each place does to them
  bool capacities = false;         ///< how full each place is
};

/// Returns the table "plan": a row per place that opens or closes, each a point if the plan is on a
/// map, in the order of opening.
[[nodiscard]] OutputTable plan_table(std::vector<PlanRow> const& rows, double all, OnMap on_map,
                                     PlanShows shows = {});

/// A number of places, and what it is worth.
struct CurveRow {
  std::size_t places = 0;
  double served = 0;               ///< most that was found
  double at_most = 0;              ///< no plan of so many places serves more
  std::optional<double> by_order;  ///< served by the first so many of the plan's order
};

/// Returns the table "curve": what 0, 1, 2 … further places are worth.
[[nodiscard]] OutputTable curve_table(std::vector<CurveRow> const& rows, double all);

/// Returns the table "plan_groups": a row per place of the plan and group, with the least and the
/// most of the group that is served from then on. The most is absent where nothing bounds a cell.
/// Requires: `changed` has the cells of each row of the plan.
[[nodiscard]] OutputTable plan_group_table(std::vector<PlanRow> const& rows,
                                           std::vector<std::vector<CellId>> const& changed,
                                           Population const& population,
                                           ResidentRanges const& ranges);

/// Somebody whom no site may serve.
struct UnservedRow {
  std::string id;
  std::optional<Point> point;
  std::string municipality_code = {};
  std::optional<double> weight;  ///< nothing: unknown
};

/// Returns the table "unserved".
[[nodiscard]] OutputTable unserved_table(std::vector<UnservedRow> const& rows, OnMap on_map);

}  // namespace gapmap::tables
