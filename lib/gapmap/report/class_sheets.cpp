#include "gapmap/report/class_sheets.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/workbook.h"

namespace gapmap::report {
namespace {

using io::NumberFormat;
using tables::Column;
using tables::ColumnType;
using tables::Value;

/// One zone and group: consecutive rows of the table, one per class.
struct Block {
  std::size_t first;
  std::size_t classes;
};

std::vector<Block> blocks_of(tables::OutputTable const& classes) {
  std::vector<Block> blocks;
  for (std::size_t r = 0; r < classes.rows.size(); ++r) {
    // Every block begins with the class of the first row.
    if (tables::ResultRows{classes}.text(r, "class") ==
        tables::ResultRows{classes}.text(0, "class"))
      blocks.push_back({r, 0});
    ++blocks.back().classes;
  }
  return blocks;
}

class ClassSheets {
 public:
  ClassSheets(Language language, tables::OutputTable const& classes, tables::CostScale const& scale)
      : language_{language}, classes_{classes}, scale_{scale}, blocks_{blocks_of(classes)} {}

  [[nodiscard]] io::Sheet by_municipality() const {
    auto sheet = begin("classes_by_municipality", {"zone_code", "zone_name"});
    sheet.columns = {{heading_of("municipality_code")}, {heading_of("municipality_name")}};
    add_column(sheet, "residents", heading_of("residents"), NumberFormat::Whole);
    auto const& first = blocks_.front();
    for (std::size_t c = 0; c < first.classes; ++c)
      add_column(sheet, "residents", interval_name(c), NumberFormat::Whole);
    for (auto const& block : blocks_) {
      if (text(block, "level") == "municipality" && text(block, "group") == "all")
        sheet.table.rows.push_back(residents_row(block, {"zone_code", "zone_name"}));
    }
    auto const municipalities = sheet.table.rows.size();
    sheet.table.rows.push_back(residents_row(first, {"zone_code", "zone_name"}));
    sheet.table.rows.back()[1] = std::string{label(language_, "total")};
    sheet.total_rows = 1;
    io::SheetChart chart{.kind = io::ChartKind::StackedBars,
                         .title = std::string{label(language_, "residents_by_municipality")},
                         .value_axis = std::string{label(language_, "residents")},
                         .category_axis = heading_of("municipality_name"),
                         .categories = 1,
                         .series = {},
                         .colors = colors(first.classes),
                         .rows = municipalities};
    for (std::size_t c = 0; c < first.classes; ++c) chart.series.push_back(3 + c);
    draw(sheet, std::move(chart));
    return sheet;
  }

  [[nodiscard]] io::Sheet cumulative() const {
    auto sheet = begin("cumulative_by_group", {});
    add_column(sheet, "class", heading_of("class"), NumberFormat::Plain);
    sheet.table.columns.back().type = ColumnType::Text;
    std::vector<Block> groups;
    for (auto const& block : blocks_) {
      if (text(block, "level") != "total") break;
      groups.push_back(block);
      add_column(sheet, "share", word(language_, "group", text(block, "group")),
                 NumberFormat::Percent);
    }
    for (std::size_t c = 0; c < groups.front().classes; ++c) {
      if (!tables::ResultRows{classes_}.number(c, scale_.is_time ? "to_s" : "to_m")) break;
      std::vector<Value> row{class_name(c)};
      for (auto const& group : groups)
        row.push_back(tables::ResultRows{classes_}.value(group.first + c, "cumulative_share"));
      sheet.table.rows.push_back(std::move(row));
    }
    // Colours that colour-blind readers tell apart (Okabe and Ito 2008, Color Universal Design),
    // neighbours far apart in lightness; the writer dashes a line whose colour an earlier one has.
    constexpr std::array<std::uint32_t, 7> kLines{0x0B3C6F, 0xE69F00, 0x009E73, 0xCC79A7,
                                                  0xB04A00, 0x56B4E9, 0x4D4D4D};
    io::SheetChart chart{.kind = io::ChartKind::Lines,
                         .title = std::string{label(language_, "share_within")},
                         .value_axis = std::string{label(language_, "share_of_residents")},
                         .category_axis = heading_of("class"),
                         .categories = 0,
                         .series = {},
                         .rows = sheet.table.rows.size()};
    for (std::size_t g = 0; g < groups.size(); ++g) {
      chart.series.push_back(1 + g);
      chart.colors.push_back(kLines[g % kLines.size()]);
    }
    draw(sheet, std::move(chart));
    return sheet;
  }

  [[nodiscard]] io::Sheet by_group() const {
    std::vector<std::string> const keys{"level", "zone_code", "zone_name", "group"};
    auto sheet = begin("classes_by_group", keys);
    for (auto const& key : keys) sheet.columns.push_back({heading_of(key)});
    add_column(sheet, "residents", heading_of("residents"), NumberFormat::Whole);
    auto const classes = blocks_.front().classes;
    for (std::size_t c = 0; c < classes; ++c)
      add_column(sheet, "residents", interval_name(c), NumberFormat::Whole);
    for (std::size_t c = 0; c < classes; ++c)
      add_column(sheet, "share", fmt::format("{}, %", interval_name(c)), NumberFormat::Percent);
    for (auto const& block : blocks_) {
      auto row = residents_row(block, keys);
      for (std::size_t c = 0; c < classes; ++c)
        row.push_back(tables::ResultRows{classes_}.value(block.first + c, "share"));
      sheet.table.rows.push_back(std::move(row));
    }
    translate(language_, sheet.table);
    return sheet;
  }

 private:
  [[nodiscard]] io::Sheet begin(std::string_view title,
                                std::vector<std::string> const& keys) const {
    io::Sheet sheet{.title = std::string{label(language_, title)}, .table = {}};
    for (auto const& key : keys) sheet.table.columns.push_back({key, ColumnType::Text});
    return sheet;
  }
  /// Adds the chart, and says what the blank fields are that stand in place of hidden numbers.
  void draw(io::Sheet& sheet, io::SheetChart&& chart) const {
    bool is_hidden = false;
    for (std::size_t r = 0; r < chart.rows; ++r) {
      for (auto const c : chart.series)
        is_hidden |= std::holds_alternative<std::string>(sheet.table.rows[r][c]);
    }
    if (is_hidden) sheet.after.emplace_back(label(language_, "shaded_hidden"));
    sheet.chart = std::move(chart);
  }
  static void add_column(io::Sheet& sheet, std::string name, std::string header,
                         NumberFormat format) {
    sheet.table.columns.push_back({std::move(name), ColumnType::Real, 3});
    sheet.columns.push_back({std::move(header), format});
  }
  [[nodiscard]] std::string heading_of(std::string_view column) const {
    return std::string{label(language_, column)};
  }
  [[nodiscard]] std::string text(Block const& block, std::string_view column) const {
    return std::string{tables::ResultRows{classes_}.text(block.first, column)};
  }
  [[nodiscard]] std::string class_name(std::size_t c) const {
    return word(language_, "class", tables::ResultRows{classes_}.text(c, "class"));
  }
  /// Returns "1–3 km", as the column counts this class alone.
  [[nodiscard]] std::string interval_name(std::size_t c) const {
    tables::ResultRows const rows{classes_};
    auto const from = rows.number(c, scale_.is_time ? "from_s" : "from_m");
    auto const to = rows.number(c, scale_.is_time ? "to_s" : "to_m");
    bool const is_between = from && to && *from > 0;
    return is_between ? interval_in_words(language_, scale_, *from, *to) : class_name(c);
  }
  /// Returns keys, sum and the residents of each class.
  [[nodiscard]] std::vector<Value> residents_row(Block const& block,
                                                 std::vector<std::string> const& keys) const {
    std::vector<Value> row;
    row.reserve(keys.size() + 1 + block.classes);
    for (auto const& key : keys)
      row.push_back(tables::ResultRows{classes_}.value(block.first, key));
    auto const sum = row.size();
    row.emplace_back(0.0);
    for (std::size_t c = 0; c < block.classes; ++c) {
      row.push_back(tables::ResultRows{classes_}.value(block.first + c, "residents"));
      auto const* residents = std::get_if<double>(&row.back());
      auto* whole = std::get_if<double>(&row[sum]);
      if (residents != nullptr && whole != nullptr) *whole += *residents;
      if (residents == nullptr) row[sum] = row.back();
    }
    return row;
  }
  [[nodiscard]] std::vector<std::uint32_t> colors(std::size_t classes) const {
    std::vector<double> bounds;
    for (std::size_t c = 0; c < classes; ++c) {
      if (auto const to = tables::ResultRows{classes_}.number(c, scale_.is_time ? "to_s" : "to_m"))
        bounds.push_back(*to);
    }
    auto names = colors_of_classes(bounds, scale_.limit);
    names.emplace_back(kNoConnectionColor);
    names.emplace_back(kOffNetworkColor);
    std::vector<std::uint32_t> colors;
    for (auto const& name : names) {
      std::uint32_t& color = colors.emplace_back(0);
      std::from_chars(name.data() + 1, name.data() + name.size(), color, 16);
    }
    return colors;
  }

  Language language_;
  tables::OutputTable const& classes_;
  tables::CostScale const& scale_;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<io::Sheet> class_sheets(Language language, tables::OutputTable const& classes,
                                    tables::CostScale const& scale) {
  if (classes.rows.empty()) return {};
  auto shown = classes;
  show_hidden(shown);
  ClassSheets const sheets{language, shown, scale};
  return {sheets.by_municipality(), sheets.cumulative(), sheets.by_group()};
}

}  // namespace gapmap::report
