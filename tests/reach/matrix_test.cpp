#include "gapmap/reach/matrix.h"

#include <fmt/format.h>

#include <stdexcept>

#include "gapmap/access/attach.h"
#include "tests/support/drawn_town.h"

namespace gapmap::reach {
namespace {

Ends ends_of(DrawnTown const& town) {
  Ends ends;
  auto const attached = [&](char letter) {
    auto const at = access::attach(std::vector{town.at(letter)}, town.network(), town.frame());
    return at.front();
  };
  for (char const letter : town.letters()) ends.cells.push_back(attached(letter));
  for (char const letter : town.places()) ends.places.push_back(attached(letter));
  return ends;
}

/// Every letter and the places it reaches, cheapest first: "A:A0,D50 b:D10 c:unreachable".
template <CostType Cost = Millimeters>
std::string matrix_of(DrawnTown const& town, MatrixOptions<Cost> const& options = {}) {
  auto const table =
      matrix(town.graph(), town.costs<Cost>(), ends_of(town), town.profile(), options);
  std::string text;
  for (auto const cell : table.connections.ids()) {
    text += fmt::format("{}{}:", text.empty() ? "" : " ", town.letters()[cell.value()]);
    auto const row = table.row(cell);
    for (auto const& [place, cost] : row) {
      text += fmt::format("{}{}{:.0f}", &place == &row.front().place ? "" : ",",
                          town.places()[place.value()], to_natural(cost).value());
    }
    if (table.connections[cell] == Connection::BeyondCutoff) text += "beyond";
    if (table.connections[cell] == Connection::Unreachable) text += "unreachable";
    if (table.connections[cell] == Connection::OffNetwork) text += "off-network";
  }
  return text;
}

TEST(Matrix, EverybodyToEveryPlaceCheapestFirst) {
  EXPECT_EQ(matrix_of(drawn_town("A----b--c---D", {.step = Meters{10}})),
            "A:A0,D120 b:A50,D70 c:D40,A80 D:D0,A120");
}

TEST(Matrix, TiesAreInTheOrderOfThePlaces) {
  EXPECT_EQ(matrix_of(drawn_town("C----b----A", {.step = Meters{10}})),
            "A:A0,C100 b:A50,C50 C:C0,A100");
}

TEST(Matrix, PairExactlyAtTheCutoffIsIn) {
  auto const town = drawn_town("A----b----C", {.step = Meters{10}});
  auto const exact = town.reach().nearest(town.cell('b'))->cost;
  EXPECT_EQ(matrix_of(town, {.cutoff = exact}), "A:A0 b:A50,C50 C:C0");
  EXPECT_EQ(matrix_of(town, {.cutoff = Millimeters{exact.value() - 1}}), "A:A0 b:beyond C:C0");
}

TEST(Matrix, BothOffRoadLegsAreCountedAndTheCutoffCountsThem) {
  auto const town = drawn_town(R"(
      x        Y


      a--------b
  )",
                               {.step = Meters{10}});
  EXPECT_EQ(matrix_of(town), "a:Y120 b:Y30 x:Y150 Y:Y60");
  EXPECT_EQ(matrix_of(town, {.cutoff = Millimeters{149'999}}), "a:Y120 b:Y30 x:beyond Y:Y60");
}

TEST(Matrix, OneWayStreetsAreTravelledInTheDirectionOfTheTrip) {
  auto const town = drawn_town(R"(
      A--->b
      |    |
      |    |
      c----d
  )",
                               {.step = Meters{10}});
  EXPECT_EQ(matrix_of(town), "A:A0 b:A110 c:A30 d:A80") << "b goes round";
  EXPECT_EQ(matrix_of(town, {.trip = Trip::FromPlace}), "A:A0 b:A50 c:A30 d:A80");
  EXPECT_EQ(matrix_of(town, {.trip = Trip::Round}), "A:A0 b:A160 c:A60 d:A160");
  EXPECT_EQ(matrix_of(town, {.cutoff = Millimeters{159'000}, .trip = Trip::Round}),
            "A:A0 b:beyond c:A60 d:beyond");
}

TEST(Matrix, TimesAreMinimisedAsWell) {
  auto const town = drawn_town("A----b", {.step = Meters{1000}});
  auto const nearest = town.reach<Milliseconds>().nearest(town.cell('b'))->cost;
  EXPECT_EQ(matrix_of<Milliseconds>(town),
            fmt::format("A:A0 b:A{:.0f}", to_natural(nearest).value()));
}

TEST(Matrix, ComponentsWithoutAPlaceAndPointsWithoutARoadAreSaidToBe) {
  auto const town = drawn_town(R"(
      A---b
      c---d
  )",
                               {.step = Meters{10}});
  EXPECT_EQ(matrix_of(town), "A:A0 b:A40 c:unreachable d:unreachable");
  EXPECT_EQ(matrix_of(drawn_town("a  B")), "a:off-network B:off-network");
}

TEST(Matrix, WithoutAnybodyOrAnyPlaceThereAreNoPairs) {
  auto const town = drawn_town("A--b");
  EXPECT_THAT(matrix(town.graph(), town.costs(), {}, town.profile()).first_reach,
              testing::ElementsAre(0));
  auto ends = ends_of(town);
  ends.places = {};
  auto const table = matrix(town.graph(), town.costs(), ends, town.profile());
  EXPECT_THAT(table.first_reach, testing::ElementsAre(0, 0, 0));
}

TEST(Matrix, VisitsEveryRowOnceThoseWithoutRoadLast) {
  auto const town = drawn_town("A--b--c--D", {.step = Meters{10}});
  auto ends = ends_of(town);
  ends.cells[CellId{std::size_t{1}}] = {};
  Matrix<Millimeters> const matrix{town.graph(),   town.costs(), ends,
                                   town.profile(), Rows::Cells,  {}};
  std::vector<std::uint32_t> rows;
  std::size_t of_unattached = 99;
  matrix.visit([&](MatrixBlock<Millimeters> const& block) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      rows.push_back(block.rows[i]);
      if (block.rows[i] == 1) of_unattached = block.row(i).size();
    }
  });
  EXPECT_EQ(rows.back(), 1U);
  EXPECT_EQ(of_unattached, 0U);
  EXPECT_THAT(rows, testing::UnorderedElementsAre(0, 1, 2, 3));
}

TEST(Matrix, WhatTheVisitorThrowsEndsTheRun) {
  auto const town = drawn_town("A--b--c--D", {.step = Meters{10}});
  auto const ends = ends_of(town);
  Matrix<Millimeters> const matrix{town.graph(),   town.costs(), ends,
                                   town.profile(), Rows::Cells,  {}};
  EXPECT_THROW(matrix.visit([](auto const&) { throw std::runtime_error{"the disk is full"}; }),
               std::runtime_error);
}

}  // namespace
}  // namespace gapmap::reach
