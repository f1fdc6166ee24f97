#include "gapmap/network/osm_relations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "gapmap/network/osm_tags.h"

namespace gapmap::network {
namespace {

/// "key=value, key=value" as tags that refer to it.
std::vector<OsmTag> tags_of(std::string_view text) {
  std::vector<OsmTag> tags;
  while (!text.empty()) {
    auto const end = std::min(text.find(", "), text.size());
    auto const tag = text.substr(0, end);
    auto const equals = tag.find('=');
    tags.push_back({tag.substr(0, equals), tag.substr(equals + 1)});
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return tags;
}

std::string lent(OsmMembership const& membership, std::string_view relation, std::string_view way) {
  std::vector<OsmTag> to;
  if (!lend_osm_tags(membership, OsmTags{tags_of(relation)}, OsmTags{tags_of(way)}, to)) return "-";
  std::string text;
  for (auto const& [key, value] : to) {
    if (!text.empty()) text += ", ";
    text.append(key).append("=").append(value);
  }
  return text;
}

TEST(OsmRelations, OnlyThoseThatSaySomethingOfRoadsAreKept) {
  auto const kind = [](std::string_view tags) {
    return kind_of_osm_relation(OsmTags{tags_of(tags)});
  };
  using enum OsmRelationKind;
  EXPECT_EQ(kind("type=restriction, restriction=no_left_turn"), Turn);
  EXPECT_EQ(kind("type=route, route=ferry"), FerryLine);
  EXPECT_EQ(kind("type=route, route=bus"), Nothing);
  EXPECT_EQ(kind("type=multipolygon, highway=pedestrian"), Square);
  EXPECT_EQ(kind("type=multipolygon, public_transport=platform"), Square);
  EXPECT_EQ(kind("type=multipolygon, natural=water"), Nothing);
  EXPECT_EQ(kind("type=multipolygon, area:highway=residential"), Nothing);
  EXPECT_EQ(kind("type=multipolygon, building=yes, public_transport=platform"), Nothing);
  EXPECT_EQ(kind("highway=pedestrian"), Nothing);
  EXPECT_EQ(kind(""), Nothing);
}

TEST(OsmRelations, AFerryBorrowsWhatItsOwnTagsDoNotSay) {
  OsmMembership const part{OsmRelationKind::FerryLine, ""};
  auto const* const line = "type=route, route=ferry, name=Saaristolinja, foot=yes, operator=X";
  EXPECT_EQ(lent(part, line, ""), "route=ferry, foot=yes, name=Saaristolinja");
  EXPECT_EQ(lent(part, line, "route=ferry, foot=no"), "route=ferry, foot=no, name=Saaristolinja");
  EXPECT_EQ(lent(part, line, "seamark:type=ferry_route"),
            "route=ferry, seamark:type=ferry_route, foot=yes, name=Saaristolinja");
}

TEST(OsmRelations, WhatIsNoFerryIsNotMadeOne) {
  OsmMembership const part{OsmRelationKind::FerryLine, ""};
  for (auto const* way : {"highway=primary", "man_made=pier", "railway=platform", "building=yes",
                          "amenity=ferry_terminal", "area=yes"})
    EXPECT_EQ(lent(part, "route=ferry", way), "-") << way;
  for (auto const* role : {"stop", "platform", "platform_exit_only", "stop_entry_only"}) {
    OsmMembership const stop{OsmRelationKind::FerryLine, role};
    EXPECT_EQ(lent(stop, "route=ferry", ""), "-") << role;
  }
}

TEST(OsmRelations, TheEdgesOfASquareAreWhatAClosedWayWouldBe) {
  for (auto const* role : {"outer", "inner", ""}) {
    OsmMembership const edge{OsmRelationKind::Square, role};
    auto const* const square = "type=multipolygon, highway=pedestrian, foot=yes";
    EXPECT_EQ(lent(edge, square, ""), square);
    EXPECT_EQ(lent(edge, square, "barrier=wall, foot=no"), square);
    EXPECT_EQ(lent(edge, square, "highway=residential"), "-");
  }
}

/// "no: car bike", one word a kind that binds somebody; or why it binds nobody.
std::string turn(std::string_view tags) {
  auto const said = osm_turn(OsmTags{tags_of(tags)});
  std::string text;
  auto const add = [&](std::string const& word) { text += (text.empty() ? "" : " ") + word; };
  for (auto const kind : {TurnKind::No, TurnKind::NoUTurn, TurnKind::Only}) {
    auto const binds = said.binds[static_cast<std::size_t>(kind)];
    if (binds.is_empty()) continue;
    add(kind == TurnKind::No ? "no:" : kind == TurnKind::Only ? "only:" : "no_u_turn:");
    for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
      if (binds.contains(mode)) add(std::string{name_of(mode)});
    }
  }
  using enum OsmTurn::Unused;
  if (said.unused == BindsNobody) add("binds nobody");
  if (said.unused == Conditional) add("conditional");
  if (said.unused == NotUnderstood) add("not understood");
  return text;
}

TEST(OsmRelations, RestrictionsBindByKindAndMode) {
  EXPECT_EQ(turn("restriction=no_left_turn"), "no: car bike");
  EXPECT_EQ(turn("restriction=no_entry"), "no: car bike");
  EXPECT_EQ(turn("restriction=no_exit"), "no: car bike");
  EXPECT_EQ(turn("restriction=no_u_turn"), "no_u_turn: car bike");
  EXPECT_EQ(turn("restriction=only_straight_on"), "only: car bike");
  EXPECT_EQ(turn("restriction=no_left_turn, except=bicycle"), "no: car");
  EXPECT_EQ(turn("restriction=no_left_turn, except=psv; bicycle"), "no: car");
  EXPECT_EQ(turn("restriction=no_left_turn, except=motorcar"), "no: bike");
  EXPECT_EQ(turn("restriction=no_left_turn, except=psv"), "no: car bike");
  EXPECT_EQ(turn("restriction:motorcar=no_left_turn"), "no: car");
  EXPECT_EQ(turn("restriction:motor_vehicle=only_right_turn"), "only: car");
  EXPECT_EQ(turn("restriction:bicycle=no_left_turn"), "no: bike");
  EXPECT_EQ(turn("restriction:vehicle=no_left_turn"), "no: car bike");
  EXPECT_EQ(turn("restriction=only_straight_on, restriction:bicycle=no_left_turn"),
            "no: bike only: car");
  EXPECT_EQ(turn("restriction=no_left_turn, restriction:bicycle=none"), "no: car");
}

TEST(OsmRelations, RestrictionsThatBindNobodyHereSayWhy) {
  EXPECT_EQ(turn("restriction:hgv=no_left_turn"), "binds nobody");
  EXPECT_EQ(turn("restriction=no_left_turn, except=motorcar;bicycle"), "binds nobody");
  EXPECT_EQ(turn("restriction:conditional=no_left_turn @ (07:00-09:00)"), "conditional");
  EXPECT_EQ(turn("restriction:bicycle:conditional=no_left_turn @ wet"), "conditional");
  EXPECT_EQ(turn("restriction:hgv:conditional=no_left_turn @ (weight>8)"), "binds nobody");
  EXPECT_EQ(turn("restriction=no_left_turn, hour_on=07:00, hour_off=09:00"), "conditional");
  EXPECT_EQ(turn("restriction=no_left_turn, restriction:conditional=none @ (22:00-06:00)"),
            "no: car bike");
  EXPECT_EQ(turn("restriction=left"), "not understood");
  EXPECT_EQ(turn(""), "binds nobody");
}

}  // namespace
}  // namespace gapmap::network
