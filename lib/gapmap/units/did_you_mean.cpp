#include "gapmap/units/did_you_mean.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/units/ascii.h"
#include "gapmap/units/edit_distance.h"

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

/// Returns how many edits still make the same word.
std::size_t most_edits(std::size_t letters) { return letters < 3 ? 0 : (letters + 3) / 4; }

}  // namespace

std::string did_you_mean(std::string_view word, std::vector<std::string> const& candidates) {
  std::string best;
  auto const written = letters_of(ascii_lower_case(word));
  std::size_t fewest = 0;
  for (auto const& candidate : candidates) {
    auto const meant = letters_of(ascii_lower_case(candidate));
    auto const most = most_edits(std::min(written.size(), meant.size()));
    auto const count = edits_between(written, meant, most);
    if (count > most || (!best.empty() && count >= fewest)) continue;
    best = candidate;
    fewest = count;
  }
  return best;
}

std::string meant_or(std::string_view word, std::vector<std::string> const& candidates,
                     std::string const& advice) {
  auto const meant = did_you_mean(word, candidates);
  return meant.empty() ? advice : fmt::format("did you mean \"{}\"? {}", meant, advice);
}

}  // namespace gapmap
