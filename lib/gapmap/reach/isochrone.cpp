#include "gapmap/reach/isochrone.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gapmap/graph/reversed.h"
#include "gapmap/reach/on_segment.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::reach {
namespace {

/// Returns the band of a cost: the index of the least limit that it does not exceed, or the number
/// of limits.
template <CostType Cost>
std::uint32_t band_of(double cost, std::span<Cost const> limits) {
  std::uint32_t band = 0;
  while (band < limits.size() && cost > limits[band].value()) ++band;
  return band;
}

/// Calls `work` with the costs of going away from the places.
template <CostType Cost, class Work>
auto with_outward(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Trip trip, Work&& work) {
  expects(trip != Trip::Round, "an isochrone goes one way");
  return trip == Trip::FromPlace ? work(costs) : work(graph::reversed(graph, costs));
}

}  // namespace

template <CostType Cost>
IsochroneSearch<Cost>::IsochroneSearch(RoadGraph const& graph, EdgeCosts<Cost> const& outward,
                                       Profile const& profile)
    : graph_{graph}, outward_{outward}, profile_{profile}, sweep_{graph, outward} {}

template <CostType Cost>
std::vector<Stretch<Cost>> IsochroneSearch<Cost>::run(std::span<Attachment const> places,
                                                      std::span<Cost const> limits) {
  expects(!limits.empty() && std::ranges::is_sorted(limits), "limits are ascending");
  sweep(places, limits.back());
  auto const all_touched = touched_segments();
  std::vector<Stretch<Cost>> stretches;
  stretches.reserve(all_touched.size());
  auto start = starts_.cbegin();
  for (auto first = all_touched.cbegin(); first != all_touched.cend();) {
    auto const road = first->road;
    auto const last =
        std::find_if(first, all_touched.cend(), [&](Touched const& t) { return t.road != road; });
    auto const first_start =
        std::find_if(start, starts_.cend(), [&](Start const& s) { return s.road >= road; });
    start =
        std::find_if(first_start, starts_.cend(), [&](Start const& s) { return s.road != road; });
    append({first, last}, Starts{first_start, start}, limits, stretches);
    first = last;
  }
  return stretches;
}

template <CostType Cost>
void IsochroneSearch<Cost>::sweep(std::span<Attachment const> places, Cost cutoff) {
  std::vector<graph::Seed<Cost>> seeds;
  starts_.clear();
  for (auto const& at : places) {
    if (!at.is_attached()) continue;
    auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
    if (off_road > cutoff) continue;
    auto const start_along = [&](EdgeId along) {
      auto const against = graph_.twin(along);
      starts_.push_back({at.segment, along, at.fraction, off_road});
      if (at.is_gate) {
        // Somebody at a gate is on both sides of it, whoever may pass.
        seeds.push_back({graph_.head(against), off_road, 0});
        seeds.push_back({graph_.head(along), off_road, 0});
        return;
      }
      auto const to_end = outward_[along];
      auto const to_start = outward_[against];
      // Rounds halves up; both parts of one direction add up to the whole, as in nearest().
      auto const before = [&](Cost whole) {
        return Cost{static_cast<typename Cost::rep>(std::floor(at.fraction * whole.value() + 0.5))};
      };
      if (to_start.is_finite())
        seeds.push_back({graph_.head(against), before(to_start) + off_road, 0});
      if (to_end.is_finite()) {
        seeds.push_back(
            {graph_.head(along), Cost{to_end.value() - before(to_end).value()} + off_road, 0});
      }
    };
    start_along(along_of(graph_, at));
    for (auto const copy : graph_.copies(at.segment)) start_along(copy);
  }
  std::ranges::stable_sort(starts_, {}, &Start::road);
  sweep_.run(seeds, cutoff);
}

/// Returns the segments with an end that was reached, or with a place, ascending by road.
template <CostType Cost>
auto IsochroneSearch<Cost>::touched_segments() const -> std::vector<Touched> {
  std::vector<Touched> segments;
  for (auto const node : sweep_.reached()) {
    for (auto const edge : graph_.out(node)) {
      // Listed once even if both ends were reached.
      bool const is_along = graph_.direction(edge) == Direction::Along;
      if (is_along || !sweep_.cost(graph_.head(edge)).is_finite())
        segments.push_back(
            {graph_.original_of(graph_.segment(edge)), is_along ? edge : graph_.twin(edge)});
    }
  }
  for (auto const& start : starts_) segments.push_back({start.road, start.along});
  std::ranges::sort(segments);
  segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
  return segments;
}

template <CostType Cost>
double IsochroneSearch<Cost>::Ray::cost_at(double fraction) const {
  double const gone = is_along ? fraction - at : at - fraction;
  return gone < 0 ? std::numeric_limits<double>::infinity() : cost + gone * slope;
}

template <CostType Cost>
void IsochroneSearch<Cost>::find_rays(std::span<Touched const> touched, Starts starts) {
  rays_.clear();
  auto const add = [&](double at, Cost cost, Cost slope, bool is_along) {
    if (cost.is_finite() && slope.is_finite()) {
      rays_.push_back(
          {at, static_cast<double>(cost.value()), static_cast<double>(slope.value()), is_along});
    }
  };
  for (auto const& [road, along] : touched) {
    auto const against = graph_.twin(along);
    add(0, sweep_.cost(graph_.head(against)), outward_[along], true);
    add(1, sweep_.cost(graph_.head(along)), outward_[against], false);
  }
  for (auto const& start : starts) {
    add(start.fraction, start.off_road, outward_[start.along], true);
    add(start.fraction, start.off_road, outward_[graph_.twin(start.along)], false);
  }
}

template <CostType Cost>
double IsochroneSearch<Cost>::cost_at(double fraction) const {
  double least = std::numeric_limits<double>::infinity();
  for (auto const& ray : rays_) least = std::min(least, ray.cost_at(fraction));
  return least;
}

/// Finds the positions where the cost may pass a limit or a ray begins; ascending, ends included.
template <CostType Cost>
void IsochroneSearch<Cost>::find_cuts(std::span<Cost const> limits) {
  cuts_.assign({0, 1});
  for (auto const& ray : rays_) {
    cuts_.push_back(ray.at);
    for (auto const limit : limits) {
      if (ray.cost > limit.value() || ray.slope == 0) continue;
      double const reach = (limit.value() - ray.cost) / ray.slope;
      double const cut = ray.is_along ? ray.at + reach : ray.at - reach;
      if (cut > 0 && cut < 1) cuts_.push_back(cut);
    }
  }
  std::ranges::sort(cuts_);
}

template <CostType Cost>
void IsochroneSearch<Cost>::append(std::span<Touched const> touched, Starts starts,
                                   std::span<Cost const> limits,
                                   std::vector<Stretch<Cost>>& stretches) {
  find_rays(touched, starts);
  if (rays_.empty()) return;
  find_cuts(limits);
  auto const first = stretches.size();
  for (std::size_t i = 0; i + 1 < cuts_.size(); ++i) {
    if (!(cuts_[i] < cuts_[i + 1])) continue;
    // Between two cuts the cost passes no limit.
    auto const band = band_of(cost_at((cuts_[i] + cuts_[i + 1]) / 2), limits);
    if (band == limits.size()) continue;
    bool const continues = stretches.size() > first && stretches.back().to == cuts_[i] &&
                           stretches.back().band == band;
    if (continues) {
      stretches.back().to = cuts_[i + 1];
    } else {
      stretches.push_back({touched.front().road, band, cuts_[i], cuts_[i + 1]});
    }
  }
}

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
                                     std::span<Attachment const> places, Profile const& profile,
                                     IsochroneOptions<Cost> const& options) {
  return with_outward(graph, costs, options.trip, [&](EdgeCosts<Cost> const& outward) {
    return IsochroneSearch<Cost>{graph, outward, profile}.run(places, options.limits);
  });
}

template <CostType Cost>
std::vector<Area> regions(std::span<Stretch<Cost> const> stretches, std::size_t bands,
                          RoadNetwork const& network, SurroundingsOptions const& options) {
  Lines lines;
  std::vector<std::uint32_t> band_of;
  for (auto const& stretch : stretches) {
    if (network.segments[stretch.segment].attributes.is_ferry()) continue;  // water is left out
    bool const is_whole = stretch.from == 0 && stretch.to == 1;
    if (is_whole) {
      lines.push_back(network.shape(stretch.segment));
    } else {
      lines.push_back(cut_shape(network, stretch.segment, stretch.from, stretch.to));
    }
    band_of.push_back(stretch.band);
  }
  return surroundings(lines, band_of, bands, options);
}

template <CostType Cost>
std::vector<Isochrone<Cost>> isochrones(RoadGraph const& graph, RoadNetwork const& network,
                                        EdgeCosts<Cost> const& costs,
                                        std::span<PlaceGroup const> groups, Profile const& profile,
                                        IsochroneOptions<Cost> const& options,
                                        SurroundingsOptions const& drawing) {
  return with_outward(graph, costs, options.trip, [&](EdgeCosts<Cost> const& outward) {
    std::vector<Isochrone<Cost>> found(groups.size());
    tbb::enumerable_thread_specific<IsochroneSearch<Cost>> searches{[&] {
      return IsochroneSearch<Cost>{graph, outward, profile};
    }};
    auto const search = [&](std::size_t group) {
      auto& [stretches, drawn] = found[group];
      stretches = searches.local().run(groups[group], options.limits);
      drawn = regions<Cost>(stretches, options.limits.size(), network, drawing);
    };
    tbb::parallel_for(std::size_t{0}, groups.size(), handed_on(search));
    return found;
  });
}

template class IsochroneSearch<Millimeters>;
template std::vector<Stretch<Millimeters>> isochrone(RoadGraph const&,
                                                     EdgeCosts<Millimeters> const&,
                                                     std::span<Attachment const>, Profile const&,
                                                     IsochroneOptions<Millimeters> const&);
template std::vector<Isochrone<Millimeters>> isochrones(RoadGraph const&, RoadNetwork const&,
                                                        EdgeCosts<Millimeters> const&,
                                                        std::span<PlaceGroup const>, Profile const&,
                                                        IsochroneOptions<Millimeters> const&,
                                                        SurroundingsOptions const&);
template std::vector<Area> regions(std::span<Stretch<Millimeters> const>, std::size_t,
                                   RoadNetwork const&, SurroundingsOptions const&);
template class IsochroneSearch<Milliseconds>;
template std::vector<Stretch<Milliseconds>> isochrone(RoadGraph const&,
                                                      EdgeCosts<Milliseconds> const&,
                                                      std::span<Attachment const>, Profile const&,
                                                      IsochroneOptions<Milliseconds> const&);
template std::vector<Isochrone<Milliseconds>> isochrones(RoadGraph const&, RoadNetwork const&,
                                                         EdgeCosts<Milliseconds> const&,
                                                         std::span<PlaceGroup const>,
                                                         Profile const&,
                                                         IsochroneOptions<Milliseconds> const&,
                                                         SurroundingsOptions const&);
template std::vector<Area> regions(std::span<Stretch<Milliseconds> const>, std::size_t,
                                   RoadNetwork const&, SurroundingsOptions const&);

}  // namespace gapmap::reach
