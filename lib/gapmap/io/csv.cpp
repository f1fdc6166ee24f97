#include "gapmap/io/csv.h"

#include <cpl_string.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gapmap/units/error.h"
#include "gapmap/units/parse_quantity.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

constexpr std::string_view kByteOrderMark{"\xEF\xBB\xBF"};

/// Whether spreadsheets would run the text as a formula when they open the file (OWASP, "CSV
/// injection").
bool would_run(std::string_view text) {
  constexpr std::string_view kStarts{"=+-@\t\r"};
  return !text.empty() && kStarts.find(text.front()) != std::string_view::npos &&
         !parse_number(text);
}

/// Whether a formula follows after any apostrophes.
bool has_formula(std::string_view text) {
  return would_run(text.substr(std::min(text.find_first_not_of('\''), text.size())));
}

}  // namespace

std::string csv_field(std::string const& text) {
  auto field = has_formula(text) ? '\'' + text : text;
  bool const must_quote = field.find_first_of(",\"\r\n") != std::string::npos ||
                          (!field.empty() && (field.front() == ' ' || field.back() == ' ')) ||
                          field.starts_with(kByteOrderMark);
  if (!must_quote) return field;
  std::string quoted{'"'};
  for (char const c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

CsvRows::CsvRows(std::string path)
    : path_{std::move(path)}, file_{map_file(path_)}, rest_{file_.bytes} {
  // Spreadsheets save in the encoding of their system by default.
  if (!rest_.empty() && CPLIsUTF8(rest_.data(), static_cast<int>(rest_.size())) == 0) {
    throw InputError{{path_}, "is not in UTF-8", "save it as CSV UTF-8 with commas"};
  }
  if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
}

bool CsvRows::next(std::vector<std::string>& fields) {
  stop_if_asked();
  row_began_ = file_.bytes.size() - rest_.size();
  if (rest_.empty()) return false;
  std::size_t count = 0;
  for (bool is_last = false; !is_last; ++count) {
    if (count == fields.size()) fields.emplace_back();
    is_last = take(fields[count]);
  }
  fields.resize(count);
  return true;
}

std::size_t CsvRows::line() const {
  auto const before = file_.bytes.substr(0, row_began_);
  return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

bool CsvRows::take(std::string& field) {
  if (rest_.starts_with('"')) {
    take_quoted(field);
  } else {
    auto const end = std::min(rest_.find_first_of(",\n"), rest_.size());
    bool const ends_line = end == rest_.size() || rest_[end] == '\n';
    bool const has_return = ends_line && end > 0 && rest_[end - 1] == '\r';
    field.assign(rest_.substr(0, has_return ? end - 1 : end));
    rest_.remove_prefix(end);
  }
  if (field.starts_with('\'') && has_formula(field)) field.erase(0, 1);
  bool const is_last = !rest_.starts_with(',');
  if (!rest_.empty()) rest_.remove_prefix(1);
  return is_last;
}

void CsvRows::take_quoted(std::string& field) {
  field.clear();
  do {
    rest_.remove_prefix(1);
    auto const end = rest_.find('"');
    if (end == std::string_view::npos) fail("a quote is not closed");
    field += rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    if (rest_.starts_with('"')) field += '"';
  } while (rest_.starts_with('"'));
  if (rest_.starts_with("\r\n")) rest_.remove_prefix(1);
  if (!rest_.empty() && !rest_.starts_with(',') && !rest_.starts_with('\n'))
    fail("something follows a closing quote");
}

void CsvRows::fail(char const* what) const {
  throw InputError{{path_, {}, fmt::format("line {}", line())},
                   what,
                   "if the file was edited, save it as CSV with commas, or make it anew"};
}

}  // namespace gapmap::io
