// What assembling does with names: they never cut a road, and a segment has the name of most of it.
#include "gapmap/network/assemble.h"

#include "gapmap/units/error.h"
#include "tests/network/assembled.h"

namespace gapmap::network {
namespace {

struct Named {
  Line line;
  std::string name;
};

RoadLines named_lines(std::vector<Named> const& named) {
  RoadLines roads;
  NameCollector names;
  for (auto const& each : named) {
    roads.lines.push_back(each.line);
    roads.attributes.push_back({RoadClass::Local});
    roads.names.push_back(names.add(each.name));
  }
  roads.name_pool = std::move(names).take();
  return roads;
}

RoadNetwork network_of(RoadLines const& roads) {
  return assemble(roads, Ruler{test_frame()}).network;
}

/// "A, B, -": the names of the segments.
std::string names_of(RoadNetwork const& network) {
  std::string text;
  for (auto const s : network.segments.ids()) {
    auto const name = network.name(s);
    text += (text.empty() ? "" : ", ") + (name.empty() ? "-" : std::string{name});
  }
  return text;
}

std::string names_of(std::vector<Named> const& named) {
  return names_of(network_of(named_lines(named)));
}

TEST(AssembleNames, EverySegmentHasTheNameOfItsLine) {
  auto const network = network_of(named_lines({{{at(0, 0), at(10, 0), at(20, 0)}, "Pitkä"},
                                               {{at(10, 0), at(10, 9)}, ""},
                                               {{at(10, 0), at(10, -9)}, "Lyhyt"}}));
  EXPECT_EQ(names_of(network), "Pitkä, Pitkä, -, Lyhyt");
  EXPECT_EQ(network.name_pool.size(), 2U);
}

TEST(AssembleNames, ChangeNothingOfTheNetwork) {
  std::vector<Named> const named{{{at(0, 0), at(10, 0)}, "A"},
                                 {{at(30, 0), at(10, 0)}, "B"},
                                 {{at(30, 0), at(40, 0)}, ""},
                                 {{at(40, 0), at(40, 9)}, "C"},
                                 {{at(40, 0), at(40, -9)}, "C"}};
  auto roads = named_lines(named);
  auto const with = network_of(roads);
  roads.names.clear();
  auto const without = network_of(roads);
  EXPECT_EQ(text_of(with), text_of(without));
  EXPECT_EQ(with.shapes.points(), without.shapes.points());
  EXPECT_EQ(with.along, without.along);
  EXPECT_TRUE(without.names.empty());
  EXPECT_EQ(names_of(without), "-, -, -") << "nobody asked";
  EXPECT_EQ(names_of(with), "B, C, C");
}

TEST(AssembleNames, AChainIsCalledWhatMostOfItIsCalled) {
  EXPECT_EQ(names_of({{{at(0, 0), at(10, 0)}, "A"}, {{at(10, 0), at(21, 0)}, "B"}}), "B");
  EXPECT_EQ(names_of({{{at(0, 0), at(11, 0)}, "A"}, {{at(11, 0), at(21, 0)}, "B"}}), "A");
  // In pieces, and by length, not by the number of links or points.
  EXPECT_EQ(names_of({{{at(0, 0), at(6, 0)}, "A"},
                      {{at(6, 0), at(16, 0)}, "B"},
                      {{at(16, 0), at(22, 0)}, "A"}}),
            "A");
  EXPECT_EQ(
      names_of(
          {{{at(0, 0), at(1, 0)}, "A"}, {{at(1, 0), at(2, 0)}, "A"}, {{at(2, 0), at(9, 0)}, "B"}}),
      "B");
  EXPECT_EQ(names_of({{{at(0, 0), at(5, 8), at(10, 0)}, "A"}, {{at(10, 0), at(21, 0)}, "B"}}), "A")
      << "along its bends";
}

TEST(AssembleNames, NoNameCountsLikeAName) {
  EXPECT_EQ(names_of({{{at(0, 0), at(90, 0)}, ""}, {{at(90, 0), at(95, 0)}, "Mökkitie"}}), "-");
  EXPECT_EQ(names_of({{{at(0, 0), at(9, 0)}, ""}, {{at(9, 0), at(95, 0)}, "Mökkitie"}}),
            "Mökkitie");
}

TEST(AssembleNames, OfEqualLengthsTheFirstAlongTheSegmentCounts) {
  EXPECT_EQ(names_of({{{at(0, 0), at(10, 0)}, "A"}, {{at(10, 0), at(20, 0)}, "B"}}), "A");
  // The segment runs as its first line does, but does not begin with it.
  auto const network = network_of(named_lines({{{at(20, 0), at(10, 0)}, "A"},
                                               {{at(0, 0), at(10, 0)}, "B"},
                                               {{at(20, 0), at(30, 0)}, "C"}}));
  EXPECT_EQ(network.shape(SegmentId{std::size_t{0}}).front(), at(30, 0));
  EXPECT_EQ(names_of(network), "C");
}

TEST(AssembleNames, ARingHasOneNameToo) {
  EXPECT_EQ(names_of({{{at(0, 0), at(10, 0)}, "A"},
                      {{at(10, 0), at(10, 10)}, "A"},
                      {{at(10, 10), at(0, 0)}, "B"}}),
            "A");
}

TEST(AssembleNames, StayWithTheirLinesWhereOthersAreLeftOut) {
  auto const assembly = assemble(named_lines({{{at(5, 5)}, "Piste"},
                                              {{at(0, 0), at(10, 0)}, "A"},
                                              {{at(7, 7), at(7, 7)}, "Piste"},
                                              {{at(0, 50), at(10, 50)}, "B"}}),
                                 Ruler{test_frame()});
  EXPECT_EQ(assembly.lines_without_length.size(), 2U);
  EXPECT_EQ(names_of(assembly.network), "A, B");
}

TEST(AssembleNames, AGateHasTheNameOfItsRoad) {
  auto roads = named_lines({{{at(0, 0), at(10, 0), at(20, 0)}, "A"}, {{at(0, 9), at(5, 9)}, "B"}});
  roads.gates = {{1, ModeSet::of(Mode::Walk)}};
  EXPECT_EQ(names_of(network_of(roads)), "A, A, A, B");
}

TEST(AssembleNames, OfEveryLineOrOfNoneAreAPromise) {
  auto roads = named_lines({{{at(0, 0), at(10, 0)}, "A"}, {{at(0, 9), at(5, 9)}, "B"}});
  roads.names.pop_back();
  EXPECT_THROW((void)network_of(roads), BrokenPromise);
}

TEST(AssembleNames, OfManyLinesByChanceAreThoseOfTheLongestPart) {
  // Chains of links by chance, each far from the others; an oracle adds up lengths by name.
  Random random{7311};
  std::vector<Named> named;
  std::vector<std::string> expected;
  for (int chain = 0; chain < 3000; ++chain) {
    double x = 0;
    std::vector<std::pair<std::string, double>> lengths{{"", 0}, {"A", 0}, {"B", 0}};
    for (auto links = random.whole(1, 4); links > 0; --links) {
      // Whole metres, so that sums are exact; ties have a test of their own.
      auto const length = static_cast<double>(1U << random.whole(0, 6));
      auto& [name, sum] = lengths[random.whole(0, 2)];
      named.push_back({{at(x, 10 * chain), at(x + length, 10 * chain)}, name});
      x += length;
      sum += length;
    }
    std::ranges::stable_sort(lengths, std::ranges::greater{},
                             [](auto const& of_name) { return of_name.second; });
    bool const is_tie = lengths[0].second == lengths[1].second;
    expected.push_back(is_tie ? "?" : lengths[0].first);
  }
  auto const network = network_of(named_lines(named));
  ASSERT_EQ(network.segments.size(), expected.size());
  std::size_t told = 0;
  for (auto const s : network.segments.ids()) {
    if (expected[s.value()] == "?") continue;
    ++told;
    ASSERT_EQ(network.name(s), expected[s.value()]) << s.value();
  }
  EXPECT_GT(told, 2000U);
}

}  // namespace
}  // namespace gapmap::network
