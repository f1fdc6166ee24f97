#include "gapmap/job/account_options.h"

namespace gapmap::job {

void declare_accounts(Options& o, AccountWords& w) {
  o.add({"--places-of", "anybody|own-county",
         "Whose places count: everybody's, or those of the county that a resident lives in"},
        w.places_of);
  o.add({"--accounts", "",
         "Also count side by side: places of anybody and of the own county, with ferries and "
         "without (accounts.csv)",
         OptionKind::Flag},
        w.accounts);
}

AccountChoice understand_accounts(AccountWords const& w, std::string const& counties,
                                  Problems& problems) {
  AccountChoice choice{.side_by_side = !w.accounts.empty()};
  problems.check([&] {
    choice.whose =
        static_cast<Whose>(choice_of("places-of", w.places_of, {"anybody", "own-county"}));
  });
  problems.check([&] {
    if (!choice.needs_counties() || !counties.empty()) return;
    throw UsageError{choice.side_by_side ? "accounts" : "places-of",
                     "nothing says which areas are one county",
                     "name the areas of the county with `study`, or give an `area-key`"};
  });
  return choice;
}

}  // namespace gapmap::job
