#include "gapmap/report/labels.h"

#include <algorithm>
#include <cmath>

#include "gapmap/units/error.h"

namespace gapmap::report {
namespace {

Label const* find(std::string_view key) {
  auto const all = labels();
  auto const found = std::ranges::lower_bound(all, key, {}, &Label::key);
  return found != all.end() && found->key == key ? &*found : nullptr;
}

}  // namespace

std::string_view label(Language language, std::string_view key) {
  auto const* const found = find(key);
  expects(found != nullptr, "every word of a page is in the catalogues");
  return found->texts[static_cast<std::size_t>(language)];
}

std::string_view label(Language language, std::string_view key, double number) {
  auto const* const found = find(key);
  auto const l = static_cast<std::size_t>(language);
  expects(found != nullptr && !found->of_one[l].empty(),
          "every word that goes with a number is in the catalogues, with a form for one");
  return std::round(number) == 1 ? found->of_one[l] : found->texts[l];
}

std::optional<std::string_view> label_of(Language language, std::string_view key) {
  auto const* const found = find(key);
  if (found == nullptr) return std::nullopt;
  return found->texts[static_cast<std::size_t>(language)];
}

}  // namespace gapmap::report
