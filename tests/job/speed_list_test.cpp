#include "gapmap/job/speed_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace gapmap::job {
namespace {

Profiles profiles_with(std::string const& changes) {
  Problems problems;
  auto profiles = understand_speeds(changes, problems);
  problems.throw_if_any();
  return profiles;
}

SpeedEntry entry_of(Profiles const& profiles, std::string const& key) {
  auto const list = list_speeds(profiles);
  auto const found = std::ranges::find(list, key, &SpeedEntry::key);
  if (found == list.end()) throw std::runtime_error{key};
  return *found;
}

TEST(ListSpeeds, HasBothWhatIsAndWhatWas) {
  auto const profiles =
      profiles_with("car.residential=25, bike.surface.gravel=0.7, walk.off_road=3");
  auto const residential = entry_of(profiles, "residential");
  EXPECT_EQ(residential.unit, SpeedUnit::KilometersPerHour);
  EXPECT_NEAR(residential.numbers[0], 25, 1e-9);
  EXPECT_NE(residential.built_in[0], residential.numbers[0]);
  EXPECT_EQ(residential.built_in[1], residential.numbers[1]);
  EXPECT_EQ(entry_of(profiles, "surface.gravel").numbers[1], 0.7);
  EXPECT_NEAR(entry_of(profiles, "off_road").numbers[2], 3, 1e-9);
}

TEST(ListSpeeds, NamesEveryNumberAsAJobFileDoes) {
  std::set<std::string> keys;
  for (auto const& entry : list_speeds(profiles_with({}))) {
    EXPECT_TRUE(keys.insert(entry.key).second) << entry.key;
    EXPECT_EQ(entry.numbers, entry.built_in) << entry.key;
    auto const value = entry.unit == SpeedUnit::KilometersPerHour ? 40 : 1;
    Problems problems;
    (void)understand_speeds("car." + entry.key + "=" + std::to_string(value), problems);
    EXPECT_TRUE(problems.errors().empty()) << entry.key;
  }
  EXPECT_GT(keys.size(), 2 * kRoadClasses);
}

}  // namespace
}  // namespace gapmap::job
