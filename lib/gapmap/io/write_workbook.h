#pragma once
// Tables as sheets of an Excel workbook. Words come from the caller, in the language of the
// readers.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/tables/output_table.h"

namespace gapmap::io {

/// How the numbers of a column are shown; the values themselves are never rounded.
enum class NumberFormat : std::uint8_t {
  Plain,       ///< as many decimals as the column has
  Whole,       ///< in groups of three digits
  Percent,     ///< a share from 0 to 1, with one decimal
  Points,      ///< a difference of shares in percentage points, with one decimal
  Kilometers,  ///< metres, shown divided by a thousand, with one decimal
  Minutes,     ///< seconds, shown divided by sixty, without decimals
};

struct SheetColumn {
  std::string header;
  NumberFormat format = NumberFormat::Plain;
};

enum class ChartKind : std::uint8_t { StackedBars, Lines };

/// Some columns of a sheet as a chart below its table (beside a long table), one series per column,
/// named by its header.
struct SheetChart {
  ChartKind kind = ChartKind::StackedBars;
  std::string title;
  std::string value_axis;
  std::string category_axis;
  std::size_t categories = 0;       ///< column of the words along the axis
  std::vector<std::size_t> series;  ///< columns of numbers
  /// 0xRRGGBB, one per series. A line whose colour an earlier one has is dashed, a further dotted.
  std::vector<std::uint32_t> colors = {};
  std::size_t rows = 0;  ///< number of rows drawn, from the first
};

/// A single figure.
struct SheetFact {
  std::string name;
  tables::Value value;
  NumberFormat format = NumberFormat::Whole;
};

struct Sheet {
  std::string title;          ///< at most 31 characters, without brackets, colons, slashes, * and ?
  std::string headline = {};  ///< in large letters at the top; empty: none
  std::vector<std::string> notes = {};    ///< lines above the table
  std::vector<SheetFact> facts = {};      ///< one per line, between notes and table
  std::string caption = {};               ///< right above the table
  tables::OutputTable table;              ///< may be without columns: then there are only notes
  std::vector<SheetColumn> columns = {};  ///< one per column of the table
  std::size_t total_rows = 0;             ///< at the end, in bold and left out of the filter
  std::optional<SheetChart> chart = std::nullopt;
  std::vector<std::string> after = {};  ///< lines below the table
};

/// Writes a workbook. Every sheet prints to A4 landscape, with its name and page number at the
/// bottom and its header on every page: one page wide if that can be read, else on pages side by
/// side, each of which begins with the columns that name the rows. The titles and axes of charts
/// are their text for screen readers. Headers are frozen and have filters, except on sheets with a
/// headline, which are read as pages; columns are as wide as their contents. All text stays text,
/// even if it looks like a number or a formula: "046", "=1+1". A missing value is an empty field.
/// Text longer than an Excel field (32 767 characters) is cut and ends with "…", and `note_of_cut`
/// is shown below the table of its sheet. Equal sheets give equal bytes. Throws InputError if the
/// file cannot be written.
/// Requires: titles are valid and differ; no sheet has more rows than Excel allows (1 048 576).
void write_workbook(std::string const& path, std::string const& title,
                    std::span<Sheet const> sheets, std::string const& note_of_cut = {});

}  // namespace gapmap::io
