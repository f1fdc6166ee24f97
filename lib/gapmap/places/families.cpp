#include "gapmap/places/families.h"

#include <algorithm>
#include <cmath>

namespace gapmap::places {
namespace {

bool is_whole_number(std::optional<People> const& number) {
  return !number || number->value() == std::floor(number->value());
}

bool are_whole(Population const& population) {
  return std::ranges::all_of(population, [](Cell const& cell) {
    return is_whole_number(cell.residents) && std::ranges::all_of(cell.groups, is_whole_number);
  });
}

void keep_first(std::vector<CellId>& cells, CellId id) {
  if (cells.size() < FamilySums::kFirstCells) cells.push_back(id);
}

/// Adds a cell. `off_by` grows to the error that this cell takes.
void add(FamilySums& sums, CellId id, Cell const& cell) {
  auto const residents = *cell.residents;
  auto const parts = published(cell, sums.family);
  auto const rounding = std::max(People{1}, residents) * 1e-6;
  auto const explain = [&](People difference, std::size_t numbers) {
    sums.off_by = std::max(sums.off_by, difference / static_cast<double>(numbers));
  };
  auto const excess = parts.sum - residents;
  if (excess > rounding) explain(excess, parts.groups + 1);
  if (auto const most = parts.largest - residents; most > rounding) {
    ++sums.exceeding;
    sums.most_excess = std::max(sums.most_excess, most);
    keep_first(sums.first_exceeding, id);
    explain(most, 2);
  }
  bool const is_published = parts.groups == sums.family.groups.size();
  if (!sums.family.is_whole() || (!is_published && excess <= rounding)) return;
  ++sums.cells;
  if (excess <= rounding && residents - parts.sum <= rounding) return;
  ++sums.differing;
  sums.residents += residents;
  sums.difference += excess;
  sums.least_difference = std::min(sums.least_difference, excess);
  sums.most_difference = std::max(sums.most_difference, excess);
  keep_first(sums.first_differing, id);
  if (is_published) explain(residents - parts.sum, sums.family.numbers());
}

}  // namespace

Published published(Cell const& cell, Family const& family) {
  Published all;
  for (auto const g : family.groups) {
    if (auto const& number = cell.groups[g]) {
      all.sum += *number;
      all.largest = std::max(all.largest, *number);
      ++all.groups;
    }
  }
  return all;
}

std::vector<Family> families_of(Groups const& groups) {
  std::vector<Family> families;
  for (auto const g : groups.ids()) {
    auto const& name = groups[g].family;
    auto const same = std::ranges::find_if(
        families, [&](Family const& family) { return !name.empty() && family.name == name; });
    if (same == families.end()) {
      families.push_back({name, {g}});
    } else {
      same->groups.push_back(g);
    }
  }
  return families;
}

std::vector<FamilySums> check_families(Population const& population, Groups const& groups) {
  bool const rounds_up = are_whole(population);
  std::vector<FamilySums> all;
  for (auto& family : families_of(groups)) {
    FamilySums sums{.family = std::move(family)};
    for (auto const id : population.ids()) {
      if (population[id].residents) add(sums, id, population[id]);
    }
    if (rounds_up) sums.off_by = People{std::ceil(sums.off_by.value())};
    all.push_back(std::move(sums));
  }
  return all;
}

}  // namespace gapmap::places
