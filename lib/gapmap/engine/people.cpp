#include "gapmap/engine/people.h"

#include <fmt/format.h>

namespace gapmap::engine {

io::Extent extent_of(Municipalities const& municipalities, WorkingFrame const& frame) {
  Box box;
  for (auto const& municipality : municipalities) box.extend(municipality.area.box());
  return {box.grown(places::kNearestMunicipalityWithin.value()), frame.crs()};
}

Studied read_people(job::Question const& question, WorkingFrame const& frame, Listener& listener) {
  Studied studied;
  auto& population = studied.people.population;
  listener.stage("read areas",
                 [&] { studied.areas = io::read_municipalities(question.areas, frame); });
  listener.stage("read population", [&] {
    auto input = question.population;
    input.raster_extent = extent_of(studied.areas.municipalities, frame);
    studied.people = io::read_population(input, frame);
  });
  listener.stage("assign cells to municipalities", [&] {
    auto const& municipalities = studied.areas.municipalities;
    studied.assignment = places::assign_municipalities(population, municipalities);
    studied.not_studied = places::keep_studied(population, municipalities, question.outside);
  });
  if (population.empty()) {
    throw InputError{{question.population.source.path},
                     "none of its cells lies in the areas studied",
                     "check that population and areas are of the same region"};
  }
  return studied;
}

void show(places::AssignmentReport const& assignment, places::AssignmentCount const& not_studied,
          Listener& listener) {
  auto const line = [&](places::AssignmentCount const& count, std::string_view what) {
    if (count.cells == 0) return;
    listener.remark(fmt::format("cells: {} with {:.0f} residents {}", count.cells,
                                count.residents.value(), what));
  };
  line(assignment.mostly_outside,
       "lie mostly outside every area and went to the one they share most with");
  line(assignment.by_distance, "touch no area and went to the nearest one");
  line(assignment.none, "lie farther than 5 km from every area");
  line(not_studied, "are not studied");
}

}  // namespace gapmap::engine
