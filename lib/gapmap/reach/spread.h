#pragma once
// Where in their cells people may set out: people are somewhere in their square, not in its middle.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/access/attach.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/clientele.h"

namespace gapmap::reach {

/// Positions in the cells, those of one cell after one another. Searches take each of them as a
/// cell of its own, so they are numbered as cells are.
struct Spread {
  IdVector<CellId, Attachment> positions;
  /// One per position: what part of the people of its cell it stands for, relative to the other
  /// positions of that cell; more than 0.
  std::vector<double> weights;
  /// Positions of cell c: first[c] .. first[c + 1].
  std::vector<std::uint32_t> first{0};
  /// The cells that have neither roads nor buildings: their people stay in the middle.
  std::vector<CellId> kept;
};

/// Farthest that positions along a road lie from one another.
inline constexpr Meters kSpreadStep{50};

/// Spreads the people of every cell evenly along the roads in it on which homes can be: those open
/// to joining that one gets onto from the land beside them, so no motorway, tunnel, ferry or
/// bridge.
///
/// Homes stand beside roads, not on them. The land of a cell is divided among its roads: with the
/// area A and roads of the length l, each side of a road has a strip A/(2l) wide, on average
/// A/(4l) away. That is the access leg of every position of the cell, but at most a quarter of the
/// side of a square of this area: where roads are few, homes do not fill the land between them.
/// (Streets of Espoo: 46 m for the average resident by this rule, and as much from the middles of
/// the inhabited 250 m squares.)
///
/// Cells drawn around points keep their middle, for the source says where their people are.
/// Requires: `middles` are the attachments of the cells' middles.
/// Cost: the roads in the box of each cell, in parallel.
[[nodiscard]] Spread spread_along_roads(Population const& population,
                                        IdVector<CellId, Attachment> const& middles,
                                        RoadNetwork const& network,
                                        access::AttachOptions const& homes);

/// Spreads the people of every cell evenly among the buildings in it, each attached to roads as the
/// middle of a cell is. A building counts as one whatever its size: the largest are halls, in which
/// nobody lives. Cells drawn around points keep their middle.
/// Requires: as spread_along_roads().
[[nodiscard]] Spread spread_on_buildings(Population const& population,
                                         IdVector<CellId, Attachment> const& middles,
                                         std::span<Point const> buildings,
                                         RoadNetwork const& network, WorkingFrame const& frame,
                                         access::AttachOptions const& homes);

/// Returns the clienteles with positions in place of cells: a place that counts for a cell counts
/// for all positions in it.
[[nodiscard]] std::vector<Clientele> clienteles_of(Spread const& spread,
                                                   std::span<Clientele const> of_cells);

}  // namespace gapmap::reach
