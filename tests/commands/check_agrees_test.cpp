// What gapmap coverage refuses, gapmap check finds, in the same words; of what it remarks on the
// rows of inputs, check tells as much. Every golden run of coverage is a case.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// Runs of `coverage`; those about its own output folder aside, which check need not be given.
std::vector<std::string> runs_of_coverage() {
  std::set<std::string> const about_output{"already-there", "bad-output-is-a-file",
                                           "missing-options", "missing-value"};
  // Others of the same region find the same remarks.
  std::set<std::string> const like_others{"varsinais-suomi-in-30-minutes",
                                          "varsinais-suomi-without-ferries", "varsinais-suomi"};
  std::vector<std::string> names;
  for (auto const& entry : fs::directory_iterator{golden_folder()}) {
    auto const name = entry.path().filename().string();
    auto const file = entry.path() / "arguments";
    if (!fs::exists(file) || about_output.contains(name) || like_others.contains(name) ||
        name == "coverage-help")
      continue;
    if (fs::exists(entry.path() / "before")) continue;
    if (read_text(file).starts_with("coverage\n")) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

/// The same job to check, with findings in English.
std::vector<std::string> words_for_check(std::string const& run, std::string const& out) {
  std::vector<std::string> words;
  auto const given = lines_of(read_text(golden_folder() / run / "arguments"));
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i] == "--lang") {
      ++i;
      continue;
    }
    words.push_back(replaced(replaced(given[i], "{out}", out), "{run}", "tests/commands/" + run));
  }
  words.front() = "check";
  words.insert(words.end(), {"--lang", "en"});
  return words;
}

class CheckAgrees : public ::testing::TestWithParam<std::string> {};

TEST_P(CheckAgrees, WithCoverage) {
  TemporaryFolder const temporary;
  auto const out = (temporary.path() / "out").string();
  auto const expected = read_text(golden_folder() / GetParam() / "exit_code");
  auto const ran = run_program(words_for_check(GetParam(), out));
  EXPECT_EQ(std::to_string(ran.exit_code) + "\n", expected) << ran.out << ran.err;

  std::string found = ran.err;
  if (auto const file = fs::path{out} / "check.json"; fs::exists(file)) {
    auto const record = nlohmann::json::parse(read_text(file));
    for (auto const& finding : record.at("findings")) {
      auto const advice = finding.at("advice").get<std::string>();
      found += finding.at("finding").get<std::string>() + (advice.empty() ? "" : "; " + advice);
      found += '\n';
    }
  }
  auto const said = lines_of(read_text(golden_folder() / GetParam() / "stderr"));
  if (expected != "0\n") {
    for (auto line : said) {
      line =
          replaced(replaced(line, "{out}", out), "gapmap coverage --help", "gapmap check --help");
      for (std::string const before : {"gapmap: ", "  "}) {
        if (line.starts_with(before)) line.erase(0, before.size());
      }
      // Of an input that can be read, findings name the input and not its file.
      auto const without_file = line.substr(line.find(": ") + 2);
      // Who is near no road is a finding about all of them.
      if (without_file.starts_with("no place lies within")) continue;
      EXPECT_THAT(found, AnyOf(HasSubstr(line), HasSubstr(without_file)));
    }
    return;
  }
  // "  2 rows (left out): place farther than 5 km from every road; first: 71210764, 71210772"
  std::set<std::string> const said_otherwise{"coordinates in the wrong order",
                                             "coordinates outside the area",
                                             "place on the very same point",
                                             "numbers of groups suppressed",
                                             "of another year",
                                             "place farther than"};
  for (auto const& line : said) {
    auto const begin = line.find("): ");
    if (!line.starts_with("  ") || begin == std::string::npos) continue;
    auto const what = line.substr(begin + 3, line.find("; first: ") - begin - 3);
    bool const is_otherwise = std::ranges::any_of(
        said_otherwise, [&](auto const& start) { return what.starts_with(start); });
    if (!is_otherwise) {
      EXPECT_THAT(found, HasSubstr(what));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Commands, CheckAgrees, ::testing::ValuesIn(runs_of_coverage()),
                         [](auto const& run) { return replaced(run.param, "-", "_"); });

std::string findings_of(std::vector<std::string> const& more) {
  std::vector<std::string> words{"check", "geodata/varsinais-suomi/job.toml"};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words).out;
}

TEST(CheckOfAMargin, SaysThatResultsMayDependOnWhatIsBeyond) {
  constexpr char const* kSaid = "results that may depend on roads and places beyond --margin";
  std::vector<std::string> const near{"--limit", "1 km", "--margin", "0 km"};
  EXPECT_THAT(findings_of(near), HasSubstr(kSaid));
  auto published = near;
  published.push_back("--publish");
  EXPECT_THAT(findings_of(published), HasSubstr(kSaid));
  EXPECT_THAT(findings_of({"--limit", "1 km"}), Not(HasSubstr(kSaid)));
}

TEST(CheckOfAnOutput, TellsOfResultsThatAreThereAndRefusesToReplaceAnInput) {
  TemporaryFolder const folder;
  auto const file = [&](char const* name) { return folder.path() / name; };
  auto const job = [&](std::string const& places) {
    auto const sample = fs::path{GAPMAP_SOURCE_DIR} / "geodata/varsinais-suomi";
    write_text(file("job.toml"), "areas = \"" + (sample / "municipalities.gpkg").string() +
                                     "\"\nroads = \"" + (sample / "roads.gpkg").string() +
                                     "\"\npopulation = \"" + (sample / "population.gpkg").string() +
                                     "\"\nplaces = \"" + places +
                                     "\"\nlimit = \"20 km\"\noutput = \"out\"\n");
    return run_program({"check", file("job.toml").string()});
  };
  auto const places = read_text(fs::path{GAPMAP_SOURCE_DIR} / "geodata/varsinais-suomi/places.csv");
  write_text(file("places.csv"), places);
  EXPECT_THAT(job("places.csv").out, Not(HasSubstr("holds results already")));
  write_text(file("out/cells.csv"), "precious\n");
  EXPECT_THAT(job("places.csv").out, HasSubstr("holds results already"));
  write_text(file("out/places.csv"), places);
  auto const refused = job("out/places.csv");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.out, HasSubstr("is read by this run, so no result may take its place"));
}

TEST(CheckAgreesRuns, AreThere) { EXPECT_GE(runs_of_coverage().size(), 50U); }

}  // namespace
}  // namespace gapmap
