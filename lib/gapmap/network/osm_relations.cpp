#include "gapmap/network/osm_relations.h"

#include <algorithm>

namespace gapmap::network {
namespace {

// Tags that a ferry takes from its line where it has none of its own.
constexpr std::array<std::string_view, 13> kLentByFerryLines{
    "ferry",         "cable_ferry", "ferry:cable", "access", "vehicle",
    "motor_vehicle", "motorcar",    "bicycle",     "foot",   "name",
    "name:fi",       "name:sv",     "ref"};

/// Tags that make a member way of a ferry line something on land.
constexpr std::array<std::string_view, 6> kOnLand{"building", "amenity", "landuse",
                                                  "leisure",  "railway", "area"};

bool lend_of_ferry_line(std::string_view role, OsmTags line, OsmTags way, std::vector<OsmTag>& to) {
  bool const is_ferry = way.has("route", "ferry");
  if (is_osm_stop(role) || (!is_ferry && is_osm_way_of_interest(way))) return false;
  bool const is_on_land = std::ranges::any_of(
      kOnLand, [&](auto key) { return !way[key].empty() && !way.has(key, "no"); });
  if (!is_ferry && is_on_land) return false;
  if (!is_ferry) to.push_back({"route", "ferry"});
  for (auto const& tag : way.all()) {
    if (is_ferry || tag.key != "route") to.push_back(tag);
  }
  for (auto const key : kLentByFerryLines) {
    bool const is_said = std::ranges::find(to, key, &OsmTag::key) != to.end();
    if (!is_said && !line[key].empty()) to.push_back({key, line[key]});
  }
  return true;
}

enum class Said : std::uint8_t { Nothing, No, NoUTurn, Only, Unknown };

Said said_by(std::string_view value) {
  if (value.empty() || value == "none" || value == "no") return Said::Nothing;
  if (value == "no_u_turn") return Said::NoUTurn;
  if (value.starts_with("no_")) return Said::No;
  if (value.starts_with("only_")) return Said::Only;
  return Said::Unknown;
}

/// The keys of restrictions that bind one mode, the particular before the general.
struct ModeKeys {
  Mode mode;
  std::array<std::string_view, 4> keys;
  std::array<std::string_view, 3> excepted_as;
};
constexpr std::array kModeKeys{
    ModeKeys{
        Mode::Car,
        {"restriction:motorcar", "restriction:motor_vehicle", "restriction:vehicle", "restriction"},
        {"motorcar", "motor_vehicle", "vehicle"}},
    ModeKeys{Mode::Bike,
             {"restriction:bicycle", "restriction:vehicle", "restriction", ""},
             {"bicycle", "vehicle", ""}}};

/// Whether `word` is in a list like that of `except`: "psv;bicycle".
bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    auto const end = std::min(list.find_first_of(";,"), list.size());
    auto item = list.substr(0, end);
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    if (item == word) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool has_any(OsmTags tags, std::span<std::string_view const> keys) {
  return std::ranges::any_of(keys, [&](auto key) { return !tags[key].empty(); });
}

constexpr std::array<std::string_view, 5> kConditional{
    "restriction:conditional", "restriction:motorcar:conditional",
    "restriction:motor_vehicle:conditional", "restriction:vehicle:conditional",
    "restriction:bicycle:conditional"};
// Tags that stated hours before there were conditional tags.
constexpr std::array<std::string_view, 4> kHours{"hour_on", "hour_off", "day_on", "day_off"};

}  // namespace

OsmRelationKind kind_of_osm_relation(OsmTags tags) {
  auto const type = tags["type"];
  if (type == "restriction") return OsmRelationKind::Turn;
  if (type == "route" && tags.has("route", "ferry")) return OsmRelationKind::FerryLine;
  bool const is_square = type == "multipolygon" && tags["building"].empty() &&
                         !tags.has("route", "ferry") && is_osm_way_of_interest(tags);
  return is_square ? OsmRelationKind::Square : OsmRelationKind::Nothing;
}

bool is_osm_stop(std::string_view role) {
  return role.starts_with("platform") || role.starts_with("stop");
}

bool lend_osm_tags(OsmMembership const& membership, OsmTags relation, OsmTags way,
                   std::vector<OsmTag>& to) {
  to.clear();
  if (membership.kind == OsmRelationKind::FerryLine)
    return lend_of_ferry_line(membership.role, relation, way, to);
  if (membership.kind != OsmRelationKind::Square || is_osm_way_of_interest(way)) return false;
  to.assign(relation.all().begin(), relation.all().end());
  return true;
}

OsmTurn osm_turn(OsmTags tags) {
  OsmTurn turn;
  bool is_understood = true;
  bool is_said = false;
  for (auto const& [mode, keys, excepted_as] : kModeKeys) {
    auto const key = std::ranges::find_if(keys, [&](auto k) { return !tags[k].empty(); });
    if (key == keys.end()) continue;
    auto const said = said_by(tags[*key]);
    is_understood = is_understood && said != Said::Unknown;
    is_said = is_said || (said != Said::Unknown && said != Said::Nothing);
    bool const is_excepted = std::ranges::any_of(
        excepted_as, [&](auto word) { return !word.empty() && lists(tags["except"], word); });
    if (is_excepted) continue;
    using enum TurnKind;
    if (said == Said::No) turn.binds[static_cast<std::size_t>(No)].insert(mode);
    if (said == Said::NoUTurn) turn.binds[static_cast<std::size_t>(NoUTurn)].insert(mode);
    if (said == Said::Only) turn.binds[static_cast<std::size_t>(Only)].insert(mode);
  }
  bool const binds_somebody =
      std::ranges::any_of(turn.binds, [](ModeSet modes) { return !modes.is_empty(); });
  if (has_any(tags, kHours) || (!is_said && has_any(tags, kConditional))) {
    turn.unused = OsmTurn::Unused::Conditional;
  } else if (!is_understood) {
    turn.unused = OsmTurn::Unused::NotUnderstood;
  } else if (!binds_somebody) {
    turn.unused = OsmTurn::Unused::BindsNobody;
  }
  if (turn.unused != OsmTurn::Unused::No) turn.binds = {};
  return turn;
}

}  // namespace gapmap::network
