#include "gapmap/reach/nearest.h"

#include <fmt/format.h>

#include "tests/support/drawn_town.h"

namespace gapmap::reach {
namespace {

TEST(Nearest, CheapestPlaceWins) {
  auto const town = drawn_town("A----b--c---D", {.step = Meters{10}});
  EXPECT_EQ(town.nearest(), "A:0@A b:50@A c:40@D D:0@D");
}

TEST(Nearest, FollowsTheRoadNotTheCrow) {
  auto const town = drawn_town(R"(
      a--b--c
      |     |
      |     |
      d  E--f
  )",
                               {.step = Meters{10}});
  EXPECT_EQ(town.nearest(), "a:120@E b:90@E c:60@E d:150@E E:0@E f:30@E");
}

TEST(Nearest, BridgeIsNoShortCut) {
  auto const town = drawn_town(R"(
      A---------b
      |
      |
      c------d
  )",
                               {.step = Meters{10}});
  EXPECT_EQ(town.nearest(), "A:0@A b:100@A c:30@A d:100@A");
}

TEST(Nearest, FerryIsTravelled) {
  auto const town = drawn_town("A--b~~~~c--d", {.step = Meters{10}});
  EXPECT_EQ(town.nearest(), "A:0@A b:30@A c:80@A d:110@A");
}

TEST(Nearest, TieGoesToTheLowestPlace) {
  EXPECT_EQ(drawn_town("A----b----C", {.step = Meters{10}}).nearest(), "A:0@A b:50@A C:0@C");
  EXPECT_EQ(drawn_town("C----b----A", {.step = Meters{10}}).nearest(), "A:0@A b:50@A C:0@C");
}

TEST(Nearest, BothOffRoadLegsAreCounted) {
  auto const town = drawn_town(R"(
      x        Y


      a--------b
  )",
                               {.step = Meters{10}});
  EXPECT_EQ(town.nearest(), "a:120@Y b:30@Y x:150@Y Y:60@Y")
      << "who stands at the place walks to the road and back";
}

TEST(Nearest, CellTooFarFromEveryRoadIsOffNetwork) {
  auto const town = drawn_town(R"(
      A--b



      x
  )",
                               {.step = Meters{10}, .max_off_road = Meters{39}});
  EXPECT_EQ(town.nearest(), "A:0@A b:30@A x:off-network");
  auto const table = town.reach();
  EXPECT_NEAR(table.off_road[town.cell('x')].value(), 40, 1e-4) << "how far is told all the same";
}

TEST(Nearest, PlaceTooFarFromEveryRoadIsReachedByNobody) {
  auto const town = drawn_town(R"(
      A--b



      X
  )",
                               {.step = Meters{10}, .max_off_road = Meters{39}});
  EXPECT_EQ(town.nearest(), "A:0@A b:30@A X:off-network");
  auto const table = town.reach();
  EXPECT_TRUE(table.place_is_attached[town.place('A')]);
  EXPECT_FALSE(table.place_is_attached[town.place('X')]);
  EXPECT_NEAR(table.place_off_road[town.place('X')].value(), 40, 1e-4);
}

TEST(Nearest, ComponentWithoutPlaceIsUnreachable) {
  auto const town = drawn_town(R"(
      A---b
      c---d
  )",
                               {.step = Meters{10}});
  EXPECT_EQ(town.nearest(), "A:0@A b:40@A c:unreachable d:unreachable");
}

TEST(Nearest, CellExactlyAtTheCutoffIsReached) {
  auto const town = drawn_town("A----b----c", {.step = Meters{10}});
  auto const exact = town.reach().nearest(town.cell('c'))->cost;
  EXPECT_EQ(town.nearest({.cutoff = exact}), "A:0@A b:50@A c:100@A");
  EXPECT_EQ(town.nearest({.cutoff = Millimeters{exact.value() - 1}}), "A:0@A b:50@A c:beyond");
}

TEST(Nearest, CutoffCountsTheOffRoadLegs) {
  auto const town = drawn_town(R"(
      x

      a---A
  )",
                               {.step = Meters{10}});
  auto const exact = town.reach().nearest(town.cell('x'))->cost;
  EXPECT_EQ(exact, Millimeters{60'000});
  EXPECT_EQ(town.nearest({.cutoff = Millimeters{60'000}}), "A:0@A a:40@A x:60@A");
  EXPECT_EQ(town.nearest({.cutoff = Millimeters{59'999}}), "A:0@A a:40@A x:beyond");
}

TEST(Nearest, WithinACutoffNothingIsSaidToBeUnreachable) {
  // The search stopped; whether a road leads farther is not known.
  auto const town = drawn_town(R"(
      A---b
      c---d
  )",
                               {.step = Meters{10}});
  EXPECT_EQ(town.nearest({.cutoff = Millimeters{1000}}), "A:0@A b:beyond c:beyond d:beyond");
}

TEST(Nearest, WithoutPlacesEverybodyIsUnreachable) {
  EXPECT_EQ(drawn_town("a--b").nearest(), "a:unreachable b:unreachable");
}

TEST(Nearest, WithoutRoadsEverybodyIsOffNetwork) {
  auto const town = drawn_town("a  B");
  EXPECT_EQ(town.nearest(), "a:off-network B:off-network");
  EXPECT_EQ(town.reach().off_road[CellId{std::size_t{0}}], Meters::infinite());
}

TEST(Nearest, WithoutAnybodyTheTableIsEmpty) {
  auto const town = drawn_town("A--b");
  auto const table = nearest(town.graph(), town.costs(), {}, town.profile());
  EXPECT_TRUE(table.reaches.empty());
  EXPECT_THAT(table.first_reach, testing::ElementsAre(0));
}

TEST(Nearest, RowsAreInStepWithTheCells) {
  auto const town = drawn_town(R"(
      A---b
      c---d
  )",
                               {.step = Meters{10}});
  auto const table = town.reach();
  EXPECT_THAT(table.first_reach, testing::ElementsAre(0, 1, 2, 2, 2));
  EXPECT_TRUE(table.row(town.cell('c')).empty());
  EXPECT_EQ(table.row(town.cell('b')).size(), 1U);
  EXPECT_EQ(table.cutoff, Millimeters::infinite());
}

/// One segment of 1000 mm each way between two junctions, or from a junction to itself, and what
/// stands on it.
class OneEdge {
 public:
  explicit OneEdge(Millimeters along = Millimeters{1000}, Millimeters against = Millimeters{1000},
                   bool is_loop = false) {
    network_.junctions.push_back({0, 0});
    network_.junctions.push_back({1, 0});
    add_segment(along, against, is_loop);
  }
  void add_segment(Millimeters along, Millimeters against, bool is_loop = false) {
    network_.segments.push_back(
        {JunctionId{std::size_t{0}}, JunctionId{is_loop ? std::size_t{0} : std::size_t{1}}, {}});
    both_ways_.push_back({along, against});
  }
  OneEdge& cell(double fraction, double off_road = 0, std::size_t segment = 0) {
    ends_.cells.push_back(at(fraction, off_road, segment));
    return *this;
  }
  OneEdge& place(double fraction, double off_road = 0, std::size_t segment = 0) {
    ends_.places.push_back(at(fraction, off_road, segment));
    return *this;
  }
  /// "300@0 none": cost in millimetres and place of every cell.
  [[nodiscard]] std::string nearest() const {
    auto const graph = graph::build(network_);
    EdgeCosts<Millimeters> costs(graph.edges());
    for (auto const edge : costs.ids()) {
      auto const& [along, against] = both_ways_[graph.segment(edge).value()];
      costs[edge] = graph.direction(edge) == Direction::Along ? along : against;
    }
    auto const table = reach::nearest(graph, costs, ends_, travel::builtin_profile(Mode::Car));
    std::string text;
    for (auto const c : table.connections.ids()) {
      auto const best = table.nearest(c);
      text += text.empty() ? "" : " ";
      text += best ? fmt::format("{}@{}", best->cost.value(), best->place.value()) : "none";
    }
    return text;
  }

 private:
  [[nodiscard]] Attachment at(double fraction, double off_road, std::size_t segment) const {
    return Attachment::on(network_, SegmentId{segment}, fraction, Meters{off_road});
  }

  RoadNetwork network_;
  std::vector<std::pair<Millimeters, Millimeters>> both_ways_;
  Ends ends_;
};

TEST(Nearest, CellAndPlaceOnOneSegmentMeetAlongItInEitherOrder) {
  EXPECT_EQ(OneEdge{}.cell(0.2).place(0.7).nearest(), "500@0");
  EXPECT_EQ(OneEdge{}.cell(0.7).place(0.2).nearest(), "500@0");
  EXPECT_EQ(OneEdge{}.cell(0.4).place(0.4).nearest(), "0@0");
}

TEST(Nearest, TwoPlacesOnOneSegmentShareItAtTheMiddleBetweenThem) {
  EXPECT_EQ(
      OneEdge{}.place(0.2).place(0.8).cell(0.1).cell(0.4).cell(0.5).cell(0.6).cell(0.9).nearest(),
      "100@0 200@0 300@0 200@1 100@1");
  EXPECT_EQ(
      OneEdge{}.place(0.8).place(0.2).cell(0.1).cell(0.4).cell(0.5).cell(0.6).cell(0.9).nearest(),
      "100@1 200@1 300@0 200@0 100@0");
}

TEST(Nearest, PlaceExactlyAtAJunctionIsReachedFromBothSides) {
  EXPECT_EQ(OneEdge{}.place(0).cell(0).cell(1).cell(0.3).nearest(), "0@0 1000@0 300@0");
  EXPECT_EQ(OneEdge{}.place(1).cell(0).cell(1).cell(0.3).nearest(), "1000@0 0@0 700@0");
}

TEST(Nearest, OffRoadLegsOfBothAreAddedOnTheSameSegmentToo) {
  EXPECT_EQ(OneEdge{}.cell(0.2, 0.030).place(0.7, 0.004).nearest(), "534@0");
}

TEST(Nearest, OffRoadLegOfThePlaceMayDecide) {
  EXPECT_EQ(OneEdge{}.place(0.4, 5).place(1).cell(0.4).nearest(), "600@1");
}

TEST(Nearest, LoopIsLeftByItsShorterSide) {
  OneEdge loop{Millimeters{1000}, Millimeters{1000}, true};
  EXPECT_EQ(loop.place(0.1).cell(0.8).cell(0.5).cell(0.1).nearest(), "300@0 400@0 0@0")
      << "from 0.8 forward over the junction, from 0.5 back along the loop";
}

TEST(Nearest, CheaperOfTwoParallelEdgesIsTaken) {
  OneEdge edges{Millimeters{1000}, Millimeters{1000}};
  edges.add_segment(Millimeters{300}, Millimeters{300});
  EXPECT_EQ(edges.place(1).cell(0).cell(0.1).cell(0.9).nearest(), "300@0 400@0 100@0");
}

TEST(Nearest, WayRoundMayBeCheaperThanAlongTheSharedSegment) {
  OneEdge edges{Millimeters{1000}, Millimeters{1000}};
  edges.add_segment(Millimeters{10}, Millimeters{10});
  EXPECT_EQ(edges.place(0.05).cell(0.95).nearest(), "110@0");
}

TEST(Nearest, SegmentWithoutLengthCostsNothing) {
  EXPECT_EQ((OneEdge{Millimeters{0}, Millimeters{0}}.place(0).cell(1).nearest()), "0@0");
}

TEST(Nearest, OneWaySegmentIsTravelledFromTheCellToThePlace) {
  auto const one_way = [] { return OneEdge{Millimeters{1000}, Millimeters::infinite()}; };
  EXPECT_EQ(one_way().cell(0.2).place(0.7).nearest(), "500@0");
  EXPECT_EQ(one_way().cell(0.7).place(0.2).nearest(), "none");
  EXPECT_EQ(one_way().cell(0).place(1).nearest(), "1000@0");
  EXPECT_EQ(one_way().cell(1).place(0).nearest(), "none");
}

TEST(Nearest, OneWaySegmentIsGoneRoundWhereThereIsAWayBack) {
  OneEdge edges{Millimeters{1000}, Millimeters::infinite()};
  edges.add_segment(Millimeters::infinite(), Millimeters{50});
  EXPECT_EQ(edges.cell(0.7).place(0.2).nearest(), "550@0");
}

TEST(Nearest, WhoStandsAtThePlaceOfAOneWaySegmentIsThere) {
  EXPECT_EQ((OneEdge{Millimeters{1000}, Millimeters::infinite()}.cell(0.4).place(0.4).nearest()),
            "0@0");
  EXPECT_EQ((OneEdge{Millimeters::infinite(), Millimeters{1000}}.cell(0.4).place(0.4).nearest()),
            "0@0");
}

TEST(Nearest, PlaceAtTheEndOfAOneWaySegmentIsAtTheJunction) {
  // The only way in is another road: what closes the place's own segment must not close the
  // junction it stands at.
  OneEdge edges{Millimeters::infinite(), Millimeters{1000}};
  edges.add_segment(Millimeters{30}, Millimeters{30});
  edges.place(1).cell(0.5, 0, 1);
  EXPECT_EQ(edges.nearest(), "15@0");
}

TEST(Nearest, SegmentClosedBothWaysIsLeftByNobody) {
  OneEdge edges{Millimeters::infinite(), Millimeters::infinite()};
  edges.add_segment(Millimeters{30}, Millimeters{30});
  EXPECT_EQ(edges.cell(0).cell(0.5).place(0.5).place(0.5, 0, 1).nearest(), "none none");
}

TEST(Nearest, CostsThatDoNotFitAreUnreachable) {
  EXPECT_EQ((OneEdge{Millimeters{4'294'967'294}, Millimeters{4'294'967'294}}
                 .cell(0, 0.001)
                 .place(1)
                 .nearest()),
            "none");
  EXPECT_EQ((OneEdge{Millimeters{4'294'967'293}, Millimeters{4'294'967'293}}
                 .cell(0, 0.001)
                 .place(1)
                 .nearest()),
            "4294967294@0");
}

}  // namespace
}  // namespace gapmap::reach
