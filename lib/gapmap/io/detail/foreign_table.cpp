#include "gapmap/io/detail/foreign_table.h"

#include <algorithm>
#include <array>
#include <vector>

#include "gapmap/units/ascii.h"

namespace gapmap::io {
namespace {

constexpr auto kEnd = std::string_view::npos;

/// Returns the position after blanks and comments.
std::size_t next_word(std::string_view sql, std::size_t at) {
  for (;;) {
    at = std::min(sql.find_first_not_of(" \t\r\n\f", at), sql.size());
    std::string_view const rest = sql.substr(at);
    if (rest.starts_with("--")) {
      at = std::min(sql.find('\n', at), sql.size());
    } else if (rest.starts_with("/*")) {
      auto const close = sql.find("*/", at + 2);
      at = close == kEnd ? sql.size() : close + 2;
    } else {
      return at;
    }
  }
}

/// Returns the first words of a statement as SQLite reads them, names without their quotation
/// marks.
std::vector<std::string> words_of(std::string_view sql, std::size_t most) {
  std::vector<std::string> words;
  for (auto at = next_word(sql, 0); at < sql.size() && words.size() < most;
       at = next_word(sql, at)) {
    std::string word;
    char const first = sql[at];
    if (first == '"' || first == '\'' || first == '`' || first == '[') {
      char const mark = first == '[' ? ']' : first;
      for (++at; at < sql.size(); ++at) {
        bool const is_doubled =
            mark != ']' && sql[at] == mark && at + 1 < sql.size() && sql[at + 1] == mark;
        if (sql[at] == mark && !is_doubled) break;
        if (is_doubled) ++at;
        word += sql[at];
      }
      ++at;
    } else {
      auto const is_of_word = [](char c) {
        return is_ascii_letter_or_digit(c) || c == '_' || c == '$' ||
               static_cast<unsigned char>(c) >= 0x80;
      };
      do word += sql[at++];
      while (is_of_word(first) && at < sql.size() && is_of_word(sql[at]));
    }
    words.push_back(std::move(word));
  }
  return words;
}

bool keeps_to_its_database(std::string_view module) {
  constexpr std::array<std::string_view, 17> kKnown{"rtree",
                                                    "rtree_i32",
                                                    "geopoly",
                                                    "fts3",
                                                    "fts3tokenize",
                                                    "fts4",
                                                    "fts4aux",
                                                    "fts5",
                                                    "fts5vocab",
                                                    "virtualspatialindex",
                                                    "virtualelementary",
                                                    "virtualknn",
                                                    "virtualknn2",
                                                    "virtualbbox",
                                                    "virtualfdo",
                                                    "virtualgpkg",
                                                    "virtualnetwork"};
  return std::ranges::find(kKnown, ascii_lower_case(module)) != kKnown.end();
}

}  // namespace

std::string foreign_module_in(std::string_view sql) {
  // The pattern is CREATE VIRTUAL TABLE IF NOT EXISTS schema . name USING module.
  constexpr std::size_t kMostWords = 11;
  auto const words = words_of(sql, kMostWords);
  auto const is = [&](std::size_t at, std::string_view word) {
    return at < words.size() && ascii_lower_case(words[at]) == word;
  };
  if (!is(0, "create") || !is(1, "virtual")) return {};
  std::size_t name = is(3, "if") && is(4, "not") && is(5, "exists") ? 6 : 3;
  if (is(name + 1, ".")) name += 2;
  if (!is(name + 1, "using") || name + 2 >= words.size()) return "?";
  return keeps_to_its_database(words[name + 2]) ? std::string{} : words[name + 2];
}

}  // namespace gapmap::io
