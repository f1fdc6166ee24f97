#include "gapmap/job/group_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/units/error.h"

namespace gapmap::job {
namespace {

using ::testing::HasSubstr;

std::vector<std::string> const kGroups{"all", "Y_LT15", "Y_1564", "Y_GE65", "M", "F", "MF"};

TEST(GroupNamed, IsTheOneCalledSoOrTheOnlyOneThatHoldsTheWord) {
  EXPECT_EQ(group_named("for", "", kGroups), 0U) << "nobody else is everybody";
  EXPECT_EQ(group_named("for", "Y_GE65", kGroups), 3U);
  EXPECT_EQ(group_named("for", "y_ge65", kGroups), 3U);
  EXPECT_EQ(group_named("for", "65", kGroups), 3U);
  EXPECT_EQ(group_named("for", "m", kGroups), 4U) << "a whole name wins over a part of another";
}

TEST(GroupNamed, RefusesWhatNoneOrSeveralHold) {
  auto const said = [](std::string const& word) {
    try {
      static_cast<void>(group_named("gaps-by", word, kGroups));
    } catch (UsageError const& error) {
      return std::string{error.what()};
    }
    return std::string{};
  };
  EXPECT_THAT(said("15"), HasSubstr("Y_LT15, Y_1564"));
  EXPECT_THAT(said("koirat"), HasSubstr("write one of all, Y_LT15"));
  EXPECT_THAT(said("koirat"), HasSubstr("gaps-by"));
}

TEST(Groups, GapsOfPublishedRunsAreOrderedByAllResidents) {
  Problems problems;
  EXPECT_EQ(understand_groups({.about = "65", .gaps_by = {}}, false, problems).gaps_by, "65");
  EXPECT_EQ(understand_groups({.about = "65", .gaps_by = "F"}, false, problems).gaps_by, "F");
  EXPECT_EQ(understand_groups({.about = "65", .gaps_by = {}}, true, problems).gaps_by, "");
  EXPECT_NO_THROW(problems.throw_if_any());
  static_cast<void>(understand_groups({.about = {}, .gaps_by = "F"}, true, problems));
  EXPECT_THROW(problems.throw_if_any(), UsageError);
}

}  // namespace
}  // namespace gapmap::job
