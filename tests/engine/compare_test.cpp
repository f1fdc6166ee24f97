// Two runs compared through the library alone, as a front end does it, and what is refused.

#include "gapmap/engine/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/engine/analyse.h"
#include "gapmap/engine/deliver.h"
#include "gapmap/io/manifest.h"
#include "tests/engine/front_end.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::engine {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Compared : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(std::string const& name) const {
    return (folder_.path() / name).string();
  }
  /// Results of the sample with these options, in the folder of that name.
  [[nodiscard]] std::string cover(
      std::string const& name,
      std::vector<std::pair<std::string, std::string>> const& more = {}) const {
    auto entries = job::read_job_file(kSampleJob);
    for (auto const& given : more) {
      std::erase_if(entries, [&](auto const& each) { return each.option == given.first; });
      entries.push_back({.key = given.first,
                         .option = given.first,
                         .values = {given.second},
                         .is_list = false,
                         .line = 1});
    }
    auto const job = job::coverage_job(entries, kSampleJob);
    Listener nobody;
    auto scene = open(job, nobody);
    deliver(tables_of(analyse(job, scene, nobody), nobody), {.folder = path(name)}, nobody);
    return path(name);
  }
  /// What compare() says of these runs, which it refuses.
  [[nodiscard]] static std::string refusal(job::ComparisonJob const& job) {
    Listener nobody;
    try {
      static_cast<void>(compare(job, nobody));
    } catch (InputError const& error) {
      return error.what();
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
  }

 private:
  TemporaryFolder folder_;
};

std::vector<std::string> names_of(std::vector<tables::OutputTable> const& tables) {
  std::vector<std::string> names;
  for (auto const& table : tables) names.push_back(table.name);
  return names;
}

TEST_F(Compared, RunsOfTwoLimitsDifferInTheLimitAlone) {
  job::ComparisonJob const job{cover("near", {{"limit", "1 km"}}), cover("far"), Language::English};
  Hearer hearer;
  auto const result = compare(job, hearer);
  EXPECT_THAT(hearer.remarks, IsEmpty());
  ASSERT_EQ(result.differences.size(), 1U);
  EXPECT_EQ(result.differences.front().what, "limit");
  ASSERT_TRUE(result.cells.has_value());
  EXPECT_EQ(result.cells->size(), result.after.outcome.population.size());
  EXPECT_GT(result.after.outcome.total.covered, result.before.outcome.total.covered);
  EXPECT_THAT(result.areas, Not(IsEmpty()));
  ASSERT_TRUE(result.mixtures.has_value()) << result.why_no_parts;
  EXPECT_THAT(result.mixtures->factors, ElementsAre(Factor::Limit));

  auto const tables = tables_of(result, hearer);
  EXPECT_THAT(names_of(tables.tables),
              ElementsAre("municipalities", "parts", "changes", "places", "cells"));
  EXPECT_EQ(tables.record.mixtures, 2U);
  auto const files = deliver(tables, {.folder = path("out")}, hearer);
  EXPECT_THAT(files, Contains(path("out/parts.csv")));
  for (auto const& file : files) EXPECT_TRUE(std::filesystem::exists(file)) << file;
  EXPECT_THAT(closing_lines(tables).front().text, HasSubstr("near → far"));
}

TEST_F(Compared, WithoutPartsTheTablesAndFilesLackThemAndTheReasonIsTold) {
  job::ComparisonJob const job{cover("near", {{"limit", "1 km"}}), cover("far")};
  Hearer hearer;
  auto result = compare(job, hearer);
  result.mixtures.reset();
  result.why_no_parts = "nobody made mixtures";
  write_text(path("out/parts.csv"), "of an earlier comparison");
  auto const tables = tables_of(result, hearer);
  EXPECT_THAT(names_of(tables.tables), Not(Contains("parts")));
  deliver(tables, {.folder = path("out"), .overwrite = io::Overwrite::Yes}, hearer);
  EXPECT_FALSE(std::filesystem::exists(path("out/parts.csv")));
  EXPECT_THAT(read_text(path("out/run.json")), HasSubstr("nobody made mixtures"));
}

TEST_F(Compared, AnInputThatChangedSinceIsTheReasonWhyThereAreNoParts) {
  std::filesystem::copy(GAPMAP_SOURCE_DIR "/geodata/osm-sample/population.csv",
                        path("population.csv"));
  job::ComparisonJob const job{
      cover("before"), cover("after", {{"population", path("population.csv")}, {"limit", "1 km"}})};
  write_text(path("population.csv"), read_text(path("population.csv")) + "\n");
  Hearer hearer;
  auto const result = compare(job, hearer);
  EXPECT_FALSE(result.mixtures.has_value());
  EXPECT_THAT(result.why_no_parts, HasSubstr("have changed since that run"));
  EXPECT_THAT(hearer.remarks, ElementsAre(HasSubstr(result.why_no_parts)));
}

TEST_F(Compared, AFolderWithoutARunIsRefused) {
  EXPECT_THAT(refusal({cover("run"), path("nothing")}), HasSubstr("has no run.json"));
}

TEST_F(Compared, ResultsOfAnotherCommandAreRefused) {
  auto const run = cover("run");
  auto const other = cover("other");
  auto const record = path("other/run.json");
  write_text(record,
             replaced(read_text(record), "\"command\": \"coverage\"", "\"command\": \"check\""));
  EXPECT_THAT(refusal({run, other}), HasSubstr("it holds results of gapmap check"));
  EXPECT_THAT(refusal({other, run}), HasSubstr("it holds results of gapmap check"));
  // Commands whose record tells of no tables.
  io::write_manifest(record, {.command = "isochrone", .job = "{}"});
  EXPECT_THAT(refusal({run, other}), HasSubstr("is of \"gapmap isochrone\""));
}

TEST_F(Compared, ARunThatIsPublishedIsRefused) {
  EXPECT_THAT(refusal({cover("run"), cover("published", {{"publish", "true"}})}),
              HasSubstr("its small numbers are suppressed"));
}

TEST_F(Compared, RunsInDifferentCoordinatesAreRefused) {
  EXPECT_THAT(refusal({cover("one"), cover("other", {{"crs", "EPSG:3879"}})}),
              HasSubstr("again with the same `crs`"));
}

TEST_F(Compared, NeitherRunCanBeTheFolderOfTheResults) {
  std::filesystem::create_directories(path("one"));
  std::filesystem::create_directories(path("other"));
  job::ComparisonJob const job{path("one"), path("other")};
  for (auto const& folder : {path("one"), path("other") + "/", path("one/../other")}) {
    EXPECT_THROW(
        static_cast<void>(folder_for(job, {.folder = folder, .overwrite = io::Overwrite::Yes})),
        UsageError)
        << folder;
  }
  EXPECT_NO_THROW(static_cast<void>(folder_for(job, {.folder = path("out")})));
  EXPECT_FALSE(std::filesystem::exists(path("out"))) << "nothing was delivered";
}

TEST_F(Compared, AFolderThatHoldsResultsIsRefusedBeforeAnyRunIsRead) {
  write_text(path("out/changes.csv"), "of an earlier comparison");
  job::ComparisonJob const job{path("not there"), path("not there either")};
  EXPECT_THROW(static_cast<void>(folder_for(job, {.folder = path("out")})), InputError);
  EXPECT_NO_THROW(
      static_cast<void>(folder_for(job, {.folder = path("out"), .overwrite = io::Overwrite::Yes})));
}

TEST_F(Compared, NoResultTakesThePlaceOfAnInputOfTheRuns) {
  auto const input = path("out/cells.csv");
  write_text(input, read_text(GAPMAP_SOURCE_DIR "/geodata/osm-sample/population.csv"));
  auto const people = read_text(input);
  job::ComparisonJob const job{cover("near", {{"limit", "1 km"}}),
                               cover("far", {{"population", input}})};
  Listener nobody;
  auto const tables = tables_of(compare(job, nobody), nobody);
  EXPECT_THROW(deliver(tables, {.folder = path("out"), .overwrite = io::Overwrite::Yes}, nobody),
               InputError);
  EXPECT_EQ(read_text(input), people);
}

TEST_F(Compared, ARecordThatWasSpoiltIsSaidSo) {
  auto const run = cover("run");
  auto const record = path("run/run.json");
  write_text(record, replaced(read_text(record), "\"crs\": \"EPSG:3067\"", "\"crs\": \"EPSG:0\""));
  EXPECT_THAT(refusal({run, run}), HasSubstr("run.json has an option that cannot be used"));
}

TEST_F(Compared, AComparisonThatIsAskedToStopThrowsStopped) {
  job::ComparisonJob const job{cover("near", {{"limit", "1 km"}}), cover("far")};
  std::stop_source stop;
  stop.request_stop();
  Listener listener{stop.get_token()};
  EXPECT_THROW(static_cast<void>(compare(job, listener)), Stopped);
}

}  // namespace
}  // namespace gapmap::engine
