// How long from an OpenStreetMap extract to a network that can be searched, and how much memory
// does it take?
//
// Ours is io::read_osm_roads, network::assemble and graph::build, for all modes at once. The
// yardstick is `osmium fileinfo -e`, which decodes the same file and keeps nothing; it is a program
// of its own, so its memory is not ours to state. The large extract is 36 copies of the small one.
// What was loaded is let go while no clock runs. Before the clock starts, every copy has become the
// same number of segments as the small extract by itself, and its length is that of the small
// network's shapes, moved as the copy was.
//
// Inputs: porto and las_palmas from $GAPMAP_DATA/osm; the large extract is made beside the
// program's temporary files and kept.

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "benchmarks/inputs.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "benchmarks/tiled_extract.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/io/osm_pbf.h"

namespace gapmap::benchmarks {
namespace {

namespace fs = std::filesystem;

struct Loaded {
  RoadNetwork network;
  RoadGraph graph;
};

struct Loader {
  std::string path;
  WorkingFrame const& frame;
  Ruler ruler{frame};

  [[nodiscard]] io::RoadsRead read() const {
    return io::read_osm_roads({.source = {.path = path}}, frame);
  }
  [[nodiscard]] RoadNetwork assemble(io::RoadsRead read) const {
    return network::assemble(std::move(read.roads), ruler).network;
  }
  [[nodiscard]] Loaded load() const {
    Loaded loaded{assemble(read()), {}};
    loaded.graph = graph::build(loaded.network);
    return loaded;
  }
};

/// What one copy has become.
struct Copy {
  std::size_t segments = 0;
  double length_m = 0;
};

/// Which copy each segment belongs to tells the longitude and latitude of its beginning.
std::vector<Copy> copies_of(RoadNetwork const& network, WorkingFrame const& frame,
                            Tiling const& tiling, LonLat corner) {
  std::vector<Copy> copies(static_cast<std::size_t>(tiling.columns * tiling.rows));
  auto const degrees = frame.to_lonlat(network.junctions.values());
  for (auto const segment : network.segments.ids()) {
    auto const at = degrees[network.segments[segment].from.value()];
    auto const column = static_cast<int>((at.lon - corner.lon) / tiling.step_degrees);
    auto const row = static_cast<int>((corner.lat - at.lat) / tiling.step_degrees);
    auto& copy = copies.at(static_cast<std::size_t>(row * tiling.columns + column));
    ++copy.segments;
    copy.length_m += network.length(segment).value();
  }
  return copies;
}

/// Length of all shapes, moved by whole degrees north and east.
double moved_length(RoadNetwork const& network, WorkingFrame const& frame, Ruler const& ruler,
                    LonLat by) {
  std::vector<Point> moved;
  for (auto const p : frame.to_lonlat(network.shapes.points()))
    moved.push_back(frame.from_lonlat({p.lon + by.lon, p.lat + by.lat}));
  double length = 0;
  for (std::size_t line = 0; line < network.shapes.size(); ++line) {
    auto const first = network.shapes.first_point(line);
    length +=
        ruler.along(std::span{moved}.subspan(first, network.shapes.first_point(line + 1) - first))
            .back();
  }
  return length;
}

void verify(Loaded const& large, Loader const& small_loader, Tiling const& tiling) {
  auto const small = small_loader.load();
  auto const& frame = small_loader.frame;
  LonLat corner{180, -90};  // north-west
  for (auto const p : frame.to_lonlat(small.network.shapes.points())) {
    corner = {std::min(corner.lon, p.lon), std::max(corner.lat, p.lat)};
  }
  constexpr double kRounding = 1e-6;
  corner = {corner.lon - kRounding, corner.lat + kRounding};
  auto const copies = copies_of(large.network, frame, tiling, corner);
  for (int row = 0; row < tiling.rows; ++row) {
    // A turn around the Earth's axis keeps lengths, so one column stands for its row.
    auto const expected =
        moved_length(small.network, frame, small_loader.ruler, {0, -row * tiling.step_degrees});
    for (int column = 0; column < tiling.columns; ++column) {
      auto const& copy = copies[static_cast<std::size_t>(row * tiling.columns + column)];
      bool const is_same = copy.segments == small.network.segments.size() &&
                           std::abs(copy.length_m - expected) < 1e-6 * expected;
      if (!is_same) {
        throw std::runtime_error{fmt::format(
            "copy {}, {}: {} segments of {:.1f} m, expected {} of {:.1f} m", row, column,
            copy.segments, copy.length_m, small.network.segments.size(), expected)};
      }
    }
  }
  if (large.graph.edges() != 2 * large.network.segments.size())
    throw std::runtime_error{"the graph lacks edges"};
}

/// The yardstick's command, or nothing where it is not installed.
std::optional<std::string> yardstick(std::string const& path) {
  if (std::system("command -v osmium > /dev/null") != 0) return std::nullopt;
  return fmt::format("osmium fileinfo --extended --no-progress '{}' > /dev/null", path);
}

void measure(std::string const& data_set, Loader const& loader, std::size_t repetitions) {
  forget_peak_memory();
  auto const sizes = [&] {
    auto const loaded = loader.load();
    return Setting{.data_set = data_set,
                   .nodes = loaded.graph.nodes(),
                   .edges = loaded.graph.edges(),
                   .repetitions = repetitions,
                   .bytes = fs::file_size(loader.path)};
  }();
  auto const memory = peak_memory_mb();

  std::optional<Loaded> loaded;
  std::optional<io::RoadsRead> read;
  std::optional<RoadNetwork> network;
  std::optional<RoadGraph> graph;
  auto const forget = [&] {
    loaded.reset();
    read.reset();
    network.reset();
    graph.reset();
  };
  std::vector<Contender> contenders{
      {.method = "load",
       .run = [&] { loaded.emplace(loader.load()); },
       .peak_memory_mb = memory,
       .prepare = forget},
      {"  fingerprint", [&] { (void)io::fingerprint(loader.path); }, memory, false},
      {"  read", [&] { read.emplace(loader.read()); }, memory, false, forget},
      {"  assemble", [&] { network.emplace(loader.assemble(std::move(*read))); }, memory, false},
      {"  graph", [&] { graph.emplace(graph::build(*network)); }, memory, false}};
  auto const command = yardstick(loader.path);
  if (command) {
    contenders.push_back({"osmium fileinfo -e", [&] {
                            if (std::system(command->c_str()) != 0)
                              throw std::runtime_error{"osmium fileinfo failed"};
                          }});
  } else {
    fmt::print(stderr, "osmium-tool is not installed: no yardstick\n");
    contenders.front().answers = false;
  }
  print_rows(sizes, contenders, take_times(contenders, repetitions));
}

void run() {
  print_header();
  auto const porto = find_data("osm/porto.osm.pbf");
  for (auto const& extract : osm_extracts()) {
    WorkingFrame const frame{Crs::from_text(extract.crs)};
    Loader const loader{extract.path, frame};
    bool const is_tiled = extract.name == "porto 6x6";
    if (is_tiled) {
      // What a copy is held against has no relations either, so no turn restrictions.
      auto const single = fs::path{extract.path}.replace_filename("gapmap-single.osm.pbf");
      write_tiled_extract(*porto, single, Tiling{.columns = 1, .rows = 1});
      verify(loader.load(), {single.string(), frame}, Tiling{});
      fs::remove(single);
    }
    measure(extract.name, loader, is_tiled ? 5 : 11);
  }
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_load: {}\n", error.what());
    return 1;
  }
}
