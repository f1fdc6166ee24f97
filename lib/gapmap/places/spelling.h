#pragma once
// Gives names that lists write in different ways one spelling. Inflection is left alone:
// "Haukivuorella" is another word than "Haukivuori".

#include <string>
#include <string_view>

namespace gapmap::places {

/// Returns `name` in lower case, with hyphens and runs of blanks as one blank, without full stops
/// and apostrophes, and with letters of a wrong encoding ("HÃ¤nnilÃ¤") as they were meant. UTF-8 in
/// and out.
[[nodiscard]] std::string plain_spelling(std::string_view name);

/// Returns a plain spelling without marks on letters: "hannila" for "hännilä".
[[nodiscard]] std::string ascii_spelling(std::string_view plain);

/// Returns what all spellings of one name have in common: the plain spelling without marks on
/// letters.
[[nodiscard]] std::string spelling_key(std::string_view name);

/// Whether a plain spelling has letters that an encoding lost ("h?nnil?", or U+FFFD).
[[nodiscard]] bool has_lost_letters(std::string_view plain);

/// Whether `plain` is `name` except for lost letters, each of which stands for a letter outside
/// ASCII.
[[nodiscard]] bool may_be(std::string_view plain, std::string_view name);

}  // namespace gapmap::places
