#pragma once
// The options about whose places count, and about counting under several rules at once.

#include <string>

#include "gapmap/coverage/accounts.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// As given.
struct AccountWords {
  std::string accounts, places_of = "anybody";
};

/// Understood.
struct AccountChoice {
  bool side_by_side = false;     ///< every account of kAccountRules
  Whose whose = Whose::Anybody;  ///< of the run itself

  /// Whether anything in the run depends on what a county is.
  [[nodiscard]] bool needs_counties() const { return side_by_side || whose == Whose::OwnCounty; }
};

void declare_accounts(Options& options, AccountWords& words);

/// `counties` is what says which areas are one county, as the user wrote it; empty: nothing does.
[[nodiscard]] AccountChoice understand_accounts(AccountWords const& words,
                                                std::string const& counties, Problems& problems);

}  // namespace gapmap::job
