#include "gapmap/disclosure/detail/linear_program.h"

#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <CoinPackedVector.hpp>

namespace gapmap::disclosure {

struct LinearProgram::Model {
  ClpSimplex simplex;
};

LinearProgram::LinearProgram(std::span<Number const> numbers, std::span<Terms const> sums)
    : model_{std::make_unique<Model>()} {
  std::vector<double> lowest;
  std::vector<double> highest;
  for (auto const& number : numbers) {
    lowest.push_back(number.lowest);
    highest.push_back(number.highest);
  }
  CoinPackedMatrix rows{false, 0, 0};
  rows.setDimensions(0, static_cast<int>(numbers.size()));
  std::vector<double> values;
  for (auto const& terms : sums) {
    CoinPackedVector row{false};
    double value = 0;
    for (auto const& [number, factor] : terms) {
      row.insert(static_cast<int>(number), factor);
      value += factor * numbers[number].value;
    }
    rows.appendRow(row);
    values.push_back(value);
  }
  std::vector<double> const objective(numbers.size(), 0);
  auto& simplex = model_->simplex;
  simplex.setLogLevel(0);
  simplex.loadProblem(rows, lowest.data(), highest.data(), objective.data(), values.data(),
                      values.data());
  simplex.setOptimizationDirection(-1);
}

LinearProgram::~LinearProgram() = default;

std::vector<double> LinearProgram::largest(Terms const& sum) {
  auto& simplex = model_->simplex;
  for (auto const& [number, factor] : sum)
    simplex.setObjectiveCoefficient(static_cast<int>(number), factor);
  simplex.primal();
  for (auto const& [number, factor] : sum)
    simplex.setObjectiveCoefficient(static_cast<int>(number), 0);
  if (!simplex.isProvenOptimal()) return {};
  auto const* const solution = simplex.primalColumnSolution();
  return {solution, solution + simplex.numberColumns()};
}

}  // namespace gapmap::disclosure
