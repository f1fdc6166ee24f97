#include "gapmap/units/error.h"

namespace gapmap {
namespace {

TEST(InputError, SaysWhatWhereAndWhatToDo) {
  InputError const error{{"roads.gpkg", "links", "4711"},
                         "\"speed\" is \"fast\"; expected km/h as a number",
                         "map another field with `speed-field`"};
  EXPECT_STREQ(error.what(),
               "roads.gpkg, layer \"links\", feature 4711: \"speed\" is \"fast\"; expected km/h as "
               "a number; "
               "map another field with `speed-field`");
}

TEST(InputError, LeavesOutWhatIsNotKnown) {
  EXPECT_STREQ((InputError{{"a.csv"}, "is empty"}).what(), "a.csv: is empty");
  EXPECT_STREQ((InputError{{"", "links"}, "is empty", "name another"}).what(),
               "layer \"links\": is empty; name another");
  EXPECT_STREQ((InputError{{"a.csv", "", "7"}, "has no name"}).what(),
               "a.csv, feature 7: has no name");
  EXPECT_STREQ((InputError{{}, "nothing fits"}).what(), "nothing fits");
}

TEST(UsageError, NamesTheOption) {
  EXPECT_STREQ((UsageError{"limit", "\"x\" is not a length", "write \"20 km\""}).what(),
               "`limit`: \"x\" is not a length; write \"20 km\"");
  EXPECT_STREQ((UsageError{"", "no command given"}).what(), "no command given");
}

TEST(InputError, NamesAsLongAsTheInputAreShortened) {
  std::string const name(30'000'000, 'k');
  std::string const message = InputError{{"a.geojson", name, name}, "is odd", "mend it"}.what();
  EXPECT_LT(message.size(), 3000U);
  EXPECT_TRUE(message.ends_with("…: is odd; mend it")) << message;
}

TEST(Expects, ThrowsTheSentenceOfABrokenPromise) {
  EXPECT_NO_THROW(expects(true, "never said"));
  try {
    expects(false, "every road line has its attributes");
    FAIL() << "a broken promise went unnoticed";
  } catch (BrokenPromise const& error) {
    EXPECT_STREQ(error.what(), "every road line has its attributes");
  }
}

}  // namespace
}  // namespace gapmap
