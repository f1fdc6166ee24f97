#pragma once
// Which fields of result tables count residents, and whom. Private to report.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/disclosure/cross_counts.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/report/published.h"

namespace gapmap::report {

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
  struct Row {
    std::size_t table;
    std::size_t row;
    std::uint32_t rank;
    Conditions conditions;
  };

  void add_municipalities(std::size_t t);
  void add_accounts(std::size_t t);
  void add_classes(std::size_t t);
  void add_zones(std::size_t t);
  void add_gaps(std::size_t t);
  void add_requirements(std::size_t t);
  void add_reasons(std::size_t t);
  void add_places(std::size_t t);

  /// Nothing where the table has no such column.
  std::optional<disclosure::FigureId> add(Row const& row, std::string const& column,
                                          Conditions const& more, Layers const& layers = {0});
  void add_share(Row const& row, std::string const& column,
                 std::vector<std::optional<disclosure::FigureId>> const& figures);
  /// Residents, each status of `division` and the share of the first. Returns the residents.
  std::optional<disclosure::FigureId> add_statuses(Row const& row, std::size_t division,
                                                   std::vector<std::string> const& names);
  /// The conditions of a row about a municipality, the cells of none, or all.
  [[nodiscard]] Row row_at_home(std::size_t t, std::size_t row) const;
  [[nodiscard]] Row row_in_zone(std::size_t t, std::size_t row) const;
  [[nodiscard]] std::string_view text(std::size_t t, std::size_t row,
                                      std::string_view column) const;

  std::span<tables::OutputTable const> tables_;
  CellFacts const& facts_;
  disclosure::CrossCounts counts_;
  std::vector<CountedField> fields_;
};

}  // namespace gapmap::report
