#include "gapmap/siting/detail/set_rules.h"

#include <algorithm>

namespace gapmap::siting {

OpenSums::OpenSums(std::vector<SetRule> const& rules, std::size_t site_count)
    : rules_{rules}, sums_(rules.size(), 0) {
  if (rules.empty()) return;
  parts_.resize(site_count);
  for (std::uint32_t rule = 0; rule < rules.size(); ++rule) {
    for (auto const& [site, factor] : rules[rule].terms) parts_[site].push_back({rule, factor});
  }
}

void OpenSums::begin(std::span<std::uint32_t const> open) {
  std::ranges::fill(sums_, 0);
  for (auto const site : open) change(site, std::nullopt);
}

bool OpenSums::hold() const {
  for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
    if (sums_[rule] < rules_[rule].lowest || sums_[rule] > rules_[rule].highest) return false;
  }
  return true;
}

std::int64_t OpenSums::factor(std::optional<std::uint32_t> site, std::uint32_t rule) const {
  if (!site) return 0;
  auto const& parts = parts_[*site];
  auto const at = std::ranges::lower_bound(parts, rule, {}, &Part::rule);
  return at != parts.end() && at->rule == rule ? at->factor : 0;
}

bool OpenSums::is_allowed(std::uint32_t rule, std::int64_t change) const {
  auto const then = sums_[rule] + change;
  return change >= 0 ? change == 0 || then <= rules_[rule].highest : then >= rules_[rule].lowest;
}

bool OpenSums::allow(std::optional<std::uint32_t> opened,
                     std::optional<std::uint32_t> closed) const {
  if (rules_.empty()) return true;
  if (opened) {
    for (auto const& [rule, factor_there] : parts_[*opened]) {
      if (!is_allowed(rule, factor_there - factor(closed, rule))) return false;
    }
  }
  if (!closed) return true;
  return std::ranges::all_of(parts_[*closed], [&](Part const& part) {
    return is_allowed(part.rule, factor(opened, part.rule) - part.factor);
  });
}

void OpenSums::change(std::optional<std::uint32_t> opened, std::optional<std::uint32_t> closed) {
  if (rules_.empty()) return;
  if (opened) {
    for (auto const& part : parts_[*opened]) sums_[part.rule] += part.factor;
  }
  if (closed) {
    for (auto const& part : parts_[*closed]) sums_[part.rule] -= part.factor;
  }
}

bool keeps(std::vector<SetRule> const& rules, std::size_t site_count,
           std::span<std::uint32_t const> open) {
  OpenSums sums{rules, site_count};
  sums.begin(open);
  return sums.hold();
}

std::vector<SetRule> remaining(std::vector<SetRule> const& rules, std::size_t site_count,
                               std::span<std::uint32_t const> opened,
                               std::span<std::uint32_t const> sites) {
  constexpr auto kNotLeft = std::numeric_limits<std::uint32_t>::max();
  std::vector<char> is_open(site_count, 0);
  for (auto const site : opened) is_open[site] = 1;
  std::vector<std::uint32_t> number(site_count, kNotLeft);
  for (std::uint32_t s = 0; s < sites.size(); ++s) number[sites[s]] = s;
  std::vector<SetRule> left;
  for (auto const& rule : rules) {
    SetRule next{{}, rule.lowest, rule.highest};
    for (auto const& [site, factor] : rule.terms) {
      if (number[site] != kNotLeft) next.terms.push_back({number[site], factor});
      if (is_open[site] == 0) continue;
      next.lowest -= factor;
      next.highest -= factor;
    }
    left.push_back(std::move(next));
  }
  return left;
}

}  // namespace gapmap::siting
