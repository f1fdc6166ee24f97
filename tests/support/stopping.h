#pragma once
// Works that are asked to stop while they are done.

#include <gtest/gtest.h>

#include <chrono>
#include <stop_token>
#include <thread>

#include "gapmap/units/stop.h"

namespace gapmap {

/// Does `work` over and over until another thread asks it to stop, which is somewhere in its middle
/// as chance has it; a few times, ever later. Fails if it was asked and did not end with Stopped.
template <class Work>
void expect_stops(Work const& work) {
  for (int round = 0; round < 8; ++round) {
    std::stop_source stop;
    std::jthread const other{[&stop, round] {
      std::this_thread::sleep_for(std::chrono::microseconds{round * round * 150});
      stop.request_stop();
    }};
    Stoppable const stoppable{stop.get_token()};
    bool is_stopped = false;
    bool is_deaf = false;
    while (!is_stopped && !is_deaf) {
      bool const was_asked = stop.stop_requested();
      try {
        work();
        is_deaf = was_asked;
      } catch (Stopped const&) {
        is_stopped = true;
      }
    }
    ASSERT_FALSE(is_deaf) << "it went on to its end, though it had been asked to stop";
  }
}

}  // namespace gapmap
