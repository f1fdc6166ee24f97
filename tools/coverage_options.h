#pragma once
// What `gapmap coverage` is asked: its options as text, and as values.

#include <optional>
#include <string>
#include <variant>

#include "gapmap/io/read_municipalities.h"
#include "gapmap/io/read_population.h"
#include "gapmap/places/assign.h"
#include "tools/answer_options.h"
#include "tools/options.h"
#include "tools/place_options.h"
#include "tools/travel_options.h"

namespace gapmap::tools {

/// As given.
struct CoverageWords {
  std::string areas, area_code, area_name, areas_crs, study, outside = "keep";
  std::string population, population_total, cell_id, population_x, population_y, population_where,
      population_crs;
  std::string cell_size = "250 m";
  std::string limit, margin, nearest = "1";
  AnswerWords answer;
  PlaceWords places;
  TravelWords travel;
};

/// Understood.
struct CoverageJob {
  io::MunicipalityInput areas;
  io::PopulationInput population;
  io::FacilityInput places;
  Travel travel;
  std::variant<Meters, Seconds> limit;
  /// How much farther than the limit roads and places are read; nothing: as many as
  /// the results take.
  std::optional<Meters> margin;
  places::OutsideCells outside = places::OutsideCells::Keep;
  std::size_t nearest = 1;  ///< of how many places cells tell
};

void declare_coverage(Options& options, CoverageWords& words);

/// Everything that can be wrong before any work, all at once. Throws UsageError or InputError.
[[nodiscard]] CoverageJob understand_coverage(CoverageWords const& words);

}  // namespace gapmap::tools
