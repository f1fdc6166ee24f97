// Makes one C++ table from the catalogues of words, one per language, while gapmap is built:
//
//   compile_words words.cpp fi.po sv.po en.po
//
// msgfmt --check has made sure that they are valid PO files. Here they are compared with one
// another: the English catalogue defines the keys, the others must have exactly these, everything
// must be translated, and every text must have the same fields to fill in. Any violation is
// reported with its file, line and key, and no table is made.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/report/language.h"

namespace gapmap::report {
namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string text;      ///< of a plural entry its form for two and more
  std::string of_one;    ///< of a plural entry its form for one
  std::size_t line = 0;  ///< of its key
  bool is_fuzzy = false;
  bool is_plural = false;

  /// Returns the forms that it has to have.
  [[nodiscard]] std::vector<std::string> forms() const {
    return is_plural ? std::vector{text, of_one} : std::vector{text};
  }
};

struct Catalogue {
  fs::path path;
  std::string file = path.filename().string();
  std::map<std::string, Entry> entries = {};
};

/// Collects errors and prints one per line in the format of compilers.
class Complaints {
 public:
  void add(Catalogue const& catalogue, std::size_t line, std::string_view what) {
    fmt::print(stderr, "{}:{}: {}\n", catalogue.path.string(), line, what);
    any_ = true;
  }
  [[nodiscard]] bool any() const { return any_; }

 private:
  bool any_ = false;
};

/// Returns the content of the quotation marks of a PO line. Nothing if it has an escape that no
/// text of gapmap needs.
std::optional<std::string> unquoted(std::string_view line) {
  auto const open = line.find('"');
  auto const close = line.rfind('"');
  if (open == close) return std::nullopt;
  std::string text;
  for (auto i = open + 1; i < close; ++i) {
    if (line[i] != '\\') {
      text += line[i];
      continue;
    }
    switch (line[++i]) {
      case 'n':
        text += '\n';
        break;
      case '"':
      case '\\':
        text += line[i];
        break;
      default:
        return std::nullopt;
    }
  }
  return text;
}

/// Reads the entries of a PO file except its header, whose key is empty.
Catalogue read(fs::path const& path, Complaints& complaints) {
  Catalogue catalogue{.path = path};
  std::string key;
  Entry entry;
  std::string plural;           // the key once more, which msgfmt wants
  std::string* part = nullptr;  // the text that quoted lines continue
  bool is_fuzzy = false;
  auto const finish = [&] {
    if (part != &entry.text && part != &entry.of_one) return;
    if (entry.is_plural && plural != key) {
      complaints.add(catalogue, entry.line,
                     fmt::format("\"{}\" has another key for its plural: {}", key, plural));
    }
    if (!key.empty() && !catalogue.entries.try_emplace(key, entry).second)
      complaints.add(catalogue, entry.line, fmt::format("\"{}\" is there twice", key));
    part = nullptr;
  };
  std::ifstream file{path, std::ios::binary};
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.starts_with("#~ msgid ")) {
      complaints.add(catalogue, number, fmt::format("{} is obsolete: delete it", line.substr(3)));
    } else if (line.empty() || line.starts_with('#')) {
      finish();
      is_fuzzy = is_fuzzy || (line.starts_with("#,") && line.find("fuzzy") != std::string::npos);
    } else if (auto const words = unquoted(line); !words) {
      complaints.add(catalogue, number,
                     fmt::format(R"(only \n, \" and \\ are known here: {})", line));
    } else if (line.starts_with("msgid \"")) {
      finish();
      key = *words;
      entry = {.line = number, .is_fuzzy = std::exchange(is_fuzzy, false)};
      part = &key;
    } else if (line.starts_with("msgid_plural \"")) {
      plural = *words;
      entry.is_plural = true;
      part = &plural;
    } else if (line.starts_with("msgstr \"") || line.starts_with("msgstr[1] \"")) {
      entry.text = *words;
      part = &entry.text;
    } else if (line.starts_with("msgstr[0] \"")) {
      entry.of_one = *words;
      part = &entry.of_one;
    } else if (line.starts_with('"') && part != nullptr) {
      *part += *words;
    } else {
      complaints.add(catalogue, number,
                     fmt::format("only msgid, msgid_plural and msgstr are known here: {}", line));
    }
  }
  finish();
  if (!file.eof()) complaints.add(catalogue, number, "cannot be read");
  return catalogue;
}

/// Returns the names or numbers of the fields of a text, with "{}" counted from 0. Nothing if a
/// brace has no partner, a field is malformed, or only some fields are numbered.
std::optional<std::set<std::string>> fields_of(std::string_view text) {
  std::set<std::string> fields;
  std::size_t counted = 0;
  bool is_any_named = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{' && text[i] != '}') continue;
    if (text.substr(i + 1, 1) == text.substr(i, 1)) {  // a doubled brace is literal
      ++i;
      continue;
    }
    auto const close = text.find_first_of("{}", i + 1);
    if (text[i] == '}' || close == std::string_view::npos || text[close] == '{')
      return std::nullopt;
    auto const field = text.substr(i + 1, close - i - 1);
    auto const name = field.substr(0, field.find(':'));
    auto const format = field.substr(name.size());
    bool const is_name = std::ranges::all_of(
        name, [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
    constexpr std::array<std::string_view, 4> kFormats{"", ":w", ":n", ":r"};
    if (!is_name || std::ranges::find(kFormats, format) == kFormats.end()) return std::nullopt;
    is_any_named = is_any_named || !name.empty();
    fields.insert(name.empty() ? std::to_string(counted++) : std::string{name});
    i = close;
  }
  if (is_any_named && counted > 0) return std::nullopt;
  return fields;
}

std::string told(std::set<std::string> const& fields) {
  return fields.empty() ? "none" : fmt::format("{{{}}}", fmt::join(fields, "}, {"));
}

/// Checks that every entry is translated, and that its fields can be filled in.
void check_texts(Catalogue const& catalogue, Complaints& complaints) {
  for (auto const& [key, entry] : catalogue.entries) {
    if (entry.is_fuzzy) {
      complaints.add(catalogue, entry.line,
                     fmt::format("\"{}\" is fuzzy: look at it, then it is not", key));
      continue;
    }
    for (auto const& form : entry.forms()) {
      if (form.empty()) {
        complaints.add(catalogue, entry.line, fmt::format("\"{}\" is not translated", key));
      } else if (!fields_of(form)) {
        complaints.add(catalogue, entry.line,
                       fmt::format("\"{}\" has a broken field: {}", key, form));
      }
    }
  }
}

void check_fields(std::string const& key, std::set<std::string> const& fields,
                  std::string_view where, Catalogue const& catalogue, Complaints& complaints) {
  auto const& entry = catalogue.entries.at(key);
  for (auto const& form : entry.forms()) {
    auto const own = fields_of(form);
    if (!own || form.empty() || *own == fields) continue;
    complaints.add(catalogue, entry.line,
                   fmt::format("\"{}\" has other fields than {}: {} instead of {}", key, where,
                               told(*own), told(fields)));
  }
}

/// Checks that `other` has the keys of `english`, and that their texts have the same fields.
void compare(Catalogue const& english, Catalogue const& other, Complaints& complaints) {
  for (auto const& [key, entry] : english.entries) {
    auto const own = other.entries.find(key);
    if (own == other.entries.end()) {
      complaints.add(other, 1,
                     fmt::format("\"{}\" is missing: {}:{} has it", key, english.file, entry.line));
    } else if (own->second.is_plural != entry.is_plural) {
      complaints.add(other, own->second.line,
                     fmt::format("\"{}\" has forms for one and for more in one of {} and {} only",
                                 key, english.file, other.file));
    } else if (auto const fields = fields_of(entry.text)) {
      check_fields(key, *fields, english.file, other, complaints);
    }
  }
  for (auto const& [key, entry] : other.entries) {
    if (!english.entries.contains(key))
      complaints.add(other, entry.line,
                     fmt::format("\"{}\" is superfluous: {} does not have it", key, english.file));
  }
}

/// Checks keys with "{}", which are patterns: their texts must use everything that fills them.
void check_patterns(Catalogue const& english, Complaints& complaints) {
  for (auto const& [key, entry] : english.entries) {
    if (auto const fields = fields_of(entry.text); fields && entry.is_plural)
      check_fields(key, *fields, "its other form", english, complaints);
    if (key.find("{}") == std::string::npos) continue;
    if (auto const gaps = fields_of(key)) {
      check_fields(key, *gaps, "its key", english, complaints);
    } else {
      complaints.add(english, entry.line, fmt::format("\"{}\" has a broken field in its key", key));
    }
  }
}

std::string literal(std::string_view text) {
  std::string quoted = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? "\\n" : std::string{c};
  }
  return quoted + "\"";
}

std::string table(std::vector<Catalogue> const& catalogues) {
  std::string rows;
  // The map's order of keys is the order in which labels are searched.
  for (auto const& [key, entry] : catalogues.front().entries) {
    std::vector<std::string> texts;
    texts.reserve(catalogues.size());
    std::vector<std::string> of_one;
    for (auto const& catalogue : catalogues) {
      texts.push_back(literal(catalogue.entries.at(key).text));
      if (entry.is_plural) of_one.push_back(literal(catalogue.entries.at(key).of_one));
    }
    rows += fmt::format("      {{{}, {{{}}}, {{{}}}}},\n", literal(key), fmt::join(texts, ", "),
                        fmt::join(of_one, ", "));
  }
  return fmt::format(
      "// Made by compile_words from the catalogues in gapmap/report/words.\n"
      "// NOLINTBEGIN(modernize-raw-string-literal)\n\n"
      "#include \"gapmap/report/labels.h\"\n\n"
      "#include <array>\n\n"
      "namespace gapmap::report {{\n\n"
      "std::span<Label const> labels() {{\n"
      "  static constexpr std::array<Label, {}> kLabels{{{{\n{}  }}}};\n"
      "  return kLabels;\n"
      "}}\n\n"
      "}}  // namespace gapmap::report\n"
      "// NOLINTEND(modernize-raw-string-literal)\n",
      catalogues.front().entries.size(), rows);
}

int compile(std::span<char const* const> arguments) {
  bool is_call = arguments.size() == 1 + kLanguages.size();
  for (std::size_t i = 0; is_call && i < kLanguages.size(); ++i)
    is_call = fs::path{arguments[1 + i]}.stem() == code_of(kLanguages[i]);
  if (!is_call) {
    fmt::print(stderr, "usage: compile_words OUTPUT.cpp fi.po sv.po en.po\n");
    return EXIT_FAILURE;
  }
  Complaints complaints;
  std::vector<Catalogue> catalogues;
  for (auto const* const path : arguments.subspan(1)) catalogues.push_back(read(path, complaints));
  auto const& english = catalogues[static_cast<std::size_t>(Language::English)];
  for (auto const& catalogue : catalogues) {
    check_texts(catalogue, complaints);
    if (&catalogue != &english) compare(english, catalogue, complaints);
  }
  check_patterns(english, complaints);
  if (complaints.any()) return EXIT_FAILURE;
  std::ofstream output{arguments[0], std::ios::binary};
  output << table(catalogues);
  return output.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace gapmap::report

int main(int argc, char** argv) {
  std::vector<char const*> const arguments{argv + 1, argv + argc};
  return gapmap::report::compile(arguments);
}
