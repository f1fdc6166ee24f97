#pragma once
// A table that somebody typed or a program saved as text: rows of cells under a header, from
// delimited text or a spreadsheet.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/detail/cell_kind.h"
#include "gapmap/io/detail/header_row.h"
#include "gapmap/io/remark_text.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

struct InputRow {
  std::size_t number = 0;  ///< number by which people find it, see InputSheet
  std::vector<std::string> cells;
  std::vector<CellKind> kinds = {};  ///< shorter than `cells` if the remaining ones are text

  [[nodiscard]] CellKind kind(std::size_t cell) const noexcept {
    return cell < kinds.size() ? kinds[cell] : CellKind::Text;
  }
};

/// An oddity of a row.
struct RowOddity {
  RemarkText what;
  std::string place;  ///< "line 4"
  bool is_left_out = false;
  std::vector<std::size_t> fields = {};  ///< fields concerned; empty: the whole row
};

/// Source of the rows.
class RowSource {
 public:
  RowSource() = default;
  RowSource(RowSource const&) = delete;
  RowSource& operator=(RowSource const&) = delete;
  virtual ~RowSource() = default;

  /// Visits all rows from the top, numbered as in the file; the visitor returns whether it wants
  /// more.
  virtual void visit(std::function<bool(InputRow&)> const& visitor) const = 0;
  /// Returns oddities of rows by their number in the file. Complete after a full visit.
  [[nodiscard]] virtual std::vector<std::pair<RemarkText, std::size_t>> oddities() const = 0;
  /// Whether rows are identified by their position in the file, rather than by their count below
  /// the header.
  [[nodiscard]] virtual bool has_numbered_rows() const = 0;
  /// Whether a cell too many may have shifted the following ones, as a separator in text does. In a
  /// spreadsheet it is a note beside the table.
  [[nodiscard]] virtual bool may_shift() const = 0;
  /// Returns "line" or "row", for remarks.
  [[nodiscard]] virtual std::string_view row_is() const = 0;
};

class InputSheet {
 public:
  /// Finds the header, or takes row number `header`. Throws InputError if there is no such row.
  InputSheet(std::shared_ptr<RowSource const> source, InputError::Where where,
             std::optional<std::size_t> header, KnownName const& is_known);

  /// Returns the names of the columns as in the header; "field_3" where there is none, and with _2
  /// appended where an earlier column has the same name. Columns after the last one with a name or
  /// a cell are ignored.
  [[nodiscard]] std::vector<std::string> const& fields() const noexcept { return fields_; }
  /// Returns the row number of the header if rows above it are not part of the table; 0: it is the
  /// first row.
  [[nodiscard]] std::size_t skipped_to() const noexcept { return skipped_to_; }
  [[nodiscard]] std::string_view row_is() const { return source_->row_is(); }

  /// Returns row numbers near the beginning that look like headers but were not chosen.
  [[nodiscard]] std::vector<std::size_t> const& like_headers() const noexcept {
    return like_headers_;
  }

  /// Visits every row below the header that is not blank, with as many cells as there are fields
  /// and without blanks around them. Left out are repetitions of the header and, where cells may
  /// shift, rows that have more cells than the header or a number after its last field.
  void visit(std::function<void(InputRow const&)> const& visitor) const;
  /// Returns oddities of the rows, including rows left out. Throws InputError if a row after other
  /// rows looks like the header of another table, unless the user gave the header, or if most rows
  /// have more cells than the header.
  [[nodiscard]] std::vector<RowOddity> oddities() const;

 private:
  void name_fields(std::vector<std::string> const& header);
  [[nodiscard]] bool is_header_again(std::vector<std::string> const& cells) const;
  [[nodiscard]] std::span<std::string const> beyond(InputRow const& row) const;
  [[nodiscard]] bool is_shifted(InputRow const& row) const;
  [[noreturn]] void refuse_other_header(std::size_t number) const;
  std::shared_ptr<RowSource const> source_;
  InputError::Where where_;
  std::vector<std::string> fields_;
  std::vector<std::string> names_;  ///< cells of the header
  std::size_t header_ = 0;          ///< its row number in the file
  std::size_t skipped_to_ = 0;
  std::vector<std::size_t> rows_above_;
  std::vector<std::size_t> like_headers_;
  std::optional<OtherHeader> other_header_;  ///< nothing: the user gave the header
};

}  // namespace gapmap::io
