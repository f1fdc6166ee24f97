#include "gapmap/checks/misplaced.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gapmap/io/placing.h"
#include "gapmap/places/inspect_areas.h"

namespace gapmap::checks {
namespace {

constexpr double kMost = 0.9;        // least share of rows that fit another interpretation
constexpr double kGain = 0.25;       // least increase of the share of rows that fit
constexpr std::size_t kFewest = 5;   // rows needed to recognise a pattern
constexpr std::size_t kTried = 300;  // rows that every CRS is tried on

RawPoint swapped(RawPoint p) { return {p.y, p.x}; }

/// Projects coordinates interpreted in one way to the working CRS.
class Reading {
 public:
  Reading(Crs const& crs, bool is_swapped, WorkingFrame const& frame)
      : projection_{crs, frame.crs()}, is_swapped_{is_swapped}, frame_{frame} {}
  Reading(Meant const& meant, WorkingFrame const& frame)
      : Reading{Crs::from_text(meant.crs), meant.is_swapped, frame} {}

  /// Returns nothing if the point is outside the area of the working CRS and its surroundings.
  [[nodiscard]] std::optional<Point> place(RawPoint raw) const {
    if (is_swapped_) raw = swapped(raw);
    projection_.forward(std::span{&raw, 1});
    Point const p{raw.x, raw.y};
    bool const is_somewhere = std::isfinite(p.x) && std::isfinite(p.y);
    if (!is_somewhere || !frame_.is_plausible(frame_.to_lonlat(p))) return std::nullopt;
    return p;
  }

 private:
  Projection projection_;
  bool is_swapped_;
  WorkingFrame const& frame_;
};

/// Guesses how single rows are meant by their values. Readings are kept, as making them is slow.
class Guess {
 public:
  explicit Guess(WorkingFrame const& frame) : frame_{frame} {}
  [[nodiscard]] std::optional<Meant> of(RawPoint raw) {
    for (bool const is_swapped : {false, true}) {
      int const epsg = io::epsg_by_value(is_swapped ? swapped(raw) : raw);
      if (epsg == 0) continue;
      Meant const meant{fmt::format("EPSG:{}", epsg), is_swapped};
      auto const reading = readings_.try_emplace(meant, meant, frame_).first;
      if (reading->second.place(raw)) return meant;
    }
    return std::nullopt;
  }

 private:
  WorkingFrame const& frame_;
  std::map<Meant, Reading> readings_;
};

std::vector<std::string> candidates() {
  std::vector<std::string> codes{"EPSG:4326", "EPSG:3067", "EPSG:3035", "EPSG:3857", "EPSG:2393"};
  constexpr int kFirstZone = 19;
  constexpr int kLastZone = 31;
  for (int zone = kFirstZone; zone <= kLastZone; ++zone)
    codes.push_back(fmt::format("EPSG:{}", 3873 + zone - kFirstZone));  // with prefix
  for (int zone = kFirstZone; zone <= kLastZone; ++zone)
    codes.push_back(fmt::format("EPSG:{}", 3126 + zone - kFirstZone));  // without prefix
  for (int const kkj : {2391, 2392, 2394}) codes.push_back(fmt::format("EPSG:{}", kkj));
  return codes;
}

/// Returns the share of `rows` in or near the areas; 0 at once if `around`, the box of the areas,
/// shows that the share is below `enough`.
double share_near(std::span<RawPoint const> rows, Reading const& reading,
                  Municipalities const& areas, Box const& around, double enough) {
  std::vector<Point> near;
  for (auto const raw : rows) {
    if (auto const p = reading.place(raw); p && around.contains(*p)) near.push_back(*p);
  }
  auto const all = static_cast<double>(rows.size());
  if (static_cast<double>(near.size()) < enough * all) return 0;
  auto const distances = places::distances_to_areas(near, areas);
  auto const count = std::ranges::count_if(distances, [](Meters d) { return d <= kNearAreas; });
  return static_cast<double>(count) / all;
}

std::vector<RawPoint> tried(std::span<RawPosition const> rows) {
  std::vector<RawPoint> points;
  auto const step = std::max<std::size_t>(1, rows.size() / kTried);
  for (std::size_t i = 0; i < rows.size(); i += step) points.push_back(rows[i].at);
  return points;
}

std::optional<Mislabelled> try_all(std::span<RawPosition const> rows, std::optional<Crs> const& crs,
                                   WorkingFrame const& frame, Municipalities const& areas) {
  if (rows.size() < kFewest || areas.empty()) return std::nullopt;
  Box around;
  for (auto const& each : areas) around.extend(each.area.box());
  around = around.grown(kNearAreas.value());
  auto const points = tried(rows);
  double const now = crs ? share_near(points, Reading{*crs, false, frame}, areas, around, 0) : 0.0;
  std::optional<Mislabelled> best;
  if (now + kGain > 1) return best;
  for (auto const& code : candidates()) {
    for (bool const is_swapped : {false, true}) {
      Meant const meant{code, is_swapped};
      double const then = share_near(points, Reading{meant, frame}, areas, around, kMost);
      bool const is_better = then >= kMost && then >= now + kGain;
      if (is_better && (!best || then > best->share_then))
        best = Mislabelled{meant, false, now, then};
    }
  }
  return best;
}

}  // namespace

Misplaced find_misplaced(std::span<RawPosition const> rows, std::optional<Crs> const& crs,
                         WorkingFrame const& frame, Municipalities const& areas) {
  Misplaced misplaced;
  std::optional<Reading> reading;
  if (crs) reading.emplace(*crs, false, frame);
  Guess guess{frame};
  std::vector<RawPosition> placed;
  std::size_t strays = 0;
  for (auto const& row : rows) {
    if (row.at.x == 0 && row.at.y == 0) {
      misplaced.at_zero.push_back(row.row);
    } else if (reading && reading->place(row.at)) {
      placed.push_back(row);
    } else if (auto const meant = guess.of(row.at)) {
      misplaced.strays[*meant].push_back(row.row);
      ++strays;
    } else {
      misplaced.nowhere.push_back(row.row);
    }
  }
  if (!placed.empty()) {
    misplaced.all = try_all(placed, crs, frame, areas);
    if (misplaced.all) misplaced.all->are_placed = true;
    return misplaced;
  }
  for (auto const& [meant, of] : misplaced.strays) {
    auto const share =
        static_cast<double>(of.size()) / static_cast<double>(strays + misplaced.nowhere.size());
    if (share < kMost) continue;
    misplaced.all = Mislabelled{meant, false, 0, share};
    misplaced.strays.erase(meant);
    return misplaced;
  }
  std::vector<RawPosition> others;
  for (auto const& row : rows) {
    if (row.at.x != 0 || row.at.y != 0) others.push_back(row);
  }
  misplaced.all = try_all(others, crs, frame, areas);
  return misplaced;
}

}  // namespace gapmap::checks
