#pragma once
// How far two words are apart in spelling.

#include <algorithm>
#include <array>
#include <cstddef>

namespace gapmap {

/// Longest word that is compared: nobody misspells a longer text, and comparing it would take long.
inline constexpr std::size_t kLongestWord = 200;

/// Returns the number of letters to put in, take out, change or swap with their neighbour that make
/// `b` of `a`; `limit` + 1 if it is more than `limit`, or a word longer than kLongestWord.
/// `Letters`: a sequence with an index, such as a std::string_view, whose letters are bytes, or a
/// vector of letters.
/// Source: optimal string alignment, after Damerau (1964), Commun. ACM 7(3):171–176.
/// Cost: O(letters of `a` × letters of `b`), less the smaller the limit.
template <class Letters>
[[nodiscard]] std::size_t edits_between(Letters const& a, Letters const& b, std::size_t limit) {
  auto const apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > limit || a.size() > kLongestWord || b.size() > kLongestWord) return limit + 1;
  // Row i % 3 is that of the first i letters of `a`; a swap looks two rows back.
  std::array<std::array<std::size_t, kLongestWord + 1>, 3> rows;
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto const& above = rows[(i - 1) % 3];
    auto& row = rows[i % 3];
    row[0] = i;
    auto least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const is_other = a[i - 1] == b[j - 1] ? std::size_t{0} : std::size_t{1};
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + is_other});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // A swap goes on from the row above, whose least is at most one less.
    if (least > limit + 1) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

}  // namespace gapmap
