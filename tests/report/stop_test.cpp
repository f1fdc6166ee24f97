#include "gapmap/report/cost_curve.h"
#include "gapmap/tables/result_rows.h"
#include "tests/report/tiny_run.h"
#include "tests/support/stopping.h"

namespace gapmap::report {
namespace {

TEST(Stop, Page) {
  TinyRun const tiny;
  expect_stops([&] { return page(Language::Finnish, tiny.run()); });
}

TEST(Stop, CostCurve) {
  TinyRun const tiny;
  expect_stops(
      [&] { return cost_curve(*tables::table_named(tiny.tables, "cells"), tiny.run().scale); });
}

}  // namespace
}  // namespace gapmap::report
