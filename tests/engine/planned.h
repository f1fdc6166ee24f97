#pragma once
// Plans of siting for tests: jobs on the sample of Etelä-Savo, and what is found.

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/engine/site.h"
#include "gapmap/job/job_file.h"

namespace gapmap::engine {

inline std::string const kSavo = GAPMAP_SOURCE_DIR "/geodata/etela-savo/";
inline std::string const kSavoJob = kSavo + "job.toml";

inline std::vector<job::JobEntry> savo_with(std::string const& more) {
  auto entries = job::read_job_file(kSavoJob);
  for (auto& entry : job::read_job_object(more)) entries.push_back(std::move(entry));
  return entries;
}

inline job::SiteJob savo_site(std::string const& more) {
  return job::site_job(savo_with(more), kSavoJob);
}

/// A plan with what it was made of.
struct Planned {
  SiteScene scene;
  SiteResult result;
};

inline Planned planned(job::SiteJob const& job) {
  Listener listener;
  auto scene = open(job, listener);
  auto result = solve(scene, listener);
  return {std::move(scene), std::move(result)};
}

inline void expect_steps_to_add_up(Planned const& made) {
  auto together = made.result.before;
  for (auto const& step : made.result.steps) {
    EXPECT_EQ(step.opens ? step.adds >= 0 : step.adds <= 0, true);
    together += step.adds;
    EXPECT_EQ(step.together, together);
    std::int64_t changed = 0;
    for (auto const demand : step.changed) changed += made.scene.served.weights[demand];
    EXPECT_EQ(changed, std::abs(step.adds));
  }
  EXPECT_EQ(together, made.result.after);
}

}  // namespace gapmap::engine
