#pragma once
// Roads into a network file, which every command opens instead of reading the roads again.

#include <memory>
#include <string>
#include <vector>

#include "gapmap/engine/road_scene.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/job/network_options.h"

namespace gapmap::engine {

/// Reads roads and assembles them. Throws InputError if the roads cannot be used, Stopped if the
/// listener asks for it.
[[nodiscard]] RoadScene build_network(job::NetworkBuildJob const& job, Listener& listener);

/// The folder of the job's network file, so that it is refused before any work if it cannot take
/// the file; none of `inputs` is replaced. Throws InputError.
[[nodiscard]] std::unique_ptr<io::OutputFolder> folder_for(
    job::NetworkBuildJob const& job, io::Overwrite overwrite = io::Overwrite::No,
    std::vector<std::string> const& inputs = {});

/// Writes the network file of the job, which is not there before it is whole. Throws InputError if
/// it cannot be written.
void deliver(job::NetworkBuildJob const& job, RoadScene const& network, io::OutputFolder& folder,
             Listener& listener);

}  // namespace gapmap::engine
