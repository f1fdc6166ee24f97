#include "gapmap/tables/border_table.h"

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {
namespace {

Value count_or_nothing(std::optional<std::size_t> count) {
  return count ? count_of(*count) : Value{};
}

std::vector<Value> values_of(BorderRow const& row, Value code, Value name) {
  return {std::move(code),
          std::move(name),
          row.residents,
          row.before,
          row.after,
          row.across,
          row.alone,
          value_of(row.alone_at_most),
          row.alone_used,
          count_of(row.opens),
          count_of(row.opens_alone),
          count_or_nothing(row.opens_alone_at_least)};
}

}  // namespace

OutputTable border_table(std::vector<BorderRow> const& rows,
                         std::optional<BorderFigures> const& figures) {
  OutputTable table{.name = "borders",
                    .columns = columns_of("borders")(
                        {"zone_code", "zone_name", "residents", "served_before", "served_after",
                         "served_across", "served_alone", "served_alone_at_most",
                         "served_alone_by_any", "opens", "opens_alone", "opens_alone_at_least"}),
                    .rows = {},
                    .areas = {}};
  if (!figures) return table;
  BorderRow total{.alone_at_most = figures->alone_at_most,
                  .opens_alone_at_least = figures->opens_alone_at_least};
  for (auto const& row : rows) {
    bool const is_in_none = row.code.empty() && row.name.empty();
    table.rows.push_back(values_of(row, is_in_none ? Value{} : Value{row.code},
                                   is_in_none ? Value{"Outside"} : Value{row.name}));
    total.residents += row.residents;
    total.before += row.before;
    total.after += row.after;
    total.across += row.across;
    total.alone += row.alone;
    total.alone_used += row.alone_used;
    total.opens += row.opens;
    total.opens_alone += row.opens_alone;
  }
  table.rows.push_back(values_of(total, {}, Value{"Total"}));
  return table;
}

}  // namespace gapmap::tables
