#include "gapmap/units/error.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/units/secrets.h"

namespace gapmap {
namespace {

/// What fits a screen: a name in an input may be as long as the input. A zero byte in it would end
/// the message, which the standard's exceptions keep as a C string.
std::string shortened(std::string text, std::size_t most) {
  std::ranges::replace(text, '\0', ' ');
  if (text.size() <= most) return text;
  auto end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}
constexpr std::size_t kLongestName = 1000;
constexpr std::size_t kLongestSentence = 8000;

}  // namespace

std::string ErrorParts::message() const {
  auto text = place;
  if (!layer.empty()) text += fmt::format("{}layer \"{}\"", text.empty() ? "" : ", ", layer);
  if (!feature.empty()) text += fmt::format("{}feature {}", text.empty() ? "" : ", ", feature);
  if (!text.empty()) text += ": ";
  text += what;
  if (!hint.empty()) text += "; " + hint;
  return text;
}

InputError::InputError(ErrorParts parts)
    : std::runtime_error{parts.message()},
      parts_{std::make_shared<ErrorParts const>(std::move(parts))} {}

InputError::InputError(Where const& where, std::string const& what, std::string const& hint)
    : InputError{ErrorParts{masked(shortened(where.path, kLongestName)),
                            masked(shortened(where.layer, kLongestName), where.path),
                            shortened(where.feature, kLongestName),
                            masked(shortened(what, kLongestSentence), where.path),
                            masked(shortened(hint, kLongestSentence), where.path)}} {}

UsageError::UsageError(ErrorParts parts)
    : std::runtime_error{parts.message()},
      parts_{std::make_shared<ErrorParts const>(std::move(parts))} {}

UsageError::UsageError(std::string const& option, std::string const& what, std::string const& hint)
    : UsageError{ErrorParts{masked(shortened(option, kLongestName)),
                            {},
                            {},
                            masked(shortened(what, kLongestSentence), option),
                            masked(shortened(hint, kLongestSentence), option)}} {}

}  // namespace gapmap
