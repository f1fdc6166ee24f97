#include "gapmap/units/threads.h"

#include <gtest/gtest.h>

#include <mutex>
#include <new>
#include <set>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "gapmap/units/blocks.h"

namespace gapmap {
namespace {

TEST(Threads, AreTriedOut) {
  EXPECT_EQ(threads_that_start(0), 1U) << "this one is there";
  EXPECT_EQ(threads_that_start(1), 1U);
  EXPECT_EQ(threads_that_start(5), 5U);
}

TEST(ThreadLimit, HoldsAsLongAsItLivesAndTheLeastHolds) {
  auto const all = threads_at_work();
  {
    ThreadLimit const one{1};
    EXPECT_EQ(threads_at_work(), 1U);
    {
      ThreadLimit const more{3};
      EXPECT_EQ(threads_at_work(), 1U);
    }
    EXPECT_EQ(threads_at_work(), 1U);
  }
  EXPECT_EQ(threads_at_work(), all);
}

TEST(ThreadLimit, NothingIsAllThereAre) {
  auto const all = threads_at_work();
  ThreadLimit const none{0};
  EXPECT_EQ(threads_at_work(), all);
}

TEST(ThreadLimit, WorkIsDoneByAsManyThreads) {
  ThreadLimit const one{1};
  std::mutex mutex;
  std::set<std::thread::id> seen;
  Blocks{200, 1}.each([&](Block const&) {
    std::lock_guard const lock{mutex};
    seen.insert(std::this_thread::get_id());
  });
  EXPECT_EQ(seen, std::set{std::this_thread::get_id()});
}

TEST(Shortage, IsToldFromFaultsOfInputs) {
  EXPECT_TRUE(is_shortage(std::bad_alloc{}));
  EXPECT_FALSE(is_shortage_of_threads(std::bad_alloc{}));
  std::system_error const no_thread{
      std::make_error_code(std::errc::resource_unavailable_try_again)};
  EXPECT_TRUE(is_shortage_of_threads(no_thread));
  EXPECT_TRUE(is_shortage_of_threads(
      std::runtime_error{"pthread_create has failed: Resource temporarily unavailable"}))
      << "as oneTBB says it";
  EXPECT_FALSE(is_shortage(std::runtime_error{"truncated"}));
  EXPECT_FALSE(is_shortage(std::system_error{std::make_error_code(std::errc::io_error)}));
}

}  // namespace
}  // namespace gapmap
