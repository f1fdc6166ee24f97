#include "benchmarks/heap_search.h"

#include <algorithm>

namespace gapmap::benchmarks {

HeapSearch::HeapSearch(RoadGraph const& graph, EdgeCosts<Millimeters> const& costs)
    : cost_(graph.nodes()), stamp_(graph.nodes()) {
  for (std::size_t n = 0; n < graph.nodes(); ++n) {
    for (auto const edge : graph.out(NodeId{n})) {
      if (!costs[edge].is_finite()) continue;
      heads_.push_back(graph.head(edge).value());
      lengths_.push_back(costs[edge].value());
    }
    first_out_.push_back(static_cast<std::uint32_t>(heads_.size()));
  }
}

void HeapSearch::run(std::span<Start const> starts, Millimeters cutoff) {
  ++now_;
  cutoff_ = cutoff.value();
  reached_.clear();
  for (auto const& [node, offset] : starts) improve(node.value(), offset.value());
  while (!heap_.empty()) {
    auto const entry = pop();
    auto const node = static_cast<std::uint32_t>(entry);
    auto const cost = entry >> 32U;
    if (cost != cost_[node]) continue;
    reached_.push_back(NodeId{node});
    auto const first = first_out_[node];
    auto const end = first_out_[node + 1];
    relaxed_ += end - first;
    for (auto e = first; e < end; ++e) improve(heads_[e], cost + lengths_[e]);
  }
}

void HeapSearch::improve(std::uint32_t node, std::uint64_t cost) {
  if (cost > cutoff_ || (stamp_[node] == now_ && cost >= cost_[node])) return;
  stamp_[node] = now_;
  cost_[node] = static_cast<std::uint32_t>(cost);
  push(cost << 32U | node);
}

void HeapSearch::push(std::uint64_t entry) {
  auto at = heap_.size();
  heap_.push_back(entry);
  while (at > 0 && entry < heap_[(at - 1) / 4]) {
    heap_[at] = heap_[(at - 1) / 4];
    at = (at - 1) / 4;
  }
  heap_[at] = entry;
}

std::uint64_t HeapSearch::pop() {
  auto const least = heap_.front();
  auto const last = heap_.back();
  heap_.pop_back();
  if (heap_.empty()) return least;
  std::size_t at = 0;
  for (auto child = 1 + 4 * at; child < heap_.size(); child = 1 + 4 * at) {
    auto const end = std::min(child + 4, heap_.size());
    auto best = child;
    for (auto c = child + 1; c < end; ++c) {
      if (heap_[c] < heap_[best]) best = c;
    }
    if (heap_[best] >= last) break;
    heap_[at] = heap_[best];
    at = best;
  }
  heap_[at] = last;
  return least;
}

}  // namespace gapmap::benchmarks
