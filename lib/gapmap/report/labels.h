#pragma once
// Every word that results are explained with, in every language: what the catalogues of
// gapmap/report/words say, one table.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gapmap/report/language.h"

namespace gapmap::report {

struct Label {
  std::string_view key;
  std::array<std::string_view, kLanguages.size()> texts;  ///< in the order of kLanguages
  /// "column" of the columns of results whose names users cannot give to theirs, else empty.
  std::string_view context;
};

/// All of them, by key: words of pages and sheets, statuses and reasons as data have them, and the
/// columns of result tables ("distance_m").
[[nodiscard]] std::span<Label const> labels();

/// Throws BrokenPromise if there is no such key.
[[nodiscard]] std::string_view label(Language language, std::string_view key);

/// Nothing if there is no such key: the user's own words, as in columns of requirements, stay as
/// they are.
[[nodiscard]] std::optional<std::string_view> label_of(Language language, std::string_view key);

/// What a key of the table says, "{}" in a key standing for any text; the text itself if no key is
/// like it. Of several keys the one with the most letters of its own is taken. The texts of a key
/// say how what stands there is told: "{}" as it is, "{:w}" in words of the language where it is a
/// phrase itself, "{:n}" as a number, "{:r}" as what an input was recognised as; "{1:w}" before
/// "{0}" in another order.
[[nodiscard]] std::string phrase(Language language, std::string_view text);

/// The same; each part of "a; b" by itself if each is one. A word is a key after "word ", so that
/// it is none anywhere else.
[[nodiscard]] std::string phrases(Language language, std::string_view text);

}  // namespace gapmap::report
