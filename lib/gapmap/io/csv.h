#pragma once
// Fields of CSV according to RFC 4180, read back to the last character as they were written. The
// reader of GDAL does not guarantee that: it joins lines again and guesses whether there is a
// header.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/mapped_file.h"

namespace gapmap::io {

/// Returns a text as a field of a CSV file: quoted where necessary. Text that a spreadsheet would
/// run as a formula (it begins with = + - @, tab or CR and is no number) gets a leading apostrophe,
/// with which spreadsheets mark text. Text that already has leading apostrophes there gets one
/// more, so that no two texts give the same field.
[[nodiscard]] std::string csv_field(std::string const& text);

/// Reads a CSV file row by row. UTF-8, commas; lines end with LF or CR LF; a byte order mark is
/// skipped.
class CsvRows {
 public:
  /// Throws InputError if the file cannot be read or is not in UTF-8.
  explicit CsvRows(std::string path);

  /// Reads the texts that csv_field() was given; false at the end. Throws InputError if a quotation
  /// mark is not closed, or is followed by other text.
  [[nodiscard]] bool next(std::vector<std::string>& fields);
  /// Returns the line on which the last row began, from 1, for errors.
  [[nodiscard]] std::size_t line() const;

 private:
  /// Returns whether the field is the last of its row.
  bool take(std::string& field);
  void take_quoted(std::string& field);
  [[noreturn]] void fail(char const* what) const;

  std::string path_;
  MappedFile file_;
  std::string_view rest_;
  std::size_t row_began_ = 0;
};

}  // namespace gapmap::io
