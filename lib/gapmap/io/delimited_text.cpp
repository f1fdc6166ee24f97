#include "gapmap/io/delimited_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "gapmap/io/header_row.h"
#include "gapmap/io/line_cells.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

/// "sep=;" as Excel reads and writes it, also quoted; the separator, or zero.
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
  // Saved again, the line has as many separators as the others.
  bool const is_alone = line.find_first_not_of(separator, kSep.size()) == std::string_view::npos;
  return is_alone && separator != '"' ? separator : '\0';
}

void say(std::vector<TextOddity>* oddities, TextOddity::Kind kind, std::size_t line) {
  if (oddities != nullptr) oddities->push_back({kind, line});
}

/// A mark in a cell that is not one of a pair, unless it means inches or the like behind a digit.
bool has_odd_mark(std::vector<std::string_view> const& cells) {
  return std::ranges::any_of(cells, [](std::string_view cell) {
    auto const first = cell.find_first_not_of(' ');
    bool const opens = first != std::string_view::npos && cell[first] == '"';
    return !opens && std::ranges::count(cell, '"') % 2 != 0;
  });
}

}  // namespace

/// A row by the rules of the format.
struct DelimitedText::ByTheBook {
  std::vector<std::string_view> cells;  ///< as written
  bool is_sound = true;                 ///< every mark that opens a cell closes it
  bool is_long = false;                 ///< over several lines
  std::size_t first_long = 0;           ///< cell that goes over lines
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
  constexpr char kEndOfFile = '\x1A';  // of DOS
  if (text_.ends_with(kEndOfFile)) text_.remove_suffix(1);
  if (auto const zero = text_.find('\0'); zero != std::string_view::npos) {
    auto const line = 1 + std::ranges::count(text_.substr(0, zero), '\n');
    throw InputError{{path_},
                     fmt::format("line {} has a zero byte, which no text has", line),
                     "save it as CSV again, in UTF-8 or as Unicode text"};
  }
  // Of an old Macintosh, perhaps with one last line end that another program has added.
  std::size_t returns = 0;  // by themselves
  for (auto at = text_.find('\r'); at != std::string_view::npos; at = text_.find('\r', at + 1)) {
    auto const next = at + 1 < text_.size() ? text_[at + 1] : '\0';
    if (next != '\n' && next != '\r') ++returns;
  }
  if (returns > static_cast<std::size_t>(std::ranges::count(text_, '\n'))) line_end_ = '\r';
  choose_separator();
}

std::string_view DelimitedText::line_at(std::size_t at) const {
  auto const end = std::min(text_.find(line_end_, at), text_.size());
  auto line = text_.substr(at, end - at);
  while (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

DelimitedText::Cursor DelimitedText::after_line(Cursor cursor) const {
  auto const end = text_.find(line_end_, cursor.at);
  return {end == std::string_view::npos ? text_.size() : end + 1, cursor.line + 1};
}

std::string DelimitedText::decoded(std::string_view cell) const {
  std::string storage;
  auto const text = unquoted(cell, storage);
  // Lists are put together from files in several encodings.
  return encoding_ != TextEncoding::Windows1252 || is_utf8(text) ? std::string{text}
                                                                 : from_windows_1252(text);
}

void DelimitedText::choose_separator() {
  constexpr std::size_t kLooked = 100;
  std::vector<std::string_view> lines;
  for (Cursor cursor = start_; cursor.at < text_.size() && lines.size() < kLooked;
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
}

DelimitedText::ByTheBook DelimitedText::by_the_book(Cursor from, bool is_lenient) const {
  ByTheBook book;
  constexpr std::size_t kFarthest = 4096;  // that a lenient reading may reach, and on to a line end
  auto const text =
      is_lenient ? text_.substr(0, text_.find(line_end_, from.at + kFarthest)) : text_;
  std::size_t at = from.at;
  auto line_end = std::min(text.find(line_end_, at), text.size());
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
      if (close > line_end) line_end = std::min(text.find(line_end_, close), text.size());
      end = std::min(text.substr(0, line_end).find(separator_, close), line_end);
    }
    auto cell = text.substr(at, end - at);
    bool const is_last = end == text.size() || text[end] == line_end_;
    while (is_last && cell.ends_with('\r')) cell.remove_suffix(1);
    book.cells.push_back(cell);
    if (is_last) {
      book.end.at = end == text.size() ? end : end + 1;
      auto const lines = std::ranges::count(text.substr(from.at, end - from.at), line_end_);
      book.end.line = from.line + static_cast<std::size_t>(lines) + 1;
      return book;
    }
    at = end + 1;
  }
}

/// Of the lines of a row that goes over several: those that are whole rows by themselves. The first
/// has all its cells in any case if it is the last cell that goes on, the last if it is the first.
std::size_t DelimitedText::whole_lines(Cursor from, ByTheBook const& book) const {
  std::size_t whole = 0;
  std::vector<std::string_view> cells;
  for (Cursor line = from; line.at < book.end.at; line = after_line(line)) {
    bool const is_first = line.at == from.at;
    bool const is_last = line.line + 1 == book.end.line;
    if (is_first && book.last_long + 1 >= columns_) continue;
    if (is_last && book.first_long == 0) continue;
    split_line(line_at(line.at), separator_, MarksInside::AreText, cells);
    if (cells.size() == columns_) ++whole;
  }
  return whole;
}

DelimitedText::Cursor DelimitedText::read_odd_row(Cursor from, ByTheBook const& book, TextRow& row,
                                                  std::vector<TextOddity>* oddities) const {
  using Kind = TextOddity::Kind;
  auto const line = line_at(from.at);
  std::vector<std::string_view> cells;
  split_line(line, separator_, MarksInside::AreText, cells);
  auto kind = Kind::UnclosedQuote;
  auto end = after_line(from);
  if (book.is_sound) {  // and swallows rows
    if (book.cells.size() == columns_) {
      throw InputError{
          {path_},
          fmt::format("a quotation mark opens in line {} and closes in line {}, but lines from "
                      "there to there are rows by themselves",
                      from.line, book.end.line - 1),
          "close the quotation mark in its line, or delete it"};
    }
  } else {
    if (std::ranges::count(line, '"') % 2 == 0) kind = Kind::QuoteInText;
    if (cells.size() != columns_) {
      std::vector<std::string_view> quoted;
      split_line(line, separator_, MarksInside::Quote, quoted);
      if (quoted.size() == columns_ && std::ranges::count(line, '"') % 2 == 0) {
        cells = std::move(quoted);
        kind = Kind::QuoteInText;
      } else if (auto far = by_the_book(from, true);
                 far.is_sound && far.cells.size() == columns_ && whole_lines(from, far) == 0) {
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
  if (!book.is_sound || (book.is_long && whole_lines(from, book) > 0))
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
    cursor = read_row(cursor, row, oddities);
    if (!visitor(row)) return;
  }
}

}  // namespace gapmap::io
