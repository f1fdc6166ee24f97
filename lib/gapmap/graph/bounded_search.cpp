#include "gapmap/graph/bounded_search.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <bit>

#include "gapmap/graph/reversed.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::graph {

/// Fills the rows of consecutive nodes.
template <CostType Cost>
class SearchRows<Cost>::Maker {
 public:
  /// `costs` must be in the direction of the search.
  Maker(RoadGraph const& graph, IdVector<EdgeId, Cost> const& costs, SearchRows& rows)
      : graph_{graph}, costs_{costs}, rows_{rows} {}

  struct Sum {
    std::uint64_t cost = 0;
    std::uint64_t edges = 0;
  };

  [[nodiscard]] Sum fill(std::size_t first, std::size_t end) {
    Sum sum;
    std::vector<Edge> edges;
    for (std::size_t n = first; n < end; ++n) {
      edges_from(NodeId{n}, edges);
      for (auto const& edge : edges) sum.cost += edge.cost;
      sum.edges += edges.size();
      place(NodeId{n}, edges);
    }
    return sum;
  }

 private:
  /// Whether an edge can be travelled; loops are left out as they lead nowhere.
  [[nodiscard]] bool is_open(NodeId from, EdgeId edge) const {
    return graph_.head(edge) != from && costs_[edge].is_finite();
  }
  /// Whether the only way on from `node`, coming from `from`, is back. Nodes with very many edges
  /// come from damaged data: they are not looked through for every edge that leads there.
  [[nodiscard]] bool is_dead_end(NodeId from, NodeId node) const {
    constexpr std::size_t kMostLookedAt = 64;
    if (graph_.out(node).size() > kMostLookedAt) return false;
    for (auto const edge : graph_.out(node)) {
      if (graph_.head(edge) != from && is_open(node, edge)) return false;
    }
    return true;
  }

  void edges_from(NodeId node, std::vector<Edge>& edges) const {
    edges.clear();
    for (auto const edge : graph_.out(node)) {
      if (!is_open(node, edge)) continue;
      auto const head = graph_.head(edge);
      bool const is_dead_end = this->is_dead_end(node, head);
      bool const is_wanted = rows_.is_wanted(head);
      if (is_dead_end && !is_wanted) continue;
      edges.push_back({head.value() | (is_dead_end ? kDeadEnd : 0) | (is_wanted ? kWanted : 0),
                       costs_[edge].value()});
    }
  }

  void place(NodeId node, std::vector<Edge> const& edges) {
    auto& row = rows_.rows_[node.value()].edges;
    row.fill({node.value(), kClosed});
    auto const here = edges.size() > kPerRow ? kPerRow - 1 : edges.size();
    std::copy_n(edges.begin(), here, row.begin());
    if (edges.size() <= kPerRow) return;
    // Every crowded node has a place of its own, so that threads do not collide.
    auto const at = rows_.crowded_place(node);
    row.back() = {kMore | static_cast<std::uint32_t>(at), kClosed};
    rows_.more_[at].assign(edges.begin() + kPerRow - 1, edges.end());
  }

  RoadGraph const& graph_;
  IdVector<EdgeId, Cost> const& costs_;
  SearchRows& rows_;
};

template <CostType Cost>
SearchRows<Cost>::SearchRows(RoadGraph const& graph, IdVector<EdgeId, Cost> const& costs,
                             Heading heading, IdVector<NodeId, char> is_wanted)
    : rows_(graph.nodes()), is_wanted_{std::move(is_wanted)} {
  expects(costs.size() == graph.edges(), "a search needs the costs of this very graph");
  expects(is_wanted_.size() == graph.nodes(), "a search needs one mark a node");
  expects(graph.nodes() <= kNode, "a search has fewer than 2^29 nodes");
  wanted_ = static_cast<std::size_t>(
      std::count_if(is_wanted_.begin(), is_wanted_.end(), [](char mark) { return mark != 0; }));
  auto const first_out = graph.first_out();
  for (std::size_t n = 0; n < rows_.size(); ++n) {
    if (first_out[n + 1] - first_out[n] > kPerRow) crowded_.push_back(NodeId{n});
  }
  more_.resize(crowded_.size());

  bool const is_with_travel = heading == Heading::WithTravel;
  auto const against = is_with_travel ? IdVector<EdgeId, Cost>{} : reversed(graph, costs);
  Maker maker{graph, is_with_travel ? costs : against, *this};
  using Sum = typename Maker::Sum;
  using Range = tbb::blocked_range<std::size_t>;
  auto const sum = tbb::parallel_reduce(
      Range{0, rows_.size()}, Sum{}, handed_on([&](Range const& nodes, Sum before) {
        auto const here = maker.fill(nodes.begin(), nodes.end());
        return Sum{before.cost + here.cost, before.edges + here.edges};
      }),
      [](Sum a, Sum b) {
        return Sum{a.cost + b.cost, a.edges + b.edges};
      });
  if (sum.edges > 0) {
    mean_cost_ =
        Cost{static_cast<typename Cost::rep>(std::max<std::uint64_t>(1, sum.cost / sum.edges))};
  }
}

template <CostType Cost>
std::size_t SearchRows<Cost>::crowded_place(NodeId node) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(crowded_, node) - crowded_.begin());
}

template <CostType Cost>
BoundedSearch<Cost>::BoundedSearch(SearchRows<Cost> const& rows, Cost cutoff)
    : rows_{rows},
      cutoff_{cutoff.is_finite() ? cutoff.value() : Cost::infinite().value() - 1},
      shift_{static_cast<unsigned>(std::bit_width(rows.mean_cost().value()))},
      base_{kUnreached},
      best_(rows.nodes(), kUnreached),
      reached_(rows.wanted() + 1) {
  auto const bits = static_cast<unsigned>(std::bit_width(cutoff_));
  shift_ = std::min(31U, std::max(shift_, bits - std::min(bits, kMostBuckets)));
  // One more bucket for costs just beyond the cutoff: they are written too, but never counted.
  buckets_.resize(((std::size_t{cutoff_} + 1) >> shift_) + 1);
  for (auto& bucket : buckets_) grow(bucket);
}

template <CostType Cost>
void BoundedSearch<Cost>::grow(Bucket& bucket) {
  auto const capacity = std::max<std::uint32_t>(32, 2 * bucket.capacity);
  // Prefetching reads entries after the last one as well; any number that is a node will do there.
  auto entries = std::make_unique<Entry[]>(capacity + kRowsAhead);
  std::copy_n(bucket.entries.get(), bucket.size, entries.get());
  bucket.entries = std::move(entries);
  bucket.capacity = capacity;
}

template <CostType Cost>
void BoundedSearch<Cost>::forget() {
  if (base_ <= cutoff_) {
    std::fill(best_.begin(), best_.end(), kUnreached);
    base_ = kUnreached;
  }
  base_ -= cutoff_ + 1;
  found_ = 0;
  if (waiting_ == 0) return;
  // The last run was stopped and left entries.
  for (auto& bucket : buckets_) bucket.size = 0;
  waiting_ = 0;
}

template <CostType Cost>
void BoundedSearch<Cost>::run(std::span<Start const> starts) {
  forget();
  for (auto const& [node, offset] : starts) {
    expects(node.value() < rows_.nodes(), "a search starts at a node of the graph");
    if (offset.value() > cutoff_) continue;
    auto const value = base_ + offset.value();
    auto& best = best_[node];
    if (value >= best) continue;
    if (best > base_ + cutoff_ && rows_.is_wanted(node)) reached_[found_++] = node;
    best = value;
    auto& bucket = buckets_[offset.value() >> shift_];
    bucket.entries[bucket.size++] = {node.value(), value};
    ++waiting_;
    if (bucket.size == bucket.capacity) grow(bucket);
  }
  for (auto bucket = buckets_.begin(); waiting_ > 0; ++bucket) {
    stop_if_asked();
    settle(*bucket);
  }
}

/// Settles the entries of one bucket, which may grow meanwhile, and empties it.
template <CostType Cost>
void BoundedSearch<Cost>::settle(Bucket& bucket) {
  using Rows = SearchRows<Cost>;
  // Local copies stay in registers: the compiler cannot know that writing a cost leaves the members
  // alone.
  auto* const best = &best_[NodeId{std::size_t{0}}];
  auto* const reached = reached_.data();
  auto* const buckets = buckets_.data();
  auto const* const rows = rows_.rows_.data();
  auto const base = base_;
  auto const beyond = base_ + cutoff_ + 1;
  auto const shift = shift_;
  auto found = found_;
  auto waiting = waiting_;

  for (std::uint32_t i = 0; i < bucket.size; ++i) {
    auto const* const entry = &bucket.entries[i];
    __builtin_prefetch(&rows[entry[kRowsAhead].node]);
    auto const [node, value] = *entry;
    if (best[node] < value) continue;
    auto const relax = [&, value = value](typename Rows::Edge edge) {
      auto const head = edge.head & Rows::kNode;
      auto const there = value + std::min(edge.cost, beyond - value);
      auto const before = best[head];
      bool const is_better = there < std::min(before, beyond);
      reached[found] = NodeId{head};
      found += is_better & (before >= beyond) & ((edge.head & Rows::kWanted) != 0);
      best[head] = is_better ? there : before;
      auto& queue = buckets[(there - base) >> shift];
      queue.entries[queue.size] = {head, there};
      bool const leads_on = is_better & ((edge.head & Rows::kDeadEnd) == 0);
      queue.size += leads_on;
      waiting += leads_on;
      if (queue.size == queue.capacity) [[unlikely]]
        grow(queue);
    };
    auto const& edges = rows[node].edges;
    relax(edges[0]);
    relax(edges[1]);
    relax(edges[2]);
    if (edges[3].cost != Rows::kClosed) {
      relax(edges[3]);
    } else if ((edges[3].head & Rows::kMore) != 0) [[unlikely]] {
      for (auto const edge : rows_.more_[edges[3].head & Rows::kNode]) relax(edge);
    }
  }
  waiting_ = waiting - bucket.size;
  found_ = found;
  bucket.size = 0;
}

template class SearchRows<Millimeters>;
template class SearchRows<Milliseconds>;
template class BoundedSearch<Millimeters>;
template class BoundedSearch<Milliseconds>;

}  // namespace gapmap::graph
