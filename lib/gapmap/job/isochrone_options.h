#pragma once
// What `gapmap isochrone` is asked: its options as text, and as values.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gapmap/geometry/surroundings.h"
#include "gapmap/job/answer_options.h"
#include "gapmap/job/area_options.h"
#include "gapmap/job/job_file.h"
#include "gapmap/job/options.h"
#include "gapmap/job/place_options.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::job {

/// As given.
struct IsochroneWords {
  std::vector<std::string> limits;
  std::string width, per_place, header_rows;
  AreaWords areas;
  AnswerWords answer;
  PlaceWords places;
  TravelWords travel;
};

/// Understood.
struct IsochroneJob {
  std::string asked = "{}";  ///< as a JSON object, for records; see Options::object()
  std::variant<std::vector<Meters>, std::vector<Seconds>> limits;  ///< ascending
  SurroundingsOptions region;  ///< how the areas around roads are drawn
  bool is_per_place = false;   ///< an isochrone a place instead of one for all together
  io::PlaceInput places;
  /// Municipalities by which places are found that have no coordinates; nothing: none are read.
  std::optional<io::MunicipalityInput> areas;
  Travel travel;
  std::string crs = "EPSG:3067";  ///< working CRS, projected in metres
  unsigned threads = 0;           ///< how many work at most; 0: as many as the computer has
};

void declare_isochrone(Options& options, IsochroneWords& words);

/// Throws UsageError or InputError with everything that is wrong.
[[nodiscard]] IsochroneJob understand_isochrone(IsochroneWords const& words);

/// The job that these entries ask for. Throws UsageError or InputError with everything that is
/// wrong with it.
[[nodiscard]] IsochroneJob isochrone_job(std::vector<JobEntry> const& entries,
                                         std::string const& file = {});

}  // namespace gapmap::job
