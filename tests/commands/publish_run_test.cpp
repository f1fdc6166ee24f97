// Attacks on published runs. The attacker has everything that is published, knows of each cell in
// which figures it is counted (from a run that is not published: where people live, how far, why),
// and adds and subtracts what is shown. Nothing here knows the sums that the library has found.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "tests/commands/csv_rows.h"
#include "tests/commands/in_polygon.h"
#include "tests/commands/run_program.h"
#include "tests/disclosure/attacker.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using Json = nlohmann::json;

constexpr double kBelow = 10;

std::optional<double> number(std::string const& field) {
  return field.empty() ? std::nullopt : std::optional{std::stod(field)};
}

bool is_number(std::string const& field) {
  return !field.empty() && field.find_first_not_of("0123456789.-") == std::string::npos;
}

/// A field of a published table: whom it counts, what it says, what is true.
struct Figure {
  std::string name;
  std::string people;               ///< "all", or a group
  std::vector<std::size_t> counts;  ///< cells
  std::optional<double> told;
  double truth;
};

struct PublishedSample {
  char const* name;
  std::vector<std::string> words;
};

void PrintTo(PublishedSample const& sample, std::ostream* out) { *out << sample.name; }

class Published : public ::testing::TestWithParam<PublishedSample> {
 public:
  void nothing_hidden_follows_from_what_is_shown();
  void crosses_of_published_columns_tell_nobody_either();
  void no_two_shown_figures_differ_by_few();
  void the_same_people_are_hidden_everywhere_or_nowhere();
  void shown_figures_are_true_and_none_is_small();
  void cells_tell_no_numbers();
  void record_and_pages_say_the_same();

 protected:
  void SetUp() override {
    run("full", {"--nearest", "2"});
    run("published", {"--publish", "--nearest", "2"});
    cells_ = table("full", "cells");
    gap_of_.assign(cells_.size(), 0);
    unit_ = cells_.front().contains("time_s") ? "time_s" : "distance_m";
    limit_ = *number(table("full", "places").front().at(unit_ == "time_s" ? "limit_s" : "limit_m"));
    add_municipalities("municipalities", "");
    add_municipalities("accounts", "account");
    add_requirements();
    add_reasons();
    add_places();
    add_classes();
    add_groups();
    add_gaps();
  }

  void run(std::string const& out, std::vector<std::string> const& more) {
    std::vector<std::string> words{"coverage", "--quiet", "-o", path(out).string()};
    words.insert(words.end(), GetParam().words.begin(), GetParam().words.end());
    words.insert(words.end(), more.begin(), more.end());
    auto const ran = run_program(words);
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
  }
  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }
  [[nodiscard]] std::string text(std::string const& out, std::string const& file) const {
    return read_text(path(out) / file);
  }
  [[nodiscard]] std::vector<CsvRow> table(std::string const& out, std::string const& name) const {
    auto const file = path(out) / (name + ".csv");
    return fs::exists(file) ? rows_of(file) : std::vector<CsvRow>{};
  }

  template <class IsCounted>
  void add(CsvRow const& published, CsvRow const& full, std::string const& column,
           IsCounted const& is_counted, std::string const& people = "all") {
    Figure figure{column, people, {}, number(published.at(column)), *number(full.at(column))};
    for (auto const& [key, value] : full) figure.name += " " + value.substr(0, 20);
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (is_counted(cells_[i])) figure.counts.push_back(i);
    }
    auto const names = ";" + published.at("hidden") + ";";
    EXPECT_EQ(!figure.told, names.find(";" + column + ";") != std::string::npos) << figure.name;
    figures_.push_back(std::move(figure));
  }
  static bool is_home(CsvRow const& row, CsvRow const& cell) {
    if (row.at("municipality_name") == "Total" && row.at("municipality_code").empty()) return true;
    return cell.at("municipality_code") == row.at("municipality_code");
  }

  void add_statuses(CsvRow const& published, CsvRow const& full, std::string const& status,
                    std::vector<std::pair<std::string, std::string>> const& columns) {
    auto const is_here = [&](CsvRow const& cell) {
      return !full.contains("municipality_name") || is_home(full, cell);
    };
    add(published, full, "residents", is_here);
    for (auto const& column : columns) {
      add(published, full, column.first,
          [&](CsvRow const& cell) { return is_here(cell) && cell.at(status) == column.second; });
    }
  }
  void add_municipalities(std::string const& name, std::string const& account) {
    auto const published = table("published", name);
    auto const full = table("full", name);
    ASSERT_EQ(published.size(), full.size());
    for (std::size_t r = 0; r < full.size(); ++r) {
      add_statuses(published[r], full[r],
                   account.empty() ? "status" : full[r].at(account) + "_status",
                   {{"covered", "covered"},
                    {"outside", "too_far"},
                    {"unreachable", "unreachable"},
                    {"off_network", "off_network"}});
    }
  }
  void add_requirements() {
    auto const published = table("published", "requirements");
    auto const full = table("full", "requirements");
    for (std::size_t r = 0; r < full.size(); ++r) {
      add_statuses(published[r], full[r], full[r].at("requirement"),
                   {{"met", "met"},
                    {"too_far", "too_far"},
                    {"unreachable", "unreachable"},
                    {"off_network", "off_network"}});
    }
  }
  void add_reasons() {
    auto const published = table("published", "reasons");
    auto const full = table("full", "reasons");
    for (std::size_t r = 0; r < full.size(); ++r) {
      add(published[r], full[r], "residents", [&](CsvRow const& cell) {
        return is_home(full[r], cell) && cell.at("reason") == full[r].at("reason");
      });
    }
  }
  void add_places() {
    auto const published = table("published", "places");
    auto const full = table("full", "places");
    auto const second = unit_ == "time_s" ? "time_2_s" : "distance_2_m";
    for (std::size_t r = 0; r < full.size(); ++r) {
      auto const is_nearest = [&](CsvRow const& cell) {
        return cell.at("nearest_place_id") == full[r].at("place_id");
      };
      auto const is_within = [&](CsvRow const& cell) {
        return is_nearest(cell) && *number(cell.at(unit_)) <= limit_;
      };
      auto const stays = [&](CsvRow const& cell) {
        auto const next = number(cell.at(second));
        return is_within(cell) && next && *next <= limit_;
      };
      add(published[r], full[r], "residents_nearest", is_nearest);
      add(published[r], full[r], "residents_within_limit", is_within);
      add(published[r], full[r], "stay_covered", stays);
      add(published[r], full[r], "fall_outside",
          [&](CsvRow const& cell) { return is_within(cell) && !stays(cell); });
      add(published[r], full[r], "become_unreachable",
          [&](CsvRow const& cell) { return is_nearest(cell) && cell.at(second).empty(); });
    }
  }
  void add_classes() {
    auto const published = table("published", "classes");
    auto const full = table("full", "classes");
    std::string const from = unit_ == "time_s" ? "from_s" : "from_m";
    std::string const to = unit_ == "time_s" ? "to_s" : "to_m";
    for (std::size_t r = 0; r < full.size(); ++r) {
      auto const& row = full[r];
      bool const is_total = row.at("level") == "total";
      auto const column = row.at("level") + "_code";
      auto const is_here = [&](CsvRow const& cell) {
        return is_total || cell.at(column) == row.at("zone_code");
      };
      auto const is_up_to = [&](CsvRow const& cell) {
        auto const way = number(cell.at(unit_));
        return way && cell.at("status") != "off_network" &&
               (row.at(to).empty() || *way <= *number(row.at(to)));
      };
      auto const is_in = [&](CsvRow const& cell) {
        if (row.at("class") == "off_network") return cell.at("status") == "off_network";
        if (row.at("class") == "no_road_connection") return cell.at("status") == "unreachable";
        auto const above = *number(row.at(from));
        return is_up_to(cell) && (above == 0 || *number(cell.at(unit_)) > above);
      };
      auto const& group = row.at("group");
      add(
          published[r], row, "residents",
          [&](CsvRow const& cell) { return is_here(cell) && is_in(cell); }, group);
      if (row.at("cumulative").empty()) continue;
      add(
          published[r], row, "cumulative",
          [&](CsvRow const& cell) { return is_here(cell) && is_up_to(cell); }, group);
    }
  }
  /// What cells say of a rule: in a column of its own, or of an account; else by their status.
  [[nodiscard]] std::string column_of(CsvRow const& row) const {
    auto const& rule = row.at("rule");
    if (row.at("rule_kind") == "account") return rule + "_status";
    return cells_.front().contains(rule) ? rule : "status";
  }
  void add_groups() {
    auto const published = table("published", "groups");
    auto const full = table("full", "groups");
    ASSERT_EQ(published.size(), full.size());
    for (std::size_t r = 0; r < full.size(); ++r) {
      auto const& row = full[r];
      auto const told_by = column_of(row);
      auto const with = [&](std::vector<std::string> const& statuses) {
        return [&, statuses](CsvRow const& cell) {
          if (row.at("level") != "total" &&
              cell.at(row.at("level") + "_code") != row.at("zone_code"))
            return false;
          auto const& status = cell.at(told_by) == "met" ? "covered" : cell.at(told_by);
          return std::ranges::find(statuses, status) != statuses.end();
        };
      };
      auto const add_column = [&](char const* column, std::vector<std::string> const& statuses) {
        add(published[r], row, column, with(statuses), row.at("group"));
      };
      add_column("residents", {"covered", "too_far", "unreachable", "off_network"});
      add_column("covered", {"covered"});
      add_column("not_covered", {"too_far", "unreachable", "off_network"});
      add_column("outside", {"too_far"});
      add_column("unreachable", {"unreachable"});
      add_column("off_network", {"off_network"});
    }
  }
  /// Those of a gap are found by where they lie.
  void add_gaps() {
    auto const cells = Json::parse(text("full", "cells.geojson"))["features"];
    ASSERT_EQ(cells.size(), cells_.size());
    auto const gaps = Json::parse(text("published", "gaps.geojson"))["features"];
    for (auto const& gap : gaps) {
      auto const& told = gap["properties"];
      std::vector<std::size_t> in;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells_[i].at("status") != "too_far") continue;
        if (cells_[i].at("municipality_code") != told["municipality_code"]) continue;
        auto const& shape = cells[i]["geometry"];
        auto const& first = shape["coordinates"][0];
        auto const& ring = shape["type"] == "Polygon" ? first : first[0];
        double x = 0;
        double y = 0;
        for (std::size_t p = 1; p < ring.size(); ++p) {
          x += ring[p][0].get<double>() / static_cast<double>(ring.size() - 1);
          y += ring[p][1].get<double>() / static_cast<double>(ring.size() - 1);
        }
        if (holds(gap["geometry"], x, y)) in.push_back(i);
      }
      EXPECT_EQ(in.size(), told["cells"].get<std::size_t>());
      for (auto const i : in) gap_of_[i] = told["gap_id"];
      for (auto const& [column, value] : told.items()) {
        if (!column.starts_with("residents")) continue;
        auto const told_number =
            value.is_null() ? std::nullopt : std::optional{value.get<double>()};
        Figure figure{"gap " + column, "all", {}, told_number, 0};
        for (auto const i : in) {
          bool const is_counted =
              column == "residents" || "residents_" + cells_[i].at("reason") == column;
          if (!is_counted) continue;
          figure.counts.push_back(i);
          figure.truth += number(cells_[i].at("residents")).value_or(0);
        }
        figures_.push_back(std::move(figure));
      }
    }
  }

  /// Cells that are in the same figures are one unknown; who is known to be nobody is none.
  struct Unknowns {
    std::vector<Support> supports;                         ///< of the figures
    std::map<std::size_t, std::optional<std::size_t>> of;  ///< by cell: everybody in it; or nobody
    std::vector<std::size_t> cells;                        ///< number of cells of each
  };
  [[nodiscard]] std::vector<Support> supports() const { return unknowns_of_figures().supports; }
  [[nodiscard]] Unknowns unknowns_of_figures() const {
    std::map<std::pair<std::string, std::size_t>, std::vector<std::size_t>> figures_of;
    for (std::size_t f = 0; f < figures_.size(); ++f) {
      for (auto const cell : figures_[f].counts)
        figures_of[{figures_[f].people, cell}].push_back(f);
    }
    std::map<std::pair<std::string, std::vector<std::size_t>>, std::size_t> unknowns;
    for (auto const& [who, in] : figures_of) {
      bool const is_nobody =
          (who.first == "all" && number(cells_[who.second].at("residents")).value_or(0) == 0) ||
          std::any_of(in.begin(), in.end(), [&](std::size_t f) { return figures_[f].truth == 0; });
      if (!is_nobody) unknowns.try_emplace({who.first, in}, unknowns.size());
    }
    Unknowns all{std::vector(figures_.size(), Support(unknowns.size(), 0)),
                 {},
                 std::vector<std::size_t>(unknowns.size(), 0)};
    for (auto const& [unknown, column] : unknowns) {
      for (auto const f : unknown.second) all.supports[f][column] = 1;
    }
    for (auto const& [who, in] : figures_of) {
      if (who.first != "all") continue;
      auto const found = unknowns.find({who.first, in});
      auto& of = all.of[who.second];
      if (found == unknowns.end() || number(cells_[who.second].at("residents")).value_or(0) == 0)
        continue;
      of = found->second;
      ++all.cells[found->second];
    }
    return all;
  }

  /// The published columns of cells, and the gap that each is drawn in, as numbers for their words.
  [[nodiscard]] std::vector<std::vector<std::size_t>> published_columns() const {
    std::vector<std::vector<std::size_t>> columns{gap_of_};
    auto const published = table("published", "cells");
    if (published.empty()) return columns;
    EXPECT_EQ(published.size(), cells_.size());
    for (auto const& [name, value] : published.front()) {
      if (name == "cell_id" || name == "municipality_code" || name.ends_with("_name")) continue;
      std::map<std::string, std::size_t> numbered;
      std::vector<std::size_t> column;
      for (auto const& cell : published)
        column.push_back(numbered.try_emplace(cell.at(name), numbered.size()).first->second);
      if (std::ranges::find(columns, column) == columns.end()) columns.push_back(std::move(column));
    }
    return columns;
  }

  /// Hidden figures that follow from the others, each support once.
  [[nodiscard]] std::vector<std::string> recovered(bool small_only) const {
    auto const whole = supports();
    std::set<Support> shown;
    std::map<Support, std::string> hidden;
    for (std::size_t f = 0; f < figures_.size(); ++f) {
      bool const is_small = figures_[f].truth > 0 && figures_[f].truth < kBelow;
      bool const is_hidden = small_only ? is_small : !figures_[f].told;
      if (is_hidden) {
        hidden.emplace(whole[f], figures_[f].name);
      } else {
        shown.insert(whole[f]);
      }
    }
    SubtractingAttacker attacker;
    for (auto const& support : shown) attacker.learn(support);
    std::vector<std::string> found;
    for (auto const& [support, name] : hidden) {
      if (attacker.recovers(support)) found.push_back(name);
    }
    return found;
  }

  std::vector<CsvRow> cells_;  ///< of the run that is not published
  std::vector<Figure> figures_;
  std::vector<std::size_t> gap_of_;  ///< by cell: published number of its gap, or 0

 private:
  std::string unit_;
  double limit_ = 0;
  TemporaryFolder folder_;
};

void Published::nothing_hidden_follows_from_what_is_shown() {
  EXPECT_THAT(recovered(false), testing::IsEmpty());
  EXPECT_THAT(recovered(true), testing::Not(testing::IsEmpty()))
      << "an attacker without teeth proves nothing";
}

/// Anybody can put together the cells of a municipality that are alike in some published columns.
/// If few live in them, their number does not follow from what is shown.
void Published::crosses_of_published_columns_tell_nobody_either() {
  auto const unknowns = unknowns_of_figures();
  SubtractingAttacker attacker;
  std::set<Support> shown;
  for (std::size_t f = 0; f < figures_.size(); ++f) {
    if (figures_[f].told && shown.insert(unknowns.supports[f]).second)
      attacker.learn(unknowns.supports[f]);
  }
  auto const columns = published_columns();
  std::set<Support> tried;
  std::size_t small = 0;
  for (std::uint32_t chosen = 0; chosen < (1U << columns.size()); ++chosen) {
    if (std::popcount(chosen) > 3) continue;
    std::map<std::pair<std::string, std::vector<std::size_t>>, std::vector<std::size_t>> crosses;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      std::vector<std::size_t> key;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (((chosen >> c) & 1U) != 0) key.push_back(columns[c][i]);
      }
      crosses[{cells_[i].at("municipality_code"), std::move(key)}].push_back(i);
    }
    for (auto const& [key, cells] : crosses) {
      double residents = 0;
      std::map<std::size_t, std::size_t> counted;
      for (auto const i : cells) {
        residents += number(cells_[i].at("residents")).value_or(0);
        auto const of = unknowns.of.find(i);
        if (of != unknowns.of.end() && of->second) ++counted[*of->second];
      }
      if (residents <= 0 || residents >= kBelow) continue;
      Support support(unknowns.cells.size(), 0);
      bool is_told_apart = true;  // from the other cells, by some figure
      for (auto const& [unknown, times] : counted) {
        support[unknown] = 1;
        is_told_apart &= times == unknowns.cells[unknown];
      }
      if (!is_told_apart || !tried.insert(support).second) continue;
      ++small;
      EXPECT_FALSE(attacker.recovers(support))
          << residents << " residents of " << cells.size() << " cells of " << key.first;
    }
  }
  if (!table("published", "cells").empty()) {
    EXPECT_GT(small, 0U) << "a sample without small crosses proves nothing";
  }
}

void Published::no_two_shown_figures_differ_by_few() {
  for (auto const& whole : figures_) {
    for (auto const& part : figures_) {
      if (!whole.told || !part.told || whole.people != part.people) continue;
      auto const rest = *whole.told - *part.told;
      if (rest <= 0 || rest >= kBelow || *part.told == 0) continue;
      EXPECT_FALSE(std::ranges::includes(whole.counts, part.counts))
          << whole.name << " without " << part.name;
    }
  }
}

void Published::the_same_people_are_hidden_everywhere_or_nowhere() {
  std::map<std::pair<std::string, std::vector<std::size_t>>, Figure const*> known;
  for (auto const& figure : figures_) {
    std::vector<std::size_t> inhabited;
    for (auto const i : figure.counts) {
      if (number(cells_[i].at("residents")).value_or(0) > 0) inhabited.push_back(i);
    }
    auto const [found, is_new] = known.try_emplace({figure.people, inhabited}, &figure);
    if (figure.people != "all" || figure.truth == 0) continue;
    EXPECT_EQ(found->second->told.has_value(), figure.told.has_value())
        << found->second->name << " and " << figure.name;
  }
}

void Published::shown_figures_are_true_and_none_is_small() {
  for (auto const& [name, people, counts, told, truth] : figures_) {
    if (told) {
      EXPECT_NEAR(*told, truth, 1e-6) << name;
    }
    if (truth > 0 && truth < kBelow) {
      EXPECT_FALSE(told) << name;
    }
    if (truth == 0) {
      EXPECT_TRUE(told) << name;
    }
  }
}

void Published::cells_tell_no_numbers() {
  for (auto const& cell : table("published", "cells")) {
    for (auto const& [column, value] : cell) {
      bool const is_class = column.starts_with("from_") || column.starts_with("to_");
      bool const is_name = column.ends_with("_id") || column.ends_with("_code");
      EXPECT_TRUE(is_class || is_name || !is_number(value)) << column << " " << value;
    }
    for (auto const* column : {"residents", "x", "distance_m", "time_s", "off_road_m"})
      EXPECT_FALSE(cell.contains(column)) << column;
  }
}

void Published::record_and_pages_say_the_same() {
  auto const record = Json::parse(text("published", "run.json"));
  auto const total = table("published", "municipalities").back();
  for (auto const& [name, value] : record["totals"].items()) {
    auto const column = name == "too_far" ? "outside" : name;
    auto const told = total.contains(column) ? number(total.at(column)) : std::nullopt;
    EXPECT_EQ(value.is_null(), !told) << name;
    if (told) {
      EXPECT_NEAR(value.get<double>(), *told, 1e-6) << name;
    }
  }
  auto without_totals = record;
  for (auto const* part : {"totals", "accounts", "publication", "tables"})
    without_totals.erase(part);
  EXPECT_EQ(without_totals.dump().find("\"residents\""), std::string::npos);
  EXPECT_FALSE(record.contains("denominators"));
  EXPECT_GT(record["publication"]["hidden_small"], 0);
  EXPECT_EQ(record["publication"]["hidden_below"], kBelow);
  for (auto const* file : {"indicators.csv", "denominators.csv", "remedies.csv"})
    EXPECT_FALSE(fs::exists(path("published") / file)) << file;
  EXPECT_THAT(text("published", "report.en.html"),
              HasSubstr("Numbers under 10 residents are hidden"));
  EXPECT_THAT(text("published", "report.fi.html"), HasSubstr("alle 10 asukkaan luvut"));
  EXPECT_THAT(text("published", "report.sv.html"), HasSubstr("tal under 10 invånare"));
}

/// One test, since the runs take longer than looking at them.
TEST_P(Published, TellsNobodysNumbers) {
  nothing_hidden_follows_from_what_is_shown();
  crosses_of_published_columns_tell_nobody_either();
  no_two_shown_figures_differ_by_few();
  the_same_people_are_hidden_everywhere_or_nowhere();
  shown_figures_are_true_and_none_is_small();
  cells_tell_no_numbers();
  record_and_pages_say_the_same();
}

INSTANTIATE_TEST_SUITE_P(
    Samples, Published,
    ::testing::Values(
        PublishedSample{"etela_savo",
                        {"geodata/etela-savo/job.toml", "--requirement", "name=near; limit=4 km",
                         "--limit", "20 km", "--limit", "15 min"}},
        PublishedSample{"varsinais_suomi",
                        {"geodata/varsinais-suomi/job.toml", "--accounts", "--study",
                         "kunta in ('445','322','529','895')"}},
        PublishedSample{"counties_and_postal_areas", {"tests/commands/zones/job.toml"}},
        PublishedSample{"drawn_town", {"geodata/osm-sample/job.toml"}},
        PublishedSample{"drawn_town_on_foot",
                        {"geodata/osm-sample/job.toml", "--mode", "walk", "--limit", "30 min"}}),
    [](auto const& sample) { return std::string{sample.param.name}; });

TEST(Publishing, LeavesNothingOfAnEarlierRun) {
  TemporaryFolder const folder;
  auto const out = folder.path() / "out";
  std::vector<std::string> words{"coverage", "geodata/osm-sample/job.toml", "-o", out.string()};
  auto unpublished = words;
  unpublished.insert(unpublished.end(), {"--roads-used", "--requirement", "name=near; limit=1 km"});
  ASSERT_EQ(run_program(unpublished).exit_code, 0);
  write_text(out / "changes.csv", "of a comparison");
  write_text(out / "notes.txt", "of somebody else");
  auto const tables = {"indicators.csv", "roads_used.csv", "roads_used.geojson", "requirements.csv",
                       "changes.csv"};
  for (auto const* file : tables) ASSERT_TRUE(fs::exists(out / file)) << file;
  words.insert(words.end(), {"--overwrite", "--publish"});
  ASSERT_EQ(run_program(words).exit_code, 0);
  for (auto const* file : tables) EXPECT_FALSE(fs::exists(out / file)) << file;
  EXPECT_TRUE(fs::exists(out / "notes.txt"));
  EXPECT_FALSE(fs::exists(out / "cells.csv")) << "cells drawn around points show homes";
}

TEST(Publishing, ThresholdIsANumberAndNeedsPublish) {
  auto const job = "geodata/osm-sample/job.toml";
  auto const alone = run_program({"coverage", job, "--publish-below", "5"});
  EXPECT_EQ(alone.exit_code, 2);
  EXPECT_THAT(alone.err, HasSubstr("is of no use without --publish"));
  auto const wrong = run_program({"coverage", job, "--publish", "--publish-below", "1"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("\"1\" is no threshold"));
}

}  // namespace
}  // namespace gapmap
