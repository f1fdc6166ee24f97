#include "gapmap/coverage/joint_remedies.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

#include "gapmap/coverage/detail/brought_cells.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

/// What those count whom a candidate would bring beyond those that others bring.
struct Gain {
  double in_gaps = 0;
  double elsewhere = 0;
  [[nodiscard]] double all() const { return in_gaps + elsewhere; }
};

/// Chooses one place after the other. Gains are added up anew from whoever is left, never
/// subtracted, so that they are the same sums whatever was chosen before, and exactly zero where
/// nobody is left.
template <CostType Cost>
class JointChoice {
 public:
  /// Keeps references to its arguments.
  JointChoice(Population const& population, Coverage<Cost> const& coverage,
              std::span<Gap<Cost> const> gaps, ReachTable<Cost> const& candidates,
              RemedyOptions const& options)
      : population_{population},
        coverage_{coverage},
        candidates_{candidates},
        weights_{options.weights},
        brought_{detail::brought_cells(coverage, candidates)},
        gap_of_(population.size(), 0),
        is_left_(population.size(), 1),
        gains_(brought_.size()),
        gaps_{gaps.size()} {
    for (std::size_t g = 0; g < gaps.size(); ++g) {
      for (auto const cell : gaps[g].cells) gap_of_[cell] = g + 1;
    }
    IdVector<CellId, char> is_brought(population.size(), 0);
    for (auto const candidate : brought_.ids()) {
      stop_if_asked();
      auto const own_gap = options.gap_of.empty() ? 0 : options.gap_of[candidate] + std::size_t{1};
      bool const helps = std::ranges::any_of(brought_[candidate], [&](CellId cell) {
        bool const is_in_question = own_gap == 0 ? gap_of_[cell] != 0 : gap_of_[cell] == own_gap;
        return is_in_question && weight(cell) > 0;
      });
      if (!helps) continue;
      open_.push_back(candidate);
      gains_[candidate] = gain_of(candidate);
      for (auto const cell : brought_[candidate]) {
        if (std::exchange(is_brought[cell], 1) == 0) all_ += weight(cell);
      }
    }
  }

  std::vector<JointRemedy<Cost>> choose(std::size_t most) {
    most = std::min(most, open_.size());
    std::vector<double> at_most(most, all_);
    lower(at_most);
    std::vector<JointRemedy<Cost>> chosen;
    while (chosen.size() < most) {
      auto const best = *std::ranges::min_element(open_, {}, [&](PlaceId candidate) {
        auto const& gain = gains_[candidate];
        return std::tuple{-gain.all(), -gain.in_gaps, candidate};
      });
      if (!(gains_[best].all() > 0)) break;
      chosen.push_back(take(best));
      lower(at_most);
    }
    for (std::size_t i = 0; i < chosen.size(); ++i)
      chosen[i].weight_at_most = std::max(chosen[i].weight, at_most[i]);
    return chosen;
  }

 private:
  [[nodiscard]] double residents(CellId cell) const {
    return population_[cell].residents.value_or(People{0}).value();
  }
  [[nodiscard]] double weight(CellId cell) const {
    return weights_.empty() ? residents(cell) : weights_[cell];
  }
  [[nodiscard]] Gain gain_of(PlaceId candidate) const {
    Gain gain;
    for (auto const cell : brought_[candidate]) {
      if (is_left_[cell] == 0) continue;
      (gap_of_[cell] != 0 ? gain.in_gaps : gain.elsewhere) += weight(cell);
    }
    return gain;
  }

  /// Lowers the bounds of sets of 1, 2 … places to what is chosen and the greatest gains beyond it.
  void lower(std::vector<double>& at_most) const {
    std::vector<double> greatest;
    greatest.reserve(open_.size());
    for (auto const candidate : open_) greatest.push_back(gains_[candidate].all());
    std::ranges::partial_sort(
        greatest, greatest.begin() + static_cast<std::ptrdiff_t>(at_most.size()), std::greater{});
    double bound = weight_together_;
    for (std::size_t j = 0; j < at_most.size(); ++j) {
      bound += greatest[j];
      at_most[j] = std::min(at_most[j], bound);
    }
  }

  JointRemedy<Cost> take(PlaceId candidate) {
    weight_together_ += gains_[candidate].all();
    JointRemedy<Cost> remedy{
        .candidate = candidate, .gap = {}, .cost_mean = {}, .weight = weight_together_};
    double in_gaps = 0;
    double elsewhere = 0;
    double weighted = 0;
    std::vector<double> by_gap(gaps_, 0);
    std::vector<PlaceId> touched;
    for (auto const cell : brought_[candidate]) {
      if (std::exchange(is_left_[cell], 0) == 0) continue;
      remedy.cells.push_back(cell);
      (gap_of_[cell] != 0 ? in_gaps : elsewhere) += residents(cell);
      if (gap_of_[cell] != 0) by_gap[gap_of_[cell] - 1] += residents(cell);
      for (auto const& [other, cost] : candidates_.row(cell)) {
        if (cost > coverage_.limit) break;
        if (other == candidate) weighted += residents(cell) * to_natural(cost).value();
        touched.push_back(other);
      }
    }
    if (in_gaps > 0)
      remedy.gap = static_cast<std::size_t>(std::ranges::max_element(by_gap) - by_gap.begin());
    remedy.in_gaps = People{in_gaps};
    remedy.elsewhere = People{elsewhere};
    remedy.cost_mean = Natural<Cost>{weighted / (in_gaps + elsewhere)};
    together_ += in_gaps + elsewhere;
    remedy.together = People{together_};
    std::ranges::sort(touched);
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (auto const other : touched) gains_[other] = gain_of(other);
    stop_if_asked();
    return remedy;
  }

  Population const& population_;
  Coverage<Cost> const& coverage_;
  ReachTable<Cost> const& candidates_;
  IdVector<CellId, double> const& weights_;  ///< empty: residents
  IdVector<PlaceId, std::vector<CellId>> brought_;
  IdVector<CellId, std::size_t> gap_of_;  ///< 0: in none; else its position, from 1
  IdVector<CellId, char> is_left_;        ///< no chosen place brings it
  std::vector<PlaceId> open_;             ///< candidates to choose among, ascending
  IdVector<PlaceId, Gain> gains_;
  std::size_t gaps_;
  double all_ = 0;              ///< weight that all candidates bring
  double together_ = 0;         ///< residents whom those chosen bring
  double weight_together_ = 0;  ///< weight that they bring
};

}  // namespace

template <CostType Cost>
std::vector<JointRemedy<Cost>> choose_together(Population const& population,
                                               Coverage<Cost> const& coverage,
                                               std::span<Gap<Cost> const> gaps,
                                               ReachTable<Cost> const& candidates,
                                               RemedyOptions const& options) {
  expects(coverage.cells.size() == population.size(), "coverage was assessed for this population");
  expects(options.gap_of.empty() || options.gap_of.size() == candidates.place_is_attached.size(),
          "every candidate is for one gap, or all are for every gap");
  return JointChoice<Cost>{population, coverage, gaps, candidates, options}.choose(
      options.together);
}

template std::vector<JointRemedy<Millimeters>> choose_together(Population const&,
                                                               Coverage<Millimeters> const&,
                                                               std::span<Gap<Millimeters> const>,
                                                               ReachTable<Millimeters> const&,
                                                               RemedyOptions const&);
template std::vector<JointRemedy<Milliseconds>> choose_together(Population const&,
                                                                Coverage<Milliseconds> const&,
                                                                std::span<Gap<Milliseconds> const>,
                                                                ReachTable<Milliseconds> const&,
                                                                RemedyOptions const&);

}  // namespace gapmap::coverage
