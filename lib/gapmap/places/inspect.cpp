#include "gapmap/places/inspect.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"

namespace gapmap::places {
namespace {

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
char lowered(char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; }
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Returns `text` with ASCII, and letters that UTF-8 begins with C3 (À to Þ), in lower case.
std::string lowered(std::string_view text) {
  std::string lower;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    bool const follows_c3 = i > 0 && static_cast<unsigned char>(text[i - 1]) == 0xC3;
    bool const is_upper = follows_c3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    lower += is_upper ? static_cast<char>(byte + 0x20) : lowered(text[i]);
  }
  return lower;
}

/// A tree of the points of all places, and the names they are compared by.
struct Named {
  explicit Named(Places const& places) : tree{boxes_of(places)} {
    for (auto const& place : places) names.push_back(normalised_name(place.name));
  }
  static std::vector<Box> boxes_of(Places const& places) {
    std::vector<Box> boxes;
    for (auto const& place : places) boxes.push_back({place.point, place.point});
    return boxes;
  }
  BoxTree tree;
  std::vector<std::string> names;
};

/// Whether a line along an edge of one outline separates the two, except for `slack` metres: then
/// they share next to nothing. Asks about points only, and is enough for the squares of a grid.
bool are_side_by_side(std::span<Point const> a, std::span<Point const> b, double slack) {
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    double const dx = a[i + 1].x - a[i].x;
    double const dy = a[i + 1].y - a[i].y;
    double const length = std::hypot(dx, dy);
    if (length == 0) continue;
    auto const left_of = [&](Point p) {
      return (dx * (p.y - a[i].y) - dy * (p.x - a[i].x)) / length;
    };
    auto const all = [&](std::span<Point const> points, double sign) {
      return std::ranges::all_of(points, [&](Point p) { return sign * left_of(p) >= -slack; });
    };
    if ((all(a, 1) && all(b, -1)) || (all(a, -1) && all(b, 1))) return true;
  }
  return false;
}

}  // namespace

std::string normalised_name(std::string_view name) {
  std::vector<std::string> words{""};
  for (char const c : lowered(name)) {
    if (is_word_byte(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  constexpr std::array<std::string_view, 6> kForms{"ry", "rf", "oy", "oyj", "ab", "sr"};
  while (words.size() > 1 && std::ranges::find(kForms, words.back()) != kForms.end())
    words.pop_back();
  std::string normalised;
  for (auto const& word : words) normalised += (normalised.empty() ? "" : " ") + word;
  return normalised;
}

std::vector<Twins> namesakes(Places const& places, Meters within) {
  Named const named{places};
  std::vector<Twins> twins;
  for (auto const f : places.ids()) {
    auto const p = places[f].point;
    if (named.names[f.value()].empty()) continue;
    std::optional<Twins> nearest;
    for (auto const other : named.tree.touching(Box{p, p}.grown(within.value()))) {
      PlaceId const earlier{other};
      if (!(earlier < f) || named.names[other] != named.names[f.value()]) continue;
      auto const distance = planar_distance(p, places[earlier].point);
      if (distance <= within && (!nearest || distance < nearest->distance))
        nearest = Twins{earlier, f, distance};
    }
    if (nearest) twins.push_back(*nearest);
  }
  return twins;
}

std::vector<Twins> sharing_a_point(Places const& places) {
  std::map<Point, std::vector<PlaceId>> at;
  std::vector<Twins> twins;
  for (auto const f : places.ids()) {
    auto const name = normalised_name(places[f].name);
    auto& earlier = at[places[f].point];
    bool const is_namesake = std::ranges::any_of(
        earlier, [&](PlaceId other) { return normalised_name(places[other].name) == name; });
    if (!earlier.empty() && !is_namesake) twins.push_back({earlier.front(), f, Meters{0}});
    earlier.push_back(f);
  }
  return twins;
}

std::vector<OverlappingCells> overlapping_cells(Population const& population) {
  std::vector<Box> boxes;
  std::vector<CellId> cells;
  for (auto const c : population.ids()) {
    auto const& cell = population[c];
    if (cell.is_point || !cell.is_inhabited()) continue;
    boxes.push_back(cell.outline.box());
    cells.push_back(c);
  }
  BoxTree const tree{boxes};
  std::vector<OverlappingCells> overlapping;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const& outline = population[cells[i]].outline;
    std::optional<PreparedArea> prepared;
    double const own_m2 = area_m2(outline);
    for (auto const j : tree.touching(boxes[i])) {
      if (j <= i) continue;
      auto const& other = population[cells[j]].outline;
      double const smaller_m2 = std::min(own_m2, area_m2(other));
      double const slack = std::sqrt(smaller_m2) / 1000;
      if (are_side_by_side(outline.points, other.points, slack) ||
          are_side_by_side(other.points, outline.points, slack))
        continue;
      if (!prepared) prepared.emplace(outline);
      double const shared = prepared->overlap_m2(other);
      if (shared > smaller_m2 / 100) overlapping.push_back({cells[i], cells[j], shared});
    }
  }
  return overlapping;
}

}  // namespace gapmap::places
