#include <cmath>

#include "gapmap/io/osm_file.h"
#include "gapmap/io/osm_places.h"
#include "gapmap/io/read_places.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/network/digiroad_codes.h"
#include "gapmap/network/osm_barriers.h"
#include "gapmap/network/osm_relations.h"
#include "gapmap/network/osm_signs.h"
#include "gapmap/network/osm_tags.h"
#include "gapmap/network/osm_values.h"
#include "tests/fuzz/target.h"

namespace gapmap::fuzz {
namespace {

using network::OsmTag;
using network::OsmTags;

void osm_values(std::string_view text) {
  if (auto const kmh = network::parse_osm_speed(text))
    expect(*kmh >= 0 && *kmh <= SpeedLimit::kGreatestKmh, "a speed is one that is driven");
  (void)network::parse_osm_duration(text);
}

void expect_sound(RoadAttributes const& road) {
  expect(static_cast<std::size_t>(road.road_class) < kRoadClasses, "a class is known");
  expect(std::isfinite(road.ferry_speed_mps) && road.ferry_speed_mps >= 0, "ferries have a speed");
}

/// A tag a line, "key=value"; behind an empty line those of a relation the object is a member of.
void osm_tags(std::string_view text) {
  std::vector<OsmTag> own;
  std::vector<OsmTag> lenders;
  auto* into = &own;
  for (auto const line : lines_of(text)) {
    if (line.empty()) into = &lenders;
    auto const equals = line.find('=');
    if (equals != std::string_view::npos)
      into->push_back({line.substr(0, equals), line.substr(equals + 1)});
  }
  OsmTags const tags{own};
  OsmTags const relation{lenders};
  for (auto const ice : {network::IceRoads::No, network::IceRoads::Yes}) {
    network::OsmChoices const choices{ice, network::RoughTracks::Open};
    if (auto const road = network::osm_road(tags, choices)) {
      expect_sound(road->attributes);
      expect(!road->attributes.permitted[0].is_empty() || !road->attributes.permitted[1].is_empty(),
             "somebody travels on a road");
      expect(network::is_osm_way_of_interest(tags), "a road is of interest");
    } else {
      (void)network::why_osm_road_is_closed(tags, choices);
    }
  }
  (void)network::osm_name(tags);
  (void)network::osm_passage(tags);
  (void)network::osm_sign(tags);
  auto const kind = network::kind_of_osm_relation(relation);
  for (auto const* role : {"", "outer", "inner", "platform", "forward_stop"}) {
    std::vector<OsmTag> lent;
    if (network::lend_osm_tags({kind, role}, relation, tags, lent)) {
      if (auto const road = network::osm_road(OsmTags{lent})) expect_sound(road->attributes);
    }
  }
  (void)network::osm_turn(tags);
}

void osm_place_filter(std::string_view text) {
  or_refused([&] {
    auto const filter = io::parse_osm_place_filter(std::string{text});
    expect(!filter.keys.empty(), "a filter asks for something");
    for (auto const& key : filter.keys) expect(!key.key.empty(), "a filter names keys");
  });
}

/// An extract of any format, as roads and as places; twice, so that what is read is read the same.
void osm_file(std::string_view bytes) {
  static WorkingFrame const frame{Crs::tm35fin()};
  (void)io::recognise_osm("fuzz", bytes);
  auto const path = file_with("fuzz.osm", bytes);
  or_refused([&] {
    auto const read = io::read_roads({.source = {.path = path}}, frame);
    for (std::size_t line = 0; line < read.roads.lines.size(); ++line) {
      expect(read.roads.lines[line].size() >= 2, "a road has two points and more");
      for (auto const p : read.roads.lines[line])
        expect(std::isfinite(p.x) && std::isfinite(p.y), "a road is somewhere");
      expect_sound(read.roads.attributes[line]);
    }
    expect(read.report.rows_used <= read.report.rows, "no more ways are used than there are");
  });
  or_refused([&] {
    auto const read = io::read_places({.source = {.path = path}}, frame);
    for (auto const& place : read.places)
      expect(std::isfinite(place.point.x) && std::isfinite(place.point.y), "a place is somewhere");
  });
}

/// Three numbers, "12 3 4", or none in a place.
void digiroad_codes(std::string_view text) {
  std::vector<std::optional<int>> codes;
  for (auto const line : lines_of(text)) {
    std::string const digits{line.substr(0, 9)};
    char* end = nullptr;
    auto const code = std::strtol(digits.c_str(), &end, 10);
    codes.push_back(end == digits.c_str() ? std::nullopt : std::optional{static_cast<int>(code)});
  }
  codes.resize(3);
  if (auto const road = network::digiroad_road({codes[0], codes[1], codes[2]})) expect_sound(*road);
  (void)network::finnish_level(codes[0]);
  (void)network::is_digiroad_link_in_use(codes[0], network::LinkIds::Texts);
  (void)network::is_digiroad_link_in_use(codes[0], network::LinkIds::Numbers);
}

}  // namespace

std::vector<Target> osm_targets() {
  return {{"osm_values", osm_values, 5000},
          {"osm_tags", osm_tags},
          {"osm_place_filter", osm_place_filter},
          {"osm_file", osm_file, 250},
          {"digiroad_codes", digiroad_codes}};
}

}  // namespace gapmap::fuzz
