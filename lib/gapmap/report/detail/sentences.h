#pragma once
// Sentences shared by the sections of a page and the closing lines of a run.

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "gapmap/report/labels.h"
#include "gapmap/report/page.h"

namespace gapmap::report {

/// Returns a label with its "{}" filled in.
template <typename... Words>
[[nodiscard]] std::string sentence(Language language, std::string_view key, Words const&... words) {
  return fmt::format(fmt::runtime(label(language, key)), words...);
}

/// Returns a label for use within a sentence: without its capital letter.
[[nodiscard]] std::string in_a_sentence(std::string_view label);

/// Returns a word at the beginning of a sentence: with a capital letter.
[[nodiscard]] std::string capitalised(std::string text);

/// Returns the question: "Ketkä asuvat yli 20 km:n päässä …?"
[[nodiscard]] std::string question_sentence(Language language, ReportedRun const& run);

/// Returns the table whose last row is the total.
[[nodiscard]] tables::OutputTable const& municipalities_of(ReportedRun const& run);

}  // namespace gapmap::report
