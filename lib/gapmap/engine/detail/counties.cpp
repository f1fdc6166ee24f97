#include "gapmap/engine/detail/counties.h"

#include <algorithm>

namespace gapmap::engine {
namespace {

std::vector<Clientele> everybody(Population const& population, std::size_t places) {
  Clientele all;
  for (auto const cell : population.ids()) all.cells.push_back(cell);
  for (std::size_t f = 0; f < places; ++f) all.places.push_back(PlaceId{f});
  return {std::move(all)};
}

}  // namespace

Counties counties_of(Studied const& studied) {
  if (studied.counties) return *studied.counties;
  auto const& areas = studied.areas.municipalities;
  if (std::ranges::all_of(areas, &Municipality::is_studied)) {
    throw UsageError{"places-of, accounts", "nothing says which areas are one county",
                     "name the areas of the county with `study`, or give an `area-key` with "
                     "hyvinvointialue_code"};
  }
  Counties counties;
  for (auto const& municipality : areas)
    counties.push_back(municipality.is_studied ? ZoneId{std::size_t{0}} : ZoneId::none());
  return counties;
}

std::vector<Clientele> clienteles_of(Whose whose, Counties const& counties,
                                     Population const& population,
                                     IdVector<PlaceId, MunicipalityId> const& located) {
  if (whose == Whose::Anybody) return everybody(population, located.size());
  std::size_t number = 0;
  for (auto const county : counties) {
    if (!county.is_none()) number = std::max<std::size_t>(number, county.value() + 1);
  }
  std::vector<Clientele> clienteles(number);
  auto const of = [&](MunicipalityId municipality) -> Clientele* {
    if (municipality.is_none() || counties[municipality].is_none()) return nullptr;
    return &clienteles[counties[municipality].value()];
  };
  for (auto const cell : population.ids()) {
    if (auto* const own = of(population[cell].municipality)) own->cells.push_back(cell);
  }
  for (auto const f : located.ids()) {
    if (auto* const own = of(located[f])) own->places.push_back(f);
  }
  std::erase_if(clienteles, [](Clientele const& own) { return own.cells.empty(); });
  return clienteles;
}

IdVector<CellId, std::size_t> places_for_each(std::vector<Clientele> const& clienteles,
                                              std::size_t cells) {
  IdVector<CellId, std::size_t> places(cells, 0);
  for (auto const& clientele : clienteles) {
    for (auto const cell : clientele.cells) places[cell] = clientele.places.size();
  }
  return places;
}

PlacesCounted count_places(job::CoverageJob const& job, Studied const& studied,
                           Places const& places, Listener& listener) {
  auto const& population = studied.people.population;
  auto const of = [&](Whose whose, Counties const& counties,
                      IdVector<PlaceId, MunicipalityId> const& located) {
    PlacesOf counted{.clienteles = clienteles_of(whose, counties, population, located),
                     .there_are = {}};
    counted.there_are = places_for_each(counted.clienteles, population.size());
    return counted;
  };
  IdVector<PlaceId, MunicipalityId> const anywhere(places.size());
  PlacesCounted counted{.anybodys = of(Whose::Anybody, {}, anywhere), .own = {}};
  if (!job.accounts.needs_counties()) return counted;
  auto const located = listener.stage(
      "locate places", [&] { return places::locate(places, studied.areas.municipalities); });
  counted.own = of(Whose::OwnCounty, counties_of(studied), located);
  return counted;
}

}  // namespace gapmap::engine
