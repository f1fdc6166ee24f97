#include "gapmap/job/spelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/units/error.h"

namespace gapmap::job {
namespace {

std::string spelled(std::string_view text) {
  return as_options(text, {"accounts", "limit", "max-off-road", "places-of"});
}

TEST(Spelling, KeysInBackquotesAreWordsOfACommandLine) {
  EXPECT_EQ(spelled("raise `max-off-road`"), "raise --max-off-road");
  EXPECT_EQ(spelled("`limit` is a time"), "--limit is a time");
  EXPECT_EQ(spelled("say `limit` \"20 km\", or `places-of` own-county"),
            "say --limit \"20 km\", or --places-of own-county");
  EXPECT_EQ(spelled("`limit``limit`"), "--limit--limit");
}

TEST(Spelling, WhateverElseStandsInBackquotesStays) {
  for (auto const* text : {"", "nothing", "`", "``", "a ` b", "`Kylätalo`", "`limits`", "`Limit`",
                           "`limit `", "`limit", "limit`", "max-off-road", "```"}) {
    EXPECT_EQ(spelled(text), text);
  }
  EXPECT_EQ(spelled("`a ` b `limit` c`"), "`a ` b --limit c`") << "a mark alone hides no key";
  EXPECT_EQ(spelled("``limit``"), "`--limit`");
}

TEST(Spelling, OptionsThatAnErrorIsAboutAreWordsToo) {
  EXPECT_EQ(spelled(UsageError("limit", "\"20\" has no unit", "write \"20 km\"").what()),
            "--limit: \"20\" has no unit; write \"20 km\"");
  EXPECT_EQ(spelled(UsageError("places-of, accounts", "no county").what()),
            "--places-of, --accounts: no county");
}

TEST(Spelling, FilesAndOtherPlacesOfAnErrorStay) {
  EXPECT_EQ(spelled(UsageError(InputError::Where{"limit"}, "is no TOML").what()),
            "limit: is no TOML");
  EXPECT_EQ(spelled(InputError({"limit"}, "is not there").what()), "limit: is not there");
  for (auto const* place : {"job.toml, line 4", "limit, line 4", "requirement 2 \"limit\"",
                            "requirement 2: limit", "speeds.car.residential", "--limit"}) {
    EXPECT_EQ(spelled(UsageError(place, "no").what()), std::string{place} + ": no");
  }
  EXPECT_EQ(spelled(UsageError("", "no").what()), "no");
}

}  // namespace
}  // namespace gapmap::job
