// What is written for Finnish and Swedish readers has no English word: reports, workbooks, what is
// printed, and findings of a check, with everything on that adds a section.

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gmock/gmock.h>

#include <array>
#include <cctype>
#include <regex>
#include <set>

#include "gapmap/tables/columns.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;

/// English words that no sentence does without, and gapmap's own names of things; none of them is a
/// Finnish or Swedish word too.
std::set<std::string> const kEnglish{"the",         "of",
                                     "and",         "from",
                                     "by",          "with",
                                     "without",     "that",
                                     "which",       "this",
                                     "these",       "are",
                                     "was",         "were",
                                     "not",         "has",
                                     "have",        "be",
                                     "it",          "its",
                                     "row",         "rows",
                                     "field",       "fields",
                                     "column",      "columns",
                                     "layer",       "road",
                                     "roads",       "place",
                                     "places",      "resident",
                                     "residents",   "people",
                                     "within",      "outside",
                                     "each",        "other",
                                     "where",       "who",
                                     "how",         "what",
                                     "why",         "than",
                                     "more",        "cells",
                                     "county",      "municipality",
                                     "gap",         "gaps",
                                     "first",       "nearest",
                                     "distance",    "time",
                                     "share",       "used",
                                     "left",        "out",
                                     "number",      "numbers",
                                     "guessed",     "municipalities",
                                     "pixels",      "groups",
                                     "age",         "population",
                                     "candidate",   "candidates",
                                     "unreachable", "uncovered",
                                     "covered",     "too",
                                     "far",         "gazetteer",
                                     "postal",      "network",
                                     "limit",       "question",
                                     "remedy",      "requirement",
                                     "walk",        "car",
                                     "ferry"};

/// Removes what is no word for readers: paths and file names, options and their keys, commands,
/// names with an underscore, and fields as a sample calls them.
std::string prose(std::string text) {
  static std::regex const commands{"gapmap (network )?[a-z]+|--[a-z-]+( [a-z-]+)?"};
  static std::regex const names{R"([^\s"]*[A-Za-z0-9][._/=][^\s"]*)"};
  static std::regex const fields{R"(\([^()]*x lon, y lat\))"};
  text = std::regex_replace(std::regex_replace(text, fields, " "), names, " ");
  return std::regex_replace(text, commands, " ");
}

/// The English words of a text, each with the text.
void collect(std::string const& text, std::string const& where, std::set<std::string>& found) {
  std::string word;
  auto const end = [&] {
    for (auto& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (kEnglish.contains(word)) found.insert(where + ": \"" + word + "\" in " + text);
    word.clear();
  };
  for (auto const c : prose(text)) {
    auto const byte = static_cast<unsigned char>(c);
    // Checksums have letters between digits.
    if (byte >= 0x80U || std::isalnum(byte) != 0) {
      word += c;
    } else {
      end();
    }
  }
  end();
}

/// The texts between the tags of HTML or XML, and those of attributes that are read aloud.
std::vector<std::string> texts_of(std::string markup) {
  for (std::string const tag : {"style", "script"}) {
    for (auto open = markup.find("<" + tag); open != std::string::npos;
         open = markup.find("<" + tag)) {
      auto const close = markup.find("</" + tag + ">", open);
      markup.erase(open, close == std::string::npos ? close : close - open);
    }
  }
  std::vector<std::string> texts;
  for (std::string const attribute : {"alt=\"", "title=\"", "aria-label=\"", "sheet name=\""}) {
    for (auto at = markup.find(attribute); at != std::string::npos;
         at = markup.find(attribute, at + 1)) {
      auto const begin = at + attribute.size();
      texts.push_back(markup.substr(begin, markup.find('"', begin) - begin));
    }
  }
  for (auto at = markup.find('>'); at != std::string::npos; at = markup.find('>', at + 1)) {
    auto const text = markup.substr(at + 1, markup.find('<', at) - at - 1);
    if (text.find_first_not_of(" \n") != std::string::npos) texts.push_back(text);
  }
  return texts;
}

std::string unpacked(std::string const& name) {
  auto* const file = VSIFOpenL(name.c_str(), "rb");
  if (file == nullptr) return {};
  std::string text;
  std::array<char, 1 << 16> block{};
  for (std::size_t read = 0; (read = VSIFReadL(block.data(), 1, block.size(), file)) > 0;)
    text.append(block.data(), read);
  VSIFCloseL(file);
  return text;
}

std::vector<std::string> texts_of_workbook(std::string const& path) {
  std::vector<std::string> texts;
  char** const parts = VSIReadDirRecursive(("/vsizip/" + path).c_str());
  for (char** part = parts; part != nullptr && *part != nullptr; ++part) {
    std::string const name{*part};
    // Themes and properties have names that Excel gives.
    bool const is_text = name.find("sharedStrings") != std::string::npos ||
                         name.find("chart") != std::string::npos || name.ends_with("workbook.xml");
    if (!is_text || !name.ends_with(".xml")) continue;
    for (auto& text : texts_of(unpacked("/vsizip/" + path + '/' + name))) {
      // The sheet of columns tells their names in files.
      bool const is_name =
          text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
      if (!is_name || !tables::find_column(text)) texts.push_back(std::move(text));
    }
  }
  CSLDestroy(parts);
  return texts;
}

class LanguagesRun : public ::testing::TestWithParam<char const*> {
 protected:
  /// Runs a command in the language of the test and collects the English words of all it tells.
  void run(std::string const& name, std::vector<std::string> words) {
    auto const folder = folder_.path() / name;
    bool const is_check = words.front() == "check";
    words.insert(words.end(), {"--lang", GetParam(), "-o", folder.string()});
    auto const ran = run_program(words);
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    for (auto const& text : lines(ran.out)) collect(text, name, found_);
    for (auto const& text : lines(ran.err)) collect(text, name + " remarks", found_);
    if (is_check) return;
    auto const report = folder / (std::string{"report."} + GetParam() + ".html");
    auto const texts = texts_of(read_text(report));
    EXPECT_GT(texts.size(), 100U) << report;
    for (auto const& text : texts) collect(text, name + " report", found_);
    auto const cells = texts_of_workbook((folder / "gapmap.xlsx").string());
    EXPECT_GT(cells.size(), 50U) << report;
    for (auto const& text : cells) collect(text, name + " workbook", found_);
  }
  void expect_none() const {
    for (auto const& each : found_) ADD_FAILURE() << each;
  }
  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }

 private:
  static std::vector<std::string> lines(std::string const& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
      auto const end = std::min(text.find('\n', at), text.size());
      lines.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return lines;
  }

  TemporaryFolder folder_;
  std::set<std::string> found_;
};

TEST_P(LanguagesRun, RunsOfASampleHaveNoEnglishWord) {
  run("everything", {"coverage", "geodata/kanta-hame/job.toml", "--nearest", "2", "--accessibility",
                     "--roads-used", "--spread", "roads", "--accounts", "--study",
                     "kunta in ('061','082','086')", "--requirement", "name=muisti; limit=10 km",
                     "--population-official", "geodata/kanta-hame/municipality_population.csv"});
  run("typed",
      {"coverage", "geodata/kanta-hame/job.toml", "--places", "geodata/kanta-hame/paikat.xlsx",
       "--gazetteer", "geodata/kanta-hame/villages.gpkg"});
  run("times", {"coverage", "geodata/varsinais-suomi/job.toml", "--limit", "30 min"});
  run("published", {"coverage", "geodata/etela-savo/job.toml", "--publish"});
  run("tags", {"coverage", "geodata/helsinki-centre/job.toml"});
  expect_none();
}

TEST_P(LanguagesRun, AComparisonHasNoEnglishWord) {
  run("before", {"coverage", "geodata/kanta-hame/job.toml"});
  run("after", {"coverage", "geodata/kanta-hame/suunnitelma.toml", "--limit", "15 km"});
  run("change", {"compare", path("before").string(), path("after").string()});
  expect_none();
}

TEST_P(LanguagesRun, AChecksFindingsHaveNoEnglishWord) {
  for (std::string const sample :
       {"etela-savo", "helsinki-centre", "kanta-hame", "osm-sample", "varsinais-suomi"})
    run("check-" + sample, {"check", "geodata/" + sample + "/job.toml"});
  run("check-typed",
      {"check", "geodata/kanta-hame/job.toml", "--places", "geodata/kanta-hame/paikat.xlsx",
       "--gazetteer", "geodata/kanta-hame/villages.gpkg"});
  expect_none();
}

INSTANTIATE_TEST_SUITE_P(Languages, LanguagesRun, ::testing::Values("fi", "sv"),
                         [](auto const& tested) { return std::string{tested.param}; });

}  // namespace
}  // namespace gapmap
