// What the program writes of its own options: man pages, completion for bash, the reference page.
// GAPMAP_UPDATE_REFERENCE=1 writes the page's parts instead of comparing them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <regex>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// What `command` says to a shell, its errors included.
std::string said(std::string const& command) {
  std::string text;
  auto* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
  ::pclose(pipe);
  return text;
}

bool is_there(std::string const& program) { return !said("command -v " + program).empty(); }

/// The commands that the general help lists.
std::vector<std::string> commands() {
  auto const help = run_program({"--help"}).out;
  auto const begin = help.find("Commands:");
  auto const list = help.substr(begin, help.find("\n\n", begin) - begin);
  std::vector<std::string> names;
  std::regex const line{"\n  ([a-z]+( [a-z]+)?)  "};
  for (std::sregex_iterator match{list.begin(), list.end(), line}, end; match != end; ++match)
    names.push_back((*match)[1].str());
  return names;
}

class Pages : public ::testing::Test {
 protected:
  Pages() {
    auto const ran = run_program({"pages", folder().string()});
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
  }

  [[nodiscard]] fs::path folder() const { return temporary_.path() / "pages"; }
  [[nodiscard]] fs::path man_page(std::string const& command) const {
    return folder() / "man1" / ("gapmap-" + replaced(command, " ", "-") + ".1");
  }
  [[nodiscard]] fs::path completion() const { return folder() / "bash-completion/gapmap"; }
  /// What bash offers for the last of the words.
  [[nodiscard]] std::vector<std::string> offered(std::string const& words) const {
    auto const text = said("bash -c 'source " + completion().string() + "; COMP_WORDS=(gapmap " +
                           words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _gapmap; " +
                           "printf \"%s\\n\" \"${COMPREPLY[@]}\"'");
    std::vector<std::string> offers;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty()) offers.push_back(line);
    }
    return offers;
  }

 private:
  TemporaryFolder temporary_;
};

TEST_F(Pages, AreThereForEveryCommand) {
  ASSERT_THAT(commands(), Contains("network info"));
  EXPECT_EQ(commands().size() + 1, names_in(folder() / "man1").size());
  for (auto const& command : commands()) {
    auto const page = read_text(man_page(command));
    for (auto const* section : {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "\"JOB FILE\"",
                                "FILES", "\"EXIT STATUS\"", "EXAMPLES", "\"SEE ALSO\""})
      EXPECT_THAT(page, HasSubstr("\n.SH " + std::string{section} + "\n")) << command;
    EXPECT_THAT(page, HasSubstr("\n.TP\n\\fB130\\fR\n")) << command;
    EXPECT_THAT(read_text(folder() / "man1/gapmap.1"), HasSubstr("\\fBgapmap " + command));
  }
}

TEST_F(Pages, AreSoundForGroff) {
  if (!is_there("groff")) GTEST_SKIP() << "groff is not installed";
  for (auto const& name : names_in(folder() / "man1")) {
    auto const page = (folder() / "man1" / name).string();
    EXPECT_EQ(said("groff -man -ww -Kutf8 -Tutf8 " + page + " >/dev/null"), "") << name;
  }
  // What is typed can be copied: hyphens are hyphens, quotes are straight.
  auto const shown =
      said("groff -man -Kutf8 -Tutf8 -P-cbou -rLL=200n " + man_page("coverage").string());
  EXPECT_THAT(shown, HasSubstr("--max-off-road LENGTH\n"));
  EXPECT_THAT(shown,
              HasSubstr("    --places paikat.csv --limit \"20 km\" --study \"Mikkeli, Savonlinna\" "
                        "-o tulos\n"));
}

TEST_F(Pages, SayEveryOptionThatTheHelpSays) {
  for (auto const& command : commands()) {
    std::vector<std::string> words{command};
    if (auto const blank = command.find(' '); blank != std::string::npos)
      words = {command.substr(0, blank), command.substr(blank + 1)};
    words.emplace_back("--help");
    auto const help = run_program(words).out;
    auto const page = read_text(man_page(command));
    std::regex const option{"\n  (-., *)?--([a-z-]+)"};
    std::size_t seen = 0;
    for (std::sregex_iterator match{help.begin(), help.end(), option}, end; match != end; ++match) {
      ++seen;
      auto const flag = "\\fB\\-\\-" + replaced((*match)[2].str(), "-", "\\-") + "\\fR";
      EXPECT_THAT(page, HasSubstr(flag)) << command;
    }
    EXPECT_GE(seen, 2U) << command;
  }
}

TEST_F(Pages, CompleteCommandsOptionsAndChoices) {
  EXPECT_EQ(said("bash -n " + completion().string()), "");
  EXPECT_THAT(offered("cov"), ElementsAre("coverage"));
  EXPECT_THAT(offered("co"), ElementsAre("coverage", "compare"));
  EXPECT_THAT(offered("network \"\""), ElementsAre("info", "build", "speeds"));
  EXPECT_THAT(offered("coverage --lim"), ElementsAre("--limit"));
  EXPECT_THAT(offered("isochrone --lim"), ElementsAre("--limits"));
  EXPECT_THAT(offered("network info --ferries a"), ElementsAre("avoid"));
  EXPECT_THAT(offered("coverage --lang \"\""), ElementsAre("fi", "sv", "en"));
  EXPECT_THAT(offered("coverage --lang ="), ElementsAre("fi", "sv", "en"));
  EXPECT_THAT(offered("coverage --lang = s"), ElementsAre("sv"));
  EXPECT_THAT(offered("nonsense --l"), IsEmpty());
}

TEST_F(Pages, CompleteFiles) {
  auto const sample = std::string{GAPMAP_SOURCE_DIR} + "/geodata/etela-savo/";
  EXPECT_THAT(offered("coverage " + sample + "j"), ElementsAre(sample + "job.toml"));
  EXPECT_THAT(offered("coverage " + sample), Not(Contains(sample + "roads.gpkg")));
  EXPECT_THAT(offered("coverage --roads " + sample + "road"), Contains(sample + "roads.gpkg"));
  EXPECT_THAT(offered("coverage --zones drawn = " + sample + "road"),
              Contains(sample + "roads.gpkg"));
  EXPECT_THAT(offered("coverage --limit " + sample), IsEmpty());
  auto const folders = std::string{GAPMAP_SOURCE_DIR} + "/geodata/";
  EXPECT_THAT(offered("compare " + folders + "et"), ElementsAre(folders + "etela-savo"));
}

/// The parts of a page between the markers of a command, with the markers.
std::map<std::string, std::string> parts_of(std::string const& page) {
  std::map<std::string, std::string> parts;
  std::string const begin = "<!-- options of gapmap ";
  for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
    auto const name_at = at + begin.size();
    auto const name = page.substr(name_at, page.find(" -->", name_at) - name_at);
    auto const end = "<!-- end of gapmap " + name + " -->";
    parts[name] = page.substr(at, page.find(end, at) + end.size() - at);
  }
  return parts;
}

TEST_F(Pages, AreWhatTheReferenceSays) {
  auto const path = fs::path{GAPMAP_SOURCE_DIR} / "tools/manual/reference/options.md";
  auto page = read_text(path);
  auto const declared = parts_of(read_text(folder() / "options.md"));
  auto const told = parts_of(page);
  auto const* update = std::getenv("GAPMAP_UPDATE_REFERENCE");
  bool const is_update = update != nullptr && std::string{update} == "1";
  EXPECT_EQ(declared.size(), commands().size());
  for (auto const& [command, part] : declared) {
    ASSERT_TRUE(told.contains(command)) << "no markers of gapmap " << command << " in " << path;
    if (is_update)
      page.replace(page.find(told.at(command)), told.at(command).size(), part);
    else
      EXPECT_EQ(told.at(command), part) << "GAPMAP_UPDATE_REFERENCE=1 writes it";
  }
  if (is_update) write_text(path, page);
}

}  // namespace
}  // namespace gapmap
