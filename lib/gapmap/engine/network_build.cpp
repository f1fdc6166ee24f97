#include "gapmap/engine/network_build.h"

#include <filesystem>

namespace gapmap::engine {
namespace {

std::string name_of_file(job::NetworkBuildJob const& job) {
  return std::filesystem::path{job.file}.filename().string();
}

}  // namespace

RoadScene build_network(job::NetworkBuildJob const& job, Listener& listener) {
  Working const working{listener, job.threads};
  WorkingFrame const frame{job::crs_of("crs", job.crs)};
  auto network = build_roads(job.travel, frame, listener);
  listener.input(network.report);
  return network;
}

std::unique_ptr<io::OutputFolder> folder_for(job::NetworkBuildJob const& job,
                                             io::Overwrite overwrite,
                                             std::vector<std::string> const& inputs) {
  std::filesystem::path const path{job.file};
  return std::make_unique<io::OutputFolder>(
      path.has_parent_path() ? path.parent_path().string() : ".",
      std::vector<std::string>{name_of_file(job)}, overwrite, inputs);
}

void deliver(job::NetworkBuildJob const& job, RoadScene const& network, io::OutputFolder& folder,
             Listener& listener) {
  Working const working{listener, job.threads};
  listener.stage("write network", [&] {
    io::write_network_file(folder.staged(name_of_file(job)), network, job::crs_of("crs", job.crs));
    folder.commit();
  });
}

}  // namespace gapmap::engine
