#pragma once
// What sections of a page, and the lines a run ends with, say alike.

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "gapmap/report/labels.h"
#include "gapmap/report/page.h"

namespace gapmap::report {

/// A label with its "{}" filled.
template <typename... Words>
[[nodiscard]] std::string sentence(Language language, std::string_view key, Words const&... words) {
  return fmt::format(fmt::runtime(label(language, key)), words...);
}

/// A label after a colon: without its capital.
[[nodiscard]] std::string in_a_sentence(std::string_view label);

/// "Ketkä asuvat yli 20 km:n päässä …?"
[[nodiscard]] std::string question_sentence(Language language, ReportedRun const& run);

/// The table whose last row is the total.
[[nodiscard]] tables::OutputTable const& municipalities_of(ReportedRun const& run);

}  // namespace gapmap::report
