#include "gapmap/io/detail/filter_advice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "gapmap/io/detail/filter_words.h"
#include "gapmap/places/codes.h"
#include "gapmap/places/spelling.h"
#include "gapmap/units/ascii.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::io {
namespace {

constexpr std::size_t kMostValues = 2000;  ///< most values of a field from which users can choose
constexpr std::size_t kMostNamed = 5;

/// What a filter compares: names of fields (and words of SQL) and values, without quotation marks.
struct FilterWords {
  std::vector<std::string> names;
  std::vector<std::string> values;
};

FilterWords words_of(std::string const& filter) {
  FilterWords words;
  for (auto& word : filter_words(filter)) {
    if (word.kind == FilterWord::Kind::Name) words.names.push_back(std::move(word.text));
    if (word.kind == FilterWord::Kind::Value) words.values.push_back(std::move(word.text));
  }
  return words;
}

/// Whether people mean the same by both: one word except for case, blanks, hyphens and diacritics,
/// or one code except for what surrounds it.
bool is_meant(std::string const& written, std::string const& value) {
  if (places::spelling_key(written) == places::spelling_key(value)) return true;
  auto const code = places::bare_code(written);
  return !code.empty() && code == places::bare_code(value);
}

/// Returns the distinct values of the fields, in order; none for a field with too many.
std::vector<std::set<std::string>> values_of(Source source, std::vector<std::string> const& names) {
  source.where.clear();
  auto const table = Table::open(source);
  std::vector<FieldIndex> fields;
  fields.reserve(names.size());
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

namespace {

/// Number of rows by value of a field.
using ValueCounts = std::map<std::string, std::size_t>;

/// Returns the counts of the fields; nothing for a field with too many values to be one of a
/// filter.
std::vector<std::optional<ValueCounts>> value_counts(Table& table,
                                                     std::vector<FieldIndex> const& fields) {
  constexpr std::size_t kMostDistinct = 100'000;
  std::vector<std::optional<ValueCounts>> counts(fields.size(), ValueCounts{});
  table.read_only(fields);
  table.visit([&](Record const& record) {
    for (std::size_t f = 0; f < fields.size(); ++f) {
      if (!counts[f]) continue;
      if (auto const text = record.filtered_text(fields[f])) ++(*counts[f])[*text];
      if (counts[f]->size() > kMostDistinct) counts[f].reset();
    }
  });
  return counts;
}

/// Whether the filter treats the value as equal to the one it names.
bool is_equal(std::string const& written, std::string const& value, bool has_case) {
  if (written == value) return true;
  if (!has_case && ascii_lower_case(written) == ascii_lower_case(value)) return true;
  // As numbers, 1 equals 1.0.
  auto const number = [](std::string const& text) {
    bool const has_zeros = text.size() > 1 && text[0] == '0' && text[1] != '.';
    return has_zeros ? std::nullopt : parse_number(text);
  };
  return number(written) && number(written) == number(value);
}

}  // namespace

void count_misspelled(Source source, std::string const& filter, ImportReport& report) {
  source.extent.reset();
  auto table = Table::open(source);
  // Whole services are not fetched for a remark.
  if (table.files().empty()) return;
  auto const comparisons = filter_comparisons(filter);
  std::vector<FieldIndex> fields;
  for (auto const& comparison : comparisons) {
    auto const field = table.find_field(comparison.field);
    if (field && std::ranges::find(fields, *field) == fields.end()) fields.push_back(*field);
  }
  if (fields.empty()) return;
  auto const counts = value_counts(table, fields);
  bool const has_case = table.has_own_sql();
  auto const names = [&](FieldIndex field, std::string const& value) {
    return std::ranges::any_of(comparisons, [&](auto const& other) {
      return table.find_field(other.field) == field && is_equal(other.value, value, has_case);
    });
  };
  for (auto const& [name, written, is_negated] : comparisons) {
    auto const field = table.find_field(name);
    if (!field || written.empty()) continue;
    auto const& values =
        counts[static_cast<std::size_t>(std::ranges::find(fields, *field) - fields.begin())];
    if (!values) continue;
    bool const is_there = std::ranges::any_of(*values, [&, &text = written](auto const& value) {
      return is_equal(text, value.first, has_case);
    });
    bool is_misspelled = false;
    for (auto const& [value, rows] : *values) {
      if (!is_meant(written, value) || names(*field, value)) continue;
      is_misspelled = true;
      auto const consequence = is_negated ? Consequence::Used : Consequence::LeftOut;
      report.count_all("written otherwise than in the filter", rows,
                       fmt::format("'{}' → '{}'", written, value), consequence);
    }
    if (!is_there && !is_misspelled && !is_negated)
      report.count("value of the filter that no row has", fmt::format("'{}'", written),
                   Consequence::Used);
  }
}

}  // namespace gapmap::io
