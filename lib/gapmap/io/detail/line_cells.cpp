#include "gapmap/io/detail/line_cells.h"

#include <algorithm>

namespace gapmap::io {
namespace {

bool is_closed(std::string_view text, std::size_t behind, char separator) {
  auto const next = text.find_first_not_of(' ', behind);
  if (next == std::string_view::npos) return true;
  return text[next] == separator || text[next] == '\n' || text[next] == '\r';
}

/// Returns the position of the separator at or after `from`, outside quotation marks if these
/// count.
std::size_t end_of_cell(std::string_view line, std::size_t from, char separator,
                        MarksInside marks) {
  if (marks == MarksInside::AreText) return std::min(line.find(separator, from), line.size());
  bool is_quoted = false;
  for (std::size_t i = from; i < line.size(); ++i) {
    if (line[i] == '"') is_quoted = !is_quoted;
    if (line[i] == separator && !is_quoted) return i;
  }
  return line.size();
}

}  // namespace

std::size_t closing_mark(std::string_view text, std::size_t open, char separator, bool is_lenient) {
  for (auto at = text.find('"', open + 1); at != std::string_view::npos;
       at = text.find('"', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '"') {
      ++at;
    } else if (is_closed(text, at + 1, separator)) {
      return at;
    } else if (!is_lenient) {
      return std::string_view::npos;
    }
  }
  return std::string_view::npos;
}

void split_line(std::string_view line, char separator, MarksInside marks,
                std::vector<std::string_view>& cells) {
  cells.clear();
  for (std::size_t at = 0;;) {
    auto const first = std::min(line.find_first_not_of(' ', at), line.size());
    bool const opens = first < line.size() && line[first] == '"';
    auto const close = opens ? closing_mark(line, first, separator) : std::string_view::npos;
    auto const end = close != std::string_view::npos
                         ? std::min(line.find(separator, close), line.size())
                         : end_of_cell(line, at, separator, marks);
    cells.push_back(line.substr(at, end - at));
    if (end == line.size()) return;
    at = end + 1;
  }
}

std::string_view unquoted(std::string_view cell, std::string& storage) {
  auto const first = cell.find_first_not_of(' ');
  if (first == std::string_view::npos || cell[first] != '"') return cell;
  auto const last = cell.find_last_not_of(' ');
  if (last == first || cell[last] != '"') return cell;
  auto const inner = cell.substr(first + 1, last - first - 1);
  if (inner.find('"') == std::string_view::npos) return inner;
  storage.clear();
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == '"' && (i + 1 == inner.size() || inner[i + 1] != '"'))
      return cell;  // a single mark: those around the cell are text as well
    storage += inner[i];
    if (inner[i] == '"') ++i;
  }
  return storage;
}

}  // namespace gapmap::io
