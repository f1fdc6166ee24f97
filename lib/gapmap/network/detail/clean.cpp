#include "gapmap/network/detail/clean.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "gapmap/network/detail/spots.h"
#include "gapmap/units/blocks.h"
#include "gapmap/units/error.h"

namespace gapmap::network {
namespace {

/// What must be removed, ascending.
struct Left {
  std::vector<std::size_t> points;   ///< points to remove, including those of `lines`
  std::vector<std::uint32_t> lines;  ///< lines that are a single point
  std::size_t repeated = 0;          ///< number of points to remove on all other lines
};

/// Whether `point` equals the point before it.
/// Requires: `point` is not the first one of its line.
bool is_repeated(RoadLines const& roads, std::size_t point) {
  auto const& lines = roads.lines;
  if (lines.is_named()) {
    auto const key = lines.keys()[point];
    auto const before = lines.keys()[point - 1];
    expects(std::max(key, before) < lines.positions().size(), "every key has a position");
    return key == before;
  }
  return is_same_vertex(lines.positions()[point - 1], lines.positions()[point]);
}

void look_through(RoadLines const& roads, std::size_t line, Left& left) {
  auto const first = roads.lines.first_point(line);
  auto const end = roads.lines.first_point(line + 1);
  auto const before = left.points.size();
  for (auto p = first + 1; p < end; ++p) {
    if (is_repeated(roads, p)) left.points.push_back(p);
  }
  auto const repeated = left.points.size() - before;
  if (end - first - repeated >= 2) {
    left.repeated += repeated;
    return;
  }
  left.lines.push_back(static_cast<std::uint32_t>(line));
  left.points.resize(before);
  for (auto p = first; p < end; ++p) left.points.push_back(p);
}

Left look_through(RoadLines const& roads) {
  Blocks const blocks{roads.lines.size(), kLinesAtOnce};
  std::vector<Left> of_blocks(blocks.count());
  blocks.each([&](Block const& block) {
    for (auto line = block.first; line < block.end; ++line)
      look_through(roads, line, of_blocks[block.number]);
  });
  Left all;
  for (auto const& of : of_blocks) {
    all.points.insert(all.points.end(), of.points.begin(), of.points.end());
    all.lines.insert(all.lines.end(), of.lines.begin(), of.lines.end());
    all.repeated += of.repeated;
  }
  return all;
}

/// Removes the elements at `places`, which are ascending, in place: extracts are clean but for a
/// few lines in a million, so copying the column is not worth it.
template <class T, class Place>
void remove_at(std::vector<T>& column, std::vector<Place> const& places) {
  if (column.empty() || places.empty()) return;
  auto to = column.begin() + static_cast<std::ptrdiff_t>(places.front());
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::size_t const next = i + 1 < places.size() ? places[i + 1] : column.size();
    to = std::move(column.begin() + static_cast<std::ptrdiff_t>(places[i]) + 1,
                   column.begin() + static_cast<std::ptrdiff_t>(next), to);
  }
  column.erase(to, column.end());
}

/// Maps old points to new ones after the points of `left` are removed; what stood at a repeated
/// point stands at the point that is kept.
class MovedPoints {
 public:
  MovedPoints(RoadLines const& roads, Left const& left)
      : first_points_{roads.lines.first_points()}, left_{left} {}

  /// Returns the new number of `point`; nothing if its line is removed.
  [[nodiscard]] std::optional<std::size_t> operator()(std::size_t point) const {
    auto const line = std::ranges::upper_bound(first_points_, point) - first_points_.begin() - 1;
    if (std::ranges::binary_search(left_.lines, static_cast<std::uint32_t>(line)))
      return std::nullopt;
    auto const gone = std::ranges::upper_bound(left_.points, point) - left_.points.begin();
    return point - static_cast<std::size_t>(gone);
  }

 private:
  std::span<std::size_t const> first_points_;
  Left const& left_;
};

/// Moves gates to new points. Two gates at one point let through the modes that both permit.
std::vector<Gate> moved(std::vector<Gate> const& old, MovedPoints const& moved_to) {
  std::vector<Gate> gates;
  for (auto const& gate : old) {
    auto const point = moved_to(gate.point);
    if (!point) continue;
    if (!gates.empty() && gates.back().point == *point) {
      gates.back().permitted = gates.back().permitted & gate.permitted;
    } else {
      gates.push_back({*point, gate.permitted, gate.entry});
    }
  }
  return gates;
}

std::vector<LineSign> moved(std::vector<LineSign> const& old, MovedPoints const& moved_to) {
  std::vector<LineSign> signs;
  for (auto const& sign : old) {
    if (auto const point = moved_to(sign.point)) signs.push_back({*point, sign.sign});
  }
  return signs;
}

/// Renumbers the lines of turn rules after the lines `gone` are removed.
void move_turns(std::vector<TurnRule>& turns, std::vector<std::uint32_t> const& gone) {
  auto const moved = [&](std::uint32_t line) {
    return line - static_cast<std::uint32_t>(std::ranges::lower_bound(gone, line) - gone.begin());
  };
  auto const move = [&](LineRange& lines) { lines = {moved(lines.first), moved(lines.end)}; };
  for (auto& rule : turns) {
    move(rule.from);
    move(rule.to);
    for (auto& via : rule.via) move(via);
  }
}

}  // namespace

RoadLines clean(RoadLines roads, Assembly& assembly) {
  auto const left = look_through(roads);
  assembly.repeated_points = left.repeated;
  assembly.lines_without_length = left.lines;
  if (left.points.empty() && left.lines.empty()) return roads;
  MovedPoints const moved_to{roads, left};
  roads.gates = moved(roads.gates, moved_to);
  roads.signs = moved(roads.signs, moved_to);
  auto columns = std::move(roads.lines).take();
  auto gone = left.points.begin();
  for (auto& first : columns.first_points) {
    while (gone != left.points.end() && *gone < first) ++gone;
    first -= static_cast<std::size_t>(gone - left.points.begin());
  }
  remove_at(columns.first_points, left.lines);
  remove_at(columns.keys, left.points);
  if (!columns.is_named) remove_at(columns.positions, left.points);
  remove_at(columns.heights, left.points);
  roads.lines = VertexLines{std::move(columns)};
  remove_at(roads.attributes, left.lines);
  remove_at(roads.names, left.lines);
  move_turns(roads.turns, left.lines);
  return roads;
}

}  // namespace gapmap::network
