#include "gapmap/siting/detail/linear_program.h"

#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>

#include "gapmap/siting/detail/clp_load.h"

namespace gapmap::siting {
namespace {

/// Ends the solver when the effort is spent.
class Ends final : public ClpEventHandler {
 public:
  explicit Ends(Effort const& effort) : effort_{effort} {}
  int event(Event /*which*/) override { return effort_.is_spent() ? 5 : -1; }
  [[nodiscard]] ClpEventHandler* clone() const override { return new Ends{*this}; }

 private:
  Effort const& effort_;
};

}  // namespace

LinearSolution solve(LinearProgram const& program, Effort& effort) {
  ClpSimplex simplex;
  load(program, simplex);
  Ends const ends{effort};
  simplex.passInEventHandler(&ends);
  simplex.initialSolve();
  if (!simplex.isProvenOptimal()) return {};
  auto const* const prices = simplex.dualRowSolution();
  return {{prices, prices + program.rows.size()}, simplex.objectiveValue()};
}

}  // namespace gapmap::siting
