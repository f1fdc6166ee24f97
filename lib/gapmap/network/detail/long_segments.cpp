#include "gapmap/network/detail/long_segments.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>

namespace gapmap::network {
namespace {

/// The points of a piece, with the length from the start of the segment to each.
struct Piece {
  std::vector<Point> points;
  std::vector<double> along;
  std::size_t first = 0;  ///< first point of the segment's shape that is not before the piece
};

std::vector<Piece> pieces_of(std::span<Point const> shape, std::span<double const> along,
                             std::size_t count) {
  std::vector<Piece> pieces{{{shape.front()}, {0.0}, 0}};
  for (std::size_t p = 1; p < shape.size();) {
    double const end =
        along.back() * static_cast<double>(pieces.size()) / static_cast<double>(count);
    bool const is_cut = pieces.size() < count && along[p] > end;
    if (!is_cut) {
      pieces.back().points.push_back(shape[p]);
      pieces.back().along.push_back(along[p]);
      ++p;
      continue;
    }
    double const share = (end - along[p - 1]) / (along[p] - along[p - 1]);
    Point const at{std::lerp(shape[p - 1].x, shape[p].x, share),
                   std::lerp(shape[p - 1].y, shape[p].y, share)};
    pieces.back().points.push_back(at);
    pieces.back().along.push_back(end);
    pieces.push_back({{at}, {end}, p});
  }
  return pieces;
}

/// Rebuilds the network segment by segment.
class SegmentCutter {
 public:
  SegmentCutter(RoadNetwork const& from, Meters longest) : from_{from}, longest_{longest} {
    for (auto const p : from.junctions.ids()) to_.junctions.push_back(from.junctions[p]);
    for (auto const s : from.segments.ids()) {
      first_piece_.push_back(to_.segments.size());
      auto const count = count_of(s);
      if (count == 1) {
        add(s, from.segments[s], from.shape(s), from.along_shape(s));
      } else {
        cut(s, count);
      }
    }
    first_piece_.push_back(to_.segments.size());
    to_.name_pool = from.name_pool;
  }

  [[nodiscard]] RoadNetwork take() { return std::move(to_); }

  /// Moves a sign to its piece. Where two pieces meet it stands at the end of the first one.
  [[nodiscard]] SegmentSign moved(SegmentSign sign) const {
    auto const s = sign.segment;
    auto const count = count_of(s);
    auto const first = first_piece_[s.value()];
    if (count == 1) return {SegmentId{first}, sign.point, sign.sign};
    auto const pieces = pieces_of(from_.shape(s), from_.along_shape(s), count);
    auto piece = pieces.size() - 1;
    while (piece > 0 && sign.point < pieces[piece].first) --piece;
    // Before the second point of a later piece comes the point that the cut inserted.
    auto const before = piece == 0 ? 0 : pieces[piece].first - 1;
    return {SegmentId{first + piece}, static_cast<std::uint32_t>(sign.point - before), sign.sign};
  }

  /// Returns the turn with pieces in the order of travel: the last piece of the first way, all
  /// pieces of ways between, the first piece of the last way.
  [[nodiscard]] BoundTurn moved(BoundTurn const& turn) const {
    BoundTurn result{turn.kind, turn.binds, {}};
    for (std::size_t i = 0; i < turn.path.size(); ++i) {
      auto const segment = turn.path[i].segment;
      auto const direction = turn.path[i].direction;
      auto const first = first_piece_[segment.value()];
      auto const count = first_piece_[segment.value() + 1] - first;
      auto const piece = [&](std::size_t k) {
        auto const from_start = direction == Direction::Along ? k : count - 1 - k;
        return DirectedSegment{SegmentId{first + from_start}, direction};
      };
      if (i == 0) {
        result.path.push_back(piece(count - 1));
      } else if (i + 1 == turn.path.size()) {
        result.path.push_back(piece(0));
      } else {
        for (std::size_t k = 0; k < count; ++k) result.path.push_back(piece(k));
      }
    }
    return result;
  }

 private:
  [[nodiscard]] std::size_t count_of(SegmentId segment) const {
    auto const length = from_.length(segment);
    return length <= longest_ ? 1 : static_cast<std::size_t>(std::ceil(length / longest_));
  }

  void add(SegmentId of, Segment const& segment, std::span<Point const> shape,
           std::span<double const> along) {
    to_.segments.push_back(segment);
    to_.shapes.push_back(shape);
    to_.along.append(along);
    if (!from_.names.empty()) to_.names.push_back(from_.names[of]);
  }

  void cut(SegmentId of, std::size_t count) {
    auto segment = from_.segments[of];
    auto const end = segment.to;
    auto pieces = pieces_of(from_.shape(of), from_.along_shape(of), count);
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      auto& piece = pieces[k];
      segment.to = k + 1 < pieces.size() ? to_.junctions.push_back(piece.points.back()) : end;
      double const start = piece.along.front();
      for (auto& length : piece.along) length -= start;
      add(of, segment, piece.points, piece.along);
      segment.from = segment.to;
    }
  }

  RoadNetwork const& from_;
  Meters longest_;
  RoadNetwork to_;
  std::vector<std::size_t> first_piece_;  ///< first piece of each segment, and the end of all
};

}  // namespace

void cut_long_segments(RoadNetwork& network, std::vector<SegmentSign>& signs,
                       std::vector<BoundTurn>& turns, Meters longest) {
  auto const is_long = [&](SegmentId s) { return network.length(s) > longest; };
  if (std::ranges::none_of(network.segments.ids(), is_long)) return;
  SegmentCutter cutter{network, longest};
  for (auto& sign : signs) sign = cutter.moved(sign);
  for (auto& turn : turns) turn = cutter.moved(turn);
  network = cutter.take();
}

}  // namespace gapmap::network
