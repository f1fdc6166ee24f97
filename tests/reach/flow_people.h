#pragma once
// Who lives where in the tests of flows.

#include <cmath>
#include <optional>
#include <vector>

#include "gapmap/reach/clientele.h"
#include "gapmap/reach/nearest.h"

namespace gapmap::reach {

inline Population people(std::vector<std::optional<double>> const& residents) {
  Population population;
  for (auto const number : residents) {
    Cell cell;
    if (number) cell.residents = People{*number};
    population.push_back(std::move(cell));
  }
  return population;
}

/// Cell i has 2^i residents, so that a sum names the cells.
inline Population powers(std::size_t cells) {
  std::vector<std::optional<double>> residents;
  for (std::size_t c = 0; c < cells; ++c)
    residents.emplace_back(std::ldexp(1, static_cast<int>(c)));
  return people(residents);
}

inline Clientele everybody(Ends const& ends) {
  Clientele all;
  for (auto const cell : ends.cells.ids()) all.cells.push_back(cell);
  for (auto const f : ends.places.ids()) all.places.push_back(f);
  return all;
}

}  // namespace gapmap::reach
