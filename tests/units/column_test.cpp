#include "gapmap/units/column.h"

#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"

namespace gapmap {
namespace {

using ::testing::ElementsAre;

/// Memory that tells whether it is still kept.
struct Memory {
  std::shared_ptr<std::vector<int>> values = std::make_shared<std::vector<int>>(3, 7);
  [[nodiscard]] Column<int> column() const { return Column<int>::borrowed(*values, values); }
};

TEST(Column, IsBuiltLikeAVector) {
  Column<int> column{1, 2};
  column.push_back(3);
  column.append(std::vector{4, 5});
  column[0] = 9;
  EXPECT_THAT(column, ElementsAre(9, 2, 3, 4, 5));
  EXPECT_FALSE(column.is_borrowed());
  column.resize(1);
  EXPECT_EQ(column, Column<int>{9});
  EXPECT_EQ(column, std::vector{9});
}

TEST(Column, ReadsBorrowedMemoryWithoutACopy) {
  Memory const memory;
  auto const column = memory.column();
  EXPECT_TRUE(column.is_borrowed());
  EXPECT_EQ(column.data(), memory.values->data());
  EXPECT_EQ(&column[2], memory.values->data() + 2);
  EXPECT_THAT(column, ElementsAre(7, 7, 7));
  std::span<int const> const span = column;
  EXPECT_EQ(span.data(), memory.values->data());
}

TEST(Column, KeepsBorrowedMemoryAlive) {
  Memory memory;
  std::weak_ptr<std::vector<int>> const watched = memory.values;
  auto column = std::make_unique<Column<int>>(memory.column());
  auto const copy = std::make_unique<Column<int>>(*column);
  memory.values.reset();
  column.reset();
  ASSERT_FALSE(watched.expired());
  EXPECT_THAT(*copy, ElementsAre(7, 7, 7));
  auto const moved = std::move(*copy);
  EXPECT_THAT(moved, ElementsAre(7, 7, 7));
}

TEST(Column, IsLetGoWithTheLastOfThem) {
  Memory memory;
  std::weak_ptr<std::vector<int>> const watched = memory.values;
  {
    auto const column = memory.column();
    memory.values.reset();
    EXPECT_FALSE(watched.expired());
  }
  EXPECT_TRUE(watched.expired());
}

TEST(Column, ChangeLeavesWhatWasBorrowedAsItWas) {
  Memory const memory;
  auto column = memory.column();
  auto const copy = column;
  column[1] = 8;
  EXPECT_FALSE(column.is_borrowed());
  EXPECT_THAT(column, ElementsAre(7, 8, 7));
  EXPECT_THAT(copy, ElementsAre(7, 7, 7));
  EXPECT_THAT(*memory.values, ElementsAre(7, 7, 7));
  auto grown = memory.column();
  grown.push_back(9);
  EXPECT_THAT(grown, ElementsAre(7, 7, 7, 9));
}

TEST(Column, IsComparedByItsValues) {
  Memory const memory;
  EXPECT_EQ(memory.column(), std::vector({7, 7, 7}));
  EXPECT_NE(memory.column(), std::vector({7, 7}));
}

TEST(Column, OfAnIdIsReadByThatIdAlone) {
  using CatId = Id<struct CatTag>;
  Memory const memory;
  IdColumn<CatId, int> const cats{memory.column()};
  EXPECT_EQ(cats[CatId{std::size_t{1}}], 7);
  EXPECT_EQ(cats.size(), 3U);
  EXPECT_TRUE(cats.values().is_borrowed());
}

}  // namespace
}  // namespace gapmap
