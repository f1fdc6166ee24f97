#include "gapmap/checks/check_roads.h"

#include <gmock/gmock.h>

#include "gapmap/access/attach.h"
#include "gapmap/network/assemble.h"
#include "tests/checks/found.h"
#include "tests/support/random_network.h"

namespace gapmap::checks {
namespace {

struct Drawn {
  std::vector<Point> line;
  RoadAttributes attributes = {};
};

RoadAttributes one_way() {
  RoadAttributes attributes;
  attributes.permitted[1] = ModeSet::of(Mode::Walk);
  return attributes;
}

Point shifted(Point p) { return {500'000 + p.x, 6'800'000 + p.y}; }

/// Roads with people and places attached to them by car; points are metres from a corner.
class Town {
 public:
  explicit Town(std::vector<Drawn> const& drawn, std::vector<Point> const& homes = {},
                std::vector<Point> const& place_points = {}) {
    network::RoadLines roads;
    for (auto const& each : drawn) {
      std::vector<Point> line;
      for (auto const p : each.line) line.push_back(shifted(p));
      roads.lines.push_back(line);
      roads.attributes.push_back(each.attributes);
    }
    built = network::assemble(roads, Ruler{test_frame()}).network;
    auto const graph = graph::build(built);
    auto const costs = travel::weigh<Millimeters>(built, graph, travel::builtin_profile(Mode::Car));
    components = access::find_components(built, graph, costs);
    access::JoinableRoads const joinable{built, graph, costs, components};
    access::AttachOptions const options{.joining = joinable.joining(Purpose::Both)};
    double residents = 1;
    for (auto const p : homes) {
      population.push_back({.id = std::to_string(population.size()),
                            .center = shifted(p),
                            .outline = {},
                            .residents = People{residents}});
      residents *= 2;
    }
    for (auto const p : place_points)
      places.push_back({std::to_string(places.size()), "Tupa", shifted(p)});
    cells = attached<CellId>(
        population, [](Cell const& cell) { return cell.center; }, options);
    attached_places = attached<PlaceId>(
        places, [](Place const& f) { return f.point; }, options);
  }
  [[nodiscard]] AttachedPeople people() const {
    return {population, cells, places, attached_places};
  }
  [[nodiscard]] std::string said_of_components() const {
    return said_of(check_components(built, components, Mode::Car, people()));
  }

  RoadNetwork built;
  Components components;
  Population population;
  Places places;
  IdVector<CellId, Attachment> cells;
  IdVector<PlaceId, Attachment> attached_places;

 private:
  template <class Id, class All, class PointOf>
  [[nodiscard]] IdVector<Id, Attachment> attached(All const& all, PointOf const& point_of,
                                                  access::AttachOptions const& options) const {
    std::vector<Point> points;
    for (auto const& each : all) points.push_back(point_of(each));
    return IdVector<Id, Attachment>{access::attach(points, built, test_frame(), options)};
  }
};

Drawn const kMain{{{0, 0}, {5000, 0}}};
Drawn const kIsland{{{0, 3000}, {2000, 3000}}};

TEST(CheckComponents, OneComponentGivesNothing) {
  EXPECT_EQ(Town({kMain}, {{100, 10}}, {{200, 10}}).said_of_components(), "");
}

TEST(CheckComponents, PeopleOnAComponentWithoutAPlaceAreUnreachable) {
  EXPECT_EQ(Town({kMain, kIsland}, {{100, 10}, {100, 2990}, {200, 2990}}, {{200, 10}})
                .said_of_components(),
            "warning roads 1 of 6: components that do not connect by car and have no place: their "
            "residents are unreachable [(500000, 6803000): 2.0 km, 6 residents, 0 places]");
}

TEST(CheckComponents, AComponentWithAPlaceOrNobodyIsANote) {
  EXPECT_EQ(Town({kMain, kIsland}, {{100, 10}, {100, 2990}}, {{200, 10}, {300, 2990}})
                .said_of_components(),
            "note roads 1 of 2: components that do not connect by car but have places or nobody on "
            "them [(500000, 6803000): 2.0 km, 2 residents, 1 place]");
  EXPECT_EQ(Town({kMain, kIsland}, {{100, 10}}, {{200, 10}}).said_of_components(),
            "note roads 1 of 0: components that do not connect by car but have places or nobody on "
            "them [(500000, 6803000): 2.0 km, 0 residents, 0 places]");
}

TEST(CheckComponents, SmallComponentsAreCounted) {
  EXPECT_EQ(
      Town({kMain, {{{0, 3000}, {500, 3000}}}}, {{100, 10}}, {{200, 10}}).said_of_components(),
      "note roads 1: small components that connect to nothing, 0.5 km in all: not attached to");
}

TEST(CheckNearMisses, UnderAMetre) {
  EXPECT_EQ(said_of(check_near_misses(Town({kMain, {{{5000, 0}, {5000, 900}}}}).built)), "");
  EXPECT_EQ(said_of(check_near_misses(Town({kMain, {{{500, 0.5}, {500, 900}}}}).built)),
            "warning roads 1: dead ends on or within 1 m of another road that do not connect to it "
            "[(500500, "
            "6800000), 0.50 m]");
}

TEST(CheckSpeeds, NobodyDrives) {
  EXPECT_EQ(said_of(check_speeds(Town({kMain}).built)), "");
  EXPECT_EQ(said_of(check_speeds(Town({{{{0, 0}, {5000, 0}}, {.speed_limit = {200, 200}}}}).built)),
            "warning roads 1: speed limits outside 5 to 120 km/h, or ferries slower than 3 or "
            "faster than 60 km/h [(500000, 6800000): 200 km/h]");
}

/// Streets a hundred metres apart both ways.
std::vector<Drawn> streets(double step) {
  std::vector<Drawn> drawn;
  for (int i = 0; i < 20; ++i) {
    std::vector<Point> across;
    std::vector<Point> up;
    for (int k = 0; k < 20; ++k) {
      across.push_back({k * step, i * step});
      up.push_back({i * step, k * step});
    }
    drawn.push_back({across});
    drawn.push_back({up});
  }
  return drawn;
}

TEST(CheckOneWay, StreetsWithoutAnyAreOdd) {
  auto drawn = streets(100);
  EXPECT_EQ(said_of(check_one_way(Town(drawn).built, Mode::Car)),
            "warning roads 756: streets, but none is one-way by car: ways there may come out too "
            "short");
  EXPECT_EQ(said_of(check_one_way(Town(drawn).built, Mode::Walk)), "");
  drawn.push_back({{{0, 0}, {-100, -100}}, one_way()});
  EXPECT_EQ(said_of(check_one_way(Town(drawn).built, Mode::Car)), "");
}

TEST(CheckOneWay, CountryRoadsNeedNone) {
  EXPECT_EQ(said_of(check_one_way(Town(streets(1000)).built, Mode::Car)), "");
  EXPECT_EQ(said_of(check_one_way(Town({kMain}).built, Mode::Car)), "");
}

TEST(CheckOffRoad, HomesAndPlacesFarFromRoads) {
  Town const near({kMain}, {{100, 4990}}, {{200, 10}});
  EXPECT_EQ(said_of(check_off_road(near.people(), Meters{5000})), "");
  Town const far({kMain}, {{100, 6000}, {100, 10}}, {{200, 10}, {300, 7000}});
  EXPECT_EQ(said_of(check_off_road(far.people(), Meters{5000})),
            "warning population 1 of 1: cells farther than 5 km from every road: 33.33 % of "
            "residents are off the network [0]\n"
            "warning places 1: places farther than 5 km from every road: nobody reaches them [1 "
            "(Tupa)]");
  Town const elsewhere({kMain}, {{100, 10}}, {{200, 10}, {300, 90'000}});
  EXPECT_EQ(said_of(check_off_road(elsewhere.people(), Meters{5000})), "")
      << "a place of another region, whose roads are not here";
  Town const none({kMain}, {{100, 10}}, {{300, 7000}});
  EXPECT_TRUE(said_of(check_off_road(none.people(), Meters{5000})).starts_with("error places 1"));
}

TEST(CheckAccessLegs, NearTheRoadsGivesNothing) {
  Town const near({kMain}, {{100, 499}});
  EXPECT_EQ(said_of(check_access_legs(near.built, Mode::Car, near.people(), io::DataKind::Other)),
            "");
}

TEST(CheckAccessLegs, TellsHowManyLiveFarFromEveryRoad) {
  Town const far({kMain}, {{100, 501}, {100, 10}, {100, 9000}});
  EXPECT_EQ(said_of(check_access_legs(far.built, Mode::Car, far.people(), io::DataKind::Other)),
            "warning roads 2 of 5: cells more than 500 m from every road that the data have for "
            "going by car: 71.4 % of residents begin with a straight line, as an assumption has it "
            "[0; 2]");
  std::vector<Point> many(7, {100, 10});
  many[0] = {100, 600};
  Town const few({kMain}, many);
  EXPECT_TRUE(said_of(check_access_legs(few.built, Mode::Car, few.people(), io::DataKind::Other))
                  .starts_with("note roads 1 of 1"))
      << "1 of 127";
}

TEST(CheckAccessLegs, AdvisesWhatTheseRoadsAreNot) {
  auto const advice = [](RoadClass road_class, io::DataKind kind) {
    Town const town({{kMain.line, {road_class}}}, {{100, 600}});
    return check_access_legs(town.built, Mode::Car, town.people(), kind).at(0).advice;
  };
  using ::testing::HasSubstr;
  using ::testing::Not;
  EXPECT_THAT(advice(RoadClass::Tertiary, io::DataKind::GeneralMap),
              AllOf(HasSubstr("numbered roads without private ones"), HasSubstr("Digiroad"),
                    HasSubstr("topographic"), HasSubstr("OpenStreetMap")));
  EXPECT_THAT(
      advice(RoadClass::Residential, io::DataKind::OpenStreetMap),
      AllOf(Not(HasSubstr("numbered")), Not(HasSubstr("OpenStreetMap")), HasSubstr("Digiroad")));
  EXPECT_THAT(advice(RoadClass::Track, io::DataKind::Digiroad),
              AllOf(HasSubstr("OpenStreetMap"), Not(HasSubstr("Digiroad"))));
}

}  // namespace
}  // namespace gapmap::checks
