// What can be reached, through the library as a front end asks it.

#include "gapmap/engine/isochrones.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "gapmap/engine/scene.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/job/job_file.h"
#include "tests/io/temporary_folder.h"
#include "tests/support/table_text.h"

namespace gapmap::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A job in the town of OpenStreetMap, with what else is asked of it.
job::IsochroneJob isochrones_with(std::string const& more) {
  return job::isochrone_job(job::read_job_object(
      fmt::format(R"({{"places": "{0}/town.osm", "places-where": "amenity=community_centre", )"
                  R"("roads": "{0}/town.osm", {1}}})",
                  GAPMAP_SOURCE_DIR "/geodata/osm-sample", more)));
}

TEST(FindIsochrones, FindsOneOfAllPlacesTogether) {
  Listener listener;
  auto const result = find_isochrones(isochrones_with(R"("limits": "300,600 m")"), listener);
  auto const& found = std::get<IsochroneResult<Millimeters>>(result);
  EXPECT_THAT(found.limits, ElementsAre(Millimeters{300'000}, Millimeters{600'000}));
  ASSERT_EQ(found.isochrones.size(), 1U);
  EXPECT_TRUE(found.isochrones[0].place.is_none());
  auto const tables = tables_of(result);
  EXPECT_EQ(tables.regions.rows.size(), 2U);
  EXPECT_GT(tables.roads.rows.size(), 2U);
  EXPECT_EQ(tables.record.command, "isochrone");
  EXPECT_THAT(tables.record.job, HasSubstr("300,600 m"));
  EXPECT_EQ(tables.record.inputs.size(), 2U);
}

TEST(FindIsochrones, FindsOneOfEachPlaceByTime) {
  Listener listener;
  auto const result = find_isochrones(
      isochrones_with(R"("limits": "2 min", "per-place": true, "mode": "walk")"), listener);
  auto const& found = std::get<IsochroneResult<Milliseconds>>(result);
  EXPECT_EQ(found.isochrones.size(), found.places.places.size());
  for (auto const& [place, its] : found.isochrones) EXPECT_FALSE(place.is_none());
  EXPECT_EQ(tables::names_of(tables_of(result).roads)[2], "limit_s");
}

/// The job of Etelä-Savo with places that have addresses, the same of them in two municipalities.
std::vector<job::JobEntry> job_by_address() {
  std::string const folder = GAPMAP_SOURCE_DIR "/geodata/etela-savo/";
  auto entries = job::read_job_file(folder + "job.toml");
  for (auto& entry : job::read_job_object(fmt::format(
           R"({{"places": "{0}places-by-address.csv", "addresses": "{0}addresses.opt"}})", folder)))
    entries.push_back(std::move(entry));
  return entries;
}

TEST(FindIsochrones, OfAJobTakesTheVeryPlacesAndTheLimitOfCoverage) {
  std::string const file = GAPMAP_SOURCE_DIR "/geodata/etela-savo/job.toml";
  Listener listener;
  auto const scene = open(job::coverage_job(job_by_address(), file), listener);
  auto const result = find_isochrones(job::isochrone_job(job_by_address(), file), listener);
  auto const& found = std::get<IsochroneResult<Millimeters>>(result);
  EXPECT_THAT(found.limits, ElementsAre(Millimeters{20'000'000}));
  auto const& places = std::get<Scene<Millimeters>>(scene).all_places->places;
  ASSERT_EQ(found.places.places.size(), places.size());
  ASSERT_GT(places.size(), 3U);
  for (auto const p : places.ids()) {
    EXPECT_EQ(found.places.places[p].id, places[p].id);
    EXPECT_EQ(found.places.places[p].point, places[p].point);
  }
  EXPECT_EQ(tables_of(result).record.inputs.size(), 4U) << "roads, places, addresses, areas";
}

TEST(FindIsochrones, EndsWhenTheListenerAsks) {
  std::stop_source stop;
  stop.request_stop();
  Listener listener{stop.get_token()};
  EXPECT_THROW((void)find_isochrones(isochrones_with(R"("limits": "300 m")"), listener), Stopped);
}

TEST(DeliverIsochrones, WritesBothTablesAndTheRecordOrNothing) {
  TemporaryFolder const folder;
  auto const target = folder.path() / "out";
  Listener listener;
  auto const tables = tables_of(find_isochrones(isochrones_with(R"("limits": "300 m")"), listener));
  auto const paths = deliver(tables, {.folder = target}, listener);
  EXPECT_EQ(paths.size(), 3U);
  EXPECT_THAT(names_in(target),
              ElementsAre("isochrone_roads.geojson", "isochrones.geojson", "run.json"));
  auto const written = read_text(target / "isochrones.geojson");
  EXPECT_THROW(deliver(tables, {.folder = target}, listener), InputError) << "no overwriting";
  EXPECT_EQ(read_text(target / "isochrones.geojson"), written);
}

}  // namespace
}  // namespace gapmap::engine
