#include "gapmap/tables/site_load_table.h"

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {

std::string_view name_of(LeftOut why) noexcept {
  return why == LeftOut::NoRoom ? "no_room" : "too_far";
}

OutputTable assignment_table(std::vector<AssignmentRow> const& rows) {
  OutputTable table{.name = "assignments",
                    .columns = columns_of("assignments")(
                        {"cell_id", "place_id", "place_name", "load", "way", "unserved_because"}),
                    .rows = {},
                    .areas = {}};
  for (auto const& row : rows) {
    bool const is_served = !row.because;
    table.rows.push_back({row.demand, is_served ? Value{row.place} : Value{},
                          is_served ? Value{row.name} : Value{}, row.load, value_of(row.way),
                          is_served ? Value{} : Value{std::string{name_of(*row.because)}}});
  }
  return table;
}

OutputTable load_table(std::vector<LoadRow> const& rows) {
  OutputTable table{.name = "loads",
                    .columns = columns_of("loads")(
                        {"place_id", "place_name", "plan_change", "capacity", "load", "free"}),
                    .rows = {},
                    .areas = {}};
  for (auto const& row : rows) {
    table.rows.push_back({row.id, row.name, std::string{row.opens ? "opens" : "stays"},
                          row.capacity, row.load, row.capacity - row.load});
  }
  return table;
}

}  // namespace gapmap::tables
