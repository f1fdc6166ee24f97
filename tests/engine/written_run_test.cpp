// A run of the version before is read in the words of this one.

#include "gapmap/engine/written_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/io/manifest.h"
#include "gapmap/io/write_table.h"
#include "tests/engine/front_end.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ReadARun : public ::testing::Test {
 protected:
  /// A run with one table, and the option that says how many rows it may have.
  void write(std::string const& table, std::string const& column, std::string const& option) {
    io::Manifest manifest{.command = "coverage",
                          .job = "{\"limit\": \"20 km\", \"" + option + "\": 3}",
                          .facts = io::RunFacts{.crs = "EPSG:3067", .limit = 20'000, .mode = "car"},
                          .working_crs = "EPSG:3067"};
    tables::OutputTable const rows{
        table, {{column, tables::ColumnType::Text}}, {{std::string{"candidate"}}}, {}, {}};
    manifest.tables.push_back(io::record_of(rows, false));
    io::write_csv(path(table + ".csv"), rows);
    io::write_manifest(path("run.json"), manifest);
  }
  [[nodiscard]] std::string path(std::string const& name = {}) const {
    return (folder_.path() / name).string();
  }

  Hearer hearer_;

 private:
  TemporaryFolder folder_;
};

TEST_F(ReadARun, OfTheVersionBeforeHasTheNamesOfNowAndItIsSaid) {
  write("cures", "cure_kind", "cures");
  auto const run = read_run(path(), hearer_);
  ASSERT_EQ(run.tables.size(), 1U);
  EXPECT_EQ(run.tables[0].name, "remedies");
  EXPECT_EQ(run.tables[0].columns[0].name, "remedy_kind");
  EXPECT_EQ(run.job, R"({"limit":"20 km","remedies":3})");
  EXPECT_THAT(run.options, ElementsAre(std::pair{std::string{"limit"}, std::string{"20 km"}},
                                       std::pair{std::string{"remedies"}, std::string{"3"}}));
  EXPECT_THAT(hearer_.remarks,
              ElementsAre(HasSubstr("otherwise: cure_kind → remedy_kind, cures → remedies;")));
}

TEST_F(ReadARun, OfThisVersionStaysAsItIs) {
  write("remedies", "remedy_kind", "remedies");
  auto const run = read_run(path(), hearer_);
  EXPECT_EQ(run.tables[0].name, "remedies");
  EXPECT_EQ(run.job, R"({"limit":"20 km","remedies":3})");
  EXPECT_THAT(hearer_.remarks, IsEmpty());
}

}  // namespace
}  // namespace gapmap::engine
