// Jobs from files, from JSON objects and from words: one declaration.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/io/manifest.h"
#include "gapmap/job/coverage_options.h"

namespace gapmap::job {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string const kSample = std::string{GAPMAP_SOURCE_DIR} + "/geodata/etela-savo/";

/// What `entries` make of the options of gapmap coverage, as an object.
std::string object_of(std::vector<JobEntry> const& entries, std::string const& file = {}) {
  CoverageWords words;
  Options options;
  declare_coverage(options, words);
  EXPECT_THAT(options.take(entries, file), ElementsAre());
  return options.object();
}

TEST(Job, OfAJsonObjectIsThatOfTheJobFile) {
  auto const file = kSample + "job.toml";
  auto const from_file = coverage_job_of(file);
  auto const object = object_of(read_job_file(file), file);
  auto const from_object = coverage_job(read_job_object(object));
  EXPECT_EQ(object_of(read_job_object(object)), object) << "it comes back as it is";
  EXPECT_EQ(std::get<Meters>(from_object.limit), std::get<Meters>(from_file.limit));
  EXPECT_EQ(from_object.places.source.path, from_file.places.source.path);
  EXPECT_EQ(from_object.classes, from_file.classes);
}

TEST(Job, KnowsWhatTheVersionBeforeCalledOptions) {
  CoverageWords words;
  Options options;
  declare_coverage(options, words);
  EXPECT_THAT(options.take(read_job_object(R"({"cures": 3, "scrap_below": "2 km"})"), {}),
              ElementsAre());
  EXPECT_EQ(words.remedies.gaps, "3");
  EXPECT_EQ(words.travel.small_component_below, "2 km");
  EXPECT_THAT(options.object(), HasSubstr(R"("remedies":3)"));
  EXPECT_THAT(options.remarks(), ElementsAre(HasSubstr("\"cures\" is called `remedies` now"),
                                             HasSubstr("`small-component-below`")));
  EXPECT_EQ(as_called_now(R"({"cures": 3})"), R"({"remedies":3})");
}

TEST(Job, RefusesAnOptionUnderTwoSpellings) {
  for (auto const* object :
       {R"({"cures": 3, "remedies": 5})", R"({"max-off-road": "1 km", "max_off_road": "2 km"})"}) {
    CoverageWords words;
    Options options;
    declare_coverage(options, words);
    EXPECT_THAT(options.take(read_job_object(object), {}),
                ElementsAre(HasSubstr("is the same option as")))
        << object;
  }
  auto entries = read_job_file(kSample + "job.toml");
  for (auto& entry : read_job_object(R"({"limit": "7 km"})")) entries.push_back(std::move(entry));
  EXPECT_EQ(std::get<Meters>(coverage_job(entries, kSample + "job.toml").limit), Meters{7000});
  // Nor do two spellings in the object hide behind an entry of the file.
  CoverageWords words;
  Options options;
  declare_coverage(options, words);
  entries = {{.key = "max-off-road", .option = "max-off-road", .values = {"1 km"}, .line = 3}};
  for (auto& entry : read_job_object(R"({"max_off_road": "2 km", "max-off-road": "3 km"})"))
    entries.push_back(std::move(entry));
  EXPECT_THAT(options.take(entries, kSample + "job.toml"),
              ElementsAre(::testing::StartsWith("job: ")));
}

TEST(Job, HoldsTypedValues) {
  auto const object = object_of(read_job_object(R"({
      "nearest": 3, "accounts": true, "roads_used": false, "zones": ["a=x.gpkg", "b.gpkg"],
      "detour-factor": 1.5, "speeds": {"car": {"track": 15}}, "limit": "20 km",
      "requirement": [{"name": "talo", "limit": "30 min", "at_least": 2}]})"));
  EXPECT_THAT(object, HasSubstr(R"("nearest":3)"));
  EXPECT_THAT(object, HasSubstr(R"("accounts":true)"));
  EXPECT_THAT(object, Not(HasSubstr("roads-used")));
  EXPECT_THAT(object, HasSubstr(R"("zones":["a=x.gpkg","b.gpkg"])"));
  EXPECT_THAT(object, HasSubstr(R"("detour-factor":1.5)"));
  EXPECT_THAT(object, HasSubstr(R"("speeds":"car.track=15")"));
  EXPECT_THAT(object, HasSubstr(R"("requirement":["name=talo; limit=30 min; at_least=2"])"));
}

TEST(Job, KeepsNumbersAsTheyWereSpelled) {
  EXPECT_THAT(object_of(read_job_object(R"({"detour-factor": "1,5"})")),
              HasSubstr(R"("detour-factor":"1,5")"));
  EXPECT_THAT(object_of(read_job_object(R"({"nearest": "many"})")),
              HasSubstr(R"("nearest":"many")"));
}

TEST(Job, BytesThatAreNoUtf8DoNotEndTheRecord) {
  JobEntry const entry{.key = "places", .option = "places", .values = {"\xFF"}, .line = 1};
  EXPECT_THAT(object_of({entry}), HasSubstr("\xEF\xBF\xBD"));
}

TEST(Job, SaysAllThatIsWrongAtOnce) {
  try {
    static_cast<void>(coverage_job(read_job_object(R"({"limt": "20 km", "places": "x.csv"})")));
    FAIL();
  } catch (UsageError const& error) {
    EXPECT_THAT(error.what(), HasSubstr("unknown key \"limt\"; did you mean \"limit\"?"));
    EXPECT_THAT(error.what(), HasSubstr("`areas` is missing"));
    EXPECT_THAT(error.what(), HasSubstr("`limit` is missing"));
    EXPECT_THAT(error.what(), Not(HasSubstr("output")));
  }
}

TEST(Job, RefusesWhatIsNoObject) {
  for (auto const* text : {"", "[]", "3", "{", "{\"a\":}", "null", "\xFF"})
    EXPECT_THROW(static_cast<void>(read_job_object(text)), UsageError) << text;
  EXPECT_THROW(static_cast<void>(read_job_object(R"({"zones": ["a.gpkg", null]})")), UsageError);
  auto const deep = "{\"a\":" + std::string(200'000, '[') + std::string(200'000, ']') + "}";
  EXPECT_THROW(static_cast<void>(read_job_object(deep)), UsageError);
  EXPECT_THAT(read_job_object(R"({"nearest": 18446744073709551615})").at(0).values,
              ElementsAre("18446744073709551615"));
  // Null is no value: the key is as if it were not there.
  EXPECT_TRUE(read_job_object(R"({"limit": null})").empty());
}

TEST(Job, AnotherLimitBringsItsClassesAlong) {
  auto const job = coverage_job_of(kSample + "job.toml");
  auto const longer = with_limit(job, Meters{25'000});
  EXPECT_THAT(std::get<std::vector<Meters>>(longer.classes),
              ElementsAre(Meters{1000}, Meters{3000}, Meters{5000}, Meters{10'000}, Meters{20'000},
                          Meters{25'000}, Meters{30'000}));
  EXPECT_EQ(with_limit(longer, Meters{20'000}).classes, job.classes);
  EXPECT_THROW(static_cast<void>(with_limit(job, Seconds{60})), UsageError);
  EXPECT_THROW(static_cast<void>(with_limit(job, Meters{-1})), UsageError);
}

TEST(Job, TextsOfAnObjectAreThoseOfWords) {
  auto const texts = io::option_texts(R"({"a": true, "b": 3, "c": ["x", "y"], "d": "20 km"})");
  EXPECT_THAT(texts, ElementsAre(std::pair{"a", "true"}, std::pair{"b", "3"},
                                 std::pair{"c", "x, y"}, std::pair{"d", "20 km"}));
}

}  // namespace
}  // namespace gapmap::job
