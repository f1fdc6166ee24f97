#include "gapmap/io/read_places.h"
#include "gapmap/io/osm_file.h"

#include <fmt/format.h>

#include <osmium/builder/attr.hpp>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/io/xml_output.hpp>

#include "gapmap/io/osm_places.h"
#include "gapmap/io/read_roads.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

/// A street of three nodes, with a meeting place at its second, in any format of libosmium.
void write_street(std::string const& path, std::string const& format) {
  using namespace osmium::builder::attr;
  osmium::memory::Buffer buffer{4096, osmium::memory::Buffer::auto_grow::yes};
  for (int node = 1; node <= 3; ++node) {
    osmium::builder::add_node(buffer, _id(node), _location(26 + 0.01 * node, 61.0),
                              _tag(node == 2 ? "amenity" : "note", "community_centre"));
  }
  osmium::builder::add_way(buffer, _id(10), _nodes({1, 2, 3}), _tag("highway", "residential"));
  osmium::io::Writer writer{osmium::io::File{path, format}, osmium::io::overwrite::allow};
  for (auto const& item : buffer) writer(item);
  writer.close();
}

/// The same as o5m, which libosmium only reads. Ids and positions are differences to the one
/// before, signed numbers have their sign in the lowest bit.
class O5m {
 public:
  explicit O5m(char kind = 'm') { bytes_ += std::string{"\xFF\xE0\x04o5"} + kind + "2"; }
  void node(std::int64_t id, std::int32_t lon, std::int32_t lat, std::string const& tags) {
    std::string body = signed_number(id - id_) + '\0';
    body += signed_number(lon - lon_) + signed_number(lat - lat_) + tags;
    id_ = id, lon_ = lon, lat_ = lat;
    add('\x10', body);
  }
  void deleted_way(std::int64_t id) { add('\x11', signed_number(id - id_) + '\0'), id_ = id; }
  void way(std::int64_t id, std::vector<std::int64_t> const& nodes, std::string const& tags) {
    std::string refs;
    for (auto const node : nodes) refs += signed_number(node - node_), node_ = node;
    add('\x11', signed_number(id - id_) + '\0' + number(refs.size()) + refs + tags);
    id_ = id;
  }
  void begin_ways() { bytes_ += '\xFF', id_ = 0; }
  [[nodiscard]] std::string bytes() const { return bytes_ + '\xFE'; }

 private:
  static std::string number(std::uint64_t value) {
    std::string text;
    for (; value >= 0x80; value >>= 7U) text += static_cast<char>((value & 0x7FU) | 0x80U);
    return text + static_cast<char>(value);
  }
  static std::string signed_number(std::int64_t value) {
    return number(static_cast<std::uint64_t>(value) << 1U ^
                  static_cast<std::uint64_t>(value < 0 ? -1 : 0));
  }
  void add(char kind, std::string const& body) { bytes_ += kind + number(body.size()) + body; }

  std::string bytes_;
  std::int64_t id_ = 0;
  std::int64_t node_ = 0;
  std::int32_t lon_ = 0;
  std::int32_t lat_ = 0;
};

std::string tag(std::string const& key, std::string const& value) {
  return '\0' + key + '\0' + value + '\0';
}

std::string street_as_o5m() {
  O5m street;
  for (int node = 1; node <= 3; ++node)
    street.node(node, 260'000'000 + 100'000 * node, 610'000'000,
                node == 2 ? tag("amenity", "community_centre") : "");
  street.begin_ways();
  street.way(10, {1, 2, 3}, tag("highway", "residential"));
  street.deleted_way(11);
  return street.bytes();
}

class OsmFiles : public Reading {
 protected:
  /// Roads and places as they are read through the doors that options lead to.
  [[nodiscard]] std::string text_of(std::string const& path) const {
    auto const read = read_roads({.source = parse_source(path)}, frame);
    std::string text;
    for (std::size_t line = 0; line < read.roads.lines.size(); ++line) {
      text += fmt::format("{}:", read.row_of_line[line]);
      auto const end = read.roads.lines.first_point(line + 1);
      for (auto p = read.roads.lines.first_point(line); p < end; ++p)
        text += fmt::format(" {:.2f}", read.roads.lines.point(p).x);
    }
    for (auto const& place : read_places({.source = parse_source(path)}, frame, {}).places)
      text += fmt::format("; {} {:.2f}", place.id, place.point.x);
    return text;
  }
};

TEST_F(OsmFiles, AreReadUnderAnyNameInAnyPacking) {
  write_street(path("street.osm"), "xml");
  auto const expected = text_of(path("street.osm"));
  EXPECT_THAT(expected, testing::StartsWith("10: "));
  EXPECT_THAT(expected, HasSubstr("; n2 "));
  std::pair<char const*, char const*> const files[]{
      {"map.xml", "xml"},       {"EXPORT.OSM", "xml"},    {"without", "xml"},
      {"a.gz", "xml.gz"},       {"a.OSM", "xml.gz"},      {"a.osm.gz", "xml.bz2"},
      {"A.Osm.Bz2", "xml.bz2"}, {"A.OSM.PBF", "pbf"},     {"a.csv", "pbf"},
      {"a.osm", "pbf"},         {"a.osh", "osh"},         {"a.osh.gz", "osh.gz"},
      {"a.geojson", "osh.bz2"}, {"a.osh.pbf", "osh.pbf"}, {"a.o5m", "osh.pbf"}};
  for (auto const& [name, format] : files) {
    write_street(path(name), format);
    EXPECT_TRUE(is_osm_file(path(name))) << name;
    EXPECT_EQ(text_of(path(name)), expected) << name;
  }
  for (auto const* name : {"a.o5m", "a.bin"}) {
    file(name, street_as_o5m());
    EXPECT_EQ(text_of(path(name)), expected) << name;
  }
}

TEST_F(OsmFiles, AreToldByTheirOutermostElement) {
  auto const format_of = [](std::string_view text) { return recognise_osm("a", text).format; };
  using namespace std::string_view_literals;
  EXPECT_EQ(format_of("<osm version='0.6'>"), OsmFormat::Xml);
  EXPECT_EQ(format_of("<osm>"), OsmFormat::Xml);
  EXPECT_EQ(format_of("<osm/>"), OsmFormat::Xml);
  EXPECT_EQ(
      format_of("\xEF\xBB\xBF<?xml version='1.0'?>\r\n<!-- <osmChange> -->\n<!DOCTYPE x>\n<osm\n"),
      OsmFormat::Xml);
  EXPECT_EQ(format_of("\xFF\xFE<\0o\0s\0m\0>\0"sv), OsmFormat::Xml);
  EXPECT_EQ(format_of("<osmChange version='0.6'>"), OsmFormat::Changes);
  EXPECT_EQ(format_of("\xFF\xE0\x04o5c2"), OsmFormat::Changes);
  EXPECT_EQ(format_of("{\"version\": 0.6, \"generator\": \"Overpass API\", \"elements\": ["),
            OsmFormat::Json);
  for (auto const* text : {"", " ", "<", "<!-- <osm>", "<?xml", "<osmosis>", "<gpx><osm>", "osm",
                           "{\"type\": \"FeatureCollection\"", "\x1F\x8B", "BZh9", "BZh"})
    EXPECT_EQ(format_of(text), OsmFormat::None) << text;
}

TEST_F(OsmFiles, ThatAreNoMapAreRefusedInWords) {
  std::string const json = "{\"version\": 0.6, \"generator\": \"Overpass API\", \"elements\": []}";
  std::string const change = "<?xml version='1.0'?><osmChange version='0.6'></osmChange>";
  struct Row {
    char const* name;
    std::string text;
    char const* said;
  };
  for (auto const& [name, text, said] :
       {Row{"a.osc", change, "apply them to the extract they belong to: osmium apply-changes"},
        {"a.xml", change, "osmium apply-changes"},
        {"a.o5c", O5m{'c'}.bytes(), "osmium apply-changes"},
        {"a.json", json, "[out:xml]; at the beginning, (._;>;); out meta; at the end"},
        {"a.osm", json, "is OpenStreetMap data as JSON"},
        {"a.osm", "{\"type\": \"FeatureCollection\", \"features\": []}", "name it .geojson"},
        {"a.osm", "<!DOCTYPE html><html><body>429</body></html>", "is a web page"},
        {"a.osm", "", "is empty"},
        {"a.OSM.gz", "", "is empty"},
        {"a.osm.xz",
         "\xFD"
         "7zXZ",
         "unpack it"},
        {"a.osm", "<gpx></gpx>", "is no OpenStreetMap data, though its name says so"}}) {
    file(name, text);
    auto const where = path(name);
    EXPECT_TRUE(is_osm_file(where)) << name;
    auto const roads =
        message_of<InputError>([&] { (void)read_roads({.source = {where}}, frame); });
    auto const places =
        message_of<InputError>([&] { (void)read_places({.source = {where}}, frame, {}); });
    EXPECT_THAT(roads, HasSubstr(said)) << name;
    EXPECT_EQ(places, roads) << name;
  }
}

TEST_F(OsmFiles, HaveNoLayers) {
  write_street(path("map.xml"), "xml");
  for (auto const* layer : {":lines", ":points", ":nothing"}) {
    auto const source = parse_source(path("map.xml") + layer);
    EXPECT_THAT(message_of<InputError>([&] { (void)read_roads({.source = source}, frame); }),
                HasSubstr("name only the file"));
    EXPECT_THAT(message_of<InputError>([&] { (void)read_places({.source = source}, frame, {}); }),
                HasSubstr("name only the file"));
  }
}

TEST_F(OsmFiles, AreNeverReadByGdal) {
  write_street(path("a.gz"), "xml.gz");
  Source const source{"/vsigzip/" + path("a.gz"), "lines"};
  EXPECT_THAT(message_of<InputError>([&] { (void)read_roads({.source = source}, frame); }),
              HasSubstr("is OpenStreetMap data that only GDAL can reach"));
  Source const points{source.path, "points"};
  EXPECT_THAT(message_of<InputError>([&] { (void)read_places({.source = points}, frame, {}); }),
              HasSubstr("is OpenStreetMap data that only GDAL can reach"));
  Source const named{"/vsigzip/" + path("a.osm.gz")};
  EXPECT_THAT(message_of<InputError>([&] { (void)read_roads({.source = named}, frame); }),
              HasSubstr("is OpenStreetMap data that only GDAL can reach"));
}

TEST_F(OsmFiles, PackedTwiceOrCutOffAreRefused) {
  write_street(path("a.osm.pbf"), "pbf,pbf_compression=none");
  write_street(path("a.osm.gz"), "xml.gz");
  auto const packed = read_text(path("a.osm.gz"));
  file("b.osm.gz", packed.substr(0, packed.size() - 20));
  EXPECT_THAT(message_of<InputError>([&] { (void)text_of(path("b.osm.gz")); }),
              HasSubstr("cannot be read as OpenStreetMap data"));
  write_street(path("c.osm"), "xml");
  auto const plain = read_text(path("c.osm"));
  for (std::size_t bytes = 0; bytes + 2 < plain.size(); bytes += 5) {
    file("d.osm", plain.substr(0, bytes));
    EXPECT_THROW((void)text_of(path("d.osm")), InputError) << bytes;
  }
}

TEST_F(OsmFiles, DamagedO5mIsSurvived) {
  auto const whole = street_as_o5m();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    file("a.o5m", damaged);
    try {
      (void)text_of(path("a.o5m"));
    } catch (InputError const&) {
    }
  }
}

}  // namespace
}  // namespace gapmap::io
