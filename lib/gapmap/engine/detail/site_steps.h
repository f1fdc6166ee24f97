#pragma once
// A plan as a sequence: which place opens first, which closes last, and what each changes.

#include <span>
#include <vector>

#include "gapmap/engine/site.h"

namespace gapmap::engine {

/// Sites that are open, and the demands that enough of them serve.
class OpenSites {
 public:
  /// Keeps a reference to `costs`.
  OpenSites(SiteCosts const& costs, std::uint32_t at_least);

  /// Returns the demands that are served from now on, ascending.
  std::vector<DemandId> open(SiteId site);
  /// Returns the demands that are served no longer, ascending.
  std::vector<DemandId> close(SiteId site);
  /// Returns the weight that would be served no longer if the site closed.
  [[nodiscard]] std::int64_t loss(SiteId site) const;
  [[nodiscard]] bool serves(DemandId demand) const { return count_[demand] >= at_least_; }
  /// Returns the weight of all demands that are served, by these weights.
  [[nodiscard]] std::int64_t served(DemandWeights const& weights) const;

 private:
  SiteCosts const& costs_;
  std::uint32_t at_least_;
  IdVector<SiteId, std::vector<DemandId>> reached_by_;
  IdVector<DemandId, std::uint32_t> count_;
};

/// Numbers of the searches as readers know them.
class Readable {
 public:
  /// Keeps a reference to the scene.
  explicit Readable(SiteScene const& scene) : scene_{scene} {}
  [[nodiscard]] double weight(std::int64_t whole) const {
    return static_cast<double>(whole) / static_cast<double>(scene_.weight_unit);
  }
  [[nodiscard]] double cost(std::int64_t whole) const {
    return static_cast<double>(whole) / scene_.cost_unit;
  }

 private:
  SiteScene const& scene_;
};

/// Returns the weight of everybody.
[[nodiscard]] std::int64_t sum_of(DemandWeights const& weights);

/// Which sites are open after a plan. Of an excluded one nothing else is said.
[[nodiscard]] IdVector<SiteId, char> sites_open_after(SiteScene const& scene,
                                                      std::vector<SiteId> const& opened);

/// The sites that are open before anything changes.
[[nodiscard]] OpenSites open_before(SiteScene const& scene);
/// The sites that are open after a plan.
[[nodiscard]] OpenSites open_after(SiteScene const& scene, std::vector<SiteId> const& opened);

/// Returns the steps from what there is to the plan: first what opens, in the order of
/// siting::opening_order, then what closes, each time what is missed least. Where ways are to be
/// short, in the order of siting::way_order.
/// Ties: the lower SiteId.
[[nodiscard]] std::vector<SiteStep> steps_of(SiteScene const& scene,
                                             std::vector<SiteId> const& opened);

}  // namespace gapmap::engine
