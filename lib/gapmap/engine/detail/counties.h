#pragma once
// Which areas are one county, and whose places count for whom.

#include "gapmap/coverage/accounts.h"
#include "gapmap/places/zones.h"
#include "gapmap/reach/clientele.h"
#include "gapmap/engine/people.h"
#include "gapmap/job/coverage_options.h"

namespace gapmap::engine {

/// The county of every area; none: of no county that matters to the run.
using Counties = IdVector<MunicipalityId, ZoneId>;

/// As an area key says; without one the studied areas are one county against everywhere else.
[[nodiscard]] Counties counties_of(Studied const& studied);

/// For Whose::Anybody all cells with all places; else one a county: a cell of no county has none.
[[nodiscard]] std::vector<Clientele> clienteles_of(
    Whose whose, Counties const& counties, Population const& population,
    IdVector<PlaceId, MunicipalityId> const& located);

/// Who counts which places, under one rule, and how many there are, outside the box too.
struct PlacesOf {
  std::vector<Clientele> clienteles;
  IdVector<CellId, std::size_t> there_are;
};

/// Under either rule.
struct PlacesCounted {
  PlacesOf anybodys;
  PlacesOf own;  ///< nothing where the job needs no counties

  [[nodiscard]] PlacesOf const& by(Whose whose) const {
    return whose == Whose::Anybody ? anybodys : own;
  }
};
[[nodiscard]] PlacesCounted count_places(job::CoverageJob const& job, Studied const& studied,
                                         Places const& places, Listener& listener);

/// How many places count for each cell.
[[nodiscard]] IdVector<CellId, std::size_t> places_for_each(
    std::vector<Clientele> const& clienteles, std::size_t cells);

}  // namespace gapmap::engine
