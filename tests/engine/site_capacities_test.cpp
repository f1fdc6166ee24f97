// Places that may be full, through tables of costs, against trying every set of them and every way
// to share out those who travel.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <map>

#include "gapmap/engine/site.h"
#include "tests/engine/front_end.h"
#include "tests/io/temporary_folder.h"
#include "tests/support/random.h"

namespace gapmap::engine {
namespace {

using ::testing::HasSubstr;

/// Sites 0 … of which the first exist, demands and what ways cost.
struct Town {
  std::size_t existing = 0;
  std::vector<std::int64_t> capacities;
  std::vector<std::int64_t> weights;
  std::vector<std::vector<std::int64_t>> costs;  ///< of demand and site; −1: no way
  std::int64_t limit = 0;
  std::uint32_t open = 0;

  [[nodiscard]] std::int64_t largest() const {
    std::int64_t most = 0;
    for (auto const& row : costs) most = std::max(most, *std::ranges::max_element(row));
    return most;
  }
  [[nodiscard]] bool is_reached(std::size_t demand, std::int64_t within) const {
    return std::ranges::any_of(costs[demand],
                               [&](std::int64_t cost) { return cost >= 0 && cost <= within; });
  }
};

Town drawn_town(Random& random) {
  Town town;
  auto const sites = random.whole(2, 5);
  town.existing = random.whole(0, 2);
  town.limit = 9;
  town.open = random.whole(0, 3);
  for (std::uint32_t s = 0; s < sites; ++s) town.capacities.push_back(random.whole(0, 5));
  auto const demands = random.whole(1, 4);
  for (std::uint32_t d = 0; d < demands; ++d) {
    town.weights.push_back(random.whole(0, 3));
    auto& row = town.costs.emplace_back();
    for (std::uint32_t s = 0; s < sites; ++s)
      row.push_back(random.chance(0.7) ? std::int64_t{random.whole(1, 14)} : -1);
  }
  return town;
}

/// What is shared out: a whole demand, or one of its weight.
struct Part {
  std::size_t demand;
  std::int64_t load;
};

std::vector<Part> parts_of(Town const& town, bool is_split) {
  std::vector<Part> parts;
  for (std::size_t d = 0; d < town.weights.size(); ++d) {
    if (!is_split) parts.push_back({d, town.weights[d]});
    for (std::int64_t unit = 0; is_split && unit < town.weights[d]; ++unit) parts.push_back({d, 1});
  }
  return parts;
}

/// The least that the parts from `next` on pay with open sites that have so much room left.
template <class Pays>
std::int64_t least_paid(Town const& town, std::vector<Part> const& parts, std::size_t next,
                        std::uint32_t open, std::vector<std::int64_t>& room, Pays const& pays) {
  if (next == parts.size()) return 0;
  auto const [demand, load] = parts[next];
  auto least = pays(demand, load, -1) + least_paid(town, parts, next + 1, open, room, pays);
  for (std::size_t s = 0; s < room.size(); ++s) {
    auto const cost = town.costs[demand][s];
    if ((open >> s & 1U) == 0 || room[s] < load || cost < 0) continue;
    room[s] -= load;
    least = std::min(
        least, pays(demand, load, cost) + least_paid(town, parts, next + 1, open, room, pays));
    room[s] += load;
  }
  return least;
}

/// The least that any allowed set pays.
template <class Pays>
std::int64_t least_of_all(Town const& town, bool is_split, Pays const& pays) {
  auto const parts = parts_of(town, is_split);
  auto const there = (1U << town.existing) - 1;
  std::optional<std::int64_t> least;
  for (std::uint32_t set = 0; set < 1U << town.capacities.size(); ++set) {
    bool const is_allowed =
        (set & there) == there &&
        static_cast<std::size_t>(std::popcount(set)) <= town.existing + town.open;
    if (!is_allowed) continue;
    auto room = town.capacities;
    auto const paid = least_paid(town, parts, 0, set, room, pays);
    least = std::min(least.value_or(paid), paid);
  }
  return *least;
}

class SiteCapacitiesOfTables : public ::testing::Test {
 protected:
  /// The job of a town, without places if none exists.
  [[nodiscard]] job::SiteJob job(Town const& town, std::string const& more) const {
    std::string places = "id,room\n";
    std::string candidates = "id,room\n";
    for (std::size_t s = 0; s < town.capacities.size(); ++s)
      (s < town.existing ? places : candidates) += fmt::format("s{},{}\n", s, town.capacities[s]);
    std::string demand = "id,weight\n";
    std::string costs = "from,to,cost\n";
    for (std::size_t d = 0; d < town.weights.size(); ++d) {
      demand += fmt::format("d{},{}\n", d, town.weights[d]);
      for (std::size_t s = 0; s < town.capacities.size(); ++s) {
        if (town.costs[d][s] >= 0) costs += fmt::format("d{},s{},{}\n", d, s, town.costs[d][s]);
      }
    }
    // A site that nobody reaches, so that no table is empty.
    costs += "nobody,s0,1\n";
    write_text(folder_.path() / "places.csv", places);
    write_text(folder_.path() / "candidates.csv", candidates + "far,9\n");
    write_text(folder_.path() / "demand.csv", demand);
    write_text(folder_.path() / "costs.csv", costs);
    auto const path = folder_.path().string();
    auto const of_places =
        town.existing == 0
            ? std::string{}
            : fmt::format(R"("places": "{}/places.csv", "place-capacity": "room",)", path);
    return job::site_job(job::read_job_object(fmt::format(
        R"({{"costs": "{0}/costs.csv", "demand": "{0}/demand.csv", "demand-weight": "weight", {1}
             "candidates": "{0}/candidates.csv", "candidate-capacity": "room", "open": {2}{3}}})",
        path, of_places, town.open, more)));
  }

 private:
  TemporaryFolder folder_;
};

void expect_sound(SiteScene const& scene, SiteResult const& result, Town const& town) {
  std::map<std::string, double> loads;
  std::map<std::string, double> shared_out;
  auto const made = tables_of(scene, result);
  for (auto const& table : made.tables) {
    for (auto const& row : table.rows) {
      if (table.name == "loads") {
        auto const load = std::get<double>(row[4]);
        EXPECT_LE(load, std::get<double>(row[3]));
        EXPECT_EQ(std::get<double>(row[5]), std::get<double>(row[3]) - load);
        loads[std::get<std::string>(row[0])] = load;
      } else if (table.name == "assignments") {
        shared_out[std::get<std::string>(row[0])] += std::get<double>(row[3]);
        bool const is_served = std::holds_alternative<std::string>(row[1]);
        EXPECT_NE(is_served, std::holds_alternative<std::string>(row[5]));
        if (is_served) loads.at(std::get<std::string>(row[1])) -= std::get<double>(row[3]);
      }
    }
  }
  for (auto const& [site, left] : loads) EXPECT_EQ(left, 0) << site;
  for (std::size_t d = 0; d < town.weights.size(); ++d)
    EXPECT_EQ(shared_out[fmt::format("d{}", d)], static_cast<double>(town.weights[d]));
}

TEST_F(SiteCapacitiesOfTables, NothingServesMoreAndNoWaysAreShorter) {
  Random random{51};
  int full = 0;
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE(round);
    auto const town = drawn_town(random);
    Listener listener;
    for (bool const is_split : {false, true}) {
      auto const split = is_split ? R"(, "split": true)" : "";
      {
        auto const scene = open(job(town, fmt::format(R"(, "limit": 9{})", split)), listener);
        auto const result = solve(scene, listener);
        auto const missed = [&](std::size_t demand, std::int64_t load, std::int64_t cost) {
          bool const is_served = cost >= 0 && cost <= town.limit;
          return is_served || !town.is_reached(demand, town.limit) ? 0 : load;
        };
        std::int64_t reached = 0;
        for (std::size_t d = 0; d < town.weights.size(); ++d)
          reached += town.is_reached(d, town.limit) ? town.weights[d] : 0;
        ASSERT_TRUE(result.plan.is_proven());
        ASSERT_EQ(result.plan.value, reached - least_of_all(town, is_split, missed));
        ASSERT_EQ(result.after, result.plan.value);
        auto now = town;
        now.open = 0;
        ASSERT_EQ(result.before, reached - least_of_all(now, is_split, missed));
        expect_sound(scene, result, town);
        full += result.no_room > 0 ? 1 : 0;
      }
      auto const scene =
          open(job(town, fmt::format(R"(, "problem": "median"{})", split)), listener);
      auto const result = solve(scene, listener);
      auto const largest = std::max<std::int64_t>(town.largest(), 0);
      auto const travel = [&](std::size_t demand, std::int64_t load, std::int64_t cost) {
        if (!town.is_reached(demand, largest)) return std::int64_t{0};
        return load * (cost < 0 ? 2 * largest : cost);
      };
      ASSERT_TRUE(result.plan.is_proven());
      ASSERT_EQ(result.plan.value,
                least_of_all(town, is_split, travel) * static_cast<std::int64_t>(scene.cost_unit));
      expect_sound(scene, result, town);
    }
  }
  EXPECT_GT(full, 10) << "places are full in many";
}

TEST_F(SiteCapacitiesOfTables, AreNeverTakenForZeroWhereTheyAreUnknown) {
  Town town{.existing = 0,
            .capacities = {3, 3},
            .weights = {2, 2},
            .costs = {{1, 1}, {1, 1}},
            .limit = 9,
            .open = 2};
  auto asked = job(town, R"(, "limit": 9)");
  auto& candidates = *asked.tables->candidates;
  write_text(candidates.source.path, "id,room\ns0,3\ns1,\n");
  Listener listener;
  auto const scene = open(asked, listener);
  EXPECT_EQ(scene.rules.statuses[SiteId{1}], SiteStatus::Excluded);
  EXPECT_EQ(solve(scene, listener).plan.value, 2) << "one of the two has room";
  write_text(candidates.source.path, "id,room\ns0,3\ns1,many\n");
  EXPECT_EQ(open(asked, listener).rules.statuses[SiteId{1}], SiteStatus::Excluded);

  town.existing = 1;
  asked = job(town, R"(, "limit": 9)");
  write_text(asked.tables->places->source.path, "id,room\ns0,\n");
  try {
    (void)open(asked, listener);
    ADD_FAILURE() << "a place that exists has no capacity";
  } catch (UsageError const& error) {
    EXPECT_THAT(error.what(), HasSubstr("places without a capacity: 1; first: s0"));
  }
}

TEST_F(SiteCapacitiesOfTables, AreRefusedWhereNoProblemAsks) {
  Town const town{.existing = 1,
                  .capacities = {3, 3},
                  .weights = {2},
                  .costs = {{1, 1}},
                  .limit = 9,
                  .open = 1};
  for (auto const* const more : {R"(, "problem": "center")", R"(, "limit": 9, "at-least": 2)",
                                 R"(, "limit": 9, "curve": 2)"})
    EXPECT_THROW((void)job(town, more), UsageError) << more;
}

}  // namespace
}  // namespace gapmap::engine
