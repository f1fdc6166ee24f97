#pragma once
// Every word that results are explained with, in every language: one table.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gapmap/report/language.h"

namespace gapmap::report {

struct Label {
  std::string_view key;
  std::array<std::string_view, kLanguages.size()> texts;  ///< in the order of kLanguages
};

/// All of them, by key: words of pages and sheets, statuses and reasons as data have them, and the
/// columns of result tables ("distance_m").
[[nodiscard]] std::span<Label const> labels();

/// Throws BrokenPromise if there is no such key.
[[nodiscard]] std::string_view label(Language language, std::string_view key);

/// Nothing if there is no such key: the user's own words, as in columns of requirements, stay as
/// they are.
[[nodiscard]] std::optional<std::string_view> label_of(Language language, std::string_view key);

/// What a key of the table says, "{}" in a key standing for any text, which is taken over; the text
/// itself if no key is like it.
[[nodiscard]] std::string phrase(Language language, std::string_view text);

}  // namespace gapmap::report
