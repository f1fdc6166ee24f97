#pragma once
// The options that choose a group of residents, as text and as values.

#include <string>
#include <vector>

#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct GroupWords {
  std::string about, gaps_by;
};

/// The options as values: words that group_named() finds among the groups of the population.
struct GroupChoice {
  std::string about;    ///< whom the report is about; empty: everybody
  std::string gaps_by;  ///< whose number orders gaps and chooses remedies; empty: everybody's
};

/// Adds the option about whom the report is.
void declare_about(Options& options, GroupWords& words);
void declare_gaps_by(Options& options, GroupWords& words);

/// Reads the options. Gaps go by the group that the report is about if they are not to go by
/// another, but in published runs by all residents: another order would tell of numbers that such a
/// run does not show. What is wrong goes to `problems`.
[[nodiscard]] GroupChoice understand_groups(GroupWords const& words, bool is_published,
                                            Problems& problems);

/// Returns the group that `word` names: the one called so, capitals aside, else the only one whose
/// name holds the word, as "65" in "Y_GE65". Throws UsageError, naming `option`, if there is none
/// or more than one. An empty word is the first group, which is everybody.
/// Requires: there is a group.
[[nodiscard]] std::size_t group_named(std::string const& option, std::string const& word,
                                      std::vector<std::string> const& names);

}  // namespace gapmap::job
