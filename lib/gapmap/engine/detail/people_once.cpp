#include "gapmap/engine/detail/people_once.h"

#include <utility>

#include "gapmap/engine/detail/zones.h"
#include "gapmap/scenario/factors.h"

namespace gapmap::engine {
namespace {

/// The options of a job on which its people depend, as text.
std::string about_people(job::CoverageJob const& job) {
  std::string text = job.accounts.needs_counties() ? "counties" : "";
  for (auto const& entry : job::read_job_object(job.asked)) {
    auto const* const effect = scenario::effect_of(entry.option);
    if (effect == nullptr ||
        (effect->factor != Factor::Residents && effect->factor != Factor::Boundaries))
      continue;
    text += '\n' + entry.option;
    for (auto const& value : entry.values) text += '\t' + value;
  }
  return text;
}

}  // namespace

std::shared_ptr<Studied const> PeopleOnce::of(job::CoverageJob const& job, Listener& listener) {
  auto& known = known_[about_people(job)];
  if (!known) {
    auto studied = read_people(job, *frame_, listener);
    if (job.accounts.needs_counties()) divide(studied, job.zones, *frame_, listener);
    known = std::make_shared<Studied const>(std::move(studied));
  }
  return known;
}

}  // namespace gapmap::engine
