#pragma once
// Further ways to divide the residents of a run: wellbeing services counties, regions, postal
// areas, villages, the drawn area of a pilot.

#include <string>

#include "gapmap/places/names.h"
#include "gapmap/places/population.h"

namespace gapmap {

using ZoneId = Id<struct ZoneTag>;

struct Zone {
  std::string code;  ///< code as text with its leading zeros
  std::string name;
  Area area = {};              ///< empty where the zone is known only by its municipalities
  bool is_studied = true;      ///< false if nobody of the run lives there: it has no figures
  NamesByLanguage names = {};  ///< beside `name`, which is that of data and files
};

using Zones = IdVector<ZoneId, Zone>;

/// One level of zones over one population. Every cell is in at most one zone, so that the figures
/// of all zones and of the cells in none add up to all residents.
struct Zoning {
  std::string level;  ///< "hyvinvointialue", "maakunta", or the name of the layer
  Zones zones;
  IdVector<CellId, ZoneId> of_cell;  ///< zone of each cell; none() if it is in no zone
  /// Zone of every municipality, none() if it is in no zone, where the level is made of
  /// municipalities. Empty for polygons.
  IdVector<MunicipalityId, ZoneId> of_municipality = {};
};

}  // namespace gapmap
