#pragma once
// What an input says where it counts residents: a number, a code, or nothing that can be used.

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
  TooMany,  ///< a slip of the pen or another field; sums of what is plausible stay exact
};

struct ResidentNumber {
  Published published;
  People people{0};  ///< of a Number
  /// Of one Suppressed: what its mark tells of it.
  PeopleRange range{People{0}, People::infinite()};
};

/// `suppressed` are the codes that mean "not published"; so do marks (suppressed_number.h).
[[nodiscard]] ResidentNumber judge(double number, std::span<double const> suppressed);
[[nodiscard]] ResidentNumber resident_number(Record const& record, FieldIndex field,
                                             std::span<double const> suppressed);

}  // namespace gapmap::io
