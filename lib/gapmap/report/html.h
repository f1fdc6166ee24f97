#pragma once
// Blocks of a page, written so that an XML parser takes them too.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// A table of finished texts; the first column heads its row.
struct HtmlTable {
  struct Column {
    std::string heading;
    bool is_number = false;  ///< aligned by its last digit
    bool is_code = false;    ///< to be typed as it stands
  };
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
  std::size_t total_rows = 0;  ///< at the end
};

/// A column of a sheet, under another heading than the sheet's.
struct ShownColumn {
  std::string_view name;
  std::string_view heading_label = {};  ///< empty: the sheet's own
};

/// These columns of a sheet in that order, numbers as the language writes them; those that the
/// sheet lacks, and those without a value in any row, are left out.
[[nodiscard]] HtmlTable html_table(Language language, io::Sheet const& sheet,
                                   std::vector<ShownColumn> const& columns);
/// All of its columns.
[[nodiscard]] HtmlTable html_table(Language language, io::Sheet const& sheet);

/// With a caption, and headers that say what they head. It scrolls within a page too narrow for it.
[[nodiscard]] std::string to_html(HtmlTable const& table);

/// `text` is plain.
[[nodiscard]] std::string paragraph(std::string_view text);

}  // namespace gapmap::report
