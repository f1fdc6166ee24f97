#pragma once
// Two municipalities and four cells: what a report is made from, small enough to read.

#include "gapmap/report/page.h"
#include "tests/report/plain_columns.h"

namespace gapmap::report {

/// A square with its lower left corner at (x, y).
inline Area square(double x, double y, double side) {
  Area area;
  area.points = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
  area.close_ring();
  area.close_part();
  return area;
}

struct TinyRun {
  std::vector<tables::OutputTable> tables;
  std::vector<std::pair<std::string, std::string>> options{
      {"limit", "5 km"}, {"mode", "walk"}, {"output", "out"}};
  io::RunFacts facts{.limit = 5000, .class_bounds = {5000}, .mode = "walk"};
  std::vector<io::ImportReport> inputs{
      {.input = "places", .source = {.path = "places.csv"}, .rows = 2, .rows_used = 1}};

  explicit TinyRun(std::string const& place_name = "Pappila") {
    using tables::Value;
    using S = std::string;
    using I = std::int64_t;
    auto const real = [](char const* name) {
      return tables::Column{name, tables::ColumnType::Real, 3};
    };
    tables.push_back(
        {"municipalities",
         {column::text("municipality_code"), column::text("municipality_name"),
          column::integer("residents"), column::integer("covered"), column::integer("outside"),
          column::integer("unreachable"), column::integer("off_network"), real("share"),
          real("distance_median_m"), column::integer("cells_without_number")},
         {{S{"046"}, S{"Ahola"}, I{1200}, I{1000}, I{200}, I{0}, I{0}, 0.8333, 1000.0, I{1}},
          {S{"097"}, S{"Åminne"}, I{30}, I{0}, I{20}, I{6}, I{4}, 0.0, 9000.0, I{0}},
          {Value{}, S{"Total"}, I{1230}, I{1000}, I{220}, I{6}, I{4}, 0.813, 1000.0, I{1}}},
         {square(0, 0, 4000), square(4000, 0, 4000)}});
    tables.push_back(
        {"classes",
         {column::text("level"), column::text("zone_code"), column::text("zone_name"),
          column::text("group"), column::text("class"), real("from_m"), real("to_m"),
          real("residents_low"), real("residents_high")},
         {{S{"total"}, Value{}, S{"Total"}, S{"all"}, S{"to_5_km"}, 0.0, 5000.0, 1000.0, 1000.0},
          {S{"total"}, Value{}, S{"Total"}, S{"all"}, S{"over_5_km"}, 5000.0, Value{}, 220.0,
           220.0},
          {S{"total"}, Value{}, S{"Total"}, S{"Y_GE65"}, S{"to_5_km"}, 0.0, 5000.0, 120.0, 140.0},
          {S{"total"}, Value{}, S{"Total"}, S{"Y_GE65"}, S{"over_5_km"}, 5000.0, Value{}, 3.0, 3.0},
          {S{"municipality"}, S{"046"}, S{"Ahola"}, S{"all"}, S{"to_5_km"}, 0.0, 5000.0, 1000.0,
           1000.0},
          {S{"municipality"}, S{"046"}, S{"Ahola"}, S{"all"}, S{"over_5_km"}, 5000.0, Value{},
           200.0, 200.0},
          {S{"municipality"}, S{"046"}, S{"Ahola"}, S{"Y_GE65"}, S{"to_5_km"}, 0.0, 5000.0, 120.0,
           140.0},
          {S{"municipality"}, S{"046"}, S{"Ahola"}, S{"Y_GE65"}, S{"over_5_km"}, 5000.0, Value{},
           1.0, 3.0},
          {S{"municipality"}, S{"046"}, S{"Ahola"}, S{"Y_GE65"}, S{"off_network"}, Value{}, Value{},
           2.0, Value{}}}});
    tables.push_back(
        {"gaps",
         {column::integer("gap_id"), column::text("municipality_code"),
          column::text("municipality_name"), column::integer("residents"), real("distance_mean_m"),
          column::text("nearest_place_name"), column::text("reason")},
         {{I{1}, S{"046"}, S{"Ahola"}, I{200}, 7500.0, place_name, S{"detour"}},
          {I{2}, S{"097"}, S{"Åminne"}, I{20}, 9000.0, place_name, S{"ferry_wait"}}},
         {square(2000, 2000, 1000), square(5000, 1000, 1000)}});
    tables.push_back(
        {"places",
         {column::text("place_id"), column::text("place_name"), column::text("municipality_code"),
          column::text("municipality_name"), column::integer("residents_nearest"),
          column::integer("residents_within_limit"), column::integer("fall_outside"),
          column::integer("become_unreachable")},
         {{S{"1"}, place_name, S{"046"}, S{"Ahola"}, I{1220}, I{1000}, I{1000}, I{220}}},
         {},
         {{{500, 500}}}});
    tables.push_back({"cells",
                      {column::text("cell_id"), column::integer("residents"),
                       column::text("status"), real("distance_m")},
                      {{S{"a"}, I{1000}, S{"covered"}, 1000.0},
                       {S{"b"}, I{200}, S{"too_far"}, 7500.0},
                       {S{"c"}, I{20}, S{"too_far"}, 9000.0},
                       {S{"d"}, I{6}, S{"unreachable"}, Value{}},
                       {S{"e"}, I{4}, S{"off_network"}, Value{}},
                       {S{"f"}, Value{}, S{"covered"}, 500.0}},
                      {square(0, 0, 1000), square(2000, 2000, 1000), square(5000, 1000, 1000),
                       square(7000, 3000, 1000), square(7000, 0, 1000), square(1000, 0, 1000)}});
    tables.push_back(
        {"groups",
         {column::text("rule_kind"), column::text("rule"), column::text("level"),
          column::text("zone_code"), column::text("zone_name"), column::text("group"),
          real("residents"), real("residents_low"), real("residents_high"), real("covered"),
          real("covered_low"), real("covered_high"), real("not_covered"), real("not_covered_low"),
          real("not_covered_high"), real("unreachable"), real("off_network"), real("share")},
         {{S{"limit"}, S{"5_km"}, S{"total"}, Value{}, S{"Total"}, S{"all"}, 1230.0, 1230.0, 1230.0,
           1000.0, 1000.0, 1000.0, 230.0, 230.0, 230.0, 6.0, 4.0, 0.813},
          {S{"limit"}, S{"5_km"}, S{"total"}, Value{}, S{"Total"}, S{"Y_GE65"}, 133.0, 123.0, 143.0,
           130.0, 120.0, 140.0, 3.0, 3.0, 3.0, 0.0, 0.0, 0.977},
          {S{"limit"}, S{"5_km"}, S{"municipality"}, S{"046"}, S{"Ahola"}, S{"all"}, 1200.0, 1200.0,
           1200.0, 1000.0, 1000.0, 1000.0, 200.0, 200.0, 200.0, 0.0, 0.0, 0.833},
          {S{"limit"}, S{"5_km"}, S{"municipality"}, S{"046"}, S{"Ahola"}, S{"Y_GE65"}, 133.0,
           123.0, Value{}, 130.0, 120.0, 140.0, 3.0, 3.0, Value{}, 0.0, 2.0, 0.977}},
         {}});
    inputs.front().count("no coordinates", "7");
  }

  [[nodiscard]] ReportedRun run() const {
    return {.tables = tables,
            .scale = {.is_time = false, .limit = 5000, .bounds = {5000}},
            .facts = facts,
            .options = options,
            .inputs = inputs};
  }
};

}  // namespace gapmap::report
