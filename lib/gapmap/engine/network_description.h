#pragma once
// What a road network is made of, into which components it falls, and what looks wrong in it.

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "gapmap/engine/deliver.h"
#include "gapmap/engine/road_scene.h"
#include "gapmap/io/manifest.h"
#include "gapmap/job/network_options.h"
#include "gapmap/network/inspect.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::engine {

/// Segments of a kind, quays left out.
struct RoadSum {
  std::size_t segments = 0;
  Meters length{0};
};

/// The components into which the network falls for one mode.
struct ComponentSums {
  std::size_t whole = 0;  ///< components that are not small
  std::size_t small_components = 0;
  Meters small_length{0};  ///< of all small components together
  Meters longest{0};       ///< length of the longest component
};

struct NetworkDescription {
  job::NetworkJob job;
  std::shared_ptr<WorkingFrame const> frame;
  std::shared_ptr<RoadScene const> roads;
  std::shared_ptr<WeighedRoads<Millimeters> const> weighed;  ///< for the mode of the job
  std::array<RoadSum, kRoadClasses> by_class{};
  RoadSum all;
  Meters open{0};     ///< length of the roads on which the mode may travel
  Meters one_way{0};  ///< length of the roads on which it may travel in one direction only
  std::array<ComponentSums, kModes> components{};  ///< by mode
  std::array<Meters, kJoinings> home_joining{};    ///< length by how homes join roads, by Joining
  std::array<Meters, kJoinings> place_joining{};   ///< length by how places join roads, by Joining
  std::vector<network::NearMiss> near_misses;      ///< within `kNearMiss`
  std::vector<network::OddSpeed> odd_speeds;
};

/// So near to another road a dead end looks as if it should meet it.
inline constexpr Meters kNearMiss{1};

/// Reads roads, assembles them and looks at them. Throws InputError if the roads cannot be used,
/// Stopped if the listener asks for it.
[[nodiscard]] NetworkDescription describe_network(job::NetworkJob const& job, Listener& listener);

/// Segments, near misses and odd speeds, as layers.
[[nodiscard]] std::vector<tables::OutputTable> tables_of(NetworkDescription const& description);

/// The folder for the description of a network, so that it is refused before any work if it cannot
/// take it. Throws InputError.
[[nodiscard]] std::unique_ptr<io::OutputFolder> folder_for(job::NetworkJob const& job,
                                                           Target const& target);

/// Writes the tables as layers of network.gpkg, and run.json. Neither is there before both are.
/// Returns the paths. Throws InputError if a file cannot be written, Stopped if the listener asks
/// for it.
std::vector<std::string> deliver(NetworkDescription const& description, io::OutputFolder& folder,
                                 Listener& listener);
std::vector<std::string> deliver(NetworkDescription const& description, Target const& target,
                                 Listener& listener);

}  // namespace gapmap::engine
