// Whole commands as people give them: each file of commands/ is one, with exactly what comes of it.
// The first line says what it is about; then come files ("file NAME" and its text), the command as
// a shell takes it, and the outcome, between lines of hyphens. It runs in a folder of its own, in
// which the files of town/ are. {A0} stands for the byte. GAPMAP_UPDATE_HOSTILE=1 writes the
// outcomes anew.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;

fs::path cases() { return fs::path{GAPMAP_SOURCE_DIR} / "tests/hostile"; }

std::vector<std::string> split(std::string const& text, std::string const& by) {
  std::vector<std::string> parts;
  for (std::size_t at = 0;;) {
    auto const end = text.find(by, at);
    parts.push_back(text.substr(at, end == std::string::npos ? end : end - at));
    if (end == std::string::npos) return parts;
    at = end + by.size();
  }
}

std::string with_bytes(std::string const& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const is_byte = text[i] == '{' && i + 3 < text.size() && text[i + 3] == '}' &&
                         std::isxdigit(static_cast<unsigned char>(text[i + 1])) != 0 &&
                         std::isxdigit(static_cast<unsigned char>(text[i + 2])) != 0;
    bytes += is_byte ? static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16)) : text[i];
    if (is_byte) i += 3;
  }
  return bytes;
}

/// What has no place in a text file, the other way round.
std::string without_bytes(std::string const& bytes) {
  std::string text;
  for (char const c : bytes) {
    auto const code = static_cast<unsigned char>(c);
    bool const is_text = code >= ' ' || c == '\n' || c == '\t';
    text += is_text ? std::string{c} : fmt::format("{{{:02X}}}", code);
  }
  return text;
}

struct Case {
  std::string about;
  std::vector<std::string> files;
  std::string command;
  std::string outcome;
};

Case parse(std::string const& text) {
  auto parts = split(text, "\n-----\n");
  Case parsed{.about = parts.front(), .files = {}, .command = {}, .outcome = {}};
  std::size_t i = 1;
  for (; i < parts.size() && parts[i].starts_with("file "); ++i) parsed.files.push_back(parts[i]);
  if (i < parts.size()) parsed.command = parts[i];
  if (i + 1 < parts.size()) parsed.outcome = parts[i + 1];
  return parsed;
}

std::string outcome_of(Case const& of) {
  TemporaryFolder const folder;
  TemporaryFolder const said;
  fs::copy(cases() / "town", folder.path(), fs::copy_options::recursive);
  for (auto const& file : of.files) {
    auto const line_end = file.find('\n');
    auto const name = file.substr(5, line_end - 5);
    auto const text = line_end == std::string::npos ? "" : file.substr(line_end + 1) + "\n";
    fs::create_directories((folder.path() / with_bytes(name)).parent_path());
    std::ofstream{folder.path() / with_bytes(name), std::ios::binary} << with_bytes(text);
  }
  auto const out = (said.path() / "out").string();
  auto const err = (said.path() / "err").string();
  auto const codes = (said.path() / "codes").string();
  auto const script = fmt::format(
      "cd '{}'; PATH='{}':$PATH; \n"
      "gapmap() {{ command gapmap \"$@\"; echo $? >> '{}'; }}\n"
      "{{ {}\n}} >'{}' 2>'{}'",
      folder.path().string(), fs::path{GAPMAP_PROGRAM}.parent_path().string(), codes,
      with_bytes(of.command), out, err);
  // A command that would never end is one that was killed.
  write_text(said.path() / "script", script);
  int const status =
      std::system(("timeout -s KILL 60 sh " + (said.path() / "script").string()).c_str());
  constexpr int kKilled = 128 + SIGKILL;
  bool const has_ended = WIFEXITED(status) && WEXITSTATUS(status) != kKilled;
  std::string text = has_ended ? "" : "would not end\n";
  for (auto const& code : split(read_text(codes), "\n")) {
    if (!code.empty()) text += "exit " + code + "\n";
  }
  if (auto const words = read_text(out); !words.empty()) text += "says:\n" + words;
  if (auto const words = read_text(err); !words.empty()) text += "remarks:\n" + words;
  for (auto const& entry : fs::directory_iterator{folder.path()}) {
    if (entry.path().filename().string().find(".gapmap-") != std::string::npos)
      text += "left behind: a hidden folder\n";
  }
  return without_bytes(
      replaced(replaced(text, folder.path().string() + "/", ""), folder.path().string(), "."));
}

class HostileCommands : public ::testing::TestWithParam<std::string> {};

TEST_P(HostileCommands, EndExactlySo) {
  auto const path = cases() / "commands" / GetParam();
  auto const of = parse(read_text(path));
  ASSERT_FALSE(of.command.empty()) << "no command";
  auto const outcome = outcome_of(of);
  if (std::getenv("GAPMAP_UPDATE_HOSTILE") != nullptr) {
    auto text = of.about + "\n-----\n";
    for (auto const& file : of.files) text += file + "\n-----\n";
    write_text(path, text + of.command + "\n-----\n" + outcome);
    return;
  }
  EXPECT_EQ(outcome, of.outcome) << of.about;
}

INSTANTIATE_TEST_SUITE_P(All, HostileCommands, ::testing::ValuesIn(names_in(cases() / "commands")),
                         [](auto const& tested) {
                           return replaced(tested.param.substr(0, tested.param.find('.')), "-",
                                           "_");
                         });

}  // namespace
}  // namespace gapmap
