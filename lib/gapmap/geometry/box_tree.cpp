#include "gapmap/geometry/box_tree.h"

#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>

namespace gapmap {
namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

using TreePoint = bg::model::d2::point_xy<double>;
using TreeBox = bg::model::box<TreePoint>;
using Entry = std::pair<TreeBox, std::uint32_t>;

TreeBox to_tree(Box const& box) { return {{box.min.x, box.min.y}, {box.max.x, box.max.y}}; }

std::vector<Entry> to_entries(std::span<Box const> boxes) {
  std::vector<Entry> entries;
  entries.reserve(boxes.size());
  for (std::uint32_t i = 0; i < boxes.size(); ++i) {
    if (!boxes[i].is_empty()) entries.emplace_back(to_tree(boxes[i]), i);
  }
  return entries;
}

}  // namespace

struct BoxTree::State {
  bgi::rtree<Entry, bgi::rstar<16>> tree;
};

// The range constructor packs (sort-tile-recursive): fuller nodes and a faster build than insertion.
BoxTree::BoxTree(std::span<Box const> boxes)
    : state_{std::make_unique<State>(State{bgi::rtree<Entry, bgi::rstar<16>>{to_entries(boxes)}})} {}
BoxTree::~BoxTree() = default;
BoxTree::BoxTree(BoxTree&&) noexcept = default;
BoxTree& BoxTree::operator=(BoxTree&&) noexcept = default;

void BoxTree::visit_nearest(Point p, double within,
                            std::function<double(std::uint32_t)> const& visit) const {
  auto const& tree = state_->tree;
  auto const all = static_cast<unsigned>(tree.size());
  for (auto it = tree.qbegin(bgi::nearest(TreePoint{p.x, p.y}, all)); it != tree.qend(); ++it) {
    auto const& [box, index] = *it;
    Box const plain{{box.min_corner().x(), box.min_corner().y()},
                    {box.max_corner().x(), box.max_corner().y()}};
    if (distance_to(plain, p) > within) return;
    within = visit(index);
  }
}

std::vector<std::uint32_t> BoxTree::touching(Box const& box) const {
  std::vector<std::uint32_t> indices;
  for (auto it = state_->tree.qbegin(bgi::intersects(to_tree(box))); it != state_->tree.qend(); ++it) {
    indices.push_back(it->second);
  }
  std::ranges::sort(indices);
  return indices;
}

}  // namespace gapmap
