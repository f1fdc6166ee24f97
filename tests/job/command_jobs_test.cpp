// Jobs of the commands beside coverage, as entries ask for them.

#include <gmock/gmock.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "gapmap/job/isochrone_options.h"
#include "gapmap/job/matrix_options.h"
#include "gapmap/job/network_options.h"
#include "gapmap/job/site_options.h"

namespace gapmap::job {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

template <class Understand>
std::string refusal_of(Understand const& understand, std::string const& object) {
  try {
    (void)understand(read_job_object(object), std::string{});
  } catch (UsageError const& error) {
    return error.what();
  }
  return {};
}

std::string const kJob = GAPMAP_SOURCE_DIR "/geodata/osm-sample/job.toml";
std::string const kTown = GAPMAP_SOURCE_DIR "/geodata/osm-sample/town.osm";

TEST(IsochroneJob, TakesWhatItNeedsOfAJobOfCoverage) {
  auto entries = read_job_file(kJob);
  for (auto& entry : read_job_object(R"({"limits": "1,2 km", "mode": "walk"})"))
    entries.push_back(std::move(entry));
  auto const job = isochrone_job(entries, kJob);
  EXPECT_THAT(std::get<std::vector<Meters>>(job.limits), ElementsAre(Meters{1000}, Meters{2000}));
  EXPECT_EQ(job.region.width, Meters{100}) << "on foot";
  EXPECT_FALSE(job.is_per_place);
  EXPECT_THAT(job.asked, HasSubstr("\"limits\":"));
}

TEST(IsochroneJob, HasTheLimitsOfAJobOfCoverageUnlessItHasItsOwn) {
  auto const limits_of = [](std::string const& limits) {
    return isochrone_job(read_job_object(fmt::format(R"({{"places": "{0}", "roads": "{0}", {1}}})",
                                                     kTown, limits)))
        .limits;
  };
  std::vector<Meters> const both{Meters{1000}, Meters{2000}};
  EXPECT_EQ(std::get<0>(limits_of(R"("limit": "2 km")")), std::vector{Meters{2000}});
  EXPECT_EQ(std::get<0>(limits_of(R"("limits": ["2 km", "1 km"])")), both);
  EXPECT_EQ(std::get<0>(limits_of(R"("limits": ["1,2 km", "2 km"])")), both) << "each once";
  auto const refusal = refusal_of(
      isochrone_job,
      fmt::format(R"({{"places": "{0}", "roads": "{0}", "limits": ["2 km", "5 min"]}})", kTown));
  EXPECT_THAT(refusal, HasSubstr("`limits`: some are lengths and some are times"));
}

TEST(IsochroneJob, ReadsAreasOnlyIfPlacesAreLookedUp) {
  std::string const sample = GAPMAP_SOURCE_DIR "/geodata/etela-savo/";
  auto const job_with = [&](std::string const& more) {
    return isochrone_job(read_job_object(fmt::format(
        R"({{"roads": "{0}roads.gpkg", "areas": "{0}municipalities.gpkg", "limits": "1 km", {1}}})",
        sample, more)));
  };
  EXPECT_FALSE(job_with(fmt::format(R"("places": "{}places.csv")", sample)).areas);
  EXPECT_TRUE(job_with(fmt::format(R"("places": "{0}places-by-address.csv",)"
                                   R"( "addresses": "{0}addresses.opt")",
                                   sample))
                  .areas);
}

TEST(IsochroneJob, TellsEverythingThatIsWrongAtOnce) {
  auto const refusal =
      refusal_of(isochrone_job, R"({"places": ")" + kTown + R"(", "roads": ")" + kTown +
                                    R"(", "limits": "far", "width": "1 m", "trip": "round-trip"})");
  for (auto const* key : {"limits", "width", "trip"}) EXPECT_THAT(refusal, HasSubstr(key));
}

TEST(MatrixJob, NeedsTheInputsOfAQuestionAndNoOutput) {
  auto const refusal = refusal_of(matrix_job, R"({"limit": "2 km"})");
  EXPECT_THAT(refusal, HasSubstr("`roads` is missing"));
  EXPECT_THAT(refusal, Not(HasSubstr("output")));
  EXPECT_EQ(matrix_job_of(kJob).format, MatrixFormat::Csv);
  EXPECT_FALSE(matrix_job_of(kJob).is_time());
}

TEST(MatrixJob, KnowsItsFormats) {
  auto entries = read_job_file(kJob);
  entries.push_back(read_job_object(R"({"format": "columns"})").front());
  EXPECT_EQ(matrix_job(entries, kJob).format, MatrixFormat::Columns);
  entries.back().values = {"columms"};
  EXPECT_THROW((void)matrix_job(entries, kJob), UsageError);
}

TEST(NetworkJob, ReadsNamesOfRoads) {
  auto const job = network_info_job(read_job_object(R"({"roads": ")" + kTown + R"("})"));
  EXPECT_EQ(job.travel.roads.names, io::RoadNames::Read);
  EXPECT_THAT(refusal_of(network_build_job, R"({"roads": ")" + kTown + R"(", "output": "a.gpkg"})"),
              HasSubstr("does not end in .gmnet"));
}

/// The job of the sample with candidates, and `more` of its object.
SiteJob site_with(std::string const& more) {
  auto entries = read_job_file(kJob);
  for (auto& entry : read_job_object("{" + more + "}")) entries.push_back(std::move(entry));
  return site_job(entries, kJob);
}

std::string site_refusal(std::string const& more) {
  try {
    (void)site_with(more);
  } catch (UsageError const& error) {
    return error.what();
  }
  return {};
}

TEST(SiteJob, AsksForCoverageUnlessSomethingElseIsSaid) {
  auto const usual = site_with(R"("candidates": "cells")");
  EXPECT_EQ(usual.problem, SiteProblem::Coverage);
  EXPECT_EQ(usual.open, 10U);
  EXPECT_EQ(usual.curve, 10U);
  EXPECT_TRUE(std::holds_alternative<CellCenters>(usual.candidates));
  EXPECT_EQ(site_with(R"("candidates": "cells", "at-least": 2)").curve, 0U);
  EXPECT_EQ(site_with(R"("candidates": "cells", "at-least": 2, "curve": 3)").curve, 3U);
  auto const closing = site_with(R"("close": 2)");
  EXPECT_EQ(closing.problem, SiteProblem::Closing);
  EXPECT_EQ(closing.close, 2U);
  EXPECT_EQ(closing.curve, 0U);
  EXPECT_TRUE(site_with(R"("close": 2, "by": "travel")").is_of_ways());
  auto const fewest = site_with(R"("candidates": "roads:1,5 km", "problem": "fewest")");
  EXPECT_EQ(fewest.problem, SiteProblem::Fewest);
  EXPECT_EQ(std::get<AlongRoads>(fewest.candidates).spacing, Meters{1500});
}

TEST(SiteJob, RefusesWhatTheProblemDoesNotAsk) {
  EXPECT_THAT(site_refusal(""), HasSubstr("`candidates`: is missing"));
  for (auto const* more :
       {R"("problem": "fewest", "candidates": "cells", "open": 3)",
        R"("candidates": "cells", "problem": "coverage", "close": 3)",
        R"("candidates": "cells", "problem": "median", "open": 1, "at-least": 2)",
        R"("candidates": "cells", "problem": "median", "open": 1, "curve": 3)",
        R"("candidates": "cells", "candidate-capacity": 9, "curve": 3)",
        R"("candidates": "cells", "candidate-capacity": 9, "at-least": 2)",
        R"("candidates": "cells", "candidate-capacity": 9, "problem": "fewest")",
        R"("close": 1, "candidates": "cells", "candidate-capacity": 9)",
        R"("candidates": "cells", "by": "travel")", R"("candidates": "cells", "cutoff": "30 km")"})
    EXPECT_THAT(site_refusal(more), HasSubstr("is nothing that this problem asks")) << more;
  EXPECT_THAT(site_refusal(R"("candidates": "cells", "problem": "center")"),
              HasSubstr("`open`: says how many places may open"));
  for (auto const* more :
       {R"("candidates": "cells", "split": true)", R"("candidates": "cells", "place-capacity": 9)"})
    EXPECT_THAT(site_refusal(more), HasSubstr("is of no use where no place is ever full")) << more;
  EXPECT_THAT(site_refusal(R"("candidates": "cells", "candidate-capacity": "room")"),
              HasSubstr("names a field, but candidates come from no file"));
  EXPECT_THAT(site_refusal(R"("candidates": "cells", "candidate-capacity": -9)"),
              HasSubstr("\"-9\" is no capacity"));
  EXPECT_THAT(site_refusal(R"("problem": "closing")"),
              HasSubstr("`close`: says how many places close"));
  EXPECT_THAT(site_refusal(R"("candidates": "cells", "open": "many")"),
              HasSubstr("\"many\" is no number of places"));
  EXPECT_THAT(site_refusal(R"("candidates": "roads:0 km")"), HasSubstr("holds no distance"));
  EXPECT_THAT(site_refusal(R"("candidates": "cells", "candidate-id": "nro")"),
              HasSubstr("is of no use without `candidates`"));
}

TEST(SiteJob, OnCostsNeedsNoMap) {
  auto const costs = std::string{GAPMAP_SOURCE_DIR} + "/geodata/san-francisco/distances.csv";
  auto const with = [&](std::string const& more) {
    return site_job(read_job_object(fmt::format(R"({{"costs": "{}"{}}})", costs, more)));
  };
  auto const bare = with(R"(, "limit": "5000")");
  ASSERT_TRUE(bare.tables);
  EXPECT_EQ(std::get<double>(bare.tables->limit), 5000);
  EXPECT_FALSE(bare.tables->demand);
  auto const length = with(R"(, "limit": "5 km", "places": ")" + costs + '"');
  EXPECT_EQ(std::get<Meters>(length.tables->limit), Meters{5000});
  EXPECT_TRUE(length.tables->places);
  EXPECT_THAT(
      refusal_of([](auto const& entries, auto const& file) { return site_job(entries, file); },
                 fmt::format(R"({{"costs": "{}"}})", costs)),
      HasSubstr("`limit`: is missing"));
  EXPECT_NO_THROW((void)with(R"(, "problem": "median", "open": 4)"));
  EXPECT_THAT(
      refusal_of([](auto const& entries, auto const& file) { return site_job(entries, file); },
                 R"({"open": 4})"),
      HasSubstr("somebody else's `costs` without a map"));
}

}  // namespace
}  // namespace gapmap::job
