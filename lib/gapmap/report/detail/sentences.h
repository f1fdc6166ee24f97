#pragma once
// Sentences shared by the sections of a page and the closing lines of a run.

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/report/labels.h"
#include "gapmap/report/page.h"

namespace gapmap::report {

/// Returns a label with its "{}" filled in.
template <typename... Words>
[[nodiscard]] std::string sentence(Language language, std::string_view key, Words const&... words) {
  return fmt::format(fmt::runtime(label(language, key)), words...);
}

/// Returns a label filled in, in its form for `count`; without one, as of a hidden number, in that
/// for many.
template <typename... Words>
[[nodiscard]] std::string counted(Language language, std::string_view key,
                                  std::optional<double> count, Words const&... words) {
  return fmt::format(fmt::runtime(label(language, key, count.value_or(0))), words...);
}

/// Returns "2 400 asukasta", "1 asukas", or "ei ketään" for none; ".. asukasta" where the number is
/// hidden.
[[nodiscard]] std::string residents_in_words(Language language, std::optional<double> count);

/// Returns a cost as the sentence needs it that tells how far somebody lives from a place: "20
/// km:n" or "30 minuutin" in Finnish, "30 minutes" in English.
[[nodiscard]] std::string way_in_words(Language language, tables::CostScale const& scale,
                                       double cost);

/// Returns sentences with the figures of the whole area: who lives within the limit, who farther
/// away, who without a road, and in how many cells the number is suppressed. Nothing is said of
/// nobody but that there is nobody.
[[nodiscard]] std::vector<std::string> main_sentences(Language language,
                                                      tables::OutputTable const& municipalities,
                                                      tables::CostScale const& scale);

/// Returns a label for use within a sentence: without its capital letter.
[[nodiscard]] std::string in_a_sentence(std::string_view label);

/// Returns a word at the beginning of a sentence: with a capital letter.
[[nodiscard]] std::string capitalised(std::string text);

/// Returns the question: "Ketkä asuvat yli 20 km:n päässä …?"
[[nodiscard]] std::string question_sentence(Language language, ReportedRun const& run);

/// Returns the table whose last row is the total.
[[nodiscard]] tables::OutputTable const& municipalities_of(ReportedRun const& run);

}  // namespace gapmap::report
