#include "gapmap/units/secrets.h"

#include <algorithm>
#include <utility>

#include "gapmap/units/detail/address_secrets.h"
#include "gapmap/units/ascii.h"
#include "gapmap/units/detail/connection_secrets.h"

namespace gapmap {
namespace {

constexpr auto kEnd = std::string_view::npos;

/// Returns secrets in ascending order and without overlaps; leaves out what is already masked.
Spans secrets_in(std::string_view text) {
  Spans found;
  add_addresses(text, found);
  add_bare_users(text, found);
  add_values(text, found);
  add_oracle(text, found);
  add_parts_of_connection(text, found);
  std::erase_if(found, [&](Span const& span) {
    return span.begin >= span.end || text.substr(span.begin).starts_with(kMask);
  });
  std::ranges::sort(found, {}, &Span::begin);
  Spans apart;
  for (auto const& span : found) {
    if (!apart.empty() && span.begin <= apart.back().end) {
      apart.back().end = std::max(apart.back().end, span.end);
    } else {
      apart.push_back(span);
    }
  }
  return apart;
}

int hex_digit(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  auto const found = kDigits.find(ascii_lower_case({&c, 1}));
  return found == kEnd ? -1 : static_cast<int>(found);
}

/// Decodes percent-encoding: "a%20b" becomes "a b".
std::string decoded(std::string_view text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const is_code = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                         hex_digit(text[i + 2]) >= 0;
    letters +=
        is_code ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])) : text[i];
    if (is_code) i += 2;
  }
  return letters;
}

/// Returns every secret of an address as written, decoded, and word by word without quotation
/// marks, the longest first.
std::vector<std::string> secret_words(std::string_view address) {
  std::vector<std::string> words;
  for (auto const& [begin, end] : secrets_in(address)) {
    auto const written = address.substr(begin, end - begin);
    for (auto const& form : {std::string{written}, decoded(written)}) {
      words.push_back(form);
      std::string word;
      for (char const c : form + ' ') {
        bool const ends = is_blank(c) || c == '\'' || c == '"' || c == '{' || c == '}';
        if (ends && !word.empty()) words.push_back(std::exchange(word, {}));
        if (!ends) word += c;
      }
    }
  }
  // Empty words and masks need no mask.
  std::erase_if(words, [](auto const& word) { return word.find_first_not_of('*') == kEnd; });
  std::ranges::sort(words, std::ranges::greater{}, &std::string::size);
  return words;
}

/// Replaces `word` by a mask; a short word only where it stands alone, as "a" is in every sentence.
void mask_word(std::string& text, std::string const& word) {
  constexpr std::size_t kTelling = 4;
  for (auto at = text.find(word); at != kEnd; at = text.find(word, at)) {
    auto const end = at + word.size();
    bool const is_alone = (at == 0 || !is_ascii_letter_or_digit(text[at - 1])) &&
                          (end == text.size() || !is_ascii_letter_or_digit(text[end]));
    if (word.size() >= kTelling || is_alone) {
      text.replace(at, word.size(), kMask);
      at += kMask.size();
    } else {
      at = end;
    }
  }
}

std::string masked_once(std::string_view text) {
  std::string safe;
  std::size_t done = 0;
  for (auto const& [begin, end] : secrets_in(text)) {
    safe += text.substr(done, begin - done);
    safe += kMask;
    done = end;
  }
  safe += text.substr(done);
  return safe;
}

}  // namespace

std::string masked(std::string_view text) {
  // A text with a mask in it may read differently, so masking is repeated until nothing changes.
  constexpr int kMostRounds = 10;
  auto safe = masked_once(text);
  for (int round = 1; round < kMostRounds; ++round) {
    auto again = masked_once(safe);
    if (again == safe) break;
    safe = std::move(again);
  }
  return safe;
}

std::string masked(std::string_view text, std::string_view address) {
  auto safe = masked(text);
  for (auto const& word : secret_words(address)) mask_word(safe, word);
  return safe;
}

}  // namespace gapmap
