#include "gapmap/units/error.h"

#include <fmt/format.h>

namespace gapmap {
namespace {

std::string with_hint(std::string message, std::string const& hint) {
  if (!hint.empty()) message += "; " + hint;
  return message;
}

std::string place_of(InputError::Where const& where) {
  std::string place = where.path;
  if (!where.layer.empty())
    place += fmt::format("{}layer \"{}\"", place.empty() ? "" : ", ", where.layer);
  if (!where.feature.empty())
    place += fmt::format("{}feature {}", place.empty() ? "" : ", ", where.feature);
  return place.empty() ? place : place + ": ";
}

}  // namespace

InputError::InputError(Where const& where, std::string const& what, std::string const& hint)
    : std::runtime_error{with_hint(place_of(where) + what, hint)} {}

UsageError::UsageError(std::string const& option, std::string const& what, std::string const& hint)
    : std::runtime_error{with_hint(option.empty() ? what : option + ": " + what, hint)} {}

}  // namespace gapmap
