// Runs to which the machine does not give what they need: they end with a sentence, or do with
// less, and never leave a part of their results.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <filesystem>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

using ::testing::AnyOf;
using ::testing::Eq;
using ::testing::HasSubstr;

/// A limit that the program inherits.
class Limited {
 public:
  Limited(__rlimit_resource resource, rlim_t most) : resource_{resource} {
    ::getrlimit(resource, &before_);
    rlimit const limit{most, before_.rlim_max};
    ::setrlimit(resource, &limit);
  }
  ~Limited() { ::setrlimit(resource_, &before_); }
  Limited(Limited const&) = delete;
  Limited& operator=(Limited const&) = delete;

 private:
  __rlimit_resource resource_;
  rlimit before_{};
};

/// The stack of a thread is as large as that of the program may be: of this size there is none.
constexpr rlim_t kStackOfNobody = rlim_t{1} << 45U;

TEST(Shortage, WithoutThreadsOneDoesTheWork) {
  TemporaryFolder const folder;
  auto const out = (folder.path() / "out").string();
  Limited const limited{RLIMIT_STACK, kStackOfNobody};
  auto const ran = run_program({"matrix", "geodata/etela-savo/job.toml", "-o", out});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_TRUE(std::filesystem::exists(out + "/matrix.csv"));
}

TEST(Shortage, WhatNeedsThreadsSaysSo) {
  TemporaryFolder const folder;
  auto const out = (folder.path() / "out").string();
  Limited const limited{RLIMIT_STACK, kStackOfNobody};
  auto const ran = run_program({"coverage", "geodata/osm-sample/job.toml", "-o", out});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, HasSubstr("gapmap: the system gives no further thread"));
  EXPECT_FALSE(std::filesystem::exists(out));
}

#if !defined(__SANITIZE_ADDRESS__)
TEST(Shortage, OfMemoryIsASentenceAndNoHalfResult) {
  std::size_t succeeded = 0;
  // Below, the libraries alone do not fit.
  for (rlim_t const megabytes : {212U, 1000U}) {
    TemporaryFolder const folder;
    auto const out = (folder.path() / "out").string();
    Limited const limited{RLIMIT_AS, megabytes << 20U};
    auto const ran = run_program({"matrix", "geodata/etela-savo/job.toml", "-o", out, "--quiet"});
    if (ran.exit_code == 127) continue;
    EXPECT_THAT(ran.exit_code, AnyOf(Eq(0), Eq(1), Eq(2))) << megabytes << " MB: " << ran.err;
    EXPECT_EQ(std::filesystem::exists(out), ran.exit_code == 0) << megabytes << " MB";
    if (ran.exit_code == 0) {
      ++succeeded;
    } else {
      EXPECT_THAT(ran.err, ::testing::AllOf(HasSubstr("gapmap: "), HasSubstr("memory")))
          << megabytes << " MB";
    }
  }
  EXPECT_GE(succeeded, 1U);
}
#endif

}  // namespace
}  // namespace gapmap
