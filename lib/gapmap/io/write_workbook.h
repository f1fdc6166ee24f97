#pragma once
// Tables as sheets of an Excel workbook. Words come from the caller: a workbook is read by people,
// in their language.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/tables/output_table.h"

namespace gapmap::io {

/// How the numbers of a column are shown; their values are never rounded.
enum class NumberFormat : std::uint8_t {
  Plain,       ///< as many decimals as the column has
  Whole,       ///< in groups of three digits
  Percent,     ///< a share from 0 to 1, with one decimal
  Points,      ///< a difference of shares, shown in percentage points, with one decimal
  Kilometers,  ///< metres, shown divided by a thousand, with one decimal
  Minutes,     ///< seconds, shown divided by sixty, without decimals
};

struct SheetColumn {
  std::string header;
  NumberFormat format = NumberFormat::Plain;
};

enum class ChartKind : std::uint8_t { StackedBars, Lines };

/// Some columns of a sheet drawn below its table (beside a long one), a series each, named by their
/// headers.
struct SheetChart {
  ChartKind kind = ChartKind::StackedBars;
  std::string title;
  std::string value_axis;
  std::string category_axis;
  std::size_t categories = 0;              ///< column of the words along the axis
  std::vector<std::size_t> series;         ///< columns of numbers
  std::vector<std::uint32_t> colors = {};  ///< 0xRRGGBB, one a series
  std::size_t rows = 0;                    ///< the first so many
};

/// A figure by itself.
struct SheetFact {
  std::string name;
  tables::Value value;
  NumberFormat format = NumberFormat::Whole;
};

struct Sheet {
  std::string title;          ///< at most 31 characters, without brackets, colons, slashes, * and ?
  std::string headline = {};  ///< in large letters at the top; empty: none
  std::vector<std::string> notes = {};    ///< lines above the table
  std::vector<SheetFact> facts = {};      ///< one a line, between notes and table
  std::string caption = {};               ///< of the table, right above it
  tables::OutputTable table;              ///< may be without columns: then there are only notes
  std::vector<SheetColumn> columns = {};  ///< one a column of the table
  std::size_t total_rows = 0;             ///< at the end, in bold and left out of the filter
  std::optional<SheetChart> chart = std::nullopt;
  std::vector<std::string> after = {};  ///< lines below the table
};

/// Every sheet prints to A4 across, as wide as the page, with its name and page number below and
/// its header on every page. Charts have their title and axes as the text that screen readers say.
/// Headers are frozen and have filters, but not on a sheet with a headline, which is read as a
/// page; columns are as wide as what is in them. All text stays text, also what looks like a number
/// or a formula: "046", "=1+1". Nothing stays an empty field. The same sheets give the same bytes.
/// Throws InputError if the file cannot be written.
/// Text longer than a field of Excel takes (32 767 characters) is cut there and ends with "…";
/// below the table of its sheet then stands `note_of_cut`.
/// Requires: titles are fit and differ; no sheet has more rows than Excel takes (1 048 576).
void write_workbook(std::string const& path, std::string const& title,
                    std::span<Sheet const> sheets, std::string const& note_of_cut = {});

}  // namespace gapmap::io
