// How long to read every row of a reach table of all of Finland, and what is made of them?
//
// Iterating sums the costs of every cell and its two nearest places through row(); then
// coverage::assess, find_gaps, summarise and close_each, all of which read nothing but the table,
// places and people. There is no peer. Before the clock starts the sum is that of the bare column,
// and the residents of every status are counted once more by hand.
//
// Inputs: all of $GAPMAP_DATA/finland: population grid, numbered roads, municipalities and their
// centres, by car up to 20 km.

#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <stdexcept>

#include "benchmarks/inputs.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "gapmap/access/attach.h"
#include "gapmap/access/components.h"
#include "gapmap/coverage/closures.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/io/read_places.h"
#include "gapmap/io/read_municipalities.h"
#include "gapmap/io/read_population.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/places/assign.h"
#include "gapmap/reach/k_nearest.h"

namespace gapmap::benchmarks {
namespace {

namespace fs = std::filesystem;

constexpr Millimeters kLimit{20'000'000};
constexpr std::size_t kRepetitions = 21;

using Table = ReachTable<Millimeters>;

/// What the waist gives to those above it.
struct World {
  Population population;
  Municipalities municipalities;
  Table reach;
  std::size_t nodes = 0;
  std::size_t edges = 0;
};

std::vector<Point> centers_of(Population const& population) {
  std::vector<Point> points;
  for (auto const& cell : population) points.push_back(cell.center);
  return points;
}

World read(fs::path const& folder) {
  WorkingFrame const frame{Crs::tm35fin()};
  auto const source = [&](char const* name) {
    return io::Source{.path = (folder / name).string()};
  };
  World world;
  world.municipalities =
      io::read_municipalities({.source = source("municipalities_2023.gpkg")}, frame).municipalities;
  world.population =
      io::read_population({.source = source("population_1km_2021_epsg3035.csv")}, frame).population;
  (void)places::assign_municipalities(world.population, world.municipalities);
  auto const places = io::read_places({.source = source("municipality_centres.csv")}, frame).places;
  auto const network =
      network::assemble(io::read_roads({.source = source("roads_mml1000_2013.gpkg")}, frame).roads,
                        Ruler{frame})
          .network;
  auto const graph = graph::build(network);
  auto const car = travel::builtin_profile(Mode::Car);
  auto const costs = travel::weigh<Millimeters>(network, graph, car);
  std::vector<Point> place_points;
  for (auto const& place : places) place_points.push_back(place.point);
  auto const homes = centers_of(world.population);
  reach::Ends const ends{
      IdVector<CellId, Attachment>{access::attach(homes, network, frame)},
      IdVector<PlaceId, Attachment>{access::attach(place_points, network, frame)}};
  world.reach = reach::k_nearest(graph, costs, ends, car, {.k = 2});
  world.nodes = graph.nodes();
  world.edges = graph.edges();
  return world;
}

std::uint64_t sum_of_rows(Table const& reach) {
  std::uint64_t sum = 0;
  for (auto const cell : reach.connections.ids()) {
    for (auto const& [place, cost] : reach.row(cell)) sum += cost.value();
  }
  return sum;
}

void verify(World const& world) {
  std::uint64_t sum = 0;
  for (auto const& reach : world.reach.reaches) sum += reach.cost.value();
  if (sum == 0 || sum != sum_of_rows(world.reach)) throw std::runtime_error{"the sums differ"};
  People within{0};
  People all{0};
  for (auto const cell : world.population.ids()) {
    auto const residents = world.population[cell].residents.value_or(People{0});
    auto const nearest = world.reach.nearest(cell);
    all += residents;
    if (nearest && nearest->cost <= kLimit) within += residents;
  }
  auto const total = coverage::summarise(coverage::assess(world.reach, kLimit), world.population,
                                         world.municipalities)
                         .total;
  if (total.residents != all || total.with(Status::Covered) != within)
    throw std::runtime_error{"the summary counts other residents"};
  fmt::print(stderr, "\n{} cells; {:.0f} of {:.0f} residents within 20 km\n",
             world.population.size(), within.value(), all.value());
}

void measure(World const& world) {
  verify(world);
  auto const coverage = coverage::assess(world.reach, kLimit);
  auto const memory = peak_memory_mb();
  std::uint64_t sum = 0;
  std::vector<Contender> const contenders{
      {"iterate all rows", [&] { sum += sum_of_rows(world.reach); }, memory, false},
      {"assess", [&] { (void)coverage::assess(world.reach, kLimit); }, memory, false},
      {"summarise",
       [&] { (void)coverage::summarise(coverage, world.population, world.municipalities); }, memory,
       false},
      {"close each place",
       [&] { (void)coverage::close_each(world.population, world.reach, kLimit); }, memory, false},
      {"find gaps", [&] { (void)coverage::find_gaps(world.population, coverage); }, memory, false}};
  auto const times = take_times(contenders, kRepetitions);
  if (sum % sum_of_rows(world.reach) != 0) throw std::runtime_error{"a sum differs"};
  print_rows({.data_set = "Finland",
              .nodes = world.nodes,
              .edges = world.edges,
              .repetitions = kRepetitions},
             contenders, times);
}

void run() {
  print_header();
  for (auto const* file : {"municipalities_2023.gpkg", "population_1km_2021_epsg3035.csv",
                           "municipality_centres.csv", "roads_mml1000_2013.gpkg"}) {
    if (!find_data(fs::path{"finland"} / file)) return;
  }
  measure(read(data_folder() / "finland"));
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_rows: {}\n", error.what());
    return 1;
  }
}
