#pragma once
// A plan within capacities as tables: who is served where, and how full places are.

#include <vector>

#include "gapmap/engine/site.h"

namespace gapmap::engine {

/// Appends "loads", of every open place, and "assignments", of everybody with a weight: a row for
/// each place that serves somebody, and one for what is left out of them.
/// Requires: a plan within capacities.
void add_capacity_tables(SiteScene const& scene, SiteResult const& result,
                         std::vector<tables::OutputTable>& made);

}  // namespace gapmap::engine
