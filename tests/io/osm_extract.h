#pragma once
// What the tests of OpenStreetMap roads share: extracts to write in any format, and what was read
// of them as text.

#include <fmt/format.h>

#include <array>
#include <osmium/builder/attr.hpp>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/io/xml_output.hpp>

#include "gapmap/io/osm_pbf.h"
#include "tests/io/reading.h"
#include "tests/support/random.h"

namespace gapmap::io {

using Tags = std::vector<std::pair<char const*, char const*>>;

struct Version {
  osmium::object_version_type number = 0;
  bool is_deleted = false;
};

/// Objects in the order in which they are added; written in any format.
class Extract {
 public:
  void node(osmium::object_id_type id, double lon, double lat, Tags const& tags = {},
            Version version = {}) {
    using namespace osmium::builder::attr;
    osmium::builder::add_node(buffer_, _id(id), _location(lon, lat), _tags(tags),
                              _version(version.number), _deleted(version.is_deleted));
  }
  void way(osmium::object_id_type id, std::vector<osmium::object_id_type> const& nodes,
           Tags const& tags, Version version = {}) {
    using namespace osmium::builder::attr;
    osmium::builder::add_way(buffer_, _id(id), _nodes(nodes), _tags(tags), _version(version.number),
                             _deleted(version.is_deleted));
  }
  void write(std::string const& path, std::string const& format) const {
    osmium::io::Writer writer{osmium::io::File{path, format}, osmium::io::overwrite::allow};
    for (auto const& item : buffer_) writer(item);
    writer.close();
  }

 private:
  osmium::memory::Buffer buffer_{std::size_t{1} << 20U, osmium::memory::Buffer::auto_grow::yes};
};

/// Everything that was read, as text: equal texts are equal roads.
inline std::string text_of(RoadsRead const& read) {
  auto const& roads = read.roads;
  auto text = fmt::format("{} of {}\n{}\n", read.report.rows_used, read.report.rows,
                          remarks_of(read.report));
  for (std::size_t line = 0; line < roads.lines.size(); ++line) {
    auto const& a = roads.attributes[line];
    text += fmt::format("{}: {} {}", read.row_of_line[line], name_of(a.road_class),
                        static_cast<int>(a.surface));
    for (auto const direction : {Direction::Along, Direction::Against}) {
      text += fmt::format(" {}", a.speed_limit[static_cast<std::size_t>(direction)].kmh());
      for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk})
        text += a.permits(direction).contains(mode) ? '+' : '-';
    }
    text += fmt::format(" {}", a.ferry_speed_mps);
    if (!roads.names.empty()) text += fmt::format(" \"{}\"", roads.name_pool[roads.names[line]]);
    auto const first = roads.lines.first_point(line);
    for (std::size_t p = 0; first + p < roads.lines.first_point(line + 1); ++p) {
      auto const point = roads.lines.point(first + p);
      text += fmt::format(" {}:{},{}", roads.lines.keys()[first + p], point.x, point.y);
    }
    text += '\n';
  }
  for (auto const& gate : roads.gates) {
    text += fmt::format("gate {} {}{}{}\n", gate.point, gate.permitted.contains(Mode::Car),
                        gate.permitted.contains(Mode::Bike), gate.permitted.contains(Mode::Walk));
  }
  for (auto const& [point, sign] : roads.signs) {
    text += fmt::format("sign {} {} {}{}\n", point, static_cast<int>(sign.kind), sign.faces[0],
                        sign.faces[1]);
  }
  return text;
}

template <std::size_t size>
Tags const& random_of(Random& random, std::array<Tags, size> const& tags) {
  return tags[random.whole(0, size - 1)];
}

class OsmRoads : public Reading {
 protected:
  [[nodiscard]] RoadsRead read(std::string const& name, RoadNames names = RoadNames::Read) const {
    return read_osm_roads({.source = {.path = path(name)}, .names = names}, frame);
  }
  [[nodiscard]] std::string read_as(Extract const& extract, std::string const& name,
                                    std::string const& format) const {
    extract.write(path(name), format);
    return text_of(read(name));
  }
};

}  // namespace gapmap::io
