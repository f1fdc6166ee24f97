#include "gapmap/io/read_roads.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "gapmap/io/opened.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/io/osm_pbf.h"
#include "gapmap/io/placing.h"
#include "gapmap/io/detail/road_fields.h"

namespace gapmap::io {
namespace {

/// Returns the speed limits of links, if there are any to read. Throws InputError if the roads have
/// no link ids by which to join them.
SpeedLimitsByLink limits_for(RoadInput const& input, Recognised const& fields, Table const& table,
                             ImportReport& report) {
  if (input.speed_limits.path.empty()) return {};
  if (!fields.field(Role::LinkId)) {
    throw InputError{
        table.where(), "has no field LINK_ID to join speed limits by (`road-speed-limits`)",
        fmt::format("its fields are {}; name a field that holds the limit with `road-speed`",
                    fmt::join(table.fields(), ", "))};
  }
  return read_speed_limits(input.speed_limits, report);
}

/// Throws UsageError, because an option without effect is a mistake.
void refuse_ice_roads_of_others(RoadInput const& input, OpenedInput const& opened) {
  if (input.ice_roads == network::IceRoads::No || opened.fields.field(Role::RoadClass)) return;
  throw UsageError{"ice-roads",
                   "only OpenStreetMap and the classes of the National Land Survey say which roads "
                   "are on ice",
                   "leave it out, or choose roads with `roads-where`"};
}

/// Removes fields of names, so that the report does not mention what is not read.
void forget_names(OpenedInput& opened) {
  for (auto const role : {Role::Name, Role::OtherName, Role::RoadNumber})
    opened.fields.fields.erase(role);
  opened.report.recognised = opened.fields.describe(opened.table);
}

/// Appends a line. Heights that are all 0 mean that the source has none.
void append_line(RawShape const& shape, std::size_t first, std::size_t end,
                 network::VertexLines& lines) {
  auto const height = [&](std::size_t i) {
    return shape.heights.empty() ? network::VertexLines::kNoHeight : shape.heights[i];
  };
  bool is_flat = true;
  for (auto i = first; i < end; ++i) is_flat = is_flat && height(i) == 0;
  for (auto i = first; i < end; ++i) {
    lines.push_point({shape.points[i].x, shape.points[i].y},
                     is_flat ? network::VertexLines::kNoHeight : height(i));
  }
  lines.close_line();
}

}  // namespace

RoadsRead read_roads(RoadInput const& input, WorkingFrame const& frame, Progress const& progress) {
  if (is_osm_file(input.source.path)) return read_osm_roads(input, frame, progress);
  auto opened = open_input("roads", input.source, GeometryKind::Line, road_schemas(),
                           {{Role::RoadClass, "road-class", input.class_field},
                            {Role::OneWay, "road-oneway", input.oneway_field},
                            {Role::SpeedLimit, "road-speed", input.speed_field},
                            {Role::Name, "road-name", input.name_field},
                            {Role::Level, "road-level", input.level_field}});
  refuse_ice_roads_of_others(input, opened);
  auto& table = opened.table;
  table.refuse_osm();
  auto& fields = opened.fields;
  auto& report = opened.report;
  Placing placing{table.crs(), frame, table.where(), "roads-crs"};
  report.crs = placing.source().label();
  if (input.names == RoadNames::Skip) forget_names(opened);

  network::RoadLines roads;
  NameCollector names;
  std::vector<std::int64_t> row_of_line;
  RoadFields const road_fields{input, fields, limits_for(input, fields, table, report)};
  table.visit(
      [&](Record const& record) {
        auto const row = name_of_row(record, fields);
        ++report.rows;
        auto shape = record.shape({GeometryKind::Line});
        if (shape.kind == GeometryKind::None) return report.count("no geometry", row);
        if (shape.kind != GeometryKind::Line) return report.count("no line", row);
        auto const raw = shape.points.front();
        placing.project(shape);
        if (!placing.accept(shape.points.front(), raw, row, report)) return;
        if (!is_projected(shape)) return report.count("a point that cannot be projected", row);
        auto const attributes = road_fields.read(record, row, report);
        if (!attributes) return;
        auto const name =
            input.names == RoadNames::Read ? names.add(road_fields.name(record)) : NameId::none();
        if (shape.has_impossible_heights)
          report.count("height that no place on Earth has, taken as unknown", row,
                       Consequence::Used);
        std::size_t first = 0;
        for (auto const end : shape.path_ends) {
          append_line(shape, first, end, roads.lines);
          roads.attributes.push_back(*attributes);
          if (input.names == RoadNames::Read) roads.names.push_back(name);
          row_of_line.push_back(std::stoll(record.row()));
          first = end;
        }
        ++report.rows_used;
      },
      progress);
  placing.finish(report.rows_used, table.where());
  end_reading(opened);
  roads.name_pool = std::move(names).take();
  return {std::move(roads), std::move(row_of_line), std::move(report)};
}

void count_unused_turns(RoadsRead& read,
                        std::span<std::pair<std::uint32_t, network::UnusedTurn> const> unused) {
  std::optional<std::int64_t> last;
  for (auto const& [rule, why] : unused) {
    auto const relation = read.row_of_turn[rule];
    if (std::exchange(last, relation) == relation) continue;  // another turn of the same relation
    if (why == network::UnusedTurn::Ambiguous) {
      read.report.count("turn restriction that may mean several turns", std::to_string(relation));
    } else {
      read.report.count("turn restriction whose ways do not meet, or closed anyway",
                        std::to_string(relation));
    }
  }
}

}  // namespace gapmap::io
