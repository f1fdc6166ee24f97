#include "gapmap/job/problems.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <numeric>

#include "gapmap/units/ascii.h"

namespace gapmap::job {
namespace {

std::size_t edit_distance(std::string const& a, std::string const& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const cost =
          std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = row[j];
      row[j] = cost;
    }
  }
  return row.back();
}

}  // namespace

std::string did_you_mean(std::string const& word, std::vector<std::string> const& candidates) {
  auto const lower = ascii_lower_case(word);
  if (lower != word) return did_you_mean(lower, candidates);
  std::string best;
  std::size_t least = 1 + word.size() / 3;
  for (auto const& candidate : candidates) {
    if (auto const distance = edit_distance(word, candidate); distance <= least) {
      best = candidate;
      least = distance - (distance > 0 ? 1 : 0);
    }
  }
  return best;
}

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
