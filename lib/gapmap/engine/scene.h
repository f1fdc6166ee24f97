#pragma once
// What a question is asked of: people in their municipalities, places, and the roads between them,
// read once and held in memory.

#include <memory>
#include <variant>

#include "gapmap/engine/attached_scene.h"
#include "gapmap/engine/candidates.h"
#include "gapmap/engine/denominators.h"
#include "gapmap/engine/localities.h"
#include "gapmap/engine/people.h"
#include "gapmap/job/coverage_options.h"

namespace gapmap::engine {

/// A value: copies share what is large and never changes. Costs are lengths or times, as the limit
/// of the job is one or the other.
template <CostType Cost>
struct Scene : AttachedScene<Cost> {
  using CostType = Cost;
  std::shared_ptr<WorkingFrame const> frame;
  std::shared_ptr<Studied const> studied;
  std::shared_ptr<Counted const> counted;  ///< what figures are shares of; nothing of mixtures
  std::shared_ptr<io::PlacesRead const> all_places;  ///< as read, wherever they are
  std::optional<io::PlacesRead> all_candidates;      ///< likewise; nothing if the job has none
  std::optional<Candidates> candidates;              ///< those attached
  std::shared_ptr<std::vector<Locality> const> localities;  ///< that gaps may be named after
  std::optional<ReadingBox> box;  ///< that roads and places were read within; nothing: all of them

  [[nodiscard]] Population const& population() const { return studied->people.population; }
  [[nodiscard]] Municipalities const& municipalities() const {
    return studied->areas.municipalities;
  }
};

using AnyScene = std::variant<Scene<Millimeters>, Scene<Milliseconds>>;

/// How much of road layers is read.
enum class RoadsRead : std::uint8_t {
  AsNeeded,  ///< around the cells; analyse() reads the others if a result might depend on them
  Whole,     ///< all, so that places may come anywhere
};

/// Reads all inputs of a job and attaches people and places to the roads.
///
/// Road layers are read around the cells, as far as the results take unless something unusual is
/// found; with a margin that much farther than the limit and no more. OpenStreetMap extracts,
/// network files and cached networks are whole in any case, and all is read if the job has
/// requirements or wants to know who takes which road or what hangs on where in their cells people
/// are: a road may be one component far beyond the last home on it. Throws UsageError or InputError
/// if an option or an input cannot be used, Stopped if the listener asks for it.
/// Example: tests/engine/scene_test.cpp.
[[nodiscard]] AnyScene open(job::CoverageJob const& job, Listener& listener,
                            RoadsRead roads = RoadsRead::AsNeeded);

/// As open(), of people who are read already. Requires: the limit of the job is a Cost.
template <CostType Cost>
[[nodiscard]] Scene<Cost> open_for(job::CoverageJob const& job,
                                   std::shared_ptr<WorkingFrame const> const& frame,
                                   std::shared_ptr<Studied const> const& studied,
                                   Listener& listener, RoadsRead roads = RoadsRead::AsNeeded);

/// Reads all roads and places in place of those within the box.
template <CostType Cost>
void read_whole(Scene<Cost>& scene, job::CoverageJob const& job, Listener& listener);

/// How far people get within the limit at most, under whatever rule a run looks at.
[[nodiscard]] Meters widest_reach_of(job::CoverageJob const& job);

/// Of each cell: the second nearest is where people go if the nearest closes.
[[nodiscard]] std::size_t places_wanted(job::CoverageJob const& job);

}  // namespace gapmap::engine
