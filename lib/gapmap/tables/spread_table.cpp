#include "gapmap/tables/spread_table.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

Value share_in_band(People people, People all) {
  return all > People{0} ? Value{people / all} : Value{};
}

/// Requires: there is such a column.
std::size_t index_of(OutputTable const& table, std::string_view name) {
  auto const at = std::ranges::find(table.columns, name, &Column::name);
  expects(at != table.columns.end(), "the table has the column");
  return static_cast<std::size_t>(at - table.columns.begin());
}

/// Sums of parts of cells are not exact to the last digit: 99.9999999 residents are 100.
double rounded(double (*whole)(double), People people, double slack) {
  return whole(people.value() + slack);
}

}  // namespace

OutputTable spread_columns(IdVector<CellId, double> const& within) {
  OutputTable table{"cells", {}, {}, {}};
  table.columns.push_back(columns_of("cells")("spread_share"));
  for (auto const share : within) table.rows.push_back({share});
  return table;
}

template <CostType Cost>
OutputTable band_columns(Bands const& bands, CoverageSummary<Cost> const& summary,
                         Population const& population) {
  constexpr double kSlack = 1e-6;
  PeopleValues const people{population};
  OutputTable table{"municipalities", {}, {}, {}};
  table.columns = columns_of(
      "municipalities", people)({"spread_expected", "spread_low", "spread_high",
                                 "spread_share_expected", "spread_share_low", "spread_share_high"});
  auto const add = [&](Band const& band, People all) {
    auto& row = table.rows.emplace_back();
    row.push_back(people(People{rounded(std::round, band.expected, kSlack)}));
    row.push_back(people(People{rounded(std::floor, band.low, kSlack)}));
    row.push_back(people(People{rounded(std::ceil, band.high, -kSlack)}));
    for (auto const covered : {band.expected, band.low, band.high})
      row.push_back(share_in_band(covered, all));
  };
  for (std::size_t m = 0; m < bands.municipalities.size(); ++m)
    add(bands.municipalities[m], summary.municipalities[m].residents);
  if (bands.outside) add(*bands.outside, summary.outside->residents);
  add(bands.total, summary.total.residents);
  return table;
}

OutputTable limit_band_table(
    std::vector<std::pair<std::string, OutputTable>> const& band_columns_of_limits,
    OutputTable const& municipalities) {
  OutputTable table{"bands", {}, {}, {}};
  table.columns.push_back(columns_of("bands")("rule"));
  std::vector<std::size_t> heads;
  for (auto const* name : {"municipality_code", "municipality_name", "residents"}) {
    heads.push_back(index_of(municipalities, name));
    table.columns.push_back(municipalities.columns[heads.back()]);
  }
  table.columns.push_back(columns_of("bands")("share"));
  auto const& bands = band_columns_of_limits.front().second.columns;
  table.columns.insert(table.columns.end(), bands.begin(), bands.end());
  for (auto const& [limit, of_limit] : band_columns_of_limits) {
    auto const share = index_of(municipalities, limit + "_share");
    for (std::size_t r = 0; r < of_limit.rows.size(); ++r) {
      auto& row = table.rows.emplace_back(std::vector<Value>{limit});
      for (auto const head : heads) row.push_back(municipalities.rows[r][head]);
      row.push_back(municipalities.rows[r][share]);
      row.insert(row.end(), of_limit.rows[r].begin(), of_limit.rows[r].end());
    }
  }
  return table;
}

template OutputTable band_columns(Bands const&, CoverageSummary<Millimeters> const&,
                                  Population const&);
template OutputTable band_columns(Bands const&, CoverageSummary<Milliseconds> const&,
                                  Population const&);

}  // namespace gapmap::tables
