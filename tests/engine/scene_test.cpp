// A whole job through the library, as a front end asks it: open, analyse, tables.

#include "gapmap/engine/scene.h"

#include <gtest/gtest.h>

#include "gapmap/engine/analyse.h"
#include "gapmap/engine/coverage_tables.h"
#include "tests/engine/front_end.h"

namespace gapmap {
namespace {

TEST(Scene, IsOpenedOnceAndAnalysed) {
  auto const job = job::coverage_job_of(engine::kSampleJob);
  engine::Listener listener;
  auto scene = engine::open(job, listener);
  auto const result = engine::analyse(job, scene, listener);
  auto const& along_roads = std::get<engine::CoverageResult<Millimeters>>(result);
  EXPECT_EQ(along_roads.coverage.cells.size(), along_roads.scene.population().size());
  auto const found = engine::tables_of(result, listener);
  auto const cells = std::ranges::find(found.tables, "cells", &tables::OutputTable::name);
  ASSERT_NE(cells, found.tables.end());
  EXPECT_EQ(cells->rows.size(), along_roads.coverage.cells.size());

  // The same scene again gives the same.
  auto const again = engine::tables_of(engine::analyse(job, scene, listener), listener);
  ASSERT_EQ(again.tables.size(), found.tables.size());
  for (std::size_t i = 0; i < found.tables.size(); ++i)
    EXPECT_EQ(again.tables[i].rows, found.tables[i].rows) << found.tables[i].name;
}

}  // namespace
}  // namespace gapmap
