#pragma once
// What names of fields mean in their various spellings: "Paikan nimi" is paikan_nimi; "E (m)",
// "ETRS_E" and "Itäkoordinaatti" are east coordinates.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/dataset.h"

namespace gapmap::io {

/// Returns the plain form of a name: in lower case, letters without diacritics, without blanks and
/// signs, and without a final part in brackets, such as units and reference systems. All kinds of
/// blanks (units/blanks) count.
[[nodiscard]] std::string plain_field_name(std::string_view name);

/// Finds the field with this name, or with the same plain name.
[[nodiscard]] std::optional<FieldIndex> find_spelled_field(Table const& table,
                                                           std::string_view name);

/// Finds the field with this name and a word for a total before or after it: "Väestö yhteensä".
[[nodiscard]] std::optional<FieldIndex> find_total_field(Table const& table, std::string_view name);

/// Whether any convention has a field with this plain name, or it is the name of a coordinate.
[[nodiscard]] bool is_known_field(std::string_view name);

struct CoordinateFields {
  FieldIndex x = 0;
  FieldIndex y = 0;
  bool are_degrees = false;
};

/// Finds two fields whose names mean east and north, in words or letters of one kind (lon with lat,
/// itä with pohjoinen, E or Ö with N, I with P, X with Y), also in brackets after "Koordinaatti",
/// with the same reference system in both names or none.
/// Ties: the first pair in that order.
[[nodiscard]] std::optional<CoordinateFields> find_coordinates(Table const& table);

}  // namespace gapmap::io
