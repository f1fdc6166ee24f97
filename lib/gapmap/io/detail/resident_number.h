#pragma once
// The value of a field that counts residents: a number, a code, or nothing usable.

#include <span>

#include "gapmap/io/dataset.h"
#include "gapmap/places/people_range.h"
#include "gapmap/units/quantity.h"

namespace gapmap::io {

enum class Published : std::uint8_t {
  Number,
  Suppressed,  ///< some residents, number not published
  Blank,
  NotANumber,
  Negative,
  TooMany,  ///< a mistake or another field; sums of plausible numbers stay exact
};

struct ResidentNumber {
  Published published;
  People people{0};  ///< if a Number
  /// If Suppressed: the range given by its mark.
  PeopleRange range{People{0}, People::infinite()};
};

/// Classifies a number; `suppressed` are the codes that mean "not published". Marks have the same
/// meaning in a field of text (suppressed_number.h).
[[nodiscard]] ResidentNumber judge(double number, std::span<double const> suppressed);
[[nodiscard]] ResidentNumber resident_number(Record const& record, FieldIndex field,
                                             std::span<double const> suppressed);

}  // namespace gapmap::io
