#include "gapmap/io/detail/foreign_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "gapmap/io/dataset.h"
#include "tests/io/reading.h"
#include "tests/io/temporary_folder.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

struct Statement {
  std::string sql;
  std::string module;
};

TEST(ForeignTable, IsToldByItsModuleHoweverItIsWritten) {
  std::vector<Statement> const table{
      {"CREATE TABLE t (a, b)", ""},
      {"CREATE VIEW v AS SELECT 'create virtual table t using x'", ""},
      {"", ""},
      {"CREATE VIRTUAL TABLE t USING VirtualText('a.csv')", "VirtualText"},
      {"create virtual table if not exists main.t using VirtualOGR('a.vrt')", "VirtualOGR"},
      {"CREATE/**/VIRTUAL -- using fts5\n TABLE \"a using fts5\" USING [VirtualShape](x)",
       "VirtualShape"},
      {"CREATE VIRTUAL TABLE 't' USING `csv`(filename='/dev/zero')", "csv"},
      {"CREATE VIRTUAL TABLE \"a\"\"b\" USING 'VirtualDbf'", "VirtualDbf"},
      {"CREATE VIRTUAL TABLE t", "?"},
      {"CREATE VIRTUAL TABLE t USING rtree(id, a, b)", ""},
      {"CREATE VIRTUAL TABLE t USING FTS5(a)", ""},
      {"CREATE VIRTUAL TABLE SpatialIndex USING VirtualSpatialIndex()", ""},
  };
  for (auto const& [sql, module] : table) EXPECT_EQ(foreign_module_in(sql), module) << sql;
}

TEST(ForeignTable, IsRefusedBeforeItIsRead) {
  TemporaryFolder const folder;
  auto const path = (folder.path() / "p.gpkg").string();
  write_dataset(
      path, "GPKG",
      {{.name = "p", .type = wkbPoint, .fields = {"nimi"}, .rows = {{"POINT (5 5)", {"a"}}}}});
  // SpatiaLite, which has such tables, need not be there: the text of a plain one is changed.
  std::string const plain =
      "CREATE TABLE \"t\" ( \"padding so that the other text has room for all its words\" TEXT)";
  {
    GDALDatasetH const dataset =
        GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
    ASSERT_NE(dataset, nullptr);
    GDALDatasetReleaseResultSet(dataset,
                                GDALDatasetExecuteSQL(dataset, plain.c_str(), nullptr, nullptr));
    GDALClose(dataset);
  }
  auto bytes = read_text(path);
  std::string text = "CREATE VIRTUAL TABLE \"t\" USING VirtualText('/dev/zero', 'UTF-8')";
  text.resize(plain.size(), ' ');
  auto const at = bytes.find(plain);
  ASSERT_NE(at, std::string::npos);
  bytes.replace(at, plain.size(), text);
  write_text(path, bytes);
  EXPECT_THAT(
      message_of<InputError>([&] { Table::open({.path = path}); }),
      ::testing::HasSubstr("take from elsewhere, which no record could tell: t (VirtualText)"));
}

}  // namespace
}  // namespace gapmap::io
