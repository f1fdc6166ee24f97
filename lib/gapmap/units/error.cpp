#include "gapmap/units/error.h"

#include <fmt/format.h>

#include "gapmap/units/secrets.h"

namespace gapmap {
namespace {

/// What fits a screen: a name in an input may be as long as the input.
std::string shortened(std::string const& text, std::size_t most) {
  if (text.size() <= most) return text;
  auto end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}
constexpr std::size_t kLongestName = 1000;
constexpr std::size_t kLongestSentence = 8000;

std::string with_hint(std::string message, std::string const& hint) {
  if (!hint.empty()) message += "; " + hint;
  return message;
}

std::string place_of(InputError::Where const& where) {
  std::string place = masked(shortened(where.path, kLongestName));
  if (!where.layer.empty())
    place += fmt::format("{}layer \"{}\"", place.empty() ? "" : ", ",
                         masked(shortened(where.layer, kLongestName), where.path));
  if (!where.feature.empty())
    place += fmt::format("{}feature {}", place.empty() ? "" : ", ",
                         shortened(where.feature, kLongestName));
  return place.empty() ? place : place + ": ";
}

}  // namespace

InputError::InputError(Where const& where, std::string const& what, std::string const& hint)
    : std::runtime_error{
          with_hint(place_of(where) + masked(shortened(what, kLongestSentence), where.path),
                    masked(shortened(hint, kLongestSentence), where.path))} {}

UsageError::UsageError(std::string const& option, std::string const& what, std::string const& hint)
    : std::runtime_error{with_hint((option.empty() ? "" : masked(option) + ": ") +
                                       masked(shortened(what, kLongestSentence), option),
                                   masked(shortened(hint, kLongestSentence), option))} {}

}  // namespace gapmap
