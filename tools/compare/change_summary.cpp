#include "tools/compare/change_summary.h"

#include <filesystem>

#include "gapmap/report/change_lines.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/page.h"
#include "tools/text_table.h"

namespace gapmap::tools {
namespace {

/// Terminals, and what searches their lines, know one kind of blank.
std::string plain(std::string text) {
  constexpr std::string_view kNoBreakSpace = "\u00a0";
  for (auto at = text.find(kNoBreakSpace); at != std::string::npos;
       at = text.find(kNoBreakSpace, at))
    text.replace(at, kNoBreakSpace.size(), " ");
  return text;
}

}  // namespace

std::string change_summary(Language language, report::ReportedComparison const& comparison,
                           std::string const& folder) {
  std::vector<std::vector<std::string>> rows;
  for (auto const& [name, text] : report::change_lines(language, comparison))
    rows.push_back({name, plain(text)});
  rows.push_back({std::string{report::label(language, "open_first")},
                  (std::filesystem::path{folder} / report::page_name(language)).string()});
  std::string summary;
  for (auto const& line : aligned(rows, "ll")) summary += line + '\n';
  return summary + '\n';
}

}  // namespace gapmap::tools
