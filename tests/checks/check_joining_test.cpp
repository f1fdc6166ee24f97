#include "gapmap/checks/check_joining.h"

#include "gapmap/access/attach.h"
#include "gapmap/network/assemble.h"
#include "tests/checks/found.h"
#include "tests/support/random_network.h"

namespace gapmap::checks {
namespace {

/// A street of 3 km along y = 0, and another road beside it along y = 100, where people live in
/// cells of 1, 2, 4 … residents.
class TwoRoads {
 public:
  TwoRoads(RoadAttributes const& other, std::vector<Point> const& other_road,
           std::vector<Point> const& homes, std::vector<Point> const& place_points) {
    network::RoadLines roads;
    roads.lines.push_back(shifted({{0, 0}, {1500, 0}, {3000, 0}}));
    roads.lines.push_back(shifted(other_road));
    roads.attributes = {RoadAttributes{}, other};
    network_ = network::assemble(roads, Ruler{test_frame()}).network;
    double residents = 1;
    for (auto const p : shifted(homes)) {
      population_.push_back({.id = std::to_string(population_.size()),
                             .center = p,
                             .outline = {},
                             .residents = People{residents}});
      residents *= 2;
    }
    for (auto const p : shifted(place_points))
      places_.push_back({std::to_string(places_.size()), "Tupa", p});
    auto const graph = graph::build(network_);
    auto const costs =
        travel::weigh<Millimeters>(network_, graph, travel::builtin_profile(Mode::Car));
    auto const components = access::find_components(network_, graph, costs);
    access::JoinableRoads const joinable{network_, graph, costs, components};
    auto const attached = [&](std::vector<Point> const& points, access::AttachOptions const& by) {
      return access::attach(points, network_, test_frame(), by);
    };
    auto const set_out = joinable.joining(Purpose::SetOut);
    auto const arrive = joinable.joining(Purpose::Arrive);
    IdVector<CellId, Attachment> const cells{attached(shifted(homes), {.joining = set_out})};
    IdVector<PlaceId, Attachment> const places{
        attached(shifted(place_points), {.joining = arrive})};
    IdVector<CellId, Attachment> const nearest_to_cells{attached(shifted(homes), {})};
    IdVector<PlaceId, Attachment> const nearest_to_places{attached(shifted(place_points), {})};
    said_ = said_of(check_joining({population_, cells, places_, places},
                                  {nearest_to_cells, nearest_to_places, set_out, arrive}));
  }
  [[nodiscard]] std::string const& said() const { return said_; }

 private:
  static std::vector<Point> shifted(std::vector<Point> points) {
    for (auto& p : points) p = {500'000 + p.x, 6'800'000 + p.y};
    return points;
  }

  RoadNetwork network_;
  Population population_;
  Places places_;
  std::string said_;
};

TEST(CheckJoining, OrdinaryRoadsGiveNothing) {
  EXPECT_EQ(TwoRoads({}, {{1500, 0}, {1500, 100}, {3000, 100}}, {{2000, 90}}, {{2500, 80}}).said(),
            "");
}

TEST(CheckJoining, SaysWhomMotorwaysMove) {
  RoadAttributes motorway;
  motorway.entry = Entry::AtJunctions;
  EXPECT_EQ(TwoRoads(motorway, {{1500, 0}, {1500, 100}, {3000, 100}},
                     {{2000, 90}, {2000, 10}, {2500, 80}}, {{2500, 80}})
                .said(),
            "note population 2 of 5: cells whose nearest road is a motorway, a ramp or a road for "
            "motor traffic: they join the next one that leads on [0: 90 m instead of 10 m; 2: 80 m "
            "instead of 20 m]\n"
            "note places 1: places whose nearest road is a motorway, a ramp or a road for motor "
            "traffic: they are on the next one that is led to [0: 80 m instead of 20 m]");
}

TEST(CheckJoining, SaysWhoStaysOnARoadThatLeadsNowhere) {
  RoadAttributes one_way;
  one_way.permitted[1] = ModeSet{};
  EXPECT_EQ(TwoRoads(one_way, {{1500, 0}, {1500, 900}}, {{1510, 100}, {1510, 800}}, {}).said(),
            "warning population 1 of 2: cells on a road that leads nowhere, with no other within "
            "500 m more: unreachable [1]\n"
            "note population 1 of 1: cells whose nearest road is one that leads nowhere: they join "
            "the next one that leads on [0: 100 m instead of 10 m]");
}

}  // namespace
}  // namespace gapmap::checks
