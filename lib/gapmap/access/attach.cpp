#include "gapmap/access/attach.h"

#include <tbb/parallel_for.h>

#include <limits>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/hilbert.h"
#include "gapmap/geometry/measure.h"

namespace gapmap::access {
namespace {

/// A run of consecutive pieces of one segment's shape: short enough that its box is tight, long
/// enough that boxes are few.
struct Run {
  SegmentId segment;
  std::uint32_t first;  ///< index of a point in the segment's shape
  std::uint32_t last;   ///< inclusive; equal to `first` for the landing of a ferry
};

constexpr std::size_t kPiecesPerRun = 8;

std::vector<Run> runs_of(RoadNetwork const& network, IdVector<SegmentId, char> const& usable) {
  std::vector<Run> runs;
  for (auto const segment : network.originals()) {
    if (!usable.empty() && usable[segment] == 0) continue;
    auto const last_point = static_cast<std::uint32_t>(network.shape(segment).size() - 1);
    if (network.segments[segment].attributes.is_ferry()) {
      runs.push_back({segment, 0, 0});
      runs.push_back({segment, last_point, last_point});
      continue;
    }
    for (std::uint32_t first = 0; first < last_point; first += kPiecesPerRun) {
      runs.push_back({segment, first, std::min<std::uint32_t>(first + kPiecesPerRun, last_point)});
    }
  }
  return runs;
}

struct Nearest {
  double distance = std::numeric_limits<double>::infinity();
  SegmentId segment;
  double along = 0;  ///< metres from the start of the segment
  Point point;
};

/// The nearest road to one point; `nearest` is only replaced by what is nearer, or equally near and
/// earlier in the network.
void look_at(Run const& run, RoadNetwork const& network, Point p, Nearest& nearest) {
  auto const shape = network.shape(run.segment);
  auto const along = network.along_shape(run.segment);
  auto const consider = [&](Point on_road, double at) {
    // Most pieces are farther by more than any rounding: no root is needed to see it.
    constexpr double kRounding = 1e-12;
    double const dx = p.x - on_road.x;
    double const dy = p.y - on_road.y;
    if ((dx * dx + dy * dy) * (1 - kRounding) > nearest.distance * nearest.distance) return;
    double const distance = planar_distance(p, on_road).value();
    bool const is_tie_and_earlier =
        distance == nearest.distance &&
        (run.segment < nearest.segment || (run.segment == nearest.segment && at < nearest.along));
    if (distance < nearest.distance || is_tie_and_earlier) {
      nearest = {distance, run.segment, at, on_road};
    }
  };
  if (run.first == run.last) consider(shape[run.first], along[run.first]);
  for (auto i = run.first; i < run.last; ++i) {
    auto const [on_road, t] = nearest_on_piece(p, shape[i], shape[i + 1]);
    consider(on_road, along[i] + t * (along[i + 1] - along[i]));
  }
}

}  // namespace

std::vector<Attachment> attach(std::span<Point const> points, RoadNetwork const& network,
                               WorkingFrame const& frame, AttachOptions const& options) {
  auto const runs = runs_of(network, options.usable);
  std::vector<Box> boxes;
  boxes.reserve(runs.size());
  for (auto const& run : runs) {
    Box box;
    for (auto i = run.first; i <= run.last; ++i) box.extend(network.shape(run.segment)[i]);
    boxes.push_back(box);
  }
  BoxTree const tree{boxes};

  // Neighbours follow each other, so that what one has read is still at hand for the next.
  auto const order = hilbert_order(points);
  std::vector<Nearest> found(points.size());
  tbb::parallel_for(std::size_t{0}, order.size(), [&](std::size_t o) {
    auto const i = order[o];
    auto& nearest = found[i];
    tree.visit_nearest(points[i], std::numeric_limits<double>::infinity(), [&](std::uint32_t run) {
      look_at(runs[run], network, points[i], nearest);
      return nearest.distance;
    });
  });

  Ruler const ruler{frame};
  std::vector<Attachment> attachments(points.size());
  for (auto const i : order) {
    auto const& nearest = found[i];
    auto& attachment = attachments[i];
    if (nearest.segment.is_none()) continue;
    attachment.off_road = ruler.distance(points[i], nearest.point);
    if (attachment.off_road > options.max_off_road) continue;
    double const length = network.length(nearest.segment).value();
    attachment = Attachment::on(network, nearest.segment, length > 0 ? nearest.along / length : 0,
                                attachment.off_road);
  }
  return attachments;
}

}  // namespace gapmap::access
