#pragma once
// Text in rows and cells as programs and people write it: which encoding, which separator, and
// where a row ends although somebody forgot a quotation mark. Knows nothing of headers and of what
// the cells mean.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/detail/row_shape.h"
#include "gapmap/io/detail/text_encoding.h"

namespace gapmap::io {

struct TextRow {
  std::size_t line = 0;            ///< of its beginning, the first of the file being 1
  std::vector<std::string> cells;  ///< in UTF-8, without the quotation marks around them
};

/// What was read in another way than by the book.
struct TextOddity {
  enum class Kind : std::uint8_t {
    UnclosedQuote,  ///< a quotation mark that opens a cell and never closes it, read as text
    QuoteInText     ///< one in the middle of a cell, or a cell that goes on behind its quotation
  };
  Kind kind;
  std::size_t line = 0;
};

class DelimitedText {
 public:
  /// `bytes` must outlive it; only UTF-16 is copied. Throws InputError naming `path` if they hold
  /// zero bytes, which no text has.
  DelimitedText(std::string path, std::string_view bytes);

  [[nodiscard]] TextEncoding encoding() const noexcept { return encoding_; }
  /// What the line "sep=;" says, which is no row; else the one of tab ; | , by which most lines
  /// have as many cells as a line without numbers above them.
  [[nodiscard]] char separator() const noexcept { return separator_; }
  /// Cells of most rows.
  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }

  /// Every line that is not blank belongs to exactly one row, in order; `visitor` returns whether
  /// it wants more. Lines end as Unix, Windows or an old Macintosh end them, each as it comes.
  /// A quotation mark that opens a cell closes it in front of a separator or the end of a line. If
  /// that is in a later line, the lines are one row unless one of them looks like a row by itself:
  /// as many cells as rows have and no words where they have figures, or, as cells may have
  /// separators of their own, as many figures in the quotation. Then the mark swallows rows and is
  /// text if the quotation gives no row that looks like one, else InputError names the lines.
  /// Marks that never close are text, and so are those in the middle of a cell.
  /// Complexity: linear, as the search for the other mark ends at the next one.
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
  bool has_lone_returns_ = false;  ///< a carriage return that ends a line by itself
  char separator_ = ',';
  std::size_t columns_ = 1;
  RowShape shape_;
  Cursor start_;
};

}  // namespace gapmap::io
