#include "gapmap/io/detail/delimited_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "gapmap/io/detail/header_row.h"
#include "gapmap/io/detail/line_cells.h"
#include "gapmap/units/blanks.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

/// Returns the separator in "sep=;", which Excel reads and writes, perhaps quoted; zero if there is
/// none.
char told_separator(std::string_view line) {
  while (line.ends_with(' ')) line.remove_suffix(1);
  if (line.size() > 2 && line.front() == '"' && line.back() == '"')
    line = line.substr(1, line.size() - 2);
  constexpr std::string_view kSep = "sep=";
  bool const is_told = line.size() > kSep.size() &&
                       std::equal(kSep.begin(), kSep.end(), line.begin(), [](char a, char b) {
                         return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
                       });
  if (!is_told) return '\0';
  char const separator = line[kSep.size()];
  // If Excel has saved the file again, the line has as many separators as the others.
  bool const is_alone = line.find_first_not_of(separator, kSep.size()) == std::string_view::npos;
  return is_alone && separator != '"' ? separator : '\0';
}

void say(std::vector<TextOddity>* oddities, TextOddity::Kind kind, std::size_t line) {
  if (oddities != nullptr) oddities->push_back({kind, line});
}

/// Whether a line has no quotation mark that another line could close.
bool is_sound_line(std::vector<std::string_view> const& cells) {
  return std::ranges::all_of(
      cells, [](std::string_view cell) { return std::ranges::count(cell, '"') % 2 == 0; });
}

/// Returns the cell without the mark that another line opens or closes, treating that as an error.
std::string_view without_odd_mark(std::string_view cell) {
  if (std::ranges::count(cell, '"') % 2 == 0) return cell;
  cell.remove_prefix(std::min(cell.find_first_not_of(' '), cell.size()));
  if (cell.starts_with('"')) cell.remove_prefix(1);
  if (cell.ends_with('"')) cell.remove_suffix(1);
  return cell;
}

/// Whether there is a carriage return that does not belong to a line feed.
bool has_lone_return(std::string_view text) {
  for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at)) {
    auto const behind = text.find_first_not_of('\r', at);
    if (behind == std::string_view::npos || text[behind] != '\n') return true;
    at = behind;
  }
  return false;
}

/// Whether a cell has an unpaired quotation mark, other than one that means inches or the like
/// after a digit.
bool has_odd_mark(std::vector<std::string_view> const& cells) {
  return std::ranges::any_of(cells, [](std::string_view cell) {
    auto const first = cell.find_first_not_of(' ');
    bool const opens = first != std::string_view::npos && cell[first] == '"';
    return !opens && std::ranges::count(cell, '"') % 2 != 0;
  });
}

}  // namespace

/// A row according to the rules of the format.
struct DelimitedText::ByTheBook {
  std::vector<std::string_view> cells;  ///< as written
  bool is_sound = true;                 ///< every mark that opens a cell is closed
  bool is_long = false;                 ///< over several lines
  std::size_t first_long = 0;           ///< first cell that spans lines
  std::size_t last_long = 0;
  Cursor end;
};

DelimitedText::DelimitedText(std::string path, std::string_view bytes)
    : path_{std::move(path)}, text_{bytes}, encoding_{encoding_of(bytes)} {
  bool const is_wide =
      encoding_ == TextEncoding::Utf16LittleEndian || encoding_ == TextEncoding::Utf16BigEndian;
  if (is_wide) {
    recoded_ = from_utf16(bytes, encoding_);
    text_ = recoded_;
  }
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text_.starts_with(kMark)) text_.remove_prefix(kMark.size());
  constexpr char kEndOfFile = '\x1A';  // end-of-file mark of DOS
  if (text_.ends_with(kEndOfFile)) text_.remove_suffix(1);
  has_lone_returns_ = has_lone_return(text_);
  if (auto const zero = text_.find('\0'); zero != std::string_view::npos) {
    auto const line = 1 + line_ends_in(text_.substr(0, zero));
    throw InputError{{path_},
                     fmt::format("line {} has a zero byte, which no text has", line),
                     "save it as CSV again, in UTF-8 or as Unicode text"};
  }
  choose_separator();
}

/// Returns the end of the line that contains `at`: a line feed, a carriage return, or the end of
/// the text.
std::size_t DelimitedText::end_of_line(std::size_t at) const {
  if (!has_lone_returns_) return std::min(text_.find('\n', at), text_.size());
  while (at < text_.size() && text_[at] != '\n' && text_[at] != '\r') ++at;
  return std::min(at, text_.size());
}

/// Returns the position after a line end; carriage returns before a line feed end the same line.
std::size_t DelimitedText::behind_line_end(std::size_t end) const {
  if (end >= text_.size()) return text_.size();
  auto const feed = text_.find_first_not_of('\r', end);
  return feed != std::string_view::npos && text_[feed] == '\n' ? feed + 1 : end + 1;
}

/// Returns the number of line ends in `text`, which is a part of the whole text.
std::size_t DelimitedText::line_ends_in(std::string_view text) const {
  if (!has_lone_returns_) return static_cast<std::size_t>(std::ranges::count(text, '\n'));
  auto const begin = static_cast<std::size_t>(text.data() - text_.data());
  std::size_t ends = 0;
  for (auto at = end_of_line(begin); at < begin + text.size(); ++ends)
    at = end_of_line(behind_line_end(at));
  return ends;
}

std::string_view DelimitedText::line_at(std::size_t at) const {
  auto line = text_.substr(at, end_of_line(at) - at);
  while (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

DelimitedText::Cursor DelimitedText::after_line(Cursor cursor) const {
  return {behind_line_end(end_of_line(cursor.at)), cursor.line + 1};
}

std::string DelimitedText::decoded(std::string_view cell) const {
  std::string storage;
  auto const text = unquoted(cell, storage);
  // Lists may be composed from files in several encodings.
  return encoding_ != TextEncoding::Windows1252 || is_utf8(text) ? std::string{text}
                                                                 : from_windows_1252(text);
}

void DelimitedText::choose_separator() {
  constexpr std::size_t kLinesLookedAt = 100;
  std::vector<std::string_view> lines;
  for (Cursor cursor = start_; cursor.at < text_.size() && lines.size() < kLinesLookedAt;
       cursor = after_line(cursor)) {
    auto const line = line_at(cursor.at);
    if (lines.empty() && cursor.line == 1) {
      if (char const told = told_separator(line); told != '\0') {
        start_ = after_line(cursor);
        separator_ = told;
        continue;
      }
    }
    if (!is_blank(line)) lines.push_back(line);
  }
  bool const is_told = start_.at > 0;
  std::size_t best = 0;
  for (char const candidate : {'\t', ';', '|', ','}) {
    if (is_told && candidate != '\t') break;
    std::vector<std::vector<std::string_view>> rows(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
      split_line(lines[i], is_told ? separator_ : candidate, MarksInside::AreText, rows[i]);
    auto const [columns, agreeing] = likely_columns(rows);
    if (columns < 2 || agreeing <= best) continue;
    best = agreeing;
    columns_ = columns;
    if (!is_told) separator_ = candidate;
  }
  std::vector<std::vector<std::string_view>> sound;
  std::vector<std::string_view> cells;
  for (auto const line : lines) {
    split_line(line, separator_, MarksInside::AreText, cells);
    if (is_sound_line(cells)) sound.push_back(cells);
  }
  shape_ = RowShape{sound};
}

DelimitedText::ByTheBook DelimitedText::by_the_book(Cursor from, bool is_lenient) const {
  ByTheBook book;
  constexpr std::size_t kFarthest = 4096;  // reach of a lenient reading, extended to a line end
  auto const text = is_lenient
                        ? text_.substr(0, end_of_line(std::min(from.at + kFarthest, text_.size())))
                        : text_;
  auto const line_end_at = [&](std::size_t place) {
    return std::min(end_of_line(place), text.size());
  };
  std::size_t at = from.at;
  auto line_end = line_end_at(at);
  for (;;) {
    auto const first = std::min(text.find_first_not_of(' ', at), text.size());
    bool const opens = first < text.size() && text[first] == '"';
    auto end = std::min(text.substr(0, line_end).find(separator_, at), line_end);
    if (opens) {
      auto const close = closing_mark(text, first, separator_, is_lenient);
      if (close == std::string_view::npos) {
        book.is_sound = false;
        return book;
      }
      if (close > line_end) {
        if (!book.is_long) book.first_long = book.cells.size();
        book.last_long = book.cells.size();
        book.is_long = true;
      }
      if (close > line_end) line_end = line_end_at(close);
      end = std::min(text.substr(0, line_end).find(separator_, close), line_end);
    }
    auto cell = text.substr(at, end - at);
    bool const is_last = end == line_end;
    while (is_last && cell.ends_with('\r')) cell.remove_suffix(1);
    book.cells.push_back(cell);
    if (is_last) {
      book.end.at = behind_line_end(end);
      book.end.line = from.line + line_ends_in(text.substr(from.at, end - from.at)) + 1;
      return book;
    }
    at = end + 1;
  }
}

bool DelimitedText::is_row_width(std::size_t width) const noexcept {
  return width == columns_ || shape_.is_usual(width);
}

/// Whether a row over several lines is really several rows. Its first line has all cells in any
/// case if the last cell is the one that continues, and its last line if it is the first cell.
bool DelimitedText::swallows_rows(Cursor from, ByTheBook const& book) const {
  std::vector<std::string_view> cells;
  bool const ends_long = book.last_long + 1 >= columns_ || book.last_long + 1 == book.cells.size();
  for (Cursor line = from; line.at < book.end.at; line = after_line(line)) {
    bool const is_first = line.at == from.at;
    bool const is_last = line.line + 1 == book.end.line;
    if ((is_first && ends_long) || (is_last && book.first_long == 0)) continue;
    split_line(line_at(line.at), separator_, MarksInside::AreText, cells);
    std::ranges::transform(cells, cells.begin(), without_odd_mark);
    if (is_row_width(cells.size()) && shape_.may_have(cells)) return true;
  }
  for (auto i = book.first_long; i <= book.last_long; ++i) {
    if (hides_row(book.cells[i], from)) return true;
  }
  return false;
}

/// Whether one line of a cell has as many figures as a row and belongs to a line as long as a row.
/// `from` is where the row of the cell begins.
bool DelimitedText::hides_row(std::string_view cell, Cursor from) const {
  std::vector<std::string_view> part;
  std::vector<std::string_view> cells;
  auto const begin = static_cast<std::size_t>(cell.data() - text_.data());
  auto const end = begin + cell.size();
  if (end_of_line(begin) >= end) return false;
  for (auto at = begin; at < end; at = behind_line_end(end_of_line(at))) {
    split_line(text_.substr(at, std::min(end_of_line(at), end) - at), separator_,
               MarksInside::AreText, part);
    auto const before = at == 0 ? std::string_view::npos : text_.find_last_of("\r\n", at - 1);
    auto const line = before == std::string_view::npos ? from.at : std::max(from.at, before + 1);
    split_line(line_at(line), separator_, MarksInside::AreText, cells);
    if (shape_.may_hide(cells.size(), part)) return true;
  }
  return false;
}

DelimitedText::Cursor DelimitedText::read_odd_row(Cursor from, ByTheBook const& book, TextRow& row,
                                                  std::vector<TextOddity>* oddities) const {
  using Kind = TextOddity::Kind;
  auto const line = line_at(from.at);
  std::vector<std::string_view> cells;
  split_line(line, separator_, MarksInside::AreText, cells);
  auto kind = Kind::UnclosedQuote;
  auto end = after_line(from);
  if (book.is_sound) {  // it swallows rows
    if (is_row_width(book.cells.size())) {
      throw InputError{
          {path_},
          fmt::format("a quotation mark opens in line {} and closes in line {}, but lines from "
                      "there to there are rows by themselves",
                      from.line, book.end.line - 1),
          "close the quotation mark in its line, or delete it"};
    }
  } else {
    if (std::ranges::count(line, '"') % 2 == 0) kind = Kind::QuoteInText;
    if (!is_row_width(cells.size())) {
      std::vector<std::string_view> quoted;
      split_line(line, separator_, MarksInside::Quote, quoted);
      if (quoted.size() == columns_ && std::ranges::count(line, '"') % 2 == 0) {
        cells = std::move(quoted);
        kind = Kind::QuoteInText;
      } else if (auto far = by_the_book(from, true); far.is_sound &&
                                                     is_row_width(far.cells.size()) &&
                                                     !(far.is_long && swallows_rows(from, far))) {
        cells = std::move(far.cells);
        end = far.end;
        kind = Kind::QuoteInText;
      }
    }
  }
  say(oddities, kind, from.line);
  row.cells.clear();
  for (auto const cell : cells) row.cells.push_back(decoded(cell));
  return end;
}

DelimitedText::Cursor DelimitedText::read_row(Cursor from, TextRow& row,
                                              std::vector<TextOddity>* oddities) const {
  row.line = from.line;
  auto const line = line_at(from.at);
  bool const is_decoded = encoding_ != TextEncoding::Windows1252;
  if (line.find('"') == std::string_view::npos) {
    std::size_t count = 0;
    for (std::size_t at = 0;; ++count) {
      auto const end = std::min(line.find(separator_, at), line.size());
      if (row.cells.size() <= count) row.cells.emplace_back();
      auto const cell = line.substr(at, end - at);
      if (is_decoded) {
        row.cells[count].assign(cell);
      } else {
        row.cells[count] = decoded(cell);
      }
      if (end == line.size()) break;
      at = end + 1;
    }
    row.cells.resize(count + 1);
    return after_line(from);
  }
  auto const book = by_the_book(from, false);
  if (!book.is_sound || (book.is_long && swallows_rows(from, book)))
    return read_odd_row(from, book, row, oddities);
  auto cells = book.cells;
  if (!book.is_long && cells.size() != columns_) {
    std::vector<std::string_view> quoted;
    split_line(line, separator_, MarksInside::Quote, quoted);
    if (quoted.size() == columns_) cells = std::move(quoted);
  }
  if (has_odd_mark(cells)) say(oddities, TextOddity::Kind::QuoteInText, from.line);
  row.cells.clear();
  for (auto const cell : cells) row.cells.push_back(decoded(cell));
  return book.end;
}

void DelimitedText::visit(std::function<bool(TextRow&)> const& visitor,
                          std::vector<TextOddity>* oddities) const {
  TextRow row;
  for (Cursor cursor = start_; cursor.at < text_.size();) {
    if (is_blank(line_at(cursor.at)) && separator_ != '\t') {
      cursor = after_line(cursor);
      continue;
    }
    if (line_at(cursor.at).empty()) {
      cursor = after_line(cursor);
      continue;
    }
    stop_if_asked();
    cursor = read_row(cursor, row, oddities);
    if (!visitor(row)) return;
  }
}

}  // namespace gapmap::io
