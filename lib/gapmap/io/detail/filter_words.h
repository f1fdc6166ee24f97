#pragma once
// What a filter in OGR SQL compares.

#include <cstdint>
#include <string>
#include <vector>

namespace gapmap::io {

struct FilterWord {
  enum class Kind : std::uint8_t {
    Name,   ///< of a field, or a word of SQL
    Value,  ///< text without its quotation marks, or a number
    Sign    ///< "=", "<>", "(" …
  };
  Kind kind = Kind::Sign;
  std::string text;
  bool is_quoted = false;
};

[[nodiscard]] std::vector<FilterWord> filter_words(std::string const& filter);

/// A field that must equal, or differ from, exactly one value: "kunta = '001'", "kunta in ('001',
/// '002')", "kunta <> '001'", "kunta like '001'".
struct FilterComparison {
  std::string field;
  std::string value;
  bool is_negated = false;
};

[[nodiscard]] std::vector<FilterComparison> filter_comparisons(std::string const& filter);

}  // namespace gapmap::io
