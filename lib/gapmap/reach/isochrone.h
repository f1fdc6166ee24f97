#pragma once
// Isochrones: the stretches of road reached within limits, which are the result, and a region
// around them, which is a drawing.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/geometry/surroundings.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::reach {

/// A part of a segment between two positions, as fractions of its length, `from` < `to`.
template <CostType Cost>
struct Stretch {
  SegmentId segment;
  std::uint32_t band;  ///< index of the least limit that the stretch lies within
  double from;
  double to;
  friend bool operator==(Stretch const&, Stretch const&) = default;
};

/// A reusable workspace for isochrones on one graph with one set of costs.
///
/// An isochrone is every stretch of road from which (or to which) the cheapest of the given places
/// costs at most the greatest limit, off-road leg of the place included, cut where one limit gives
/// way to the next.
///
/// Cost: set-up O(V + E) once, 12 bytes per node; a run one sweep to the greatest limit and what it
/// touched, whatever the size of the network.
/// Threads: one search per thread; graph and costs may be shared.
template <CostType Cost>
class IsochroneSearch {
 public:
  /// Keeps references to its arguments. `outward` are the costs of going away from the places:
  /// those of travel if people come from the places, graph::reversed() of them if they go there.
  /// Requires: costs were made for this `graph` with this `profile`.
  IsochroneSearch(RoadGraph const& graph, EdgeCosts<Cost> const& outward, Profile const& profile);

  /// Returns stretches by SegmentId, then position. Places that are not attached reach nothing.
  /// Requires: `limits` are ascending and not empty; the places were attached to this graph's
  /// network.
  [[nodiscard]] std::vector<Stretch<Cost>> run(std::span<Attachment const> places,
                                               std::span<Cost const> limits);

 private:
  /// A place on a member of a road: where it is, and what it costs to be there.
  struct Start {
    SegmentId road;
    EdgeId along;
    double fraction;
    Cost off_road;
  };
  /// A member of a road; the road is identified by its original segment.
  struct Touched {
    SegmentId road;
    EdgeId along;
    friend auto operator<=>(Touched const&, Touched const&) = default;
  };
  /// The cost along a segment from a position on, in one direction.
  struct Ray {
    double at;      ///< start, as a fraction of the segment
    double cost;    ///< cost at the start
    double slope;   ///< cost of the whole segment
    bool is_along;  ///< along the segment, else against it

    [[nodiscard]] double cost_at(double fraction) const;
  };
  using Starts = std::span<Start const>;

  void sweep(std::span<Attachment const> places, Cost cutoff);
  [[nodiscard]] std::vector<Touched> touched_segments() const;
  /// Appends the stretches of the road whose members are `touched`.
  void append(std::span<Touched const> touched, Starts starts, std::span<Cost const> limits,
              std::vector<Stretch<Cost>>& stretches);
  void find_rays(std::span<Touched const> touched, Starts starts);
  [[nodiscard]] double cost_at(double fraction) const;
  void find_cuts(std::span<Cost const> limits);

  RoadGraph const& graph_;
  EdgeCosts<Cost> const& outward_;
  Profile const& profile_;
  graph::Sweep<Cost> sweep_;
  std::vector<Start> starts_;  ///< ordered by road
  std::vector<Ray> rays_;      ///< rays of the current segment
  std::vector<double> cuts_;   ///< cuts of the current segment
};

template <CostType Cost>
struct IsochroneOptions {
  std::vector<Cost> limits;   ///< ascending, inclusive
  Trip trip = Trip::ToPlace;  ///< not Round
};

/// Returns one isochrone of all places together, with a workspace of its own.
template <CostType Cost>
[[nodiscard]] std::vector<Stretch<Cost>> isochrone(RoadGraph const& graph,
                                                   EdgeCosts<Cost> const& costs,
                                                   std::span<Attachment const> places,
                                                   Profile const& profile,
                                                   IsochroneOptions<Cost> const& options);

/// Returns for each limit the surroundings of the stretches reached within it, ferries left out:
/// nested, valid, empty where nothing is reached.
template <CostType Cost>
[[nodiscard]] std::vector<Area> regions(std::span<Stretch<Cost> const> stretches, std::size_t bands,
                                        RoadNetwork const& network,
                                        SurroundingsOptions const& options = {});

template <CostType Cost>
struct Isochrone {
  std::vector<Stretch<Cost>> stretches;
  std::vector<Area> regions;  ///< one per limit, see regions()
};

/// Places that share one isochrone.
using PlaceGroup = std::vector<Attachment>;

/// Returns one isochrone of each group with its drawing, in their order; in parallel, and the same
/// on any number of threads.
template <CostType Cost>
[[nodiscard]] std::vector<Isochrone<Cost>> isochrones(
    RoadGraph const& graph, RoadNetwork const& network, EdgeCosts<Cost> const& costs,
    std::span<PlaceGroup const> groups, Profile const& profile,
    IsochroneOptions<Cost> const& options, SurroundingsOptions const& drawing = {});

/// Returns the points of a segment's shape between two fractions of its length.
[[nodiscard]] std::vector<Point> cut_shape(RoadNetwork const& network, SegmentId segment,
                                           double from, double to);

}  // namespace gapmap::reach
