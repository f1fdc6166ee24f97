// What gapmap check finds, through the library as a front end asks it.

#include "gapmap/engine/inspection_delivery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/checks/check_table.h"
#include "tests/engine/front_end.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::engine {
namespace {

using checks::Severity;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

Inspection inspected(std::string const& more) {
  auto entries = job::read_job_file(kSampleJob);
  for (auto& entry : job::read_job_object(more)) entries.push_back(std::move(entry));
  Listener listener;
  return inspect(entries, kSampleJob, listener);
}

TEST(Inspect, LooksAtAJobAsItWasWritten) {
  auto const inspection = inspected("{}");
  EXPECT_EQ(checks::count_of(inspection.findings, Severity::Error), 0U);
  EXPECT_FALSE(inspection.is_usage);
  EXPECT_GE(inspection.reports.size(), 4U);
}

TEST(Inspect, LooksAtTheInputsInSpiteOfWrongOptions) {
  auto const inspection = inspected(R"({"crs": "EPSG:4326", "limit": "far"})");
  EXPECT_TRUE(inspection.is_usage);
  EXPECT_GE(checks::count_of(inspection.findings, Severity::Error), 2U);
  EXPECT_GE(inspection.reports.size(), 4U);
}

TEST(Inspect, RefusesWhatNoJobHas) {
  EXPECT_THROW((void)inspected(R"({"colour": "blue"})"), UsageError);
}

TEST(DeliverFindings, AreToldAndWrittenInTheLanguage) {
  TemporaryFolder const folder;
  auto const target = folder.path() / "out";
  auto const output = folder_for_findings(Language::Finnish, {.folder = target});
  auto const inspection = told_in(Language::Finnish, inspected(R"({"limit": "far"})"));
  deliver(inspection, Language::Finnish, *output);
  EXPECT_THAT(names_in(target), ElementsAre("check.csv", "check.json"));
  EXPECT_THAT(read_text(target / "check.csv"),
              StartsWith("severity,input,finding,rows,residents,examples,advice\nerror,"));
  EXPECT_THAT(read_text(target / "check.json"), HasSubstr("\"language\": \"fi\""));
}

TEST(DeliverFindings, SayInTheLanguageThatTheyCannotBeWritten) {
  TemporaryFolder const folder;
  write_text(folder.path() / "file", "precious\n");
  auto const said_in = [&](Language language) {
    try {
      (void)folder_for_findings(language, {.folder = folder.path() / "file"});
    } catch (InputError const& error) {
      return std::string{error.what()};
    }
    return std::string{};
  };
  EXPECT_NE(said_in(Language::English), "");
  EXPECT_NE(said_in(Language::Swedish), "");
  EXPECT_NE(said_in(Language::English), said_in(Language::Swedish));
}

}  // namespace
}  // namespace gapmap::engine
