#include "gapmap/io/network_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <bit>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "gapmap/io/write_file.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

constexpr std::array<char, 8> kMagic{'g', 'a', 'p', 'm', 'a', 'p', 'n', 'w'};
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::uint32_t kFormat = 1;  ///< raise it with every change of what follows the header

struct Header {
  std::array<char, 8> magic = kMagic;
  std::uint32_t byte_order = kByteOrder;
  std::uint32_t format = kFormat;
  std::uint64_t bytes = 0;     ///< of the whole file
  std::uint64_t checksum = 0;  ///< XXH3 of what follows the header
};
static_assert(sizeof(Header) == 32);

/// A segment without the padding that a compiler may leave undefined.
struct StoredSegment {
  std::uint32_t from;
  std::uint32_t to;
  RoadClass road_class;
  Surface surface;
  std::array<ModeSet, 2> permitted;
  std::array<std::uint8_t, 2> speed_limit_kmh;
  std::array<std::uint8_t, 2> nothing;
  float ferry_speed_mps;
};
static_assert(sizeof(StoredSegment) == 20 && std::is_trivially_copyable_v<StoredSegment>);

/// Writes values one after the other, each column padded to whole words.
class Sink {
 public:
  template <class T>
  void value(T const& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<char const*>(&value), sizeof(T));
  }
  void text(std::string_view text) {
    value(std::uint64_t{text.size()});
    bytes_ += text;
    pad();
  }
  template <class T>
  void column(std::vector<T> const& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    value(std::uint64_t{values.size()});
    bytes_.append(reinterpret_cast<char const*>(values.data()), values.size() * sizeof(T));
    pad();
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void pad() { bytes_.append((8 - bytes_.size() % 8) % 8, '\0'); }
  std::string bytes_;
};

/// Reads what a Sink wrote. Damage was ruled out by the checksum; running over the end is still
/// refused.
class Stream {
 public:
  explicit Stream(std::string_view bytes) : bytes_{bytes} {}
  template <class T>
  T value() {
    T value;
    std::memcpy(&value, take(sizeof(T)), sizeof(T));
    return value;
  }
  std::string text() {
    auto const size = value<std::uint64_t>();
    std::string text{take(size), size};
    pad();
    return text;
  }
  template <class T>
  std::vector<T> column() {
    auto const size = value<std::uint64_t>();
    expects(size <= bytes_.size() / sizeof(T), "a column of a network file lies within it");
    std::vector<T> values(size);
    if (size > 0) std::memcpy(values.data(), take(size * sizeof(T)), size * sizeof(T));
    pad();
    return values;
  }

 private:
  char const* take(std::size_t size) {
    expects(size <= bytes_.size() - at_, "a value of a network file lies within it");
    at_ += size;
    return bytes_.data() + at_ - size;
  }
  void pad() { at_ = (at_ + 7) / 8 * 8; }
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// A file mapped for reading.
class Mapping {
 public:
  explicit Mapping(std::string const& path) {
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    bool const is_open = file >= 0 && ::fstat(file, &status) == 0;
    size_ = is_open ? static_cast<std::size_t>(status.st_size) : 0;
    if (size_ > 0) data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    if (file >= 0) ::close(file);
    if (!is_open || data_ == MAP_FAILED) {
      throw InputError{{path}, "cannot be read", "check the path and its permissions"};
    }
  }
  ~Mapping() {
    if (data_ != nullptr && data_ != MAP_FAILED) ::munmap(data_, size_);
  }
  Mapping(Mapping const&) = delete;
  Mapping& operator=(Mapping const&) = delete;
  [[nodiscard]] std::string_view bytes() const { return {static_cast<char const*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

void put(ImportReport const& report, Sink& sink) {
  sink.text(report.layer);
  sink.text(report.recognised);
  sink.text(report.crs);
  sink.value(std::uint64_t{report.rows});
  sink.value(std::uint64_t{report.rows_used});
  sink.value(std::uint64_t{report.remarks.size()});
  for (auto const& remark : report.remarks) {
    sink.text(remark.what);
    sink.value(std::uint64_t{remark.consequence == Consequence::Used ? 1U : 0U});
    sink.value(std::uint64_t{remark.count});
    sink.value(std::uint64_t{remark.examples.size()});
    for (auto const& example : remark.examples) sink.text(example);
  }
}

ImportReport get_report(Stream& stream) {
  ImportReport report;
  report.input = "roads";
  report.layer = stream.text();
  report.recognised = stream.text();
  report.crs = stream.text();
  report.rows = stream.value<std::uint64_t>();
  report.rows_used = stream.value<std::uint64_t>();
  report.remarks.resize(stream.value<std::uint64_t>());
  for (auto& remark : report.remarks) {
    remark.what = stream.text();
    remark.consequence =
        stream.value<std::uint64_t>() == 1 ? Consequence::Used : Consequence::LeftOut;
    remark.count = stream.value<std::uint64_t>();
    remark.examples.resize(stream.value<std::uint64_t>());
    for (auto& example : remark.examples) example = stream.text();
  }
  return report;
}

void put(RoadNetwork const& network, Sink& sink) {
  std::vector<StoredSegment> segments;
  segments.reserve(network.segments.size());
  for (auto const& [from, to, road] : network.segments) {
    segments.push_back({from.value(),
                        to.value(),
                        road.road_class,
                        road.surface,
                        road.permitted,
                        road.speed_limit_kmh,
                        {},
                        road.ferry_speed_mps});
  }
  sink.column(network.junctions.values());
  sink.column(segments);
  sink.column(network.shapes.points());
  sink.column(network.shapes.first_points());
  sink.column(network.along);
}

RoadNetwork get_network(Stream& stream) {
  RoadNetwork network;
  network.junctions = IdVector<JunctionId, Point>{stream.column<Point>()};
  auto const segments = stream.column<StoredSegment>();
  network.segments.reserve(segments.size());
  for (auto const& stored : segments) {
    network.segments.push_back({JunctionId{stored.from},
                                JunctionId{stored.to},
                                {stored.road_class, stored.surface, stored.permitted,
                                 stored.speed_limit_kmh, stored.ferry_speed_mps}});
  }
  auto points = stream.column<Point>();
  network.shapes = Lines::of(std::move(points), stream.column<std::size_t>());
  network.along = stream.column<double>();
  return network;
}

/// The bytes after a header that holds together.
std::string_view checked_payload(std::string_view bytes, std::string const& path) {
  auto const refuse = [&](std::string const& what) {
    return InputError{{path}, what, "build it anew with gapmap network build"};
  };
  Header header;
  if (bytes.size() < sizeof(Header))
    throw refuse("is no network file of gapmap, or the beginning of one");
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (header.magic != kMagic) throw refuse("is no network file of gapmap");
  if (header.byte_order != kByteOrder)
    throw refuse("was made on a machine with another byte order");
  if (header.format != kFormat) {
    throw refuse(fmt::format("was made by another version of gapmap (format {}, this one reads {})",
                             header.format, kFormat));
  }
  if (header.bytes != bytes.size()) {
    throw refuse(fmt::format("is {} bytes long and should be {}: it was not copied whole",
                             bytes.size(), header.bytes));
  }
  auto const payload = bytes.substr(sizeof(Header));
  if (XXH3_64bits(payload.data(), payload.size()) != header.checksum)
    throw refuse("is damaged: its checksum does not fit");
  return payload;
}

}  // namespace

bool is_network_file(std::string const& path) { return path.ends_with(".gmnet"); }

void write_network_file(std::string const& path, BuiltNetwork const& built, Crs const& working) {
  Sink sink;
  sink.text(working.label());
  sink.text(working.wkt());
  put(built.report, sink);
  sink.value(std::uint64_t{built.assembly.joined_ends});
  sink.value(std::uint64_t{built.assembly.repeated_points});
  put(built.assembly.network, sink);
  RoadGraphColumns::visit(built.graph, [&](char const* name, auto const& column) {
    sink.text(name);
    if constexpr (requires { column.values(); }) {
      sink.column(column.values());
    } else {
      sink.column(column);
    }
  });
  auto const payload = sink.take();
  Header header;
  header.bytes = sizeof(Header) + payload.size();
  header.checksum = XXH3_64bits(payload.data(), payload.size());
  std::string file{reinterpret_cast<char const*>(&header), sizeof(Header)};
  file += payload;
  write_file(path, file);
}

BuiltNetwork read_network_file(std::string const& path, WorkingFrame const& frame) {
  Mapping const mapping{path};
  Stream stream{checked_payload(mapping.bytes(), path)};
  auto const crs = stream.text();
  auto const wkt = stream.text();
  if (wkt != frame.crs().wkt()) {
    throw InputError{
        {path},
        fmt::format("was built in {}, and this run works in {}", crs, frame.crs().label()),
        fmt::format("build it anew with --crs {}, or run with --crs {}", frame.crs().label(), crs)};
  }
  BuiltNetwork built;
  built.report = get_report(stream);
  built.report.source.path = path;
  built.report.files.push_back(fingerprint(path));
  built.assembly.joined_ends = stream.value<std::uint64_t>();
  built.assembly.repeated_points = stream.value<std::uint64_t>();
  built.assembly.network = get_network(stream);
  RoadGraphColumns::visit(built.graph, [&](char const* name, auto& column) {
    expects(stream.text() == name, "the columns of a network file come in their order");
    using Column = std::remove_reference_t<decltype(column)>;
    column = Column{stream.column<typename Column::value_type>()};
  });
  return built;
}

}  // namespace gapmap::io
