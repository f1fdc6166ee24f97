#pragma once
// Reads what the tags of OpenStreetMap relations say about their member ways. Pure functions over
// tables; no file is read here.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "gapmap/network/osm_tags.h"
#include "gapmap/network/turn_rules.h"

namespace gapmap::network {

/// The meaning of a relation for a road network.
enum class OsmRelationKind : std::uint8_t {
  Nothing,
  FerryLine,  ///< type=route, route=ferry
  Square,     ///< type=multipolygon of something that is travelled on
  Turn,       ///< type=restriction
};
[[nodiscard]] OsmRelationKind kind_of_osm_relation(OsmTags tags);

/// A way's membership in a ferry line or a square.
struct OsmMembership {
  OsmRelationKind kind;
  std::string_view role;
};
/// Fills `to` with the tags by which a member way is to be read in place of its own; returns false
/// if it is read by its own.
///
/// A member of a ferry line that is no road, pier or platform by itself is a ferry, unless its tags
/// make it something else (a building, an area). What its own tags do not say, those of the line
/// do: who is taken along, its name, whether it is a cable ferry. Stops and platforms are no part
/// of the crossing.
///
/// A member way of a square that is no road by itself is read as a closed way with the square's
/// tags: travelled along its edge, never across. What the way is besides (a wall, the foot of a
/// building) does not matter.
/// Source: OpenStreetMap wiki, Tag:route=ferry, Relation:route, Relation:multipolygon.
[[nodiscard]] bool lend_osm_tags(OsmMembership const& membership, OsmTags relation, OsmTags way,
                                 std::vector<OsmTag>& to);

/// Whether the role is that of a member that is no part of the way itself: a platform, a stop of a
/// ship.
[[nodiscard]] bool is_osm_stop(std::string_view role);

/// What a turn restriction says to the modes it binds, by kind of turn.
///
/// `restriction` and `restriction:vehicle` bind cars and bikes, `restriction:motor_vehicle` and
/// `restriction:motorcar` cars, `restriction:bicycle` bikes; if several bind a mode the most
/// particular one counts, and `except` frees the modes it names. Walkers are never bound, and
/// restrictions for other vehicles only (hgv, psv) bind nobody here.
/// Source: OpenStreetMap wiki, Relation:restriction, Conditional restrictions.
struct OsmTurn {
  enum class Unused : std::uint8_t {
    No,
    BindsNobody,
    Conditional,    ///< holds at some hours or for some vehicles only
    NotUnderstood,  ///< neither no_… nor only_…
  };
  std::array<ModeSet, kTurnKinds> binds{};  ///< by TurnKind
  Unused unused = Unused::No;
};
[[nodiscard]] OsmTurn osm_turn(OsmTags tags);

}  // namespace gapmap::network
