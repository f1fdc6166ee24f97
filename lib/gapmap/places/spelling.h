#pragma once
// One spelling for names that lists write in different ways. No inflection: "Haukivuorella" is
// another word than "Haukivuori".

#include <string>
#include <string_view>

namespace gapmap::places {

/// Lower case, hyphens and runs of blanks as one blank, full stops and apostrophes left out, and
/// letters that went through the wrong encoding ("HÃ¤nnilÃ¤") as they were meant. UTF-8 in and out.
[[nodiscard]] std::string plain_spelling(std::string_view name);

/// A plain spelling with letters for those with marks: "hännilä" as "hannila".
[[nodiscard]] std::string ascii_spelling(std::string_view plain);

/// What all spellings of one name have in common: the plain one with letters for those with marks.
[[nodiscard]] std::string spelling_key(std::string_view name);

/// Whether a plain spelling has letters that an encoding lost ("h?nnil?", or U+FFFD).
[[nodiscard]] bool has_lost_letters(std::string_view plain);

/// Whether `plain` is `name` but for lost letters, each of which is one that ASCII does not have.
[[nodiscard]] bool may_be(std::string_view plain, std::string_view name);

}  // namespace gapmap::places
