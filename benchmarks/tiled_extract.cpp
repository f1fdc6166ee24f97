#include "benchmarks/tiled_extract.h"

#include <algorithm>
#include <cmath>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>
#include <vector>

namespace gapmap::benchmarks {
namespace {

using Id = osmium::object_id_type;

constexpr double kGreatestNodeId = 1.1e10;

/// Ids of one copy, small and in the same order; nodes that ways refer to but the extract lacks
/// have theirs as well.
class NewIds {
 public:
  NewIds(osmium::memory::Buffer const& buffer, int copies) {
    for (auto const& node : buffer.select<osmium::Node>()) ids_.push_back(node.id());
    for (auto const& way : buffer.select<osmium::Way>()) {
      for (auto const& node : way.nodes()) ids_.push_back(node.ref());
    }
    std::ranges::sort(ids_);
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    auto const range = static_cast<double>(ids_.back() - ids_.front());
    auto const count = static_cast<double>(ids_.size());
    span_ = static_cast<Id>(kGreatestNodeId / copies);
    shrink_ = (static_cast<double>(span_) - count - 1) / range;
  }

  /// Rank and a share of the distance: strictly ascending.
  [[nodiscard]] Id of(Id id) const {
    auto const rank = std::ranges::lower_bound(ids_, id) - ids_.begin();
    return 1 + rank + static_cast<Id>(std::floor(static_cast<double>(id - ids_.front()) * shrink_));
  }
  [[nodiscard]] Id span() const { return span_; }

 private:
  std::vector<Id> ids_;
  Id span_ = 0;
  double shrink_ = 0;
};

/// Nodes and ways of `path` in one buffer.
osmium::memory::Buffer read_all(std::filesystem::path const& path) {
  osmium::memory::Buffer all{std::size_t{1} << 26U, osmium::memory::Buffer::auto_grow::yes};
  osmium::io::Reader reader{path.string(),
                            osmium::osm_entity_bits::node | osmium::osm_entity_bits::way};
  while (auto const buffer = reader.read()) {
    all.add_buffer(buffer);
    all.commit();
  }
  reader.close();
  return all;
}

void shift(osmium::Node& node, Id ids, std::int32_t east, std::int32_t north) {
  node.set_id(node.id() + ids);
  auto location = node.location();
  location.set_x(location.x() + east).set_y(location.y() + north);
  node.set_location(location);
}

}  // namespace

void write_tiled_extract(std::filesystem::path const& small, std::filesystem::path const& large,
                         Tiling const& tiling) {
  auto buffer = read_all(small);
  int const copies = tiling.columns * tiling.rows;
  NewIds const ids{buffer, copies};
  for (auto& node : buffer.select<osmium::Node>()) node.set_id(ids.of(node.id()));
  Id way_id = 0;
  for (auto& way : buffer.select<osmium::Way>()) {
    way.set_id(++way_id);
    for (auto& node : way.nodes()) node.set_ref(ids.of(node.ref()));
  }

  // A run that is interrupted must leave nothing that the next one takes for whole.
  auto const unfinished = large.string() + ".unfinished";
  osmium::io::Writer writer{osmium::io::File{unfinished, "pbf,add_metadata=none"},
                            osmium::io::overwrite::allow};
  auto const step = osmium::Location::double_to_fix(tiling.step_degrees);
  for (int copy = 0; copy < copies; ++copy) {
    bool const begins_row = copy % tiling.columns == 0;
    for (auto& node : buffer.select<osmium::Node>()) {
      if (copy > 0)
        shift(node, ids.span(), begins_row ? -step * (tiling.columns - 1) : step,
              begins_row ? -step : 0);
      writer(node);
    }
  }
  for (int copy = 0; copy < copies; ++copy) {
    for (auto& way : buffer.select<osmium::Way>()) {
      if (copy > 0) {
        way.set_id(way.id() + way_id);
        for (auto& node : way.nodes()) node.set_ref(node.ref() + ids.span());
      }
      writer(way);
    }
  }
  writer.close();
  std::filesystem::rename(unfinished, large);
}

}  // namespace gapmap::benchmarks
