#include "gapmap/io/write_workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "gapmap/io/detail/sheet_page.h"
#include "gapmap/io/detail/workbook_parts.h"
#include "gapmap/io/detail/workbook_text.h"
#include "gapmap/units/error.h"
#include "gapmap/units/readable_text.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

constexpr std::size_t kMostRows = LXW_ROW_MAX;
constexpr std::size_t kMostCharacters = 32767;  // of one field
/// Part of a column that letters fill, which are not all as wide as digits.
constexpr double kFilled = 0.95;

double written(double number, NumberFormat format) {
  if (format == NumberFormat::Minutes) return number / 60;
  return format == NumberFormat::Points ? number * 100 : number;
}

/// Returns the number format. A comma after the last digit divides by a thousand; minutes and
/// percentage points have no such sign, so their values are converted.
std::string pattern_of(tables::Column const& column, NumberFormat format) {
  switch (format) {
    case NumberFormat::Whole:
    case NumberFormat::Minutes:
      return "#,##0";
    case NumberFormat::Percent:
      return "0.0 %";
    case NumberFormat::Points:
      return "0.0";
    case NumberFormat::Kilometers:
      return "#,##0.0,";
    case NumberFormat::Plain:
      break;
  }
  if (column.type == tables::ColumnType::Integer) return "#,##0";
  return column.decimals > 0
             ? "#,##0." + std::string(static_cast<std::size_t>(column.decimals), '#')
             : "#,##0";
}

/// Tells lines of one colour apart.
std::uint8_t dashes_of(std::span<std::uint32_t const> colors, std::size_t line) {
  constexpr std::array<std::uint8_t, 3> kDashes{LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                                LXW_CHART_LINE_DASH_ROUND_DOT};
  auto const earlier = std::ranges::count(colors.first(line), colors[line]);
  return kDashes[std::min<std::size_t>(static_cast<std::size_t>(earlier), kDashes.size() - 1)];
}

class Writer {
 public:
  Writer(std::string const& path, std::string const& title, std::string note_of_cut)
      : path_{path}, note_of_cut_{std::move(note_of_cut)} {
    workbook_ = workbook_new(path.c_str());
    if (workbook_ == nullptr) fail("not enough memory");
    constexpr time_t kNoTime = 946684800;  // 2000-01-01: the same bytes at any time
    std::string owned_title = fit_for_xml(title);
    std::string company = "gapmap";
    lxw_doc_properties properties{};
    properties.title = owned_title.data();
    properties.author = company.data();
    properties.created = kNoTime;
    workbook_set_properties(workbook_, &properties);
    header_ = workbook_add_format(workbook_);
    format_set_bold(header_);
    format_set_text_wrap(header_);
    format_set_align(header_, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(header_, 0xE6EEF5);
    format_set_bottom(header_, LXW_BORDER_THIN);
    note_ = workbook_add_format(workbook_);
    format_set_font_color(note_, 0x404040);
    wrapped_note_ = workbook_add_format(workbook_);
    format_set_font_color(wrapped_note_, 0x404040);
    format_set_text_wrap(wrapped_note_);
    format_set_align(wrapped_note_, LXW_ALIGN_VERTICAL_TOP);
    headline_ = workbook_add_format(workbook_);
    format_set_bold(headline_);
    format_set_font_size(headline_, 16);
    caption_ = workbook_add_format(workbook_);
    format_set_bold(caption_);
    shaded_ = workbook_add_format(workbook_);
    format_set_bg_color(shaded_, 0xBFBFBF);
  }
  ~Writer() {
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  }
  Writer(Writer const&) = delete;
  Writer& operator=(Writer const&) = delete;

  void write(Sheet const& sheet) {
    expects(sheet.columns.size() == sheet.table.columns.size(), "a sheet has a header a column");
    expects(sheet.notes.size() + sheet.table.rows.size() + 2 < kMostRows,
            "a sheet has no more rows than Excel takes");
    sheet_ = workbook_add_worksheet(workbook_, sheet.title.c_str());
    cells_.push_back(0);
    expects(sheet_ != nullptr, "titles of sheets are fit for Excel and differ");
    set_page();
    auto const widths =
        sheet.table.columns.empty() ? std::vector{2 * kWidestColumn} : widths_of(sheet);
    auto row = write_introduction(sheet, widths);
    if (sheet.table.columns.empty()) {
      worksheet_set_column(sheet_, 0, 0, widths.front(), nullptr);
      return;
    }
    write_table(sheet, row, widths);
    auto const header = row;
    row += static_cast<lxw_row_t>(sheet.table.rows.size()) + 2;
    for (auto const& line : sheet.after) write_note(row++, line, widths);
    if (sheet.chart) write_chart(sheet, header, row);
    if (std::exchange(has_cut_, false) && !note_of_cut_.empty())
      write_text(row, 0, note_of_cut_, note_);
  }

  /// Returns for each sheet the number of cells with content or a format.
  [[nodiscard]] std::vector<std::size_t> const& cells() const noexcept { return cells_; }

  /// Closes the file, which is incomplete before.
  void close() {
    auto* const workbook = std::exchange(workbook_, nullptr);
    if (auto const error = workbook_close(workbook); error != LXW_NO_ERROR) {
      fail(lxw_strerror(error));
    }
  }

 private:
  [[noreturn]] void fail(std::string const& why) const {
    throw InputError{
        {path_}, "cannot be written: " + why, "check the folder and the space on disk"};
  }

  void set_page() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_set_footer(sheet_, "&L&A&R&P / &N");
  }

  /// Breaks a table that would be too small to read on one page into pages side by side.
  void set_pages_across(Sheet const& sheet, std::vector<double> const& widths) {
    auto const naming = naming_columns(sheet, widths);
    auto const pages = pages_across(widths, naming);
    if (pages.size() < 2) return;
    worksheet_set_print_scale(sheet_, kLeastPrintScale);
    worksheet_repeat_columns(sheet_, 0, static_cast<lxw_col_t>(naming - 1));
    worksheet_print_across(sheet_);
    std::vector<lxw_col_t> breaks;
    for (std::size_t p = 1; p < pages.size(); ++p)
      breaks.push_back(static_cast<lxw_col_t>(pages[p]));
    breaks.push_back(0);  // ends the list
    worksheet_set_v_pagebreaks(sheet_, breaks.data());
  }

  /// Writes everything above the table; returns the row of its header.
  lxw_row_t write_introduction(Sheet const& sheet, std::vector<double> const& widths) {
    lxw_row_t row = 0;
    if (!sheet.headline.empty()) write_text(row++, 0, sheet.headline, headline_);
    for (auto const& note : sheet.notes) write_note(row++, note, widths);
    if (row > 0) ++row;
    for (auto const& [name, value, format] : sheet.facts) {
      tables::Column const column{name, tables::ColumnType::Real};
      write_text(row, 0, name, nullptr);
      write_value(row++, 1, value, format_of(column, format, true), format);
    }
    if (!sheet.facts.empty()) ++row;
    if (!sheet.caption.empty()) write_text(row++, 0, sheet.caption, caption_);
    return row;
  }

  /// Writes text across columns, broken into lines that are no longer than people read, so that a
  /// long note does not make the page wider than its table.
  void write_note(lxw_row_t row, std::string_view text, std::vector<double> const& widths) {
    constexpr double kLine = 100;         // characters
    constexpr double kUsualWidth = 8.43;  // of a column that no table uses
    lxw_col_t last = 0;
    double width = 0;
    for (;; ++last) {
      width += last < widths.size() ? widths[last] : kUsualWidth;
      if (width >= kLine) break;
    }
    if (static_cast<double>(length_of(text)) <= width) return write_text(row, 0, text, note_);
    auto const lines = static_cast<double>(lines_in(text, width * kFilled));
    worksheet_set_row(sheet_, row, LXW_DEF_ROW_HEIGHT * lines, nullptr);
    if (last > 0) {
      worksheet_merge_range(sheet_, row, 0, row, last, "", wrapped_note_);
      cells_.back() += last;
    }
    write_text(row, 0, text, wrapped_note_);
  }

  void write_table(Sheet const& sheet, lxw_row_t header, std::vector<double> const& widths) {
    auto const& table = sheet.table;
    auto const columns = static_cast<lxw_col_t>(table.columns.size());
    std::size_t lines = 1;
    for (lxw_col_t c = 0; c < columns; ++c) {
      auto const& text = sheet.columns[c].header;
      lines = std::max(lines, lines_of_header(text, widths[c]));
      worksheet_set_column(sheet_, c, c, widths[c], nullptr);
      write_text(header, c, text, header_);
    }
    set_pages_across(sheet, widths);
    worksheet_set_row(sheet_, header, LXW_DEF_ROW_HEIGHT * static_cast<double>(lines), nullptr);
    auto const first = header + 1;
    auto const rows = static_cast<lxw_row_t>(table.rows.size());
    auto const plain = rows - std::min(rows, static_cast<lxw_row_t>(sheet.total_rows));
    for (lxw_row_t r = 0; r < rows; ++r) {
      stop_if_asked();
      // Not every program computes the height of a row.
      if (auto const high = lines_of_row(table.rows[r]); high > 1)
        worksheet_set_row(sheet_, first + r, LXW_DEF_ROW_HEIGHT * static_cast<double>(high),
                          nullptr);
      for (lxw_col_t c = 0; c < columns; ++c) {
        if (is_sign_in_chart(sheet, r, c)) {
          shade(first + r, c);
          continue;
        }
        write_value(first + r, c, table.rows[r][c],
                    format_of(table.columns[c], sheet.columns[c].format, r >= plain,
                              is_longer_than_wide(table.rows[r][c])),
                    sheet.columns[c].format);
      }
    }
    bool const is_page = !sheet.headline.empty();
    if (!is_page) worksheet_freeze_panes(sheet_, first, 1);
    if (plain > 0 && !is_page) worksheet_autofilter(sheet_, header, 0, header + plain, columns - 1);
    if (rows > 0) {
      auto const range =
          fmt::format("A{}:{}{}", first + 1, column_letters(columns - 1), first + rows);
      worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str());
    }
    if (!is_page) worksheet_repeat_rows(sheet_, header, header);
  }

  /// Whether a sign stands where a chart draws numbers. Programs draw words as zeros, and the file
  /// would hold a zero among the numbers of the chart, so such a field stays blank.
  static bool is_sign_in_chart(Sheet const& sheet, std::size_t row, std::size_t column) {
    return sheet.chart && row < sheet.chart->rows &&
           std::ranges::find(sheet.chart->series, column) != sheet.chart->series.end() &&
           std::holds_alternative<std::string>(sheet.table.rows[row][column]);
  }

  /// Shades a blank field; by a rule, as a field with a format of its own would count as zero.
  void shade(lxw_row_t row, lxw_col_t column) {
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_BLANKS;
    rule.format = shaded_;
    worksheet_conditional_format_cell(sheet_, row, column, &rule);
  }

  /// Draws the chart of the table with its header in row `header`; `below` is free.
  void write_chart(Sheet const& sheet, lxw_row_t header, lxw_row_t below) {
    auto const& chart = *sheet.chart;
    expects(chart.colors.size() == chart.series.size(), "a chart has a color a series");
    if (chart.rows == 0) return;
    auto* const drawn = workbook_add_chart(
        workbook_, chart.kind == ChartKind::StackedBars ? LXW_CHART_BAR_STACKED : LXW_CHART_LINE);
    auto const first = header + 1;
    auto const last = header + static_cast<lxw_row_t>(chart.rows);
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      auto const column = static_cast<lxw_col_t>(chart.series[s]);
      auto const categories = static_cast<lxw_col_t>(chart.categories);
      auto* const series = chart_add_series(drawn, nullptr, nullptr);
      chart_series_set_categories(series, sheet.title.c_str(), first, categories, last, categories);
      chart_series_set_values(series, sheet.title.c_str(), first, column, last, column);
      chart_series_set_name_range(series, sheet.title.c_str(), header, column);
      auto const color = chart.colors[s];
      lxw_chart_fill fill{};
      fill.color = color;
      lxw_chart_line line{};
      line.color = color;
      line.width = 2.25;
      line.dash_type = dashes_of(chart.colors, s);
      if (chart.kind == ChartKind::StackedBars) chart_series_set_fill(series, &fill);
      if (chart.kind == ChartKind::Lines) chart_series_set_line(series, &line);
    }
    chart_title_set_name(drawn, chart.title.c_str());
    bool const are_bars = chart.kind == ChartKind::StackedBars;
    auto* const values = are_bars ? drawn->x_axis : drawn->y_axis;
    chart_axis_set_name(values, chart.value_axis.c_str());
    chart_axis_set_name(are_bars ? drawn->y_axis : drawn->x_axis, chart.category_axis.c_str());
    auto const& shown = sheet.columns[chart.series.front()];
    chart_axis_set_num_format(values, shown.format == NumberFormat::Percent ? "0 %" : "#,##0");
    if (shown.format == NumberFormat::Percent) {
      chart_axis_set_min(values, 0);
      chart_axis_set_max(values, 1);
    }
    if (are_bars) {
      // The axis is reversed, as bars are drawn from below: the first row is on top, numbers below.
      chart_axis_set_reverse(drawn->y_axis);
      chart_axis_set_label_position(values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
    }
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    auto spoken = fmt::format("{}: {}, {}", chart.title, chart.category_axis, chart.value_axis);
    lxw_chart_options options{};
    options.description = spoken.data();
    options.x_scale = 1.8;
    options.y_scale =
        chart.kind == ChartKind::StackedBars ? 0.6 + 0.09 * static_cast<double>(chart.rows) : 1.5;
    constexpr std::size_t kFitsAbove = 30;
    bool const is_below = sheet.table.rows.size() <= kFitsAbove;
    worksheet_insert_chart_opt(
        sheet_, is_below ? below : header,
        is_below ? lxw_col_t{0} : static_cast<lxw_col_t>(sheet.columns.size() + 1), drawn,
        &options);
  }

  void write_value(lxw_row_t row, lxw_col_t column, tables::Value const& value, lxw_format* format,
                   NumberFormat shown) {
    if (auto const* text = std::get_if<std::string>(&value)) {
      write_text(row, column, *text, format);
      return;
    }
    auto const* whole = std::get_if<std::int64_t>(&value);
    auto const* real = std::get_if<double>(&value);
    if (whole == nullptr && real == nullptr) return;
    double const number = whole != nullptr ? static_cast<double>(*whole) : *real;
    if (worksheet_write_number(sheet_, row, column, written(number, shown), format) == LXW_NO_ERROR)
      ++cells_.back();
  }

  void write_text(lxw_row_t row, lxw_col_t column, std::string_view data, lxw_format* format) {
    auto const text = fit_for_xml(data);
    if (!text.empty() || format != nullptr) ++cells_.back();
    if (fitting(text, kMostCharacters).size() == text.size()) {
      worksheet_write_string(sheet_, row, column, text.c_str(), format);
      return;
    }
    has_cut_ = true;
    auto const cut = std::string{fitting(text, kMostCharacters - 1)} + "…";
    worksheet_write_string(sheet_, row, column, cut.c_str(), format);
  }

  lxw_format* format_of(tables::Column const& column, NumberFormat shown, bool is_total,
                        bool is_wrapped = false) {
    auto const pattern = column.type == tables::ColumnType::Text ? "@" : pattern_of(column, shown);
    auto& format = formats_[{pattern, is_total, is_wrapped}];
    if (format == nullptr) {
      format = workbook_add_format(workbook_);
      format_set_num_format(format, pattern.c_str());
      if (is_total) format_set_bold(format);
      if (is_wrapped) format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      // Keeps text apart from the number in the previous column.
      if (column.type == tables::ColumnType::Text) format_set_indent(format, 1);
    }
    return format;
  }

  static std::string column_letters(lxw_col_t column) {
    std::array<char, LXW_MAX_COL_NAME_LENGTH> letters{};
    lxw_col_to_name(letters.data(), column, 0);
    return letters.data();
  }

  std::string path_;
  lxw_workbook* workbook_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  std::vector<std::size_t> cells_;
  std::string note_of_cut_;
  bool has_cut_ = false;  ///< in the current sheet
  lxw_format* header_ = nullptr;
  lxw_format* note_ = nullptr;
  lxw_format* wrapped_note_ = nullptr;
  lxw_format* headline_ = nullptr;
  lxw_format* caption_ = nullptr;
  lxw_format* shaded_ = nullptr;  ///< of a hidden number in a chart
  std::map<std::tuple<std::string, bool, bool>, lxw_format*> formats_;
};

}  // namespace

void write_workbook(std::string const& path, std::string const& title,
                    std::span<Sheet const> sheets, std::string const& note_of_cut) {
  Writer writer{path, title, note_of_cut};
  for (auto const& sheet : sheets) writer.write(sheet);
  writer.close();
  expect_sound_parts(path, writer.cells());
}

}  // namespace gapmap::io
