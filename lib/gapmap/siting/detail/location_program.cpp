#include "gapmap/siting/detail/location_program.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stop_token>
#include <utility>

#include "gapmap/units/stop.h"

namespace gapmap::siting {
namespace {

constexpr auto kInfinity = std::numeric_limits<double>::infinity();
/// What a bound of a program in floating point may be too high.
constexpr double kRounding = 1e-7;
/// Prices of a program are no more than that.
constexpr double kLargestPrice = 1e4;
constexpr double kHalf = 0.5;
constexpr std::size_t kRoundsOfAnySet = 100'000;

/// Calls `visit` with the ranks of a demand's sites of equal cost, level by level, and with what
/// it pays beyond that level for having none up to there.
template <class Visit>
void for_each_level(LocationModel const& model, std::size_t demand, Visit visit) {
  auto const end = model.first[demand + 1];
  for (auto k = model.first[demand]; k < end;) {
    auto last = k;
    while (last < end && model.costs[last] == model.costs[k]) ++last;
    auto const next = last < end ? model.costs[last] : model.unserved[demand];
    visit(k, last, next - model.costs[k]);
    k = last;
  }
}

}  // namespace

std::vector<LinearProgram::Row> rows_of(std::vector<SetRule> const& rules, std::size_t site_count,
                                        std::uint32_t most) {
  std::vector<LinearProgram::Row> rows;
  for (auto const& rule : rules) {
    LinearProgram::Row row{{}, static_cast<double>(rule.lowest), kInfinity};
    std::int64_t all = 0;
    for (auto const& [site, factor] : rule.terms) {
      row.terms.push_back({site, static_cast<double>(factor)});
      all += factor;
    }
    if (rule.highest < all) row.highest = static_cast<double>(rule.highest);
    rows.push_back(std::move(row));
  }
  if (most < site_count) {
    LinearProgram::Row row{{}, 0, static_cast<double>(most)};
    for (std::uint32_t s = 0; s < site_count; ++s) row.terms.push_back({s, 1});
    rows.push_back(std::move(row));
  }
  return rows;
}

LocationProgram location_program(LocationModel const& model, std::vector<SetRule> const& rules,
                                 bool must_serve) {
  LocationProgram made;
  auto& numbers = made.program.linear.numbers;
  auto& rows = made.program.linear.rows;
  std::int64_t largest = 1;
  std::int64_t grain = 0;
  auto const number = [&](std::int64_t price) {
    largest = std::max(largest, price);
    grain = std::gcd(grain, price);
    numbers.push_back({.price = static_cast<double>(price)});
    return static_cast<std::uint32_t>(numbers.size() - 1);
  };
  for (auto const opening : model.opening) made.program.whole.push_back(number(opening));
  rows = rows_of(rules, model.site_count(), model.most);
  made.base = model.fixed;
  for (std::size_t d = 0; d < model.demand_count(); ++d) {
    auto const need = static_cast<double>(model.needs[d]);
    if (must_serve || model.needs[d] > 1) {
      LinearProgram::Row row{{}, need, kInfinity};
      for (auto k = model.first[d]; k < model.first[d + 1]; ++k)
        row.terms.push_back({model.sites[k], 1});
      if (!must_serve) {
        made.program.whole.push_back(number(model.unserved[d]));
        row.terms.push_back({made.program.whole.back(), need});
      }
      rows.push_back(std::move(row));
      continue;
    }
    made.base += model.costs[model.first[d]];
    std::uint32_t before = 0;
    for_each_level(model, d, [&](std::uint32_t begin, std::uint32_t end, std::int64_t price) {
      bool const is_first = begin == model.first[d];
      LinearProgram::Row row{{}, is_first ? 1.0 : 0.0, kInfinity};
      for (auto k = begin; k < end; ++k) row.terms.push_back({model.sites[k], 1});
      if (!is_first) row.terms.push_back({before, -1});
      before = number(price);
      row.terms.push_back({before, 1});
      rows.push_back(std::move(row));
    });
  }
  made.grain = std::max<std::int64_t>(grain, 1);
  made.scale = static_cast<double>(made.grain) *
               std::max(1.0, static_cast<double>(largest / made.grain) / kLargestPrice);
  for (auto& of : numbers) of.price /= made.scale;
  return made;
}

AnySet any_set(std::vector<SetRule> const& rules, std::size_t site_count, std::uint32_t most) {
  if (keeps(rules, site_count, {})) return {.open = std::vector<std::uint32_t>{}};
  MixedProgram program;
  for (std::uint32_t s = 0; s < site_count; ++s) {
    program.linear.numbers.push_back({.price = 1});
    program.whole.push_back(s);
  }
  program.linear.rows = rows_of(rules, site_count, most);
  Stoppable const unstopped{std::stop_token{}};
  Effort enough{{.rounds = kRoundsOfAnySet}};
  auto const found = solve(program, enough);
  auto open = open_sites(found.numbers, site_count);
  if (!found.is_found || !keeps(rules, site_count, open))
    return {.is_impossible = found.is_impossible};
  return {.open = std::move(open)};
}

std::vector<std::uint32_t> open_sites(std::vector<double> const& numbers, std::size_t site_count) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t s = 0; s < site_count && s < numbers.size(); ++s) {
    if (numbers[s] > kHalf) open.push_back(s);
  }
  return open;
}

std::int64_t whole_bound(double bound, double scale, std::int64_t grain) {
  auto const in_grains = bound * scale / static_cast<double>(grain);
  auto const surely = in_grains - kRounding * std::max(1.0, std::abs(in_grains));
  // A bound of nothing is no bound.
  if (!(surely > 0)) return 0;
  return static_cast<std::int64_t>(std::ceil(surely)) * grain;
}

}  // namespace gapmap::siting
