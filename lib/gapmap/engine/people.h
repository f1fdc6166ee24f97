#pragma once
// How every command about people begins: areas and population read, and who of them is studied.

#include <optional>
#include <vector>

#include "gapmap/io/read_municipalities.h"
#include "gapmap/io/read_population.h"
#include "gapmap/places/area_key.h"
#include "gapmap/places/assign.h"
#include "gapmap/places/zones.h"
#include "gapmap/engine/listener.h"
#include "gapmap/job/question_options.h"

namespace gapmap::engine {

struct Studied {
  io::MunicipalitiesRead areas;
  io::PopulationRead people;  ///< those that are studied, each in its municipality
  places::AssignmentReport assignment;
  places::AssignmentCount not_studied;
  /// By the levels of an area key, then by layers of zones; see engine/detail/zones.
  std::vector<Zoning> zonings = {};
  /// The wellbeing services county of every municipality, where an area key tells it.
  std::optional<IdVector<MunicipalityId, ZoneId>> counties = std::nullopt;
  std::vector<MissingFromKey> missing_from_key = {};
  std::vector<io::ImportReport> zone_reports = {};
};

/// Where people of these areas can be: only there a raster is read.
[[nodiscard]] io::Extent extent_of(Municipalities const& municipalities, WorkingFrame const& frame);

/// Throws InputError if an input cannot be used, or if nobody is left.
[[nodiscard]] Studied read_people(job::Question const& question, WorkingFrame const& frame,
                                  Listener& listener);

/// How cells came to their municipality, where that was not plain.
void show(places::AssignmentReport const& assignment, places::AssignmentCount const& not_studied,
          Listener& listener);

}  // namespace gapmap::engine
