#pragma once
// What a front end brings to the library: the job of a sample, and a listener.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/engine/listener.h"

namespace gapmap::engine {

inline std::string const kSampleJob = GAPMAP_SOURCE_DIR "/geodata/osm-sample/job.toml";

/// Keeps the remarks it is told.
class Hearer : public Listener {
 public:
  std::vector<std::string> remarks;

 private:
  void on_remark(std::string_view line) override { remarks.emplace_back(line); }
};

}  // namespace gapmap::engine
