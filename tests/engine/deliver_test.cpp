// What readers open of a run, made anew through the library alone.

#include "gapmap/engine/deliver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/engine/analyse.h"
#include "tests/engine/front_end.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::engine {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAreArray;

std::vector<std::string> const kReaderFiles{"gapmap.gpkg",    "gapmap.qgs",     "gapmap.xlsx",
                                            "report.en.html", "report.fi.html", "report.sv.html"};

class ReaderFiles : public ::testing::Test {
 protected:
  /// A run of the sample in the folder "run".
  void cover(std::string const& logo = {}) {
    auto job = job::coverage_job_of(kSampleJob);
    job.readers.masthead.title = "Paikat";
    job.readers.logo_file = logo;
    auto scene = open(job, listener_);
    deliver(tables_of(analyse(job, scene, listener_), listener_), {.folder = run()}, listener_);
  }
  [[nodiscard]] std::string path(std::string const& name) const {
    return (folder_.path() / name).string();
  }
  [[nodiscard]] std::string run() const { return path("run"); }
  [[nodiscard]] std::string text(std::string const& name) const { return read_text(path(name)); }

  Hearer listener_;

 private:
  TemporaryFolder folder_;
};

TEST_F(ReaderFiles, AreThoseOfTheRunWhereNothingElseIsAsked) {
  cover();
  auto const results = read_results({.run = run()}, listener_);
  EXPECT_EQ(results.masthead.title, "Paikat");
  auto const files = deliver(results, {.folder = path("anew")}, listener_);
  std::vector<std::string> expected;
  for (auto const& file : kReaderFiles) expected.push_back(path("anew/" + file));
  EXPECT_THAT(files, UnorderedElementsAreArray(expected));
  EXPECT_EQ(names_in(path("anew")), kReaderFiles);
  for (auto const& file : kReaderFiles)
    EXPECT_TRUE(text("run/" + file) == text("anew/" + file)) << file;
}

TEST_F(ReaderFiles, ReplaceThoseOfTheRunIfNoFolderIsNamedAndTheyMayBeReplaced) {
  cover();
  auto const record = text("run/run.json");
  job::ReportJob const job{
      .run = run(), .language = Language::Swedish, .masthead = {.title = "Platser"}};
  EXPECT_THROW(require_room(job, {}), InputError);
  // The run is among the inputs of the command, and may have its own files anew.
  Target const target{.overwrite = io::Overwrite::Yes, .inputs = {run()}};
  EXPECT_NO_THROW(require_room(job, target));
  auto const results = read_results(job, listener_);
  EXPECT_THROW(deliver(results, {}, listener_), InputError);
  deliver(results, target, listener_);
  EXPECT_THAT(text("run/gapmap.qgs"), HasSubstr("<title>Platser</title>"));
  EXPECT_THAT(text("run/report.fi.html"), HasSubstr("<h1>Platser</h1>"));
  EXPECT_EQ(text("run/run.json"), record);
}

TEST_F(ReaderFiles, HaveNoLogoIfItIsGoneAndThatIsTold) {
  cover(path("gone.svg"));
  auto const results = read_results({.run = run()}, listener_);
  EXPECT_EQ(results.masthead.logo, "");
  EXPECT_THAT(listener_.remarks, Contains(HasSubstr("the logo of the run is left out")));
}

TEST_F(ReaderFiles, OfAnotherCommandAreRefused) {
  cover();
  auto const record = path("run/run.json");
  write_text(record,
             replaced(read_text(record), "\"command\": \"coverage\"", "\"command\": \"check\""));
  try {
    static_cast<void>(read_results({.run = run()}, listener_));
    FAIL();
  } catch (InputError const& error) {
    EXPECT_THAT(error.what(), HasSubstr("holds the results of \"gapmap check\""));
  }
}

TEST_F(ReaderFiles, OfARecordThatWasSpoiltAreRefusedAndNothingIsWritten) {
  cover();
  auto results = read_results({.run = run()}, listener_);
  std::erase_if(results.run.tables, [](auto const& each) { return each.name == "municipalities"; });
  try {
    deliver(results, {.folder = path("anew")}, listener_);
    FAIL();
  } catch (InputError const& error) {
    EXPECT_THAT(error.what(), HasSubstr("is not as gapmap wrote it"));
  }
  EXPECT_FALSE(std::filesystem::exists(path("anew")));
}

}  // namespace
}  // namespace gapmap::engine
