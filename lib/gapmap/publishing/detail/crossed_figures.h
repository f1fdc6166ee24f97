#pragma once
// Which fields of result tables count residents, and which residents: the declaration of each
// column applied to the residents of each row.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/disclosure/cross_counts.h"
#include "gapmap/tables/columns.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/publishing/detail/published_people.h"

namespace gapmap::publishing {

/// A field of a table, with the figures that must be shown for the field to be shown: its own, and
/// for a share both parts.
struct CountedField {
  std::size_t table;
  std::size_t row;
  std::size_t column;
  std::vector<disclosure::FigureId> figures;
};

class CrossedFigures {
 public:
  /// Adds the figures of the tables to those of everybody. Keeps references to all arguments.
  CrossedFigures(std::span<tables::OutputTable const> tables, CellFacts const& facts,
                 disclosure::CrossCounts& counts, Numbering const& numbering);

  [[nodiscard]] std::vector<CountedField> const& fields() const { return fields_; }
  [[nodiscard]] double count(disclosure::FigureId figure) const { return counts_.count(figure); }
  /// How the file of cells, and the shapes of gaps, divide the cells of a municipality.
  [[nodiscard]] std::vector<std::size_t> divisions_of_cells() const;

  /// Returns the figures that `column` would count in a row of one of the tables if it had such a
  /// column. Nothing if there is nobody that it could count.
  [[nodiscard]] std::vector<disclosure::FigureId> figures_of(std::string_view table,
                                                             std::size_t row,
                                                             tables::Counts const& column);
  /// Returns the figure of those in the row who are in `part` of a division of everybody, which is
  /// worth as much as a status of the row, or as a gap.
  [[nodiscard]] disclosure::FigureId figure_in_part(std::string_view table, std::size_t row,
                                                    disclosure::Condition const& part, bool is_gap);

 private:
  using Conditions = std::vector<disclosure::Condition>;
  using Layers = std::vector<std::size_t>;
  /// The residents of a row, as far as the declarations of its columns refer to them.
  struct Row {
    std::size_t table;
    std::size_t row;
    std::uint32_t rank;           ///< worth of figures that count all residents of the row
    std::uint32_t rank_of_parts;  ///< of those that count some of them
    Conditions conditions;
    std::size_t statuses;                            ///< the division that says who is covered
    Layers layers = {0};                             ///< layers of residents that the row counts
    std::optional<disclosure::FigureId> whole = {};  ///< denominator of shares, if not own
    std::uint32_t distance_class = 0;
    std::size_t account = 0;
  };
  using OfRow = Row (CrossedFigures::*)(std::size_t t, std::size_t row) const;

  /// Returns how rows of the table are understood; nothing if nobody is counted in it.
  [[nodiscard]] static OfRow subject_of(std::string_view table);
  [[nodiscard]] Row row_of(std::string_view table, std::size_t row) const;
  void add_classes(std::size_t t);
  /// Adds every column that is declared to count residents.
  void add_row(Row const& row);
  disclosure::FigureId add(Row const& row, std::size_t column, Conditions const& more,
                           std::uint32_t rank);
  /// Adds the residents of the row who meet `more` conditions.
  disclosure::FigureId figure_of(Row const& row, Conditions const& more, std::uint32_t rank,
                                 Conditions const& further = {});
  [[nodiscard]] static std::uint32_t rank_of(Row const& row, tables::Counts const& counts);
  /// Returns nothing where the row has no residents that the column could count. `part`: what
  /// stands for the variable part of its name.
  [[nodiscard]] std::optional<Conditions> conditions_of(Row const& row,
                                                        tables::Counts const& counts,
                                                        std::string_view part) const;

  /// Returns a row about a municipality, the cells outside all municipalities, or the total.
  [[nodiscard]] Row row_at_home(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_in_zone(std::size_t t, std::size_t row) const;
  /// Returns a row about one group of residents, or everybody, in a zone of a level.
  [[nodiscard]] Row row_of_group(std::size_t t, std::size_t row) const;
  /// Returns a row about a group by one of the rules of the run.
  [[nodiscard]] Row row_by_rule(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_account(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_gap(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_requirement(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_reason(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_place(std::size_t t, std::size_t row) const;
  [[nodiscard]] std::string_view text(std::size_t t, std::size_t row,
                                      std::string_view column) const;

  std::span<tables::OutputTable const> tables_;
  CellFacts const& facts_;
  disclosure::CrossCounts& counts_;
  Numbering const& numbering_;
  std::vector<CountedField> fields_;
};

}  // namespace gapmap::publishing
