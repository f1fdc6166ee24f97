#pragma once
// Keys from municipalities to the areas they form, as tables: those of Statistics Finland (kunta,
// hyvinvointialue_code, hyvinvointialue_name_fi, maakunta_code …) and similar ones.

#include <string>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/places/area_key.h"

namespace gapmap::io {

/// The level of the wellbeing services counties, which decide which places are one's own.
inline constexpr char const* kCountyLevel = "hyvinvointialue";

struct AreaKeyInput {
  Source source;
  /// Levels to read, each a column "<level>_code" of the key with names in "<level>_name_fi",
  /// "<level>_name" …; empty: hyvinvointialue and maakunta, as far as the key has them.
  std::vector<std::string> levels = {};
  bool has_all_levels = false;  ///< whether all of the key's are read instead
};

struct AreaKeyRead {
  AreaKey key;
  ImportReport report;
};

/// Reads an area key. Names are trimmed; numeric codes get their leading zeros back, with as many
/// digits as the convention fixes, or else as the longest code of the level has. Of a municipality
/// that occurs twice the first row counts. Throws InputError if the input has no codes of
/// municipalities or lacks a level.
[[nodiscard]] AreaKeyRead read_area_key(AreaKeyInput const& input);

}  // namespace gapmap::io
