#include "benchmarks/question.h"

#include <algorithm>
#include <random>

#include "gapmap/units/error.h"

namespace gapmap::benchmarks {

std::vector<graph::Seed<Millimeters>> seeds_of(Question const& question) {
  std::vector<graph::Seed<Millimeters>> seeds;
  for (auto const node : question.places)
    seeds.push_back({node, Millimeters{0}, static_cast<std::uint32_t>(seeds.size())});
  return seeds;
}

Question pose(std::string data_set, WeightedNetwork weighted, std::size_t count,
              std::uint64_t seed) {
  auto& [network, segment_costs, against] = weighted;
  expects(network.junctions.size() >= count, "there are junctions for all places");

  std::mt19937_64 engine{seed};
  std::vector<JunctionId> chosen;
  while (chosen.size() < count) {
    JunctionId const junction{engine() % network.junctions.size()};
    if (std::ranges::find(chosen, junction) == chosen.end()) chosen.push_back(junction);
  }

  auto const source = network.junctions.push_back(network.junctions[chosen.front()]);
  auto const first_added = segment_costs.size();
  for (auto const junction : chosen) weighted.push_segment(source, junction, Millimeters{0});

  Question question{.data_set = std::move(data_set), .graph = graph::build(network)};
  question.costs = IdVector<EdgeId, Millimeters>(question.graph.edges());
  for (auto const edge : question.costs.ids()) {
    auto const segment = question.graph.segment(edge);
    auto const leads_to_source =
        segment.value() >= first_added && question.graph.direction(edge) == Direction::Against;
    bool const is_against =
        question.graph.direction(edge) == Direction::Against && segment.value() < against.size();
    question.costs[edge] = leads_to_source ? Millimeters::infinite()
                           : is_against    ? against[segment]
                                           : segment_costs[segment];
  }
  for (auto const junction : chosen) question.places.push_back(question.graph.node(junction));
  question.source = question.graph.node(source);
  return question;
}

}  // namespace gapmap::benchmarks
