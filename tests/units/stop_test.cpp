#include "gapmap/units/stop.h"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <stdexcept>
#include <thread>

#include "gapmap/units/blocks.h"
#include "gapmap/units/progress.h"
#include "gapmap/units/side_by_side.h"
#include "tests/support/stopping.h"

namespace gapmap {
namespace {

TEST(Stop, NobodyIsStoppedWhoDidNotSayHow) {
  EXPECT_FALSE(is_asked_to_stop());
  EXPECT_NO_THROW(stop_if_asked());
  Stoppable const never{{}};
  EXPECT_NO_THROW(stop_if_asked());
}

TEST(Stop, WorkEndsOnceSomebodyAskedAndOnlyAsLongAsItIsStoppable) {
  std::stop_source stop;
  {
    Stoppable const here{stop.get_token()};
    EXPECT_NO_THROW(stop_if_asked());
    stop.request_stop();
    EXPECT_TRUE(is_asked_to_stop());
    EXPECT_THROW(stop_if_asked(), Stopped);
    EXPECT_THROW(stop_if_asked(), Stopped) << "and not only once";
  }
  EXPECT_NO_THROW(stop_if_asked());
}

TEST(Stop, AnInnerOneTakesThePlaceOfTheOuter) {
  std::stop_source outer;
  std::stop_source inner;
  Stoppable const whole{outer.get_token()};
  outer.request_stop();
  {
    Stoppable const part{inner.get_token()};
    EXPECT_NO_THROW(stop_if_asked());
    inner.request_stop();
    EXPECT_THROW(stop_if_asked(), Stopped);
    Stoppable const to_its_end{{}};
    EXPECT_NO_THROW(stop_if_asked());
  }
  EXPECT_THROW(stop_if_asked(), Stopped);
}

TEST(Stop, IsNoErrorOfInputs) {
  try {
    throw Stopped{};
  } catch (std::runtime_error const&) {
    FAIL() << "whoever turns errors into remarks would catch it";
  } catch (std::exception const& stopped) {
    EXPECT_STREQ(stopped.what(), "the work was asked to stop");
  }
}

TEST(Stop, IsOfAThreadUnlessItIsHandedOn) {
  std::stop_source stop;
  stop.request_stop();
  Stoppable const here{stop.get_token()};
  bool is_asked = true;
  std::optional<int> answer;
  bool is_stopped = false;
  auto const handed = handed_on([&](int number) { answer = number; });
  std::thread{[&] {
    is_asked = is_asked_to_stop();
    try {
      handed(1);
    } catch (Stopped const&) {
      is_stopped = true;
    }
    EXPECT_FALSE(is_asked_to_stop()) << "the thread is as it was";
  }}.join();
  EXPECT_FALSE(is_asked);
  EXPECT_TRUE(is_stopped);
  EXPECT_FALSE(answer.has_value()) << "it asks before it begins";
}

TEST(Stop, HandedOnWorkIsGivenAndGivesWhatItWouldAlone) {
  int given = 0;
  auto const add = handed_on([](int& sum, int more) -> int& { return sum += more; });
  EXPECT_EQ(&add(given, 7), &given);
  EXPECT_EQ(given, 7);
}

TEST(Stop, BlocksStopWhateverThreadDoesThem) {
  std::atomic<std::size_t> done{0};
  expect_stops([&] { Blocks{100'000, 1}.each([&](Block const&) { ++done; }); });
  done = 0;
  Blocks{1000, 1}.each([&](Block const&) { ++done; });
  EXPECT_EQ(done, 1000U) << "the next work is done";
}

TEST(Stop, ReachesWorkThatIsSharedAgain) {
  std::vector<Work> works(3);
  for (auto& work : works) {
    work.run = [](Progress const&) {
      Blocks{100, 1}.each([](Block const&) { Blocks{100, 1}.each([](Block const&) {}); });
    };
  }
  expect_stops([&] { side_by_side(works); });
}

TEST(Stop, WorksThatHaveNotBegunAreNotDone) {
  std::stop_source stop;
  Stoppable const here{stop.get_token()};
  std::atomic<int> begun{0};
  std::vector<Work> works(100);
  for (auto& work : works) {
    work.run = [&](Progress const&) {
      ++begun;
      stop.request_stop();
      throw std::runtime_error{"of no interest any more"};
    };
  }
  EXPECT_THROW(side_by_side(works), Stopped);
  EXPECT_LT(begun, 100);
}

TEST(Stop, CountedStepsAskWhetherAnybodyWatchesOrNot) {
  for (auto const& progress : {Progress{}, Progress{[](double) {}}}) {
    expect_stops([&] {
      Steps steps{progress, 1000};
      for (int i = 0; i < 1000; ++i) steps.add();
    });
  }
}

}  // namespace
}  // namespace gapmap
