// Every sentence that gapmap check may tell has its label in every language: what errors of inputs
// and options say, and findings with their advice. Sentences are found in the sources themselves:
// literals with at least two words, "{…}" in them reduced to "{}". And no sentence of the library
// spells an option as a word of a command line.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "gapmap/report/labels.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;

fs::path root() { return fs::path{GAPMAP_SOURCE_DIR}; }

/// The place behind a literal that opens at `at`.
std::size_t behind_literal(std::string const& text, std::size_t at) {
  auto const mark = text[at];
  for (++at; at < text.size() && text[at] != mark; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

bool opens_literal(std::string const& text, std::size_t at) {
  // 10'000 is a number.
  bool const is_digits = at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0;
  return text[at] == '"' || (text[at] == '\'' && !is_digits);
}

/// Without comments and raw literals, which say nothing of this kind.
std::string code_of(fs::path const& path) {
  std::ifstream file{path, std::ios::binary};
  std::stringstream stream;
  stream << file.rdbuf();
  auto const text = stream.str();
  std::string code;
  for (std::size_t i = 0; i < text.size();) {
    auto end = i + 1;
    if (text.compare(i, 2, "R\"") == 0) {
      auto const open = text.find('(', i);
      auto const close = ")" + text.substr(i + 2, open - i - 2) + "\"";
      i = std::min(text.find(close, open), text.size() - close.size()) + close.size();
      code += "\"\"";
      continue;
    }
    if (text.compare(i, 2, "//") == 0 || text.compare(i, 8, "#include") == 0) {
      i = std::min(text.find('\n', i), text.size());
      continue;
    }
    if (opens_literal(text, i)) end = behind_literal(text, i);
    code += text.substr(i, end - i);
    i = end;
  }
  return code;
}

/// The place of the bracket that closes the one at `open`.
std::size_t closing(std::string const& code, std::size_t open) {
  int depth = 0;
  for (auto i = open; i < code.size(); ++i) {
    if (opens_literal(code, i)) {
      i = behind_literal(code, i) - 1;
    } else if (std::string_view{"([{"}.find(code[i]) != std::string_view::npos) {
      ++depth;
    } else if (std::string_view{")]}"}.find(code[i]) != std::string_view::npos && --depth == 0) {
      return i;
    }
  }
  return code.size();
}

/// Literals of a piece of code, adjacent ones joined, escapes resolved.
std::vector<std::string> literals_in(std::string_view piece) {
  std::string const code{piece};
  std::vector<std::string> literals;
  std::size_t last_end = std::string::npos;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!opens_literal(code, i)) continue;
    auto const end = behind_literal(code, i);
    if (code[i] == '"') {
      std::string literal;
      for (auto c = i + 1; c + 1 < end; ++c) {
        if (code[c] == '\\') ++c;
        literal += code[c - 1] == '\\' && code[c] == 'n' ? '\n' : code[c];
      }
      bool const is_adjacent =
          last_end != std::string::npos && code.find_first_not_of(" \n", last_end) == i;
      if (is_adjacent) {
        literals.back() += literal;
      } else {
        literals.push_back(literal);
      }
      last_end = end;
    }
    i = end - 1;
  }
  return literals;
}

/// "{:.1f} km" as "{} km".
std::string key_of(std::string const& literal) {
  static std::regex const field{R"(\{[^{}]*\})"};
  return std::regex_replace(literal, field, "{}");
}

/// Words are what is told; names, options, formats of ids and lists of marks are not.
bool is_sentence(std::string const& key) {
  static std::regex const words{R"(\b[a-z]{2,} [a-z]{2,})"};
  return std::regex_search(key, words);
}

/// Whether the table has it, whole or as a part of a key that begins with `kind`: sentences are put
/// together here and there, and a "{}" may stand for words that a key has.
bool is_told(std::string const& sentence, std::string const& kind) {
  std::string pattern;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence.compare(i, 2, "{}") == 0) {
      pattern += ".*";
      ++i;
    } else {
      if (std::string_view{"^$\\.*+?()[]{}|"}.find(sentence[i]) != std::string_view::npos)
        pattern += '\\';
      pattern += sentence[i];
    }
  }
  std::regex const like{pattern};
  return std::ranges::any_of(report::labels(), [&](auto const& label) {
    return label.key.starts_with(kind) &&
           (label.key.find(sentence) != std::string_view::npos ||
            std::regex_search(label.key.begin(), label.key.end(), like));
  });
}

std::vector<fs::path> sources() {
  std::vector<fs::path> paths;
  for (auto const* folder : {"lib/gapmap", "tools"}) {
    for (auto const& entry : fs::recursive_directory_iterator{root() / folder}) {
      auto const extension = entry.path().extension();
      if (extension == ".cpp" || extension == ".h") paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  return paths;
}

/// Where errors are made: constructors, functions and local ones that return an error, and what
/// constants they name.
std::vector<std::string> sentences_of_errors(std::string const& code) {
  static std::regex const made{
      R"re(\b(?:(?:InputError|UsageError)\b(?!::)[^;{()}]{0,40}[{(]|(?:wrong|refuse|fail|misfit)\())re"};
  static std::regex const constant{R"(\bk[A-Z][A-Za-z]*\b)"};
  std::vector<std::string> sentences;
  auto const add = [&](std::string_view piece) {
    for (auto const& literal : literals_in(piece)) sentences.push_back(key_of(literal));
  };
  for (std::sregex_iterator match{code.begin(), code.end(), made}, end; match != end; ++match) {
    auto const open = static_cast<std::size_t>(match->position() + match->length()) - 1;
    auto close = closing(code, open);
    auto const piece = code.substr(open, close - open);
    add(piece);
    // A function that returns one: its body.
    auto const body = code.find_first_not_of(" \n", close + 1);
    bool const is_function = code[open] == '(' && body < code.size() && code[body] == '{';
    if (is_function) add(code.substr(body, closing(code, body) - body));
    for (std::sregex_iterator name{piece.begin(), piece.end(), constant}; name != end; ++name) {
      auto const declared = code.find(name->str() + " =");
      if (declared != std::string::npos)
        add(code.substr(declared, code.find(';', declared) - declared));
    }
  }
  return sentences;
}

std::set<std::string> untold(std::vector<std::string> const& sentences,
                             std::string const& kind = {}) {
  std::set<std::string> missing;
  for (auto const& sentence : sentences) {
    if (is_sentence(sentence) && !is_told(sentence, kind)) missing.insert(sentence);
  }
  return missing;
}

TEST(Sentences, OfErrorsAreToldInEveryLanguage) {
  std::size_t found = 0;
  for (auto const& path : sources()) {
    // Its fail() is of the system's errors, which speak for themselves.
    if (path.filename() == "hidden_folder.cpp") continue;
    auto const sentences = sentences_of_errors(code_of(path));
    found += static_cast<std::size_t>(std::ranges::count_if(sentences, is_sentence));
    EXPECT_THAT(untold(sentences), IsEmpty())
        << path << ": give each an entry in the catalogues of lib/gapmap/report/words";
  }
  EXPECT_GT(found, 300U);
}

TEST(Sentences, OfFindingsAreToldInEveryLanguage) {
  std::size_t found = 0;
  for (auto const& path : sources()) {
    auto const name = path.filename().string();
    bool const is_check = (name.starts_with("check_") && name.ends_with(".cpp")) ||
                          name == "inspection.cpp" || name == "job_findings.cpp";
    if (!is_check) continue;
    // What is shown while it runs is no finding.
    static std::regex const stage{R"(stage\("[^"]*")"};
    auto const code = std::regex_replace(code_of(path), stage, "stage(");
    std::vector<std::string> sentences;
    for (auto const& literal : literals_in(code)) {
      auto key = key_of(literal);
      // Blanks and marks at the ends join it to others; what became of rows is told by itself.
      key.erase(0, std::min(key.find_first_not_of(" ,;:("), key.size()));
      key = key.substr(0, key.find(" (left out)"));
      sentences.push_back(std::move(key));
    }
    found += static_cast<std::size_t>(std::ranges::count_if(sentences, is_sentence));
    EXPECT_THAT(untold(sentences), IsEmpty())
        << path << ": give each an entry in the catalogues of lib/gapmap/report/words";
  }
  EXPECT_GT(found, 100U);
}

/// What calls of `function` say by themselves, without what variables bring: "stage(" or "remark(".
std::vector<std::string> said_by(std::string const& code, std::string const& function) {
  std::vector<std::string> said;
  std::regex const called{"\\b" + function + "\\("};
  for (std::sregex_iterator match{code.begin(), code.end(), called}, end; match != end; ++match) {
    auto const open = static_cast<std::size_t>(match->position() + match->length()) - 1;
    auto const arguments = code.substr(open, closing(code, open) - open);
    // Of a stage its name alone: what it runs speaks for itself.
    auto const piece = function == "stage" ? arguments.substr(0, arguments.find(",")) : arguments;
    for (auto const& literal : literals_in(piece)) {
      // Each part of "reasons: shortest ways" is told by itself.
      auto const colon = function == "stage" ? literal.find(": ") : std::string::npos;
      said.push_back(key_of(literal.substr(0, colon)));
      if (colon != std::string::npos) said.push_back(key_of(literal.substr(colon + 2)));
    }
  }
  return said;
}

TEST(Sentences, OfRemarksAndStagesAreToldInEveryLanguage) {
  std::size_t found = 0;
  auto const expect_told = [&](fs::path const& path, std::string const& kind) {
    auto const sentences = said_by(code_of(path), kind);
    found += static_cast<std::size_t>(std::ranges::count_if(sentences, is_sentence));
    EXPECT_THAT(untold(sentences, kind + " "), IsEmpty())
        << path << ": give each an entry in the catalogues of lib/gapmap/report/words";
  };
  for (auto const& path : sources()) {
    if (path.string().find("/engine/") == std::string::npos) continue;
    expect_told(path, "remark");
    expect_told(path, "stage");
  }
  EXPECT_GT(found, 50U);
}

/// Without what declares options: their flags, helps and examples are of a command line.
std::string without_declarations(std::string code) {
  static std::regex const declared{R"(\b(?:add|describe|only_in_words|examples)\()"};
  std::smatch match;
  while (std::regex_search(code, match, declared)) {
    auto const begin = static_cast<std::size_t>(match.position());
    auto const open = begin + static_cast<std::size_t>(match.length()) - 1;
    code.erase(begin, closing(code, open) - begin);
  }
  return code;
}

/// Literals that spell an option with its dashes.
std::vector<std::string> with_dashes(std::string const& code) {
  static std::regex const word{R"((^|[^-\w])--[a-z])"};
  // A command of somebody else's.
  constexpr std::string_view kOsmium = "osmium extract --strategy";
  std::vector<std::string> found;
  for (auto const& literal : literals_in(without_declarations(code))) {
    bool const is_osmium = literal.find(kOsmium) != std::string::npos;
    if (!is_osmium && std::regex_search(literal, word)) found.push_back(literal);
  }
  return found;
}

TEST(Sentences, OfTheLibraryNameOptionsByTheirKeys) {
  for (auto const& path : sources()) {
    if (path.string().find("lib/gapmap") == std::string::npos) continue;
    EXPECT_THAT(with_dashes(code_of(path)), IsEmpty())
        << path << ": `max-off-road` in a sentence, \"limit\" as the first part of a UsageError";
  }
}

TEST(TheChecksOfSentences, SeeWhatIsWrong) {
  EXPECT_EQ(with_dashes(R"cpp(throw UsageError{"--limit",
                                               "raise "
                                               "--margin"};)cpp")
                .size(),
            2U);
  EXPECT_EQ(with_dashes(R"cpp(warn("not open (--ice-roads)");)cpp").size(), 1U);
  EXPECT_THAT(with_dashes(R"cpp(o.add({"--limit", "L", "With (--margin)"}, w);
                                f("a -- b", "-->");)cpp"),
              IsEmpty());
}

}  // namespace
}  // namespace gapmap
