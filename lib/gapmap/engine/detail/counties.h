#pragma once
// Which areas are one county, and whose places count for whom.

#include "gapmap/coverage/accounts.h"
#include "gapmap/places/zones.h"
#include "gapmap/reach/clientele.h"
#include "gapmap/engine/people.h"
#include "gapmap/job/coverage_options.h"

namespace gapmap::engine {

/// The county of every area; none: the area is in no county that matters to the run.
using Counties = IdVector<MunicipalityId, ZoneId>;

/// Counties as the area key has them. Without a key the studied areas are one county, and
/// everywhere else is outside it.
[[nodiscard]] Counties counties_of(Studied const& studied);

/// Which cells may use which places. For Whose::Anybody there is one clientele, of all cells and
/// all places; for Whose::OwnCounty there is one for each county, and cells in no county have no
/// places.
[[nodiscard]] std::vector<Clientele> clienteles_of(
    Whose whose, Counties const& counties, Population const& population,
    IdVector<PlaceId, MunicipalityId> const& located);

/// Which places count for whom under one rule, and how many count for each cell, those outside the
/// box included.
struct PlacesOf {
  std::vector<Clientele> clienteles;
  IdVector<CellId, std::size_t> there_are;
};

/// The places that count under either rule.
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
