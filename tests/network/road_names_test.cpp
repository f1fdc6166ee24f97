#include "gapmap/network/road_names.h"

#include <fmt/format.h>

#include "gapmap/units/error.h"
#include "tests/support/random.h"

namespace gapmap {
namespace {

TEST(NameCollector, KeepsEachTextOnceInTheOrderOfFirstUse) {
  NameCollector names;
  auto const kauppa = names.add("Kauppakatu");
  auto const ranta = names.add("Rantakatu");
  EXPECT_EQ(kauppa, NameId{std::size_t{0}});
  EXPECT_EQ(ranta, NameId{std::size_t{1}});
  EXPECT_EQ(names.add("Kauppakatu"), kauppa);
  EXPECT_NE(names.add("kauppakatu"), kauppa) << "upper and lower case are two names";
  auto const pool = std::move(names).take();
  EXPECT_EQ(pool.size(), 3U);
  EXPECT_EQ(pool[kauppa], "Kauppakatu");
  EXPECT_EQ(pool[ranta], "Rantakatu");
}

TEST(NameCollector, TheEmptyTextIsNoName) {
  NameCollector names;
  EXPECT_TRUE(names.add("").is_none());
  EXPECT_EQ(names.pool().size(), 0U);
  EXPECT_EQ(names.pool()[NameId::none()], "");
}

TEST(NameCollector, FindsEveryTextAgainHoweverManyThereAre) {
  Random random{20240511};
  NameCollector names;
  std::vector<std::string> texts;
  std::vector<NameId> ids;
  for (int i = 0; i < 5000; ++i) {
    // Bytes of any kind, also 0 and halves of letters.
    auto text = fmt::format("{}", random.whole(0, 1500));
    text += static_cast<char>(random.whole(0, 3));
    ids.push_back(names.add(text));
    texts.push_back(text);
  }
  EXPECT_GT(names.pool().size(), 2000U);
  EXPECT_LT(names.pool().size(), 5000U);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ASSERT_EQ(names.pool()[ids[i]], texts[i]);
    ASSERT_EQ(names.add(texts[i]), ids[i]);
  }
}

TEST(NamePool, RefusesColumnsThatDoNotFitTogether) {
  EXPECT_EQ((NamePool{{'a', 'b', 'c'}, {0, 1, 3}}[NameId{std::size_t{1}}]), "bc");
  EXPECT_THROW((NamePool{{'a', 'b', 'c'}, {0, 1, 2}}), BrokenPromise);
  EXPECT_THROW((NamePool{{'a', 'b', 'c'}, {1, 3}}), BrokenPromise);
  EXPECT_THROW((NamePool{{'a', 'b', 'c'}, {0, 4, 2, 3}}), BrokenPromise);
  EXPECT_THROW((NamePool{{}, Column<std::uint64_t>{}}), BrokenPromise);
  NamePool const pool{{'a'}, {0, 1}};
  EXPECT_THROW((void)pool[NameId{std::size_t{1}}], BrokenPromise);
}

}  // namespace
}  // namespace gapmap
