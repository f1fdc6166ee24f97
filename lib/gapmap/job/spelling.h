#pragma once
// How options are spelled on a command line. Sentences of the library name options by their keys in
// backquotes (units/error.h); programs that show them on a terminal spell them here.

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace gapmap::job {

/// Keys of all options that a front end knows: "limit", "max-off-road".
using OptionKeys = std::set<std::string, std::less<>>;

/// Returns "raise `max-off-road`" as "raise --max-off-road". Other text in backquotes, such as a
/// name in somebody's data, is unchanged.
[[nodiscard]] std::string as_options(std::string_view text, OptionKeys const& keys);

}  // namespace gapmap::job
