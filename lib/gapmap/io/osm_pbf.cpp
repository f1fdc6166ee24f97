#include "gapmap/io/osm_pbf.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <stdexcept>

#include "gapmap/geometry/dense_projection.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/io/osm_blocks.h"
#include "gapmap/io/osm_xml.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

/// Gives the nodes that ways use numbers in the order of their ids. References fall into buckets by
/// the upper digits of their ids; each bucket is then sorted by itself, small enough for a core's
/// cache.
class NodeNumbering {
 public:
  explicit NodeNumbering(std::vector<OsmId> const& refs) : refs_{refs} {
    if (refs.empty()) return;
    auto const [least, most] = std::ranges::minmax(refs);
    least_ = least;
    auto const range = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
    // OpenStreetMap has given 2^34 ids so far. What is far beyond is no id, and would not fit.
    if (range >> (kLowerBits + kBucketBits) != 0)
      throw std::runtime_error{"ways refer to nodes with unbelievable ids"};
    while (range >> (shift_ + kBucketBits) != 0) ++shift_;
  }

  /// `keys` gets the number of each reference.
  [[nodiscard]] OsmNodes number(std::vector<std::uint32_t>& keys) const {
    expects(refs_.size() < std::numeric_limits<std::uint32_t>::max(),
            "roads refer to fewer than 2^32 nodes");
    std::vector<std::size_t> first(kBuckets + 1, 0);
    auto uses = fill_buckets(first);
    std::vector<std::size_t> first_key(kBuckets + 1, 0);
    tbb::parallel_for(std::size_t{0}, kBuckets, [&](std::size_t b) {
      auto const bucket = std::span{uses}.subspan(first[b], first[b + 1] - first[b]);
      std::ranges::sort(bucket);
      for (std::size_t i = 0; i < bucket.size(); ++i)
        first_key[b + 1] += is_first_use(bucket, i) ? 1 : 0;
    });
    for (std::size_t b = 0; b < kBuckets; ++b) first_key[b + 1] += first_key[b];

    OsmNodes nodes;
    nodes.ids.resize(first_key.back());
    nodes.positions.resize(first_key.back());
    keys.resize(refs_.size());
    tbb::parallel_for(std::size_t{0}, kBuckets, [&](std::size_t b) {
      auto const bucket = std::span{uses}.subspan(first[b], first[b + 1] - first[b]);
      auto next_key = first_key[b];
      for (std::size_t i = 0; i < bucket.size(); ++i) {
        auto const at = static_cast<std::uint32_t>(bucket[i]);
        if (is_first_use(bucket, i)) nodes.ids[next_key++] = refs_[at];
        keys[at] = static_cast<std::uint32_t>(next_key - 1);
      }
    });
    return nodes;
  }

 private:
  static constexpr unsigned kLowerBits = 32;
  static constexpr unsigned kBucketBits = 11;
  static constexpr std::size_t kBuckets = std::size_t{1} << kBucketBits;

  /// The lower digits of a reference's id, and below them where it stands.
  using Use = std::uint64_t;

  [[nodiscard]] static bool is_first_use(std::span<Use const> bucket, std::size_t i) noexcept {
    return i == 0 || bucket[i] >> kLowerBits != bucket[i - 1] >> kLowerBits;
  }
  [[nodiscard]] std::uint64_t above_least(OsmId id) const noexcept {
    return static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(least_);
  }

  [[nodiscard]] std::vector<Use> fill_buckets(std::vector<std::size_t>& first) const {
    for (auto const ref : refs_) ++first[(above_least(ref) >> shift_) + 1];
    for (std::size_t b = 0; b < kBuckets; ++b) first[b + 1] += first[b];
    std::vector<Use> uses(refs_.size());
    auto next = first;
    for (std::size_t at = 0; at < refs_.size(); ++at) {
      auto const id = above_least(refs_[at]);
      uses[next[id >> shift_]++] = id << kLowerBits | at;
    }
    return uses;
  }

  std::vector<OsmId> const& refs_;
  OsmId least_ = 0;
  unsigned shift_ = 0;  ///< digits of an id below those that choose the bucket
};

/// The ways of an extract, and the nodes that they use.
struct Extract {
  OsmWays ways;
  std::vector<std::uint32_t> keys;  ///< of the nodes of all ways, one way after the other
  OsmNodes nodes;
};

Extract number(OsmWays ways) {
  Extract extract{.ways = std::move(ways)};
  extract.nodes = NodeNumbering{extract.ways.refs}.number(extract.keys);
  extract.ways.refs = {};
  return extract;
}

Extract read_pbf(std::string const& path, network::IceRoads ice_roads) {
  OsmBlocks blocks{path, ice_roads};
  auto extract = number(blocks.read_ways());
  while (!blocks.read_nodes(extract.nodes)) extract = number(blocks.read_ways());
  return extract;
}

Extract read_xml(std::string const& path, network::IceRoads ice_roads) {
  auto extract = number(read_xml_ways(path, ice_roads));
  read_xml_nodes(path, extract.nodes);
  return extract;
}

Extract read_extract(std::string const& path, network::IceRoads ice_roads) {
  try {
    auto extract = path.ends_with(".pbf") ? read_pbf(path, ice_roads) : read_xml(path, ice_roads);
    std::ranges::stable_sort(extract.nodes.barriers, {}, &OsmBarrier::first);
    return extract;
  } catch (BrokenPromise const&) {
    throw;
  } catch (std::exception const& error) {
    throw InputError{{path},
                     std::string{"cannot be read as OpenStreetMap data: "} + error.what(),
                     "check that the file is whole"};
  }
}

/// Positions in the working CRS; infinite for nodes that the extract lacks.
std::vector<RawPoint> project(std::vector<OsmPosition> const& positions,
                              WorkingFrame const& frame) {
  constexpr double kUnitsPerDegree = 1e7;
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  std::vector<RawPoint> points(positions.size());
  // One a thread: they remember cells.
  tbb::enumerable_thread_specific<DenseProjection> projections{
      [&] { return DenseProjection{frame}; }};
  tbb::parallel_for(
      tbb::blocked_range<std::size_t>{0, points.size(), 4096}, [&](auto const& range) {
        for (auto i = range.begin(); i != range.end(); ++i) {
          points[i] = positions[i].is_missing() ? RawPoint{kInfinite, kInfinite}
                                                : RawPoint{positions[i].lon / kUnitsPerDegree,
                                                           positions[i].lat / kUnitsPerDegree};
        }
        projections.local().forward(std::span{points}.subspan(range.begin(), range.size()));
      });
  return points;
}

/// Ways as lines; where a node is missing, the way falls in two, and a node by itself is left out.
class LineMaker {
 public:
  LineMaker(Extract const& extract, std::vector<RawPoint> const& points, Ruler const& ruler)
      : extract_{extract}, points_{points}, ruler_{ruler}, barrier_of_key_(points.size(), 0) {
    auto const& barriers = extract.nodes.barriers;
    for (std::size_t i = 0; i < barriers.size(); ++i)
      barrier_of_key_[barriers[i].first] = static_cast<std::uint32_t>(i + 1);
  }

  void make(RoadsRead& read) const {
    auto const& ways = extract_.ways;
    read.roads.lines.reserve(ways.ids.size(), extract_.keys.size());
    read.roads.attributes.reserve(ways.ids.size());
    read.roads.vertex_keys.reserve(extract_.keys.size());
    read.row_of_line.reserve(ways.ids.size());
    std::size_t first = 0;
    for (std::size_t way = 0; way < ways.ids.size(); ++way) {
      auto const keys = std::span{extract_.keys}.subspan(first, ways.ends[way] - first);
      first = ways.ends[way];
      auto const lines_before = read.roads.lines.size();
      bool const is_cut = add_parts(way, keys, read);
      if (read.roads.lines.size() == lines_before) {
        read.report.count("way with fewer than two nodes in a row in the extract",
                          std::to_string(ways.ids[way]));
        continue;
      }
      ++read.report.rows_used;
      if (is_cut) {
        read.report.count("way with nodes that the extract lacks, cut there",
                          std::to_string(ways.ids[way]), Consequence::Used);
      }
    }
  }

 private:
  [[nodiscard]] bool is_missing(std::uint32_t key) const { return !std::isfinite(points_[key].x); }

  /// True if a node was missing.
  bool add_parts(std::size_t way, std::span<std::uint32_t const> keys, RoadsRead& read) const {
    bool is_cut = false;
    for (auto at = keys.begin(); at != keys.end();) {
      auto const end = std::find_if(at, keys.end(), [&](auto key) { return is_missing(key); });
      if (end - at > 1) add_line(way, {at, end}, read);
      if (end == keys.end()) break;
      is_cut = true;
      at = end + 1;
    }
    return is_cut;
  }

  void add_line(std::size_t way, std::span<std::uint32_t const> keys, RoadsRead& read) const {
    auto& roads = read.roads;
    for (auto const key : keys) {
      if (auto const barrier = barrier_of_key_[key]; barrier != 0) {
        roads.gates.push_back(
            {roads.lines.points().size(), extract_.nodes.barriers[barrier - 1].second});
      }
      roads.lines.push_point({points_[key].x, points_[key].y});
      roads.vertex_keys.push_back(key);
    }
    roads.lines.close_line();
    auto attributes = extract_.ways.roads[way].attributes;
    // A crossing time belongs to a whole way, which may be cut later: as a speed it stays true of
    // every part.
    if (auto const duration = extract_.ways.roads[way].ferry_duration_s; duration > 0) {
      attributes.ferry_speed_mps =
          static_cast<float>(ruler_.along(roads.lines[roads.lines.size() - 1]).back() / duration);
    }
    roads.attributes.push_back(attributes);
    read.row_of_line.push_back(extract_.ways.ids[way]);
  }

  Extract const& extract_;
  std::vector<RawPoint> const& points_;
  Ruler const& ruler_;
  std::vector<std::uint32_t> barrier_of_key_;
};

}  // namespace

bool is_osm_file(std::string const& path) {
  for (auto const* ending : {".pbf", ".osm", ".osm.gz", ".osm.bz2"}) {
    if (path.ends_with(ending)) return true;
  }
  return false;
}

RoadsRead read_osm_roads(RoadInput const& input, WorkingFrame const& frame) {
  check_source(input.source);
  auto const& path = input.source.path;
  RoadsRead read;
  read.report.input = "roads";
  read.report.source = input.source;
  read.report.recognised = "OpenStreetMap";
  read.report.crs = "EPSG:4326";
  read.report.files.push_back(fingerprint(path));
  auto extract = read_extract(path, input.ice_roads);
  if (extract.ways.ids.empty()) {
    throw InputError{{path},
                     "has no way that anybody may travel",
                     "check that the extract holds ways with highway tags"};
  }
  read.report.rows = extract.ways.ids.size() + extract.ways.closed.size();
  for (auto const way : extract.ways.closed)
    read.report.count("way that nobody may travel", std::to_string(way));
  auto const points = project(extract.nodes.positions, frame);
  extract.nodes.ids = {};
  extract.nodes.positions = {};
  LineMaker{extract, points, Ruler{frame}}.make(read);
  return read;
}

}  // namespace gapmap::io
