#include "gapmap/units/did_you_mean.h"

#include <algorithm>

#include "gapmap/units/ascii.h"

namespace gapmap {
namespace {

/// Returns the letters of a text in UTF-8, each as the bytes that it has.
std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> letters;
  for (char const c : text) {
    bool const continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (!continues || letters.empty()) letters.emplace_back();
    letters.back() += c;
  }
  return letters;
}

/// Returns how many letters have to be put in, taken out, changed or swapped with their neighbour.
/// Source: optimal string alignment, after Damerau (1964), Commun. ACM 7(3):171–176.
std::size_t edits(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      auto const is_other = a[i - 1] == b[j - 1] ? std::size_t{0} : std::size_t{1};
      auto least =
          std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + is_other});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        least = std::min(least, table[i - 2][j - 2] + 1);
      table[i][j] = least;
    }
  }
  return table[a.size()][b.size()];
}

/// Returns how many edits still make the same word.
std::size_t most_edits(std::size_t letters) { return letters < 3 ? 0 : (letters + 3) / 4; }

}  // namespace

std::string did_you_mean(std::string_view word, std::vector<std::string> const& candidates) {
  // Nobody misspells a text as long as this, and comparing it would take long.
  constexpr std::size_t kLongest = 200;
  std::string best;
  auto const written = letters_of(ascii_lower_case(std::string{word}));
  if (written.size() > kLongest) return best;
  std::size_t fewest = 0;
  for (auto const& candidate : candidates) {
    auto const meant = letters_of(ascii_lower_case(candidate));
    if (meant.size() > kLongest) continue;
    auto const count = edits(written, meant);
    if (count > most_edits(std::min(written.size(), meant.size()))) continue;
    if (best.empty() || count < fewest) {
      best = candidate;
      fewest = count;
    }
  }
  return best;
}

}  // namespace gapmap
