#include "gapmap/io/read_costs.h"

#include <fmt/format.h>

#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ReadCosts : public Reading {
 protected:
  [[nodiscard]] CostsRead read(std::string const& csv) {
    CostInput input;
    input.source.path = file("costs.csv", csv);
    return read_costs(input, demands, unknown, sites, unknown);
  }
  /// "a>x:5 b>x:7".
  [[nodiscard]] std::string pairs(CostsRead const& of) const {
    std::string text;
    for (auto const& pair : of.pairs)
      text += fmt::format("{}{}>{}:{}", text.empty() ? "" : " ", demands.all()[pair.demand],
                          sites.all()[pair.site], pair.cost);
    return text;
  }

  NumberedIds demands;
  NumberedIds sites;
  Unknown unknown = Unknown::Added;
};

TEST_F(ReadCosts, AsMatrixWritesThem) {
  auto const costs = read("cell_id,place_id,distance_m\na,007,5\nb,007,7.25\na,8,0\n");
  EXPECT_EQ(pairs(costs), "a>007:5 b>007:7.25 a>8:0");
  EXPECT_EQ(costs.cost_field, "distance_m");
  EXPECT_THAT(costs.report.recognised,
              HasSubstr("costs of trips (from cell_id, to place_id, cost distance_m)"));
}

TEST_F(ReadCosts, AsPeopleTypeThem) {
  EXPECT_EQ(pairs(read("from;to;cost\na;x;1,5\nb;x;2,25\n")), "a>x:1.5 b>x:2.25");
}

TEST_F(ReadCosts, CountsRowsThatTellNothing) {
  demands.add("a");
  sites.add("x");
  unknown = Unknown::LeftOut;
  auto const costs = read("from,to,cost\na,x,1\n,x,2\na,x,\na,x,far\na,x,-3\nb,x,4\na,y,5\n");
  EXPECT_EQ(pairs(costs), "a>x:1");
  EXPECT_EQ(costs.report.rows, 7U);
  EXPECT_EQ(costs.report.rows_used, 1U);
  EXPECT_EQ(remarks_of(costs.report),
            "1 left out: no id [2]\n1 left out: no cost [3]\n1 left out: cost is not a number [4]\n"
            "1 left out: negative cost [5]\n1 left out: id that no demand has [b]\n"
            "1 left out: id that no site has [y]");
}

TEST_F(ReadCosts, NamesOptionsForUnknownColumns) {
  EXPECT_THAT(message_of<InputError>([&] { (void)read("who,where,euro\na,x,1\n"); }),
              HasSubstr("name them with `costs-from`, `costs-to`, `costs-column`"));
}

TEST_F(ReadCosts, DemandsWithUnknownWeightsAreThereAndCounted) {
  DemandInput input;
  input.source.path = file("demand.csv", "cell_id,residents\na,5\nb,\nc,-1\na,6\nd,0.5\n");
  auto const read = read_demands(input);
  EXPECT_THAT(read.ids.all(), ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(read.weights,
              ElementsAre(std::optional{5.0}, std::nullopt, std::nullopt, std::optional{0.5}));
  EXPECT_EQ(remarks_of(read.report),
            "2 used: no weight, counted as unknown [b, c]\n"
            "1 left out: id that an earlier row has as well [a]");
}

TEST_F(ReadCosts, SitesHaveNamesOrTheirIds) {
  SiteInput input;
  input.source.path = file("sites.csv", "place_id,place_name\n1,Kylä\n2,\n");
  auto const read = read_sites(input);
  EXPECT_THAT(read.names, ElementsAre("Kylä", "2"));
  EXPECT_EQ(read.report.input, "candidates");
}

}  // namespace
}  // namespace gapmap::io
