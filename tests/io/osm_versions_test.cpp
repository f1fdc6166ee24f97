#include "gapmap/io/detail/osm_versions.h"

#include <algorithm>
#include <limits>

#include "tests/io/osm_extract.h"

// Which objects of a file count, and what is said where most are not there.
namespace gapmap::io {
namespace {

class OsmVersionsOfRoads : public OsmRoads {};

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

TEST_F(OsmVersionsOfRoads, OfAHistoryTheNewestVersionsCountUnlessDeleted) {
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

TEST_F(OsmVersionsOfRoads, WhatIsTwiceInAFileIsThereOnce) {
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

TEST_F(OsmVersionsOfRoads, NumbersNodesHoweverFarApartTheirIdsAre) {
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

TEST_F(OsmVersionsOfRoads, WhatJosmHasDeletedIsNotThere) {
  file("a.osm", kFromJosm);
  auto const read = this->read("a.osm");
  EXPECT_THAT(read.row_of_line, testing::ElementsAre(-3, 13));
  EXPECT_EQ(remarks_of(read.report),
            "1 used: way with nodes that the extract lacks, cut there [13]");
}

TEST_F(OsmVersionsOfRoads, DamagedXmlIsRefusedOrRead) {
  std::string const whole = kFromJosm;
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    auto damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
    file("b.osm", damaged);
    try {
      (void)read("b.osm");
    } catch (InputError const&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 100U);
}

std::string overpass(std::string const& objects) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"Overpass "
         "API 0.7.62\">\n<note>The data</note><meta osm_base=\"2026-01-01T00:00:00Z\"/>\n" +
         objects + "</osm>\n";
}

TEST_F(OsmVersionsOfRoads, WhatOverpassGivesWithoutNodesIsRefusedWithWhatToAskFor) {
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
