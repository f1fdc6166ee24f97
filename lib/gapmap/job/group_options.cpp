#include "gapmap/job/group_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "gapmap/units/ascii.h"
#include "gapmap/units/did_you_mean.h"
#include "gapmap/units/error.h"

namespace gapmap::job {

void declare_about(Options& o, GroupWords& w) {
  o.add(
      {"--for", "GROUP",
       "Group of residents that the report is about, by its name or a part of it (65 for Y_GE65): "
       "its numbers come first, beside everybody's"},
      w.about);
}

void declare_gaps_by(Options& o, GroupWords& w) {
  o.add({"--gaps-by", "GROUP",
         "Group whose number orders the gaps and chooses places for them (default: that of --for, "
         "else "
         "all residents)"},
        w.gaps_by);
}

GroupChoice understand_groups(GroupWords const& w, bool is_published, Problems& problems) {
  problems.check([&] {
    if (!is_published || w.gaps_by.empty()) return;
    throw UsageError{"gaps-by", "orders gaps by numbers that a published run does not show",
                     "leave it out"};
  });
  GroupChoice choice{.about = w.about, .gaps_by = w.gaps_by};
  if (choice.gaps_by.empty() && !is_published) choice.gaps_by = w.about;
  return choice;
}

std::size_t group_named(std::string const& option, std::string const& word,
                        std::vector<std::string> const& names) {
  if (word.empty()) return 0;
  auto const wanted = ascii_lower_case(word);
  std::vector<std::string> holding;
  std::size_t last = 0;
  for (std::size_t g = 0; g < names.size(); ++g) {
    auto const name = ascii_lower_case(names[g]);
    if (name == wanted) return g;
    if (name.find(wanted) == std::string::npos) continue;
    holding.push_back(names[g]);
    last = g;
  }
  if (holding.size() == 1) return last;
  if (holding.empty()) {
    throw UsageError{option, fmt::format("the population has no group \"{}\"", word),
                     meant_or(word, names, fmt::format("write one of {}", fmt::join(names, ", ")))};
  }
  throw UsageError{option, fmt::format("\"{}\" may be any of {}", word, fmt::join(holding, ", ")),
                   "write the whole name"};
}

}  // namespace gapmap::job
