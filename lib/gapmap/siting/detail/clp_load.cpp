#include "gapmap/siting/detail/clp_load.h"

#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <vector>

namespace gapmap::siting {
namespace {

/// Clp takes it for infinite.
constexpr double kInfinite = 1e30;

}  // namespace

void load(LinearProgram const& program, ClpSimplex& simplex) {
  std::vector<CoinBigIndex> starts{0};
  std::vector<int> indices;
  std::vector<double> factors;
  std::vector<double> row_lowest;
  std::vector<double> row_highest;
  for (auto const& row : program.rows) {
    for (auto const& [number, factor] : row.terms) {
      indices.push_back(static_cast<int>(number));
      factors.push_back(factor);
    }
    starts.push_back(static_cast<CoinBigIndex>(indices.size()));
    row_lowest.push_back(std::max(row.lowest, -kInfinite));
    row_highest.push_back(std::min(row.highest, kInfinite));
  }
  CoinPackedMatrix const matrix{false,
                                static_cast<int>(program.numbers.size()),
                                static_cast<int>(program.rows.size()),
                                starts.back(),
                                factors.data(),
                                indices.data(),
                                starts.data(),
                                nullptr};
  std::vector<double> lowest;
  std::vector<double> highest;
  std::vector<double> prices;
  for (auto const& number : program.numbers) {
    lowest.push_back(number.lowest);
    highest.push_back(std::min(number.highest, kInfinite));
    prices.push_back(number.price);
  }
  simplex.setLogLevel(0);
  simplex.loadProblem(matrix, lowest.data(), highest.data(), prices.data(), row_lowest.data(),
                      row_highest.data());
}

}  // namespace gapmap::siting
