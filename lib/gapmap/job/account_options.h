#pragma once
// The options about whose places count, and about counting under several rules at once.

#include <string>

#include "gapmap/coverage/accounts.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct AccountWords {
  std::string accounts, places_of = "anybody";
};

/// The options as values.
struct AccountChoice {
  bool side_by_side = false;     ///< count by every rule of kAccountRules
  Whose whose = Whose::Anybody;  ///< whose places count in the run itself

  /// Whether any result of the run depends on counties.
  [[nodiscard]] bool needs_counties() const { return side_by_side || whose == Whose::OwnCounty; }
};

void declare_accounts(Options& options, AccountWords& words);

/// Reads the options. `counties` is the user's text for what groups areas into counties; empty:
/// nothing does.
[[nodiscard]] AccountChoice understand_accounts(AccountWords const& words,
                                                std::string const& counties, Problems& problems);

}  // namespace gapmap::job
