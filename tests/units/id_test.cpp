#include "gapmap/units/id.h"

#include <functional>
#include <type_traits>
#include <unordered_set>

#include "gapmap/units/id_vector.h"

namespace gapmap {
namespace {

using AppleId = Id<struct AppleTag>;
using PearId = Id<struct PearTag>;

template <class Column, class Index>
concept IndexedBy = requires(Column column, Index index) {
  column[index];
};

static_assert(!std::is_convertible_v<std::size_t, AppleId>, "ids are made on purpose");
static_assert(!std::is_constructible_v<AppleId, PearId>, "ids of different things do not mix");
static_assert(!std::is_convertible_v<AppleId, std::uint32_t>);
static_assert(!std::is_invocable_v<std::plus<>, AppleId, AppleId> &&
                  !std::is_invocable_v<std::plus<>, AppleId, int>,
              "ids are no numbers");
static_assert(IndexedBy<IdVector<AppleId, int>, AppleId>);
static_assert(!IndexedBy<IdVector<AppleId, int>, PearId> &&
              !IndexedBy<IdVector<AppleId, int>, int>);

TEST(Id, DefaultIsNone) {
  EXPECT_TRUE(AppleId{}.is_none());
  EXPECT_EQ(AppleId{}, AppleId::none());
  EXPECT_FALSE(AppleId{std::size_t{0}}.is_none());
}

TEST(Id, NoneIsGreaterThanEveryOther) {
  EXPECT_LT(AppleId{std::size_t{0}}, AppleId{std::size_t{1}});
  EXPECT_LT(AppleId{std::size_t{4'294'967'294}}, AppleId::none());
}

TEST(Id, CanBeHashed) {
  std::unordered_set<AppleId> const set{AppleId{std::size_t{3}}, AppleId{std::size_t{3}},
                                        AppleId::none()};
  EXPECT_EQ(set.size(), 2U);
}

TEST(IdVector, PushBackReturnsTheIdOfTheNewElement) {
  IdVector<AppleId, std::string> names;
  EXPECT_TRUE(names.empty());
  auto const first = names.push_back("Antonovka");
  auto const second = names.push_back("Huvitus");
  EXPECT_EQ(first.value(), 0U);
  EXPECT_EQ(names[second], "Huvitus");
  EXPECT_EQ(names.size(), 2U);
}

TEST(IdVector, IdsAreAscendingAndComplete) {
  IdVector<AppleId, int> const numbers(3, 7);
  std::vector<std::uint32_t> seen;
  for (auto const id : numbers.ids()) seen.push_back(id.value());
  EXPECT_THAT(seen, testing::ElementsAre(0, 1, 2));
  EXPECT_THAT(numbers.values(), testing::Each(7));
  IdVector<AppleId, int> const nothing;
  EXPECT_EQ(nothing.ids().size(), 0U);
}

}  // namespace
}  // namespace gapmap
