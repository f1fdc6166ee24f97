#pragma once
// What names of fields mean however they are spelled: "Paikan nimi" is paikan_nimi, "E (m)",
// "ETRS_E" and "Itäkoordinaatti" are east coordinates.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/dataset.h"

namespace gapmap::io {

/// In lower case, letters without marks, without blanks and signs, and without what stands in
/// brackets behind: units and reference systems. Blanks of every kind (units/blanks) are blanks.
[[nodiscard]] std::string plain_field_name(std::string_view name);

/// The field that is called so, or plainly so.
[[nodiscard]] std::optional<FieldIndex> find_spelled_field(Table const& table,
                                                           std::string_view name);

/// The field that is called so with a word for a total before or behind: "Väestö yhteensä".
[[nodiscard]] std::optional<FieldIndex> find_total_field(Table const& table, std::string_view name);

/// Whether any convention knows a field of that plain name, or it is that of a coordinate.
[[nodiscard]] bool is_known_field(std::string_view name);

struct CoordinateFields {
  FieldIndex x = 0;
  FieldIndex y = 0;
  bool are_degrees = false;
};

/// Two fields whose names say that they are east and north, in words or letters of one kind (lon
/// with lat, itä with pohjoinen, E or Ö with N, I with P, X with Y), also in brackets behind
/// "Koordinaatti", with the same reference system in their names or none; of several pairs the
/// first in that order.
[[nodiscard]] std::optional<CoordinateFields> find_coordinates(Table const& table);

}  // namespace gapmap::io
