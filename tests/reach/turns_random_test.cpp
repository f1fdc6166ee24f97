// Every search beside one over whole histories, on random networks with random forbidden turns.
#include <algorithm>
#include <cmath>

#include "gapmap/graph/reversed.h"
#include "gapmap/reach/editable_nearest.h"
#include "gapmap/reach/flows.h"
#include "gapmap/reach/isochrone.h"
#include "gapmap/reach/k_nearest.h"
#include "gapmap/reach/matrix.h"
#include "gapmap/reach/own_nearest.h"
#include "tests/reach/flow_people.h"
#include "tests/support/forbidden_turns.h"
#include "tests/support/random_ends.h"
#include "tests/support/random_network.h"

namespace gapmap::reach {
namespace {

using network::BoundTurn;
using network::DirectedSegment;
using network::TurnKind;

/// A dense town: short ways round, so that turns matter.
RoadNetwork random_town(Random& random) {
  RoadNetwork network;
  Ruler const ruler{test_frame()};
  auto const side = random.whole(2, 4);
  for (std::uint32_t y = 0; y < side; ++y) {
    for (std::uint32_t x = 0; x < side; ++x)
      network.junctions.push_back({500'000 + 100.0 * x + std::floor(random.real(-30, 30)),
                                   6'800'000 + 100.0 * y + std::floor(random.real(-30, 30))});
  }
  auto const add = [&](std::uint32_t from, std::uint32_t to) {
    RoadAttributes road{random.chance(0.3) ? RoadClass::Primary : RoadClass::Local};
    if (random.chance(0.25)) road.permitted[random.whole(0, 1)] = ModeSet::of(Mode::Walk);
    if (random.chance(0.05))
      for (auto& permitted : road.permitted) permitted.erase(Mode::Car);
    auto const a = network.junctions[JunctionId{from}];
    auto const b = network.junctions[JunctionId{to}];
    append_shape(network, ruler,
                 from == to ? std::vector<Point>{a, {a.x + 20, a.y + 9}, {a.x, a.y + 25}, a}
                            : std::vector<Point>{a, b});
    network.segments.push_back({JunctionId{from}, JunctionId{to}, road});
  };
  for (std::uint32_t y = 0; y < side; ++y) {
    for (std::uint32_t x = 0; x < side; ++x) {
      auto const at = y * side + x;
      if (x + 1 < side && random.chance(0.85)) add(at, at + 1);
      if (y + 1 < side && random.chance(0.85)) add(at + side, at);
      if (x + 1 < side && random.chance(0.1)) add(at + 1, at);  // a second one beside it
      if (random.chance(0.04)) add(at, at);
    }
  }
  if (network.segments.empty()) add(0, 1);
  return network;
}

std::vector<BoundTurn> random_turns(Random& random, RoadNetwork const& network) {
  oracle::ForbiddenTurns const free{network, {}, Mode::Walk};
  std::vector<BoundTurn> turns;
  for (auto left = random.whole(0, 16); left > 0; --left) {
    DirectedSegment at{
        SegmentId{random.whole(0, static_cast<std::uint32_t>(network.segments.size() - 1))},
        random.chance(0.5) ? Direction::Along : Direction::Against};
    BoundTurn turn{static_cast<TurnKind>(random.whole(0, 2)), ModeSet::of(Mode::Car), {at}};
    if (random.chance(0.6)) turn.binds.insert(Mode::Bike);
    for (auto steps = random.chance(0.6) ? 1U : random.whole(2, 3); steps > 0; --steps) {
      auto out = free.out_of(free.head(turn.path.back()));
      if (turn.kind != TurnKind::NoUTurn || turn.path.size() > 1)
        std::erase(out, turn.path.back().reversed());
      if (out.empty()) break;
      turn.path.push_back(out[random.whole(0, static_cast<std::uint32_t>(out.size() - 1))]);
    }
    // As turns are bound: only those who may travel all of it.
    for (auto const step : turn.path)
      turn.binds = turn.binds & network.segments[step.segment].attributes.permits(step.direction);
    if (turn.path.size() > 1 && !turn.binds.is_empty()) turns.push_back(turn);
  }
  return turns;
}

template <CostType Cost>
struct Town {
  explicit Town(Random& random)
      : plain{random_town(random)},
        turns{random_turns(random, plain)},
        profile{travel::builtin_profile(random.chance(0.6)   ? Mode::Car
                                        : random.chance(0.6) ? Mode::Bike
                                                             : Mode::Walk)},
        plain_graph{graph::build(plain)},
        plain_costs{travel::weigh<Cost>(plain, plain_graph, profile)},
        network{split(plain, turns)},
        graph{graph::build(network)},
        costs{travel::weigh<Cost>(network, graph, profile)},
        rules{plain, turns, profile.mode} {
    for (auto left = random.whole(1, 10); left > 0; --left) ends.cells.push_back(anywhere(random));
    for (auto left = random.whole(1, 4); left > 0; --left) ends.places.push_back(anywhere(random));
    oracle::HistorySearch<Cost> const search{plain, plain_graph, plain_costs, rules};
    std::vector<Attachment> const cells{ends.cells.begin(), ends.cells.end()};
    std::vector<Attachment> const places{ends.places.begin(), ends.places.end()};
    for (auto const& at : cells) there.push_back(search.from(at, places));
    for (auto const& at : places) back.push_back(search.from(at, cells));
  }

  static RoadNetwork split(RoadNetwork network, std::vector<BoundTurn> const& turns) {
    network::split_junctions(network, turns);
    return network;
  }

  /// Never at a junction, where the road one came by is not said.
  [[nodiscard]] Attachment anywhere(Random& random) const {
    auto const last = static_cast<std::uint32_t>(plain.segments.size() - 1);
    return Attachment::on(plain, SegmentId{random.whole(0, last)}, random.real(0.05, 0.95),
                          Meters{random.chance(0.5) ? 0 : random.real(0, 30)});
  }

  [[nodiscard]] Cost leg(Attachment const& at) const {
    return travel::weigh_off_road<Cost>(at.off_road, profile);
  }
  [[nodiscard]] Cost cost(CellId cell, PlaceId place, Trip trip) const {
    auto const c = cell.value();
    auto const f = place.value();
    auto const legs = leg(ends.cells[cell]) + leg(ends.places[place]);
    switch (trip) {
      case Trip::ToPlace:
        return there[c][f] + legs;
      case Trip::FromPlace:
        return back[f][c] + legs;
      case Trip::Round:
        break;
    }
    return there[c][f] + back[f][c] + legs + legs;
  }
  /// Of all, those that can be reached, by cost, then PlaceId.
  [[nodiscard]] std::vector<Reach<Cost>> all(CellId cell, Trip trip) const {
    std::vector<Reach<Cost>> all;
    for (auto const f : ends.places.ids()) {
      if (auto const c = cost(cell, f, trip); c.is_finite()) all.push_back({f, c});
    }
    std::ranges::sort(all, [](auto const& a, auto const& b) {
      return std::pair{a.cost, a.place} < std::pair{b.cost, b.place};
    });
    return all;
  }

  RoadNetwork plain;
  std::vector<BoundTurn> turns;
  Profile profile;
  RoadGraph plain_graph;
  EdgeCosts<Cost> plain_costs;
  RoadNetwork network;
  RoadGraph graph;
  EdgeCosts<Cost> costs;
  oracle::ForbiddenTurns rules;
  Ends ends;
  std::vector<std::vector<Cost>> there;
  std::vector<std::vector<Cost>> back;
};

template <class Cost>
class ForbiddenTurnsOnRandomTowns : public testing::Test {};
TYPED_TEST_SUITE(ForbiddenTurnsOnRandomTowns, BothCosts);

TYPED_TEST(ForbiddenTurnsOnRandomTowns, AreObeyedByEverySearchOfPlaces) {
  using Cost = TypeParam;
  Random random{411};
  std::size_t longer = 0;
  std::size_t cut_off = 0;
  std::size_t rules = 0;
  for (int round = 0; round < 120; ++round) {
    Town<Cost> const town{random};
    rules += town.rules.count();
    auto const free = nearest(town.plain_graph, town.plain_costs, town.ends, town.profile);
    for (auto const trip : kTrips) {
      auto const found = nearest(town.graph, town.costs, town.ends, town.profile, {.trip = trip});
      auto const three =
          k_nearest<Cost>(town.graph, town.costs, town.ends, town.profile, {.k = 3, .trip = trip});
      auto const pairs =
          matrix<Cost>(town.graph, town.costs, town.ends, town.profile, {.trip = trip});
      for (auto const cell : town.ends.cells.ids()) {
        auto const all = town.all(cell, trip);
        auto const first = all.empty() ? std::nullopt : std::optional{all.front()};
        ASSERT_EQ(found.nearest(cell), first) << "round " << round << ", cell " << cell.value()
                                              << ", trip " << static_cast<int>(trip);
        ASSERT_TRUE(std::ranges::equal(pairs.row(cell), all)) << "round " << round;
        ASSERT_TRUE(std::ranges::equal(three.row(cell),
                                       std::span{all}.first(std::min<std::size_t>(3, all.size()))))
            << "round " << round;
        if (trip != Trip::ToPlace || !free.nearest(cell)) continue;
        cut_off += first ? 0 : 1;
        longer += first && first->cost > free.nearest(cell)->cost ? 1 : 0;
      }
    }
  }
  EXPECT_GT(rules, 1000U);
  EXPECT_GT(longer, 25U);
  EXPECT_GT(cut_off, 5U);
}

/// Beside ways on which rules alone hold, and ways on which nobody ever turns round.
TYPED_TEST(ForbiddenTurnsOnRandomTowns, AreNotEvadedByTurningRound) {
  using Cost = TypeParam;
  using enum oracle::ForbiddenTurns::TurningRound;
  Random random{415};
  std::size_t longer = 0;       // than by turning round anywhere
  std::size_t never_round = 0;  // as long as without ever turning round
  std::size_t round_once = 0;   // shorter: at the dead ends of those who have no other way
  std::size_t cut_off = 0;      // for a way round that others must not take
  for (int round = 0; round < 400; ++round) {
    Town<Cost> const town{random};
    oracle::ForbiddenTurns const anywhere{town.plain, town.turns, town.profile.mode, Anywhere};
    oracle::ForbiddenTurns const nowhere{town.plain, town.turns, town.profile.mode, Nowhere};
    using Search = oracle::HistorySearch<Cost>;
    Search const by_rules{town.plain, town.plain_graph, town.plain_costs, anywhere};
    Search const strict{town.plain, town.plain_graph, town.plain_costs, nowhere};
    std::vector<Attachment> const places{town.ends.places.begin(), town.ends.places.end()};
    for (auto const cell : town.ends.cells.ids()) {
      auto const least = by_rules.from(town.ends.cells[cell], places);
      auto const most = strict.from(town.ends.cells[cell], places);
      for (std::size_t p = 0; p < places.size(); ++p) {
        auto const cost = town.there[cell.value()][p];
        ASSERT_LE(least[p], cost) << "round " << round;
        ASSERT_LE(cost, most[p]) << "round " << round;
        if (most[p].is_finite()) ++(cost == most[p] ? never_round : round_once);
        longer += cost.is_finite() && least[p] < cost ? 1 : 0;
        cut_off += least[p].is_finite() && !cost.is_finite() ? 1 : 0;
      }
    }
  }
  EXPECT_GT(longer, 40U);
  EXPECT_GT(never_round, 4000U);
  EXPECT_LT(round_once, 20U);
  EXPECT_LT(cut_off, 10U);
}

TYPED_TEST(ForbiddenTurnsOnRandomTowns, AreObeyedWhilePlacesComeAndGo) {
  using Cost = TypeParam;
  Random random{412};
  std::size_t edits = 0;
  for (int round = 0; round < 80; ++round) {
    Town<Cost> const town{random};
    auto const trip = round % 2 == 0 ? Trip::ToPlace : Trip::FromPlace;
    EditableNearest<Cost> editable{town.graph, town.costs, town.ends, town.profile, {.trip = trip}};
    std::vector<PlaceId> there;
    for (auto const f : town.ends.places.ids()) there.push_back(f);
    for (int edit = 0; edit < 8; ++edit, ++edits) {
      auto const f =
          PlaceId{random.whole(0, static_cast<std::uint32_t>(town.ends.places.size() - 1))};
      if (auto const at = std::ranges::find(there, f); at != there.end()) {
        editable.remove(f);
        there.erase(at);
      } else {
        editable.move(f, town.ends.places[f]);
        there.push_back(f);
      }
      for (auto const cell : town.ends.cells.ids()) {
        auto all = town.all(cell, trip);
        std::erase_if(all, [&](auto const& reach) {
          return std::ranges::find(there, reach.place) == there.end();
        });
        ASSERT_EQ(editable.nearest(cell), all.empty() ? std::nullopt : std::optional{all.front()})
            << "round " << round << ", edit " << edit;
      }
    }
  }
  EXPECT_EQ(edits, 640U);
}

TYPED_TEST(ForbiddenTurnsOnRandomTowns, BoundWhatCanBeReachedWithinALimit) {
  using Cost = TypeParam;
  Random random{413};
  std::size_t within = 0;
  std::size_t beyond = 0;
  for (int round = 0; round < 80; ++round) {
    Town<Cost> const town{random};
    IsochroneSearch<Cost> search{town.graph, town.costs, town.profile};
    oracle::HistorySearch<Cost> const oracle{town.plain, town.plain_graph, town.plain_costs,
                                             town.rules};
    std::vector<Attachment> probes;
    for (int i = 0; i < 40; ++i) {
      probes.push_back(town.anywhere(random));
      probes.back().off_road = Meters{0};
    }
    auto const& place = town.ends.places[PlaceId{std::size_t{0}}];
    auto const costs = oracle.from(place, probes);
    Cost const limit{static_cast<typename Cost::rep>(random.whole(20'000, 400'000))};
    std::array const limits{limit};
    std::array const places{place};
    auto const stretches = search.run(places, limits);
    for (std::size_t p = 0; p < probes.size(); ++p) {
      auto const cost = costs[p] + town.leg(place);
      // Costs are whole numbers, stretches are not.
      if (cost.is_finite() &&
          std::abs(static_cast<double>(cost.value()) - static_cast<double>(limit.value())) <= 4)
        continue;
      bool const is_in = std::ranges::any_of(stretches, [&](auto const& stretch) {
        return stretch.segment == probes[p].segment && stretch.from <= probes[p].fraction &&
               probes[p].fraction <= stretch.to;
      });
      ASSERT_EQ(is_in, cost <= limit) << "round " << round << ", probe " << p;
      ++(is_in ? within : beyond);
    }
  }
  EXPECT_GT(within, 300U);
  EXPECT_GT(beyond, 300U);
}

TEST(FlowsPastForbiddenTurns, AddUpToResidentsByDistance) {
  Random random{414};
  std::size_t travelled = 0;
  for (int round = 0; round < 150; ++round) {
    Town<Millimeters> const town{random};
    auto const trip = round % 2 == 1 ? Trip::FromPlace : Trip::ToPlace;
    std::vector const clienteles{everybody(town.ends)};
    auto const population = powers(town.ends.cells.size());
    auto const reach = own_nearest<Millimeters>(town.graph, town.costs, town.ends, town.profile,
                                                clienteles, {.k = 1, .trip = trip});
    auto const found =
        flows<Millimeters>(town.graph, town.costs, town.ends, town.profile, clienteles, population,
                           reach, {.limit = Millimeters{1}, .trip = trip});
    double by_length = 0;
    for (auto const s : found.ids()) {
      if (found[s].cells == 0) continue;
      ASSERT_LT(s.value(), town.plain.segments.size()) << "people are on roads, not on copies";
      ASSERT_LE(found[s].cells, town.ends.cells.size());
      auto const along = town.plain_costs[town.plain_graph.edge(town.plain, s, Direction::Along)];
      auto const against =
          town.plain_costs[town.plain_graph.edge(town.plain, s, Direction::Against)];
      by_length += found[s].travelled * std::min(along, against).value();
    }
    double by_distance = 0;
    double roundings = 0;  // a millimetre at most at each end of a way
    for (auto const cell : population.ids()) {
      auto const nearest = reach.nearest(cell);
      if (!nearest) continue;
      double const residents = population[cell].residents->value();
      by_distance += residents * (static_cast<double>(nearest->cost.value()) -
                                  town.leg(town.ends.cells[cell]).value() -
                                  town.leg(town.ends.places[nearest->place]).value());
      roundings += 2 * residents;
    }
    ASSERT_NEAR(by_length, by_distance, roundings) << "round " << round;
    travelled += by_distance > 0 ? 1 : 0;
  }
  EXPECT_GT(travelled, 100U);
}

}  // namespace
}  // namespace gapmap::reach
