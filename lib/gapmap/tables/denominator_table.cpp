#include "gapmap/tables/denominator_table.h"

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {
namespace {

std::vector<Column> columns_of_rows(Groups const& groups, PeopleValues const& of_grid) {
  auto const declared = columns_of("denominators", of_grid);
  auto columns = declared({"municipality_code", "municipality_name", "cells", "residents_grid",
                           "residents_official", "ratio", "difference", "cells_without_number",
                           "residents_low", "residents_high", "cells_with_suppressed_groups"});
  for (std::string const which : {"on_border", "centre_outside", "mostly_outside",
                                  "touching_no_area", "shared_with_another_country"}) {
    columns.push_back(declared("cells_" + which));
    columns.push_back(declared("residents_" + which));
  }
  for (auto const g : groups.ids()) {
    if (g == ResidentRanges::everybody()) continue;
    for (auto const* what : {"{group}_low", "{group}_high", "{group}_estimate", "{group}_official"})
      columns.push_back(declared(what, groups[g].name));
  }
  return columns;
}

/// Returns the upper end of a range; nothing where cells without a number may hold any number of
/// people.
Value most_of(DenominatorRow const& row, std::size_t group) {
  return row.cells_without_bound[group] == 0 ? value_of(row.groups[group].high) : Value{};
}

}  // namespace

OutputTable denominator_table(Denominators const& denominators, ResidentRanges const& ranges,
                              Municipalities const& municipalities, Population const& population) {
  PeopleValues const of_grid{population};
  OutputTable table{"denominators", columns_of_rows(ranges.groups, of_grid), {}, {}};
  auto const add = [&](DenominatorRow const& row, Value code, Value name) {
    auto const ratio = row.ratio();
    std::vector<Value> values{std::move(code),
                              std::move(name),
                              count_of(row.cells),
                              of_grid(row.residents),
                              value_of(row.official),
                              ratio ? Value{*ratio} : Value{},
                              value_of(row.difference()),
                              count_of(row.cells_without_number),
                              value_of(row.groups[0].low),
                              most_of(row, 0),
                              count_of(row.cells_with_suppressed_groups)};
    for (auto const* count :
         {&row.across, &row.center_outside, &row.mostly_outside, &row.beside, &row.shared}) {
      values.push_back(count_of(count->cells));
      values.push_back(of_grid(count->residents));
    }
    for (std::size_t g = 1; g < row.groups.size(); ++g) {
      auto const& range = row.groups[g];
      values.push_back(value_of(range.low));
      values.push_back(most_of(row, g));
      values.push_back(value_of(range.midpoint()));
      values.push_back(value_of(row.official_groups[g]));
    }
    table.rows.push_back(std::move(values));
  };
  for (auto const& row : denominators.municipalities) {
    add(row, municipalities[row.municipality].code, municipalities[row.municipality].name);
  }
  if (denominators.outside) add(*denominators.outside, {}, "Outside all areas");
  add(denominators.total, {}, "Total");
  return table;
}

}  // namespace gapmap::tables
