#include "gapmap/io/detail/osm_relations.h"

#include <fmt/format.h>

#include <osmium/io/any_input.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/writer.hpp>

#include "gapmap/io/osm_pbf.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

/// Six nodes in a row, each 0.01 degrees of longitude east of the one before it.
std::string nodes() {
  std::string text;
  for (int node = 1; node <= 6; ++node)
    text += fmt::format(R"(<node id="{}" version="1" lat="61" lon="{}"/>)", node, 26 + 0.01 * node);
  return text;
}

std::string tags_of(std::vector<std::pair<char const*, char const*>> const& tags) {
  std::string text;
  for (auto const& [key, value] : tags) text += fmt::format(R"(<tag k="{}" v="{}"/>)", key, value);
  return text;
}

std::string way(int id, std::vector<int> const& nodes,
                std::vector<std::pair<char const*, char const*>> const& tags = {}) {
  auto text = fmt::format(R"(<way id="{}" version="1">)", id);
  for (auto const node : nodes) text += fmt::format(R"(<nd ref="{}"/>)", node);
  return text + tags_of(tags) + "</way>";
}

std::string relation(int id, std::vector<std::pair<int, char const*>> const& ways,
                     std::vector<std::pair<char const*, char const*>> const& tags) {
  auto text = fmt::format(R"(<relation id="{}" version="1">)", id);
  for (auto const& [way, role] : ways)
    text += fmt::format(R"(<member type="way" ref="{}" role="{}"/>)", way, role);
  return text + tags_of(tags) + "</relation>";
}

/// "10: ferry 2.5 m/s foot" a line, with the modes that may travel along it.
std::string lines_of(RoadsRead const& read) {
  std::string text;
  for (std::size_t line = 0; line < read.roads.lines.size(); ++line) {
    auto const& road = read.roads.attributes[line];
    text += fmt::format("{}: {}", read.row_of_line[line], name_of(road.road_class));
    if (road.ferry_speed_mps > 0) text += fmt::format(" {:.2f} m/s", road.ferry_speed_mps);
    for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
      if (road.permits(Direction::Along).contains(mode)) text += fmt::format(" {}", name_of(mode));
    }
    text += "\n";
  }
  return text;
}

class OsmRelationsRead : public Reading {
 protected:
  /// What is read of the objects, as XML and as PBF.
  [[nodiscard]] RoadsRead read(std::string const& objects, char const* format = "pbf") const {
    auto const xml = file("a.osm", "<osm version=\"0.6\">" + objects + "</osm>");
    {
      osmium::io::Reader reader{xml};
      osmium::io::Writer writer{osmium::io::File{path("a.osm.pbf"), format},
                                osmium::io::overwrite::allow};
      while (auto buffer = reader.read()) writer(std::move(buffer));
      writer.close();
    }
    auto roads = read_osm_roads({.source = {.path = xml}}, frame);
    auto const of_pbf = read_osm_roads({.source = {.path = path("a.osm.pbf")}}, frame);
    EXPECT_EQ(lines_of(roads), lines_of(of_pbf));
    EXPECT_EQ(remarks_of(roads.report), remarks_of(of_pbf.report));
    return roads;
  }
};

using Tags = std::vector<std::pair<char const*, char const*>>;
Tags const kLine{{"type", "route"},
                 {"route", "ferry"},
                 {"foot", "yes"},
                 {"motor_vehicle", "no"},
                 {"duration", "00:10"}};

// 0.01 degrees of longitude at 61 degrees north are 542 m.

TEST_F(OsmRelationsRead, AFerryLineLendsItsTagsAndSharesItsTimeByLength) {
  auto const roads = read(nodes() + way(10, {1, 2}) + way(11, {2, 3, 4}, {{"route", "ferry"}}) +
                          way(12, {4, 5}, {{"highway", "primary"}}) + way(13, {5, 6}) +
                          relation(1, {{10, ""}, {11, ""}, {12, ""}}, kLine));
  // 3 × 542 m in 600 s; the road between is no part of the crossing.
  EXPECT_EQ(lines_of(roads),
            "10: ferry 2.71 m/s bike walk\n"
            "11: ferry 2.71 m/s bike walk\n"
            "12: primary car bike walk\n");
}

TEST_F(OsmRelationsRead, AFerryKeepsItsOwnTime) {
  auto const roads = read(nodes() + way(10, {1, 2}, {{"route", "ferry"}, {"duration", "00:03"}}) +
                          way(11, {2, 3}) + relation(1, {{10, ""}, {11, ""}}, kLine));
  EXPECT_EQ(lines_of(roads), "10: ferry 3.01 m/s bike walk\n11: ferry 1.80 m/s bike walk\n");
}

TEST_F(OsmRelationsRead, NobodyKnowsHowLongPartOfALineTakes) {
  auto const of_line = relation(1, {{10, ""}, {11, ""}}, kLine);
  EXPECT_EQ(lines_of(read(nodes() + way(10, {1, 2}) + of_line)), "10: ferry bike walk\n");
  EXPECT_EQ(lines_of(read(nodes() + way(10, {1, 2}) + way(11, {2, 3, 99}) + of_line)),
            "10: ferry bike walk\n11: ferry bike walk\n");
}

TEST_F(OsmRelationsRead, OfSeveralLinesTheFirstThatKnowsItsTimeCounts) {
  auto line_b = kLine;
  line_b.back().second = "00:05";
  auto const roads = read(nodes() + way(10, {1, 2}) + relation(1, {{10, ""}, {99, ""}}, kLine) +
                          relation(2, {{10, "forward"}, {10, "backward"}}, line_b));
  EXPECT_EQ(lines_of(roads), "10: ferry 1.80 m/s bike walk\n");
}

TEST_F(OsmRelationsRead, SquaresAreTravelledAlongTheirEdges) {
  auto const roads = read(nodes() + way(10, {1, 2, 3, 1}) + way(11, {4, 5}, {{"barrier", "wall"}}) +
                          way(12, {5, 6, 4}, {{"highway", "residential"}}) + way(13, {1, 3}) +
                          relation(1, {{10, "outer"}, {11, "inner"}, {12, "inner"}},
                                   {{"type", "multipolygon"}, {"highway", "footway"}}));
  EXPECT_EQ(lines_of(roads),
            "10: pedestrian walk\n11: pedestrian walk\n12: residential car bike walk\n");
}

TEST_F(OsmRelationsRead, RelationsMayStandAnywhere) {
  // Enough relations and ways for blobs of their own.
  std::string many_relations;
  for (int id = 1; id <= 20'000; ++id)
    many_relations += relation(id, {{10, ""}}, {{"type", "route"}, {"route", "bus"}});
  std::string many_ways;
  for (int id = 100; id < 20'000; ++id) many_ways += way(id, {1, 2}, {{"building", "yes"}});
  auto const line = relation(20'001, {{20'010, ""}}, kLine);
  auto const ferry = way(20'010, {1, 2});
  auto const* const expected = "20010: ferry 0.90 m/s bike walk\n";
  EXPECT_EQ(lines_of(read(nodes() + many_ways + ferry + many_relations + line)), expected);
  EXPECT_EQ(lines_of(read(line + many_relations + ferry + many_ways + nodes())), expected);
  EXPECT_EQ(lines_of(read(nodes() + line + many_relations + many_ways + ferry)), expected);
}

TEST_F(OsmRelationsRead, OnlyTheNewestVersionOfARelationCountsUnlessItIsDeleted) {
  auto const version = [](int number, bool is_deleted, std::string text) {
    auto const* const head = R"(version="1")";
    return text.replace(text.find(head), std::string{head}.size(),
                        fmt::format(R"(version="{}" visible="{}")", number, !is_deleted));
  };
  auto const ferry = [&](int number, bool is_deleted, char const* duration) {
    auto line = kLine;
    line.back().second = duration;
    return version(number, is_deleted, relation(1, {{10, ""}}, line));
  };
  auto const of = [&](std::string const& relations) {
    return lines_of(
        read(nodes() + way(10, {1, 2}) + way(11, {3, 4}, {{"highway", "service"}}) + relations,
             "pbf,history=true"));
  };
  auto const* const road = "11: service car bike walk\n";
  auto const fast = std::string{"10: ferry 1.80 m/s bike walk\n"} + road;
  EXPECT_EQ(of(ferry(1, false, "00:10") + ferry(2, false, "00:05")), fast);
  EXPECT_EQ(of(ferry(2, false, "00:05") + ferry(1, false, "00:10")), fast);
  EXPECT_EQ(of(ferry(1, false, "00:10") + ferry(2, true, "00:10")), road);
  EXPECT_EQ(of(ferry(1, true, "00:10")), road);
}

}  // namespace
}  // namespace gapmap::io
