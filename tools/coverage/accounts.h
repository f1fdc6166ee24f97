#pragma once
// The accounts of a run: the same people under every rule of kAccountRules.

#include <vector>

#include "tools/coverage/counties.h"
#include "tools/coverage/variants.h"

namespace gapmap::tools {

/// Who counts which places, under either rule, and how many there are, outside the box too.
struct PlacesOf {
  std::vector<Clientele> clienteles;
  IdVector<CellId, std::size_t> there_are;
};

/// Each account says what a run by its rules alone would: without ferries, people and places are
/// attached anew, to roads. The rules of the run itself are not searched again, and where there is
/// no ferry, neither are those without. What roads and places outside the box might change is added
/// to `doubts`. `found` is what the run found, `whose` and its profile its rules.
template <CostType Cost>
[[nodiscard]] std::vector<Account<Cost>> find_accounts(Found<Cost> const& found, Whose whose,
                                                       PlacesOf const& anybodys,
                                                       PlacesOf const& own,
                                                       WorkingFrame const& frame,
                                                       Doubts<Cost>& doubts, Console& console);

}  // namespace gapmap::tools
