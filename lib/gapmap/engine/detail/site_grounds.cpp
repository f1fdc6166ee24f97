#include "gapmap/engine/detail/site_grounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "gapmap/units/did_you_mean.h"

namespace gapmap::engine {
namespace {

/// What may be done with a site, by what the job asks.
SiteStatus status_of(job::SiteJob const& job, Site const& site) {
  if (job.problem == job::SiteProblem::Closing)
    return site.exists ? SiteStatus::Candidate : SiteStatus::Excluded;
  return site.exists && !job.may_close ? SiteStatus::Kept : SiteStatus::Candidate;
}

/// Excludes all sites of this id; where there is none, those of this name.
void exclude(SiteScene& scene, std::string const& word) {
  for (auto const of : {&Site::id, &Site::name}) {
    bool is_found = false;
    for (auto const s : scene.sites.ids()) {
      if (scene.sites[s].*of != word) continue;
      scene.rules.statuses[s] = SiteStatus::Excluded;
      is_found = true;
    }
    if (is_found) return;
  }
  std::vector<std::string> known;
  for (auto const& site : scene.sites) known.insert(known.end(), {site.id, site.name});
  throw UsageError{"exclude", fmt::format("there is no place or candidate \"{}\"", word),
                   meant_or(word, known, "write its id or name")};
}

}  // namespace

std::int64_t unit_of_weights(std::vector<double> const& weights) {
  for (auto const unit : {1, 2, 10, 100}) {
    if (std::ranges::all_of(
            weights, [&](double weight) { return weight * unit == std::floor(weight * unit); }))
      return unit;
  }
  return 1000;
}

std::vector<std::int64_t> in_units(std::vector<double> const& weights, std::int64_t unit) {
  std::vector<std::int64_t> whole;
  whole.reserve(weights.size());
  for (auto const weight : weights)
    whole.push_back(std::llround(weight * static_cast<double>(unit)));
  return whole;
}

void set_rules(SiteScene& scene) {
  auto const& job = scene.job;
  std::size_t existing = 0;
  for (auto const& site : scene.sites) {
    scene.rules.statuses.push_back(status_of(job, site));
    existing += site.exists ? 1 : 0;
  }
  for (auto const& word : job.excluded) exclude(scene, word);
  auto const may_open = std::size_t{job.open} + (job.may_close ? existing : 0);
  if (job.problem != job::SiteProblem::Fewest)
    scene.rules.most = static_cast<std::uint32_t>(std::min(may_open, scene.sites.size()));
  auto const open_now = std::ranges::count(scene.rules.statuses, SiteStatus::Candidate);
  if (job.problem == job::SiteProblem::Closing && std::ptrdiff_t{job.close} > open_now) {
    throw UsageError{"close", fmt::format("only {} places may close", open_now),
                     "write a smaller number"};
  }
}

SiteScene open(job::SiteJob const& job, Listener& listener) {
  Working const working{listener, job.threads};
  auto scene = job.tables ? open_tables(job, listener) : open_map(job, listener);
  set_rules(scene);
  scene.record.command = "site";
  scene.record.job = job.asked;
  return scene;
}

}  // namespace gapmap::engine
