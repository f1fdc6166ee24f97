#include "gapmap/coverage/requirements.h"

#include <gtest/gtest.h>

#include "gapmap/units/error.h"
#include "tests/support/random.h"

namespace gapmap::coverage {
namespace {

/// A table whose row c has these costs, to places 0, 1, 2 …; nothing: off the network.
ReachTable<Millimeters> table_of(std::vector<std::optional<std::vector<std::uint32_t>>> const& rows,
                                 std::size_t k) {
  ReachTable<Millimeters> table;
  for (auto const& row : rows) {
    std::uint32_t place = 0;
    if (row) {
      for (auto const cost : *row) table.reaches.push_back({PlaceId{place++}, Millimeters{cost}});
    }
    table.first_reach.push_back(static_cast<std::uint32_t>(table.reaches.size()));
    table.connections.push_back(!row           ? Connection::OffNetwork
                                : row->empty() ? Connection::Unreachable
                                               : Connection::Reached);
    table.off_road.push_back(Meters{0});
  }
  table.k = k;
  return table;
}

std::string states_of_cells(Coverage<Millimeters> const& coverage) {
  std::string text;
  for (auto const& cell : coverage.cells)
    text += (text.empty() ? "" : " ") + std::string{name_of_requirement(cell.status)};
  return text;
}

TEST(AssessRank, HoldsTheLastRequiredPlaceAgainstTheLimit) {
  auto const reach = table_of({{{100, 200}}, {{100, 201}}, {{100}}, {{}}, {std::nullopt}}, 2);
  auto const two = assess_rank(reach, Millimeters{200}, 2);
  EXPECT_EQ(states_of_cells(two), "met too_far unreachable unreachable off_network")
      << "exactly at the limit is met; one place is not two";
  EXPECT_EQ(two.cells[CellId{0}].cost, Millimeters{200});
  EXPECT_EQ(two.cells[CellId{0}].nearest, PlaceId{1});
  EXPECT_EQ(two.cells[CellId{2}].cost, std::nullopt);
  auto const one = assess_rank(reach, Millimeters{100}, 1);
  EXPECT_EQ(states_of_cells(one), "met met met unreachable off_network");
  EXPECT_EQ(states_of_cells(one), states_of_cells(assess(reach, Millimeters{100})));
}

TEST(AssessRank, NeedsAsManyAsWereLookedFor) {
  auto reach = table_of({{{100}}}, 1);
  EXPECT_THROW(static_cast<void>(assess_rank(reach, Millimeters{1}, 2)), BrokenPromise);
  EXPECT_THROW(static_cast<void>(assess_rank(reach, Millimeters{1}, 0)), BrokenPromise);
  reach.cutoff = Millimeters{500};
  EXPECT_THROW(static_cast<void>(assess_rank(reach, Millimeters{1}, 1)), BrokenPromise);
}

/// One cell a letter: m met, t too far, u unreachable, o off the network.
Fulfilment fulfilment_of(std::string const& letters) {
  Coverage<Milliseconds> coverage{.cells = {}, .limit = Milliseconds{1}};
  for (char const c : letters) {
    auto const status = c == 'm'   ? Status::Covered
                        : c == 't' ? Status::TooFar
                        : c == 'u' ? Status::Unreachable
                                   : Status::OffNetwork;
    coverage.cells.push_back({status, Milliseconds{5}});
  }
  return {coverage, 1};
}

TEST(RequirementStates, AllAreMetWhereEachIs) {
  auto const states = states_of({fulfilment_of("mmmmtttuuo"), fulfilment_of("mtuotuouoo")});
  ASSERT_EQ(states.size(), 3U);
  EXPECT_EQ(states_of_cells(states[2]),
            "met too_far unreachable off_network too_far too_far off_network unreachable "
            "off_network off_network");
  EXPECT_TRUE(states_of({}).empty());
}

/// People 1, 2, 4, 8 …: a sum names its cells.
Population people_of(std::size_t cells) {
  Population population;
  for (std::size_t c = 0; c < cells; ++c) {
    Cell cell{
        .id = std::to_string(c), .center = {}, .outline = {}, .residents = People{double(1U << c)}};
    cell.municipality = MunicipalityId{c % 2};
    population.push_back(std::move(cell));
  }
  return population;
}

TEST(RequirementFigures, SayExactlyWhoHasWhat) {
  auto const population = people_of(4);
  Municipalities municipalities;
  municipalities.push_back({"1", "Even", {}});
  municipalities.push_back({"2", "Odd", {}});
  auto const summaries = summarise_each(states_of({fulfilment_of("mmtu"), fulfilment_of("mtmm")}),
                                        population, municipalities);
  ASSERT_EQ(summaries.size(), 3U);
  EXPECT_EQ(summaries[0].total.with(Status::Covered), People{1 + 2});
  EXPECT_EQ(summaries[1].total.with(Status::Covered), People{1 + 4 + 8});
  EXPECT_EQ(summaries[2].total.with(Status::Covered), People{1});
  EXPECT_EQ(summaries[2].total.with(Status::TooFar), People{2 + 4});
  EXPECT_EQ(summaries[2].total.with(Status::Unreachable), People{8});
  EXPECT_EQ(summaries[1].municipalities[0].with(Status::Covered), People{1 + 4});
  EXPECT_EQ(summaries[1].municipalities[1].with(Status::Covered), People{8});
  EXPECT_FALSE(summaries[0].total.cost_mean) << "states have no costs";
}

TEST(RequirementFigures, EveryResidentIsInOneStateOfEach) {
  Random random{31};
  Municipalities municipalities;
  municipalities.push_back({"1", "Even", {}});
  municipalities.push_back({"2", "Odd", {}});
  std::size_t met_all = 0;
  for (int round = 0; round < 200; ++round) {
    auto population = people_of(20);
    population[CellId{std::size_t{random.whole(0, 19)}}].residents = std::nullopt;
    std::vector<Fulfilment> fulfilments;
    for (int r = 0; r < 3; ++r) {
      std::string letters;
      for (int c = 0; c < 20; ++c) letters += "mmmtuo"[random.whole(0, 5)];
      fulfilments.push_back(fulfilment_of(letters));
    }
    auto const states = states_of(fulfilments);
    auto const summaries = summarise_each(states, population, municipalities);
    for (auto const& summary : summaries) {
      People sum{0};
      for (auto const people : summary.total.by_status) sum += people;
      EXPECT_EQ(sum, summary.total.residents);
      EXPECT_EQ(summary.total.cells_without_number, 1U);
      People met{0};
      for (auto const& figures : summary.municipalities) met += figures.with(Status::Covered);
      EXPECT_EQ(met, summary.total.with(Status::Covered));
    }
    for (auto const c : population.ids()) {
      bool is_met = true;
      for (std::size_t r = 0; r < 3; ++r)
        is_met = is_met && states[r].cells[c].status == Status::Covered;
      EXPECT_EQ(states[3].cells[c].status == Status::Covered, is_met);
      met_all += is_met ? 1 : 0;
    }
  }
  EXPECT_GT(met_all, 100U);
}

TEST(AnyOf, IsMetWhereOneIsAndElseTellsOfThePlaceThatThereIs) {
  auto const states = states_of({fulfilment_of("mtuomtut"), fulfilment_of("tmmmotou")});
  EXPECT_EQ(states_of_cells(any_of({states[0], states[1]})),
            "met met met met met too_far "
            "unreachable too_far");
  EXPECT_EQ(states_of_cells(any_of({states_of({fulfilment_of("mtuo")})[0]})),
            "met too_far unreachable off_network");
  EXPECT_THROW(static_cast<void>(any_of({})), BrokenPromise);
}

}  // namespace
}  // namespace gapmap::coverage
