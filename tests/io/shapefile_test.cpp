#include "gapmap/io/detail/shapefile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/dataset.h"
#include "tests/io/reading.h"
#include "tests/io/temporary_folder.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

std::string big(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFFU);
  return bytes;
}
std::string little(std::uint32_t value, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i & 0xFFU);
  return bytes;
}

constexpr std::uint32_t kPoint = 20;  // bytes of content

std::string shapes(std::uint32_t count) {
  std::string shp(100, '\0');
  for (std::uint32_t i = 0; i < count; ++i)
    shp += big(i + 1) + big(kPoint / 2) + std::string(kPoint, '\x01');
  return shp;
}
std::string index(std::uint32_t count) {
  std::string shx(100, '\0');
  for (std::uint32_t i = 0; i < count; ++i)
    shx += big((100 + i * (8 + kPoint)) / 2) + big(kPoint / 2);
  return shx;
}
std::string table(std::vector<std::string> const& cells) {
  std::string field = "vaesto" + std::string(5, '\0') + "N" + std::string(4, '\0') + "\x05";
  field.resize(32, '\0');
  auto dbf = "\x03" + std::string(3, '\0') + little(static_cast<std::uint32_t>(cells.size()), 4) +
             little(32 + 32 + 1, 2) + little(6, 2);
  dbf.resize(32, '\0');
  dbf += field + '\r';
  for (auto const& cell : cells) dbf += ' ' + std::string(5 - cell.size(), ' ') + cell;
  return dbf;
}

class Shapefiles : public ::testing::Test {
 protected:
  void write(std::string const& ending, std::string const& bytes) {
    auto const path = folder_.path() / ("p" + ending);
    std::ofstream{path, std::ios::binary} << bytes;
    files_.push_back(path.string());
  }
  [[nodiscard]] std::string refused() const {
    return message_of<InputError>([&] { refuse_torn_shapefiles(files_, "p", {"p.shp"}); });
  }
  TemporaryFolder folder_;
  std::vector<std::string> files_;
};

TEST_F(Shapefiles, WholeOnesAreTaken) {
  write(".shp", shapes(3));
  write(".shx", index(3));
  write(".dbf", table({"1", "2", "3"}));
  EXPECT_NO_THROW(refuse_torn_shapefiles(files_, "p", {"p.shp"}));
}

TEST_F(Shapefiles, AShapeWrittenAnewBehindTheOthersIsNoRowMore) {
  auto shx = index(3);
  // The first is now the fourth in the file.
  shx.replace(100, 4, big((100 + 3 * (8 + kPoint)) / 2));
  write(".shp", shapes(4));
  write(".shx", shx);
  write(".dbf", table({"1", "2", "3"}));
  EXPECT_NO_THROW(refuse_torn_shapefiles(files_, "p", {"p.shp"}));
}

TEST_F(Shapefiles, ATableOfAnotherVersion) {
  write(".shp", shapes(3));
  write(".shx", index(3));
  write(".dbf", table({"1", "2"}));
  EXPECT_THAT(refused(), HasSubstr("3 shapes in .shp, 3 in .shx, 2 rows in .dbf"));
}

TEST_F(Shapefiles, AnIndexOfAnotherVersion) {
  write(".shp", shapes(3));
  write(".shx", index(2));
  write(".dbf", table({"1", "2", "3"}));
  EXPECT_THAT(refused(), HasSubstr("3 shapes in .shp, 2 in .shx, 3 rows in .dbf"));
}

TEST_F(Shapefiles, ShapesOfAnotherVersion) {
  write(".shp", shapes(2));
  write(".shx", index(3));
  EXPECT_THAT(refused(), HasSubstr("2 shapes in .shp, 3 in .shx"));
}

TEST_F(Shapefiles, ATableThatIsCut) {
  auto const whole = table({"1", "2", "3"});
  write(".shp", shapes(3));
  write(".shx", index(3));
  write(".dbf", whole.substr(0, whole.size() - 4));
  EXPECT_THAT(refused(), HasSubstr("2 rows in .dbf"));
}

TEST_F(Shapefiles, AnotherOfTheFolderIsNotLookedAt) {
  write(".shp", shapes(3));
  write(".shx", index(2));
  EXPECT_NO_THROW(refuse_torn_shapefiles(files_, "q", {"q.shp"}));
  EXPECT_THAT(message_of<InputError>([&] { refuse_torn_shapefiles(files_, "", {"all"}); }),
              HasSubstr("different versions"));
}

TEST_F(Shapefiles, CellsAreAsTheyAreWritten) {
  write(".dbf", table({"12", "..", "<10"}));
  std::string seen;
  visit_dbf_cells(files_.front(), 0, [&](std::int64_t row, std::string_view cell) {
    seen += std::to_string(row) + std::string{cell} + ";";
  });
  EXPECT_EQ(seen, "0   12;1   ..;2  <10;");
  visit_dbf_cells(files_.front(), 1, [&](std::int64_t, std::string_view) { FAIL(); });
}

/// An index of values that another program made before it wrote a further row: GDAL would choose
/// rows by it.
TEST_F(Shapefiles, AnOldIndexOfValuesHidesNoRow) {
  WrittenLayer layer{.name = "p", .type = wkbPoint, .fields = {"tyyppi"}};
  layer.rows = {{"POINT (500000 6800000)", {"a"}}, {"POINT (500100 6800000)", {"b"}}};
  auto const folder = [&](char const* name) {
    std::filesystem::create_directories(folder_.path() / name);
    return folder_.path() / name;
  };
  auto const open = [](std::filesystem::path const& path, unsigned access) {
    return GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | access, nullptr, nullptr, nullptr);
  };
  auto const before = folder("before");
  write_dataset(before / "p.shp", "ESRI Shapefile", {layer});
  auto* const indexed = open(before / "p.shp", GDAL_OF_UPDATE);
  GDALDatasetExecuteSQL(indexed, "CREATE INDEX ON p USING tyyppi", nullptr, nullptr);
  GDALClose(indexed);
  layer.rows.push_back({"POINT (500200 6800000)", {"a"}});
  auto const after = folder("after");
  write_dataset(after / "p.shp", "ESRI Shapefile", {layer});
  for (auto const* index : {"p.idm", "p.ind"}) std::filesystem::copy(before / index, after / index);

  auto const table = Table::open({.path = after / "p.shp", .where = "tyyppi = 'a'"});
  std::size_t rows = 0;
  table.visit([&](Record const&) { ++rows; });
  EXPECT_EQ(rows, 2U);
}

}  // namespace
}  // namespace gapmap::io
