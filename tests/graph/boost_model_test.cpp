#include "gapmap/graph/boost_model.h"

#include <boost/graph/graph_concepts.hpp>
#include <map>

#include "tests/support/oracle.h"
#include "tests/support/random_network.h"

namespace gapmap::graph {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<BoostView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<BoostView>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyMapConcept<BoostWeights<EdgeCosts<Millimeters>>, BoostEdge>));

TEST(BoostView, ShowsTheSameNodesAndEdges) {
  Random random{91};
  auto const network = random_network(random);
  auto const graph = build(network);
  BoostView const view{&graph};
  ASSERT_EQ(num_vertices(view), graph.nodes());
  std::size_t edges = 0;
  auto const [first, last] = vertices(view);
  for (auto vertex = first; vertex != last; ++vertex) {
    auto const [out, end] = out_edges(*vertex, view);
    ASSERT_EQ(static_cast<std::uint32_t>(std::distance(out, end)), out_degree(*vertex, view));
    for (auto it = out; it != end; ++it, ++edges) {
      ASSERT_EQ(source(*it, view), graph.tail(EdgeId{(*it).edge}).value());
      ASSERT_EQ(target(*it, view), graph.head(EdgeId{(*it).edge}).value());
    }
  }
  EXPECT_EQ(edges, graph.edges());
}

TEST(BoostView, DijkstraOfBoostAgreesWithBellmanAndFord) {
  // The oracle of the other tests, itself against the plainest method there is.
  Random random{92};
  std::size_t reached = 0;
  for (auto const range :
       {CostRange::Ties, CostRange::Lengths, CostRange::Skewed, CostRange::Huge}) {
    auto const network = random_network(random);
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, range);
    NodeId const source = graph.node(JunctionId{std::size_t{0}});
    IdVector<NodeId, Millimeters> distance(graph.nodes(), Millimeters::infinite());
    distance[source] = Millimeters{0};
    for (std::size_t round = 0; round < graph.nodes(); ++round) {
      for (auto const edge : costs.ids()) {
        auto& head = distance[graph.head(edge)];
        head = std::min(head, distance[graph.tail(edge)] + costs[edge]);
      }
    }
    ASSERT_EQ(oracle::dijkstra(graph, costs, source), distance);
    for (auto const d : distance) reached += d.is_finite() ? 1 : 0;
  }
  EXPECT_GT(reached, 30U);
}

}  // namespace
}  // namespace gapmap::graph
