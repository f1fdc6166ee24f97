#include "gapmap/siting/detail/mixed_program.h"

#include <fmt/format.h>

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpSimplex.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>

#include "gapmap/siting/detail/clp_load.h"

namespace gapmap::siting {
namespace {

/// Ends the solver when the effort is spent.
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

int go_on(CbcModel* /*model*/, int /*where*/) { return 0; }

}  // namespace

MixedSolution solve(MixedProgram const& program, Effort& effort, double known) {
  if (effort.is_spent()) return {};
  ClpSimplex simplex;
  load(program.linear, simplex);
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
  MixedSolution found{.numbers = {}, .bound = model.getBestPossibleObjValue()};
  if (auto const* const best = model.bestSolution()) {
    found.numbers.assign(best, best + program.linear.numbers.size());
  } else if (model.isProvenInfeasible()) {
    found.is_impossible = true;
    found.bound = known;
  }
  return found;
}

}  // namespace gapmap::siting
