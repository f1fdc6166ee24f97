#include "gapmap/io/write_table.h"

#include "gapmap/io/write_file.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::io {
namespace {

/// What spreadsheets take for a formula and run when they open the file (OWASP, "CSV injection").
bool would_run(std::string const& field) {
  constexpr std::string_view kStarts{"=+-@\t\r"};
  return !field.empty() && kStarts.find(field.front()) != std::string_view::npos &&
         !parse_number(field);
}

}  // namespace

std::string csv_field(std::string const& text) {
  auto const field = would_run(text) ? '\'' + text : text;
  bool const must_quote = field.find_first_of(",\"\r\n") != std::string::npos ||
                          (!field.empty() && (field.front() == ' ' || field.back() == ' '));
  if (!must_quote) return field;
  std::string quoted{'"'};
  for (char const c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void write_csv(std::string const& path, OutputTable const& table) {
  std::string text;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    text += (c == 0 ? "" : ",") + csv_field(table.columns[c].name);
  }
  text += '\n';
  for (auto const& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c > 0) text += ',';
      text += csv_field(to_text(row[c], table.columns[c]));
    }
    text += '\n';
  }
  write_file(path, text);
}

}  // namespace gapmap::io
