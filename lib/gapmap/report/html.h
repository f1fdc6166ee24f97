#pragma once
// Blocks of an HTML page, written as well-formed XML.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// A table of finished texts; the first column has the headings of the rows.
struct HtmlTable {
  struct Column {
    std::string heading;
    bool is_number = false;  ///< right-aligned
    bool is_code = false;    ///< in a fixed-width font, to be typed as shown
  };
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
  std::size_t total_rows = 0;  ///< number of rows of totals, which are last
};

/// A column of a sheet under a heading of its own.
struct ShownColumn {
  std::string_view name;
  std::string_view heading_label = {};  ///< empty: the heading of the sheet
};

/// Returns these columns of a sheet in this order, with numbers as the language writes them.
/// Columns that the sheet lacks or that have no value in any row are left out.
[[nodiscard]] HtmlTable html_table(Language language, io::Sheet const& sheet,
                                   std::vector<ShownColumn> const& columns);
/// Returns all columns of the sheet.
[[nodiscard]] HtmlTable html_table(Language language, io::Sheet const& sheet);

/// Returns the table with its caption and with headings marked for screen readers. It scrolls if
/// the page is too narrow.
[[nodiscard]] std::string to_html(HtmlTable const& table);

/// Returns a paragraph; `text` is plain.
[[nodiscard]] std::string paragraph(std::string_view text);

}  // namespace gapmap::report
