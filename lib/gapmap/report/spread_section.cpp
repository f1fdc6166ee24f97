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
  tables::ResultRows const rows{municipalities};
  tables::OutputTable shown{municipalities.name, municipalities.columns, {}, {}};
  for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
    if (width_of_band(rows, r) > kWorthTelling) shown.rows.push_back(municipalities.rows[r]);
  }
  bool const is_none = shown.rows.empty() && width_of_band(rows, rows.size() - 1) <= kWorthTelling;
  if (is_none) return paragraph(label(language, "spread_none"));
  shown.rows.push_back(municipalities.rows.back());
  auto table = html_table(language, sheet_of(language, std::move(shown)),
                          {{"municipality_name"},
                           {"share"},
                           {"spread_share_expected"},
                           {"spread_share_low"},
                           {"spread_share_high"},
                           {"spread_expected"},
                           {"spread_low"},
                           {"spread_high"}});
  table.caption = label(language, "spread_caption");
  table.total_rows = 1;
  return to_html(table) + paragraph(label(language, "spread_note"));
}

}  // namespace gapmap::report
