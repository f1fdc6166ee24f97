#include "gapmap/units/error.h"

#include <fmt/format.h>

#include "gapmap/units/secrets.h"

namespace gapmap {

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
    : InputError{ErrorParts{masked(where.path), masked(where.layer, where.path), where.feature,
                            masked(what, where.path), masked(hint, where.path)}} {}

UsageError::UsageError(ErrorParts parts)
    : std::runtime_error{parts.message()},
      parts_{std::make_shared<ErrorParts const>(std::move(parts))} {}

UsageError::UsageError(std::string const& option, std::string const& what, std::string const& hint)
    : UsageError{ErrorParts{masked(option), {}, {}, masked(what, option), masked(hint, option)}} {}

}  // namespace gapmap
