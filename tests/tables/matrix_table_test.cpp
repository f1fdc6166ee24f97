#include "gapmap/tables/matrix_table.h"

#include <gtest/gtest.h>

#include "tests/support/table_text.h"

namespace gapmap::tables {
namespace {

std::string joined(std::vector<Column> const& columns) {
  std::string text;
  for (auto const& column : columns) text += (text.empty() ? "" : ",") + column.name;
  return text;
}

TEST(MatrixColumns, AreCalledAfterWhatIsCounted) {
  EXPECT_EQ(joined(matrix_columns<Millimeters>()), "cell_id,place_id,distance_m");
  EXPECT_EQ(joined(matrix_columns<Milliseconds>()), "cell_id,place_id,time_s");
  EXPECT_EQ(matrix_arrays<Millimeters>().first, "matrix_first");
  EXPECT_EQ(matrix_arrays<Millimeters>().cell, "matrix_cell");
  EXPECT_EQ(matrix_arrays<Millimeters>().cost, "matrix_distance_mm");
  EXPECT_EQ(matrix_arrays<Milliseconds>().cost, "matrix_time_ms");
}

/// Two places and three cells, of which one is on no road and one has no number of residents.
struct Pairs {
  Places places;
  Population population;
  reach::Ends ends;
  MatrixTally tally;

  Pairs() {
    Attachment on_road;
    on_road.off_road = Meters{12.5};
    places.push_back({.id = "p", .name = "Pappila", .point = {100, 200}});
    places.push_back({.id = "t", .name = "Tupa", .point = {300, 400.5}});
    ends.places.push_back(on_road);
    ends.places.push_back(on_road);
    for (auto const* id : {"a", "b", "c"}) {
      Cell cell;
      cell.id = id;
      cell.center = {1, 2};
      if (cell.id != "b") cell.residents = People{3.5};
      population.push_back(cell);
      ends.cells.push_back(cell.id == "c" ? Attachment{} : on_road);
    }
    tally.places = {PlaceId{std::size_t{1}}, PlaceId{std::size_t{0}}};
    tally.of_place.resize(2);
    tally.of_cell.resize(3);
    tally.of_place[PlaceId{std::size_t{1}}] = 2;
    tally.of_cell[CellId{std::size_t{0}}] = 1;
    tally.of_cell[CellId{std::size_t{1}}] = 1;
    tally.pairs = 2;
  }
};

TEST(MatrixTables, TellWhoTheRowsAndColumnsAre) {
  Pairs const pairs;
  auto const places = matrix_place_table(pairs.places, pairs.ends, pairs.tally);
  EXPECT_EQ(joined(places.columns), "place_id,place_name,x,y,off_road_m,cells");
  EXPECT_EQ(text_of(places), "t|Tupa|300|400.5|12.5|2\np|Pappila|100|200|12.5|0\n");
  auto const cells = matrix_cell_table(pairs.population, pairs.ends, pairs.tally);
  EXPECT_EQ(joined(cells.columns), "cell_id,x,y,residents,off_road_m,places");
  EXPECT_EQ(text_of(cells), "a|1|2|3.5|12.5|1\nb|1|2||12.5|1\nc|1|2|3.5||0\n");
  EXPECT_EQ(pairs.tally.cells_without_place(), 1U);
}

}  // namespace
}  // namespace gapmap::tables
