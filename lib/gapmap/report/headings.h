#pragma once
// What columns, and the words of gapmap in them, are called in a language.

#include <optional>
#include <string>
#include <string_view>

#include "gapmap/report/language.h"

namespace gapmap::report {

/// Sheets show metres as kilometres and seconds as minutes; layers have them as they are.
enum class ShownUnits : std::uint8_t { Large, AsStored };

/// The heading of a column of any result table: "Matka (km)", "Matka (m)". Columns named after the
/// user's words ("hyvinvointialue_code", "memory café_share") keep these: "memory café: osuus".
/// Nothing if the whole name is the user's. `table` is needed for columns of other commands than
/// coverage and compare, see tables::is_of_run().
[[nodiscard]] std::optional<std::string> heading(Language language, std::string_view column,
                                                 ShownUnits units = ShownUnits::Large,
                                                 std::string_view table = {});

/// A status, reason, kind, account, level, class ("to_1_km") or well-known group ("ika_0_14") as
/// people say it; other words as they are. `column` says which of these it is.
[[nodiscard]] std::string word(Language language, std::string_view column, std::string_view text);

/// What a column holds and how it is counted; with the unit of what is stored, which headings of
/// sheets tell otherwise. Empty if the whole name is the user's. `table` is that of heading().
[[nodiscard]] std::string description(Language language, std::string_view column,
                                      ShownUnits units = ShownUnits::Large,
                                      std::string_view table = {});

/// Whether results have a column of this name, whatever the user calls things; not of columns that
/// are put together with such names.
[[nodiscard]] bool is_name_of_a_column(std::string_view name);

/// Whether a column's texts are words of gapmap, not of the data.
[[nodiscard]] bool has_words(std::string_view column);

}  // namespace gapmap::report
