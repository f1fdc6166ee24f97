#include "gapmap/places/codes.h"

#include <algorithm>
#include <iterator>

#include "gapmap/units/blanks.h"
#include "gapmap/units/ascii.h"

namespace gapmap::places {
namespace {

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Returns the three digits of a municipality without the letters that statistics and lists put
/// around them; any other code as it is.
std::string_view without_company(std::string_view code) {
  constexpr std::size_t kDigits = 3;
  for (std::string_view const prefix : {"ku", "fi_"}) {
    bool const has_it = std::ranges::equal(code.substr(0, prefix.size()), prefix, {}, lowered);
    auto const rest = has_it ? code.substr(prefix.size()) : std::string_view{};
    if (rest.size() == kDigits && are_ascii_digits(rest)) return rest;
  }
  auto const digits = code.substr(0, kDigits);
  auto const behind = code.substr(std::min(kDigits, code.size()));
  bool const is_before_name = digits.size() == kDigits && are_ascii_digits(digits) &&
                              behind.starts_with(' ') &&
                              std::ranges::none_of(behind, is_ascii_digit);
  if (is_before_name) return digits;
  auto const open = code.rfind('(');
  bool const is_behind_name = open != std::string_view::npos && open > 0 && code.ends_with(')');
  if (is_behind_name) {
    auto const inner = code.substr(open + 1, code.size() - open - 2);
    if (inner.size() == kDigits && are_ascii_digits(inner)) return inner;
  }
  return code;
}

}  // namespace

std::string bare_code(std::string_view written) {
  auto const plain = with_plain_spaces(written);
  auto code = without_blanks_around(plain);
  while (code.starts_with('\'')) code = without_blanks_around(code.substr(1));
  auto const point = code.find_first_of(".,");
  if (point != std::string_view::npos &&
      code.find_first_not_of("0 \t", point + 1) == std::string_view::npos)
    code = code.substr(0, point);
  code = without_company(without_blanks_around(code));
  bool const is_number =
      !code.empty() && code.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_number) {
    auto const first = std::min(code.find_first_not_of('0'), code.size() - 1);
    code.remove_prefix(first);
  }
  std::string bare{code};
  std::ranges::transform(bare, bare.begin(), lowered);
  return bare;
}

CodeJoin join_codes(std::set<std::string> const& left, std::set<std::string> const& right) {
  auto const bare = [](std::set<std::string> const& codes) {
    std::set<std::string> set;
    for (auto const& code : codes) {
      if (auto one = bare_code(code); !one.empty()) set.insert(std::move(one));
    }
    return set;
  };
  auto const l = bare(left);
  auto const r = bare(right);
  CodeJoin join;
  std::ranges::set_intersection(l, r, std::back_inserter(join.joined));
  std::ranges::set_difference(l, r, std::back_inserter(join.only_left));
  std::ranges::set_difference(r, l, std::back_inserter(join.only_right));
  return join;
}

}  // namespace gapmap::places
