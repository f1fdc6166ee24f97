#include "gapmap/geometry/box_tree.h"

#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <cmath>

#include "gapmap/units/stop.h"

namespace gapmap {
namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

using TreePoint = bg::model::d2::point_xy<double>;
using TreeBox = bg::model::box<TreePoint>;
using Entry = std::pair<TreeBox, std::uint32_t>;

TreeBox to_tree(Box const& box) { return {{box.min.x, box.min.y}, {box.max.x, box.max.y}}; }

Box to_box(TreeBox const& box) {
  return {{box.min_corner().x(), box.min_corner().y()},
          {box.max_corner().x(), box.max_corner().y()}};
}

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

// The constructor from a range packs (sort-tile-recursive), which gives fuller nodes and is faster
// than insertion. It looks at every entry again while it fills the leaves, between its sorts, and
// can be stopped then.
BoxTree::BoxTree(std::span<Box const> boxes) {
  auto const entries = to_entries(boxes);
  auto const asking = [](Entry const& entry) -> Entry const& {
    stop_if_asked();
    return entry;
  };
  state_ = std::make_unique<State>(State{
      bgi::rtree<Entry, bgi::rstar<16>>{boost::make_transform_iterator(entries.begin(), asking),
                                        boost::make_transform_iterator(entries.end(), asking)}});
}
BoxTree::~BoxTree() = default;
BoxTree::BoxTree(BoxTree&&) noexcept = default;
BoxTree& BoxTree::operator=(BoxTree&&) noexcept = default;

void BoxTree::visit_nearest(Point p, double within,
                            std::function<double(std::uint32_t)> const& visit) const {
  // Two plain queries instead of one incremental query for all neighbours: measured to be 70 times
  // as fast on Finland's numbered roads.
  auto const& tree = state_->tree;
  auto const nearest = tree.qbegin(bgi::nearest(TreePoint{p.x, p.y}, 1));
  if (nearest == tree.qend() || distance_to(to_box(nearest->first), p) > within) return;
  auto const first = nearest->second;
  within = std::min(within, visit(first));
  Box around;
  around.extend(p);
  // With a little slack, as p.x + within may round to less than the edge of a box that lies exactly
  // at `within`.
  double const slack = 1e-12 * (within + std::abs(p.x) + std::abs(p.y));
  for (auto it = tree.qbegin(bgi::intersects(to_tree(around.grown(within + slack))));
       it != tree.qend(); ++it) {
    if (it->second != first && distance_to(to_box(it->first), p) <= within)
      within = std::min(within, visit(it->second));
  }
}

std::vector<std::uint32_t> BoxTree::nearest(Point p, std::size_t count) const {
  std::vector<std::uint32_t> indices;
  auto const nearest = bgi::nearest(TreePoint{p.x, p.y}, static_cast<unsigned>(count));
  for (auto it = state_->tree.qbegin(nearest); it != state_->tree.qend(); ++it)
    indices.push_back(it->second);
  return indices;
}

std::vector<std::uint32_t> BoxTree::touching(Box const& box) const {
  std::vector<std::uint32_t> indices;
  for (auto it = state_->tree.qbegin(bgi::intersects(to_tree(box))); it != state_->tree.qend();
       ++it) {
    indices.push_back(it->second);
  }
  std::ranges::sort(indices);
  return indices;
}

}  // namespace gapmap
