#pragma once
// Headings of columns, and translations of gapmap's words in them.

#include <optional>
#include <string>
#include <string_view>

#include "gapmap/report/language.h"

namespace gapmap::report {

/// Whether metres are shown as kilometres and seconds as minutes, as in sheets, or unchanged, as in
/// layers; or unchanged with the unit told elsewhere, as on the reference page. Where values are
/// unchanged, so are codes ("too_far"), which sheets show as words alone.
enum class ShownUnits : std::uint8_t { Large, AsStored, ToldElsewhere };

/// How the two runs of a comparison are spoken of.
struct RunWords {
  std::string before = {};  ///< name of the earlier run: "Nykytila"; empty: "before"
  std::string after = {};   ///< name of the later run: "Suunnitelma"; empty: "after"
  bool is_plan = false;  ///< the later run has not happened: residents would come within the limit
};

/// Returns the heading of a column of any result table: "Matka (km)", "Matka (m)". Columns named
/// after the user's words ("hyvinvointialue_code", "memory café_share") keep these: "memory café:
/// osuus". Nothing if the whole name is the user's. `table` is needed for columns of other commands
/// than coverage and compare, see tables::is_of_run(). `words` name the runs that columns of
/// a comparison are about: "Asukkaita, Suunnitelma".
[[nodiscard]] std::optional<std::string> heading(Language language, std::string_view column,
                                                 ShownUnits units = ShownUnits::Large,
                                                 std::string_view table = {},
                                                 RunWords const& words = {});

/// Translates a status, reason, kind, account, level, class ("to_1_km") or well-known group
/// ("ika_0_14") into everyday words; other words are unchanged. `column` tells which of these it
/// is.
[[nodiscard]] std::string word(Language language, std::string_view column, std::string_view text,
                               RunWords const& words = {});

/// Returns the text of a key; of a plan that of "KEY plan", which is conditional, if there is one.
[[nodiscard]] std::string_view label_of_change(Language language, std::string_view key,
                                               RunWords const& words);

/// Returns the text of a key likewise, in its form for a number.
[[nodiscard]] std::string_view label_of_change(Language language, std::string_view key,
                                               double number, RunWords const& words);

/// Returns what a column holds and how it is counted, with the unit of stored values, which
/// headings of sheets replace. Empty if the whole name is the user's. `table` as for heading().
[[nodiscard]] std::string description(Language language, std::string_view column,
                                      ShownUnits units = ShownUnits::Large,
                                      std::string_view table = {});

/// Whether the texts of a column are words of gapmap and not of the data. `table` as for heading().
[[nodiscard]] bool has_words(std::string_view column, std::string_view table = {});

}  // namespace gapmap::report
