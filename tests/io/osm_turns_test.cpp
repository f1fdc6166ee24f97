// Turn restrictions, from the relations of an extract to rules about lines.
#include <fmt/format.h>

#include <osmium/io/any_input.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/writer.hpp>

#include "gapmap/io/osm_pbf.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using Tags = std::vector<std::pair<char const*, char const*>>;

/// Residential streets 10 = 1-2, 11 = 2-3, 12 = 2-4, 13 = 3-5 in two directions, a wall 14 = 2-5,
/// and 15 = 1-9, whose node 9 the extract lacks.
std::string streets() {
  std::string text;
  for (int node = 1; node <= 5; ++node)
    text += fmt::format(R"(<node id="{}" version="1" lat="{}" lon="{}"/>)", node,
                        61 + 0.01 * (node % 2), 26 + 0.01 * node);
  auto const way = [&](int id, std::vector<int> const& nodes, char const* key) {
    text += fmt::format(R"(<way id="{}" version="1">)", id);
    for (auto const node : nodes) text += fmt::format(R"(<nd ref="{}"/>)", node);
    text += fmt::format(R"(<tag k="{}" v="residential"/></way>)", key);
  };
  way(10, {1, 2}, "highway");
  way(11, {2, 3}, "highway");
  way(12, {2, 4}, "highway");
  way(13, {3, 5}, "highway");
  way(14, {2, 5}, "barrier");
  way(15, {1, 9, 5, 4}, "highway");
  return text;
}

/// Members as "from:10 via:n2 to:11"; n: a node.
std::string restriction(int id, std::string const& members, Tags tags) {
  auto text = fmt::format(R"(<relation id="{}" version="1">)", id);
  std::istringstream words{members};
  for (std::string word; words >> word;) {
    auto const colon = word.find(':');
    auto ref = word.substr(colon + 1);
    bool const is_node = ref.front() == 'n';
    if (is_node) ref.erase(0, 1);
    text += fmt::format(R"(<member type="{}" ref="{}" role="{}"/>)", is_node ? "node" : "way", ref,
                        word.substr(0, colon));
  }
  tags.emplace_back("type", "restriction");
  for (auto const& [key, value] : tags) text += fmt::format(R"(<tag k="{}" v="{}"/>)", key, value);
  return text + "</relation>";
}

/// "no 10 > 11 car bike" a rule, lines by the id of their way; remarks on turns behind.
std::string rules_of(RoadsRead const& read) {
  auto const way = [&](network::LineRange const& lines) {
    auto text = std::to_string(read.row_of_line[lines.first]);
    if (lines.end - lines.first > 1) text += fmt::format("x{}", lines.end - lines.first);
    return text;
  };
  std::string text;
  for (auto const& rule : read.roads.turns) {
    constexpr std::array kKinds{"no", "no_u", "only"};
    text += fmt::format("{} {} >", kKinds[static_cast<std::size_t>(rule.kind)], way(rule.from));
    for (auto const& via : rule.via) text += fmt::format(" {} >", way(via));
    text += " " + way(rule.to);
    for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
      if (rule.binds.contains(mode)) text += fmt::format(" {}", name_of(mode));
    }
    text += "\n";
  }
  for (auto const& remark : read.report.remarks) {
    if (remark.what.starts_with("turn"))
      text += fmt::format("{} {}: {}\n", remark.count, remark.what, remark.examples.front());
  }
  return text;
}

class OsmTurnsRead : public Reading {
 protected:
  /// What is read of restrictions, as XML and as PBF.
  [[nodiscard]] std::string read(std::string const& relations) const {
    auto const xml = file("a.osm", "<osm version=\"0.6\">" + streets() + relations + "</osm>");
    {
      osmium::io::Reader reader{xml};
      osmium::io::Writer writer{osmium::io::File{path("a.osm.pbf")}, osmium::io::overwrite::allow};
      while (auto buffer = reader.read()) writer(std::move(buffer));
      writer.close();
    }
    auto const text = rules_of(read_osm_roads({.source = {.path = xml}}, frame));
    EXPECT_EQ(rules_of(read_osm_roads({.source = {.path = path("a.osm.pbf")}}, frame)), text);
    return text;
  }
};

TEST_F(OsmTurnsRead, AreRulesAboutTheLinesOfTheirWays) {
  EXPECT_EQ(read(restriction(1, "from:10 via:n2 to:11", {{"restriction", "no_left_turn"}}) +
                 restriction(2, "from:11 via:n2 to:12", {{"restriction", "only_straight_on"}}) +
                 restriction(3, "from:10 via:n2 to:10", {{"restriction", "no_u_turn"}}) +
                 restriction(4, "from:10 via:11 to:13", {{"restriction", "no_right_turn"}})),
            "no 10 > 11 car bike\n"
            "only 11 > 12 car bike\n"
            "no_u 10 > 10 car bike\n"
            "no 10 > 11 > 13 car bike\n");
}

TEST_F(OsmTurnsRead, BindThoseWhomTheirTagsName) {
  EXPECT_EQ(
      read(restriction(1, "from:10 via:n2 to:11",
                       {{"restriction", "no_left_turn"}, {"except", "bicycle;psv"}}) +
           restriction(2, "from:11 via:n2 to:12", {{"restriction:motorcar", "no_left_turn"}}) +
           restriction(3, "from:11 via:n2 to:10", {{"restriction:bicycle", "only_left_turn"}}) +
           restriction(4, "from:12 via:n2 to:10", {{"restriction:hgv", "no_left_turn"}})),
      "no 10 > 11 car\n"
      "no 11 > 12 car\n"
      "only 11 > 10 bike\n");
}

TEST_F(OsmTurnsRead, SeveralWaysFromOrToAreARuleEach) {
  EXPECT_EQ(read(restriction(1, "from:10 from:12 via:n2 to:11", {{"restriction", "no_entry"}}) +
                 restriction(2, "from:10 via:n2 to:11 to:12", {{"restriction", "no_exit"}})),
            "no 10 > 11 car bike\n"
            "no 12 > 11 car bike\n"
            "no 10 > 11 car bike\n"
            "no 10 > 12 car bike\n");
}

TEST_F(OsmTurnsRead, WhatCannotBeSaidOfTheRoadsThereIsCounted) {
  EXPECT_EQ(read(restriction(1, "from:10 via:n2 to:14", {{"restriction", "no_left_turn"}}) +
                 restriction(2, "from:99 via:n2 to:11", {{"restriction", "no_left_turn"}}) +
                 restriction(3, "from:10 via:n77 to:11", {{"restriction", "no_left_turn"}}) +
                 restriction(4, "from:10 to:11", {{"restriction", "no_left_turn"}}) +
                 restriction(5, "via:n2 to:11", {{"restriction", "no_left_turn"}}) +
                 restriction(6, "from:10 via:n2 to:11",
                             {{"restriction:conditional", "no_left_turn @ (Mo-Fr 07:00-09:00)"}}) +
                 restriction(7, "from:10 via:n2 to:11", {{"restriction", "no_picnic"}}) +
                 restriction(8, "from:10 via:n2 to:11", {{"restriction", "seldom"}})),
            "no 10 > 11 car bike\n"
            "1 turn restriction at some hours or for some vehicles only: 6\n"
            "1 turn restriction of an unknown kind: 8\n"
            "5 turn restriction by a way that the extract lacks or nobody may travel: 1\n");
}

TEST_F(OsmTurnsRead, AWayThatIsCutIsAllItsLines) {
  EXPECT_EQ(read(restriction(1, "from:15 via:n4 to:12", {{"restriction", "no_left_turn"}})),
            "no 15 > 12 car bike\n");
}

}  // namespace
}  // namespace gapmap::io
