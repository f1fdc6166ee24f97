#pragma once
// Rules for sets of open sites of a location model, beside how many there may be.

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace gapmap::siting {

/// The factors of the sites that are open add up to no less than `lowest` and no more than
/// `highest`.
struct SetRule {
  struct Term {
    std::uint32_t site;
    std::int64_t factor;  ///< not negative
  };
  std::vector<Term> terms;  ///< of different sites
  std::int64_t lowest = 0;
  std::int64_t highest = std::numeric_limits<std::int64_t>::max();
};

/// What rules add up to for a set of open sites that changes.
class OpenSums {
 public:
  /// Keeps a reference to `rules`.
  OpenSums(std::vector<SetRule> const& rules, std::size_t site_count);

  void begin(std::span<std::uint32_t const> open);
  /// Whether all rules hold.
  [[nodiscard]] bool hold() const;
  /// Whether rules that hold do so when a site is opened and another one closed; a rule that does
  /// not may come nearer. Cost: O(rules of both).
  [[nodiscard]] bool allow(std::optional<std::uint32_t> opened,
                           std::optional<std::uint32_t> closed) const;
  void change(std::optional<std::uint32_t> opened, std::optional<std::uint32_t> closed);

 private:
  struct Part {
    std::uint32_t rule;
    std::int64_t factor;
  };
  [[nodiscard]] std::int64_t factor(std::optional<std::uint32_t> site, std::uint32_t rule) const;
  [[nodiscard]] bool is_allowed(std::uint32_t rule, std::int64_t change) const;

  std::vector<SetRule> const& rules_;
  std::vector<std::vector<Part>> parts_;  ///< of each site by rule
  std::vector<std::int64_t> sums_;
};

[[nodiscard]] bool keeps(std::vector<SetRule> const& rules, std::size_t site_count,
                         std::span<std::uint32_t const> open);

/// Returns the rules of what is left when the sites `opened` are open and only `sites` are free,
/// whose numbers are their places in that list. Both by their numbers in `rules`.
[[nodiscard]] std::vector<SetRule> remaining(std::vector<SetRule> const& rules,
                                             std::size_t site_count,
                                             std::span<std::uint32_t const> opened,
                                             std::span<std::uint32_t const> sites);

}  // namespace gapmap::siting
