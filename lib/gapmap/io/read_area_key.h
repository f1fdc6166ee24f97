#pragma once
// Keys from municipalities to the areas they make up, as tables: those of Statistics Finland
// (kunta, hyvinvointialue_code, hyvinvointialue_name_fi, maakunta_code …) and any like them.

#include <string>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/places/area_key.h"

namespace gapmap::io {

/// The level of the wellbeing services counties, which decide whose places are one's own.
inline constexpr char const* kCountyLevel = "hyvinvointialue";

struct AreaKeyInput {
  Source source;
  /// Each a column "<level>_code" of the key, with names in "<level>_name_fi", "<level>_name" …;
  /// empty: hyvinvointialue and maakunta, those of the two that the key has.
  std::vector<std::string> levels = {};
};

struct AreaKeyRead {
  AreaKey key;
  ImportReport report;
};

/// Names are trimmed; codes that are numbers get their zeros back, as many digits as the convention
/// fixes or else as the longest code of the level has. A municipality that comes twice counts as
/// the first time. Throws InputError if the input has no codes of municipalities or lacks a level.
[[nodiscard]] AreaKeyRead read_area_key(AreaKeyInput const& input);

}  // namespace gapmap::io
