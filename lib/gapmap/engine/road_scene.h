#pragma once
// How every command that travels begins: roads read, assembled and made a graph; then weighed for
// one kind of traveller.

#include <optional>
#include <vector>

#include "gapmap/access/attach.h"
#include "gapmap/access/components.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/network_file.h"
#include "gapmap/io/read_places.h"
#include "gapmap/network/assemble.h"
#include "gapmap/travel/weigh.h"
#include "gapmap/engine/listener.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::engine {

using RoadScene = io::BuiltNetwork;

/// From roads, from a network file, or from the cache if there is one and it holds them.
/// Throws InputError if the roads cannot be used.
[[nodiscard]] RoadScene build_roads(job::Travel const& travel, WorkingFrame const& frame,
                                    Listener& listener);

template <CostType Cost>
struct WeighedRoads {
  EdgeCosts<Cost> costs;
  Components components;
  access::AttachOptions homes;   ///< where those may join who live there, for the run's trip
  access::AttachOptions places;  ///< and where places may
};

/// What roads cost a profile; gates to those who have the key are open.
template <CostType Cost>
[[nodiscard]] EdgeCosts<Cost> weigh_for(Profile const& profile, RoadScene const& scene);

/// `read_within`: if only roads that touch it were read.
template <CostType Cost>
[[nodiscard]] WeighedRoads<Cost> weigh_roads(RoadScene const& scene, job::Travel const& travel,
                                             Listener& listener,
                                             std::optional<Box> const& read_within = {});

/// Those that no road comes near are counted as left out.
template <CostType Cost>
[[nodiscard]] IdVector<PlaceId, Attachment> attach_points(io::PlacesRead& read,
                                                          RoadScene const& scene,
                                                          WeighedRoads<Cost> const& roads,
                                                          WorkingFrame const& frame);

/// Likewise; throws InputError if that is all of them.
template <CostType Cost>
[[nodiscard]] IdVector<PlaceId, Attachment> attach_places(io::PlacesRead& places,
                                                          RoadScene const& scene,
                                                          WeighedRoads<Cost> const& roads,
                                                          WorkingFrame const& frame);

[[nodiscard]] io::NetworkFigures figures_of(network::Assembly const& assembly,
                                            Components const& components);

/// Components and small components, where there is more than one component.
void show(Components const& components, job::Travel const& travel, Listener& listener);

}  // namespace gapmap::engine
