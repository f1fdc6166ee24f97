#pragma once
// The one model behind the problems of siting that cost nothing but distance and opening: open some
// sites so that
//
//     sum of opening costs of open sites + sum over demands of the cheapest open site's cost,
//
// where a demand without an open site costs `unserved`, is least. With opening costs of zero and at
// most p sites it is the p-median problem; with costs of zero and `unserved` the weight it is
// maximal covering; with opening costs and a large `unserved` it is set covering. Where open sites
// cost a demand nothing it may need several of them, as backup for one another: with fewer it pays
// `unserved`.

#include <cstdint>
#include <span>
#include <vector>

namespace gapmap::siting {

/// All numbers are whole. Each is a multiple of `unit` at the beginning, so that multipliers can be
/// fractions of a unit and bounds are exact.
struct LocationModel {
  std::vector<std::uint32_t> first{0};  ///< row of demand d: first[d] .. first[d + 1]
  std::vector<std::uint32_t> sites;     ///< of each row by cost
  std::vector<std::int64_t> costs;      ///< below `unserved` of their row
  std::vector<std::int64_t> unserved;   ///< for each demand
  std::vector<std::uint32_t> needs;  ///< open sites that each demand needs; 1 if they cost anything
  std::vector<std::int64_t> opening;  ///< for each site
  std::uint32_t most = 0;             ///< number of sites that may be opened
  std::int64_t fixed = 0;             ///< what has to be paid in any case
  std::int64_t unit = 1;

  [[nodiscard]] std::size_t demand_count() const noexcept { return unserved.size(); }
  [[nodiscard]] std::size_t site_count() const noexcept { return opening.size(); }

  /// The greatest multiplier of a demand: it never pays for leaving it out more than that costs.
  [[nodiscard]] std::int64_t highest_multiplier(std::size_t demand) const noexcept {
    return unserved[demand] / needs[demand];
  }

  /// Appends a demand; pairs that are no cheaper than `cost_unserved` are left out.
  /// Requires: ascending costs, zero if it needs several sites.
  void add(std::span<std::uint32_t const> row_sites, std::span<std::int64_t const> row_costs,
           std::int64_t cost_unserved, std::uint32_t need = 1);
};

/// Lists of numbers, ascending in each, one behind the other.
struct Lists {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint32_t> members = {};
  [[nodiscard]] std::span<std::uint32_t const> at(std::size_t list) const noexcept {
    return std::span{members}.subspan(first[list], first[list + 1] - first[list]);
  }
  [[nodiscard]] std::size_t size() const noexcept { return first.size() - 1; }
};

/// Returns the demands of every site. Cost: O(pairs).
[[nodiscard]] Lists demands_of_sites(LocationModel const& model);

/// Returns what it costs if these sites are open. Cost: O(pairs).
[[nodiscard]] std::int64_t cost_of(LocationModel const& model, std::span<std::uint32_t const> open);

enum class SiteState : std::uint8_t { Free, Open, Closed };

/// A model that is left when some sites are decided on.
struct Remainder {
  LocationModel model;
  std::vector<std::uint32_t> sites;        ///< what its sites are called in the model before
  std::vector<std::uint32_t> opened = {};  ///< sites of the model before that are open
  /// What each demand before is called in it, or kNobody.
  std::vector<std::uint32_t> demands = {};
};

/// No demand of a remainder: it pays the same in any case.
inline constexpr std::uint32_t kNobody = 0xffffffff;

enum class IdleSites : std::uint8_t { LeaveOut, Keep };

/// Returns what is left to be decided. Open sites become what demands pay without others, or what
/// they need no longer; demands with the same sites in the same order and the same need become one,
/// since they are always served by the same sites; idle sites, which serve nobody any cheaper, are
/// left out unless they are to be kept.
/// Cost: O(pairs), expected.
[[nodiscard]] Remainder decide(LocationModel const& model, std::span<SiteState const> states,
                               IdleSites idle = IdleSites::LeaveOut);

}  // namespace gapmap::siting
