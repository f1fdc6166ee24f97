#include "gapmap/io/osm_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include "gapmap/geometry/measure.h"
#include "gapmap/io/file_stamp.h"
#include "gapmap/io/detail/osm_node_positions.h"
#include "gapmap/io/detail/osm_objects.h"
#include "gapmap/io/placing.h"
#include "gapmap/units/error.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::io {
namespace {

using NodeRef = osmium::object_id_type;

std::vector<std::string> split(std::string const& text, char separator) {
  std::vector<std::string> parts{""};
  for (char const c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  for (auto& part : parts) {
    auto const first = part.find_first_not_of(' ');
    part = first == std::string::npos ? ""
                                      : part.substr(first, part.find_last_not_of(' ') - first + 1);
  }
  return parts;
}

bool is_plain_word(std::string const& word) {
  return !word.empty() && std::ranges::all_of(word, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == ':' || c == '-' || c == '.' || c >= 0x80;
  });
}

/// Returns the value of the first tag that the filter wants; null if there is none.
char const* first_match(OsmPlaceFilter const& filter, osmium::TagList const& tags) {
  for (auto const& wanted : filter.keys) {
    auto const* value = tags.get_value_by_key(wanted.key.c_str());
    if (value == nullptr) continue;
    // A tag may have several values: "community_centre;library".
    auto const has = split(value, ';');
    bool const is_wanted = wanted.values.empty() || std::ranges::any_of(has, [&](auto const& each) {
                             return std::ranges::find(wanted.values, each) != wanted.values.end();
                           });
    if (is_wanted) return value;
  }
  return nullptr;
}

bool matches(OsmPlaceFilter const& filter, osmium::TagList const& tags) {
  return first_match(filter, tags) != nullptr;
}

/// Returns "fi;sv" for language:fi=yes and language:sv=yes.
std::string languages_of(osmium::TagList const& tags) {
  constexpr std::string_view kKey = "language:";
  std::string languages;
  for (auto const& tag : tags) {
    std::string_view const key = tag.key();
    bool const is_spoken = key.starts_with(kKey) && std::string_view{tag.value()} != "no";
    if (is_spoken)
      languages += (languages.empty() ? "" : ";") + std::string{key.substr(kKey.size())};
  }
  return languages;
}

/// Returns what the tags of a place say about its services, named tags first.
Service service_of(osmium::TagList const& tags, ServiceFields const& named,
                   OsmPlaceFilter const& filter) {
  Service service{.type = first_of(tags, {named.type.c_str()}),
                  .target_group = first_of(tags, {named.target_group.c_str(), "social_facility:for",
                                                  "community_centre:for"}),
                  .languages = first_of(tags, {named.languages.c_str()}),
                  .open_to_all = first_of(tags, {named.open_to_all.c_str(), "access"}),
                  .schedule = first_of(tags, {named.schedule.c_str(), "opening_hours"})};
  if (service.type.empty()) service.type = first_match(filter, tags);
  if (service.languages.empty()) service.languages = languages_of(tags);
  return service;
}

/// A place as read, in degrees.
struct Found {
  std::string id;
  std::string name;
  RawShape shape;
  Service service = {};
  std::optional<double> capacity = std::nullopt;
  std::vector<char> passes = {};  ///< one per selection
};

class PlaceReader {
 public:
  PlaceReader(PlaceInput const& input, OsmFile file, OsmPlaceFilter const& filter,
              ImportReport& report)
      : input_{input}, file_{std::move(file)}, filter_{filter}, report_{report} {
    for (auto const& selection : input.selections)
      selections_.push_back(parse_osm_place_filter(selection));
  }

  std::vector<Found> read() {
    read_as_osm(file_.path, [&] {
      positions_in_ways_ = visit_osm_objects(file_, OsmKinds::All,
                                             {.begin = [&] { begin(); },
                                              .take =
                                                  [&](osmium::OSMObject const& object) {
                                                    auto const& tags = object.tags();
                                                    if (!tags.empty() && matches(filter_, tags))
                                                      take(object);
                                                  }});
      if (!outlines_.empty() || without_nodes_ > 0) locate_outlines();
    });
    return std::move(found_);
  }

 private:
  /// A closed way whose nodes are not yet known.
  struct Outline {
    Found place;
    std::vector<NodeRef> nodes;
  };

  void begin() {
    report_.rows = 0;
    report_.remarks.clear();
    found_.clear();
    outlines_.clear();
    without_nodes_ = 0;
  }

  void take(osmium::OSMObject const& object) {
    ++report_.rows;
    auto const id = fmt::format("{}{}", osmium::item_type_to_char(object.type()), object.id());
    if (object.type() == osmium::item_type::relation)
      return report_.count("relation, only nodes and closed ways are read", id);
    auto const& tags = object.tags();
    Found place{.id = first_of(tags, {input_.id_field.c_str()}),
                .name = first_of(tags, {input_.name_field.c_str(), "name:fi", "name"}),
                .shape = {},
                .service = service_of(tags, input_.service, filter_)};
    if (place.id.empty()) place.id = id;
    if (place.name.empty()) place.name = place.id;
    place.capacity = capacity_of(tags, place.id);
    for (auto const& selection : selections_)
      place.passes.push_back(matches(selection, tags) ? 1 : 0);
    if (object.type() == osmium::item_type::node) {
      auto const location = static_cast<osmium::Node const&>(object).location();
      if (!location.valid()) return report_.count("no coordinates", id);
      place.shape = {GeometryKind::Point, {{location.lon(), location.lat()}}, {1}, {}};
      return found_.push_back(std::move(place));
    }
    auto const& way = static_cast<osmium::Way const&>(object);
    if (way.nodes().empty()) ++without_nodes_;
    constexpr std::size_t kTriangle = 4;
    if (way.nodes().size() < kTriangle || !way.is_closed())
      return report_.count("way that encloses nothing", id);
    Outline outline{.place = std::move(place), .nodes = {}};
    for (auto const& node : way.nodes()) outline.nodes.push_back(node.ref());
    outlines_.push_back(std::move(outline));
  }

  std::optional<double> capacity_of(osmium::TagList const& tags, std::string const& id) {
    auto const text =
        first_of(tags, {input_.service.capacity.c_str(), "capacity:persons", "capacity"});
    auto const capacity = parse_number(text);
    if (text.empty() || (capacity && *capacity >= 0)) return capacity;
    report_.count(kNoCapacity, id, Consequence::Used);
    return std::nullopt;
  }

  /// Reads, in a second pass, only the nodes that outlines use.
  void locate_outlines() {
    OsmNodePositions positions;
    for (auto const& outline : outlines_) {
      for (auto const node : outline.nodes) positions.want(node);
    }
    positions.read(file_);
    require_nodes(positions.located(), positions.wanted());
    for (auto& [place, refs] : outlines_) {
      auto& shape = place.shape;
      shape.kind = GeometryKind::Polygon;
      for (auto const ref : refs) {
        if (auto const position = positions.at(ref)) shape.points.push_back(*position);
      }
      if (shape.points.size() < refs.size()) {
        report_.count("way with nodes that the extract lacks", place.id);
        continue;
      }
      shape.path_ends = {static_cast<std::uint32_t>(shape.points.size())};
      shape.part_ends = {1};
      found_.push_back(std::move(place));
    }
  }

  /// Throws InputError if nodes are missing. A normal extract has nodes of every way in it; one
  /// without nodes would lose all its buildings.
  void require_nodes(std::size_t located, std::size_t nodes) const {
    bool const is_geometry = positions_in_ways_ == PositionsInWays::Yes && located < nodes;
    if (located > 0 && !is_geometry && without_nodes_ == 0) return;
    throw InputError{
        {file_.path},
        fmt::format("lacks nodes of the outlines of its {}s: {} of {} nodes have no position, {} "
                    "ways name none, as with \"out geom\" and \"out center\" of Overpass",
                    input_.noun, nodes - located, nodes, without_nodes_),
        kAskForNodes};
  }

  PlaceInput const& input_;
  OsmFile file_;
  OsmPlaceFilter const& filter_;
  std::vector<OsmPlaceFilter> selections_;
  ImportReport& report_;
  std::vector<Found> found_;
  std::vector<Outline> outlines_;
  std::size_t without_nodes_ = 0;
  PositionsInWays positions_in_ways_ = PositionsInWays::No;
};

/// Returns the place in metres; nothing, and counted, if it cannot be projected.
std::optional<Point> point_of(Found& place, Projection const& projection, ImportReport& report) {
  projection.forward(place.shape.points);
  if (!is_projected(place.shape))
    return report.count("a point that cannot be projected", place.id), std::nullopt;
  if (place.shape.kind == GeometryKind::Point)
    return Point{place.shape.points.front().x, place.shape.points.front().y};
  auto const area = sound_area(place.shape, place.id, report);
  return area ? std::optional{centroid(*area)} : std::nullopt;
}

/// Throws InputError, naming all of them, if selections select no places.
void require_selected(PlaceInput const& input, PlacesRead const& read) {
  std::string empty;
  for (std::size_t s = 0; s < read.selected.size(); ++s) {
    if (std::ranges::find(read.selected[s], 1) != read.selected[s].end()) continue;
    empty += fmt::format("{}\"{}\"", empty.empty() ? "" : ", ", input.selections[s]);
  }
  if (empty.empty()) return;
  throw InputError{{input.source.path},
                   fmt::format("none of its {} places is tagged {}", read.places.size(), empty),
                   "a requirement selects among the places of `places-where`"};
}

}  // namespace

OsmPlaceFilter parse_osm_place_filter(std::string const& text, std::string const& option) {
  auto const wrong = [&] {
    return UsageError{option, fmt::format("\"{}\" names no tags of OpenStreetMap", text),
                      fmt::format("write tags such as \"{};leisure=*\"", kUsualOsmPlaces)};
  };
  OsmPlaceFilter filter;
  for (auto const& tag : split(text, ';')) {
    if (tag.empty()) continue;
    auto const equals = tag.find('=');
    if (equals == std::string::npos) throw wrong();
    auto const key = split(tag.substr(0, equals), '\0').front();
    if (!is_plain_word(key)) throw wrong();
    auto values = split(tag.substr(equals + 1), ',');
    bool const is_any = values == std::vector<std::string>{"*"};
    if (!is_any && !std::ranges::all_of(values, is_plain_word)) throw wrong();
    filter.keys.push_back({key, is_any ? std::vector<std::string>{} : std::move(values)});
  }
  if (filter.keys.empty()) throw wrong();
  return filter;
}

PlacesRead read_osm_places(PlaceInput const& input, WorkingFrame const& frame) {
  check_source(input.source);
  auto const file = require_osm(input.source);
  auto const& path = file.path;
  auto const where = input.source.where.empty() ? std::string{kUsualOsmPlaces} : input.source.where;
  auto const option = input.noun + "s-where";
  auto const filter = parse_osm_place_filter(where, option);
  PlacesRead read;
  read.selected.resize(input.selections.size());
  auto& report = read.report;
  report.input = input.noun + "s";
  report.source = input.source;
  report.recognised = fmt::format("OpenStreetMap ({})", where);
  report.kind = DataKind::OpenStreetMap;
  report.crs = "EPSG:4326";
  WatchedFiles watched{path};
  report.files = watched.fingerprints({path});
  auto found = PlaceReader{input, file, filter, report}.read();
  watched.refuse_changes();

  auto const& extent = input.source.extent;
  Projection const projection{Crs::wgs84(), frame.crs()};
  std::map<Point, std::string> first_at;
  for (auto& place : found) {
    auto const point = point_of(place, projection, report);
    if (!point) continue;
    if (extent && !extent->box.contains(*point)) {
      --report.rows;  // rows outside the extent are not read, as from any other source
      continue;
    }
    if (!first_at.emplace(*point, place.id).second) {
      report.count(same_point_as_earlier(input.noun), place.id, Consequence::Used);
    }
    for (std::size_t s = 0; s < place.passes.size(); ++s)
      read.selected[s].push_back(place.passes[s]);
    read.places.push_back({place.id, place.name, *point, place.service, place.capacity});
  }
  report.rows_used = read.places.size();
  if (report.rows_used == 0) {
    throw InputError{
        {path},
        fmt::format("has no {} tagged {} that can be used", input.noun, where),
        fmt::format("name other tags with `{}`, such as \"amenity=library;leisure=*\"", option)};
  }
  require_selected(input, read);
  return read;
}

}  // namespace gapmap::io
