#pragma once
// Every word that results are explained with, in every language: one table made from the catalogues
// in gapmap/report/words.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gapmap/report/language.h"

namespace gapmap::report {

struct Label {
  std::string_view key;
  std::array<std::string_view, kLanguages.size()> texts;  ///< in the order of kLanguages
  /// Forms for the number one, "1 asukas"; empty where there is but one form for all numbers.
  std::array<std::string_view, kLanguages.size()> of_one = {};
};

/// Returns all labels by key: words of pages and sheets, statuses and reasons as data have them,
/// and columns of result tables ("distance_m").
[[nodiscard]] std::span<Label const> labels();

/// Returns the text of a key. Throws BrokenPromise if there is no such key.
[[nodiscard]] std::string_view label(Language language, std::string_view key);

/// Returns the text of a key in the form for a number as people read it, rounded to a whole one.
/// Throws BrokenPromise if there is no such key, or if it has but one form.
[[nodiscard]] std::string_view label(Language language, std::string_view key, double number);

/// Returns the text of a key; nothing if there is no such key, as for the user's own words, for
/// example in columns of requirements.
[[nodiscard]] std::optional<std::string_view> label_of(Language language, std::string_view key);

/// Translates a phrase by a key in which "{}" stands for any text; returns the text itself if no
/// key matches. The matching key with the most letters outside "{}" is taken. Its translation tells
/// how the filled-in texts are treated: "{}" unchanged, "{:w}" translated if it is a phrase itself,
/// "{:n}" as a number, "{:r}" as how an input was recognised; "{1:w}" before "{0}" changes their
/// order.
[[nodiscard]] std::string phrase(Language language, std::string_view text);

/// Translates a phrase by the keys of one kind alone, which begin with it ("remark "); returns the
/// text itself if none of them matches.
[[nodiscard]] std::string phrase_of_kind(Language language, std::string_view kind,
                                         std::string_view text);

/// Translates a phrase, or each part of "a; b" by itself if each is a phrase. Single words have the
/// key "word …", so that they are not found as phrases elsewhere.
[[nodiscard]] std::string phrases(Language language, std::string_view text);

}  // namespace gapmap::report
