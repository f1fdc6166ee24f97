#include "gapmap/job/spread_options.h"

namespace gapmap::job {
namespace {

constexpr char const* kAlongRoads = "roads";

}  // namespace

void declare_spread(Options& o, SpreadWords& w) {
  o.group("Uncertainty");
  auto& buildings = w.buildings;
  o.add(
      {.flags = "--spread",
       .placeholder = "FILE|roads",
       .help = "People are somewhere in their cell, not in its middle: place them along its roads "
               "(roads), or on the buildings of FILE (points or polygons), and tell between which "
               "numbers the residents within the limit lie, by municipality; all roads are read",
       .kind = OptionKind::Path,
       .words = {kAlongRoads}},
      buildings.places);
  o.add({"--building-x", "FIELD", "East coordinate or longitude of a building"}, buildings.place_x);
  o.add({"--building-y", "FIELD", "North coordinate or latitude of a building"}, buildings.place_y);
  o.add({"--buildings-where", "SQL", "Only these buildings, e.g. those in which people live"},
        buildings.places_where);
  o.add({"--building-crs", "CRS",
         "If the file does not say or says it wrong, and of coordinate fields"},
        buildings.place_crs);
}

SpreadChoice understand_spread(SpreadWords const& w, Problems& problems) {
  auto const& buildings = w.buildings;
  SpreadChoice choice{.is_wanted = !buildings.places.empty(), .buildings = std::nullopt};
  if (choice.is_wanted && buildings.places != kAlongRoads) {
    choice.buildings = understand_places(buildings, problems);
    return choice;
  }
  problems.check([&] {
    for (auto const& [option, word] :
         {std::pair{"building-x", &buildings.place_x}, std::pair{"building-y", &buildings.place_y},
          std::pair{"buildings-where", &buildings.places_where},
          std::pair{"building-crs", &buildings.place_crs}}) {
      if (!word->empty())
        throw UsageError{option, "is about buildings, and there are none",
                         "name their file with `spread`"};
    }
  });
  return choice;
}

}  // namespace gapmap::job
