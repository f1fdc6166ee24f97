#include "gapmap/units/threads.h"

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>
#include <system_error>

namespace gapmap {
namespace {

TEST(Threads, AreTriedOut) {
  EXPECT_EQ(threads_that_start(0), 1U) << "this one is there";
  EXPECT_EQ(threads_that_start(1), 1U);
  EXPECT_EQ(threads_that_start(5), 5U);
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
