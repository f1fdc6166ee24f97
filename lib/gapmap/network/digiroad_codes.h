#pragma once
// Translates codes of Digiroad, the national road and street database, into facts about a road.
// Pure functions over tables of codes; no file is read here.

#include <optional>

#include "gapmap/network/road.h"

namespace gapmap::network {

/// The codes of one row of DR_LINKKI or DR_LINKKI_K; empty where the row says nothing.
struct DigiroadLink {
  std::optional<int> link_type = {};         ///< LINKKITYYP
  std::optional<int> functional_class = {};  ///< TOIMINN_LK
  std::optional<int> direction = {};         ///< AJOSUUNTA
};

/// Returns where a road lies by the codes of Digiroad (SILTA_ALIK) and the National Land Survey
/// (tasosijainti): -11 in a tunnel, -3 to -1 so many levels below the surface (-1: an underpass), 0
/// on it, 1 to 5 so many above, 10 not defined. An underpass counts as a tunnel: it has walls, so
/// one gets onto it only at its ends. Any other code counts as the ground.
/// Source: Finnish Transport Infrastructure Agency, Digiroad, Description of data objects, appendix
/// 1; National Land Survey, topographic database, tasosijainti (its own drawing rules show 0 and -1
/// as surface, 1 and up as bridges, -11 as tunnels).
[[nodiscard]] Level finnish_level(std::optional<int> code);

/// Returns a link as a road, with directions as digitised. Returns nothing if the link is of no use
/// to people who visit a meeting place: a service opening in the middle of a motorway, a way for
/// exceptional transports.
///
/// The link type decides the class of motorways, ways for cycling and walking, tracks and cable
/// ferries (lossi); the functional class decides that of all other types. AJOSUUNTA 3 is against
/// digitising, 4 along; it binds cars and bikes. Any other value means both ways. Motorways (1),
/// roads for motor traffic (4) and ramps (6) are entered at junctions only; dual carriageways (2)
/// are entered anywhere, for they are streets of towns as well.
/// Source: Finnish Transport Infrastructure Agency, Digiroad, Description of data objects, appendix
/// 1 (code values).
[[nodiscard]] std::optional<RoadAttributes> digiroad_road(DigiroadLink const& link);

/// Tells which codes LINK_TILA uses: they changed when link ids became texts ("0a1b…:1") in place
/// of numbers.
enum class LinkIds : std::uint8_t { Numbers, Texts };

/// Whether LINK_TILA says that a link is in use: false if it is planned, under construction or
/// temporarily closed. With numbers as ids 0 is in use, 1 under construction, 3 planned; with texts
/// 1 is planned, 2 under construction, 3 in use, 4 temporarily out of use. All other codes, and
/// none, count as in use.
/// Source: the Agency's own reading of the codes, github.com/finnishtransportagency/digiroad2,
/// ConstructionType, before and after the change of ids.
[[nodiscard]] bool is_digiroad_link_in_use(std::optional<int> link_state, LinkIds ids);

/// Whether an AJOSUUNTA code states a direction: 2, 3 or 4.
[[nodiscard]] bool is_digiroad_direction(std::optional<int> direction);

}  // namespace gapmap::network
