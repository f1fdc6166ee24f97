#include "gapmap/network/detail/long_segments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/network/assembled.h"

namespace gapmap::network {
namespace {

using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Le;

std::vector<double> lengths_of(RoadNetwork const& network) {
  std::vector<double> lengths;
  for (auto const s : network.segments.ids()) lengths.push_back(network.length(s).value());
  return lengths;
}

/// Back and forth, so that it is long without leaving the country.
Line winding(std::size_t legs, double leg) {
  Line line;
  for (std::size_t i = 0; i <= legs; ++i)
    line.push_back(at(i % 2 == 0 ? 0 : leg, 10.0 * static_cast<double>(i)));
  return line;
}

TEST(LongSegments, ChainsLongerThanCostsCanCountAreCut) {
  // 60 times 100 km: 6 000 km, more than 2^32 mm.
  auto const assembly = assembled({{winding(60, 100'000)}, {{at(0, 0), at(0, -100)}}});
  auto const& network = assembly.network;
  auto const lengths = lengths_of(network);
  EXPECT_GE(network.segments.size(), 7U);
  EXPECT_THAT(lengths, Each(Le(kLongestSegment.value())));
  double sum = 0;
  for (auto const length : lengths) sum += length;
  EXPECT_NEAR(sum, 6'000'100, 3000) << "geodesic lengths differ from those in the plane by 0.04 %";
  for (std::size_t s = 0; s + 2 < network.segments.size(); ++s)
    EXPECT_EQ(network.segments[SegmentId{s}].to, network.segments[SegmentId{s + 1}].from);
}

TEST(LongSegments, OthersStayAsTheyAre) {
  auto const line = winding(9, 100'000);
  EXPECT_EQ(text_of(assembled({{line}}).network), "2 junctions: 0-1 (10 points)");
}

TEST(LongSegments, AreCutBetweenTwoPointsWithTheirSignsAndTurns) {
  auto network = assembled({{{at(0, 0), at(1000, 0)}},
                            {{at(1000, 0), at(1000, 3000), at(1000, 4000)}, RoadClass::Primary},
                            {{at(1000, 4000), at(2000, 4000)}}})
                     .network;
  std::vector<SegmentSign> signs{
      {SegmentId{0}, 1, {}}, {SegmentId{1}, 1, {}}, {SegmentId{1}, 2, {}}};
  std::vector<BoundTurn> turns{
      {TurnKind{},
       {},
       {{SegmentId{0}, Direction::Along},
        {SegmentId{1}, Direction::Along},
        {SegmentId{2}, Direction::Along}}},
      {TurnKind{}, {}, {{SegmentId{1}, Direction::Against}, {SegmentId{0}, Direction::Against}}},
      {TurnKind{}, {}, {{SegmentId{2}, Direction::Against}, {SegmentId{1}, Direction::Against}}}};
  cut_long_segments(network, signs, turns, Meters{1500});
  EXPECT_EQ(
      text_of(network),
      "6 junctions: 0-1 (2 points) 1-4 (2 points) 4-5 (2 points) 5-2 (3 points) 2-3 (2 points)");
  EXPECT_THAT(lengths_of(network),
              ElementsAre(DoubleNear(1000, 1), DoubleNear(1333, 1), DoubleNear(1333, 1),
                          DoubleNear(1333, 1), DoubleNear(1000, 1)));
  EXPECT_NEAR(network.shape(SegmentId{3}).front().y, at(0, 2667).y, 1);
  std::vector<std::pair<std::size_t, std::size_t>> signs_at;
  for (auto const& sign : signs) signs_at.emplace_back(sign.segment.value(), sign.point);
  EXPECT_THAT(signs_at, ElementsAre(std::pair{0, 1}, std::pair{3, 1}, std::pair{3, 2}));
  std::vector<std::vector<std::size_t>> paths;
  for (auto const& turn : turns) {
    paths.emplace_back();
    for (auto const& way : turn.path) paths.back().push_back(way.segment.value());
  }
  EXPECT_THAT(paths, ElementsAre(ElementsAre(0, 1, 2, 3, 4), ElementsAre(1, 0), ElementsAre(4, 3)));
}

}  // namespace
}  // namespace gapmap::network
