#include "gapmap/io/detail/resident_number.h"

#include <algorithm>
#include <cmath>

#include "gapmap/io/detail/suppressed_number.h"

namespace gapmap::io {

ResidentNumber judge(double number, std::span<double const> suppressed) {
  constexpr double kPeopleOnEarth = 1e10;
  if (std::ranges::find(suppressed, number) != suppressed.end()) return {Published::Suppressed};
  if (std::isnan(number)) return {Published::NotANumber};
  if (number < 0) return {Published::Negative};
  if (number > kPeopleOnEarth) return {Published::TooMany};
  return {Published::Number, People{number}};
}

ResidentNumber resident_number(Record const& record, FieldIndex field,
                               std::span<double const> suppressed) {
  if (auto const number = record.number(field)) return judge(*number, suppressed);
  auto const text = record.text(field);
  if (!text) return {Published::Blank};
  if (auto const range = parse_suppressed(*text, record.style(field)))
    return {Published::Suppressed, {}, *range};
  return {Published::NotANumber};
}

}  // namespace gapmap::io
