#pragma once
// What somebody may have meant by a misspelt word.

#include <string>
#include <string_view>
#include <vector>

namespace gapmap {

/// Returns the candidate most similar to `word` in letters, whatever their case; the first of
/// equals, empty if none is similar enough. At most a fourth of the letters of the shorter word may
/// be missing, superfluous, other ones or swapped with their neighbour, rounded up for words of
/// three letters and more: what shares less is another word, and to propose it would be absurd.
/// Cost: O(letters of both) per candidate.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::vector<std::string> const& candidates);

/// Returns what to do about a word that is none of the candidates: `advice`, such as "its fields
/// are a, b", after the question whether the most similar one is meant, if one is similar enough.
[[nodiscard]] std::string meant_or(std::string_view word,
                                   std::vector<std::string> const& candidates,
                                   std::string const& advice);

}  // namespace gapmap
