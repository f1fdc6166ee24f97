// A classical instance: 205 census tracts and 16 candidate stores of San Francisco, along roads.
// Its optima were published with spopt (geodata/san-francisco/SOURCES.md).

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "gapmap/siting/problems.h"

namespace gapmap::siting {
namespace {

class SanFrancisco : public ::testing::Test {
 protected:
  SanFrancisco() {
    std::ifstream file{GAPMAP_SOURCE_DIR "/geodata/san-francisco/distances.csv"};
    std::string line;
    std::getline(file, line);
    std::map<std::string, std::size_t> stores;
    std::map<std::string, std::map<std::size_t, double>> rows;
    std::map<std::string, std::int64_t> demand;
    while (std::getline(file, line)) {
      std::istringstream cells{line};
      std::string distance;
      std::string store;
      std::string tract;
      std::string weight;
      std::getline(cells, distance, ',');
      std::getline(cells, store, ',');
      std::getline(cells, tract, ',');
      std::getline(cells, weight, ',');
      auto const number = stores.try_emplace(store, stores.size()).first->second;
      rows[tract][number] = std::stod(distance);
      demand[tract] = std::stoll(weight);
    }
    costs.site_count = stores.size();
    for (auto const& [tract, row] : rows) {
      std::vector<SiteCosts::Pair> pairs;
      for (auto const& [store, distance] : row)
        pairs.push_back({SiteId{store}, std::llround(distance * kMicrometres)});
      costs.add(demand[tract], std::move(pairs));
      distances.push_back(row);
    }
  }

  /// The table without pairs beyond a limit in metres.
  [[nodiscard]] SiteCosts within(double limit) const {
    SiteCosts near;
    near.site_count = costs.site_count;
    for (auto const demand : costs.weights.ids()) {
      std::vector<SiteCosts::Pair> row;
      for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
        auto const pair = costs.at(demand, k);
        if (static_cast<double>(pair.cost) <= limit * kMicrometres) row.push_back(pair);
      }
      near.add(costs.weights[demand], std::move(row));
    }
    return near;
  }

  static constexpr double kMicrometres = 1e6;
  SiteCosts costs;
  std::vector<std::map<std::size_t, double>> distances;  ///< as the file has them
  Effort effort;
};

TEST_F(SanFrancisco, HasAllPairs) {
  ASSERT_EQ(costs.weights.size(), 205U);
  ASSERT_EQ(costs.site_count, 16U);
  ASSERT_EQ(costs.sites.size(), 3280U);
}

TEST_F(SanFrancisco, PMedianOfFour) {
  auto const plan = p_median(costs, {.most = 4}, effort);
  EXPECT_TRUE(plan.is_proven());
  double sum = 0;
  for (std::size_t d = 0; d < distances.size(); ++d) {
    auto nearest = std::numeric_limits<double>::infinity();
    for (auto const site : plan.opened) nearest = std::min(nearest, distances[d].at(site.value()));
    sum += nearest * static_cast<double>(costs.weights[DemandId{d}]);
  }
  EXPECT_NEAR(sum, 2848268129.7145, 0.0001);
}

TEST_F(SanFrancisco, PCenterOfFour) {
  auto const plan = p_center(costs, {.most = 4}, effort);
  ASSERT_TRUE(plan.has_value());
  EXPECT_TRUE(plan->is_proven());
  EXPECT_NEAR(static_cast<double>(plan->value) / kMicrometres, 7403.06, 0.005);
}

TEST_F(SanFrancisco, FourStoresWithinFiveKilometres) {
  auto const plan = maximal_covering(within(5000), {.most = 4}, effort);
  EXPECT_TRUE(plan.is_proven());
  EXPECT_EQ(plan.value, 875'247);
}

TEST_F(SanFrancisco, EightStoresServeEverybodyWithinFiveKilometres) {
  auto const near = within(5000);
  auto const plan = set_covering(near, {}, effort);
  EXPECT_TRUE(plan.is_proven());
  EXPECT_EQ(plan.value, 8);
  EXPECT_TRUE(unservable(near, {}).empty());
}

}  // namespace
}  // namespace gapmap::siting
