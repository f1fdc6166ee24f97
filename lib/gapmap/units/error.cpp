#include "gapmap/units/error.h"

#include <fmt/format.h>

#include "gapmap/units/secrets.h"

namespace gapmap {
namespace {

std::string with_hint(std::string message, std::string const& hint) {
  if (!hint.empty()) message += "; " + hint;
  return message;
}

std::string place_of(InputError::Where const& where) {
  std::string place = masked(where.path);
  if (!where.layer.empty())
    place +=
        fmt::format("{}layer \"{}\"", place.empty() ? "" : ", ", masked(where.layer, where.path));
  if (!where.feature.empty())
    place += fmt::format("{}feature {}", place.empty() ? "" : ", ", where.feature);
  return place.empty() ? place : place + ": ";
}

}  // namespace

InputError::InputError(Where const& where, std::string const& what, std::string const& hint)
    : std::runtime_error{
          with_hint(place_of(where) + masked(what, where.path), masked(hint, where.path))} {}

UsageError::UsageError(std::string const& option, std::string const& what, std::string const& hint)
    : std::runtime_error{
          with_hint((option.empty() ? "" : masked(option) + ": ") + masked(what, option),
                    masked(hint, option))} {}

}  // namespace gapmap
