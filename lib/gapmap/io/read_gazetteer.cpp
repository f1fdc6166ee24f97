#include "gapmap/io/read_gazetteer.h"

#include "gapmap/io/detail/point_rows.h"

namespace gapmap::io {

GazetteerRead read_gazetteer(GazetteerInput const& input, WorkingFrame const& frame,
                             Municipalities const& municipalities) {
  auto opened =
      open_input("gazetteer", input.source, GeometryKind::Point, gazetteer_schemas(),
                 {{Role::Name, "gazetteer-name", input.name_field},
                  {Role::Municipality, "gazetteer-municipality", input.municipality_field}});
  auto const rows = read_point_rows(opened, frame, {.crs_option = "gazetteer-crs"});
  MunicipalityKeys keys{municipalities};
  std::vector<NamedPoint> entries;
  for (auto const& row : rows) {
    auto name = row.text(Role::Name);
    if (name.empty()) {
      opened.report.count("no name", row.row);
      continue;
    }
    entries.push_back({std::move(name), *row.point, keys.of(row.text(Role::Municipality))});
  }
  opened.report.rows_used = entries.size();
  end_reading(opened);
  places::locate_entries(entries, municipalities);
  return {Gazetteer{std::move(entries)}, std::move(keys), std::move(opened.report)};
}

}  // namespace gapmap::io
