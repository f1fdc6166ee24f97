// A session after any edits holds what a fresh run finds whose file has the places that are open.

#include "gapmap/engine/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/engine/coverage_tables.h"
#include "gapmap/io/csv.h"
#include "gapmap/io/write_table.h"
#include "tests/io/temporary_folder.h"
#include "tests/support/random.h"

namespace gapmap::engine {
namespace {

std::string sample(std::string const& name) {
  return std::string{GAPMAP_SOURCE_DIR} + "/geodata/" + name + "/job.toml";
}

job::CoverageJob job_of(std::string const& name, std::vector<job::JobEntry> const& more = {}) {
  auto entries = job::read_job_file(sample(name));
  for (auto const& entry : more) {
    std::erase_if(entries, [&](auto const& each) { return each.option == entry.option; });
    entries.push_back(entry);
  }
  return job::coverage_job(entries, sample(name));
}

job::JobEntry entry(std::string const& key, std::string const& value) {
  return {.key = key, .option = key, .values = {value}, .is_list = false, .line = 1};
}

/// Every table but what is drawn behind them, as the lines of its file.
std::map<std::string, std::string> texts_of(std::vector<tables::OutputTable> const& all,
                                            std::filesystem::path const& folder) {
  std::map<std::string, std::string> texts;
  for (auto const& table : all) {
    auto const path = (folder / "table.csv").string();
    io::write_csv(path, table);
    std::ifstream file{path};
    texts[table.name] = {std::istreambuf_iterator<char>{file}, {}};
  }
  return texts;
}

/// A session, edited at random.
class Edited {
 public:
  Edited(job::CoverageJob job, std::uint64_t seed)
      : session{std::move(job), nobody}, random_{seed} {
    for (auto const& cell : session.population()) box_.extend(cell.center);
    box_ = box_.grown(5000);
  }

  Change edit() {
    auto const place = PlaceId{number(session.places().size())};
    switch (number(session.places().size() > 40 ? 5 : 6)) {
      case 0:
      case 1:
        return session.move(place, somewhere());
      case 2:
        return session.close(place);
      case 3:
        return session.reopen(place);
      case 4:
        return session.set_limit(limit());
      default:
        return session.add({.id = "uusi " + std::to_string(session.places().size()),
                            .name = "Uusi",
                            .point = somewhere()});
    }
  }

  Listener nobody;
  Session session;

 private:
  std::size_t number(std::size_t below) {
    return random_.whole(0, static_cast<std::uint32_t>(below - 1));
  }
  /// Whole metres, sometimes on a cell's very centre or on another place.
  Point somewhere() {
    auto const& population = session.population();
    if (number(4) == 0) return population[CellId{number(population.size())}].center;
    if (number(8) == 0) return session.places()[PlaceId{number(session.places().size())}].point;
    return {std::floor(random_.real(box_.min.x, box_.max.x)),
            std::floor(random_.real(box_.min.y, box_.max.y))};
  }
  std::variant<Meters, Seconds> limit() {
    auto const value = static_cast<double>(1 + number(30));
    if (std::holds_alternative<Meters>(session.job().limit)) return Meters{1000 * value};
    return Seconds{60 * value};
  }

  Random random_;
  Box box_;
};

/// What is held against a search made anew, with all that a session's own parts do not share.
class Fresh {
 public:
  explicit Fresh(job::CoverageJob const& job) : scene_{open(job, nobody_, RoadsRead::Whole)} {}

  /// Every cell, and everybody's figures.
  void expect_same(Session const& session) {
    std::visit([&](auto const& scene) { expect_same(session, scene); }, scene_);
  }

 private:
  template <CostType Cost>
  void expect_same(Session const& session, Scene<Cost> const& scene) {
    std::vector<Point> points;
    for (auto const& place : session.places()) points.push_back(place.point);
    IdVector<PlaceId, Attachment> attached{
        access::attach(points, scene.roads->assembly.network, *scene.frame, scene.weighed->places)};
    for (auto const place : attached.ids()) {
      if (!session.is_open(place)) attached[place] = {};
    }
    auto const& travel = session.job().travel;
    auto const ends = reach::ends_of(scene.ends.cells, attached, *scene.frame, travel.max_off_road);
    auto const reach = reach::nearest<Cost>(scene.roads->graph, scene.weighed->costs, ends,
                                            travel.profile, {.trip = travel.trip});
    auto const limit = job::cost_of(std::get<Natural<Cost>>(session.job().limit));
    auto const coverage = coverage::assess(reach, limit);
    std::size_t differing = 0;
    for (auto const id : coverage.cells.ids()) {
      auto const& found = coverage.cells[id];
      std::optional<double> cost;
      if (found.cost) cost = to_natural(*found.cost).value();
      differing += session.cell(id) == CellState{found.status, cost, found.nearest} ? 0 : 1;
    }
    EXPECT_EQ(differing, 0U);
    auto const summary =
        coverage::summarise(coverage, session.population(), session.municipalities());
    EXPECT_EQ(session.figures(), (Figures{summary.total.residents, summary.total.by_status,
                                          summary.total.cells_without_number}));
    for (auto const& figures : summary.municipalities) {
      EXPECT_EQ(session.figures_of(figures.municipality),
                (Figures{figures.residents, figures.by_status, figures.cells_without_number}));
    }
  }

  Listener nobody_;
  AnyScene scene_;
};

/// What changed is what the session says has.
class Witness {
 public:
  explicit Witness(Session const& session) : session_{session}, cells_{states()} {
    for (auto const m : session.municipalities().ids()) figures_.push_back(session.figures_of(m));
    all_ = session.figures();
  }

  void expect_told(Change const& change) {
    auto const now = states();
    std::vector<CellId> cells;
    for (auto const id : session_.population().ids()) {
      if (cells_[id.value()] != now[id.value()]) cells.push_back(id);
    }
    EXPECT_EQ(change.cells, cells);
    std::vector<MunicipalityId> municipalities;
    for (auto const m : session_.municipalities().ids()) {
      if (figures_[m.value()] != session_.figures_of(m)) municipalities.push_back(m);
    }
    EXPECT_EQ(change.municipalities, municipalities);
    EXPECT_EQ(change.before, all_);
    EXPECT_EQ(change.after, session_.figures());
    changed_ += cells.size();
    *this = Witness{session_, changed_};
  }
  [[nodiscard]] std::size_t changed() const { return changed_; }

  Witness& operator=(Witness&& other) noexcept {
    cells_ = std::move(other.cells_);
    figures_ = std::move(other.figures_);
    all_ = other.all_;
    return *this;
  }

 private:
  Witness(Session const& session, std::size_t changed) : Witness{session} { changed_ = changed; }
  [[nodiscard]] std::vector<CellState> states() const {
    std::vector<CellState> states;
    for (auto const id : session_.population().ids()) states.push_back(session_.cell(id));
    return states;
  }

  Session const& session_;
  std::vector<CellState> cells_;
  std::vector<Figures> figures_;
  Figures all_;
  std::size_t changed_ = 0;
};

void expect_as_searched_anew(job::CoverageJob const& job, std::size_t edits, std::uint64_t seed) {
  Edited edited{job, seed};
  Fresh fresh{job};
  Witness witness{edited.session};
  for (std::size_t i = 0; i < edits && !::testing::Test::HasFailure(); ++i) {
    witness.expect_told(edited.edit());
    fresh.expect_same(edited.session);
  }
  EXPECT_GT(witness.changed(), edits / 10) << "the edits changed something";
}

TEST(Session, OfATownIsThatOfAFreshSearchAfterEveryEdit) {
  expect_as_searched_anew(job_of("osm-sample"), 2000, 1);
}

TEST(Session, OfACityOnFootIsThatOfAFreshSearchAfterEveryEdit) {
  expect_as_searched_anew(job_of("helsinki-centre"), 800, 2);
}

TEST(Session, OfACountyIsThatOfAFreshSearchAfterEveryEdit) {
  expect_as_searched_anew(job_of("etela-savo"), 150, 3);
}

TEST(Session, OfAnArchipelagoInMinutesIsThatOfAFreshSearchAfterEveryEdit) {
  expect_as_searched_anew(job_of("varsinais-suomi", {entry("limit", "30 min")}), 100, 4);
}

TEST(Session, OfRoundTripsIsThatOfAFreshSearchAfterEveryEdit) {
  expect_as_searched_anew(job_of("helsinki-centre", {entry("trip", "round-trip")}), 60, 5);
}

/// A fresh run of a file with the open places.
std::map<std::string, std::string> run_anew(Session const& session, std::string const& sample_name,
                                            std::vector<job::JobEntry> more,
                                            std::filesystem::path const& folder) {
  auto const path = (folder / "places.csv").string();
  {
    std::ofstream file{path};
    file << "id,name,x,y,type,target_group,open_to_all,capacity\n";
    for (auto const id : session.places().ids()) {
      if (!session.is_open(id)) continue;
      auto const& place = session.places()[id];
      file << fmt::format("{},\"{}\",{},{},\"{}\",\"{}\",\"{}\",{}\n", place.id, place.name,
                          place.point.x, place.point.y, place.service.type,
                          place.service.target_group, place.service.open_to_all,
                          place.capacity ? fmt::format("{}", *place.capacity) : "");
    }
  }
  more.push_back(entry("places", path));
  more.push_back(entry("place-crs", "EPSG:3067"));
  for (auto const& [key, field] : {std::pair{"place-type", "type"},
                                   {"place-target-group", "target_group"},
                                   {"place-open-to-all", "open_to_all"},
                                   {"place-capacity", "capacity"},
                                   {"place-x", "x"},
                                   {"place-y", "y"}})
    more.push_back(entry(key, field));
  auto job = job_of(sample_name, more);
  job = job::with_limit(std::move(job), session.job().limit);
  Listener nobody;
  auto scene = open(job, nobody);
  return texts_of(tables_of(analyse(job, scene, nobody), nobody).tables, folder);
}

/// The first line of each that is not as in the other.
std::string first_difference(std::string const& mine, std::string const& anew) {
  std::istringstream one{mine};
  std::istringstream other{anew};
  for (std::string a, b; std::getline(one, a) && std::getline(other, b);) {
    if (a != b) return "\n" + a + "\n" + b;
  }
  return "\nlines are missing";
}

void expect_tables_of_a_fresh_run(std::string const& name, std::vector<job::JobEntry> const& more,
                                  std::size_t rounds, std::size_t edits) {
  TemporaryFolder const folder;
  Edited edited{job_of(name, more), 6};
  for (std::size_t round = 0; round < rounds && !::testing::Test::HasFailure(); ++round) {
    for (std::size_t i = 0; i < edits; ++i) edited.edit();
    auto const result = edited.session.result(edited.nobody);
    auto const tables = tables_of(result, edited.nobody).tables;
    auto const mine = texts_of(tables, folder.path());
    auto const anew = run_anew(edited.session, name, more, folder.path());
    EXPECT_GT(mine.size(), 9U);
    for (auto const& [table, text] : mine) {
      ASSERT_TRUE(anew.contains(table)) << table;
      EXPECT_TRUE(anew.at(table) == text)
          << table << " after round " << round << first_difference(text, anew.at(table));
    }
    EXPECT_EQ(mine.size(), anew.size());
  }
}

TEST(Session, ItsTablesAreThoseOfAFreshRun) {
  expect_tables_of_a_fresh_run("etela-savo", {entry("accessibility", "true")}, 4, 12);
}

TEST(Session, ItsTablesOfSeveralLimitsAreThoseOfAFreshRun) {
  auto limits = entry("limit", "20 km");
  limits.values = {"20 km", "31 min", "50 km"};
  limits.is_list = true;
  expect_tables_of_a_fresh_run("etela-savo", {limits}, 2, 12);
}

TEST(Session, ItsTablesInMinutesAreThoseOfAFreshRun) {
  expect_tables_of_a_fresh_run("etela-savo", {entry("limit", "20 min"), entry("remedies", "3")}, 2,
                               12);
}

TEST(Session, UndoneEditsLeaveEverythingAsItWas) {
  Listener nobody;
  Session session{job_of("etela-savo"), nobody};
  Witness witness{session};
  auto const before = session.figures();
  auto const first = PlaceId{std::size_t{0}};
  auto const point = session.places()[first].point;
  witness.expect_told(session.close(first));
  witness.expect_told(session.reopen(first));
  witness.expect_told(session.move(first, {point.x + 7000, point.y}));
  witness.expect_told(session.move(first, point));
  auto const added = session.add({.id = "u", .name = "Uusi", .point = {530000, 6830000}});
  witness.expect_told(added);
  EXPECT_EQ(added.place, PlaceId{session.places().size() - 1});
  witness.expect_told(session.close(added.place));
  auto const limit = session.job().limit;
  witness.expect_told(session.set_limit(Meters{5000}));
  witness.expect_told(session.set_limit(limit));
  EXPECT_EQ(session.figures(), before);
  // Nor does the record tell of edits.
  auto const result = std::get<CoverageResult<Millimeters>>(session.result(nobody));
  for (auto const& remark : result.scene.places.report.remarks)
    EXPECT_THAT(remark.what, ::testing::Not(::testing::HasSubstr("added, moved or closed")));
}

TEST(Session, AnEditThatCannotBeChangesNothing) {
  Listener nobody;
  Session session{job_of("osm-sample"), nobody};
  auto const before = session.figures();
  EXPECT_THROW(session.set_limit(Seconds{600}), UsageError);
  EXPECT_THROW(session.set_limit(Meters{1e12}), UsageError);
  EXPECT_THROW(session.close(PlaceId{std::size_t{99}}), BrokenPromise);
  EXPECT_EQ(session.figures(), before);
  EXPECT_NO_THROW(session.set_limit(Meters{100}));
}

TEST(Session, APlaceFarFromEveryRoadMayBeAdded) {
  Listener nobody;
  Session session{job_of("osm-sample"), nobody};
  auto const change = session.add({.id = {}, .name = {}, .point = {0, 0}});
  EXPECT_TRUE(change.cells.empty());
  EXPECT_EQ(session.places()[change.place].name, session.places()[change.place].id);
  EXPECT_NO_THROW(static_cast<void>(session.result(nobody)));
}

}  // namespace
}  // namespace gapmap::engine
