// How much the shares of the report hang on where in their cells people live.

#include <algorithm>
#include <vector>

#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/workbook.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

/// A band that moves a share by less is of no use to anybody.
constexpr double kWorthTelling = 0.01;

/// By how much the share may be off, to either side; 0 where nobody lives.
double width_of_band(tables::ResultRows const& rows, std::size_t row) {
  auto const share = rows.number(row, "share");
  auto const low = rows.number(row, "spread_share_low");
  auto const high = rows.number(row, "spread_share_high");
  return share && low && high ? std::max(*high - *share, *share - *low) : 0;
}

}  // namespace

std::string spread_part(Language language, ReportedRun const& run) {
  auto const& municipalities = municipalities_of(run);
  bool const was_asked = std::ranges::find(municipalities.columns, "spread_share_low",
                                           &tables::Column::name) != municipalities.columns.end();
  if (!was_asked) return {};
  // Of several limits each has its bands in a table of their own.
  auto const* const bands = tables::table_named(run.tables, "bands");
  auto const& all = bands != nullptr ? *bands : municipalities;
  tables::ResultRows const rows{all};
  tables::OutputTable shown{all.name, all.columns, {}, {}};
  std::vector<std::vector<tables::Value>> totals;
  bool is_worth_telling = false;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    bool const is_wide = width_of_band(rows, r) > kWorthTelling;
    is_worth_telling = is_worth_telling || is_wide;
    if (rows.text(r, "municipality_name") == "Total") {
      totals.push_back(all.rows[r]);
    } else if (is_wide) {
      shown.rows.push_back(all.rows[r]);
    }
  }
  if (!is_worth_telling) return paragraph(label(language, "spread_none"));
  std::ranges::move(totals, std::back_inserter(shown.rows));
  std::vector<ShownColumn> columns{{"municipality_name"}};
  if (bands != nullptr) columns.push_back({"rule"});
  for (auto const* name : {"share", "spread_share_expected", "spread_share_low",
                           "spread_share_high", "spread_expected", "spread_low", "spread_high"})
    columns.push_back({name});
  auto table = html_table(language, sheet_of(language, std::move(shown)), columns);
  table.caption = label(language, "spread_caption");
  table.total_rows = totals.size();
  return to_html(table) + paragraph(label(language, "spread_note"));
}

}  // namespace gapmap::report
