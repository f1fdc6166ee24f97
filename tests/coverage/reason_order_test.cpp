// Which reason of several is told, and how many have it: tables written by hand.

#include "gapmap/coverage/reasons.h"

namespace gapmap::coverage {
namespace {

/// One cell, as tables written by hand have it.
class Order {
 public:
  std::optional<std::uint32_t> own, anybody, two_way, ferries, without_access;
  double straight_m = 5;
  double detour_from = kUsualDetour;
  Connection if_none = Connection::Unreachable;

  [[nodiscard]] Reason reason() const {
    auto const coverage = assess(table(own), Millimeters{10'000});
    Evidence<Millimeters> evidence;
    evidence.anybody = table(anybody);
    evidence.two_way = table(two_way);
    evidence.ferries = table(ferries);
    evidence.without_access = table(without_access);
    evidence.straight.push_back({PlaceId{std::size_t{0}}, Meters{straight_m}});
    return explain(coverage, evidence, detour_from)[CellId{std::size_t{0}}]->reason;
  }
  /// The same with a limit of 10 s, at 1 m/s straight.
  [[nodiscard]] Reason reason_in_time(std::uint32_t shortest) const {
    Evidence<Milliseconds> evidence;
    evidence.straight.push_back({PlaceId{std::size_t{0}}, Meters{straight_m}});
    evidence.straight_speed = MetersPerSecond{1};
    evidence.lengths = table(shortest);
    ReachTable<Milliseconds> times;
    times.reaches.push_back({PlaceId{std::size_t{0}}, Milliseconds{*own}});
    times.first_reach.push_back(1);
    times.connections.push_back(Connection::Reached);
    return explain(assess(times, Milliseconds{10'000}), evidence)[CellId{std::size_t{0}}]->reason;
  }

 private:
  [[nodiscard]] ReachTable<Millimeters> table(std::optional<std::uint32_t> cost) const {
    ReachTable<Millimeters> table;
    if (cost) table.reaches.push_back({PlaceId{std::size_t{0}}, Millimeters{*cost}});
    table.first_reach.push_back(cost ? 1 : 0);
    table.connections.push_back(cost ? Connection::Reached : if_none);
    return table;
  }
};

TEST(Reasons, TheFirstThatHoldsIsTold) {
  Order order{.own = 10'001,
              .anybody = 10'000,
              .two_way = 10'000,
              .ferries = 10'000,
              .without_access = 10'000};
  EXPECT_EQ(order.reason(), Reason::Border);
  order.anybody = 10'001;
  EXPECT_EQ(order.reason(), Reason::OneWay);
  order.two_way = 10'001;
  EXPECT_EQ(order.reason(), Reason::FerryWait);
  order.ferries = 10'001;
  EXPECT_EQ(order.reason(), Reason::FarFromRoadData);
  order.without_access = 10'001;
  EXPECT_EQ(order.reason(), Reason::Detour);
  order.straight_m = 7;
  EXPECT_EQ(order.reason(), Reason::SlightlyBeyond);
  order.straight_m = 10.001;
  EXPECT_EQ(order.reason(), Reason::NoPlaceNear);
  order = {.own = {}, .anybody = 10'000, .two_way = 90'000, .ferries = 10'000};
  EXPECT_EQ(order.reason(), Reason::Border);
  order.anybody = 10'001;
  EXPECT_EQ(order.reason(), Reason::OneWay) << "however long the way would be";
  order.two_way = {};
  EXPECT_EQ(order.reason(), Reason::Island);
  order.if_none = Connection::OffNetwork;
  EXPECT_EQ(order.reason(), Reason::NoRoad);
}

TEST(Reasons, ADetourBeginsAtItsFactorAsItIsTold) {
  Order order{.own = 15'000, .straight_m = 10};
  EXPECT_EQ(order.reason(), Reason::Detour) << "1.50";
  order.own = 14'950;
  EXPECT_EQ(order.reason(), Reason::Detour) << "1.495, told as 1.50";
  order.own = 14'949;
  EXPECT_EQ(order.reason(), Reason::SlightlyBeyond) << "1.49";
  order.detour_from = 1.4;
  EXPECT_EQ(order.reason(), Reason::Detour);
  order.detour_from = 20;
  EXPECT_EQ(order.reason(), Reason::SlightlyBeyond);
}

TEST(Reasons, InTimeASlowRoadIsNoDetour) {
  Order order{.own = 15'000, .straight_m = 5};
  EXPECT_EQ(order.reason_in_time(7'500), Reason::Detour) << "7.5 m by road, 5 m straight";
  EXPECT_EQ(order.reason_in_time(6'000), Reason::SlightlyBeyond) << "three times as slow";
  order.own = 15'001;
  EXPECT_EQ(order.reason_in_time(6'000), Reason::NoPlaceNear) << "that is not slightly";
  EXPECT_EQ(order.reason_in_time(7'500), Reason::Detour);
}

TEST(ReasonCounts, AddUpAndTheMainReasonIsThatOfMostResidents) {
  auto const because = [](Reason reason) {
    return std::optional{CellReason<Millimeters>{
        .reason = reason, .place = {}, .straight = {}, .detour_factor = {}}};
  };
  Population population;
  CellReasons<Millimeters> reasons;
  auto const add = [&](std::optional<People> residents, MunicipalityId municipality,
                       std::optional<CellReason<Millimeters>> const& why) {
    population.push_back({.id = {},
                          .center = {},
                          .outline = {},
                          .residents = residents,
                          .municipality = municipality});
    reasons.push_back(why);
  };
  MunicipalityId const here{std::size_t{0}};
  add(People{1}, here, because(Reason::Detour));
  add(People{2}, here, because(Reason::NoPlaceNear));
  add(People{4}, here, because(Reason::Detour));
  add(People{8}, here, {});
  add(std::nullopt, here, because(Reason::Border));
  add(People{16}, MunicipalityId::none(), because(Reason::NoRoad));
  Municipalities municipalities;
  municipalities.push_back({"1", "Here", {}});
  municipalities.push_back({"2", "Elsewhere", {}, false});
  municipalities.push_back({"3", "Nobody", {}});
  auto const summary = summarise(reasons, population, municipalities);
  ASSERT_EQ(summary.municipalities.size(), 2U);
  auto const& counts = summary.municipalities[0].counts;
  auto const of = [](ReasonCounts const& all, Reason why) {
    return all[static_cast<std::size_t>(why)];
  };
  EXPECT_EQ(of(counts, Reason::Detour).residents, People{1 + 4});
  EXPECT_EQ(of(counts, Reason::Detour).cells, 2U);
  EXPECT_EQ(of(counts, Reason::NoPlaceNear).residents, People{2});
  EXPECT_EQ(of(counts, Reason::Border).cells_without_number, 1U);
  EXPECT_EQ(of(summary.outside->counts, Reason::NoRoad).residents, People{16});
  EXPECT_EQ(of(summary.total.counts, Reason::NoRoad).residents, People{16});
  EXPECT_EQ(of(summary.total.counts, Reason::Detour).residents, People{5});
  EXPECT_EQ(main_reason(counts), Reason::Detour);
  EXPECT_EQ(main_reason(summary.total.counts), Reason::NoRoad);
}

TEST(ReasonCounts, TiesGoToMostCellsThenToTheFirst) {
  ReasonCounts counts{};
  counts[static_cast<std::size_t>(Reason::Detour)] = {.cells = 2, .residents = People{3}};
  counts[static_cast<std::size_t>(Reason::OneWay)] = {.cells = 1, .residents = People{3}};
  EXPECT_EQ(main_reason(counts), Reason::Detour);
  counts[static_cast<std::size_t>(Reason::OneWay)].cells = 2;
  EXPECT_EQ(main_reason(counts), Reason::OneWay);
}

}  // namespace
}  // namespace gapmap::coverage
