#include <ogr_api.h>
#include <xxhash.h>

#include <cmath>
#include <cstring>
#include <memory>

#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/network_file.h"
#include "gapmap/io/raw_shape.h"
#include "gapmap/io/read_picture.h"
#include "gapmap/io/read_run.h"
#include "gapmap/network/assemble.h"
#include "tests/fuzz/target.h"

namespace gapmap::fuzz {
namespace {

WorkingFrame const& frame() {
  static WorkingFrame const frame{Crs::tm35fin()};
  return frame;
}

/// A small network as gapmap writes it.
std::string whole_network_file() {
  // A triangle, each side a line of its own.
  network::RoadLines roads;
  roads.lines = network::VertexLines{{.first_points = {0, 2, 4, 6},
                                      .positions = {{500000, 6800000},
                                                    {500100, 6800000},
                                                    {500100, 6800000},
                                                    {500100, 6800100},
                                                    {500100, 6800100},
                                                    {500000, 6800000}}}};
  roads.attributes.assign(3, RoadAttributes{RoadClass::Local});
  io::BuiltNetwork built;
  built.assembly = network::assemble(roads, Ruler{frame()});
  built.graph = graph::build(built.assembly.network);
  built.report.recognised = "a triangle";
  auto const path = file_with("whole.gmnet", {});
  io::write_network_file(path, built, frame().crs());
  std::string bytes(std::filesystem::file_size(path), '\0');
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file{std::fopen(path.c_str(), "rb"),
                                                             std::fclose};
  expect(std::fread(bytes.data(), 1, bytes.size(), file.get()) == bytes.size(),
         "what was written is read");
  return bytes;
}

/// Changes to a sound file, each of three bytes: where (two), and what. The checksum is made to fit
/// again, as somebody who means harm would. An odd number of bytes more leaves it as it was.
void network_file(std::string_view edits) {
  static std::string const whole = whole_network_file();
  constexpr std::size_t kHeader = 32;
  constexpr std::size_t kChecksum = 24;
  auto bytes = whole;
  for (std::size_t i = 0; i + 2 < edits.size(); i += 3) {
    auto const at =
        static_cast<unsigned char>(edits[i]) + 256U * static_cast<unsigned char>(edits[i + 1]);
    bytes[at % bytes.size()] = edits[i + 2];
  }
  if (edits.size() % 3 != 1) {
    std::uint64_t sum = XXH3_64bits(bytes.data() + kHeader, bytes.size() - kHeader);
    sum = XXH3_64bits(&sum, sizeof sum);
    std::memcpy(bytes.data() + kChecksum, &sum, sizeof sum);
  }
  or_refused([&] {
    auto const read = io::read_network_file(file_with("fuzz.gmnet", bytes), frame());
    auto const& network = read.assembly.network;
    for (auto const s : network.segments.ids()) {
      expect(std::isfinite(network.length(s).value()), "a segment has a length");
      (void)network.name(s);
    }
    // Whatever is in the file, one can go along it.
    std::size_t edges = 0;
    for (auto const node : network.junctions.ids())
      for (auto const edge : read.graph.out(NodeId{node.value()}))
        edges += read.graph.head(edge).value() < network.junctions.size() ? 1 : 0;
    expect(edges == read.graph.edges(), "every edge leads to a junction");
  });
}

/// run.json; behind a line of equals signs the rows of cells.csv.
void run_record(std::string_view bytes) {
  constexpr std::string_view kRule = "\n=====\n";
  auto const rule = bytes.find(kRule);
  bool const has_rows = rule != std::string_view::npos;
  (void)file_with("run.json", bytes.substr(0, rule));
  (void)file_with("cells.csv", has_rows ? bytes.substr(rule + kRule.size()) : "id\n");
  or_refused([&] {
    auto const run = io::read_run(folder().string());
    for (auto const& table : run.tables) {
      for (auto const& row : table.rows)
        expect(row.size() == table.columns.size(), "a row has a value of every column");
    }
    expect(std::isfinite(run.facts.limit), "a limit is a number");
  });
}

void expect_sound(io::RawShape const& shape) {
  std::uint32_t before = 0;
  for (auto const end : shape.path_ends) {
    expect(end >= before && end <= shape.points.size(), "paths lie within their points");
    before = end;
  }
  before = 0;
  for (auto const end : shape.part_ends) {
    expect(end >= before && end <= shape.path_ends.size(), "parts lie within their paths");
    before = end;
  }
  expect(shape.heights.empty() || shape.heights.size() == shape.points.size(),
         "all points have a height, or none has");
}

/// Well-known text, or binary.
void raw_shape(std::string_view bytes) {
  io::QuietGdal const quiet;
  using enum io::GeometryKind;
  for (auto const wanted : {Point, Line, Polygon}) {
    expect_sound(io::raw_shape_of_text(std::string{bytes}, {wanted}));
    OGRGeometryH geometry = nullptr;
    if (OGR_G_CreateFromWkb(bytes.data(), nullptr, &geometry, static_cast<int>(bytes.size())) ==
        OGRERR_NONE)
      expect_sound(io::raw_shape_of(geometry, {wanted, Polygon}));
    if (geometry != nullptr) OGR_G_DestroyGeometry(geometry);
  }
}

void picture(std::string_view bytes) {
  or_refused([&] {
    expect(io::read_picture(file_with("picture", bytes)).starts_with("data:image/"),
           "a picture is one");
  });
}

}  // namespace

std::vector<Target> file_targets() {
  return {{"network_file", network_file, 1000},
          {"run_record", run_record, 700},
          {"raw_shape", raw_shape},
          {"picture", picture, 500}};
}

}  // namespace gapmap::fuzz
