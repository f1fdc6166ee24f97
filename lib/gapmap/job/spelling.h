#pragma once
// How options are spelled on a command line. Sentences of the library name them by their keys in
// backquotes (units/error.h); whoever shows them on a terminal spells them here, where they leave.

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace gapmap::job {

/// "limit", "max-off-road": of every option that a front end knows.
using OptionKeys = std::set<std::string, std::less<>>;

/// "raise `max-off-road`" as "raise --max-off-road". Whatever else stands in backquotes, such as a
/// name in somebody's data, stays.
[[nodiscard]] std::string as_options(std::string_view text, OptionKeys const& keys);

}  // namespace gapmap::job
