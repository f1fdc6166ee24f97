#include "gapmap/job/problems.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "gapmap/units/did_you_mean.h"

namespace gapmap::job {

void Problems::throw_if_any() const {
  if (errors_.empty()) return;
  std::string all;
  for (auto const& error : errors_) all += (all.empty() ? "" : "\n  ") + error.message();
  if (is_usage_) throw UsageError{"", all};
  throw InputError{{}, all};
}

std::size_t choice_of(std::string const& option, std::string const& word,
                      std::vector<std::string> const& choices) {
  auto const found = std::ranges::find(choices, word);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  auto const meant = did_you_mean(word, choices);
  throw UsageError{option,
                   fmt::format("\"{}\" is not a choice{}", word,
                               meant.empty() ? "" : "; did you mean " + meant + "?"),
                   fmt::format("write one of {}", fmt::join(choices, ", "))};
}

}  // namespace gapmap::job
