#include "gapmap/io/filter_advice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

#include "gapmap/places/codes.h"
#include "gapmap/places/spelling.h"

namespace gapmap::io {
namespace {

constexpr std::size_t kMostValues = 2000;  ///< of a field; more are no list to choose from
constexpr std::size_t kMostNamed = 5;

/// What a filter compares: names of fields (and words of SQL) and values, without their quotes.
struct FilterWords {
  std::vector<std::string> names;
  std::vector<std::string> values;
};

bool is_letter(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '.' || byte >= 0x80;
}

/// The text from `i` to its closing quote, two of which stand for one; `i` is then behind it.
std::string quoted(std::string const& filter, std::size_t& i) {
  char const quote = filter[i++];
  std::string text;
  for (; i < filter.size(); ++i) {
    if (filter[i] == quote) {
      if (i + 1 >= filter.size() || filter[i + 1] != quote) break;
      ++i;
    }
    text += filter[i];
  }
  ++i;
  return text;
}

FilterWords words_of(std::string const& filter) {
  FilterWords words;
  for (std::size_t i = 0; i < filter.size();) {
    char const c = filter[i];
    if (c == '\'') {
      words.values.push_back(quoted(filter, i));
    } else if (c == '"') {
      words.names.push_back(quoted(filter, i));
    } else if (is_letter(c)) {
      auto const begin = i;
      while (i < filter.size() && is_letter(filter[i])) ++i;
      auto word = filter.substr(begin, i - begin);
      bool const is_number = std::isdigit(static_cast<unsigned char>(word.front())) != 0;
      (is_number ? words.values : words.names).push_back(std::move(word));
    } else {
      ++i;
    }
  }
  return words;
}

/// Whether people mean the same by both.
bool is_meant(std::string const& written, std::string const& value) {
  if (places::plain_spelling(written) == places::plain_spelling(value)) return true;
  auto const code = places::bare_code(written);
  return !code.empty() && code == places::bare_code(value);
}

/// Distinct values of the fields, in order; of a field with too many, none.
std::vector<std::set<std::string>> values_of(Source source, std::vector<std::string> const& names) {
  source.where.clear();
  auto const table = Table::open(source);
  std::vector<FieldIndex> fields;
  for (auto const& name : names) fields.push_back(*table.find_field(name));
  std::vector<std::set<std::string>> values(fields.size());
  table.visit([&](Record const& record) {
    for (std::size_t f = 0; f < fields.size(); ++f) {
      if (values[f].size() > kMostValues) continue;
      if (auto text = record.text(fields[f])) values[f].insert(*std::move(text));
    }
  });
  for (auto& of_field : values) {
    if (of_field.size() > kMostValues) of_field.clear();
  }
  return values;
}

}  // namespace

std::string filter_advice(Table const& table, Source const& source, std::string const& filter) {
  auto const words = words_of(filter);
  std::vector<std::string> names;
  for (auto const& name : words.names) {
    bool const is_new = std::ranges::find(names, name) == names.end();
    if (is_new && table.find_field(name)) names.push_back(name);
  }
  auto const values = values_of(source, names);
  std::vector<std::string> advice;
  for (auto const& written : words.values) {
    for (auto const& of_field : values) {
      if (of_field.contains(written)) break;
      auto const meant = std::ranges::find_if(
          of_field, [&](auto const& value) { return is_meant(written, value); });
      if (meant == of_field.end()) continue;
      if (advice.size() < kMostNamed)
        advice.push_back(fmt::format("'{}' instead of '{}'", *meant, written));
      break;
    }
  }
  if (!advice.empty()) return fmt::format("write {}", fmt::join(advice, ", "));
  for (std::size_t f = 0; f < names.size() && advice.size() < kMostNamed; ++f) {
    std::vector<std::string> first;
    for (auto const& value : values[f]) {
      if (first.size() < kMostNamed) first.push_back(fmt::format("'{}'", value));
    }
    if (first.empty()) continue;
    advice.push_back(fmt::format("{} has {}{}", names[f], fmt::join(first, ", "),
                                 values[f].size() > first.size() ? " …" : ""));
  }
  if (!advice.empty()) return fmt::format("{}", fmt::join(advice, "; "));
  return fmt::format("its fields are {}", fmt::join(table.fields(), ", "));
}

}  // namespace gapmap::io
