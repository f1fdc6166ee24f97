#include "gapmap/coverage/closures.h"

#include <algorithm>

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

template <CostType Cost>
class ClosureTally {
 public:
  /// Adds a cell for which the place is the nearest.
  void add(Cell const& cell, std::span<Reach<Cost> const> row, Cost limit) {
    auto const residents = cell.residents.value_or(People{0});
    bool const has_next = row.size() > 1;
    ++closure_.cells;
    if (!cell.residents) ++closure_.cells_without_number;
    closure_.residents_nearest += residents;
    if (row[0].cost <= limit) {
      closure_.residents_within_limit += residents;
      bool const stays = has_next && row[1].cost <= limit;
      (stays ? closure_.stay_covered : closure_.fall_outside) += residents;
    }
    if (!has_next) {
      closure_.become_unreachable += residents;
    } else if (cell.is_inhabited()) {
      Cost const extra{row[1].cost.value() - row[0].cost.value()};
      closure_.extra_max = std::max(closure_.extra_max.value_or(Cost{0}), extra);
      with_next_ += residents;
      weighted_ += residents.value() * to_natural(extra).value();
    }
  }

  [[nodiscard]] Closure<Cost> finish() {
    if (with_next_ > People{0}) closure_.extra_mean = Natural<Cost>{weighted_ / with_next_.value()};
    return closure_;
  }

 private:
  Closure<Cost> closure_;
  People with_next_{0};
  double weighted_ = 0;  ///< additional cost times residents
};

}  // namespace

template <CostType Cost>
IdVector<PlaceId, Closure<Cost>> close_each(Population const& population,
                                            ReachTable<Cost> const& reach, Cost limit) {
  expects(reach.connections.size() == population.size(), "reach was made for this population");
  expects(reach.k >= 2, "who goes where next takes two places a cell");
  expects(!reach.cutoff.is_finite(), "who has no second place is known without a cutoff only");
  IdVector<PlaceId, ClosureTally<Cost>> tallies(reach.place_is_attached.size());
  for (auto const cell : population.ids()) {
    stop_if_asked();
    auto const row = reach.row(cell);
    if (!row.empty()) tallies[row[0].place].add(population[cell], row, limit);
  }
  IdVector<PlaceId, Closure<Cost>> closures;
  closures.reserve(tallies.size());
  for (auto& tally : tallies) closures.push_back(tally.finish());
  return closures;
}

template IdVector<PlaceId, Closure<Millimeters>> close_each(Population const&,
                                                            ReachTable<Millimeters> const&,
                                                            Millimeters);
template IdVector<PlaceId, Closure<Milliseconds>> close_each(Population const&,
                                                             ReachTable<Milliseconds> const&,
                                                             Milliseconds);

}  // namespace gapmap::coverage
