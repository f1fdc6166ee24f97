#pragma once
// What `gapmap network info` and `gapmap network build` are asked: their options as text, and as
// values.

#include <string>
#include <vector>

#include "gapmap/job/answer_options.h"
#include "gapmap/job/job_file.h"
#include "gapmap/job/options.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::job {

/// As given.
struct NetworkWords {
  AnswerWords answer;
  TravelWords travel;
};

/// Understood.
struct NetworkJob {
  std::string asked = "{}";  ///< as a JSON object, for records; see Options::object()
  Travel travel;
  std::string crs = "EPSG:3067";  ///< working CRS, projected in metres
  unsigned threads = 0;           ///< how many work at most; 0: as many as the computer has
};

/// A network that is to be built, and the file that it goes into.
struct NetworkBuildJob : NetworkJob {
  std::string file;  ///< its path, which ends in .gmnet
};

void declare_network_info(Options& options, NetworkWords& words);
void declare_network_build(Options& options, NetworkWords& words);

/// Throws UsageError or InputError with everything that is wrong.
[[nodiscard]] NetworkJob understand_network_info(NetworkWords const& words);
[[nodiscard]] NetworkBuildJob understand_network_build(NetworkWords const& words);

/// The network that these entries ask to describe. Throws UsageError or InputError with everything
/// that is wrong with them.
[[nodiscard]] NetworkJob network_info_job(std::vector<JobEntry> const& entries,
                                          std::string const& file = {});
/// The network that these entries ask to build; the key `output` is its file. Throws UsageError or
/// InputError with everything that is wrong with them.
[[nodiscard]] NetworkBuildJob network_build_job(std::vector<JobEntry> const& entries,
                                                std::string const& file = {});

}  // namespace gapmap::job
