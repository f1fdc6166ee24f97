#include "benchmarks/heap_k_nearest.h"

#include <algorithm>
#include <tuple>

namespace gapmap::benchmarks {
namespace {

constexpr auto kCostliestFirst = [](auto const& a, auto const& b) {
  return std::tie(a.cost, a.label) > std::tie(b.cost, b.label);
};

}  // namespace

HeapKNearest::HeapKNearest(RoadGraph const& graph, Costs const& costs, std::size_t k)
    : graph_{graph}, costs_{costs}, k_{k}, labels_(graph.nodes() * k), found_(graph.nodes()) {}

void HeapKNearest::push(NodeId node, Millimeters cost, std::uint32_t label) {
  if (!cost.is_finite() || found_[node.value()] == k_) return;
  auto const here = labels(node);
  if (std::ranges::find(here, label, &Labelled::label) != here.end()) return;
  heap_.push_back({cost.value(), label, node});
  std::ranges::push_heap(heap_, kCostliestFirst);
}

void HeapKNearest::run(std::span<graph::Seed<Millimeters> const> seeds) {
  std::ranges::fill(found_, std::uint8_t{0});
  for (auto const& seed : seeds) push(seed.node, seed.offset, seed.label);
  while (!heap_.empty()) {
    auto const [cost, label, node] = heap_.front();
    std::ranges::pop_heap(heap_, kCostliestFirst);
    heap_.pop_back();
    auto& found = found_[node.value()];
    auto const here = labels(node);
    bool const is_known = std::ranges::find(here, label, &Labelled::label) != here.end();
    if (found == k_ || is_known) continue;
    labels_[node.value() * k_ + found++] = {cost, label};
    for (auto const edge : graph_.out(node))
      push(graph_.head(edge), Millimeters{cost} + costs_[edge], label);
  }
}

}  // namespace gapmap::benchmarks
