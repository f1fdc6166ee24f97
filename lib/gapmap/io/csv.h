#pragma once
// Fields of CSV as RFC 4180 has them. What was written is read again to the last character, which
// the reader of GDAL does not promise: it joins lines anew and guesses whether there is a header.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/mapped_file.h"

namespace gapmap::io {

/// A field as it stands in such a file: quoted where it must be. Text that a spreadsheet would run
/// as a formula (it begins with = + - @, tab or CR and is no number) gets an apostrophe before it,
/// as spreadsheets themselves mark text. Text that has apostrophes there already gets one more, so
/// that no two texts are the same field.
[[nodiscard]] std::string csv_field(std::string const& text);

/// A file of such fields, row by row. UTF-8, commas; lines end with LF or CR LF; a byte order mark
/// is passed over.
class CsvRows {
 public:
  /// Throws InputError if the file cannot be read, or is not in UTF-8.
  explicit CsvRows(std::string path);

  /// The texts that csv_field() was given; false at the end. Throws InputError if a quote is not
  /// closed, or something follows it.
  [[nodiscard]] bool next(std::vector<std::string>& fields);
  /// Where the row begins that came last, from 1: for errors.
  [[nodiscard]] std::size_t line() const;

 private:
  /// Whether it was the last of its row.
  bool take(std::string& field);
  void take_quoted(std::string& field);
  [[noreturn]] void fail(char const* what) const;

  std::string path_;
  MappedFile file_;
  std::string_view rest_;
  std::size_t row_began_ = 0;
};

}  // namespace gapmap::io
