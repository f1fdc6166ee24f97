#pragma once
// What gaps are called: by the village or other locality that their residents live nearest to, so
// that five gaps of one municipality can be told apart.

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/coverage/gaps.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/places/place.h"

namespace gapmap {

/// Of the compass, by the grid of the working CRS.
enum class Compass : std::uint8_t {
  North,
  NorthEast,
  East,
  SouthEast,
  South,
  SouthWest,
  West,
  NorthWest
};
inline constexpr std::array<std::string_view, 8> kCompassNames{
    "north", "north_east", "east", "south_east", "south", "south_west", "west", "north_west"};

/// A point of the map with a name that people know.
struct Locality {
  std::string name;
  Point point;
  MunicipalityId municipality = MunicipalityId::none();
};

struct GapName {
  std::string near = {};  ///< name of the locality, else of a place; empty: no name is known
  Meters distance{0};     ///< straight, from there to the middle of the gap
  /// Which way that is; nothing where the name is enough.
  std::optional<Compass> direction = {};
};

/// By what gaps are named.
struct GapNaming {
  std::span<Locality const> localities;
  Places const& places;
  /// Whether it matters how many people live where. Published runs count cells, so that names tell
  /// nothing about numbers.
  bool by_residents = true;
};

namespace coverage {

/// How near some home of a gap must be to the locality whose name alone it bears.
inline constexpr Meters kNearLocality{5000};

/// Names gaps. A gap is named after the locality that is nearest, in a straight line, to most of
/// its residents, or of its cells if no number is known; among those of its own municipality, if
/// that has any. The name alone is for the gap that comes nearest to the locality of all that would
/// bear it, and not farther away than kNearLocality; others are told by distance and direction from
/// there, and so are gaps of a run without localities, from their nearest place. Places without a
/// name, which are called by their id, name nothing. Two gaps may still be called alike where they
/// lie in the same direction at nearly the same distance: who shows names tells them apart.
/// Requires: gaps are of this population.
/// Ties:     the first locality; of gaps and of the middles of one, the cell that comes first.
/// Cost:     O(cells of the gaps × log localities).
template <std::derived_from<GapPatch> SomeGap>
[[nodiscard]] std::vector<GapName> name_gaps(Population const& population,
                                             std::span<SomeGap const> gaps,
                                             WorkingFrame const& frame, GapNaming const& by);

}  // namespace coverage
}  // namespace gapmap
