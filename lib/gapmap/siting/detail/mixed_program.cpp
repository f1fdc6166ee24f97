#include "gapmap/siting/detail/mixed_program.h"

#include <fmt/format.h>

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>

#include "gapmap/siting/detail/clp_load.h"

namespace gapmap::siting {
namespace {

/// Ends a linear program when the effort is spent, and notes that its answer is none.
class CutsLinear final : public ClpEventHandler {
 public:
  CutsLinear(Effort const& effort, bool& is_cut) : effort_{effort}, is_cut_{is_cut} {}
  int event(Event /*which*/) override {
    if (!effort_.is_spent()) return -1;
    is_cut_ = true;
    return 5;
  }
  [[nodiscard]] ClpEventHandler* clone() const override { return new CutsLinear{*this}; }

 private:
  Effort const& effort_;
  bool& is_cut_;
};

/// Ends the search when the effort is spent.
class EndsMixed final : public CbcEventHandler {
 public:
  explicit EndsMixed(Effort& effort) : effort_{effort} {}
  CbcAction event(CbcEvent which) override {
    bool const goes_on = which == node ? effort_.spend() : !effort_.is_spent();
    return goes_on ? noAction : stop;
  }
  [[nodiscard]] CbcEventHandler* clone() const override { return new EndsMixed{*this}; }

 private:
  Effort& effort_;
};

/// CBC takes such numbers for none.
constexpr double kNoBound = 1e40;

int go_on(CbcModel* /*model*/, int /*where*/) { return 0; }

/// CBC does not begin with a program of nothing.
MixedSolution without_numbers(LinearProgram const& program, double known) {
  bool const holds = std::ranges::all_of(program.rows, [](LinearProgram::Row const& row) {
    return row.lowest <= 0 && row.highest >= 0;
  });
  bool const is_possible = holds && known > 0;
  return {.is_found = is_possible, .bound = is_possible ? 0 : known, .is_impossible = !is_possible};
}

}  // namespace

MixedSolution solve(MixedProgram const& program, Effort& effort, double known) {
  if (effort.is_spent()) return {};
  if (program.linear.numbers.empty()) return without_numbers(program.linear, known);
  bool is_cut = false;
  CutsLinear const cuts{effort, is_cut};
  ClpSimplex simplex;
  load(program.linear, simplex);
  simplex.passInEventHandler(&cuts);
  OsiClpSolverInterface solver{&simplex};
  solver.messageHandler()->setLogLevel(0);
  for (auto const number : program.whole) solver.setInteger(static_cast<int>(number));
  CbcModel model{solver};
  CbcSolverUsefulData settings;
  settings.noPrinting_ = true;
  settings.useSignalHandler_ = false;
  CbcMain0(model, settings);
  model.setLogLevel(0);
  EndsMixed const ends{effort};
  model.passInEventHandler(&ends);
  std::vector<std::string> words{"gapmap", "-log", "0", "-timeMode", "elapsed"};
  if (auto const left = effort.time_left()) {
    words.insert(words.end(),
                 {"-seconds", fmt::format("{}", std::chrono::duration<double>(*left).count())});
  }
  if (std::isfinite(known)) words.insert(words.end(), {"-cutoff", fmt::format("{}", known)});
  words.insert(words.end(), {"-solve", "-quit"});
  std::vector<char const*> arguments;
  for (auto const& word : words) arguments.push_back(word.c_str());
  CbcMain1(static_cast<int>(arguments.size()), arguments.data(), model, go_on, settings);
  MixedSolution found;
  if (auto const* const best = model.bestSolution()) {
    found.is_found = true;
    found.numbers.assign(best, best + program.linear.numbers.size());
  }
  // A linear program that was cut may have passed for one without a solution.
  if (is_cut) return found;
  found.is_impossible = !found.is_found && model.isProvenInfeasible();
  found.bound = found.is_impossible ? known : model.getBestPossibleObjValue();
  if (std::abs(found.bound) >= kNoBound && !found.is_impossible)
    found.bound = -std::numeric_limits<double>::infinity();
  return found;
}

}  // namespace gapmap::siting
