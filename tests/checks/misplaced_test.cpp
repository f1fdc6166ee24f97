#include "gapmap/checks/misplaced.h"

#include <fmt/format.h>

#include "gapmap/checks/check_inputs.h"
#include "tests/io/reading.h"
#include "tests/support/areas.h"

namespace gapmap::checks {
namespace {

class MisplacedRows : public io::Reading {
 protected:
  MisplacedRows() { areas.push_back({"491", "Mikkeli", square(480'000, 6'800'000, 60'000)}); }

  /// Ten places around Mikkeli, written in `crs`, x and y swapped or not.
  [[nodiscard]] std::vector<RawPosition> around_mikkeli(std::string const& crs,
                                                        bool is_swapped = false) const {
    Projection const to{frame.crs(), Crs::from_text(crs)};
    std::vector<RawPosition> rows;
    for (int i = 0; i < 10; ++i) {
      RawPoint p{495'000.0 + 3000 * i, 6'840'000.0 + 700 * i};
      to.forward(std::span{&p, 1});
      rows.push_back({std::to_string(i + 1), is_swapped ? RawPoint{p.y, p.x} : p});
    }
    return rows;
  }

  /// All that was found, in one line; empty: nothing.
  [[nodiscard]] std::string said_of(std::vector<RawPosition> const& rows,
                                    std::optional<std::string> const& read_as) const {
    auto const crs = read_as ? std::optional{Crs::from_text(*read_as)} : std::nullopt;
    auto const found = find_misplaced(rows, crs, frame, areas);
    auto const name = [](Meant const& meant) {
      return meant.crs + (meant.is_swapped ? " swapped" : "");
    };
    std::string text;
    if (found.all) {
      text += fmt::format("all {} ({:.0f} -> {:.0f} %);", name(found.all->meant),
                          found.all->share_now * 100, found.all->share_then * 100);
    }
    if (!found.at_zero.empty()) text += fmt::format("{} at zero;", found.at_zero.size());
    for (auto const& [meant, of] : found.strays)
      text += fmt::format("{} {};", of.size(), name(meant));
    if (!found.nowhere.empty()) text += fmt::format("{} nowhere;", found.nowhere.size());
    return text;
  }

  Municipalities areas;
};

TEST_F(MisplacedRows, AreNoneWhereAllIsRight) {
  for (std::string const crs : {"EPSG:3067", "EPSG:4326", "EPSG:3879", "EPSG:2393", "EPSG:3035"})
    EXPECT_EQ(said_of(around_mikkeli(crs), crs), "") << crs;
}

TEST_F(MisplacedRows, PlacesOfANeighbouringRegionAreNone) {
  std::vector<RawPosition> rows;
  for (int i = 0; i < 20; ++i)
    rows.push_back({std::to_string(i), {430'000.0 + 100 * i, 6'900'000.0 + 500 * i}});
  EXPECT_EQ(said_of(rows, "EPSG:3067"), "");
}

TEST_F(MisplacedRows, AtZeroHaveNoCoordinates) {
  auto rows = around_mikkeli("EPSG:3067");
  rows.push_back({"11", {0, 0}});
  EXPECT_EQ(said_of(rows, "EPSG:3067"), "1 at zero;");
}

TEST_F(MisplacedRows, AllInAnotherCrsOrSwappedAreToldByTheirValues) {
  EXPECT_EQ(said_of(around_mikkeli("EPSG:4326"), "EPSG:3067"), "all EPSG:4326 (0 -> 100 %);");
  EXPECT_EQ(said_of(around_mikkeli("EPSG:3067"), "EPSG:4326"), "all EPSG:3067 (0 -> 100 %);");
  EXPECT_EQ(said_of(around_mikkeli("EPSG:4326", true), "EPSG:4326"),
            "all EPSG:4326 swapped (0 -> 100 %);");
  EXPECT_EQ(said_of(around_mikkeli("EPSG:3067", true), "EPSG:3067"),
            "all EPSG:3067 swapped (0 -> 100 %);");
  EXPECT_EQ(said_of(around_mikkeli("EPSG:3067", true), std::nullopt),
            "all EPSG:3067 swapped (0 -> 100 %);");
  EXPECT_EQ(said_of(around_mikkeli("EPSG:3881"), "EPSG:3067"), "all EPSG:3881 (0 -> 100 %);");
}

TEST_F(MisplacedRows, AllInAnotherGkZoneAreToldByTheAreas) {
  // ETRS-GK27 without its prefix looks like TM35FIN, and so does GK24 like GK27.
  EXPECT_EQ(said_of(around_mikkeli("EPSG:3134"), "EPSG:3067"), "");  // same central meridian
  EXPECT_EQ(said_of(around_mikkeli("EPSG:3132"), "EPSG:3067"), "all EPSG:3132 (0 -> 100 %);");
}

TEST_F(MisplacedRows, SomeRowsAreToldOneByOne) {
  auto rows = around_mikkeli("EPSG:3067");
  auto const degrees = around_mikkeli("EPSG:4326");
  auto const swapped = around_mikkeli("EPSG:3067", true);
  rows.push_back(degrees[0]);
  rows.push_back(degrees[1]);
  rows.push_back(swapped[0]);
  rows.push_back({"x", {5e6, 5e6}});
  EXPECT_EQ(said_of(rows, "EPSG:3067"), "1 EPSG:3067 swapped;2 EPSG:4326;1 nowhere;");
}

TEST_F(MisplacedRows, AFewRowsElsewhereAreNoPattern) {
  std::vector<RawPosition> const rows{{"1", {430'000, 6'830'000}}, {"2", {431'000, 6'831'000}}};
  EXPECT_EQ(said_of(rows, "EPSG:3067"), "");
}

/// The advice, followed: it places what could not be used.
TEST_F(MisplacedRows, TheAdviceWorks) {
  struct Case {
    std::string crs;
    bool is_swapped;
    std::string given;  ///< by --place-crs
  };
  for (auto const& [crs, is_swapped, given] : {Case{"EPSG:3067", true, ""},
                                               {"EPSG:4326", true, ""},
                                               {"EPSG:4326", false, "EPSG:3067"},
                                               {"EPSG:3067", false, "EPSG:4326"},
                                               {"EPSG:3881", true, "EPSG:3067"}}) {
    std::string text = "id;nimi;x;y\n";
    for (auto const& row : around_mikkeli(crs, is_swapped))
      text += fmt::format("{};a;{};{}\n", row.row, row.at.x, row.at.y);
    io::PlaceInput input{.source = {.path = file("places.csv", text), .crs = given}};
    EXPECT_THROW(static_cast<void>(io::read_places(input, frame)), InputError) << crs;

    auto const surveyed = survey(input);
    auto const found = find_misplaced(surveyed.positions, surveyed.crs, frame, areas);
    ASSERT_TRUE(found.all) << crs;
    EXPECT_FALSE(found.all->are_placed);
    auto const findings =
        check_positions(surveyed, found, frame, {"places", "place-crs", "place-x", "place-y"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].severity, Severity::Error);
    EXPECT_EQ(findings[0].advice, is_swapped ? "`place-x` \"y\" `place-y` \"x\" `place-crs` " + crs
                                             : "`place-crs` " + crs);

    input.source.crs = crs;
    if (is_swapped) std::tie(input.x_field, input.y_field) = std::pair{"y", "x"};
    auto const placed = io::read_places(input, frame).places;
    ASSERT_EQ(placed.size(), 10U) << crs;
    EXPECT_NEAR(placed[PlaceId{0U}].point.x, 495'000, 0.01);
    EXPECT_NEAR(placed[PlaceId{0U}].point.y, 6'840'000, 0.01);
  }
}

}  // namespace
}  // namespace gapmap::checks
