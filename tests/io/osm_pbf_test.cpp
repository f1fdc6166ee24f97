#include "gapmap/io/osm_pbf.h"

#include "tests/io/osm_extract.h"

namespace gapmap::io {
namespace {

enum class Order : bool { NodesFirst, WaysFirst };

/// Enough for several blobs. Every hundredth node is missing; ids have gaps as they have in real
/// extracts.
Extract random_extract(Random& random, Order order) {
  constexpr int kNodes = 20'000;
  constexpr int kWays = 9'000;
  Extract extract;
  auto const id_of = [](int node) { return osmium::object_id_type{node} * node * 20 + 17; };
  auto const add_nodes = [&] {
    std::array<Tags, 8> const tags{Tags{},
                                   {},
                                   {{"highway", "traffic_signals"}},
                                   {{"highway", "stop"}, {"direction", "backward"}},
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

class OsmPbf : public OsmRoads {};

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
              "1 left out: road on ice or for winter only (`ice-roads`) [13]\n"
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

}  // namespace
}  // namespace gapmap::io
