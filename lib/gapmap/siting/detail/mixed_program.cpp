#include "gapmap/siting/detail/mixed_program.h"

#include <fmt/format.h>

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <array>
#include <chrono>

namespace gapmap::siting {
namespace {

/// Both solvers take it for infinite.
constexpr double kInfinite = 1e30;
constexpr double kForever = 1e9;  ///< seconds

void load(MixedProgram const& program, OsiClpSolverInterface& solver) {
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
  solver.messageHandler()->setLogLevel(0);
  solver.loadProblem(matrix, lowest.data(), highest.data(), prices.data(), row_lowest.data(),
                     row_highest.data());
  for (std::size_t n = 0; n < program.numbers.size(); ++n) {
    if (program.numbers[n].is_whole) solver.setInteger(static_cast<int>(n));
  }
}

/// Ends a solver when the effort is spent.
class EndsLinear final : public ClpEventHandler {
 public:
  explicit EndsLinear(Effort const& effort) : effort_{effort} {}
  int event(Event /*which*/) override { return effort_.is_spent() ? 5 : -1; }
  [[nodiscard]] ClpEventHandler* clone() const override { return new EndsLinear{*this}; }

 private:
  Effort const& effort_;
};

class EndsMixed final : public CbcEventHandler {
 public:
  explicit EndsMixed(Effort const& effort) : effort_{effort} {}
  CbcAction event(CbcEvent /*which*/) override { return effort_.is_spent() ? stop : noAction; }
  [[nodiscard]] CbcEventHandler* clone() const override { return new EndsMixed{*this}; }

 private:
  Effort const& effort_;
};

}  // namespace

LinearSolution solve_relaxed(MixedProgram const& program, Effort& effort) {
  OsiClpSolverInterface solver;
  load(program, solver);
  auto* const simplex = solver.getModelPtr();
  EndsLinear const ends{effort};
  simplex->passInEventHandler(&ends);
  solver.initialSolve();
  if (!solver.isProvenOptimal()) return {};
  auto const* const prices = solver.getRowPrice();
  return {{prices, prices + program.rows.size()}, solver.getObjValue()};
}

MixedSolution solve(MixedProgram const& program, Effort& effort, double least_known) {
  OsiClpSolverInterface solver;
  load(program, solver);
  CbcModel model{solver};
  model.setLogLevel(0);
  CbcMain0(model);
  model.setLogLevel(0);
  EndsMixed const ends{effort};
  model.passInEventHandler(&ends);
  auto const left = effort.time_left();
  auto const seconds =
      fmt::format("{}", left ? std::chrono::duration<double>(*left).count() : kForever);
  auto const cutoff = fmt::format("{}", least_known);
  std::array const words{"gapmap",   "-log",          "0",      "-cutoff", cutoff.c_str(),
                         "-seconds", seconds.c_str(), "-solve", "-quit"};
  // CBC's own text goes to standard output unless its log is off.
  CbcMain1(static_cast<int>(words.size()), const_cast<char const**>(words.data()), model);
  MixedSolution found{.numbers = {},
                      .bound = model.getBestPossibleObjValue(),
                      .is_impossible = model.isProvenInfeasible()};
  if (auto const* const best = model.bestSolution())
    found.numbers.assign(best, best + program.numbers.size());
  return found;
}

}  // namespace gapmap::siting
