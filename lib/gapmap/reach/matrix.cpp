#include "gapmap/reach/matrix.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "gapmap/graph/bounded_search.h"
#include "gapmap/reach/detail/least_costs.h"
#include "gapmap/reach/on_segment.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"
#include "gapmap/units/threads.h"

namespace gapmap::reach {
namespace {

using graph::Heading;

/// Rows searched by one task: enough that starting is cheap, few enough that threads end together.
constexpr std::size_t kRowsPerBlock = 16;

/// The attached points of one side.
using Points = std::vector<Attachment>;

/// Trips between rows and columns in one direction. The search begins at a row; people travel from
/// it or, against the search, to it.
template <CostType Cost>
class Travel {
 public:
  Travel(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Profile const& profile,
         Heading heading)
      : graph_{graph}, costs_{costs}, profile_{profile}, heading_{heading} {}

  /// Visits each member of the road of `at` as seen by travellers towards the row.
  template <class Visit>
  void for_each_member(Attachment const& at, Visit const& visit) const {
    reach::for_each_member<Cost>(graph_, costs_, at, [&](OnSegment<Cost> const& here) {
      visit(heading_ == Heading::AgainstTravel ? here : here.reversed());
    });
  }
  /// Returns the cost along the road that a column and the row share.
  [[nodiscard]] Cost cost_along(Attachment const& column, Attachment const& row) const {
    return heading_ == Heading::AgainstTravel ? reach::cost_along(graph_, costs_, column, row)
                                              : reach::cost_along(graph_, costs_, row, column);
  }
  [[nodiscard]] Cost off_road(Attachment const& at) const {
    return travel::weigh_off_road<Cost>(at.off_road, profile_);
  }
  [[nodiscard]] graph::SearchRows<Cost> lay_out(IdVector<NodeId, char> is_wanted) const {
    return {graph_, costs_, heading_, std::move(is_wanted)};
  }
  [[nodiscard]] std::size_t nodes() const { return graph_.nodes(); }

 private:
  RoadGraph const& graph_;
  EdgeCosts<Cost> const& costs_;
  Profile const& profile_;
  Heading heading_;
};

/// Where a search comes by columns: at the ends of the segments they are attached to.
template <CostType Cost>
class Columns {
 public:
  struct Stop {
    std::uint32_t column;
    Cost rest;  ///< cost between the node and the column, off-road leg included
  };

  Columns(Travel<Cost> const& travel, Points const& points, Cost cutoff)
      : first_(travel.nodes() + 1) {
    std::vector<std::pair<NodeId, Stop>> stops;
    for (std::uint32_t c = 0; c < points.size(); ++c) {
      auto const& at = points[c];
      if (!at.is_attached()) continue;
      auto const off_road = travel.off_road(at);
      auto const stop = [&](NodeId node, Cost way) {
        auto const rest = off_road + way;
        if (rest.is_finite() && rest <= cutoff) stops.push_back({node, {c, rest}});
      };
      travel.for_each_member(at, [&](OnSegment<Cost> const& here) {
        stop(here.start(), here.to_start());
        stop(here.end(), here.to_end());
      });
    }
    for (auto const& [node, stop] : stops) ++first_[node.value() + 1];
    for (std::size_t n = 1; n < first_.size(); ++n) first_[n] += first_[n - 1];
    stops_.resize(stops.size());
    auto next = first_;
    for (auto const& [node, stop] : stops) stops_[next[node.value()]++] = stop;
  }

  [[nodiscard]] std::span<Stop const> at(NodeId node) const {
    auto const first = first_[node.value()];
    return std::span{stops_}.subspan(first, first_[node.value() + 1] - first);
  }
  /// Returns which nodes have a stop.
  [[nodiscard]] IdVector<NodeId, char> nodes() const {
    IdVector<NodeId, char> nodes(first_.size() - 1);
    for (auto const n : nodes.ids()) nodes[n] = at(n).empty() ? 0 : 1;
    return nodes;
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<Stop> stops_;
};

/// Columns by their segment, to find those that share the row's segment.
class ColumnsBySegment {
 public:
  explicit ColumnsBySegment(Points const& points) {
    for (std::uint32_t c = 0; c < points.size(); ++c) {
      if (points[c].is_attached()) on_segment_.push_back({points[c].segment, c});
    }
    std::ranges::sort(on_segment_);
  }
  [[nodiscard]] std::span<std::pair<SegmentId, std::uint32_t> const> on(SegmentId segment) const {
    auto const of_pair = &std::pair<SegmentId, std::uint32_t>::first;
    return {std::ranges::lower_bound(on_segment_, segment, {}, of_pair),
            std::ranges::upper_bound(on_segment_, segment, {}, of_pair)};
  }

 private:
  std::vector<std::pair<SegmentId, std::uint32_t>> on_segment_;
};

/// Columns that are straight ahead of a row.
template <CostType Cost>
class DirectColumns {
 public:
  using Column = std::pair<std::uint32_t, Cost>;

  DirectColumns(Ends const& ends, Profile const& profile, Rows rows)
      : of_row_(rows == Rows::Cells ? ends.cells.size() : ends.places.size()) {
    for (auto const cell : ends.cells.ids()) {
      ends.offer_direct(cell, [&](PlaceId f, Meters length) {
        auto const cost = travel::weigh_off_road<Cost>(length, profile);
        if (rows == Rows::Cells) {
          of_row_[cell.value()].emplace_back(f.value(), cost);
        } else {
          of_row_[f.value()].emplace_back(cell.value(), cost);
        }
      });
    }
  }
  [[nodiscard]] std::span<Column const> of(std::uint32_t row) const { return of_row_[row]; }

 private:
  std::vector<std::vector<Column>> of_row_;
};

/// The data of one direction of travel, which all threads read.
template <CostType Cost>
struct OneWay {
  OneWay(Travel<Cost> const& by, Points const& points, Cost cutoff)
      : travel{by}, columns{travel, points, cutoff}, rows{travel.lay_out(columns.nodes())} {}

  Travel<Cost> travel;
  Columns<Cost> columns;
  graph::SearchRows<Cost> rows;
};

/// Returns points in spatial order (nodes are numbered along a curve), unattached points last.
std::vector<std::uint32_t> in_spatial_order(RoadGraph const& graph, Points const& points) {
  std::vector<std::pair<NodeId, std::uint32_t>> order;
  for (std::uint32_t p = 0; p < points.size(); ++p) {
    auto const& at = points[p];
    auto const node = at.is_attached() ? graph.node(at.start) : NodeId::none();
    order.push_back({node, p});
  }
  std::ranges::sort(order);
  std::vector<std::uint32_t> ids(order.size());
  std::ranges::transform(order, ids.begin(), [](auto const& at) { return at.second; });
  return ids;
}

/// Returns the headings of the searches for each way of a trip.
std::vector<Heading> headings_of(Trip trip, Rows rows) {
  if (trip == Trip::Round) return {Heading::AgainstTravel, Heading::WithTravel};
  bool const is_towards_rows = (trip == Trip::ToPlace) == (rows == Rows::Places);
  return {is_towards_rows ? Heading::AgainstTravel : Heading::WithTravel};
}

}  // namespace

template <CostType Cost>
struct Matrix<Cost>::Ground {
  Ground(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
         Profile const& profile, Rows of_rows, MatrixOptions<Cost> const& with)
      : rows{of_rows == Rows::Cells ? ends.cells.values() : ends.places.values()},
        columns{of_rows == Rows::Cells ? ends.places.values() : ends.cells.values()},
        by_segment{columns},
        direct{ends, profile, of_rows},
        order{in_spatial_order(graph, rows)},
        cutoff{with.cutoff} {
    for (auto const heading : headings_of(with.trip, of_rows)) {
      ways.push_back(std::make_unique<OneWay<Cost> const>(
          Travel<Cost>{graph, costs, profile, heading}, columns, cutoff));
    }
  }

  Points const& rows;
  Points const& columns;
  ColumnsBySegment by_segment;
  DirectColumns<Cost> direct;
  std::vector<std::unique_ptr<OneWay<Cost> const>> ways;  ///< one, or two for round trips
  std::vector<std::uint32_t> order;                       ///< order of the rows
  Cost cutoff;
};

/// The workspace of one thread.
template <CostType Cost>
class Matrix<Cost>::Search {
 public:
  explicit Search(Ground const& ground) : ground_{ground} {
    for (auto const& way : ground.ways) {
      searches_.emplace_back(way->rows, ground.cutoff);
      least_.emplace_back(ground.columns.size());
    }
  }

  [[nodiscard]] Block run(std::span<std::uint32_t const> rows) {
    Block block;
    for (auto const row : rows) {
      for (std::size_t way = 0; way < searches_.size(); ++way) search(row, way);
      searches_.size() == 1 ? append_one_way(block.entries) : append_both(block.entries);
      block.rows.push_back(row);
      block.first.push_back(block.entries.size());
    }
    return block;
  }

 private:
  /// Fills least_[w] with every column within the cutoff.
  void search(std::uint32_t row, std::size_t w) {
    auto& least = least_[w];
    auto const add = [&](std::uint32_t column, Cost cost) {
      if (cost.is_finite() && cost <= ground_.cutoff) least.add(column, cost);
    };
    for (auto const& [column, cost] : ground_.direct.of(row)) add(column, cost);
    auto const& at = ground_.rows[row];
    if (!at.is_attached()) return;
    auto const& [travel, columns, rows] = *ground_.ways[w];
    auto& search = searches_[w];
    auto const off_road = travel.off_road(at);
    starts_.clear();
    travel.for_each_member(at, [&](OnSegment<Cost> const& here) {
      starts_.push_back({here.start(), here.from_start() + off_road});
      starts_.push_back({here.end(), here.from_end() + off_road});
    });
    search.run(starts_);
    for (auto const node : search.reached()) {
      auto const cost = search.cost(node);
      for (auto const& stop : columns.at(node)) add(stop.column, cost + stop.rest);
    }
    for (auto const& [segment, column] : ground_.by_segment.on(at.segment)) {
      auto const& there = ground_.columns[column];
      add(column, travel.off_road(there) + travel.cost_along(there, at) + off_road);
    }
  }

  void append_one_way(std::vector<typename Block::Entry>& entries) {
    least_.front().empty([&](auto column, Cost cost) { entries.push_back({column, cost}); });
  }

  /// Appends the columns of a round trip: those that both searches came by.
  void append_both(std::vector<typename Block::Entry>& entries) {
    there_.clear();
    least_[0].empty([&](std::uint32_t column, Cost cost) { there_.push_back({column, cost}); });
    auto there = there_.begin();
    least_[1].empty([&](std::uint32_t column, Cost back) {
      while (there != there_.end() && there->column < column) ++there;
      if (there == there_.end() || there->column != column) return;
      auto const both = there->cost + back;
      if (both.is_finite() && both <= ground_.cutoff) entries.push_back({column, both});
    });
  }

  Ground const& ground_;
  std::vector<graph::BoundedSearch<Cost>> searches_;
  std::vector<typename graph::BoundedSearch<Cost>::Start> starts_;
  std::vector<LeastCosts<Cost>> least_;
  std::vector<typename Block::Entry> there_;
};

template <CostType Cost>
Matrix<Cost>::Matrix(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                     Profile const& profile, Rows rows, MatrixOptions<Cost> const& options)
    : ground_{std::make_unique<Ground const>(graph, costs, ends, profile, rows, options)} {}

template <CostType Cost>
Matrix<Cost>::~Matrix() = default;

template <CostType Cost>
void Matrix<Cost>::visit(std::function<void(Block const&)> const& take) const {
  tbb::enumerable_thread_specific<Search> searches{[this] { return Search{*ground_}; }};
  auto rest = std::span{ground_->order};
  auto const next = [&rest](tbb::flow_control& control) {
    if (rest.empty()) control.stop();
    auto const rows = rest.first(std::min(kRowsPerBlock, rest.size()));
    rest = rest.subspan(rows.size());
    return rows;
  };
  using Chosen = std::span<std::uint32_t const>;
  // Enough blocks that a long one does not hold up the others; they are all the memory it takes.
  auto const search = [&](Chosen rows) { return searches.local().run(rows); };
  using enum tbb::filter_mode;
  tbb::parallel_pipeline(std::size_t{4} * threads_at_work(),
                         tbb::make_filter<void, Chosen>(serial_in_order, next) &
                             tbb::make_filter<Chosen, Block>(parallel, handed_on(search)) &
                             tbb::make_filter<Block, void>(serial_in_order, handed_on(take)));
}

namespace {

/// Fills the rows of cells, by cost, from blocks of either side.
template <CostType Cost>
void fill(ReachTable<Cost>& table, std::vector<MatrixBlock<Cost>> blocks, Rows rows) {
  auto const for_each = [rows](MatrixBlock<Cost> const& block, auto const& take) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      for (auto const& [column, cost] : block.row(i)) {
        if (rows == Rows::Cells) {
          take(block.rows[i], Reach<Cost>{PlaceId{column}, cost});
        } else {
          take(column, Reach<Cost>{PlaceId{block.rows[i]}, cost});
        }
      }
    }
  };
  auto& first = table.first_reach;
  for (auto const& block : blocks)
    for_each(block, [&](std::uint32_t cell, Reach<Cost> const&) { ++first[cell + 1]; });
  for (std::size_t c = 1; c < first.size(); ++c) first[c] += first[c - 1];
  table.reaches.resize(first.back());
  auto next = first;
  for (auto& block : blocks) {
    for_each(block, [&](std::uint32_t cell, Reach<Cost> const& reach) {
      table.reaches[next[cell]++] = reach;
    });
    block = {};
  }
  auto const sort = [&](std::size_t c) {
    auto const row = std::span{table.reaches}.subspan(first[c - 1], first[c] - first[c - 1]);
    std::ranges::sort(row, {}, [](auto const& reach) {
      return std::pair{reach.cost, reach.place};
    });
  };
  tbb::parallel_for(std::size_t{1}, first.size(), handed_on(sort));
}

}  // namespace

template <CostType Cost>
ReachTable<Cost> matrix(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                        Profile const& profile, MatrixOptions<Cost> const& options) {
  auto const rows = ends.cells.size() < ends.places.size() ? Rows::Cells : Rows::Places;
  std::vector<MatrixBlock<Cost>> blocks;
  std::uint64_t pairs = 0;
  Matrix<Cost>{graph, costs, ends, profile, rows, options}.visit([&](auto const& block) {
    pairs += block.entries.size();
    expects(pairs < (std::uint64_t{1} << 32U), "a table has fewer than 2^32 pairs: visit a Matrix");
    blocks.push_back(block);
  });

  ReachTable<Cost> table;
  table.cutoff = options.cutoff;
  table.first_reach = std::vector<std::uint32_t>(ends.cells.size() + 1);
  fill(table, std::move(blocks), rows);
  auto const nothing =
      options.cutoff.is_finite() ? Connection::BeyondCutoff : Connection::Unreachable;
  for (auto const cell : ends.cells.ids()) {
    auto const& at = ends.cells[cell];
    table.connections.push_back(!at.is_attached()         ? Connection::OffNetwork
                                : table.row(cell).empty() ? nothing
                                                          : Connection::Reached);
    table.off_road.push_back(at.off_road);
  }
  for (auto const& at : ends.places) {
    table.place_off_road.push_back(at.off_road);
    table.place_is_attached.push_back(at.is_attached());
  }
  return table;
}

template class Matrix<Millimeters>;
template class Matrix<Milliseconds>;
template ReachTable<Millimeters> matrix(RoadGraph const&, EdgeCosts<Millimeters> const&,
                                        Ends const&, Profile const&,
                                        MatrixOptions<Millimeters> const&);
template ReachTable<Milliseconds> matrix(RoadGraph const&, EdgeCosts<Milliseconds> const&,
                                         Ends const&, Profile const&,
                                         MatrixOptions<Milliseconds> const&);

}  // namespace gapmap::reach
