#include "gapmap/reach/isochrone.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "gapmap/geometry/contour.h"
#include "gapmap/graph/reversed.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/units/error.h"

namespace gapmap::reach {
namespace {

/// The cost at every position of one segment, as the least of a few straight lines over the
/// fraction of its length.
class CostProfile {
 public:
  /// A line through `cost` at fraction `at`, rising by `slope` a whole segment in the direction
  /// `sign`; valid on that side only.
  void add(double cost, double at, double slope, int sign) {
    rays_.push_back({cost, at, slope, sign});
  }

  [[nodiscard]] double at(double fraction) const {
    double least = std::numeric_limits<double>::infinity();
    for (auto const& ray : rays_) {
      if ((fraction - ray.at) * ray.sign >= 0)
        least = std::min(least, ray.cost + std::abs(fraction - ray.at) * ray.slope);
    }
    return least;
  }

  /// Fractions where the cost may pass `limit`, and where rays begin.
  void breakpoints(double limit, std::vector<double>& fractions) const {
    for (auto const& ray : rays_) {
      fractions.push_back(ray.at);
      if (ray.cost <= limit && ray.slope > 0)
        fractions.push_back(ray.at + ray.sign * (limit - ray.cost) / ray.slope);
    }
  }
  [[nodiscard]] bool is_empty() const { return rays_.empty(); }

 private:
  struct Ray {
    double cost;
    double at;
    double slope;
    int sign;
  };
  std::vector<Ray> rays_;
};

template <CostType Cost>
class Isochrone {
 public:
  /// `costs` are those of travelling towards the facilities.
  Isochrone(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
            IdVector<FacilityId, Attachment> const& facilities, Profile const& profile)
      : graph_{graph},
        costs_{costs},
        facilities_{facilities},
        profile_{profile},
        against_travel_{graph::reversed(graph, costs)},
        sweep_{graph, against_travel_} {}

  std::vector<Stretch<Cost>> run(std::vector<Cost> const& limits) {
    sweep(limits.back());
    std::vector<Stretch<Cost>> stretches;
    for (auto const segment : touched_segments()) append(segment, limits, stretches);
    return stretches;
  }

 private:
  void sweep(Cost horizon) {
    std::vector<graph::Seed<Cost>> seeds;
    for (auto const f : facilities_.ids()) {
      auto const& at = facilities_[f];
      if (!at.is_attached()) continue;
      on_segment_[at.segment].push_back(f);
      auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
      auto const along = graph_.edge(at.segment, Direction::Along);
      auto const seed = [&](NodeId node, Cost whole, double part) {
        if (!whole.is_finite()) return;
        auto const cost =
            Cost{static_cast<typename Cost::rep>(std::floor(part * whole.value() + 0.5))};
        seeds.push_back({node, cost + off_road, f.value()});
      };
      seed(graph_.tail(along), costs_[along], at.fraction);
      seed(graph_.head(along), costs_[graph_.twin(along)], 1 - at.fraction);
    }
    sweep_.run(seeds, horizon);
  }

  /// Segments with an end that was reached or a facility, ascending.
  [[nodiscard]] std::vector<SegmentId> touched_segments() const {
    std::vector<SegmentId> segments;
    for (auto const& [segment, facilities] : on_segment_) segments.push_back(segment);
    for (auto const node : sweep_.reached()) {
      for (auto const edge : graph_.out(node)) segments.push_back(graph_.segment(edge));
    }
    std::ranges::sort(segments);
    segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
    return segments;
  }

  [[nodiscard]] CostProfile profile_of(SegmentId segment) const {
    CostProfile profile;
    auto const along = graph_.edge(segment, Direction::Along);
    auto const to_end = costs_[along];
    auto const to_start = costs_[graph_.twin(along)];
    auto const at_start = sweep_.cost(graph_.tail(along));
    auto const at_end = sweep_.cost(graph_.head(along));
    // From a position towards the start one travels against the segment, towards the end along it.
    if (to_start.is_finite() && at_start.is_finite())
      profile.add(at_start.value(), 0, to_start.value(), 1);
    if (to_end.is_finite() && at_end.is_finite())
      profile.add(at_end.value(), 1, to_end.value(), -1);
    if (auto const here = on_segment_.find(segment); here != on_segment_.end()) {
      for (auto const f : here->second) {
        auto const& at = facilities_[f];
        double const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_).value();
        if (to_start.is_finite()) profile.add(off_road, at.fraction, to_start.value(), 1);
        if (to_end.is_finite()) profile.add(off_road, at.fraction, to_end.value(), -1);
      }
    }
    return profile;
  }

  void append(SegmentId segment, std::vector<Cost> const& limits,
              std::vector<Stretch<Cost>>& stretches) const {
    auto const profile = profile_of(segment);
    if (profile.is_empty()) return;
    std::vector<double> cuts{0, 1};
    for (auto const limit : limits) profile.breakpoints(limit.value(), cuts);
    std::erase_if(cuts, [](double cut) { return cut < 0 || cut > 1; });
    std::ranges::sort(cuts);
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      if (!(cuts[i] < cuts[i + 1])) continue;
      double const cost = profile.at((cuts[i] + cuts[i + 1]) / 2);
      auto const limit = std::ranges::find_if(limits, [&](Cost l) { return cost <= l.value(); });
      if (limit == limits.end()) continue;
      auto const band = static_cast<std::size_t>(limit - limits.begin());
      bool const continues = !stretches.empty() && stretches.back().segment == segment &&
                             stretches.back().to == cuts[i] && stretches.back().band == band;
      if (continues) {
        stretches.back().to = cuts[i + 1];
      } else {
        stretches.push_back({segment, cuts[i], cuts[i + 1], band});
      }
    }
  }

  RoadGraph const& graph_;
  EdgeCosts<Cost> const& costs_;
  IdVector<FacilityId, Attachment> const& facilities_;
  Profile const& profile_;
  EdgeCosts<Cost> against_travel_;
  graph::Sweep<Cost> sweep_;
  std::map<SegmentId, std::vector<FacilityId>> on_segment_;
};

constexpr double kFinest = 25;  // metres between grid nodes
constexpr double kMostNodes = 4e6;

/// A grid around `box`, infinite everywhere.
Grid grid_over(Box const& box) {
  double const width = box.max.x - box.min.x;
  double const height = box.max.y - box.min.y;
  Grid grid;
  grid.spacing = std::max(kFinest, std::sqrt(width * height / kMostNodes));
  grid.origin = {std::floor(box.min.x / grid.spacing) * grid.spacing,
                 std::floor(box.min.y / grid.spacing) * grid.spacing};
  grid.columns = static_cast<std::size_t>(width / grid.spacing) + 3;
  grid.rows = static_cast<std::size_t>(height / grid.spacing) + 3;
  grid.values.assign(grid.columns * grid.rows, std::numeric_limits<float>::infinity());
  return grid;
}

/// Gives the four nodes around every point of a line, taken half a spacing apart, their distance
/// from it.
void draw(std::vector<Point> const& line, Grid& grid) {
  auto const mark = [&](Point p) {
    auto const column = static_cast<std::size_t>((p.x - grid.origin.x) / grid.spacing);
    auto const row = static_cast<std::size_t>((p.y - grid.origin.y) / grid.spacing);
    for (auto const c : {column, column + 1}) {
      for (auto const r : {row, row + 1}) {
        auto& value = grid.at(c, r);
        value =
            std::min(value, static_cast<float>(planar_distance(p, grid.position(c, r)).value()));
      }
    }
  };
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    double const length = planar_distance(line[i], line[i + 1]).value();
    auto const steps = std::max(1.0, std::ceil(2 * length / grid.spacing));
    for (double s = 0; s <= steps; ++s) {
      double const t = s / steps;
      mark({line[i].x + t * (line[i + 1].x - line[i].x),
            line[i].y + t * (line[i + 1].y - line[i].y)});
    }
  }
}

}  // namespace

std::vector<Point> cut_shape(RoadNetwork const& network, SegmentId segment, double from,
                             double to) {
  auto const shape = network.shape(segment);
  auto const along = network.along_shape(segment);
  double const length = along.back();
  auto const position = [&](double at) {
    auto const next = std::ranges::upper_bound(along, at);
    auto const i = static_cast<std::size_t>(next - along.begin());
    if (i == along.size()) return shape.back();
    double const t = (at - along[i - 1]) / (along[i] - along[i - 1]);
    return Point{shape[i - 1].x + t * (shape[i].x - shape[i - 1].x),
                 shape[i - 1].y + t * (shape[i].y - shape[i - 1].y)};
  };
  std::vector<Point> line{position(from * length)};
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (along[i] > from * length && along[i] < to * length && shape[i] != line.back())
      line.push_back(shape[i]);
  }
  line.push_back(position(to * length));
  return line;
}

template <CostType Cost>
std::vector<Stretch<Cost>> isochrone(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                     IdVector<FacilityId, Attachment> const& facilities,
                                     Profile const& profile,
                                     IsochroneOptions<Cost> const& options) {
  expects(!options.limits.empty() && std::ranges::is_sorted(options.limits),
          "limits are ascending");
  expects(options.trip != Trip::Round, "an isochrone goes one way");
  if (options.trip == Trip::ToFacility) {
    return Isochrone<Cost>{graph, costs, facilities, profile}.run(options.limits);
  }
  auto const reversed = graph::reversed(graph, costs);
  return Isochrone<Cost>{graph, reversed, facilities, profile}.run(options.limits);
}

template <CostType Cost>
std::vector<Area> regions(std::vector<Stretch<Cost>> const& stretches, std::size_t bands,
                          RoadNetwork const& network, RegionOptions const& options) {
  std::vector<std::vector<std::vector<Point>>> lines(bands);
  Box box;
  for (auto const& stretch : stretches) {
    if (network.segments[stretch.segment].attributes.is_ferry())
      continue;  // nobody stands on the water
    lines[stretch.band].push_back(cut_shape(network, stretch.segment, stretch.from, stretch.to));
    for (auto const p : lines[stretch.band].back()) box.extend(p);
  }
  std::vector<Area> regions(bands);
  if (box.is_empty()) return regions;
  auto grid = grid_over(box.grown(2 * options.width.value()));
  for (std::size_t band = 0; band < bands; ++band) {
    // Each band adds its roads to those of the bands within it, so that the regions are nested.
    for (auto const& line : lines[band]) draw(line, grid);
    spread(grid, 1);
    regions[band] = region_below(grid, options.width.value(), options.least_m2);
  }
  return regions;
}

template std::vector<Stretch<Millimeters>> isochrone(RoadGraph const&,
                                                     EdgeCosts<Millimeters> const&,
                                                     IdVector<FacilityId, Attachment> const&,
                                                     Profile const&,
                                                     IsochroneOptions<Millimeters> const&);
template std::vector<Stretch<Milliseconds>> isochrone(RoadGraph const&,
                                                      EdgeCosts<Milliseconds> const&,
                                                      IdVector<FacilityId, Attachment> const&,
                                                      Profile const&,
                                                      IsochroneOptions<Milliseconds> const&);
template std::vector<Area> regions(std::vector<Stretch<Millimeters>> const&, std::size_t,
                                   RoadNetwork const&, RegionOptions const&);
template std::vector<Area> regions(std::vector<Stretch<Milliseconds>> const&, std::size_t,
                                   RoadNetwork const&, RegionOptions const&);

}  // namespace gapmap::reach
