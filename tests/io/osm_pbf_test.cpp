#include "gapmap/io/osm_pbf.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <osmium/builder/attr.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/io/xml_output.hpp>

#include "tests/io/reading.h"
#include "tests/support/random.h"

namespace gapmap::io {
namespace {

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
std::string text_of(RoadsRead const& read) {
  auto const& roads = read.roads;
  auto text = fmt::format("{} of {}\n{}\n", read.report.rows_used, read.report.rows,
                          remarks_of(read.report));
  for (std::size_t line = 0; line < roads.lines.size(); ++line) {
    auto const& a = roads.attributes[line];
    text += fmt::format("{}: {} {}", read.row_of_line[line], name_of(a.road_class),
                        static_cast<int>(a.surface));
    for (auto const direction : {Direction::Along, Direction::Against}) {
      text += fmt::format(" {}", a.speed_limit_kmh[static_cast<std::size_t>(direction)]);
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
  return text;
}

template <std::size_t size>
Tags const& random_of(Random& random, std::array<Tags, size> const& tags) {
  return tags[random.whole(0, size - 1)];
}

enum class Order : bool { NodesFirst, WaysFirst };

/// Enough for several blobs. Every hundredth node is missing; ids have gaps as they have in real
/// extracts.
Extract random_extract(Random& random, Order order) {
  constexpr int kNodes = 20'000;
  constexpr int kWays = 9'000;
  Extract extract;
  auto const id_of = [](int node) { return osmium::object_id_type{node} * node * 20 + 17; };
  auto const add_nodes = [&] {
    std::array<Tags, 6> const tags{Tags{},
                                   {},
                                   {},
                                   {{"barrier", "bollard"}},
                                   {{"barrier", "gate"}, {"access", "private"}},
                                   {{"name", "Åbo"}}};
    for (int node = 0; node < kNodes; ++node) {
      auto const lon = random.real(26, 27);
      auto const lat = random.real(61, 62);
      if (node % 100 != 0) extract.node(id_of(node), lon, lat, random_of(random, tags));
    }
  };
  auto const add_ways = [&] {
    std::array<Tags, 8> const tags{Tags{{"highway", "residential"}, {"name", "Kauppakatu"}},
                                   {{"highway", "primary"}, {"oneway", "yes"}, {"maxspeed", "80"}},
                                   {{"highway", "track"}, {"surface", "gravel"}},
                                   {{"highway", "footway"}},
                                   {{"route", "ferry"}, {"duration", "00:10"}},
                                   {{"highway", "proposed"}},
                                   {{"building", "yes"}},
                                   {{"highway", "service"}, {"access", "private"}}};
    for (int way = 0; way < kWays; ++way) {
      std::vector<osmium::object_id_type> nodes(random.whole(1, 5));
      for (auto& node : nodes) node = id_of(static_cast<int>(random.whole(0, kNodes - 1)));
      auto of_way = random_of(random, tags);
      // Some in every blob, most in one only.
      auto const street = fmt::format("{}. linja", random.whole(1, 2000));
      if (way % 3 == 0) of_way.emplace_back("name", street.c_str());
      if (way % 5 == 0) of_way.emplace_back("ref", "72");
      extract.way(1000 + 3 * way, nodes, of_way);
    }
  };
  if (order == Order::WaysFirst) add_ways();
  add_nodes();
  if (order == Order::NodesFirst) add_ways();
  return extract;
}

class OsmPbf : public Reading {
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

TEST_F(OsmPbf, TellsHowFarItHasRead) {
  for (auto const order : {Order::NodesFirst, Order::WaysFirst}) {
    Random random{20240304};
    random_extract(random, order).write(path("a.osm.pbf"), "pbf");
    std::vector<double> told;
    auto const watched = read_osm_roads({.source = {.path = path("a.osm.pbf")}}, frame,
                                        [&](double share) { told.push_back(share); });
    EXPECT_GT(told.size(), 2U);
    // Where ways come first, that is found out late, and reading begins anew.
    EXPECT_TRUE(std::ranges::is_sorted(told) || order == Order::WaysFirst);
    EXPECT_DOUBLE_EQ(told.back(), 1);
    EXPECT_EQ(text_of(watched), text_of(read("a.osm.pbf", RoadNames::Skip)));
  }
}

TEST_F(OsmPbf, ReadsWhatLibosmiumReadsFromXml) {
  Random random{20240301};
  auto const extract = random_extract(random, Order::NodesFirst);
  auto const expected = read_as(extract, "a.osm", "xml");
  EXPECT_GT(std::ranges::count(expected, '\n'), 5'000);
  EXPECT_THAT(expected, testing::HasSubstr("gate "));
  for (auto const* name : {"\"Kauppakatu\"", ". linja\"", "\"72\"", "\"\""})
    EXPECT_THAT(expected, testing::HasSubstr(name));
  for (auto const* format :
       {"pbf", "pbf,pbf_dense_nodes=false", "pbf,pbf_compression=none", "pbf,add_metadata=true"}) {
    EXPECT_TRUE(read_as(extract, "a.osm.pbf", format) == expected) << format;
  }
}

TEST_F(OsmPbf, WaysMayStandBeforeNodes) {
  Random random{20240301};
  auto const extract = random_extract(random, Order::WaysFirst);
  auto const expected = read_as(extract, "a.osm", "xml");
  EXPECT_GT(std::ranges::count(expected, '\n'), 5'000);
  EXPECT_TRUE(read_as(extract, "a.osm.pbf", "pbf") == expected);
}

Extract small_extract() {
  Extract extract;
  for (int node = 1; node <= 4; ++node) extract.node(node, 26 + 0.001 * node, 61);
  extract.way(10, {1, 2, 3}, {{"highway", "residential"}, {"name", "Kauppakatu"}});
  extract.way(11, {2, 99}, {{"highway", "residential"}});
  extract.way(12, {3, 4, 99, 1, 2, 98, 4}, {{"highway", "service"}});
  extract.way(13, {1, 4}, {{"highway", "construction"}});
  extract.way(14, {1, 4}, {{"building", "yes"}});
  return extract;
}

TEST_F(OsmPbf, MissingNodesCutAndClosedWaysAreCounted) {
  small_extract().write(path("a.osm.pbf"), "pbf");
  auto const roads = read("a.osm.pbf");
  EXPECT_THAT(roads.row_of_line, testing::ElementsAre(10, 12, 12));
  EXPECT_EQ(roads.report.rows, 4U);
  EXPECT_EQ(roads.report.rows_used, 2U);
  EXPECT_EQ(remarks_of(roads.report),
            "1 left out: way that is planned, under construction or impassable [13]\n"
            "1 left out: way with fewer than two nodes in a row in the extract [11]\n"
            "1 used: way with nodes that the extract lacks, cut there [12]");
}

TEST_F(OsmPbf, ClosedWaysAreCountedByTheirReasons) {
  Extract extract;
  for (int node = 1; node <= 2; ++node) extract.node(node, 26 + 0.001 * node, 61);
  extract.way(10, {1, 2}, {{"highway", "residential"}});
  extract.way(11, {1, 2}, {{"highway", "service"}, {"access", "private"}});
  extract.way(12, {1, 2}, {{"highway", "proposed"}});
  extract.way(13, {1, 2}, {{"highway", "winter_road"}});
  extract.way(14, {1, 2}, {{"highway", "raceway"}});
  extract.way(15, {1, 2}, {{"route", "ferry"}, {"access", "no"}});
  for (auto const* file : {"a.osm.pbf", "a.osm"}) {
    extract.write(path(file), std::string_view{file}.ends_with("pbf") ? "pbf" : "xml");
    auto const report = read(file).report;
    EXPECT_EQ(report.rows, 6U);
    EXPECT_EQ(report.rows_used, 1U);
    EXPECT_EQ(remarks_of(report),
              "2 left out: way that its tags close to everybody [11, 15]\n"
              "1 left out: way that is planned, under construction or impassable [12]\n"
              "1 left out: road on ice or for winter only (--ice-roads) [13]\n"
              "1 left out: highway that is no road to travel on [14]");
  }
}

TEST_F(OsmPbf, NamesAreReadOnlyIfAskedFor) {
  Extract extract;
  for (int node = 1; node <= 3; ++node) extract.node(node, 26 + 0.001 * node, 61);
  extract.way(10, {1, 2}, {{"highway", "residential"}, {"name", "Kauppakatu"}});
  extract.way(11, {2, 3}, {{"highway", "residential"}});
  extract.write(path("a.osm.pbf"), "pbf");
  auto const skipped = read("a.osm.pbf", RoadNames::Skip).roads;
  EXPECT_TRUE(skipped.names.empty());
  EXPECT_EQ(skipped.name_pool.size(), 0U);
  auto const named = read("a.osm.pbf").roads;
  ASSERT_EQ(named.names.size(), 2U);
  EXPECT_EQ(named.name_pool[named.names[0]], "Kauppakatu");
  EXPECT_TRUE(named.names[1].is_none());
}

TEST_F(OsmPbf, IsRefusedWhereverItEndsOrIsDamaged) {
  small_extract().write(path("a.osm.pbf"), "pbf");
  auto const whole = read_text(path("a.osm.pbf"));
  ASSERT_GT(whole.size(), 300U);
  for (std::size_t bytes = 0; bytes < whole.size(); bytes += 7) {
    file("b.osm.pbf", whole.substr(0, bytes));
    EXPECT_THROW((void)read("b.osm.pbf"), InputError) << bytes;
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    file("b.osm.pbf", damaged);
    try {
      (void)read("b.osm.pbf");  // a byte that carries no meaning may be anything
    } catch (InputError const&) {
    }
  }
  file("b.osm.pbf", "no PBF at all, but some text");
  EXPECT_THAT(message_of<InputError>([&] { (void)read("b.osm.pbf"); }),
              testing::HasSubstr("is no OpenStreetMap data, though its name says so"));
}

/// One version of a node or a way, as it will be added.
struct Edit {
  osmium::object_id_type id;
  Version version;
  bool is_way;
  double lon;
  std::vector<osmium::object_id_type> nodes;
  Tags tags;
};

void add(Edit const& edit, Extract& extract) {
  if (edit.is_way) {
    extract.way(edit.id, edit.nodes, edit.tags, edit.version);
  } else {
    extract.node(edit.id, edit.lon, 61.5, edit.tags, edit.version);
  }
}

enum class Sorting : std::uint8_t { ByVersion, NewestFirst, Shuffled };

/// Every object up to four times, with what makes a difference: moved, with and without a barrier,
/// a road and then none, deleted and back again. Some version numbers are there twice.
std::vector<Edit> random_edits(Random& random, Sorting sorting) {
  constexpr int kNodes = 400;
  constexpr int kWays = 300;
  std::array<Tags, 4> const of_nodes{Tags{}, {}, {}, {{"barrier", "bollard"}}};
  std::array<Tags, 3> const of_ways{Tags{{"highway", "residential"}, {"name", "Kauppakatu"}},
                                    {{"highway", "primary"}, {"oneway", "yes"}},
                                    {{"building", "yes"}}};
  std::vector<Edit> edits;
  for (int object = 0; object < kNodes + kWays; ++object) {
    bool const is_way = object >= kNodes;
    osmium::object_version_type number = 0;
    for (auto left = random.whole(1, 4); left > 0; --left) {
      number += random.whole(0, 4) == 0 && number > 0 ? 0 : 1;
      Edit edit{.id = 7 + 3 * (is_way ? object - kNodes : object),
                .version = {number, random.whole(0, 5) == 0},
                .is_way = is_way,
                .lon = random.real(26, 27),
                .nodes = {},
                .tags = is_way ? random_of(random, of_ways) : random_of(random, of_nodes)};
      if (is_way) {
        for (auto nodes = random.whole(2, 6); nodes > 0; --nodes)
          edit.nodes.push_back(7 + 3 * static_cast<int>(random.whole(0, kNodes - 1)));
      }
      edits.push_back(std::move(edit));
    }
  }
  if (sorting == Sorting::NewestFirst) std::ranges::reverse(edits);
  if (sorting == Sorting::Shuffled) {
    for (std::size_t i = edits.size(); i > 1; --i)
      std::swap(edits[i - 1], edits[random.whole(0, static_cast<std::uint32_t>(i - 1))]);
  }
  return edits;
}

/// Whether no other edit of the same object is newer, and it is not deleted. By looking at all.
bool counts(std::vector<Edit> const& edits, std::size_t at) {
  auto const& edit = edits[at];
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (edits[i].id != edit.id || edits[i].is_way != edit.is_way) continue;
    if (edits[i].version.number > edit.version.number) return false;
    if (edits[i].version.number == edit.version.number && i > at) return false;
  }
  return !edit.version.is_deleted;
}

TEST_F(OsmPbf, OfAHistoryTheNewestVersionsCountUnlessDeleted) {
  Random random{20261129};
  for (auto const sorting : {Sorting::ByVersion, Sorting::NewestFirst, Sorting::Shuffled}) {
    auto const edits = random_edits(random, sorting);
    Extract history;
    Extract today;
    for (std::size_t i = 0; i < edits.size(); ++i) {
      add(edits[i], history);
      if (counts(edits, i)) add(edits[i], today);
    }
    auto const expected = read_as(today, "a.osm", "xml");
    EXPECT_GT(std::ranges::count(expected, '\n'), 100);
    EXPECT_THAT(expected, testing::HasSubstr("gate "));
    for (auto const* format :
         {"xml,history=true", "osh.gz", "osh.bz2", "pbf,history=true",
          "pbf,history=true,pbf_dense_nodes=false", "pbf,history=true,pbf_compression=none"}) {
      EXPECT_TRUE(read_as(history, "b", format) == expected)
          << format << ", sorting " << static_cast<int>(sorting);
    }
  }
}

TEST_F(OsmPbf, WhatIsTwiceInAFileIsThereOnce) {
  Extract once;
  Extract twice;
  for (int round = 0; round < 2; ++round) {
    for (auto* extract : {&once, &twice}) {
      if (extract == &once && round > 0) continue;
      for (int node = 1; node <= 3; ++node) extract->node(node, 26 + 0.001 * node, 61);
      extract->way(10, {1, 2, 3}, {{"highway", "residential"}});
    }
  }
  auto const expected = read_as(once, "a.osm", "xml");
  for (auto const* format : {"xml", "pbf"}) EXPECT_EQ(read_as(twice, "b", format), expected);
}

TEST_F(OsmPbf, NumbersNodesHoweverFarApartTheirIdsAre) {
  Random random{20261130};
  auto const extract_of = [](auto const& id_of) {
    Extract extract;
    for (int node = 0; node < 1000; ++node) extract.node(id_of(node), 26 + 0.0001 * node, 61);
    for (int way = 0; way < 990; ++way)
      extract.way(id_of(way), {id_of(way), id_of((way * 7) % 1000), id_of(way + 5)},
                  {{"highway", "residential"}});
    return extract;
  };
  auto const points_of = [&](std::string const& format, Extract const& extract) {
    extract.write(path("a"), format);
    std::string text;
    auto const read = this->read("a");
    for (std::size_t p = 0; p < read.roads.lines.keys().size(); ++p)
      text += fmt::format("{} ", read.roads.lines.keys()[p]);
    return text;
  };
  auto const near = extract_of([](int i) { return osmium::object_id_type{1} + i; });
  auto const far = extract_of([](int i) {
    constexpr osmium::object_id_type kOwn = 1'000'000'000'000'000;
    return i < 500 ? osmium::object_id_type{1} + i : kOwn + i * osmium::object_id_type{4096};
  });
  auto const farthest = extract_of([](int i) {
    return i < 500 ? std::numeric_limits<osmium::object_id_type>::min() / 2 + i
                   : std::numeric_limits<osmium::object_id_type>::max() - 1000 + i;
  });
  auto const expected = points_of("pbf", near);
  EXPECT_GT(expected.size(), 9'000U);
  for (auto const* format : {"pbf", "xml"}) {
    EXPECT_TRUE(points_of(format, far) == expected) << format;
    EXPECT_TRUE(points_of(format, farthest) == expected) << format;
  }
}

/// A road in two parts, of which JOSM will delete the second when it uploads.
constexpr char const* kFromJosm = R"(<?xml version='1.0' encoding='UTF-8'?>
<osm version='0.6' upload='never' generator='JOSM'>
  <node id='-1' action='modify' visible='true' lat='61.0' lon='26.0' />
  <node id='-2' action='modify' visible='true' lat='61.0' lon='26.01' />
  <node id='7' action='delete' timestamp='2020-01-01T00:00:00Z' visible='true' version='3' lat='61.0' lon='26.02' />
  <node id='9' visible='true' version='1' lat='61.1' lon='26.02' />
  <way id='-3' action='modify' visible='true'><tag k='highway' v='residential' /><nd ref='-1' /><nd ref='-2' /></way>
  <way id='12' action='delete' visible='true' version='1'><nd ref='-2' /><nd ref='9' /><tag k='highway' v='residential' /></way>
  <way id='13' visible='true' version='1'><nd ref='-1' /><nd ref='-2' /><nd ref='7' /><tag k='highway' v='residential' /></way>
</osm>
)";

TEST_F(OsmPbf, WhatJosmHasDeletedIsNotThere) {
  file("a.osm", kFromJosm);
  auto const read = this->read("a.osm");
  EXPECT_THAT(read.row_of_line, testing::ElementsAre(-3, 13));
  EXPECT_EQ(remarks_of(read.report),
            "1 used: way with nodes that the extract lacks, cut there [13]");
}

std::string overpass(std::string const& objects) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"Overpass "
         "API 0.7.62\">\n<note>The data</note><meta osm_base=\"2026-01-01T00:00:00Z\"/>\n" +
         objects + "</osm>\n";
}

TEST_F(OsmPbf, WhatOverpassGivesWithoutNodesIsRefusedWithWhatToAskFor) {
  std::string const tag = "<tag k=\"highway\" v=\"residential\"/>";
  std::string const refs = "<nd ref=\"1\"/><nd ref=\"2\"/>";
  std::string const nodes =
      "<node id=\"1\" lat=\"61\" lon=\"26\"/><node id=\"2\" lat=\"61\" lon=\"26.01\"/>";
  std::string const geometry =
      "<bounds minlat=\"61\" minlon=\"26\" maxlat=\"61\" maxlon=\"27\"/>"
      "<nd ref=\"1\" lat=\"61\" lon=\"26\"/><nd ref=\"2\" lat=\"61\" lon=\"26.01\"/>";
  for (auto const& way :
       {geometry + tag, refs + tag, "<center lat=\"61\" lon=\"26\"/>" + refs + tag,
        "<center lat=\"61\" lon=\"26\"/>" + tag, tag}) {
    file("a.osm", overpass("<way id=\"1\">" + way + "</way>"));
    EXPECT_THAT(message_of<InputError>([&] { (void)read("a.osm"); }),
                testing::AllOf(testing::HasSubstr("lacks the positions of nodes: 1 of its 1 roads"),
                               testing::HasSubstr("(._;>;); out meta;")))
        << way;
  }
  // With its nodes it is an extract as any other.
  for (auto const& way : {geometry + tag, refs + tag}) {
    file("a.osm", overpass(nodes + "<way id=\"1\">" + way + "</way>"));
    EXPECT_EQ(read("a.osm").report.rows_used, 1U);
  }
  file("a.osm", overpass(nodes + "<way id=\"1\">" + refs + tag +
                         "</way><remark> runtime error: Query timed out </remark>"));
  EXPECT_THAT(message_of<InputError>([&] { (void)read("a.osm"); }),
              testing::HasSubstr("its server broke off"));
}

}  // namespace
}  // namespace gapmap::io
