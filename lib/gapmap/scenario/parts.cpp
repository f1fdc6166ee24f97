#include "gapmap/scenario/parts.h"

#include <algorithm>
#include <cmath>

#include "gapmap/scenario/shapley.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::scenario {
namespace {

constexpr double kMillion = 1e6;

/// Returns nothing if some mixture has no residents there.
std::optional<std::vector<std::int64_t>> share_parts(std::vector<std::int64_t> const& residents,
                                                     std::vector<std::int64_t> const& covered) {
  std::vector<std::int64_t> shares;
  for (std::size_t s = 0; s < residents.size(); ++s) {
    if (residents[s] <= 0) return std::nullopt;
    shares.push_back(std::llround(kMillion * static_cast<double>(covered[s]) /
                                  static_cast<double>(residents[s])));
  }
  return parts_of({shares}).front();
}

/// Appends a row with the sum of the others.
void add_total(Table& table, std::size_t columns) {
  std::vector<std::int64_t> total(columns);
  for (auto const& row : table) std::ranges::transform(row, total, total.begin(), std::plus{});
  table.push_back(std::move(total));
}

}  // namespace

std::int64_t in_units(People people, std::int64_t per_person) {
  return std::llround(people.value() * static_cast<double>(per_person));
}

Table parts_of(Table const& figures) {
  Table exact;
  std::size_t factors = 0;
  for (auto const& row : figures) {
    exact.push_back(shapley(row));
    factors = exact.back().size();
  }
  auto const orders = orders_of(factors);
  auto parts = rounded(std::move(exact), orders);
  for (auto& row : parts) {
    for (auto& part : row) part /= orders;
  }
  return parts;
}

Parts split(Mixtures const& mixtures, std::vector<std::string> const& codes,
            std::int64_t per_person) {
  Table residents;
  Table covered;
  for (auto const& code : codes) {
    stop_if_asked();
    auto& lives = residents.emplace_back();
    auto& is_covered = covered.emplace_back();
    for (auto const& mixture : mixtures.found) {
      auto const found = mixture.find(code);
      auto const here = found == mixture.end() ? CoveredResidents{} : found->second;
      lives.push_back(in_units(here.residents, per_person));
      is_covered.push_back(in_units(here.covered, per_person));
    }
  }
  Parts parts{.residents = parts_of(residents), .covered = parts_of(covered)};
  add_total(parts.residents, mixtures.factors.size());
  add_total(parts.covered, mixtures.factors.size());
  add_total(residents, mixtures.found.size());
  add_total(covered, mixtures.found.size());
  parts.not_covered = parts.residents;
  for (std::size_t row = 0; row < parts.residents.size(); ++row) {
    stop_if_asked();
    std::ranges::transform(parts.residents[row], parts.covered[row], parts.not_covered[row].begin(),
                           std::minus{});
    parts.share.push_back(share_parts(residents[row], covered[row]));
  }
  return parts;
}

bool is_without_effect(Mixtures const& mixtures, Factor factor) {
  auto const& factors = mixtures.factors;
  auto const& found = mixtures.found;
  auto const at = std::ranges::find(factors, factor);
  expects(at != factors.end(), "the runs differ in the factor");
  auto const bit = std::size_t{1} << static_cast<std::size_t>(at - factors.begin());
  for (std::size_t set = 0; set < found.size(); ++set) {
    if (found[set] != found[set | bit]) return false;
  }
  return true;
}

}  // namespace gapmap::scenario
