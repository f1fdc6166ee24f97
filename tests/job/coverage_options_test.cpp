#include "gapmap/job/coverage_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/job/job_file.h"
#include "gapmap/job/spelling.h"

namespace gapmap::job {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// What is wrong with the job that this JSON object asks for.
std::string complaint(std::string const& job) {
  try {
    static_cast<void>(coverage_job(read_job_object(job)));
  } catch (std::runtime_error const& error) {
    return error.what();
  }
  return {};
}

/// Keys that a sentence names are those of options.
void expect_keys(std::string const& text) {
  EXPECT_THAT(text, Not(HasSubstr("--"))) << "a job has keys";
  auto const known = coverage_keys();
  auto const spelled = as_options(text, {known.begin(), known.end()});
  EXPECT_THAT(spelled, Not(HasSubstr("`"))) << "every key is that of an option";
}

TEST(CoverageOptions, EverythingWrongWithAJobNamesKeys) {
  // Each text is wrong in its own way.
  auto const text = complaint(R"({
    "areas": "nowhere.gpkg", "roads": "nowhere.osm", "population": "nowhere.csv",
    "places": "nowhere.xlsx", "limit": "20 parsecs", "crs": "EPSG:4326", "outside": "perhaps",
    "margin": "far", "nearest": "none", "detour-factor": "0", "classes": "5,x km",
    "mode": "horse", "trip": "nowhere", "traffic": "jam", "ferries": "maybe",
    "ferry-wait": "long", "cable-ferry-wait": "-1 min", "max-off-road": "x",
    "small-component-below": "y", "speeds": "car", "cell-size": "0 m", "raster-cell": "z",
    "population-groups": "=", "header-row": "first", "areas-crs": "EPSG:x",
    "roads-crs": "EPSG:x", "population-crs": "EPSG:x", "place-crs": "EPSG:x",
    "place-locality": "kyla", "zones": ["a=x.gpkg", "a=y.gpkg"], "area-levels": "maakunta",
    "area-successors": "588", "official-year": "2020", "places-of": "mine", "accounts": true,
    "accessibility": true, "half-at": "9 parsecs", "remedies": "-1", "candidate-id": "id",
    "publish-below": "12", "lang": "xx", "title": "two\nlines", "roads-used": true,
    "road-class": "luokka", "requirement": [{"name": "limit"}]
  })");
  expect_keys(text);
  for (auto const* key :
       {"limit", "outside", "margin", "nearest", "detour-factor", "mode", "ferry-wait",
        "max-off-road", "cell-size", "header-row", "place-locality", "official-year", "places-of",
        "remedies", "candidate-id", "publish-below", "lang", "title"}) {
    EXPECT_THAT(text, HasSubstr("\n  `" + std::string{key} + "`: "));
  }
}

TEST(CoverageOptions, AJobThatLacksOptionsHearsOfTheirKeys) {
  auto const text = complaint(R"({"limit": "20 km"})");
  expect_keys(text);
  EXPECT_THAT(text, HasSubstr("`roads` is missing"));
}

TEST(CoverageOptions, WhatDoesNotGoTogetherNamesKeys) {
  auto const text = complaint(R"({
    "areas": "nowhere.gpkg", "roads": "nowhere.osm", "population": "nowhere.csv",
    "places": "nowhere.xlsx", "limit": "20 km", "classes": "5 min", "half-at": "5 min",
    "accessibility": true, "places-of": "own-county", "study": "kunta = '1'",
    "roads-used": true, "trip": "round-trip", "rough-tracks": true, "road-class": "luokka"
  })");
  expect_keys(text);
  for (auto const* key : {"classes", "half-at", "accessibility", "roads-used"})
    EXPECT_THAT(text, HasSubstr("`" + std::string{key} + "`: "));
}

}  // namespace
}  // namespace gapmap::job
