#pragma once
// Plans made better by changes of one site: open one, close one, or one for another.

#include <cstdint>
#include <optional>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/detail/location_model.h"
#include "gapmap/siting/detail/set_rules.h"

namespace gapmap::siting {

/// A set of open sites, and what every change of one site would be worth. After a change only the
/// demands whose nearest or second nearest open site it touches are looked at again; of demands
/// that need several sites all those that it reaches. Memory: one number for every pair of an open
/// site and any site.
/// Source: Whitaker 1983, INFOR 21:95–108; Resende & Werneck 2007, European Journal of Operational
///         Research 174:54–68.
class Interchange {
 public:
  /// Keeps references to both. Only changes that keep the rules are made.
  explicit Interchange(LocationModel const& model, std::vector<SetRule> const& rules = kNoRules);

  /// Opens these sites and no others.
  /// Requires: no more than `model.most`.
  void begin(std::vector<std::uint32_t> const& open);

  /// Opens one site after the other, each time the one that saves most, until none saves anything
  /// or no more may be opened. Where demands need several sites, one that saves nothing yet is
  /// opened for those that lack most. Ties: the lower number.
  void open_greedily(Effort& effort);

  /// Makes the change that saves most until none saves anything. Ties: the lower numbers.
  void improve(Effort& effort);

  [[nodiscard]] std::int64_t cost() const noexcept { return cost_; }
  /// The open sites, ascending.
  [[nodiscard]] std::vector<std::uint32_t> open() const;

 private:
  struct Change {
    std::optional<std::uint32_t> opened;
    std::optional<std::size_t> closed;  ///< its slot
    std::int64_t saves = 0;
  };

  [[nodiscard]] Change best_change() const;
  [[nodiscard]] bool is_allowed(Change const& change) const;
  void make(Change const& change);
  /// Finds nearest and second nearest open site of a demand.
  void look_up(std::size_t demand);
  /// Adds what a demand means for changes, or takes it away.
  void account(std::size_t demand, std::int64_t sign);
  void account_for_several(std::size_t demand, std::int64_t sign);
  /// The site whose demands lack most that is not open; nothing if none lacks any.
  [[nodiscard]] std::optional<std::uint32_t> most_lacked() const;
  [[nodiscard]] std::int64_t& shared(std::uint32_t site, std::size_t slot) {
    return shared_[site * slots_ + slot];
  }

  static std::vector<SetRule> const kNoRules;

  LocationModel const& model_;
  OpenSums sums_;
  std::size_t slots_;
  Lists demands_of_;                             ///< whom each site may serve
  std::vector<std::uint32_t> slot_of_;           ///< of each site, if it is open
  std::vector<std::uint32_t> site_in_;           ///< of each slot, if it is taken
  std::vector<std::uint32_t> nearest_, second_;  ///< of each demand: rank in its row, or beyond it
  std::vector<std::uint32_t> times_;             ///< open sites of each demand that needs several
  std::vector<std::int64_t> gains_;              ///< what opening a site saves besides its own cost
  std::vector<std::int64_t> losses_;             ///< what closing that in a slot costs
  std::vector<std::int64_t> shared_;  ///< what of a loss a site opened at the same time saves
  std::int64_t cost_ = 0;
  std::size_t open_count_ = 0;
};

}  // namespace gapmap::siting
