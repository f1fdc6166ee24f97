#include "gapmap/checks/check_table.h"

#include <nlohmann/json.hpp>

#include "gapmap/io/write_table.h"
#include "tests/checks/found.h"
#include "tests/io/reading.h"

namespace gapmap::checks {
namespace {

using CheckFiles = io::Reading;

Findings mixed() {
  return {{Severity::Note, "roads", "r", 2},
          {Severity::Warning, "job", "j"},
          {Severity::Warning, "areas", "a", 3, People{4}, {"x", "y, z"}, "do"},
          {Severity::Error, "places", "p"},
          {Severity::Warning, "areas", "b"}};
}

TEST(SortFindings, ErrorsFirstThenByInputElseAsFound) {
  auto findings = mixed();
  sort_findings(findings);
  std::string order;
  for (auto const& finding : findings) order += finding.what;
  EXPECT_EQ(order, "pabjr");
}

TEST(SortFindings, InputsBesideTheFourComeBeforeTheJob) {
  Findings findings{{Severity::Note, "job", "j"},
                    {Severity::Note, "official_population", "o"},
                    {Severity::Note, "zones kylat", "z"},
                    {Severity::Note, "area key", "k"},
                    {Severity::Note, "areas", "a"}};
  sort_findings(findings);
  std::string order;
  for (auto const& finding : findings) order += finding.what;
  EXPECT_EQ(order, "akzoj");
}

TEST_F(CheckFiles, AsCsv) {
  io::write_csv(path("check.csv"), check_table(mixed()));
  EXPECT_EQ(read_text(path("check.csv")),
            "severity,input,finding,rows,residents,examples,advice\n"
            "note,roads,r,2,,,\n"
            "warning,job,j,,,,\n"
            "warning,areas,a,3,4,\"x; y, z\",do\n"
            "error,places,p,,,,\n"
            "warning,areas,b,,,,\n");
}

TEST_F(CheckFiles, AsJsonWithWhetherTheJobCanRun) {
  io::ImportReport const report{.input = "roads",
                                .source = {.path = "tie\xE4.gpkg"},
                                .crs = "EPSG:3067",
                                .rows = 5,
                                .rows_used = 4};
  write_check_json(path("check.json"), mixed(), {report});
  auto const json = nlohmann::json::parse(read_text(path("check.json")));
  EXPECT_EQ(json["can_run"], false);
  EXPECT_EQ(json["errors"], 1);
  EXPECT_EQ(json["warnings"], 3);
  EXPECT_EQ(json["notes"], 1);
  EXPECT_EQ(json["inputs"]["roads"]["rows_used"], 4);
  ASSERT_EQ(json["findings"].size(), 5U);
  EXPECT_EQ(json["findings"][2]["residents"], 4);
  EXPECT_EQ(json["findings"][2]["examples"][1], "y, z");
  EXPECT_TRUE(json["findings"][0]["residents"].is_null());
  write_check_json(path("fine.json"), {}, {});
  EXPECT_EQ(nlohmann::json::parse(read_text(path("fine.json")))["can_run"], true);
}

}  // namespace
}  // namespace gapmap::checks
