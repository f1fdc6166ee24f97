// Two runs compared through the library alone, as a front end does it, and what is refused.

#include "gapmap/engine/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <map>

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
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

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
  /// A job file of the sample in the folder of the test, with these lines.
  [[nodiscard]] std::string job_file(std::string const& name, std::string const& lines) const {
    std::string text =
        lines +
        "\nmode = \"car\"\n"
        "places-where = \"amenity=community_centre,social_centre,social_facility\"\n";
    for (auto const& [key, file] : {std::pair{"areas", "areas.geojson"},
                                    {"population", "population.csv"},
                                    {"places", "town.osm"},
                                    {"roads", "town.osm"}}) {
      text += fmt::format("{} = \"{}/geodata/osm-sample/{}\"\n", key, GAPMAP_SOURCE_DIR, file);
    }
    write_text(path(name + ".toml"), text);
    return path(name + ".toml");
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
  job::ComparisonJob const job{
      cover("near", {{"limit", "1 km"}}), cover("far"), {.language = Language::English}};
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
  EXPECT_THAT(names_of(tables.tables), ElementsAre("municipalities", "parts", "changes", "places",
                                                   "groups", "cells", "roads"));
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

/// Every file of a comparison but run.json, which has its seconds and where the runs lie.
std::map<std::string, std::string> files_of(std::vector<std::string> const& paths) {
  std::map<std::string, std::string> texts;
  for (auto const& file : paths) {
    auto const name = std::filesystem::path{file}.filename().string();
    if (name != io::kRecordFile) texts[name] = read_text(file);
  }
  return texts;
}

TEST_F(Compared, JobFilesGiveWhatTheFoldersOfTheirRunsGive) {
  Listener nobody;
  for (auto const& [name, limit] : {std::pair{"near", "400 m"}, {"far", "1.5 km"}}) {
    auto const job = job::coverage_job_of(job_file(name, fmt::format("limit = \"{}\"", limit)));
    auto scene = open(job, nobody);
    deliver(tables_of(analyse(job, scene, nobody), nobody), {.folder = path(name)}, nobody);
  }
  auto const compared = [&](std::string const& before, std::string const& after,
                            std::string const& out) {
    auto const tables = tables_of(compare({path(before), path(after)}, nobody), nobody);
    return files_of(deliver(tables, {.folder = path(out)}, nobody));
  };
  auto const of_folders = compared("near", "far", "of folders");
  EXPECT_EQ(of_folders.size(), 16U);
  EXPECT_EQ(compared("near.toml", "far.toml", "of jobs"), of_folders);
  EXPECT_EQ(compared("near", "far.toml", "of both"), of_folders);
}

TEST_F(Compared, AJobFileThatIsPublishedIsRefusedBeforeItRuns) {
  static_cast<void>(job_file("job", "limit = \"1 km\"\npublish = true"));
  EXPECT_THAT(refusal({path("job.toml"), cover("run")}), HasSubstr("are suppressed"));
}

TEST_F(Compared, TheLaterRunIsAPlanUnlessItCountsOtherPeople) {
  std::filesystem::copy(GAPMAP_SOURCE_DIR "/geodata/osm-sample/population.csv",
                        path("population.csv"));
  write_text(path("population.csv"), read_text(path("population.csv")) + "\n");
  auto const before = cover("before", {{"limit", "1 km"}});
  auto const plan = cover("plan");
  auto const later = cover("later", {{"population", path("population.csv")}});
  Listener nobody;
  EXPECT_TRUE(compare({before, plan}, nobody).is_plan);
  EXPECT_FALSE(compare({before, later}, nobody).is_plan);
  EXPECT_FALSE(compare({.before = before, .after = plan, .is_plan = false}, nobody).is_plan);
  EXPECT_TRUE(compare({.before = before, .after = later, .is_plan = true}, nobody).is_plan);
}

TEST_F(Compared, DifferencesWithoutAnEffectAreToldApart) {
  std::filesystem::copy(GAPMAP_SOURCE_DIR "/geodata/osm-sample/population.csv",
                        path("population.csv"));
  write_text(path("population.csv"), read_text(path("population.csv")) + "\n");
  Listener nobody;
  auto const result = compare(
      {cover("before", {{"limit", "1 km"}}),
       cover("after",
             {{"population", path("population.csv")}, {"detour-factor", "2"}, {"title", "Later"}})},
      nobody);
  std::map<std::string, std::pair<bool, bool>> found;
  for (auto const& difference : result.differences)
    found[difference.what] = {difference.factor.has_value(), difference.has_no_effect};
  EXPECT_THAT(found, UnorderedElementsAre(Pair("population", std::pair{true, true}),
                                          Pair("limit", std::pair{true, false}),
                                          Pair("detour-factor", std::pair{false, true}),
                                          Pair("title", std::pair{false, true})));
}

TEST_F(Compared, ItsReportIsMadeAnewByteForByteAndInAnotherLanguage) {
  Listener nobody;
  auto tables = tables_of(compare({.before = cover("near", {{"limit", "1 km"}}),
                                   .after = cover("far"),
                                   .readers = {.masthead = {.title = "Palvelut",
                                                            .region = "Kylä",
                                                            .titles = {{"sv", "Service"}},
                                                            .regions = {{"en", "Village"}}}},
                                   .name_before = "Nyt",
                                   .name_after = "Sitten"},
                                  nobody),
                          nobody);
  tables.record.names["municipality"]["901"] = {{"sv", "Småköping"}};
  auto files = files_of(deliver(tables, {.folder = path("out")}, nobody));
  EXPECT_THAT(files["report.fi.html"], HasSubstr("<h1>Palvelut</h1>"));
  EXPECT_THAT(files["report.sv.html"], HasSubstr("<h1>Service</h1>"));
  EXPECT_THAT(files["report.sv.html"], HasSubstr("<th scope=\"row\">Småköping</th>"));
  EXPECT_THAT(files["report.fi.html"], Not(HasSubstr("Småköping")));
  EXPECT_THAT(files["report.en.html"], HasSubstr("<p class=\"region\">Village</p>"));
  EXPECT_THAT(files["gapmap.qgs"], HasSubstr("Nyt → Sitten"));
  EXPECT_THAT(files["report.fi.html"], HasSubstr("<p class=\"region\">Kylä</p>"));
  auto const again = files_of(deliver(read_comparison_results({.run = path("out")}, nobody),
                                      {.folder = path("again")}, nobody));
  EXPECT_EQ(again.size(), 6U);
  for (auto const& [name, text] : again) EXPECT_EQ(text, files[name]) << name;
  auto const swedish =
      files_of(deliver(read_comparison_results({.run = path("out"),
                                                .language = Language::Swedish,
                                                .masthead = {.title = "Träffpunkter"}},
                                               nobody),
                       {.folder = path("på svenska")}, nobody));
  EXPECT_THAT(swedish.at("report.sv.html"), HasSubstr("<h1>Träffpunkter</h1>"));
  EXPECT_THAT(swedish.at("report.sv.html"), HasSubstr("Nyt: "));
  EXPECT_NE(swedish.at("gapmap.qgs"), files["gapmap.qgs"]);
  EXPECT_THROW(
      static_cast<void>(read_comparison_results({.run = path("out"), .group = "Y_LT15"}, nobody)),
      UsageError);
  for (auto const& [was, is] : {std::pair{"\"plan\": true", "\"plan\": 3"},
                                {"\"factor\": \"limit\"", "\"factor\": \"luck\""},
                                {"\"crs\": \"EPSG:3067\"", "\"crs\": \"EPSG:0\""}}) {
    auto const record = path("again/run.json");
    for (auto const& file : std::filesystem::directory_iterator{path("out")}) {
      std::filesystem::copy(file, std::filesystem::path{path("again")} / file.path().filename(),
                            std::filesystem::copy_options::overwrite_existing);
    }
    write_text(record, replaced(read_text(record), was, is));
    EXPECT_THROW(static_cast<void>(read_comparison_results({.run = path("again")}, nobody)),
                 InputError)
        << is;
  }
  EXPECT_THROW(static_cast<void>(read_comparison_results({.run = path("near")}, nobody)),
               InputError);
}

TEST_F(Compared, NamesThatNoSheetTakesStandInItsTextsAlone) {
  auto const near = cover("near", {{"limit", "1 km"}});
  auto const far = cover("far");
  Listener nobody;
  for (auto const& [before, after] :
       {std::pair{"A: [1]", "B/2"},
        {"Sama", "sama"},
        {"'Nyt'", "Sitten"},
        {"Nykytila vuoden 2026 alussa, kuten se on", "Nykytila vuoden 2026 alussa, toisin"}}) {
    auto const tables = tables_of(
        compare({.before = near, .after = far, .name_before = before, .name_after = after}, nobody),
        nobody);
    EXPECT_NO_THROW(
        deliver(tables, {.folder = path("out"), .overwrite = io::Overwrite::Yes}, nobody))
        << before;
    EXPECT_THAT(read_text(path("out/report.fi.html")), HasSubstr(std::string{", "} + after))
        << before;
  }
}

}  // namespace
}  // namespace gapmap::engine
