#pragma once
// Digiroad, the national road and street database, as facts about a road. Pure functions over
// tables of its codes; no file is read here.

#include <optional>

#include "gapmap/network/road.h"

namespace gapmap::network {

/// The codes of one row of DR_LINKKI or DR_LINKKI_K; nothing where the row says nothing.
struct DigiroadLink {
  std::optional<int> link_type = {};         ///< LINKKITYYP
  std::optional<int> functional_class = {};  ///< TOIMINN_LK
  std::optional<int> direction = {};         ///< AJOSUUNTA
};

/// How Digiroad (SILTA_ALIK) and the National Land Survey (tasosijainti) say where a road lies:
/// -11 in a tunnel, -3 to -1 so many levels below the surface (-1: an underpass), 0 on it, 1 to 5
/// so many above, 10 not defined. An underpass has walls: one gets onto it where it ends, as with a
/// tunnel. Anything else is taken as the ground.
/// Source: Finnish Transport Infrastructure Agency, Digiroad, Description of data objects, appendix 1; National Land Survey,
/// topographic database, tasosijainti (its own drawing rules show 0 and -1 as surface, 1 and up as
/// bridges, -11 as tunnels).
[[nodiscard]] Level finnish_level(std::optional<int> code);

/// A link as a road, direction as digitised. Nothing if it is for nobody who visits a meeting
/// place: an opening for service in the middle of a motorway, a way for exceptional transports.
///
/// The link type says what motorways, ways for cycling and walking, tracks and cable ferries
/// (lossi) are; all other types get their class from the functional class. AJOSUUNTA 3 is against
/// digitising, 4 along; it binds cars and bikes. Any other is both ways. Motorways (1), roads for
/// motor traffic (4) and ramps (6) are entered at junctions only; dual carriageways (2) are not
/// among them, for they are streets of towns as well.
/// Source: Finnish Transport Infrastructure Agency, Digiroad, Description of data objects, appendix 1 (code values).
[[nodiscard]] std::optional<RoadAttributes> digiroad_road(DigiroadLink const& link);

/// LINK_TILA changed its codes when links got ids of text ("0a1b…:1") in place of numbers.
enum class LinkIds : std::uint8_t { Numbers, Texts };

/// LINK_TILA: false for links that are planned, under construction or temporarily closed. With
/// numbers as ids 0 is in use, 1 under construction, 3 planned; with texts 1 is planned, 2 under
/// construction, 3 in use, 4 temporarily out of use. All other codes, and none, are taken as in
/// use.
/// Source: the Agency's own reading of the codes, github.com/finnishtransportagency/digiroad2, ConstructionType, before and
/// after the change of ids.
[[nodiscard]] bool is_digiroad_link_in_use(std::optional<int> link_state, LinkIds ids);

/// True for the AJOSUUNTA codes that say a direction: 2, 3, 4.
[[nodiscard]] bool is_digiroad_direction(std::optional<int> direction);

}  // namespace gapmap::network
