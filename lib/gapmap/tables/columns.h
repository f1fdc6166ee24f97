#pragma once
// The catalogue of columns: every column that a command writes is declared once, in
// declared_columns.cpp. Tables, headings, descriptions, layers, publishing and the reference page
// use these declarations.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

enum class Unit : std::uint8_t {
  None,
  Residents,
  Share,
  Meters,
  Seconds,
  Cost,       ///< metres or seconds, whichever the run's limit is in: `cost_mean` is the column
              ///< distance_mean_m or time_mean_s
  MapMeters,  ///< in the working coordinate system
  KilometersPerHour,
  PersonKilometers,
  Kilometers,
  ThousandthsOfCost,  ///< as searches count: `matrix_cost` is the column matrix_distance_mm or
                      ///< matrix_time_ms
  Millimeters,
  Milliseconds,
};

struct Format {
  enum class Kind : std::uint8_t {
    Text,
    Words,  ///< words of gapmap, shown in the reader's language: too_far, no_place_near
    Integer,
    Real,
    People,  ///< whole numbers where those of the population are, else thousandths
  };
  Kind kind;
  Unit unit = Unit::None;
  int decimals = 0;  ///< number of meaningful decimals
};

/// Which of a row's residents a number counts.
enum class Whom : std::uint8_t {
  Unpublished,  ///< residents by a rule not listed here: published runs leave the column out
  Nobody,       ///< the number tells nothing about residents
  Everybody,    ///< all residents of the row
  WithStatus,   ///< residents with a status by the row's account or requirement, else by the run
  WithRequirement,  ///< residents who have what the requirement in the column's name asks for
  WithReason,
  InClass,    ///< residents in the row's distance class
  UpToClass,  ///< residents in this distance class or a nearer one
  OnlyByOtherCounties,
  OnlyByFerry,
  ByRule,  ///< residents in parts of a division of cells that the run names
};

struct Counts {
  Whom whom = Whom::Nobody;
  std::uint32_t from = 0;  ///< range of statuses, reasons or parts, both ends included
  std::uint32_t to = 0;
  std::string_view rule = {};  ///< name of the division
  bool is_share = false;  ///< share of all residents of the row; for classes, of its zone and group
  friend bool operator==(Counts const&, Counts const&) = default;
};

/// Declaration of a column. The name may hold one variable part in braces: {rank} is a number, any
/// other is a name from the run (a requirement, a level, a group, an account).
struct ColumnDeclaration {
  std::string_view name;
  Format format;
  Counts counts;
  std::vector<std::string_view> tables;
  /// Tables of comparisons that have the column for each of the two runs: residents_before,
  /// residents_after.
  std::vector<std::string_view> compared_in = {};
  /// Key of its heading in the catalogues of words, and after "about " of its description. Empty:
  /// the name; for the description without the unit.
  std::string_view key = {};
};

/// Returns all declarations, in the order of the reference page.
[[nodiscard]] std::span<ColumnDeclaration const> declared_columns();

/// Whether the table is one of gapmap coverage or gapmap compare, in which columns may be named
/// after the user's words. Tables of other commands are declared by the name of their file,
/// "matrix_cells"; layers of network.gpkg behind the word network, "network roads".
[[nodiscard]] bool is_of_run(std::string_view table);

/// Returns the table among whose columns a column of `table` is to be looked for: none in
/// particular, which is empty, of tables that is_of_run(); else the table itself.
[[nodiscard]] std::string_view scope_of(std::string_view table);

/// Returns the name under which a table of a comparison is declared, "compare municipalities", as
/// tables of runs have the same names.
[[nodiscard]] std::string compared(std::string_view table);

/// A column as an output names it.
struct FoundColumn {
  ColumnDeclaration const& declared;
  std::string part;       ///< what replaces the variable part of the name
  std::string_view when;  ///< in comparisons "before", "after" or "change", else empty
  Unit unit;              ///< Meters or Seconds in place of Cost, and of thousandths of it
  [[nodiscard]] std::string heading_key() const;      ///< "distance_mean_m"
  [[nodiscard]] std::string description_key() const;  ///< "cost_mean"
};

/// Name of the division of cells by what happens if their nearest place closes: 0: it is beyond the
/// limit anyway; 1: the next one is within it; 2: the next one is beyond it, or there is none.
inline constexpr std::string_view kClosing = "closing";
/// Name of the division in which part 1 holds the cells that can reach only their nearest place.
inline constexpr std::string_view kNoOtherPlace = "no_other_place";

/// Name of the division of a comparison by how residents crossed the limit: 0: they came within it,
/// 1: they fell outside, 2: neither.
inline constexpr std::string_view kCrossed = "crossed";

/// Finds the column of this name in `table`, or in any table of runs and comparisons if that is
/// empty. Returns nothing if there is none.
[[nodiscard]] std::optional<FoundColumn> find_column(std::string_view name,
                                                     std::string_view table = {});

/// Whether a run has, or may have, a column of this name that holds no word of the user: no name
/// that the user gives may be the same.
[[nodiscard]] bool is_taken(std::string_view name);

/// Returns the current name of a table or column of results that the version before called `name`;
/// else `name` itself.
[[nodiscard]] std::string_view current_name(std::string_view name);

/// Returns the names that the column may have in `table`: distance_mean_m and time_mean_s for
/// `cost_mean`; in comparisons also residents_before, residents_after and residents_change.
[[nodiscard]] std::vector<std::string> names_in(std::string_view table,
                                                ColumnDeclaration const& column);

/// The declared columns of one table, as a run writes them.
class ColumnsOf {
 public:
  ColumnsOf(std::string_view table, bool is_time, bool are_people_whole)
      : table_{table}, is_time_{is_time}, are_people_whole_{are_people_whole} {}

  /// Returns a column by its declared name; `part` replaces the variable part.
  /// Requires: the table has this column.
  [[nodiscard]] Column operator()(std::string_view name, std::string_view part = {}) const;
  [[nodiscard]] std::vector<Column> operator()(std::initializer_list<std::string_view> names) const;
  /// Returns a column for one of two compared runs, or for their change: `when` is "before",
  /// "after" or "change".
  [[nodiscard]] Column compared(std::string_view name, std::string_view when) const;

 private:
  [[nodiscard]] ColumnDeclaration const& declared(
      std::string_view name, std::vector<std::string_view> ColumnDeclaration::*tables) const;
  [[nodiscard]] Column written(ColumnDeclaration const& column, std::string name) const;

  std::string table_;
  bool is_time_;
  bool are_people_whole_;
};

}  // namespace gapmap::tables
