#pragma once
// The catalogue of columns: every column that a command writes is declared once, in
// declared_columns.cpp. Tables, headings, descriptions, layers, publishing and the reference page
// take from there what they say of it.

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
  MapMeters,  ///< of the working coordinate system
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
    Words,  ///< of gapmap, told in the reader's language: too_far, no_place_near
    Integer,
    Real,
    People,  ///< whole where the population's numbers are, else thousandths
  };
  Kind kind;
  Unit unit = Unit::None;
  int decimals = 0;  ///< as many as mean something
};

/// Which residents a number counts, of all those its row is about.
enum class Whom : std::uint8_t {
  Unpublished,      ///< it tells of residents by a rule unlike these: published runs leave it out
  Nobody,           ///< it tells nothing of residents
  Everybody,        ///< all that the row is about
  WithStatus,       ///< by the account or requirement of the row, else by the run
  WithRequirement,  ///< who have what the requirement in the column's name asks for
  WithReason,
  InClass,    ///< of the row's class of distance
  UpToClass,  ///< of this class or a nearer one
  OnlyByOtherCounties,
  OnlyByFerry,
  ByRule,  ///< in parts of a division of the cells that the run tells by name
};

struct Counts {
  Whom whom = Whom::Nobody;
  std::uint32_t from = 0;  ///< the statuses, reasons or parts, both ends included
  std::uint32_t to = 0;
  std::string_view rule = {};  ///< the name of the division
  bool is_share = false;       ///< of all that the row is about; of a class, of its zone and group
  friend bool operator==(Counts const&, Counts const&) = default;
};

/// A name may hold a part that varies, in braces: {rank} is a number, all others are names of the
/// run (a requirement, a level, a group, an account).
struct ColumnDeclaration {
  std::string_view name;
  Format format;
  Counts counts;
  std::vector<std::string_view> tables;
  /// Those of a comparison that have it of each of the two runs: residents_before, residents_after.
  std::vector<std::string_view> compared_in = {};
  /// By which the catalogues of words have its heading, and after "about " its description; empty:
  /// the name, in the description without the unit.
  std::string_view key = {};
};

/// In the order of the reference page.
[[nodiscard]] std::span<ColumnDeclaration const> declared_columns();

/// Whether the table is one of gapmap coverage or gapmap compare, in which columns may be named
/// after the user's words. Tables of other commands are declared by the name of their file,
/// "matrix_cells"; layers of network.gpkg behind the word network, "network roads".
[[nodiscard]] bool is_of_run(std::string_view table);

/// Tables of comparisons are declared under names of their own, for those of runs are called alike:
/// "compare municipalities".
[[nodiscard]] std::string compared(std::string_view table);

/// A column as an output calls it.
struct FoundColumn {
  ColumnDeclaration const& declared;
  std::string part;       ///< what stands for the part that varies
  std::string_view when;  ///< of a comparison "before", "after" or "change", else empty
  Unit unit;              ///< Meters or Seconds in place of Cost, so of its thousandths
  [[nodiscard]] std::string heading_key() const;      ///< "distance_mean_m"
  [[nodiscard]] std::string description_key() const;  ///< "cost_mean"
};

/// Divisions of the cells by what becomes of those whose nearest place closes: 0: it is beyond the
/// limit anyway; 1: the next one is within it; 2: it is not.
inline constexpr std::string_view kClosing = "closing";
/// 1: only the nearest place can be reached at all.
inline constexpr std::string_view kNoOtherPlace = "no_other_place";

/// Nothing if the table has no column of this name; if none is named, no table of runs and
/// comparisons.
[[nodiscard]] std::optional<FoundColumn> find_column(std::string_view name,
                                                     std::string_view table = {});

/// What a table or a column of results is called now that the version before called `name`; else
/// `name` itself.
[[nodiscard]] std::string_view current_name(std::string_view name);

/// What a table that has the column may call it: distance_mean_m and time_mean_s of `cost_mean`,
/// and in comparisons residents_before, residents_after and residents_change.
[[nodiscard]] std::vector<std::string> names_in(std::string_view table,
                                                ColumnDeclaration const& column);

/// The declared columns of a table, as a run writes them.
class ColumnsOf {
 public:
  ColumnsOf(std::string_view table, bool is_time, bool are_people_whole)
      : table_{table}, is_time_{is_time}, are_people_whole_{are_people_whole} {}

  /// By the declared name, `part` in place of what varies. Requires: the table has it.
  [[nodiscard]] Column operator()(std::string_view name, std::string_view part = {}) const;
  [[nodiscard]] std::vector<Column> operator()(std::initializer_list<std::string_view> names) const;
  /// As one of the two runs has it, or their change: `when` is "before", "after" or "change".
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
