#include "gapmap/io/write_matrix.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

namespace fs = std::filesystem;

class WriteMatrix : public testing::Test {
 protected:
  WriteMatrix() {
    auto const* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path{testing::TempDir()} / (std::string{"gapmap-"} + test->name());
    fs::create_directories(folder_);
  }
  ~WriteMatrix() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string path(char const* file) const { return (folder_ / file).string(); }
  [[nodiscard]] std::string content(char const* file) const {
    std::ifstream in{path(file), std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  fs::path folder_;
};

std::vector<MatrixCell> cells(std::vector<MatrixCell> cells) { return cells; }

TEST_F(WriteMatrix, CsvHasALineAPair) {
  MatrixCsv csv{path("m.csv"), {{"A", "B"}, {"x", "y"}, "cell_id,place_id,distance_m"}};
  csv.append(1, cells({{0, 1234567}, {1, 1000}}));
  csv.append(0, {});
  csv.append(0, cells({{1, 4294967294}}));
  csv.close();
  EXPECT_EQ(content("m.csv"),
            "cell_id,place_id,distance_m\nx,B,1234.567\ny,B,1\ny,A,4294967.294\n");
}

TEST_F(WriteMatrix, CsvDropsTrailingZerosOfThousandths) {
  MatrixCsv csv{path("m.csv"), {{"A"}, {"x"}, "h"}};
  for (std::uint32_t const thousandths : {0U, 1U, 10U, 100U, 120U, 999U, 1001U, 20050U})
    csv.append(0, cells({{0, thousandths}}));
  csv.close();
  EXPECT_EQ(content("m.csv"),
            "h\nx,A,0\nx,A,0.001\nx,A,0.01\nx,A,0.1\nx,A,0.12\nx,A,0.999\nx,A,1.001\nx,A,20.05\n");
}

TEST_F(WriteMatrix, CsvQuotesIdsWithCommasQuotesAndLines) {
  MatrixCsv csv{path("m.csv"), {{"Hall, \"old\""}, {"a\nb", " c"}, "h"}};
  csv.append(0, cells({{0, 1000}, {1, 2000}}));
  csv.close();
  EXPECT_EQ(content("m.csv"),
            "h\n\"a\nb\",\"Hall, \"\"old\"\"\",1\n\" c\",\"Hall, \"\"old\"\"\",2\n");
}

/// The numbers of a NumPy file of one column; its header is read as the format says.
template <class Number>
std::vector<Number> numbers_of(std::string const& file, std::string const& type) {
  EXPECT_EQ(file.substr(0, 8), std::string("\x93NUMPY\x01\x00", 8));
  auto const length =
      static_cast<unsigned char>(file[8]) + 256U * static_cast<unsigned char>(file[9]);
  EXPECT_EQ((10 + length) % 64, 0U);
  auto const header = file.substr(10, length);
  EXPECT_EQ(header.back(), '\n');
  EXPECT_THAT(header, testing::HasSubstr("'descr': '" + type + "'"));
  EXPECT_THAT(header, testing::HasSubstr("'fortran_order': False"));
  std::vector<Number> numbers((file.size() - 10 - length) / sizeof(Number));
  EXPECT_THAT(header, testing::HasSubstr("'shape': (" + std::to_string(numbers.size()) + ",)"));
  std::memcpy(numbers.data(), file.data() + 10 + length, numbers.size() * sizeof(Number));
  return numbers;
}

TEST_F(WriteMatrix, ColumnsAreCompressedSparseRowsAsNumPyReadsThem) {
  MatrixColumns columns{{path("first.npy"), path("column.npy"), path("cost.npy")}};
  columns.append(7, cells({{3, 500}, {9, 4294967294}}));
  columns.append(2, {});
  columns.append(5, cells({{258, 65537}}));
  columns.close();
  EXPECT_THAT(numbers_of<std::uint64_t>(content("first.npy"), "<u8"),
              testing::ElementsAre(0, 2, 2, 3));
  EXPECT_THAT(numbers_of<std::uint32_t>(content("column.npy"), "<u4"),
              testing::ElementsAre(3, 9, 258));
  EXPECT_THAT(numbers_of<std::uint32_t>(content("cost.npy"), "<u4"),
              testing::ElementsAre(500, 4294967294, 65537));
}

TEST_F(WriteMatrix, MoreThanOnePieceArrivesWhole) {
  MatrixColumns columns{{path("first.npy"), path("column.npy"), path("cost.npy")}};
  std::vector<MatrixCell> row;
  for (std::uint32_t i = 0; i < 1000; ++i) row.push_back({i, 2 * i});
  for (std::uint32_t r = 0; r < 700; ++r) columns.append(r, row);
  columns.close();
  auto const costs = numbers_of<std::uint32_t>(content("cost.npy"), "<u4");
  ASSERT_EQ(costs.size(), 700'000U);
  for (std::size_t i = 0; i < costs.size(); ++i) ASSERT_EQ(costs[i], 2 * (i % 1000));
}

TEST_F(WriteMatrix, FolderThatIsNotThereIsAnError) {
  EXPECT_THROW((MatrixCsv{path("nowhere/m.csv"), {}}), InputError);
}

TEST_F(WriteMatrix, DiskThatIsFullIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  MatrixCsv csv{"/dev/full", {{"A"}, {"x"}, "h"}};
  csv.append(0, cells({{0, 1}}));
  EXPECT_THROW(csv.close(), InputError);
}

}  // namespace
}  // namespace gapmap::io
