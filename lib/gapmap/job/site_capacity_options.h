#pragma once
// The options about how many residents places can serve.

#include <optional>
#include <string>

#include "gapmap/job/options.h"
#include "gapmap/job/place_options.h"
#include "gapmap/job/problems.h"

namespace gapmap::job {

/// The options as text; `--place-capacity` is one of places.
struct SiteCapacityWords {
  std::string candidate_capacity, split;
};

/// How much some sites can serve: a field says it of each, or one number of all.
struct CapacityOf {
  std::string field = {};
  std::optional<double> number = {};
};

/// The options as values.
struct SiteCapacityChoice {
  bool has_capacities = false;  ///< sites serve no more than their capacity
  bool is_split = false;        ///< parts of a demand may have several places
  CapacityOf candidates;
  CapacityOf places;  ///< its field may be empty: the one that is recognised
};

/// Adds the options under the current heading.
void declare_site_capacities(Options& options, SiteCapacityWords& words);

/// Reads the options; everything that is wrong goes to `problems`. With a number for places their
/// field is nothing that anything reads.
[[nodiscard]] SiteCapacityChoice understand_site_capacities(SiteCapacityWords const& words,
                                                            PlaceWords const& places,
                                                            Problems& problems);

}  // namespace gapmap::job
