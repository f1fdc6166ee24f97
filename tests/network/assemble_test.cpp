#include "gapmap/network/assemble.h"

#include <algorithm>
#include <array>

#include "gapmap/units/error.h"
#include "tests/network/assembled.h"

namespace gapmap::network {
namespace {

TEST(Assemble, EndsAtTheSameVertexMeet) {
  auto const result =
      assembled({{{at(0, 0), at(10, 0)}}, {{at(10, 0), at(10, 10)}}, {{at(10, 0), at(20, 0)}}});
  EXPECT_EQ(text_of(result.network), "4 junctions: 0-1 (2 points) 1-2 (2 points) 1-3 (2 points)");
  EXPECT_EQ(result.joined_ends, 0U);
}

TEST(Assemble, EndAtTheMiddleVertexOfAnotherLineCutsIt) {
  auto const result = assembled({{{at(0, 0), at(10, 0), at(20, 0)}}, {{at(10, 0), at(10, 10)}}});
  EXPECT_EQ(text_of(result.network), "4 junctions: 0-1 (2 points) 1-2 (2 points) 1-3 (2 points)");
}

TEST(Assemble, MiddleVertexSharedByTwoLinesCutsBoth) {
  auto const result =
      assembled({{{at(0, 0), at(10, 0), at(20, 0)}}, {{at(10, -10), at(10, 0), at(10, 10)}}});
  EXPECT_EQ(text_of(result.network),
            "5 junctions: 0-1 (2 points) 1-2 (2 points) 3-1 (2 points) 1-4 (2 points)");
}

TEST(Assemble, BridgeDoesNotMeetTheRoadBelow) {
  auto const result = assembled({{{at(0, 0), at(20, 0)}}, {{at(10, -10), at(10, 10)}}});
  EXPECT_EQ(text_of(result.network), "4 junctions: 0-1 (2 points) 2-3 (2 points)");
}

/// Two lines of three points that share the one in the middle, with a height for each point.
std::string crossing(std::array<float, 3> const& west_east,
                     std::array<float, 3> const& south_north) {
  RoadLines roads;
  auto const add = [&](std::vector<Point> const& line, std::array<float, 3> const& heights) {
    for (std::size_t i = 0; i < line.size(); ++i) roads.lines.push_point(line[i], heights[i]);
    roads.lines.close_line();
    roads.attributes.push_back({RoadClass::Local});
  };
  add({at(0, 0), at(10, 0), at(20, 0)}, west_east);
  add({at(10, -10), at(10, 0), at(10, 10)}, south_north);
  return text_of(roads);
}
constexpr auto kBridge = "4 junctions: 0-1 (3 points) 2-3 (3 points)";
constexpr auto kCrossroads =
    "5 junctions: 0-1 (2 points) 1-2 (2 points) 3-1 (2 points) 1-4 (2 points)";

TEST(Assemble, LinesMeetInASharedVertexOnOneLevelOnly) {
  constexpr float kUnknown = VertexLines::kNoHeight;
  EXPECT_EQ(crossing({16, 16, 16}, {8, 8, 8}), kBridge);
  EXPECT_EQ(crossing({8, 8, 8}, {16, 16, 16}), kBridge);
  EXPECT_EQ(crossing({16, 11, 16}, {8, 8, 8}), kCrossroads) << "3 m are no bridge";
  EXPECT_EQ(crossing({16, 11.01F, 16}, {8, 8, 8}), kBridge);
  EXPECT_EQ(crossing({kUnknown, kUnknown, kUnknown}, {8, 8, 8}), kCrossroads);
  EXPECT_EQ(crossing({16, kUnknown, 16}, {8, 8, 8}), kCrossroads) << "unknown parts nothing";
}

TEST(Assemble, LevelsOfManyLinesAreParted) {
  // Heights of lines that all share the middle: 8, 9.5 and 11 are one level by their gaps.
  auto const junctions = [](std::vector<float> const& heights) {
    RoadLines roads;
    for (std::size_t i = 0; i < heights.size(); ++i) {
      double const x = static_cast<double>(i);
      for (auto const p : {at(x, -10), at(0, 0), at(x, 10)}) roads.lines.push_point(p, heights[i]);
      roads.lines.close_line();
      roads.attributes.push_back({RoadClass::Local});
    }
    return assemble(roads, Ruler{test_frame()}).network.junctions.size();
  };
  EXPECT_EQ(junctions({8, 9.5F, 11}), 6U + 1U);
  EXPECT_EQ(junctions({11, 8, 9.5F}), 6U + 1U) << "in any order";
  EXPECT_EQ(junctions({8, 16, 8}), 6U + 1U) << "below; above nothing meets";
  EXPECT_EQ(junctions({8, 16, 8, 16}), 8U + 2U);
}

TEST(Assemble, EndsThatMissEachOtherAreJoinedOnOneLevelOnly) {
  auto const joined = [](float left, float right) {
    RoadLines roads;
    for (auto const p : {at(0, 0), at(10, 0)}) roads.lines.push_point(p, left);
    roads.lines.close_line();
    for (auto const p : {at(10.05, 0), at(20, 0)}) roads.lines.push_point(p, right);
    roads.lines.close_line();
    roads.attributes.resize(2);
    return assemble(roads, Ruler{test_frame()}).joined_ends;
  };
  EXPECT_EQ(joined(8, 9), 1U);
  EXPECT_EQ(joined(8, 16), 0U);
  EXPECT_EQ(joined(8, VertexLines::kNoHeight), 1U);
}

TEST(Assemble, HeightsStayWithTheirPointsWhenRepeatedOnesGo) {
  RoadLines roads;
  for (auto const p : {at(0, 0), at(0, 0), at(10, 0), at(20, 0)})
    roads.lines.push_point(p, p == at(10, 0) ? 16 : 30);
  roads.lines.close_line();
  for (auto const p : {at(10, -10), at(10, 0), at(10, 10)}) roads.lines.push_point(p, 16);
  roads.lines.close_line();
  roads.attributes.resize(2);
  EXPECT_EQ(text_of(roads), kCrossroads);
}

TEST(Assemble, EndUponALineBetweenItsVerticesDoesNotMeetIt) {
  auto const result = assembled({{{at(0, 0), at(20, 0)}}, {{at(10, 0), at(10, 10)}}});
  EXPECT_EQ(text_of(result.network), "4 junctions: 0-1 (2 points) 2-3 (2 points)");
}

TEST(Assemble, EndsThatMissByLessThanADecimeterAreJoined) {
  auto const result = assembled(
      {{{at(0, 0), at(10, 0)}, RoadClass::Local}, {{at(10.0995, 0), at(20, 0)}, RoadClass::Track}});
  EXPECT_EQ(text_of(result.network), "3 junctions: 0-1 (2 points) 1-2 (2 points)");
  EXPECT_EQ(result.joined_ends, 1U);
  EXPECT_EQ(result.network.junctions[JunctionId{std::size_t{1}}], at(10, 0))
      << "the first vertex gives the position";
  EXPECT_EQ(result.network.shape(SegmentId{std::size_t{1}}).front(), at(10.0995, 0))
      << "shapes stay as drawn";
}

TEST(Assemble, EndsThatMissByMoreThanADecimeterAreNotJoined) {
  auto const result = assembled({{{at(0, 0), at(10, 0)}}, {{at(10.1005, 0), at(20, 0)}}});
  EXPECT_EQ(text_of(result.network), "4 junctions: 0-1 (2 points) 2-3 (2 points)");
  EXPECT_EQ(result.joined_ends, 0U);
}

TEST(Assemble, EndsExactlyAtTheJoinDistanceAreNotJoined) {
  // An eighth of a metre is exact in binary.
  AssembleOptions const options{.join_ends_within = Meters{0.125}};
  EXPECT_EQ(assembled({{{at(0, 0), at(10, 0)}}, {{at(10.125, 0), at(20, 0)}}}, options).joined_ends,
            0U);
  EXPECT_EQ(assembled({{{at(0, 0), at(10, 0)}}, {{at(10.12, 0), at(20, 0)}}}, options).joined_ends,
            1U);
}

TEST(Assemble, EndsAreJoinedAcrossEveryBorderOfTheGrid) {
  for (auto const& [dx, dy] : {std::pair{0.09, 0.0},
                               {-0.09, 0.0},
                               {0.0, 0.09},
                               {0.0, -0.09},
                               {0.06, 0.06},
                               {-0.06, 0.06}}) {
    for (double start = 0; start < 0.2; start += 0.013) {
      auto const a = at(start, start);
      auto const b = at(start + dx, start + dy);
      auto const result = assembled({{{at(-50, 3), a}}, {{b, at(50, 7)}}});
      ASSERT_EQ(result.joined_ends, 1U) << start << ' ' << dx << ' ' << dy;
    }
  }
}

TEST(Assemble, NothingIsJoinedWithinNoDistance) {
  auto const result = assembled({{{at(0, 0), at(10, 0)}}, {{at(10.01, 0), at(20, 0)}}},
                                {.join_ends_within = Meters{0}});
  EXPECT_EQ(result.network.junctions.size(), 4U);
}

TEST(Assemble, EndNearTheMiddleVertexOfAnotherLineIsNotJoined) {
  auto const result = assembled({{{at(0, 0), at(10, 0), at(20, 0)}}, {{at(10, 0.05), at(10, 10)}}});
  EXPECT_EQ(text_of(result.network), "4 junctions: 0-1 (3 points) 2-3 (2 points)");
}

TEST(Assemble, VerticesThatDifferByLessThanHalfAMillimeterAreOne) {
  auto const result =
      assembled({{{at(0, 0), at(10, 0), at(20, 0)}}, {{at(10.0002, -0.0002), at(10, 10)}}});
  EXPECT_EQ(result.network.junctions.size(), 4U);
}

TEST(Assemble, LinksInARowBecomeOneSegmentThatKeepsItsShape) {
  auto const result = assembled(
      {{{at(0, 0), at(10, 0)}}, {{at(10, 0), at(10, 5), at(20, 5)}}, {{at(30, 0), at(20, 5)}}});
  EXPECT_EQ(text_of(result.network), "2 junctions: 0-1 (5 points)");
  auto const shape = result.network.shape(SegmentId{std::size_t{0}});
  EXPECT_EQ(Line(shape.begin(), shape.end()),
            (Line{at(0, 0), at(10, 0), at(10, 5), at(20, 5), at(30, 0)}));
}

TEST(Assemble, FirstLineOfAChainDecidesItsDirection) {
  auto const result =
      assembled({{{at(20, 0), at(10, 0)}}, {{at(0, 0), at(10, 0)}}, {{at(20, 0), at(30, 0)}}});
  auto const shape = result.network.shape(SegmentId{std::size_t{0}});
  EXPECT_EQ(Line(shape.begin(), shape.end()), (Line{at(30, 0), at(20, 0), at(10, 0), at(0, 0)}));
}

TEST(Assemble, JoinedEndsInARowBecomeOneSegmentToo) {
  auto const result = assembled({{{at(0, 0), at(10, 0)}}, {{at(10.05, 0), at(20, 0)}}});
  EXPECT_EQ(text_of(result.network), "2 junctions: 0-1 (3 points)");
  auto const shape = result.network.shape(SegmentId{std::size_t{0}});
  EXPECT_EQ(Line(shape.begin(), shape.end()), (Line{at(0, 0), at(10, 0), at(20, 0)}))
      << "no step across the miss";
}

TEST(Assemble, FerriesInARowAreBoardedWhereEachEnds) {
  auto const result = assembled({{{at(0, 0), at(10, 0)}},
                                 {{at(10, 0), at(90, 0)}, RoadClass::Ferry},
                                 {{at(90, 0), at(99, 0)}, RoadClass::Ferry},
                                 {{at(99, 0), at(120, 0)}}});
  EXPECT_EQ(
      text_of(result.network),
      "8 junctions: 0-1 (2 points) 5-6 (2 points, ferry) 6-7 (2 points, ferry) 3-4 (2 points) "
      "1-5 (2 points, ferry) 2-6 (2 points, ferry) 3-7 (2 points, ferry)");
}

TEST(Assemble, RingWithoutAnyJunctionBecomesALoop) {
  auto const one = assembled({{{at(0, 0), at(10, 0), at(10, 10), at(0, 0)}}});
  EXPECT_EQ(text_of(one.network), "1 junctions: 0-0 (4 points)");
  auto const three =
      assembled({{{at(0, 0), at(10, 0)}}, {{at(10, 10), at(10, 0)}}, {{at(10, 10), at(0, 0)}}});
  EXPECT_EQ(text_of(three.network), "1 junctions: 0-0 (4 points)");
  EXPECT_NEAR(three.network.length(SegmentId{std::size_t{0}}).value(), 34.142 / 0.9996, 0.002);
}

TEST(Assemble, LollipopIsAStemAndALoop) {
  auto const result =
      assembled({{{at(0, 0), at(10, 0), at(15, 5), at(20, 0), at(15, -5), at(10, 0)}}});
  EXPECT_EQ(text_of(result.network), "2 junctions: 0-1 (2 points) 1-1 (5 points)");
}

TEST(Assemble, LineThatVisitsItselfMeetsItself) {
  auto const result = assembled(
      {{{at(0, 0), at(10, 0), at(20, 0), at(20, 10), at(10, 10), at(10, 0), at(10, -10)}}});
  EXPECT_EQ(text_of(result.network), "3 junctions: 0-1 (2 points) 1-1 (5 points) 1-2 (2 points)");
}

TEST(Assemble, LineThatTurnsBackIsALoopOfTwoParallelEdges) {
  auto const result = assembled({{{at(0, 0), at(10, 0), at(20, 0), at(10, 0)}}});
  EXPECT_EQ(text_of(result.network), "2 junctions: 0-1 (2 points) 1-1 (3 points)");
}

TEST(Assemble, RepeatedPointsAreLeftOutAndCounted) {
  auto const result =
      assembled({{{at(0, 0), at(0, 0), at(10, 0), at(10, 0), at(10, 0), at(20, 0)}}});
  EXPECT_EQ(text_of(result.network), "2 junctions: 0-1 (3 points)");
  EXPECT_EQ(result.repeated_points, 3U);
  EXPECT_TRUE(result.lines_without_length.empty());
}

TEST(Assemble, LinesWithoutLengthAreCountedByTheirPlaceInTheSource) {
  auto const result = assembled({{{at(5, 5)}},
                                 {{at(0, 0), at(10, 0)}},
                                 {{at(10, 0), at(10, 0.0001)}},
                                 {{}},
                                 {{at(7, 7), at(7, 7)}}});
  EXPECT_EQ(text_of(result.network), "2 junctions: 0-1 (2 points)");
  EXPECT_THAT(result.lines_without_length, testing::ElementsAre(0, 2, 3, 4));
  EXPECT_EQ(result.repeated_points, 0U) << "counted once, as lines";
}

TEST(Assemble, LineDrawnTwiceIsTwoParallelEdges) {
  Line const line{at(0, 0), at(5, 1), at(10, 0)};
  auto const result =
      assembled({{line}, {line}, {{at(0, 0), at(-10, 0)}}, {{at(10, 0), at(20, 0)}}});
  EXPECT_EQ(result.network.junctions.size(), 5U);
  EXPECT_THAT(text_of(result.network),
              testing::HasSubstr("0-1 (2 points) 1-2 (2 points) 0-1 (2 points) 1-2 (2 points)"));
}

TEST(Assemble, NothingGivesAnEmptyNetwork) {
  auto const result = assembled({});
  EXPECT_EQ(text_of(result.network), "0 junctions:");
  EXPECT_TRUE(result.network.along.empty());
}

TEST(Assemble, AttributesOfEveryLineAreAPromise) {
  RoadLines roads;
  roads.lines.push_back(Line{at(0, 0), at(1, 1)});
  EXPECT_THROW((void)assemble(roads, Ruler{test_frame()}), BrokenPromise);
}

/// Streets on a crooked grid of 100 m: shared ends and middles, ends that miss a little, dead ends,
/// rings, doubles, ferries.
RoadLines random_lines(Random& random) {
  auto const corner = [&](std::uint32_t x, std::uint32_t y) { return at(100.0 * x, 100.0 * y); };
  auto const nudged = [&](Point p) {
    // Less than 0.1 m even between two that were nudged apart, so that no chain of joins grows
    // longer.
    return random.chance(0.2)
               ? Point{p.x + random.real(-0.03, 0.03), p.y + random.real(-0.03, 0.03)}
               : p;
  };
  std::vector<Drawn> drawn;
  auto const lines = random.whole(1, 60);
  for (std::uint32_t i = 0; i < lines; ++i) {
    auto x = random.whole(0, 7);
    auto y = random.whole(0, 7);
    Line line{nudged(corner(x, y))};
    auto const legs = random.whole(1, 4);
    for (std::uint32_t leg = 0; leg < legs; ++leg) {
      if (random.chance(0.3))
        line.push_back(at(100.0 * x + random.real(20, 80), 100.0 * y + random.real(20, 80)));
      (random.chance(0.5) ? x : y) += 1;
      line.push_back(corner(x, y));
      if (random.chance(0.1)) line.push_back(line.back());
    }
    line.back() = nudged(line.back());
    if (random.chance(0.1)) line.push_back(line.front());
    auto const road_class = random.chance(0.1)   ? RoadClass::Ferry
                            : random.chance(0.5) ? RoadClass::Local
                                                 : RoadClass::Track;
    drawn.push_back({line, road_class});
    if (random.chance(0.05)) drawn.push_back(drawn.back());
  }
  return lines_of(drawn);
}

double planar_length(auto const& lines) {
  double sum = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t p = 1; p < lines[i].size(); ++p)
      sum += planar_distance(lines[i][p - 1], lines[i][p]).value();
  }
  return sum;
}

TEST(Assemble, KeepsItsPromisesOnRandomStreets) {
  Random random{61};
  std::size_t joined = 0;
  std::size_t contracted = 0;
  std::size_t loops = 0;
  for (int round = 0; round < 200; ++round) {
    auto const roads = random_lines(random);
    auto const result = assemble(roads, Ruler{test_frame()});
    auto const& network = result.network;
    joined += result.joined_ends;
    contracted += network.shapes.points().size() - 2 * network.segments.size();

    ASSERT_EQ(network.shapes.size(), network.segments.size());
    ASSERT_EQ(network.along.size(), network.shapes.points().size());
    // Points within the same millimetre count as repeated, and where joined links become one
    // segment the first point of the second moves across the miss: less than 0.1 m.
    ASSERT_NEAR(planar_length(network.shapes), planar_length(roads.lines),
                1e-6 + 0.0015 * static_cast<double>(result.repeated_points) +
                    0.1 * static_cast<double>(result.joined_ends))
        << "no road is lost or doubled";

    IdVector<JunctionId, std::vector<std::pair<SegmentId, RoadClass>>> meeting(
        network.junctions.size());
    for (auto const s : network.segments.ids()) {
      auto const& segment = network.segments[s];
      auto const shape = network.shape(s);
      ASSERT_GE(shape.size(), 2U);
      ASSERT_LT(planar_distance(shape.front(), network.junctions[segment.from]), Meters{0.1});
      ASSERT_LT(planar_distance(shape.back(), network.junctions[segment.to]), Meters{0.1});
      ASSERT_TRUE(std::ranges::is_sorted(network.along_shape(s)));
      ASSERT_EQ(network.along_shape(s).front(), 0);
      meeting[segment.from].emplace_back(s, segment.attributes.road_class);
      meeting[segment.to].emplace_back(s, segment.attributes.road_class);
      loops += segment.from == segment.to ? 1 : 0;
    }
    for (auto const& ends : meeting) {
      ASSERT_FALSE(ends.empty()) << "a junction without roads";
      bool const passes_through = ends.size() == 2 && ends[0].first != ends[1].first;
      bool const are_alike = passes_through && ends[0].second == ends[1].second;
      ASSERT_FALSE(are_alike && !is_ferry(ends[0].second)) << "a chain was not contracted";
    }
  }
  EXPECT_GT(joined, 100U);
  EXPECT_GT(contracted, 1000U);
  EXPECT_GT(loops, 10U);
}

TEST(Assemble, VerticesOfTwoLinesMeetExactlyWhereTheyAreShared) {
  // Certificate from the input: two lines that share a vertex are connected through a junction at
  // that vertex.
  Random random{62};
  std::size_t shared = 0;
  for (int round = 0; round < 50; ++round) {
    auto const roads = random_lines(random);
    auto const network =
        assemble(roads, Ruler{test_frame()}, {.join_ends_within = Meters{0}}).network;
    std::vector<std::pair<Point, std::size_t>> vertices;
    for (std::size_t i = 0; i < roads.lines.size(); ++i) {
      for (auto const p : roads.lines[i]) vertices.emplace_back(p, i);
    }
    std::ranges::sort(vertices);
    for (std::size_t i = 1; i < vertices.size(); ++i) {
      if (vertices[i].first != vertices[i - 1].first ||
          vertices[i].second == vertices[i - 1].second)
        continue;
      auto const is_shape_middle = [&](SegmentId s) {
        auto const shape = network.shape(s);
        return std::ranges::count(shape.subspan(1, shape.size() - 2), vertices[i].first) > 0;
      };
      ++shared;
      // Either a junction stands there, or the two were links in a row and became one shape.
      bool const is_junction = std::ranges::count(network.junctions, vertices[i].first) >= 1;
      bool const is_contracted =
          std::ranges::count_if(network.segments.ids(), is_shape_middle) == 1;
      ASSERT_NE(is_junction, is_contracted);
    }
  }
  EXPECT_GT(shared, 500U);
}

TEST(Assemble, OrderOfTheLinesChangesNumbersOnly) {
  Random random{63};
  for (int round = 0; round < 50; ++round) {
    auto const roads = random_lines(random);
    RoadLines reversed;
    for (std::size_t i = roads.lines.size(); i-- > 0;) {
      reversed.lines.push_back(roads.lines[i]);
      reversed.attributes.push_back(roads.attributes[i]);
    }
    auto const a = assemble(roads, Ruler{test_frame()});
    auto const b = assemble(reversed, Ruler{test_frame()});
    ASSERT_EQ(a.network.segments.size(), b.network.segments.size());
    ASSERT_EQ(a.network.junctions.size(), b.network.junctions.size());
    ASSERT_EQ(a.joined_ends, b.joined_ends);
  }
}

TEST(Assemble, AChainOfMoreLinksThanAThreadTakesAtOnceIsOneSegmentInWhateverOrderTheyStand) {
  constexpr int kLinks = 50'000;
  RoadLines falling;
  RoadLines ring;
  for (int link = kLinks; link-- > 0;) {
    falling.lines.push_back(Line{at(link, 0), at(link + 1, 0)});
    auto const next = (link + 1) % kLinks;
    ring.lines.push_back(Line{at(link, 10), at(next, 10)});
  }
  falling.attributes.resize(kLinks);
  ring.attributes.resize(kLinks);
  auto const network = assemble(falling, Ruler{test_frame()}).network;
  EXPECT_EQ(text_of(network), "2 junctions: 0-1 (50001 points)");
  EXPECT_EQ(network.shape(SegmentId{std::size_t{0}}).front(), at(0, 0));
  EXPECT_EQ(text_of(ring), "1 junctions: 0-0 (50001 points)");
}

}  // namespace
}  // namespace gapmap::network
