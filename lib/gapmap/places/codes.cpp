#include "gapmap/places/codes.h"

#include <algorithm>
#include <iterator>

namespace gapmap::places {
namespace {

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

std::string bare_code(std::string_view code) {
  code = trimmed(code);
  auto const point = code.find('.');
  if (point != std::string_view::npos &&
      code.find_first_not_of('0', point + 1) == std::string_view::npos)
    code = code.substr(0, point);
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
