#include "gapmap/job/requirement_text.h"
#include "gapmap/units/blanks.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace gapmap::job {
namespace {

std::vector<std::string> split_outside_quotes(std::string const& text) {
  std::vector<std::string> parts{""};
  char quote = 0;
  for (char const c : text) {
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == ';') {
      parts.emplace_back();
      continue;
    }
    parts.back() += c;
  }
  return parts;
}

/// Returns the content of the double quotes around `value`; nothing unless they enclose all of it.
std::optional<std::string> unquoted(std::string const& value) {
  if (value.size() < 2 || value.front() != '"' || value.back() != '"') return std::nullopt;
  std::string held;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    if (value[i] == '"' && (++i + 1 >= value.size() || value[i] != '"')) return std::nullopt;
    held += value[i];
  }
  return held;
}

std::string in_quotes(std::string const& value) {
  std::string text = "\"";
  for (char const c : value) text += c == '"' ? std::string{"\"\""} : std::string{c};
  return text + '"';
}

}  // namespace

RequirementParts parts_of_requirement(std::string const& text) {
  RequirementParts parts;
  for (auto const& part : split_outside_quotes(text)) {
    auto const plain = std::string{without_blanks_around(part)};
    if (plain.empty()) continue;
    auto const equals = plain.find('=');
    if (equals == std::string::npos) {
      parts.emplace_back("", plain);
      continue;
    }
    auto const value = std::string{without_blanks_around(plain.substr(equals + 1))};
    parts.emplace_back(std::string{without_blanks_around(plain.substr(0, equals))},
                       unquoted(value).value_or(value));
  }
  return parts;
}

std::string requirement_text(RequirementParts const& parts) {
  std::string text;
  for (auto const& [key, raw] : parts) {
    auto value = raw;
    std::ranges::replace(value, '\n', ' ');
    auto const plain = fmt::format("{}={}", key, value);
    // Another part is appended because a lone quotation mark would swallow it.
    bool const reads_back =
        parts_of_requirement(plain + "; a=b") == RequirementParts{{key, value}, {"a", "b"}};
    text += (text.empty() ? "" : "; ") + (reads_back ? plain : key + '=' + in_quotes(value));
  }
  return text;
}

}  // namespace gapmap::job
