#include "gapmap/io/network_file.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <type_traits>

#include "gapmap/io/detail/record_words.h"
#include "gapmap/io/detail/column_file.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/detail/whole_network.h"
#include "gapmap/units/error.h"
#include "gapmap/units/secrets.h"

namespace gapmap::io {
namespace {

/// The version must be raised with every change to what is written below or to how a column looks
/// in memory.
constexpr ColumnFormat kFormat{.magic = {'g', 'a', 'p', 'm', 'a', 'p', 'n', 'w'}, .version = 10};

/// A segment as it is in memory, but without padding, whose bytes a compiler may leave undefined.
struct StoredSegment {
  std::uint32_t from;
  std::uint32_t to;
  RoadClass road_class;
  Surface surface;
  std::array<ModeSet, 2> permitted;
  std::array<SpeedLimit, 2> speed_limit;
  Level level;
  Entry entry;
  std::array<std::uint8_t, 2> nothing{};
  float ferry_speed_mps;
  std::array<std::uint8_t, 2> signals;
  std::array<Control, 2> control;
};
static_assert(sizeof(StoredSegment) == sizeof(Segment) &&
              alignof(StoredSegment) == alignof(Segment));
static_assert(offsetof(StoredSegment, from) == offsetof(Segment, from) &&
              offsetof(StoredSegment, to) == offsetof(Segment, to));
static_assert(offsetof(StoredSegment, signals) == offsetof(Segment, signals) &&
              offsetof(StoredSegment, control) == offsetof(Segment, control));
constexpr std::size_t kAttributes = offsetof(Segment, attributes);
static_assert(
    offsetof(StoredSegment, road_class) == kAttributes + offsetof(RoadAttributes, road_class) &&
    offsetof(StoredSegment, surface) == kAttributes + offsetof(RoadAttributes, surface) &&
    offsetof(StoredSegment, permitted) == kAttributes + offsetof(RoadAttributes, permitted) &&
    offsetof(StoredSegment, speed_limit) == kAttributes + offsetof(RoadAttributes, speed_limit) &&
    offsetof(StoredSegment, level) == kAttributes + offsetof(RoadAttributes, level) &&
    offsetof(StoredSegment, entry) == kAttributes + offsetof(RoadAttributes, entry) &&
    offsetof(StoredSegment, ferry_speed_mps) ==
        kAttributes + offsetof(RoadAttributes, ferry_speed_mps));
static_assert(sizeof(std::size_t) == sizeof(std::uint64_t), "offsets are stored as they are");

StoredSegment to_stored(Segment const& segment) {
  auto const& road = segment.attributes;
  return {.from = segment.from.value(),
          .to = segment.to.value(),
          .road_class = road.road_class,
          .surface = road.surface,
          .permitted = road.permitted,
          .speed_limit = road.speed_limit,
          .level = road.level,
          .entry = road.entry,
          .ferry_speed_mps = road.ferry_speed_mps,
          .signals = segment.signals,
          .control = segment.control};
}

void put(InputFile const& file, ColumnSink& sink) {
  sink.text(file.path);
  sink.number(file.bytes);
  sink.text(file.sha256);
  sink.text(file.xxh3);
}

InputFile get_file(ColumnStream& stream) {
  InputFile file;
  file.path = stream.text();
  file.bytes = stream.number();
  file.sha256 = stream.text();
  file.xxh3 = stream.text();
  return file;
}

void put(ImportReport const& report, ColumnSink& sink) {
  sink.text(masked(report.layer, report.source.path));
  sink.text(report.recognised);
  sink.text(std::string{word_of(kDataKinds, report.kind)});
  sink.text(report.crs);
  sink.number(report.rows);
  sink.number(report.rows_used);
  sink.number(report.remarks.size());
  for (auto const& remark : report.remarks) {
    sink.text(remark.what);
    sink.number(remark.consequence == Consequence::Used ? 1 : 0);
    sink.number(remark.count);
    sink.number(remark.examples.size());
    for (auto const& example : remark.examples) sink.text(example);
  }
  sink.number(report.files.size());
  for (auto const& file : report.files) put(file, sink);
}

ImportReport get_report(ColumnStream& stream) {
  ImportReport report;
  report.input = "roads";
  report.layer = stream.text();
  report.recognised = stream.text();
  auto const kind = std::ranges::find(kDataKinds, stream.text());
  if (kind != kDataKinds.end()) report.kind = static_cast<DataKind>(kind - kDataKinds.begin());
  report.crs = stream.text();
  report.rows = stream.number();
  report.rows_used = stream.number();
  report.remarks.resize(stream.count());
  for (auto& remark : report.remarks) {
    remark.what = stream.text();
    remark.consequence = stream.number() == 1 ? Consequence::Used : Consequence::LeftOut;
    remark.count = stream.number();
    remark.examples.resize(stream.count());
    for (auto& example : remark.examples) example = stream.text();
  }
  report.files.resize(stream.count());
  for (auto& file : report.files) file = get_file(stream);
  return as_recorded(std::move(report));  // older versions stored passwords and keys
}

void put(RoadNetwork const& network, ColumnSink& sink) {
  sink.column<Point>(network.junctions.values());
  sink.begin_column(network.segments.size());
  for (auto const& segment : network.segments) sink.value(to_stored(segment));
  sink.end_column();
  sink.column<Point>(network.shapes.points());
  sink.column<std::size_t>(network.shapes.first_points());
  sink.column<double>(network.along);
  sink.column<NameId>(network.names.values());
  sink.column<char>(network.name_pool.text());
  sink.column<std::uint64_t>(network.name_pool.first());
  sink.column<SegmentId>(network.originals_of_copies);
  sink.column<JunctionId>(network.originals_of_split_junctions);
}

RoadNetwork get_network(ColumnStream& stream) {
  RoadNetwork network;
  network.junctions = IdColumn<JunctionId, Point>{stream.column<Point>()};
  network.segments = IdColumn<SegmentId, Segment>{stream.column<Segment>()};
  auto points = stream.column<Point>();
  network.shapes = Lines::of(std::move(points), stream.column<std::size_t>());
  network.along = stream.column<double>();
  network.names = IdColumn<SegmentId, NameId>{stream.column<NameId>()};
  auto text = stream.column<char>();
  network.name_pool = NamePool{std::move(text), stream.column<std::uint64_t>()};
  network.originals_of_copies = stream.column<SegmentId>();
  network.originals_of_split_junctions = stream.column<JunctionId>();
  return network;
}

void put(RoadGraph const& graph, ColumnSink& sink) {
  RoadGraphColumns::visit(graph, [&](char const* name, auto const& column) {
    sink.text(name);
    if constexpr (requires { column.values(); }) {
      sink.column(std::span{column.values()});
    } else {
      sink.column(std::span{column});
    }
  });
}

RoadGraph get_graph(ColumnStream& stream) {
  RoadGraph graph;
  RoadGraphColumns::visit(graph, [&](char const* name, auto& column) {
    expects(stream.text() == name, "the columns of a network file come in their order");
    using Values = std::remove_reference_t<decltype(column)>;
    column = Values{stream.column<typename Values::value_type>()};
  });
  return graph;
}

BuiltNetwork get_network_with_graph(ColumnStream& stream) {
  BuiltNetwork built;
  built.report = get_report(stream);
  built.assembly.joined_ends = stream.number();
  built.assembly.repeated_points = stream.number();
  built.assembly.network = get_network(stream);
  built.graph = get_graph(stream);
  expect_whole(built.assembly.network, built.graph);
  return built;
}

}  // namespace

bool is_network_file(std::string const& path) { return path.ends_with(".gmnet"); }

void write_network_file(std::string const& path, BuiltNetwork const& built, Crs const& working) {
  ColumnSink sink{path, kFormat};
  sink.text(working.label());
  sink.text(working.wkt());
  put(built.report, sink);
  sink.number(built.assembly.joined_ends);
  sink.number(built.assembly.repeated_points);
  put(built.assembly.network, sink);
  put(built.graph, sink);
  sink.close();
}

BuiltNetwork read_network_file(std::string const& path, WorkingFrame const& frame) {
  constexpr auto kBuildAnew = "build it anew with gapmap network build";
  ColumnStream stream{path, kFormat, {"network file of gapmap", kBuildAnew}};
  std::string crs;
  std::string wkt;
  BuiltNetwork built;
  try {
    crs = stream.text();
    wkt = stream.text();
    if (wkt == frame.crs().wkt()) built = get_network_with_graph(stream);
  } catch (BrokenPromise const& broken) {
    throw InputError{{path}, fmt::format("does not hold together ({})", broken.what()), kBuildAnew};
  }
  if (wkt != frame.crs().wkt()) {
    throw InputError{
        {path},
        fmt::format("was built in {}, and this run works in {}", crs, frame.crs().label()),
        fmt::format("build it anew with `crs` {}, or run with `crs` {}", frame.crs().label(), crs)};
  }
  built.report.source.path = path;
  built.report.files.push_back(stream.file());
  return built;
}

}  // namespace gapmap::io
