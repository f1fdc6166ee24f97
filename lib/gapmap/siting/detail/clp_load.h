#pragma once
// Linear programs as Clp takes them. For the files that solve with it alone.

#include "gapmap/siting/detail/linear_program.h"

class ClpSimplex;

namespace gapmap::siting {

/// Loads a program, and keeps the solver silent.
void load(LinearProgram const& program, ClpSimplex& simplex);

}  // namespace gapmap::siting
