#pragma once
// A table that somebody typed or a program saved as text: rows of cells under a header, from
// delimited text or a spreadsheet. Private to io.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/remark_text.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

struct InputRow {
  std::size_t number = 0;  ///< by which people find it, see InputSheet
  std::vector<std::string> cells;
  /// Cells that are numbers to the program that saved them, whose mark is a full stop; shorter than
  /// `cells` where none is.
  std::vector<char> are_numbers = {};
};

/// Where the rows come from.
class RowSource {
 public:
  RowSource() = default;
  RowSource(RowSource const&) = delete;
  RowSource& operator=(RowSource const&) = delete;
  virtual ~RowSource() = default;

  /// All rows from the top, numbered as in the file; the visitor returns whether it wants more.
  virtual void visit(std::function<bool(InputRow&)> const& visitor) const = 0;
  /// What is odd about rows, by their number in the file. Complete after a whole visit.
  [[nodiscard]] virtual std::vector<std::pair<RemarkText, std::size_t>> oddities() const = 0;
  /// Whether rows are told by where they stand in the file, else by their count below the header.
  [[nodiscard]] virtual bool has_numbered_rows() const = 0;
  /// "line" or "row", for remarks.
  [[nodiscard]] virtual std::string_view row_is() const = 0;
};

class InputSheet {
 public:
  /// Finds the header, or takes the row that is `header`. Throws InputError if there is no such
  /// row.
  InputSheet(std::shared_ptr<RowSource const> source, InputError::Where where,
             std::optional<std::size_t> header,
             std::function<bool(std::string_view)> const& is_known);

  /// Of the columns: names as in the header, "field_3" where it has none; a name that an earlier
  /// one has is followed by _2. Columns behind the last one with a name or a cell are none.
  [[nodiscard]] std::vector<std::string> const& fields() const noexcept { return fields_; }
  /// Row of the file that the header is in, if rows above it are none of the table; 0: it is the
  /// first.
  [[nodiscard]] std::size_t skipped_to() const noexcept { return skipped_to_; }
  [[nodiscard]] std::string_view row_is() const { return source_->row_is(); }

  /// Every row below the header that is not blank, with as many cells as there are fields.
  void visit(std::function<void(InputRow const&)> const& visitor) const;
  /// What is odd about its rows, those that have more cells than fields among them.
  [[nodiscard]] std::vector<std::pair<RemarkText, std::string>> remarks() const;

 private:
  void name_fields(std::vector<std::string> const& header);
  std::shared_ptr<RowSource const> source_;
  std::vector<std::string> fields_;
  std::size_t header_ = 0;  ///< its number in the file
  std::size_t skipped_to_ = 0;
};

}  // namespace gapmap::io
