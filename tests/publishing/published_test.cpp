#include "gapmap/publishing/published.h"

#include "tests/report/tiny_run.h"

namespace gapmap::publishing {
namespace {

using report::square;
using tables::Value;
using testing::ElementsAre;
using S = std::string;
using I = std::int64_t;
namespace column = report::column;

/// Six cells in two municipalities: 40 and 3 covered, 200, 20 and 4 in gaps, 0 in no place's reach.
struct SixCells {
  CellFacts facts{
      .residents = {40, 200, 4, 3, 20, 0},
      .estimates = std::vector<double>(6, 0),
      .municipalities = {"municipality", {{"046", "Ahola"}, {"097", "Åminne"}}, {1, 1, 1, 2, 2, 2}},
      .levels = {},
      .status = {0, 1, 1, 0, 1, 2},
      .distance_class = {0, 1, 1, 0, 1, 2},
      .reason = {0, 1, 1, 0, 1, 1},
      .reasons = {"detour"},
      .gap = {0, 1, 3, 0, 2, 0},
      .place = {1, 1, 1, 1, 1, 0},
      .rules = {{"closing", {2, 0, 0, 2, 0, 0}}, {"no_other_place", {1, 1, 1, 1, 1, 1}}},
      .requirements = {},
      .accounts = {},
      .narrower_accounts = {},
      .groups = {}};
  tables::CostScale scale{.limit = 5000, .bounds = {5000}};

  static std::vector<tables::OutputTable> tables() {
    std::vector<tables::OutputTable> tables;
    tables.push_back(
        {"municipalities",
         {column::text("municipality_code"), column::text("municipality_name"),
          column::integer("residents"), column::integer("covered"), column::integer("outside"),
          tables::Column{"share", tables::ColumnType::Real}, column::meters("distance_mean_m"),
          column::integer("residents_who_sing")},
         {{S{"046"}, S{"Ahola"}, I{244}, I{40}, I{204}, 40. / 244, 6000.0, I{7}},
          {S{"097"}, S{"Åminne"}, I{23}, I{3}, I{20}, 3. / 23, 6000.0, I{7}},
          {Value{}, S{"Total"}, I{267}, I{43}, I{224}, 43. / 267, 6000.0, I{14}}},
         {square(0, 0, 4000), square(4000, 0, 4000)}});
    tables.push_back({"gaps",
                      {column::integer("gap_id"), column::text("municipality_code"),
                       column::text("municipality_name"), column::integer("residents"),
                       column::text("reason"), column::text("remedy_place_id")},
                      {{I{1}, S{"046"}, S{"Ahola"}, I{200}, S{"detour"}, S{"a"}},
                       {I{2}, S{"097"}, S{"Åminne"}, I{20}, S{"detour"}, S{"b"}},
                       {I{3}, S{"046"}, S{"Ahola"}, I{4}, S{"detour"}, S{"c"}}},
                      {square(2000, 2000, 1000), square(5000, 1000, 1000), square(0, 0, 1000)}});
    tables.push_back({"cells",
                      {column::text("cell_id"), column::meters("x"), column::integer("residents"),
                       column::text("status"), column::meters("distance_m")},
                      {{S{"a"}, 1.0, I{40}, S{"covered"}, 4000.0},
                       {S{"b"}, 2.0, I{200}, S{"too_far"}, 9000.0},
                       {S{"c"}, 2.0, I{4}, S{"too_far"}, 9000.0},
                       {S{"d"}, 2.0, I{3}, S{"covered"}, 5000.0},
                       {S{"e"}, 2.0, I{20}, S{"too_far"}, 5000.001},
                       {S{"f"}, 2.0, I{0}, S{"unreachable"}, Value{}}},
                      std::vector<Area>(6, square(0, 0, 1000))});
    tables.push_back({"indicators", {column::integer("residents")}, {{I{267}}}, {}});
    return tables;
  }
  [[nodiscard]] Publication published(bool are_points = false) const {
    return publishing::published({tables(), facts, scale, are_points}, 10);
  }
};

std::vector<S> names_of(tables::OutputTable const& table) {
  std::vector<S> names;
  for (auto const& column : table.columns) names.push_back(column.name);
  return names;
}

TEST(Published, KeepsOnlyWhatIsKnownToBeSafe) {
  auto const publication = SixCells{}.published();
  EXPECT_THAT(publication.left_out, ElementsAre("indicators"));
  EXPECT_THAT(names_of(publication.tables[0]),
              ElementsAre("municipality_code", "municipality_name", "residents", "covered",
                          "outside", "share", "hidden"))
      << "nobody said whom residents_who_sing counts";
  EXPECT_THAT(names_of(publication.tables[2]), ElementsAre("cell_id", "status", "from_m", "to_m"));
}

TEST(Published, HidesSmallFiguresWithTheirComplementsAndShares) {
  auto const publication = SixCells{}.published();
  auto const& [code, name, residents, covered, outside, share, hidden] = [&] {
    auto const& row = publication.tables[0].rows[1];
    return std::tuple{row[0], row[1], row[2], row[3], row[4], row[5], row[6]};
  }();
  EXPECT_EQ(covered, Value{});
  EXPECT_EQ(share, Value{});
  EXPECT_THAT(std::get<S>(hidden), testing::HasSubstr("covered;"));
  EXPECT_TRUE(residents == Value{} || outside == Value{}) << "23 - 20 = 3";
  EXPECT_EQ(publication.small, 2U);
  EXPECT_GE(publication.complements, 2U);
}

TEST(Published, AShareIsHiddenWithItsOwnRequirement) {
  SixCells cells;
  cells.facts.requirements = {{"shop", {1, 0, 1, 1, 1, 1}}, {"school", {1, 1, 0, 1, 1, 1}}};
  std::vector<tables::OutputTable> tables;
  tables.push_back(
      {"municipalities",
       {column::text("municipality_code"), column::text("municipality_name"),
        column::integer("residents"), column::integer("shop_met"), column::meters("shop_share"),
        column::integer("school_met"), column::meters("school_share")},
       {{S{"046"}, S{"Ahola"}, I{244}, I{200}, 200. / 244, I{4}, 4. / 244}},
       {square(0, 0, 4000)}});
  auto const publication = published({tables, cells.facts, cells.scale}, 10);
  EXPECT_EQ(std::get<S>(publication.tables[0].rows[0].back()), "school_met;school_share");
}

TEST(Published, HowAccessLegsAreCountedIsToldAndNotWhoHangsOnThem) {
  SixCells const cells;
  auto tables = SixCells::tables();
  tables.push_back(
      {"sensitivity",
       {column::text("assumption"), tables::Column{"access_speed_kmh", tables::ColumnType::Real},
        column::integer("residents_come_within")},
       {{S{"as_counted"}, 20.0, I{0}}, {S{"length_0"}, 20.0, I{7}}},
       {}});
  auto const publication = published({tables, cells.facts, cells.scale}, 10);
  auto const& told = publication.tables.back();
  ASSERT_EQ(told.name, "sensitivity");
  EXPECT_THAT(names_of(told), ElementsAre("assumption", "access_speed_kmh", "hidden"));
  EXPECT_EQ(told.rows.size(), 1U);
}

TEST(Published, HiddenGapsComeLastWithTheirRemediesUntold) {
  auto const publication = SixCells{}.published();
  auto const& gaps = publication.tables[1];
  auto const& last = gaps.rows.back();
  EXPECT_EQ(last[0], Value{I{3}});
  EXPECT_EQ(last[3], Value{});
  EXPECT_EQ(last[5], Value{});
  for (std::size_t r = 0; r + 1 < gaps.rows.size(); ++r) {
    bool const is_hidden = gaps.rows[r][3] == Value{};
    EXPECT_TRUE(!is_hidden || gaps.rows[r + 1][3] == Value{});
    EXPECT_EQ(gaps.rows[r][0], Value{static_cast<I>(r + 1)});
  }
}

TEST(Published, CellsHaveTheClassOfTheirDistance) {
  auto const publication = SixCells{}.published();
  auto const& cells = publication.tables[2].rows;
  EXPECT_THAT(cells[3], ElementsAre(S{"d"}, S{"covered"}, 0.0, 5000.0));
  EXPECT_THAT(cells[4], ElementsAre(S{"e"}, S{"too_far"}, 5000.0, Value{}));
  EXPECT_THAT(cells[5], ElementsAre(S{"f"}, S{"unreachable"}, Value{}, Value{}));
  EXPECT_THAT(SixCells{}.published(true).left_out, ElementsAre("cells", "indicators"));
}

}  // namespace
}  // namespace gapmap::publishing
