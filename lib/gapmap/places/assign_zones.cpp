#include "gapmap/places/assign_zones.h"

#include <utility>

#include "gapmap/geometry/measure.h"
#include "gapmap/places/atlas.h"
#include "gapmap/units/error.h"

namespace gapmap::places {

Zoning zoned_by_area(std::string level, Zones zones, Population const& population) {
  Atlas<ZoneId> const atlas{zones};
  Zoning zoning{.level = std::move(level), .zones = std::move(zones), .of_cell = {}};
  for (auto& zone : zoning.zones) zone.is_studied = false;
  zoning.of_cell.reserve(population.size());
  for (auto const& cell : population) {
    auto const zone = atlas.by_overlap(cell, area_m2(cell.outline)).area;
    if (!zone.is_none()) zoning.zones[zone].is_studied = true;
    zoning.of_cell.push_back(zone);
  }
  return zoning;
}

Zoning zoned_by_municipality(std::string level, Zones zones,
                             IdVector<MunicipalityId, ZoneId> of_municipality,
                             Municipalities const& municipalities, Population const& population) {
  expects(of_municipality.size() == municipalities.size(), "every municipality has a zone or none");
  Zoning zoning{.level = std::move(level),
                .zones = std::move(zones),
                .of_cell = {},
                .of_municipality = std::move(of_municipality)};
  for (auto& zone : zoning.zones) zone.is_studied = false;
  for (auto const m : municipalities.ids()) {
    auto const zone = zoning.of_municipality[m];
    if (!zone.is_none() && municipalities[m].is_studied) zoning.zones[zone].is_studied = true;
  }
  zoning.of_cell.reserve(population.size());
  for (auto const& cell : population) {
    zoning.of_cell.push_back(
        cell.municipality.is_none() ? ZoneId::none() : zoning.of_municipality[cell.municipality]);
  }
  return zoning;
}

Zoning zoned_as_municipalities(Municipalities const& municipalities, Population const& population) {
  Zones zones;
  IdVector<MunicipalityId, ZoneId> itself;
  for (auto const& municipality : municipalities) {
    itself.push_back(zones.push_back({municipality.code, municipality.name}));
  }
  return zoned_by_municipality("municipality", std::move(zones), std::move(itself), municipalities,
                               population);
}

}  // namespace gapmap::places
