#pragma once
// What readers see where a published run hides a number.

#include <optional>
#include <string>

#include "gapmap/io/comparison_record.h"
#include "gapmap/io/manifest.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Sign in place of a hidden number.
inline constexpr char const* kHiddenSign = "..";

/// Returns the number as the language writes it, or the sign if it is hidden.
[[nodiscard]] std::string number_or_sign(Language language, std::optional<double> count);

/// What was hidden in a run, or in a comparison and its runs.
struct HiddenNumbers {
  double below = 0;
  bool has_narrow = false;  ///< of some hidden numbers fewer values than `below` may be possible
  bool is_public_grid = false;  ///< anybody can look up the residents of each cell
};

/// Nothing if the run is not published.
[[nodiscard]] std::optional<HiddenNumbers> hidden_in(io::RunFacts const& facts);
/// Nothing if the comparison is not published.
[[nodiscard]] std::optional<HiddenNumbers> hidden_in(io::ComparisonRecord const& record);

/// Returns a few sentences: which numbers are hidden, what that protects against, and what not.
/// Nothing if none are.
[[nodiscard]] std::string publication_note(Language language,
                                           std::optional<HiddenNumbers> const& hidden);
/// Returns the same in a line.
[[nodiscard]] std::string publication_line(Language language, HiddenNumbers const& hidden);

/// Whether a table is one of those in which fields may be hidden.
[[nodiscard]] bool is_published(tables::OutputTable const& table);

/// Writes the sign into hidden fields and removes the column that names them.
void show_hidden(tables::OutputTable& table);

}  // namespace gapmap::report
