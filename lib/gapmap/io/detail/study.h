#pragma once
// Areas that a study names: "Hämeenlinna, Janakkala" or "Kanta-Häme", in any language that their
// data have names in. What is no list of names is a condition on fields, in SQL.

#include <string>
#include <string_view>

#include "gapmap/places/area_key.h"
#include "gapmap/places/municipality.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

/// Whether `study` is a condition on fields: it compares something, or has a word of SQL.
[[nodiscard]] bool is_condition(std::string_view study);

/// Marks the municipalities that the names or codes in `study`, between commas, are of, or that
/// belong to the areas of a level of the key that they are of; all others are not studied. Names
/// are compared whatever their case, hyphens and, if that finds none, marks on letters. The name of
/// a municipality is that municipality, whatever larger areas share it: nearly every town gives its
/// name to one. The name of several larger areas is fine if they are of the same municipalities;
/// else the level has to stand before it: "maakunta Kanta-Häme". Without a key, `key` has no
/// levels. Throws InputError at `where` if a name is of nothing, or of several areas.
void study_named(std::string_view study, AreaKey const& key, Municipalities& municipalities,
                 InputError::Where const& where);

}  // namespace gapmap::io
