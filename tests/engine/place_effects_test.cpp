// What each place that opens, closes or moves does is what fresh runs with and without it find.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "gapmap/engine/analyse.h"
#include "gapmap/engine/compare.h"
#include "gapmap/engine/coverage_tables.h"
#include "gapmap/engine/deliver.h"
#include "gapmap/tables/result_rows.h"
#include "tests/engine/front_end.h"
#include "tests/io/temporary_folder.h"
#include "tests/support/random.h"

namespace gapmap::engine {
namespace {

std::string const kTown = GAPMAP_SOURCE_DIR "/geodata/kanta-hame/job.toml";

struct Spot {
  int id;
  std::string name;
  double x;
  double y;
};
using Spots = std::vector<Spot>;

/// Residents of the cells that a run covers, by cell; zero elsewhere.
using Covered = std::map<std::string, std::pair<bool, double>>;

/// Runs of the sample with places of the test's own.
class PlaceRuns {
 public:
  explicit PlaceRuns(std::vector<std::pair<std::string, std::string>> options)
      : options_{std::move(options)} {}

  [[nodiscard]] std::string path(std::string const& name) const {
    return (folder_.path() / name).string();
  }
  [[nodiscard]] CoverageTables run(Spots const& spots) const {
    auto const file = path("places " + std::to_string(runs_++) + ".csv");
    std::string text = "id;name;x;y\n";
    for (auto const& spot : spots)
      text += fmt::format("{};{};{};{}\n", spot.id, spot.name, spot.x, spot.y);
    write_text(file, text);
    auto entries = job::read_job_file(kTown);
    std::erase_if(entries, [](auto const& each) { return each.option == "candidates"; });
    auto given = options_;
    given.insert(given.end(), {{"places", file}, {"place-id", "id"}, {"remedies", "0"}});
    for (auto const& [option, value] : given) {
      std::erase_if(entries, [&key = option](auto const& each) { return each.option == key; });
      entries.push_back(
          {.key = option, .option = option, .values = {value}, .is_list = false, .line = 1});
    }
    auto const job = job::coverage_job(entries, kTown);
    Listener nobody;
    auto scene = open(job, nobody);
    return tables_of(analyse(job, scene, nobody), nobody);
  }
  [[nodiscard]] Covered covered(Spots const& spots) const {
    auto const made = run(spots);
    tables::ResultRows const rows{*tables::table_named(made.tables, "cells")};
    Covered covered;
    for (std::size_t r = 0; r < rows.size(); ++r)
      covered[std::string{rows.text(r, "cell_id")}] = {rows.text(r, "status") == "covered",
                                                       rows.number(r, "residents").value_or(0)};
    return covered;
  }
  [[nodiscard]] std::string delivered(std::string const& name, Spots const& spots) const {
    Listener nobody;
    deliver(run(spots), {.folder = path(name)}, nobody);
    return path(name);
  }

 private:
  TemporaryFolder folder_;
  std::vector<std::pair<std::string, std::string>> options_;
  mutable int runs_ = 0;
};

/// Who gained and who lost from one run to another.
std::pair<double, double> crossed(Covered const& from, Covered const& to) {
  double gained = 0;
  double lost = 0;
  for (auto const& [cell, now] : to) {
    bool const was = from.at(cell).first;
    if (now.first && !was) gained += now.second;
    if (!now.first && was) lost += now.second;
  }
  return {gained, lost};
}

/// The places of `spots` with the one of this id as it is in `others`, or without it.
Spots with(Spots spots, Spots const& others, int id) {
  auto const there = std::ranges::find(others, id, &Spot::id);
  auto const here = std::ranges::find(spots, id, &Spot::id);
  if (here != spots.end() && there != others.end()) *here = *there;
  if (here != spots.end() && there == others.end()) spots.erase(here);
  if (here == spots.end() && there != others.end()) spots.push_back(*there);
  return spots;
}

void expect_effects_of_fresh_runs(std::vector<std::pair<std::string, std::string>> const& options,
                                  std::uint64_t seed) {
  Random random{seed};
  PlaceRuns const runs{options};
  auto const somewhere = [&](int id) {
    return Spot{id, fmt::format("Paikka {}", id), std::floor(random.real(300'000, 395'000)),
                std::floor(random.real(6'730'000, 6'790'000))};
  };
  Spots before;
  for (int id = 1; id <= 7; ++id) before.push_back(somewhere(id));
  auto after = before;
  std::erase_if(after, [](Spot const& spot) { return spot.id == 2 || spot.id == 6; });
  for (auto& spot : after) {
    if (spot.id == 4) spot = somewhere(4);
  }
  after.push_back(somewhere(8));
  after.push_back(somewhere(9));

  Listener nobody;
  auto const result =
      compare({runs.delivered("before", before), runs.delivered("after", after)}, nobody);
  ASSERT_TRUE(result.effects.has_value()) << result.why_no_effects;
  auto const tables = tables_of(result, nobody);
  tables::ResultRows const rows{*tables::table_named(tables.tables, "places")};
  auto const all_before = runs.covered(before);
  auto const all_after = runs.covered(after);
  std::map<std::string, int> changes;
  double most = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto const change = std::string{rows.text(r, "change")};
    ++changes[change];
    EXPECT_EQ(rows.number(r, "gained_alone").has_value(), change != "kept");
    if (change == "kept") continue;
    auto const id = std::stoi(std::string{rows.text(r, "place_id")});
    auto const alone = crossed(all_before, runs.covered(with(before, after, id)));
    auto const last = crossed(runs.covered(with(after, before, id)), all_after);
    EXPECT_EQ(rows.number(r, "gained_alone"), alone.first) << change << ' ' << id;
    EXPECT_EQ(rows.number(r, "lost_alone"), alone.second) << change << ' ' << id;
    EXPECT_EQ(rows.number(r, "gained_together"), last.first) << change << ' ' << id;
    EXPECT_EQ(rows.number(r, "lost_together"), last.second) << change << ' ' << id;
    most = std::max({most, alone.first, alone.second});
  }
  EXPECT_EQ(changes,
            (std::map<std::string, int>{{"kept", 4}, {"moved", 1}, {"new", 2}, {"gone", 2}}));
  EXPECT_GT(most, 0) << "nothing was seen";
}

TEST(PlaceEffects, AreThoseOfFreshRuns) { expect_effects_of_fresh_runs({{"limit", "10 km"}}, 1); }

TEST(PlaceEffects, AreThoseOfFreshRunsByTime) {
  expect_effects_of_fresh_runs({{"limit", "12 min"}, {"trip", "from-place"}}, 2);
}

TEST(PlaceEffects, AreThoseOfFreshRunsForRoundTrips) {
  expect_effects_of_fresh_runs({{"limit", "15 km"}, {"trip", "round-trip"}}, 3);
}

TEST(PlaceEffects, OfRunsThatDifferInMoreAreInTheWorldOfTheirOwnRun) {
  PlaceRuns const near{{{"limit", "5 km"}}};
  PlaceRuns const far{{{"limit", "15 km"}}};
  Spots const before{{1, "Kumppani", 363'105, 6'764'913}};
  auto const after = with(before, {{2, "Lammi", 393'120, 6'772'460}}, 2);
  Listener nobody;
  auto const result =
      compare({near.delivered("before", before), far.delivered("after", after)}, nobody);
  ASSERT_TRUE(result.effects.has_value()) << result.why_no_effects;
  auto const& effect = result.effects->of_places.at(1);
  ASSERT_TRUE(effect.has_value());
  EXPECT_EQ(effect->alone.gained.value(), crossed(near.covered(before), near.covered(after)).first);
  EXPECT_EQ(effect->together.gained.value(),
            crossed(far.covered(before), far.covered(after)).first);
  EXPECT_GT(effect->together.gained, effect->alone.gained);
}

TEST(PlaceEffects, AreNotToldWhereTheFilesOfARunSayOtherwise) {
  PlaceRuns const runs{{{"limit", "10 km"}}};
  Spots const before{{1, "Kumppani", 363'105, 6'764'913}};
  auto const folder = runs.delivered("before", before);
  auto const later = runs.delivered("after", with(before, {{2, "Lammi", 393'120, 6'772'460}}, 2));
  auto const file = folder + "/places.csv";
  write_text(file, replaced(read_text(file), "Kumppani", "Toinen nimi"));
  Hearer hearer;
  auto const result = compare({folder, later}, hearer);
  EXPECT_FALSE(result.effects.has_value());
  EXPECT_THAT(result.why_no_effects, testing::HasSubstr(folder));
  auto const tables = tables_of(result, hearer);
  tables::ResultRows const rows{*tables::table_named(tables.tables, "places")};
  for (std::size_t r = 0; r < rows.size(); ++r)
    EXPECT_FALSE(rows.number(r, "gained_alone").has_value());
}

}  // namespace
}  // namespace gapmap::engine
