// What a terminal shows: progress that wipes itself out again and lines that fit; and that a pipe
// gets neither.

#include <gmock/gmock.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kWipe = "\r\x1b[K";

/// All that the program writes on a terminal of so many columns.
std::string run_on_terminal(std::vector<std::string> words, unsigned short columns) {
  winsize const size{.ws_row = 24, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
  words.insert(words.begin(), GAPMAP_PROGRAM);
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  int terminal = -1;
  auto const child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    if (::chdir(GAPMAP_SOURCE_DIR) == 0) ::execv(GAPMAP_PROGRAM, arguments.data());
    ::_exit(127);
  }
  std::string written;
  std::array<char, 4096> buffer{};
  for (;;) {
    auto const got = ::read(terminal, buffer.data(), buffer.size());
    if (got <= 0) break;
    written.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(terminal);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0) << written;
  return written;
}

/// What is left to be read: after each return to the line's beginning that wiped it.
std::string shown_after_all(std::string text) {
  text = replaced(std::move(text), "\r\n", "\n");
  for (auto at = text.find(kWipe); at != std::string::npos; at = text.find(kWipe)) {
    auto const line = text.rfind('\n', at);
    auto const begin = line == std::string::npos ? 0 : line + 1;
    text.erase(begin, at + kWipe.size() - begin);
  }
  return text;
}

/// Percents that were shown beside bars of a stage, in their order.
std::vector<int> percents_of(std::string const& stage, std::string const& written) {
  std::vector<int> percents;
  for (auto at = written.find("\r" + stage + "  "); at != std::string::npos;
       at = written.find("\r" + stage + "  ", at + 1)) {
    auto const line = written.substr(at, written.find("\x1b[K", at) - at);
    auto const sign = line.find(" %");
    if (sign == std::string::npos) continue;
    percents.push_back(std::stoi(line.substr(line.rfind(' ', sign - 1))));
  }
  return percents;
}

std::size_t widest_line(std::string const& text) {
  std::size_t widest = 0;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    auto const bytes_within = std::ranges::count_if(
        line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
    widest = std::max(widest, line.size() - static_cast<std::size_t>(bytes_within));
  }
  return widest;
}

class Terminal : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> words(char const* name) const {
    return {"coverage", "geodata/osm-sample/job.toml", "-o", (folder_.path() / name).string()};
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Terminal, ShowsProgressAndWipesItOutAgain) {
  auto const written = run_on_terminal(words("wide"), 200);
  EXPECT_THAT(written, HasSubstr("\rfind gaps …\x1b[K"));
  auto const left = shown_after_all(written);
  EXPECT_THAT(left, Not(HasSubstr("…")));
  EXPECT_THAT(left, Not(HasSubstr("\r")));
  EXPECT_THAT(left, HasSubstr("Avaa ensin"));
}

TEST_F(Terminal, ShowsHowMuchOfAStageIsDone) {
  auto all = words("share");
  all[1] = "geodata/etela-savo/job.toml";
  auto const written = run_on_terminal(all, 120);
  for (auto const* stage : {"read roads", "write results"}) {
    auto const percents = percents_of(stage, written);
    EXPECT_TRUE(std::ranges::is_sorted(percents)) << stage;
    ASSERT_GE(percents.size(), 2U) << stage << written;
    EXPECT_LT(percents.front(), percents.back()) << stage;
    EXPECT_EQ(percents.back(), 100) << stage;
  }
}

TEST_F(Terminal, BreaksResultsWhereItEnds) {
  auto all = words("narrow");
  all.emplace_back("--quiet");
  auto const written = run_on_terminal(all, 60);
  // The path of the page is one word.
  auto const folder = replaced(all[3], "narrow", "");
  EXPECT_LE(widest_line(shown_after_all(replaced(written, folder, ""))), 60U) << written;
  EXPECT_THAT(written, HasSubstr("\n  gapmap.gpkg  gapmap.qgs  "));
}

TEST_F(Terminal, IsNoPipe) {
  auto const ran = run_program(words("pipe"));
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("\r")));
  EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(ran.out, HasSubstr("/pipe/gapmap.xlsx\n"));
}

}  // namespace
}  // namespace gapmap
