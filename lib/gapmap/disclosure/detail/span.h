#pragma once
// What follows from known sums of unknown numbers: sparse Gaussian elimination, one row at a time.
//
// Arithmetic is modulo a prime p. A row that is a combination of others over the rational numbers
// is one modulo p as well, unless p divides a denominator of the combination. Such a denominator is
// a minor of the matrix (Cramer), so for p near 2^61 this takes a minor that happens to be a
// multiple of p. The opposite error, taking an undetermined figure for determined, only hides one
// figure more.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/disclosure/detail/prime_field.h"

namespace gapmap::disclosure {

struct Entry {
  std::uint32_t column;
  Residue value;
  friend bool operator==(Entry, Entry) = default;
};
using Row = std::vector<Entry>;  ///< entries by column, none of them zero

/// Returns the value of `row` in `column`; zero where the row has no entry.
[[nodiscard]] Residue at(Row const& row, std::uint32_t column);

/// The linear span of the rows put in.
class Span {
 public:
  /// `costs` has one value per column. Each row is solved for its cheapest column; the cost should
  /// grow with the number of other rows that the column is in, so that rows stay short.
  explicit Span(std::vector<std::uint32_t> costs);

  /// Returns what remains of `row` after elimination; empty if the row is in the span. Columns of
  /// `row` may repeat.
  [[nodiscard]] Row reduced(std::span<Entry const> row);
  /// Returns the column that a row would be solved for.
  /// Requires: `row` comes from reduced() and is not empty.
  [[nodiscard]] std::uint32_t pivot_of(Row const& row) const;
  /// Adds a row to the span.
  /// Requires: `row` comes from reduced() and is not empty.
  void insert(Row row);

  /// Returns one row for each row put in, with 1 at its pivot and without the pivots of earlier
  /// rows.
  [[nodiscard]] std::vector<Row> const& rows() const { return rows_; }
  [[nodiscard]] std::vector<std::uint32_t> const& pivots() const { return pivots_; }

 private:
  std::vector<std::uint32_t> costs_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> pivots_;    ///< pivot column of each row
  std::vector<std::int64_t> solved_by_;  ///< row solved for each column, or -1
  std::vector<Residue> work_;
  std::vector<char> is_touched_;
};

}  // namespace gapmap::disclosure
