#pragma once
// What follows from known sums of unknown numbers: sparse Gaussian elimination, one row at a time.
//
// Rows are counted modulo a prime p. A row that is a combination of others over the rational
// numbers is one modulo p as well, unless p divides a denominator of the combination, which is a
// minor of the matrix (Cramer): for p near 2^61 that takes a minor that happens to be a multiple of
// p. The other error, taking for determined what is not, only hides a figure more.

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
using Row = std::vector<Entry>;  ///< by column, none of them zero

/// The value of `row` in `column`; zero where it has none.
[[nodiscard]] Residue at(Row const& row, std::uint32_t column);

/// All combinations of the rows put in.
class Span {
 public:
  /// `costs`, one a column: rows are solved for their cheapest column, that of fewest other rows.
  explicit Span(std::vector<std::uint32_t> costs);

  /// What remains of `row`, whose columns may repeat: nothing if it is in the span.
  [[nodiscard]] Row reduced(std::span<Entry const> row);
  /// The column that a row as reduced() gives it would be solved for. Requires: not empty.
  [[nodiscard]] std::uint32_t pivot_of(Row const& row) const;
  /// Requires: as reduced() gives it, not empty.
  void insert(Row row);

  /// One a row put in, 1 at its pivot; without the pivots of earlier ones.
  [[nodiscard]] std::vector<Row> const& rows() const { return rows_; }
  [[nodiscard]] std::vector<std::uint32_t> const& pivots() const { return pivots_; }

 private:
  std::vector<std::uint32_t> costs_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> pivots_;    ///< of the rows
  std::vector<std::int64_t> solved_by_;  ///< row of a pivot column, or -1
  std::vector<Residue> work_;
  std::vector<char> is_touched_;
};

}  // namespace gapmap::disclosure
