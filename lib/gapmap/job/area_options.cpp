#include "gapmap/job/area_options.h"

#include "gapmap/job/travel_options.h"

namespace gapmap::job {

void declare_areas(Options& o, AreaWords& w, Need need, std::string const& help) {
  o.add({"--areas", "FILE", help, OptionKind::Path, need}, w.areas);
}

void declare_area_fields(Options& o, AreaWords& w) {
  o.group("Areas");
  o.add({"--area-code", "FIELD", "Code of an area"}, w.code);
  o.add({"--area-name", "FIELD", "Name of an area"}, w.name);
  o.add({"--areas-crs", "CRS", "If the file does not say or says it wrong"}, w.crs);
}

io::MunicipalityInput understand_areas(AreaWords const& w, Problems& problems) {
  io::MunicipalityInput areas{source_of(w.areas, {}, w.crs), w.code, w.name};
  problems.check([&] { io::check_source(areas.source); });
  if (!w.crs.empty()) problems.check([&] { static_cast<void>(crs_of("areas-crs", w.crs)); });
  return areas;
}

}  // namespace gapmap::job
