#pragma once
// What can be reached from places within limits: read, found, made tables of, written.

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gapmap/engine/deliver.h"
#include "gapmap/engine/road_scene.h"
#include "gapmap/io/manifest.h"
#include "gapmap/job/isochrone_options.h"
#include "gapmap/tables/isochrone_table.h"

namespace gapmap::engine {

template <CostType Cost>
struct IsochroneResult {
  job::IsochroneJob job;
  std::shared_ptr<WorkingFrame const> frame;
  std::optional<io::MunicipalitiesRead> areas;  ///< if places were looked up by them
  io::PlacesRead places;
  std::shared_ptr<RoadScene const> roads;
  std::shared_ptr<WeighedRoads<Cost> const> weighed;
  std::vector<Cost> limits;  ///< ascending
  /// In the order of the places, those that no road comes near left out; or one, of all of them
  /// together.
  std::vector<tables::PlaceIsochrone<Cost>> isochrones;
};

/// Costs are lengths or times, as the limits of the job are.
using AnyIsochroneResult =
    std::variant<IsochroneResult<Millimeters>, IsochroneResult<Milliseconds>>;

/// Reads places and roads and finds what can be reached. Throws InputError if an input cannot be
/// used, Stopped if the listener asks for it.
/// Example: tests/examples/doors_test.cpp.
[[nodiscard]] AnyIsochroneResult find_isochrones(job::IsochroneJob const& job, Listener& listener);

struct IsochroneTables {
  job::IsochroneJob job;
  std::shared_ptr<WorkingFrame const> frame;
  tables::OutputTable roads;    ///< stretches of road: what can be reached
  tables::OutputTable regions;  ///< the areas around them: a drawing
  io::Manifest record;          ///< without the seconds of its stages
};

[[nodiscard]] IsochroneTables tables_of(AnyIsochroneResult const& result);

/// The folder for the isochrones of a job, so that it is refused before any work if it cannot take
/// them. Throws InputError.
[[nodiscard]] std::unique_ptr<io::OutputFolder> folder_for(job::IsochroneJob const& job,
                                                           Target const& target);

/// Writes both tables as GeoJSON, and run.json. No file is there before all are. Returns the paths.
/// Throws InputError if a file cannot be written, Stopped if the listener asks for it.
std::vector<std::string> deliver(IsochroneTables tables, io::OutputFolder& folder,
                                 Listener& listener);
std::vector<std::string> deliver(IsochroneTables tables, Target const& target, Listener& listener);

}  // namespace gapmap::engine
