#pragma once
// Which fields of result tables count residents, and whom: what the catalogue of columns says of
// each column, of the people that its row is about.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/disclosure/cross_counts.h"
#include "gapmap/tables/columns.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/publishing/published.h"

namespace gapmap::publishing {

/// A field of a table and the figures that must be shown for it to be: itself, of a share both.
struct CountedField {
  std::size_t table;
  std::size_t row;
  std::size_t column;
  std::vector<disclosure::FigureId> figures;
};

class CrossedFigures {
 public:
  /// Both must stay.
  CrossedFigures(std::span<tables::OutputTable const> tables, CellFacts const& facts);

  [[nodiscard]] std::vector<CountedField> const& fields() const { return fields_; }
  [[nodiscard]] disclosure::CrossCounts& counts() { return counts_; }

 private:
  using Conditions = std::vector<disclosure::Condition>;
  using Layers = std::vector<std::size_t>;
  /// Whom a row is about, as far as its columns ask.
  struct Row {
    std::size_t table;
    std::size_t row;
    std::uint32_t rank;           ///< of everybody in it
    std::uint32_t rank_of_parts;  ///< of some of them
    Conditions conditions;
    std::size_t statuses;                            ///< the division that says who is covered
    Layers layers = {0};                             ///< the people it counts
    std::optional<disclosure::FigureId> whole = {};  ///< what its shares are of, if not its own
    std::uint32_t distance_class = 0;
    std::size_t account = 0;
  };
  using OfRow = Row (CrossedFigures::*)(std::size_t t, std::size_t row) const;

  void add_rows(std::size_t t, OfRow subject);
  void add_classes(std::size_t t);
  /// Every column that the catalogue says counts residents.
  void add_row(Row const& row);
  disclosure::FigureId add(Row const& row, std::size_t column, Conditions more, std::uint32_t rank);
  /// Nothing where the row has nobody whom the column could count.
  [[nodiscard]] std::optional<Conditions> conditions_of(Row const& row,
                                                        tables::FoundColumn const& column) const;

  /// About a municipality, the cells of none, or all.
  [[nodiscard]] Row row_at_home(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_in_zone(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_account(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_gap(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_requirement(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_reason(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_of_place(std::size_t t, std::size_t row) const;
  [[nodiscard]] std::string_view text(std::size_t t, std::size_t row,
                                      std::string_view column) const;

  std::span<tables::OutputTable const> tables_;
  CellFacts const& facts_;
  disclosure::CrossCounts counts_;
  std::vector<CountedField> fields_;
};

}  // namespace gapmap::publishing
