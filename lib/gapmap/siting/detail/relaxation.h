#pragma once
// How low the cost of a location model can be: its Lagrangian relaxation, in which each demand pays
// a multiplier for being served as often as it likes.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/detail/knapsack.h"
#include "gapmap/siting/detail/location_model.h"
#include "gapmap/siting/detail/set_rules.h"

namespace gapmap::siting {

/// The relaxation at some multipliers m, none above what leaving its demand out costs for each site
/// that it needs:
///
///     bound = fixed + sum of m × need + sum over opened sites of worth,
///     worth of a site = its opening cost + sum over its demands of min(0, cost - m).
///
/// The sites of least worth are opened, if it is negative, as many as may be. Rules for sets pay a
/// multiplier l each as well: the worth of a site rises by l × factor, the bound sinks by l × what
/// the factors may add up to at most; where they must add up to something, the other way round.
/// Returns multipliers to begin with: halfway between what each demand pays for the best and the
/// second best of the sites `open`.
[[nodiscard]] std::vector<std::int64_t> multipliers_of_plan(LocationModel const& model,
                                                            std::span<std::uint32_t const> open);
/// Returns multipliers to begin with where opening is all that costs: each site's opening cost
/// shared out among its demands, for each demand the least share. No site is worth opening there.
[[nodiscard]] std::vector<std::int64_t> multipliers_of_opening(LocationModel const& model);

class Relaxation {
 public:
  /// Keeps a reference to `model`, and to `capacities` if there are any: then the worth of a site
  /// is that of what it serves best. Begins at `multipliers`, with zero for the rules.
  Relaxation(LocationModel const& model, std::vector<std::int64_t> multipliers,
             std::vector<SetRule> const& rules = {}, Capacities const* capacities = nullptr);

  /// Looks for multipliers with a greater bound for at most `rounds` rounds, until the bound is
  /// more than `best` less one unit or steps have become too small. `best` is the cost of a known
  /// plan. Returns the rounds used.
  /// Source: the volume algorithm of Barahona & Anbil 2000, Mathematical Programming 87:385–399.
  std::size_t ascend(std::int64_t best, std::size_t rounds, Effort& effort);

  /// Begins anew with this multiplier of the first rule's upper side, which stays so, and the best
  /// of all others so far. The bound may be less than before.
  /// Requires: the rule has such a side.
  void hold_first_rule(std::int64_t multiplier);
  /// By how much the first rule's upper side is broken, as much of each site opened as shares()
  /// says.
  [[nodiscard]] double excess_of_first_rule() const;

  /// Begins anew at these multipliers, or where the bound is greatest so far if that is greater.
  void move_to(std::vector<std::int64_t> multipliers);

  [[nodiscard]] std::int64_t bound() const noexcept { return bound_; }
  /// The multipliers of the greatest bound found: of the demands, then of the rules' sides.
  [[nodiscard]] std::vector<std::int64_t> const& multipliers() const noexcept { return best_; }
  /// The sites opened there, ascending.
  [[nodiscard]] std::vector<std::uint32_t> const& opened() const noexcept {
    return opened_at_best_;
  }
  /// How much of each site was opened on the way, from 0 to 1, as rounds counted for the direction:
  /// nearly a solution of the linear relaxation.
  [[nodiscard]] std::vector<double> const& shares() const noexcept { return shares_; }

  /// Returns what every plan that is cheaper than `best` must do with a site.
  [[nodiscard]] std::vector<SiteState> forced(std::int64_t best) const;

  /// Returns for each pair of the model whether no plan that is cheaper than `best` has it, with
  /// limited capacities.
  /// Cost: O(pairs × demands of a site).
  [[nodiscard]] std::vector<char> closed_pairs(std::int64_t best) const;

 private:
  static constexpr double kFirstSize = 0.1;
  static constexpr double kFirstPart = 0.1;

  /// One side of a rule: sign × sum of factors is at most sign × limit.
  struct Side {
    std::vector<SetRule::Term> terms;
    std::int64_t sign;
    std::int64_t limit;
    double largest = 1;        ///< of its factors: by so much its multiplier counts more
    std::int64_t highest = 0;  ///< its multiplier
  };

  /// A demand of a site with its cost there; what the site served of it last.
  struct Offer {
    std::uint32_t demand;
    std::int64_t cost;
    double share;
  };

  void begin_offers();
  /// Finds worths of sites of limited capacity.
  void fill_sites();
  void add_side(SetRule const& rule, std::int64_t sign, std::int64_t limit);
  [[nodiscard]] std::int64_t highest(std::size_t multiplier) const;
  /// Finds bound, worths and opened sites at the multipliers `at_`.
  std::int64_t evaluate();
  /// How many sites each demand lacks there, negative if it has more than it needs; by how much
  /// each rule's side is broken.
  void find_slopes();
  void keep(std::int64_t bound);
  /// Turns the direction towards the slopes; returns how far it went along them before.
  double turn();

  LocationModel const& model_;
  Capacities const* capacities_;
  std::vector<std::vector<Offer>> offers_;  ///< of each site, if capacities are limited
  std::vector<Side> sides_;
  std::vector<std::int64_t> at_, best_;
  std::vector<std::int64_t> worths_, worths_at_best_;
  std::vector<std::uint32_t> opened_, opened_at_best_, order_;
  std::vector<char> is_opened_;
  std::vector<double> slopes_, direction_, shares_;
  std::int64_t bound_ = 0;
  bool has_bound_ = false;
  bool is_first_rule_held_ = false;
  // The ascent, which may be continued.
  double size_ = kFirstSize;
  double part_ = kFirstPart;
  std::size_t since_better_ = 0;
  std::size_t rounds_ = 0;
  std::int64_t bound_of_stage_ = 0;
};

}  // namespace gapmap::siting
