// Why somebody is not covered: a town drawn for every reason.
#include "gapmap/coverage/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>

#include "gapmap/access/attach.h"
#include "gapmap/access/components.h"
#include "gapmap/reach/own_nearest.h"
#include "gapmap/travel/variants.h"
#include "gapmap/units/error.h"
#include "tests/support/drawn_town.h"

namespace gapmap::coverage {
namespace {

/// A town, its limit, and whose places count: all that is searched for its reasons.
template <CostType Cost>
class Explained {
 public:
  Explained(DrawnTown const& town, Cost limit, std::string_view counting = {},
            Meters max_off_road = Meters{5000}, reach::Trip trip = reach::Trip::ToPlace)
      : town_{town}, trip_{trip} {
    std::vector<Point> cells;
    std::vector<Point> places;
    Clientele everybody;
    Clientele own;
    for (char const letter : town.letters()) {
      cells.push_back(town.at(letter));
      population_.push_back({.id = std::string{letter},
                             .center = cells.back(),
                             .outline = {},
                             .residents = People{1}});
      own.cells.push_back(town.cell(letter));
    }
    everybody.cells = own.cells;
    for (char const letter : town.places()) {
      auto const place = town.place(letter);
      places.push_back(town.at(letter));
      places_.push_back({.id = std::string{letter}, .name = {}, .point = places.back()});
      everybody.places.push_back(place);
      if (counting.empty() || counting.find(letter) != std::string_view::npos)
        own.places.push_back(place);
    }
    auto const pieces =
        access::find_components(town.network(), town.graph(), town.costs<Cost>(), {Meters{0}});
    access::JoinableRoads const joinable{town.network(), town.graph(), town.costs<Cost>(), pieces};
    access::AttachOptions options{.max_off_road = max_off_road,
                                  .joining = joinable.joining(Purpose::Both)};
    ends_ = {
        IdVector<CellId, Attachment>{access::attach(cells, town.network(), town.frame(), options)},
        IdVector<PlaceId, Attachment>{
            access::attach(places, town.network(), town.frame(), options)}};
    coverage_ = assess(search(town.costs<Cost>(), town.profile(), own), limit);
    look_at_other_rules(everybody, own);
    reasons_ = explain(coverage_, evidence_);
  }

  /// "b:detour c:no_road": everybody who is not covered.
  [[nodiscard]] std::string reasons() const {
    std::string text;
    for (auto const cell : reasons_.ids()) {
      if (!reasons_[cell]) continue;
      text += fmt::format("{}{}:{}", text.empty() ? "" : " ", town_.letters()[cell.value()],
                          name_of(reasons_[cell]->reason));
    }
    return text;
  }
  [[nodiscard]] CellReason<Cost> const& of(char letter) const {
    return *reasons_[town_.cell(letter)];
  }

 private:
  [[nodiscard]] ReachTable<Cost> search(EdgeCosts<Cost> const& costs, Profile const& profile,
                                        Clientele const& clientele) const {
    return reach::own_nearest<Cost>(town_.graph(), costs, ends_, profile, std::span{&clientele, 1},
                                    {.k = 1, .trip = trip_});
  }

  void look_at_other_rules(Clientele const& everybody, Clientele const& own) {
    auto const& costs = town_.costs<Cost>();
    auto const& profile = town_.profile();
    evidence_.anybody = search(costs, profile, everybody);
    evidence_.two_way = search(travel::open_both_ways(town_.graph(), costs), profile, own);
    auto other = profile.ferries == Ferries::Use ? travel::without_waiting(profile) : profile;
    other.ferries = Ferries::Use;
    evidence_.ferries =
        search(travel::weigh<Cost>(town_.network(), town_.graph(), other), other, own);
    auto without_access = profile;
    without_access.off_road_factor = 0;
    evidence_.without_access = search(costs, without_access, own);
    if constexpr (std::same_as<Cost, Milliseconds>) {
      evidence_.lengths =
          reach::own_nearest<Millimeters>(town_.graph(), town_.costs<Millimeters>(), ends_, profile,
                                          std::span{&own, 1}, {.k = 1, .trip = trip_});
    }
    evidence_.trip = trip_;
    evidence_.straight =
        reach::straight_ways(population_, places_, std::span{&own, 1}, town_.frame());
    Box everywhere;
    for (auto const& cell : population_) everywhere.extend(cell.center);
    evidence_.straight_speed = travel::fastest_within(everywhere, town_.network(), profile);
  }

  DrawnTown const& town_;
  reach::Trip trip_;
  Population population_;
  Places places_;
  reach::Ends ends_;
  Coverage<Cost> coverage_{{}, Cost{0}};
  Evidence<Cost> evidence_;
  CellReasons<Cost> reasons_;
};

constexpr Millimeters meters(std::uint32_t length) { return Millimeters{1000 * length}; }
constexpr Milliseconds minutes(std::uint32_t time) { return Milliseconds{60'000 * time}; }

/// Costs of a town are whole millimetres an edge.
void expect_about(std::optional<Millimeters> cost, double meters) {
  ASSERT_TRUE(cost.has_value());
  EXPECT_NEAR(to_natural(*cost).value(), meters, 0.01);
}

TEST(Reasons, NoPlaceNearEvenInAStraightLine) {
  auto const town = drawn_town("A----b-----c", {});
  Explained const explained{town, meters(600)};
  EXPECT_EQ(explained.reasons(), "c:no_place_near");
  EXPECT_NEAR(explained.of('c').straight.length.value(), 1100, 0.01);
  EXPECT_EQ(explained.of('c').place, town.place('A'));
  EXPECT_NEAR(*explained.of('c').detour_factor, 1, 1e-4);
}

TEST(Reasons, DetourWhereAPlaceIsNearInAStraightLine) {
  auto const town = drawn_town(R"(
      A  b
      |  |
      |  |
      c--d----e
  )");
  Explained const explained{town, meters(500)};
  EXPECT_EQ(explained.reasons(), "b:detour d:slightly_beyond e:no_place_near");
  EXPECT_NEAR(*explained.of('b').detour_factor, 3 * 3 / 3.0, 1e-3);
  EXPECT_NEAR(explained.of('b').straight.length.value(), 300, 0.01);
}

TEST(Reasons, StraightLinesAreInclusiveToo) {
  auto const town = drawn_town(R"(
      A    b
      |    |
      c----d
  )");
  auto const straight = Explained{town, meters(400)}.of('b').straight.length;
  EXPECT_EQ((Explained{town, to_cost<Millimeters>(straight.value())}.of('b').reason),
            Reason::Detour);
  EXPECT_EQ((Explained{town, Millimeters{to_cost<Millimeters>(straight.value()).value() - 1}}
                 .of('b')
                 .reason),
            Reason::NoPlaceNear);
}

TEST(Reasons, OneWayWhereTheWayBackIsShortEnough) {
  auto const town = drawn_town(R"(
      A->-b
      |   |
      c---d
  )");
  Explained const explained{town, meters(400)};
  EXPECT_EQ(explained.reasons(), "b:one_way d:no_place_near");
  expect_about(explained.of('b').two_way, 400);
  EXPECT_EQ(explained.of('d').two_way, std::nullopt) << "600 m, beyond the limit";
}

TEST(Reasons, OneWayIsNoReasonForWalkers) {
  auto const town = drawn_town("A->-b", {.profile = travel::builtin_profile(Mode::Walk)});
  EXPECT_EQ((Explained{town, meters(400)}.reasons()), "");
}

TEST(Reasons, OneWayWhereOnlyArrowsCutTheWayOff) {
  auto const town = drawn_town("A---b->-c-----d");
  Explained const explained{town, meters(800)};
  EXPECT_EQ(explained.reasons(), "c:one_way d:one_way");
  expect_about(explained.of('d').two_way, 1400);
}

TEST(Reasons, IslandWhereNoRoadLeadsToAnyPlace) {
  auto const town = drawn_town("A--b   c->-d");
  Explained const explained{town, meters(1000)};
  EXPECT_EQ(explained.reasons(), "c:island d:island");
  EXPECT_NEAR(explained.of('c').straight.length.value(), 700, 0.01);
  EXPECT_EQ(explained.of('c').detour_factor, std::nullopt);
}

TEST(Reasons, NoRoadWhereThereIsNone) {
  auto const town = drawn_town("A--b        c", {.max_off_road = Meters{300}});
  Explained const explained{town, meters(1000), {}, Meters{300}};
  EXPECT_EQ(explained.reasons(), "c:no_road");
  EXPECT_NEAR(explained.of('c').straight.length.value(), 1200, 0.01);
}

TEST(Reasons, FerryWaitWhereTheCrossingAloneIsShortEnough) {
  // 400 m at 18 km/h are 80 s; the wait is half an hour.
  auto const town = drawn_town("A--b~~~c");
  Explained const explained{town, minutes(20)};
  EXPECT_EQ(explained.reasons(), "c:ferry_wait");
  EXPECT_NEAR(to_natural(*explained.of('c').ferries).value(), 400 / 5.0 + 300 / (50 / 3.6), 0.01);
  Explained const lengths{town, meters(550)};
  EXPECT_EQ(lengths.reasons(), "c:no_place_near") << "lengths do not wait";
}

TEST(Reasons, WhereFerriesAreAvoidedTheyAreTheReason) {
  auto profile = drawn_profile();
  profile.ferries = Ferries::Avoid;
  auto const town = drawn_town(R"(
      A~~~~b
      |    |
      |    |
      c----d
  )",
                               {.profile = profile});
  Explained const explained{town, meters(700)};
  EXPECT_EQ(explained.reasons(), "b:ferry_wait d:slightly_beyond")
      << "b: 500 m with it, 1 100 m without";
  expect_about(explained.of('b').ferries, 500);
}

TEST(Reasons, AnIslandWithoutItsFerryTellsWhatTheFerryWouldDo) {
  auto profile = drawn_profile();
  profile.ferries = Ferries::Avoid;
  auto const town = drawn_town("A--b~~~c-------d", {.profile = profile});
  Explained const explained{town, meters(700)};
  EXPECT_EQ(explained.reasons(), "c:island d:island");
  expect_about(explained.of('c').ferries, 700);
  expect_about(explained.of('d').ferries, 1500);
}

TEST(Reasons, BorderWhereTheNearPlaceIsOfAnotherCounty) {
  auto const town = drawn_town("A-----b--c---D   e--F");
  EXPECT_EQ((Explained{town, meters(600)}.reasons()), "");
  Explained const own{town, meters(600), "A"};
  EXPECT_EQ(own.reasons(), "c:border D:border e:border F:border");
  EXPECT_EQ(own.of('c').place, town.place('D'));
  expect_about(own.of('c').anybody, 400);
  Explained const near{town, meters(300), "A"};
  EXPECT_EQ(near.reasons(), "b:no_place_near c:no_place_near D:border e:border F:border");
}

TEST(Reasons, WithoutAnyPlaceOfItsOwnNoPlaceIsNear) {
  auto const town = drawn_town("A---b------c");
  Explained const own{town, meters(400), "none"};
  EXPECT_EQ(own.reasons(), "A:border b:border c:no_place_near");
  EXPECT_TRUE(own.of('c').place.is_none());
  EXPECT_FALSE(own.of('c').straight.length.is_finite());
}

TEST(Reasons, TimesHoldTheStraightLineAgainstTheFastestRoad) {
  // Local roads are driven at 50 km/h: 1 500 m take 108 s, and 900 m straight 65 s.
  auto const town = drawn_town(R"(
      A        b-----c
      |        |
      |        |
      |        |
      d--------e
  )");
  Explained const explained{town, Milliseconds{70'000}};
  EXPECT_EQ(explained.reasons(), "b:detour c:no_place_near e:no_place_near");
  EXPECT_NEAR(*explained.of('b').detour_factor, 1700 / 900.0, 1e-2);
}

TEST(Reasons, FarFromRoadDataWhereTheAccessLegsExceedTheLimit) {
  auto const town = drawn_town(R"(
      A-----b


            c
  )");
  EXPECT_EQ((Explained{town, meters(700)}.reasons()), "c:far_from_road_data") << "600 m and 300 m";
  expect_about(Explained{town, meters(700)}.of('c').without_access, 600);
  EXPECT_EQ((Explained{town, meters(599)}.reasons()), "b:no_place_near c:no_place_near");
  EXPECT_EQ((Explained{town, meters(899)}.reasons()), "c:far_from_road_data");
  EXPECT_EQ((Explained{town, meters(901)}.reasons()), "");
  // 600 m at 50 km/h take 43 s, 300 m at 20 km/h 54 s.
  EXPECT_EQ((Explained{town, Milliseconds{50'000}}.reasons()), "c:far_from_road_data");
  EXPECT_EQ((Explained{town, Milliseconds{98'000}}.reasons()), "");
}

TEST(Reasons, APlaceFarFromTheRoadIsFarFromRoadDataToo) {
  auto const town = drawn_town(R"(
      b-----c


            A
  )");
  EXPECT_EQ((Explained{town, meters(700)}.reasons()), "b:far_from_road_data");
  EXPECT_EQ((Explained{town, meters(700), {}, Meters{5000}, reach::Trip::FromPlace}.reasons()),
            "b:far_from_road_data");
}

TEST(Reasons, OfARoundTripStraightLinesCountTwice) {
  auto const straight = drawn_town("A-----b");
  EXPECT_EQ((Explained{straight, meters(900), {}, Meters{5000}, reach::Trip::Round}.reasons()),
            "b:no_place_near");
  // 700 m by road, 538 m straight, and back.
  auto const bent = drawn_town(R"(
      A
      |
      c----b
  )");
  Explained const there_and_back{bent, meters(1200), {}, Meters{5000}, reach::Trip::Round};
  EXPECT_EQ(there_and_back.reasons(), "b:slightly_beyond");
  EXPECT_EQ(there_and_back.of('b').detour_factor, 1.3);
}

}  // namespace
}  // namespace gapmap::coverage
