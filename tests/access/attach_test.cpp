#include "gapmap/access/attach.h"

#include <algorithm>

#include "tests/support/drawn_town.h"
#include "tests/support/oracle.h"
#include "tests/support/random_network.h"

namespace gapmap::access {
namespace {

Attachment attach_one(Point p, DrawnTown const& town, AttachOptions const& options = {}) {
  auto const attached = attach(std::vector{p}, town.network(), town.frame(), options);
  EXPECT_EQ(attached.size(), 1U);
  return attached.at(0);
}

/// Metres between the start of the segment and where `at` meets it.
double along(Attachment const& at, RoadNetwork const& network) {
  return at.fraction * network.length(at.segment).value();
}

TEST(Attach, PointMeetsTheRoadBetweenItsJunctions) {
  auto const town = drawn_town("a---------b", {.step = Meters{100}});
  auto const a = town.at('a');
  auto const at = attach_one({a.x + 370, a.y + 50}, town);
  ASSERT_TRUE(at.is_attached());
  EXPECT_NEAR(at.off_road.value(), 50, 1e-4);
  EXPECT_NEAR(at.fraction, 0.37, 1e-6);
}

TEST(Attach, PointBeyondTheEndMeetsTheEnd) {
  auto const town = drawn_town("a---------b", {.step = Meters{100}});
  auto const a = town.at('a');
  auto const b = town.at('b');
  EXPECT_EQ(attach_one({a.x - 30, a.y + 40}, town).fraction, 0);
  EXPECT_NEAR(attach_one({a.x - 30, a.y + 40}, town).off_road.value(), 50, 1e-4);
  EXPECT_EQ(attach_one({b.x + 1, b.y}, town).fraction, 1);
  EXPECT_EQ(attach_one(a, town).off_road, Meters{0});
}

TEST(Attach, PointExactlyAtMaxOffRoadIsAttached) {
  auto const town = drawn_town("a---------b", {.step = Meters{100}});
  auto const a = town.at('a');
  Point const p{a.x + 500, a.y + 200};
  auto const distance = attach_one(p, town).off_road;
  EXPECT_NEAR(distance.value(), 200, 1e-4);
  EXPECT_TRUE(attach_one(p, town, {.max_off_road = distance}).is_attached());
}

TEST(Attach, PointJustBeyondMaxOffRoadIsNotAttachedButItsDistanceIsReported) {
  auto const town = drawn_town("a---------b", {.step = Meters{100}});
  auto const a = town.at('a');
  Point const p{a.x + 500, a.y + 200};
  auto const distance = attach_one(p, town).off_road;
  auto const at =
      attach_one(p, town, {.max_off_road = Meters{std::nextafter(distance.value(), 0)}});
  EXPECT_FALSE(at.is_attached());
  EXPECT_EQ(at.off_road, distance);
}

TEST(Attach, OffRoadIsMeasuredOnTheGround) {
  // On the central meridian of ETRS-TM35FIN a metre of the plane is 1/0.9996 metres of ground.
  RoadNetwork network;
  WorkingFrame const frame{Crs::tm35fin()};
  std::vector<Point> const shape{{499'000, 6'900'000}, {501'000, 6'900'000}};
  network.junctions.push_back(shape[0]);
  network.junctions.push_back(shape[1]);
  network.segments.push_back(
      {JunctionId{std::size_t{0}}, JunctionId{std::size_t{1}}, {RoadClass::Local}});
  network.shapes.push_back(shape);
  network.along = Ruler{frame}.along(shape);
  auto const at = attach(std::vector<Point>{{500'000, 6'901'000}}, network, frame).at(0);
  EXPECT_NEAR(at.off_road.value(), 1000 / 0.9996, 1e-3);
}

TEST(Attach, FerriesAreBoardedAtTheirEndsOnly) {
  auto const town = drawn_town("a~~~~~~~~~b", {.step = Meters{100}});
  auto const a = town.at('a');
  auto const at = attach_one({a.x + 400, a.y}, town);
  ASSERT_TRUE(at.is_attached());
  EXPECT_EQ(at.fraction, 0);
  EXPECT_NEAR(at.off_road.value(), 400, 1e-3);
  EXPECT_TRUE(town.network().is_boarding(at.segment));
  EXPECT_EQ(town.network().junctions[at.start], a);
  auto const farther = attach_one({a.x + 600, a.y + 1}, town);
  EXPECT_EQ(town.network().junctions[farther.start], town.at('b'));
}

TEST(Attach, FartherRoadIsPreferredToAFerryPassingBy) {
  auto const town = drawn_town(R"(
      a~~~~~~~~~b

      c---------d
  )",
                               {.step = Meters{100}});
  auto const a = town.at('a');
  auto const at = attach_one({a.x + 500, a.y - 20}, town);
  ASSERT_TRUE(at.is_attached());
  EXPECT_FALSE(town.network().segments[at.segment].attributes.is_ferry());
  EXPECT_NEAR(at.off_road.value(), 180, 1e-3);
}

TEST(Attach, TieGoesToTheLowestSegment) {
  auto const town = drawn_town(R"(
      a---------b

      c---------d
  )",
                               {.step = Meters{100}});
  auto const a = town.at('a');
  EXPECT_EQ(attach_one({a.x + 500, a.y - 100}, town).segment, SegmentId{std::size_t{0}});
  EXPECT_EQ(attach_one({a.x + 500, a.y - 101}, town).segment, SegmentId{std::size_t{1}});
}

TEST(Attach, TieAlongOneSegmentGoesToTheEarlierPosition) {
  // A hairpin: the point stands midway between the way there and the way back.
  RoadNetwork network;
  std::vector<Point> const shape{
      {500'000, 6'900'000}, {500'100, 6'900'000}, {500'100, 6'900'020}, {500'000, 6'900'020}};
  network.junctions.push_back(shape.front());
  network.junctions.push_back(shape.back());
  network.segments.push_back(
      {JunctionId{std::size_t{0}}, JunctionId{std::size_t{1}}, {RoadClass::Local}});
  network.shapes.push_back(shape);
  network.along = Ruler{test_frame()}.along(shape);
  auto const at = attach(std::vector<Point>{{500'050, 6'900'010}}, network, test_frame()).at(0);
  EXPECT_NEAR(along(at, network), 50, 0.1);
}

TEST(Attach, JunctionOfManyRoadsIsAttachedToTheLowestSegment) {
  auto const town = drawn_town(R"(
          b
          |
      a---c---d
          |
          e
  )",
                               {.step = Meters{100}});
  EXPECT_EQ(attach_one(town.at('c'), town).segment, SegmentId{std::size_t{0}});
}

TEST(Attach, EmptyNetworkAttachesNothing) {
  auto const attached =
      attach(std::vector<Point>{{500'000, 6'900'000}}, RoadNetwork{}, test_frame());
  ASSERT_EQ(attached.size(), 1U);
  EXPECT_FALSE(attached[0].is_attached());
  EXPECT_EQ(attached[0].off_road, Meters::infinite());
}

TEST(Attach, NoPointsGiveNoAttachments) {
  EXPECT_TRUE(attach({}, drawn_town("a--b").network(), test_frame()).empty());
}

TEST(Attach, SegmentWithoutLengthIsAttachedAtItsStart) {
  RoadNetwork network;
  std::vector<Point> const shape{{500'000, 6'900'000}, {500'000, 6'900'000}};
  network.junctions.push_back(shape[0]);
  network.segments.push_back(
      {JunctionId{std::size_t{0}}, JunctionId{std::size_t{0}}, {RoadClass::Local}});
  network.shapes.push_back(shape);
  network.along = {0, 0};
  auto const at = attach(std::vector<Point>{{500'003, 6'900'004}}, network, test_frame()).at(0);
  ASSERT_TRUE(at.is_attached());
  EXPECT_EQ(at.fraction, 0);
  EXPECT_NEAR(at.off_road.value(), 5, 0.01);
}

TEST(Attach, SegmentsThatAreNotJoinedArePassedBy) {
  auto const town = drawn_town(R"(
      a---------b

      c---------d
  )",
                               {.step = Meters{100}});
  auto const a = town.at('a');
  Point const p{a.x + 500, a.y - 20};
  for (auto const why : {Joining::Closed, Joining::AtJunctions, Joining::InTunnel,
                         Joining::OnBridge, Joining::SmallComponent}) {
    AttachOptions options{.joining = IdVector<SegmentId, Joining>(2, Joining::Open)};
    EXPECT_EQ(attach_one(p, town, options).segment, SegmentId{0U});
    options.joining[SegmentId{0U}] = why;
    auto const at = attach_one(p, town, options);
    EXPECT_EQ(at.segment, SegmentId{1U});
    EXPECT_NEAR(at.off_road.value(), 180, 1e-3);
    options.joining[SegmentId{1U}] = why;
    EXPECT_FALSE(attach_one(p, town, options).is_attached());
    EXPECT_EQ(attach_one(p, town, options).off_road, Meters::infinite())
        << "no road for this traveller at all";
  }
}

TEST(Attach, ARoadThatLeadsOnIsJoinedIfItIsNotMuchFarther) {
  auto const town = drawn_town(R"(
      a---------b





      c---------d
  )",
                               {.step = Meters{100}});
  AttachOptions const options{
      .joining = IdVector<SegmentId, Joining>{{Joining::LeadsNowhere, Joining::Open}}};
  auto const a = town.at('a');
  auto const segment_at = [&](double metres_from_nowhere) {
    return attach_one({a.x + 500, a.y - metres_from_nowhere}, town, options).segment;
  };
  // 600 m between them: d1 - d0 is 500 m at 50 m from the road that leads nowhere.
  EXPECT_EQ(segment_at(49.99), SegmentId{0U}) << "stays, and is cut off";
  EXPECT_EQ(segment_at(50.01), SegmentId{1U});
  EXPECT_EQ(segment_at(590), SegmentId{1U});
}

TEST(Attach, WhoStandsAtAGateIsAtTheGate) {
  auto const town = drawn_town("a----#----b");
  auto const a = town.at('a');
  auto const at = attach_one({a.x + 500, a.y}, town);
  EXPECT_TRUE(at.is_gate);
  EXPECT_EQ(at.off_road, Meters{0});
  EXPECT_TRUE(attach_one({a.x + 500.05, a.y + 0.05}, town).is_gate) << "another file's rounding";
  EXPECT_FALSE(attach_one({a.x + 500.2, a.y}, town).is_gate);
}

TEST(Attach, DoubtfulRoadsMakeDoubtfulThoseWhomTheyWouldTake) {
  auto const town = drawn_town(R"(
      a---------b

      c---------d
  )",
                               {.step = Meters{100}});
  auto const a = town.at('a');
  Point const near_doubtful{a.x + 500, a.y - 20};
  Point const near_other{a.x + 500, a.y - 180};
  AttachOptions options{
      .joining = IdVector<SegmentId, Joining>{{Joining::SmallComponent, Joining::Open}},
      .doubtful = IdVector<SegmentId, char>{{1, 0}}};
  EXPECT_EQ(attach_one(near_doubtful, town, options).segment, SegmentId{1U});
  EXPECT_FALSE(attach_one(near_doubtful, town, options).is_sure) << "a–b may be no small component";
  EXPECT_TRUE(attach_one(near_other, town, options).is_sure);
  options.joining[SegmentId{0U}] = Joining::LeadsNowhere;
  EXPECT_EQ(attach_one(near_doubtful, town, options).segment, SegmentId{1U});
  EXPECT_FALSE(attach_one(near_doubtful, town, options).is_sure) << "a–b may lead on";
}

std::vector<Point> random_points(Random& random, std::size_t count) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < count; ++i) {
    // Half of them on whole metres, like the vertices, so that ties happen.
    bool const is_whole = random.chance(0.5);
    double const x = random.real(-300, 2300);
    double const y = random.real(-300, 2300);
    points.push_back(
        {500'000 + (is_whole ? std::floor(x) : x), 6'800'000 + (is_whole ? std::floor(y) : y)});
  }
  return points;
}

TEST(Attach, FindsWhatBruteForceFinds) {
  Random random{121};
  std::size_t ties_at_junctions = 0;
  std::size_t between = 0;
  for (int round = 0; round < 20; ++round) {
    auto const network = random_network(random);
    auto points = random_points(random, 150);
    points.insert(points.end(), network.junctions.begin(), network.junctions.end());
    auto const attached = attach(points, network, test_frame());
    ASSERT_EQ(attached.size(), points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      auto const expected = oracle::nearest_road(points[i], network);
      ASSERT_EQ(attached[i].segment, expected.segment) << points[i].x << ' ' << points[i].y;
      ASSERT_NEAR(along(attached[i], network), expected.along, 1e-6);
      ASSERT_NEAR(attached[i].off_road.value(), expected.distance / 0.9996,
                  1e-3 + expected.distance * 1e-5);
      ASSERT_GE(attached[i].fraction, 0);
      ASSERT_LE(attached[i].fraction, 1);
      ties_at_junctions += expected.distance == 0 ? 1 : 0;
      between += attached[i].fraction > 0 && attached[i].fraction < 1 ? 1 : 0;
    }
  }
  EXPECT_GT(ties_at_junctions, 200U);
  EXPECT_GT(between, 500U);
}

TEST(Attach, PointDoesNotDependOnTheOthers) {
  Random random{122};
  auto const network = random_network(random);
  auto const points = random_points(random, 200);
  auto const together = attach(points, network, test_frame());
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto const alone = attach(std::vector{points[i]}, network, test_frame()).at(0);
    ASSERT_EQ(alone.segment, together[i].segment);
    ASSERT_EQ(alone.fraction, together[i].fraction);
    ASSERT_EQ(alone.off_road, together[i].off_road);
  }
}

TEST(Attach, LongerRadiusNeverDetaches) {
  Random random{123};
  auto const network = random_network(random, {.segments = 30});
  auto const points = random_points(random, 300);
  auto const near = attach(points, network, test_frame(), {.max_off_road = Meters{100}});
  auto const far = attach(points, network, test_frame(), {.max_off_road = Meters{200}});
  std::size_t more = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (near[i].is_attached()) {
      ASSERT_EQ(near[i].segment, far[i].segment);
    }
    ASSERT_EQ(near[i].off_road, far[i].off_road);
    more += far[i].is_attached() && !near[i].is_attached() ? 1 : 0;
  }
  EXPECT_GT(more, 10U);
}

}  // namespace
}  // namespace gapmap::access
