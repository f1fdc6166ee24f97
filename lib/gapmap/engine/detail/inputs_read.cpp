#include "gapmap/engine/detail/inputs_read.h"

#include "gapmap/engine/detail/zones.h"

namespace gapmap::engine {

template <CostType Cost>
std::vector<io::ImportReport> inputs_of(Scene<Cost> const& scene) {
  auto const& studied = *scene.studied;
  std::vector inputs{studied.areas.report, scene.roads->report, studied.people.report,
                     scene.places.report};
  inputs.insert(inputs.end(), scene.places.looked_up_in.begin(), scene.places.looked_up_in.end());
  if (scene.candidates) inputs.push_back(scene.candidates->read.report);
  inputs.insert(inputs.end(), studied.zone_reports.begin(), studied.zone_reports.end());
  if (scene.counted->report) inputs.push_back(*scene.counted->report);
  return inputs;
}

template <CostType Cost>
void tell_inputs(CoverageResult<Cost> const& result, Listener& listener) {
  auto const& [job, scene] = std::tie(result.job, result.scene);
  auto const& studied = *scene.studied;
  for (auto const& input : inputs_of(scene)) listener.input(input);
  if (result.spread.buildings) listener.input(*result.spread.buildings);
  bool const is_published = job.publish_below.has_value();
  show_zones(studied, is_published, listener);
  if (!is_published) show(*scene.counted, listener);
  show(scene.weighed->components, job.travel, listener);
  if (!is_published) show(studied.assignment, studied.not_studied, listener);
  if (!is_published || !job.margin) listener.remark(scene.reading);
}

template std::vector<io::ImportReport> inputs_of(Scene<Millimeters> const&);
template std::vector<io::ImportReport> inputs_of(Scene<Milliseconds> const&);
template void tell_inputs(CoverageResult<Millimeters> const&, Listener&);
template void tell_inputs(CoverageResult<Milliseconds> const&, Listener&);

}  // namespace gapmap::engine
