#include "gapmap/coverage/bands.h"

#include <algorithm>
#include <cmath>

#include "gapmap/units/error.h"

namespace gapmap::coverage {
namespace {

/// Adds up cells in their order.
class BandTally {
 public:
  void add(double residents, double within, BandRule const& rule) {
    auto const open = within * (1 - within);
    auto const clusters = std::max(1.0, std::sqrt(residents) / rule.root_per_cluster);
    expected_ += residents * within;
    variance_ += residents * residents * open / clusters;
    lean_ += residents * open * rule.lean;
    if (within >= 1) surely_ += residents;
    if (within > 0) possibly_ += residents;
  }

  [[nodiscard]] Band finish(BandRule const& rule) const {
    auto const to_each_side = rule.deviations * std::sqrt(variance_) + lean_;
    return {.low = People{std::max(surely_, expected_ - to_each_side)},
            .expected = People{expected_},
            .high = People{std::min(possibly_, expected_ + to_each_side)}};
  }

 private:
  double expected_ = 0;
  double variance_ = 0;
  double lean_ = 0;
  double surely_ = 0;
  double possibly_ = 0;
};

}  // namespace

template <CostType Cost>
std::vector<char> positions_within(ReachTable<Cost> const& reach, Cost limit) {
  expects(limit <= reach.cutoff, "reach was searched at least as far as the limit");
  std::vector<char> marks;
  marks.reserve(reach.connections.size());
  for (std::uint32_t p = 0; p < reach.connections.size(); ++p) {
    auto const nearest = reach.nearest(CellId{p});
    marks.push_back(nearest && nearest->cost <= limit ? 1 : 0);
  }
  return marks;
}

IdVector<CellId, double> shares_of_cells(std::vector<char> const& marks,
                                         reach::Spread const& spread) {
  expects(marks.size() == spread.weights.size(), "marks are of these positions");
  IdVector<CellId, double> shares;
  for (std::size_t cell = 0; cell + 1 < spread.first.size(); ++cell) {
    double within = 0;
    double beyond = 0;
    for (auto p = spread.first[cell]; p < spread.first[cell + 1]; ++p)
      (marks[p] != 0 ? within : beyond) += spread.weights[p];
    // All is 1 and none is 0, to the last digit.
    shares.push_back(beyond == 0 ? 1.0 : within / (within + beyond));
  }
  return shares;
}

Bands bands_of(IdVector<CellId, double> const& within, Population const& population,
               Municipalities const& municipalities, BandRule const& rule) {
  expects(within.size() == population.size(), "shares are those of this population");
  IdVector<MunicipalityId, BandTally> tallies(municipalities.size());
  BandTally outside;
  BandTally total;
  bool is_anybody_outside = false;
  for (auto const id : population.ids()) {
    auto const& cell = population[id];
    auto const add = [&](BandTally& tally) {
      if (cell.residents) tally.add(cell.residents->value(), within[id], rule);
    };
    add(total);
    add(cell.municipality.is_none() ? outside : tallies[cell.municipality]);
    is_anybody_outside = is_anybody_outside || cell.municipality.is_none();
  }
  Bands bands;
  for (auto const m : municipalities.ids()) {
    if (municipalities[m].is_studied) bands.municipalities.push_back(tallies[m].finish(rule));
  }
  if (is_anybody_outside) bands.outside = outside.finish(rule);
  bands.total = total.finish(rule);
  return bands;
}

template std::vector<char> positions_within(ReachTable<Millimeters> const&, Millimeters);
template std::vector<char> positions_within(ReachTable<Milliseconds> const&, Milliseconds);

}  // namespace gapmap::coverage
