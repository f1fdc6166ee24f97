#pragma once
// People who are read once for all the searches of a comparison that ask about the same ones.

#include <map>
#include <memory>
#include <string>

#include "gapmap/engine/listener.h"
#include "gapmap/engine/people.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/job/coverage_options.h"

namespace gapmap::engine {

class PeopleOnce {
 public:
  explicit PeopleOnce(std::shared_ptr<WorkingFrame const> frame) : frame_{std::move(frame)} {}

  /// Returns the people of a job in their areas, and in their counties if its places are those of
  /// the own county. They are read unless a job before had the same options about population and
  /// areas.
  /// Requires: the job has no option that does not change who is covered.
  [[nodiscard]] std::shared_ptr<Studied const> of(job::CoverageJob const& job, Listener& listener);

  [[nodiscard]] std::shared_ptr<WorkingFrame const> const& frame() const noexcept { return frame_; }

 private:
  std::shared_ptr<WorkingFrame const> frame_;
  std::map<std::string, std::shared_ptr<Studied const>> known_;  ///< by the options
};

}  // namespace gapmap::engine
