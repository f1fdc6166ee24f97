#include "gapmap/access/attach.h"

#include <tbb/parallel_for.h>

#include <limits>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/hilbert.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/units/stop.h"

namespace gapmap::access {
namespace {

/// A run of consecutive straight pieces of one segment's shape: short enough that its box is tight,
/// long enough that boxes are few.
struct Run {
  SegmentId segment;
  std::uint32_t first;  ///< index of a point in the segment's shape
  std::uint32_t last;   ///< inclusive; equal to `first` for the boarding of a ferry
};

constexpr std::size_t kPiecesPerRun = 8;

/// The role of a segment for somebody who looks for a road.
enum class Role : std::uint8_t { None, LeadsOn, LeadsNowhere };

/// How doubtful segments are taken.
enum class Doubts : std::uint8_t { AsTheySeem, LeadNowhere, LeadOn };

class Roles {
 public:
  explicit Roles(AttachOptions const& options) : options_{options} {}

  [[nodiscard]] Role of(SegmentId segment, Doubts doubts) const {
    if (is_doubtful(segment) && doubts != Doubts::AsTheySeem)
      return doubts == Doubts::LeadOn ? Role::LeadsOn : Role::LeadsNowhere;
    if (options_.joining.empty() || options_.joining[segment] == Joining::Open)
      return Role::LeadsOn;
    return options_.joining[segment] == Joining::LeadsNowhere ? Role::LeadsNowhere : Role::None;
  }
  [[nodiscard]] bool is_doubtful(SegmentId segment) const {
    return !options_.doubtful.empty() && options_.doubtful[segment] != 0;
  }

 private:
  AttachOptions const& options_;
};

std::vector<Run> runs_of(RoadNetwork const& network, Roles const& roles) {
  std::vector<Run> runs;
  for (auto const segment : network.originals()) {
    if (roles.of(segment, Doubts::AsTheySeem) == Role::None && !roles.is_doubtful(segment))
      continue;
    auto const last_point = static_cast<std::uint32_t>(network.shape(segment).size() - 1);
    if (network.segments[segment].attributes.is_ferry()) {
      if (network.is_boarding(segment)) runs.push_back({segment, 0, 0});
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

/// The distance in metres within which a point is at a gate: positions in two files differ by
/// rounding.
constexpr double kAtGate = 0.1;

/// Looks for a position on `run` that replaces `nearest`: one that is nearer, or equally near and
/// first of its ties.
void look_at(Run const& run, RoadNetwork const& network, Point p, Nearest& nearest) {
  auto const shape = network.shape(run.segment);
  auto const along = network.along_shape(run.segment);
  auto const comes_first = [&](double at) {
    if (run.segment == nearest.segment) return at < nearest.along;
    bool const is_gate = network.is_gate(run.segment);
    bool const is_at_gate = network.is_gate(nearest.segment);
    return is_gate == is_at_gate ? run.segment < nearest.segment : is_gate;
  };
  auto const consider = [&](Point on_road, double at) {
    // Most pieces are farther by more than any rounding, which shows without a square root.
    constexpr double kRounding = 1e-12;
    double const dx = p.x - on_road.x;
    double const dy = p.y - on_road.y;
    double const least = std::max(nearest.distance, kAtGate);
    if ((dx * dx + dy * dy) * (1 - kRounding) > least * least) return;
    double distance = planar_distance(p, on_road).value();
    if (distance <= kAtGate && network.is_gate(run.segment)) distance = 0;
    if (distance < nearest.distance || (distance == nearest.distance && comes_first(at)))
      nearest = {distance, run.segment, at, on_road};
  };
  if (run.first == run.last) consider(shape[run.first], along[run.first]);
  for (auto i = run.first; i < run.last; ++i) {
    auto const [on_road, t] = nearest_on_piece(p, shape[i], shape[i + 1]);
    consider(on_road, along[i] + t * (along[i + 1] - along[i]));
  }
}

/// The nearest road that leads on, and the nearest road that does not.
struct Choice {
  Nearest onward;
  Nearest nowhere;

  /// Returns the distance beyond which no road matters any more.
  [[nodiscard]] double bound() const {
    return std::max(std::min(onward.distance, nowhere.distance + kNextStreet.value()), kAtGate);
  }
  [[nodiscard]] Nearest const& best() const {
    return onward.distance <= nowhere.distance + kNextStreet.value() ? onward : nowhere;
  }
};

}  // namespace

std::vector<Attachment> attach(std::span<Point const> points, RoadNetwork const& network,
                               WorkingFrame const& frame, AttachOptions const& options) {
  Roles const roles{options};
  auto const runs = runs_of(network, roles);
  std::vector<Box> boxes;
  boxes.reserve(runs.size());
  for (auto const& run : runs) {
    stop_if_asked();
    Box box;
    for (auto i = run.first; i <= run.last; ++i) box.extend(network.shape(run.segment)[i]);
    boxes.push_back(box);
  }
  BoxTree const tree{boxes};

  // Neighbouring points follow each other, so that memory read for one is still in the cache for
  // the next.
  auto const order = hilbert_order(points);
  auto const choose = [&](Point p, Doubts doubts) {
    Choice choice;
    tree.visit_nearest(p, std::numeric_limits<double>::infinity(), [&](std::uint32_t run) {
      auto const role = roles.of(runs[run].segment, doubts);
      if (role != Role::None) {
        auto& nearest = role == Role::LeadsOn ? choice.onward : choice.nowhere;
        look_at(runs[run], network, p, nearest);
      }
      return choice.bound();
    });
    return choice.best();
  };
  std::vector<Nearest> found(points.size());
  std::vector<char> is_sure(points.size(), 1);
  auto const find = [&](std::size_t o) {
    auto const i = order[o];
    found[i] = choose(points[i], Doubts::AsTheySeem);
    if (options.doubtful.empty()) return;
    // Whatever doubtful segments turn out to be, the result lies between these two.
    auto const least = choose(points[i], Doubts::LeadNowhere);
    auto const most = choose(points[i], Doubts::LeadOn);
    bool const is_same = least.segment == found[i].segment && most.segment == found[i].segment;
    bool const is_doubtful = !found[i].segment.is_none() && roles.is_doubtful(found[i].segment);
    is_sure[i] = is_same && !is_doubtful ? 1 : 0;
  };
  tbb::parallel_for(std::size_t{0}, order.size(), handed_on(find));

  Ruler const ruler{frame};
  std::vector<Attachment> attachments(points.size());
  for (auto const i : order) {
    auto const& nearest = found[i];
    auto& attachment = attachments[i];
    attachment.point = points[i];
    attachment.is_sure = is_sure[i] != 0;
    if (nearest.segment.is_none()) continue;
    attachment.off_road = ruler.distance(points[i], nearest.point);
    if (attachment.off_road > options.max_off_road) continue;
    double const length = network.length(nearest.segment).value();
    attachment.segment = nearest.segment;
    attachment.start = network.segments[nearest.segment].from;
    attachment.fraction = length > 0 ? nearest.along / length : 0;
    attachment.is_gate = network.is_gate(nearest.segment);
  }
  return attachments;
}

}  // namespace gapmap::access
