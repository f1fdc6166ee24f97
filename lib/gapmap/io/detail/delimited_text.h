#pragma once
// Text in rows and cells as programs and people write it: its encoding, its separator, and where a
// row ends although somebody forgot a quotation mark. Headers and the meaning of cells are handled
// elsewhere.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/detail/row_shape.h"
#include "gapmap/io/detail/text_encoding.h"

namespace gapmap::io {

struct TextRow {
  std::size_t line = 0;  ///< line on which the row begins, from 1 for the first line of the file
  std::vector<std::string> cells;  ///< in UTF-8, without the quotation marks around them
};

/// Something that was read differently than the rules of CSV say.
struct TextOddity {
  enum class Kind : std::uint8_t {
    UnclosedQuote,  ///< a quotation mark that opens a cell and never closes it, read as text
    QuoteInText  ///< a quotation mark in the middle of a cell, or a cell that continues after its
                 ///< quotation
  };
  Kind kind;
  std::size_t line = 0;
};

class DelimitedText {
 public:
  /// Keeps a view of `bytes`, which must outlive the object; only UTF-16 is copied. Throws
  /// InputError naming `path` if there are zero bytes, which no text contains.
  DelimitedText(std::string path, std::string_view bytes);

  [[nodiscard]] TextEncoding encoding() const noexcept { return encoding_; }
  /// Returns the separator in a line "sep=;", which is not a row; else the one of tab ; | , by
  /// which most lines have as many cells as a line without numbers above them.
  [[nodiscard]] char separator() const noexcept { return separator_; }
  /// Returns the number of cells in most rows.
  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }

  /// Visits the rows in order; every line that is not blank belongs to exactly one row. `visitor`
  /// returns whether it wants more. Lines may end as on Unix, Windows or old Macintoshes, even
  /// mixed.
  ///
  /// A quotation mark that opens a cell is closed by one before a separator or the end of a line.
  /// If that is on a later line, the lines are one row unless one of them looks like a row by
  /// itself: it has as many cells as rows have, and no words where they have figures; or, as cells
  /// may contain separators, its quotation has as many figures as rows have. In that case the mark
  /// swallows rows. It is then text if the quotation gives no row that looks like one; otherwise
  /// InputError names the lines. Marks that are never closed are text, and so are marks in the
  /// middle of a cell.
  /// Cost: linear, as the search for the closing mark ends at the next mark.
  void visit(std::function<bool(TextRow&)> const& visitor,
             std::vector<TextOddity>* oddities = nullptr) const;

 private:
  struct Cursor {
    std::size_t at = 0;
    std::size_t line = 1;
  };
  struct ByTheBook;
  [[nodiscard]] std::size_t end_of_line(std::size_t at) const;
  [[nodiscard]] std::size_t behind_line_end(std::size_t end) const;
  [[nodiscard]] std::size_t line_ends_in(std::string_view text) const;
  [[nodiscard]] std::string_view line_at(std::size_t at) const;
  [[nodiscard]] Cursor after_line(Cursor cursor) const;
  [[nodiscard]] std::string decoded(std::string_view cell) const;
  [[nodiscard]] ByTheBook by_the_book(Cursor from, bool is_lenient) const;
  [[nodiscard]] bool is_row_width(std::size_t width) const noexcept;
  [[nodiscard]] bool swallows_rows(Cursor from, ByTheBook const& book) const;
  [[nodiscard]] bool hides_row(std::string_view cell, Cursor from) const;
  Cursor read_row(Cursor from, TextRow& row, std::vector<TextOddity>* oddities) const;
  Cursor read_odd_row(Cursor from, ByTheBook const& book, TextRow& row,
                      std::vector<TextOddity>* oddities) const;
  void choose_separator();

  std::string path_;
  std::string recoded_;
  std::string_view text_;
  TextEncoding encoding_;
  bool has_lone_returns_ = false;  ///< some lines end with a carriage return alone
  char separator_ = ',';
  std::size_t columns_ = 1;
  RowShape shape_;
  Cursor start_;
};

}  // namespace gapmap::io
