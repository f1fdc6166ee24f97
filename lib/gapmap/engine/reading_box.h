#pragma once
// How much of large road files a run reads, and how it knows that nothing outside would change the
// result.

#include <algorithm>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/read_places.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/clientele.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/engine/road_scene.h"

namespace gapmap::engine {

/// Boxes around the cells, in the working CRS, each within the next.
struct ReadingBox {
  Meters radius{0};  ///< of `trusted` around the cells, on the ground
  Box trusted;       ///< every road that touches it was read, and every road from there to a place
  Box places;        ///< places in it are attached as if all roads had been read
  Box roads;         ///< roads that touch it are read
};

/// Roads leave a box at the last of their points in it, some way from its border.
inline constexpr Meters kBoxSlack{5000};

/// Whether roads of a box can be read without the others: of layers, unless a cache keeps them all.
[[nodiscard]] bool can_read_by_box(job::Travel const& travel);

/// `travel` says how far from roads people and places may be, and which components are small
/// components: a place is attached rightly only if all roads within the first were read, each with
/// enough of its component to tell that it is no small component.
[[nodiscard]] ReadingBox reading_box(Population const& population, Meters radius,
                                     job::Travel const& travel, WorkingFrame const& frame);

/// The radius if nobody asked for one: twice the farthest straight way of a cell to the k-th
/// nearest of the places that count for it, as few ways along roads are longer, and at least
/// `least`.
[[nodiscard]] Meters usual_radius(Population const& population, Places const& places,
                                  std::vector<Clientele> const& clienteles, std::size_t k,
                                  Meters least);

/// Leaves out, and counts, places outside the box. Throws InputError if that is all of them.
void keep_places_within(ReadingBox const& box, io::PlacesRead& places);

/// What a run says that read within `box`, or everything after that was not enough.
[[nodiscard]] std::string reading_within(ReadingBox const& box);
[[nodiscard]] std::string reading_whole_after(ReadingBox const& box);

/// "no result depends …"
inline constexpr char const* kNoDoubt = "no result depends on what lies farther off";

/// "225 km"
[[nodiscard]] std::string in_kilometers(Meters length);

/// Cells whose result roads or places outside the box might change.
template <CostType Cost>
struct Doubts {
  std::size_t cells = 0;
  People residents{0};                  ///< known ones
  Cost exact_up_to = Cost::infinite();  ///< what costs less than this is exact for every cell

  void add(Cell const& cell) {
    ++cells;
    residents += cell.residents.value_or(People{0});
  }
  /// Both together; a cell that is in both counts twice.
  Doubts& operator+=(Doubts const& other) {
    cells += other.cells;
    residents += other.residents;
    exact_up_to = std::min(exact_up_to, other.exact_up_to);
    return *this;
  }
};

/// Whether somebody or something is attached to a road of which only a part may have been read.
[[nodiscard]] bool may_be_cut(ReadingBox const& box, RoadScene const& scene, Attachment const& at);

/// A way that uses what was not read must first leave the trusted box along a road that was: a cell
/// that reaches as many places as are `wanted` of it for less than the nearest such exit has its
/// true result, and so has a cell that reaches no exit, with places or without.
/// Requires: everything was made from the roads and places within `box`; there are as many places
/// that count for each cell as are `wanted` of it, near or far, and `reach` looked for as many.
/// Cost: one search more, for round trips two.
template <CostType Cost>
[[nodiscard]] Doubts<Cost> doubts_about(ReadingBox const& box, RoadScene const& scene,
                                        WeighedRoads<Cost> const& roads, reach::Ends const& ends,
                                        ReachTable<Cost> const& reach,
                                        IdVector<CellId, std::size_t> const& wanted,
                                        job::Travel const& travel, Population const& population);

/// Whether every trip that costs at most `limit` is known, and what it costs: nobody comes to where
/// roads leave the trusted box within it, and nobody and no place is attached to a road that may be
/// cut otherwise by roads that were not read. Cost: as that of doubts_about().
template <CostType Cost>
[[nodiscard]] bool knows_all_within(ReadingBox const& box, RoadScene const& scene,
                                    WeighedRoads<Cost> const& roads, reach::Ends const& ends,
                                    Cost limit, job::Travel const& travel);

}  // namespace gapmap::engine
