// Where places should come, as the program is asked.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class SiteRun : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }
  /// What a command prints; it must succeed.
  std::string said(std::vector<std::string> words, std::string const& out) const {
    words.insert(words.end(), {"--quiet", "--lang", "en", "-o", path(out).string()});
    auto const ran = run_program(words);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return ran.out;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(SiteRun, CoverageAndCompareTakeThePlacesAsTheyAre) {
  std::string const job = "geodata/kanta-hame/job.toml";
  EXPECT_THAT(said({"site", job, "--open", "2"}, "plan"),
              HasSubstr("proven: no other plan is better"));
  auto const places = path("plan/places.gpkg").string();
  said({"coverage", job}, "now");
  said({"coverage", job, "--places", places}, "then");
  EXPECT_THAT(said({"compare", path("now").string(), path("then").string()}, "change"),
              HasSubstr("new: 2"));
  auto const planned = rows_of(path("plan/plan.csv")).back().at("together");
  auto const covered = rows_of(path("then/municipalities.csv")).back().at("covered");
  EXPECT_EQ(planned, covered) << "the last row is the total";
}

TEST_F(SiteRun, TheFirstInterruptEndsTheSearchWithThePlanSoFar) {
  auto const run = start_program({"site", "geodata/etela-savo/job.toml", "--problem", "fewest",
                                  "--candidates", "cells", "-o", path("out").string()},
                                 path("stdout").string(), path("stderr").string());
  auto const has_ended = [&] {
    siginfo_t ended{};
    return ::waitid(P_PID, static_cast<id_t>(run), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           ended.si_pid == run;
  };
  while (!has_ended() && read_text(path("stderr")).find("Ctrl-C") == std::string::npos)
    ::usleep(10'000);
  ::kill(run, SIGINT);
  EXPECT_EQ(wait_for(run), 0);
  EXPECT_TRUE(fs::exists(path("out/run.json")));
  EXPECT_FALSE(rows_of(path("out/plan.csv")).empty());
}

}  // namespace
}  // namespace gapmap
