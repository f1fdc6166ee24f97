#pragma once
// What the tags of OpenStreetMap relations say of the ways that belong to them. Pure functions over
// tables; no file is read here.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "gapmap/network/osm_tags.h"
#include "gapmap/network/turn_rules.h"

namespace gapmap::network {

/// What a relation is to a road network.
enum class OsmRelationKind : std::uint8_t {
  Nothing,
  FerryLine,  ///< type=route, route=ferry
  Square,     ///< type=multipolygon of something that is travelled on
  Turn,       ///< type=restriction
};
[[nodiscard]] OsmRelationKind kind_of_osm_relation(OsmTags tags);

/// What a member way of a ferry line or a square is, by its own tags and those of the relation.
///
/// A member of a ferry line that is no road, pier or platform by itself is a ferry, unless it is
/// some other thing by its tags (a building, an area); whatever its own tags do not say, the line's
/// do: who is taken along, what it is called, whether it is a cable ferry. Stops and platforms are
/// no part of the crossing.
///
/// A member way of a square that is no road by itself is what a closed way with the square's tags
/// would be: travelled along its edge, never across. What the way is besides (a wall, the foot of a
/// building) is no matter.
///
/// True if `to` was filled: the way is then to be read with these tags in place of its own.
/// Source: OpenStreetMap wiki, Tag:route=ferry, Relation:route, Relation:multipolygon.
struct OsmMembership {
  OsmRelationKind kind;
  std::string_view role;
};
[[nodiscard]] bool lend_osm_tags(OsmMembership const& membership, OsmTags relation, OsmTags way,
                                 std::vector<OsmTag>& to);

/// True for the role of a member that is no part of the way itself: a platform, where a ship stops.
[[nodiscard]] bool is_osm_stop(std::string_view role);

/// What a turn restriction says to the modes it binds, by kind. Source: OpenStreetMap wiki,
/// Relation:restriction, Conditional restrictions.
///
/// `restriction` binds cars and bikes, `restriction:vehicle` likewise, `restriction:motor_vehicle`
/// and `restriction:motorcar` cars, `restriction:bicycle` bikes, and of several that bind a mode
/// the most particular counts; `except` frees those it names. Nobody on foot is bound, and what
/// binds only others (hgv, psv) binds nobody here.
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
