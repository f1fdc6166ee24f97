#include "tools/closing.h"

#include <fmt/format.h>

#include <filesystem>

#include "gapmap/report/closing_lines.h"
#include "gapmap/report/labels.h"
#include "tools/text_table.h"

namespace gapmap::tools {
namespace {

std::string lines_of(report::HtmlTable const& table) {
  std::vector<std::vector<std::string>> rows(1);
  std::string sides;
  for (auto const& column : table.columns) {
    rows.front().push_back(column.heading);
    sides += column.is_number ? 'r' : 'l';
  }
  rows.insert(rows.end(), table.rows.begin(), table.rows.end());
  std::string text;
  for (auto const& line : aligned(rows, sides)) text += line + '\n';
  return text + '\n';
}

}  // namespace

void tell_closing(Language language, std::vector<report::HtmlTable> const& tables,
                  std::vector<report::ClosingLine> lines, std::string const& folder,
                  Console& console) {
  if (console.is_verbose()) {
    for (auto const& table : tables) console.result(plain(lines_of(table)));
  }
  lines.push_back({std::string{report::label(language, "closing open")},
                   (std::filesystem::path{folder} / report::page_name(language)).string()});
  tell_lines(lines, console);
}

void tell_lines(std::vector<report::ClosingLine> const& lines, Console& console) {
  std::size_t widest = 0;
  for (auto const& line : lines) widest = std::max(widest, width_of(line.name));
  for (auto const& line : lines) {
    auto const padding = std::string(widest - width_of(line.name), ' ');
    auto const before = line.name.empty() ? std::string{} : line.name + padding + "  ";
    console.paragraph(before + line.text, line.name.empty() ? 0 : widest + 2);
  }
  console.result("\n");
}

void tell_seconds(Console& console) {
  for (auto const& [stage, seconds] : console.seconds())
    console.detail(fmt::format("{:>8.3f} s  {}", seconds, stage));
}

void tell_outcome(std::vector<std::string> const& files, Console& console) {
  tell_seconds(console);
  console.files(files);
}

void tell_outcome(io::OutputFolder const& folder, Console& console) {
  tell_outcome(folder.final_paths(), console);
}

}  // namespace gapmap::tools
