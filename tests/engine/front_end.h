#pragma once
// What a front end brings to the library: the job of a sample, and a listener.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/engine/listener.h"
#include "gapmap/job/site_options.h"

namespace gapmap::engine {

inline std::string const kSampleJob = GAPMAP_SOURCE_DIR "/geodata/osm-sample/job.toml";

/// A job on the sample of Pohjois-Karjala, with these entries more, as JSON.
inline job::SiteJob karjala_site(std::string const& more) {
  std::string const file = GAPMAP_SOURCE_DIR "/geodata/pohjois-karjala/job.toml";
  auto entries = job::read_job_file(file);
  for (auto& entry : job::read_job_object(more)) entries.push_back(std::move(entry));
  return job::site_job(entries, file);
}

/// Keeps the remarks it is told.
class Hearer : public Listener {
 public:
  std::vector<std::string> remarks;

 private:
  void on_remark(std::string_view line) override { remarks.emplace_back(line); }
};

}  // namespace gapmap::engine
