#pragma once
// Words of run.json that are both written and read.

#include <array>
#include <string_view>

#include "gapmap/io/import_report.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::io {

/// Words in the order of their enumerations.
inline constexpr std::array<std::string_view, 3> kColumnTypes{"text", "integer", "real"};
inline constexpr std::array<std::string_view, 3> kShapes{"area", "line", "point"};
inline constexpr std::array<std::string_view, 7> kDataKinds{
    "other",       "OpenStreetMap",        "Digiroad", "topographic database",
    "general map", "Eurostat census grid", "Eurostat"};
inline constexpr std::array<std::string_view, 2> kConsequences{"left out", "used"};

template <class Enumeration, std::size_t n>
[[nodiscard]] std::string_view word_of(std::array<std::string_view, n> const& words,
                                       Enumeration value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace gapmap::io
