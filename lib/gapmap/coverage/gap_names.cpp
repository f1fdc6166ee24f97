#include "gapmap/coverage/gap_names.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <tuple>
#include <utility>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/places/spelling.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

/// Localities to look among, by their position in the list of all.
class Nearby {
 public:
  /// Keeps a reference to `all`.
  Nearby(std::span<Locality const> all, std::vector<std::uint32_t> these)
      : all_{all}, these_{std::move(these)}, tree_{boxes_of(all, these_)} {}

  /// Returns the one nearest to `p`, the first of several. Requires: there is one.
  [[nodiscard]] std::uint32_t nearest(Point p) const {
    constexpr double kAnywhere = std::numeric_limits<double>::infinity();
    std::pair best{kAnywhere, std::uint32_t{0}};
    tree_.visit_nearest(p, kAnywhere, [&](std::uint32_t i) {
      best =
          std::min(best, std::pair{planar_distance(p, all_[these_[i]].point).value(), these_[i]});
      return best.first;
    });
    return best.second;
  }

 private:
  [[nodiscard]] static std::vector<Box> boxes_of(std::span<Locality const> all,
                                                 std::vector<std::uint32_t> const& these) {
    std::vector<Box> boxes;
    for (auto const i : these) boxes.push_back({all[i].point, all[i].point});
    return boxes;
  }

  std::span<Locality const> all_;
  std::vector<std::uint32_t> these_;
  BoxTree tree_;
};

/// Localities of every municipality, and all of them for gaps whose municipality has none.
class Gazette {
 public:
  explicit Gazette(std::span<Locality const> all) : all_{all, every(all)} {
    std::map<MunicipalityId, std::vector<std::uint32_t>> by_municipality;
    for (auto const i : every(all)) {
      if (!all[i].municipality.is_none()) by_municipality[all[i].municipality].push_back(i);
    }
    for (auto& [municipality, these] : by_municipality)
      of_.try_emplace(municipality, all, std::move(these));
  }
  [[nodiscard]] Nearby const& of(MunicipalityId municipality) const {
    auto const found = of_.find(municipality);
    return found == of_.end() ? all_ : found->second;
  }

 private:
  [[nodiscard]] static std::vector<std::uint32_t> every(std::span<Locality const> all) {
    std::vector<std::uint32_t> indices;
    for (std::uint32_t i = 0; i < all.size(); ++i) indices.push_back(i);
    return indices;
  }

  Nearby all_;
  std::map<MunicipalityId, Nearby> of_;
};

/// What each cell of a gap weighs.
std::vector<double> weights_of(GapPatch const& gap, Population const& population,
                               bool by_residents) {
  std::vector<double> weights(gap.cells.size(), 1);
  if (!by_residents || !(gap.residents > People{0})) return weights;
  for (std::size_t i = 0; i < weights.size(); ++i)
    weights[i] = population[gap.cells[i]].residents.value_or(People{0}).value();
  return weights;
}

/// Returns the centre of the cell that is nearest to where people live on average.
Point middle_of(GapPatch const& gap, Population const& population,
                std::vector<double> const& weights) {
  Point sum;
  double weight = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    auto const center = population[gap.cells[i]].center;
    sum = {sum.x + weights[i] * center.x, sum.y + weights[i] * center.y};
    weight += weights[i];
  }
  Point const mean{sum.x / weight, sum.y / weight};
  auto best = population[gap.cells.front()].center;
  for (auto const cell : gap.cells) {
    auto const center = population[cell].center;
    if (planar_distance(center, mean) < planar_distance(best, mean)) best = center;
  }
  return best;
}

/// Returns the direction in which `to` lies; half-way between two it is the one clockwise.
Compass direction_between(Point from, Point to) {
  constexpr double kEighths = 8;
  auto const turns = std::atan2(to.x - from.x, to.y - from.y) / (2 * std::numbers::pi);
  auto const eighth = static_cast<int>(std::floor(kEighths * turns + 0.5));
  return static_cast<Compass>((eighth + 8) % 8);
}

/// A gap and the locality that most of it lives near.
struct Claim {
  std::uint32_t locality = 0;
  Meters nearest_home{0};
  CellId first_cell;
};

Claim claim_of(GapPatch const& gap, Population const& population,
               std::vector<double> const& weights, Nearby const& nearby,
               std::span<Locality const> localities) {
  std::map<std::uint32_t, double> votes;
  for (std::size_t i = 0; i < weights.size(); ++i)
    votes[nearby.nearest(population[gap.cells[i]].center)] += weights[i];
  auto best = votes.begin();
  for (auto vote = votes.begin(); vote != votes.end(); ++vote) {
    if (vote->second > best->second) best = vote;
  }
  Claim claim{best->first, Meters::infinite(), gap.cells.front()};
  for (auto const cell : gap.cells) {
    claim.nearest_home =
        std::min(claim.nearest_home,
                 planar_distance(localities[claim.locality].point, population[cell].center));
  }
  return claim;
}

}  // namespace

template <std::derived_from<GapPatch> SomeGap>
std::vector<GapName> name_gaps(Population const& population, std::span<SomeGap const> gaps,
                               WorkingFrame const& frame, GapNaming const& by) {
  Ruler const ruler{frame};
  Gazette const gazette{by.localities};
  std::vector<GapName> names;
  std::vector<Claim> claims;
  // By municipality and spelling: two villages of one name are not told apart by it.
  std::map<std::pair<MunicipalityId, std::string>, std::size_t> bearer;
  auto const told_from = [&](std::string const& name, Point from, Point middle) {
    return GapName{name, ruler.distance(from, middle), direction_between(from, middle)};
  };
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    stop_if_asked();
    auto const& gap = gaps[g];
    auto const weights = weights_of(gap, population, by.by_residents);
    auto const middle = middle_of(gap, population, weights);
    if (by.localities.empty()) {
      auto const* const place = gap.nearest.is_none() ? nullptr : &by.places[gap.nearest];
      bool const has_name = place != nullptr && place->name != place->id;
      names.push_back(has_name ? told_from(place->name, place->point, middle) : GapName{});
      continue;
    }
    claims.push_back(
        claim_of(gap, population, weights, gazette.of(gap.municipality), by.localities));
    auto const& claim = claims.back();
    auto const& locality = by.localities[claim.locality];
    names.push_back(told_from(locality.name, locality.point, middle));
    auto const [holder, is_first] =
        bearer.try_emplace({gap.municipality, places::plain_spelling(locality.name)}, g);
    auto const order = [&](std::size_t of) {
      return std::pair{claims[of].nearest_home, claims[of].first_cell};
    };
    if (!is_first && order(g) < order(holder->second)) holder->second = g;
  }
  for (auto const& [name, g] : bearer) {
    if (claims[g].nearest_home <= kNearLocality) names[g].direction.reset();
  }
  return names;
}

template std::vector<GapName> name_gaps(Population const&, std::span<GapPatch const>,
                                        WorkingFrame const&, GapNaming const&);
template std::vector<GapName> name_gaps(Population const&, std::span<Gap<Millimeters> const>,
                                        WorkingFrame const&, GapNaming const&);
template std::vector<GapName> name_gaps(Population const&, std::span<Gap<Milliseconds> const>,
                                        WorkingFrame const&, GapNaming const&);

}  // namespace gapmap::coverage
