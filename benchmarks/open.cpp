// How long from a network file to a network that can be searched, and how much memory does it take?
//
// Ours is io::read_network_file: the file is mapped, checked wholly, and viewed. The peer is what
// it saves: io::read_roads, network::assemble and graph::build from the source. Both are also timed
// with travel::weigh for cars behind them, which touches most pages: what opening leaves undone
// would show there. Files lie in the page cache. Before the clock starts every column that was
// opened is shown to equal the one that was assembled.
//
// Inputs: Finland's numbered roads from $GAPMAP_DATA/finland, and the extracts of inputs.h.

#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <exception>
#include <filesystem>
#include <stdexcept>

#include "benchmarks/inputs.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "gapmap/io/network_file.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::benchmarks {
namespace {

namespace fs = std::filesystem;

io::BuiltNetwork assemble(Extract const& source, WorkingFrame const& frame) {
  auto read = io::read_roads({.source = {.path = source.path}}, frame);
  io::BuiltNetwork built;
  built.assembly = network::assemble(std::move(read.roads), Ruler{frame});
  built.graph = graph::build(built.assembly.network);
  built.report = std::move(read.report);
  return built;
}

template <class Column>
void require_equal(Column const& opened, Column const& assembled, char const* name) {
  if (!(opened == assembled)) throw std::runtime_error{fmt::format("{} differs", name)};
}

void verify(io::BuiltNetwork const& opened, io::BuiltNetwork const& assembled) {
  auto const& a = opened.assembly.network;
  auto const& b = assembled.assembly.network;
  if (!a.along.is_borrowed()) throw std::runtime_error{"the columns were copied"};
  require_equal(a.junctions, b.junctions, "junctions");
  require_equal(a.shapes.points(), b.shapes.points(), "points");
  require_equal(a.shapes.first_points(), b.shapes.first_points(), "first points");
  require_equal(a.along, b.along, "lengths");
  require_equal(a.segments.size(), b.segments.size(), "number of segments");
  for (auto const s : a.segments.ids()) {
    auto const& x = a.segments[s];
    auto const& y = b.segments[s];
    if (x.from != y.from || x.to != y.to || x.attributes != y.attributes)
      throw std::runtime_error{fmt::format("segment {} differs", s.value())};
  }
  std::vector<std::string> columns;
  RoadGraphColumns::visit(opened.graph, [&](char const* name, auto const& x) {
    RoadGraphColumns::visit(assembled.graph, [&](char const* other, auto const& y) {
      if constexpr (std::is_same_v<decltype(x), decltype(y)>) {
        if (std::strcmp(name, other) != 0) return;
        require_equal(x, y, name);
        columns.emplace_back(name);
      }
    });
  });
  require_equal(columns.size(), std::size_t{5}, "number of columns");
}

/// What a run does first with a network.
void weigh(io::BuiltNetwork const& built) {
  static_cast<void>(travel::weigh<Millimeters>(built.assembly.network, built.graph,
                                               travel::builtin_profile(Mode::Car)));
}

void measure(Extract const& source, std::size_t repetitions) {
  WorkingFrame const frame{Crs::from_text(source.crs)};
  auto const file = fs::temp_directory_path() / fmt::format("gapmap-{}.gmnet", ::getpid());
  Setting setting{.data_set = source.name, .repetitions = repetitions};
  forget_peak_memory();
  {
    auto const assembled = assemble(source, frame);
    io::write_network_file(file.string(), assembled, frame.crs());
    verify(io::read_network_file(file.string(), frame), assembled);
    setting.nodes = assembled.graph.nodes();
    setting.edges = assembled.graph.edges();
    setting.bytes = fs::file_size(file);
  }
  auto const open = [&] { return io::read_network_file(file.string(), frame); };
  forget_peak_memory();
  (void)open();
  auto const opened_mb = peak_memory_mb();
  forget_peak_memory();
  weigh(open());
  auto const weighed_mb = peak_memory_mb();
  forget_peak_memory();
  (void)assemble(source, frame);
  auto const assembled_mb = peak_memory_mb();
  std::vector<Contender> const contenders{
      {"open", [&] { (void)open(); }, opened_mb},
      {"open and weigh", [&] { weigh(open()); }, weighed_mb, false},
      {"assemble from the source", [&] { (void)assemble(source, frame); }, assembled_mb}};
  print_rows(setting, contenders, take_times(contenders, repetitions));
  fs::remove(file);
}

void run() {
  print_header();
  if (auto const finland = find_data("finland/roads_mml1000_2013.gpkg"))
    measure({"Finland's numbered roads", finland->string(), "EPSG:3067"}, 21);
  for (auto const& extract : osm_extracts()) {
    bool const is_large = fs::file_size(extract.path) > 50'000'000;
    measure(extract, is_large ? 3 : 11);
  }
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_open: {}\n", error.what());
    return 1;
  }
}
