#include "gapmap/io/detail/osm_node_positions.h"

#include <algorithm>
#include <osmium/osm/node.hpp>

#include "gapmap/io/detail/osm_objects.h"

namespace gapmap::io {
namespace {

constexpr double kMissing = 1e9;

}  // namespace

void OsmNodePositions::read(OsmFile const& file) {
  std::ranges::sort(nodes_);
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  auto const begin = [&] {
    located_ = 0;
    positions_.assign(nodes_.size(), {kMissing, kMissing});
  };
  begin();
  auto const take = [&](osmium::OSMObject const& object) {
    auto const wanted = std::ranges::lower_bound(nodes_, object.id());
    if (wanted == nodes_.end() || *wanted != object.id()) return;
    auto const location = static_cast<osmium::Node const&>(object).location();
    if (!location.valid()) return;
    positions_[static_cast<std::size_t>(wanted - nodes_.begin())] = {location.lon(),
                                                                     location.lat()};
    ++located_;
  };
  visit_osm_objects(file, OsmKinds::Nodes,
                    {.begin = begin, .take = take, .is_wanted = [&](auto const& object) {
                       return std::ranges::binary_search(nodes_, object.id());
                     }});
}

std::optional<RawPoint> OsmNodePositions::at(Ref node) const {
  auto const wanted = std::ranges::lower_bound(nodes_, node);
  if (wanted == nodes_.end() || *wanted != node) return std::nullopt;
  auto const position = positions_[static_cast<std::size_t>(wanted - nodes_.begin())];
  return position.x == kMissing ? std::nullopt : std::optional{position};
}

}  // namespace gapmap::io
