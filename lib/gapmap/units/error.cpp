#include "gapmap/units/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "gapmap/units/secrets.h"

namespace gapmap {
namespace {

/// Shortens `text` to fit a screen, as a name in an input may be as long as the input. Replaces
/// zero bytes, which would end the message: the standard's exceptions keep it as a C string.
std::string shortened(std::string text, std::size_t most) {
  std::ranges::replace(text, '\0', ' ');
  if (text.size() <= most) return text;
  auto end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}
constexpr std::size_t kLongestName = 1000;
constexpr std::size_t kLongestSentence = 8000;
constexpr std::string_view kBetweenKeys = ", ";

/// Whether `text` is the key of an option, like "limit" or "max-off-road".
bool is_key(std::string_view text) {
  auto const is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && is_lower(text.front()) && std::ranges::all_of(text, [&](char c) {
    return is_lower(c) || (c >= '0' && c <= '9') || c == '-';
  });
}

/// Splits a list of keys: "limit" is one part, "place-x, place-y" are two.
std::vector<std::string_view> parts_of(std::string_view place) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= place.size();) {
    auto const end = std::min(place.find(kBetweenKeys, start), place.size());
    parts.push_back(place.substr(start, end - start));
    start = end + kBetweenKeys.size();
  }
  return parts;
}

}  // namespace

std::string ErrorParts::place_in_words() const {
  if (!is_of_options) return place;
  std::string text;
  for (auto const key : parts_of(place))
    text += fmt::format("{}`{}`", text.empty() ? "" : kBetweenKeys, key);
  return text;
}

std::string ErrorParts::message() const {
  auto text = place_in_words();
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
                            masked(shortened(hint, kLongestSentence), option),
                            std::ranges::all_of(parts_of(option), is_key)}} {}

UsageError::UsageError(InputError::Where const& where, std::string const& what,
                       std::string const& hint)
    : UsageError{InputError{where, what, hint}.parts()} {}

}  // namespace gapmap
