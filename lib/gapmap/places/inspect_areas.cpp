#include "gapmap/places/inspect_areas.h"

#include <algorithm>
#include <limits>
#include <map>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"

namespace gapmap::places {
namespace {

/// All areas, prepared for queries, with their boxes.
struct Atlas {
  template <class All>
  explicit Atlas(All const& areas) : boxes{boxes_of(areas)} {
    for (auto const& each : areas) prepared.push_back(PreparedArea{each.area});
  }
  template <class All>
  static std::vector<Box> boxes_of(All const& areas) {
    std::vector<Box> boxes;
    for (auto const& each : areas) boxes.push_back(each.area.box());
    return boxes;
  }
  std::vector<Box> boxes;
  BoxTree tree{boxes};
  std::vector<PreparedArea> prepared;
};

// An area lies beside ground if it is nearer than what overlays leave of an edge by rounding.
constexpr Meters kBeside{0.01};

/// The lengths of the border of a piece of ground that lie beside each area, and beside none.
struct Surround {
  std::map<MunicipalityId, double> beside;
  double open = 0;
  double all = 0;
};

Surround surround_of(Area const& ground, Atlas const& atlas) {
  auto const candidates = atlas.tree.touching(ground.box().grown(kBeside.value()));
  Surround surround;
  for (std::size_t r = 0; r < ground.rings(); ++r) {
    auto const ring = ground.ring(r);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      Point const middle{(ring[i].x + ring[i + 1].x) / 2, (ring[i].y + ring[i + 1].y) / 2};
      double const length = planar_distance(ring[i], ring[i + 1]).value();
      bool is_open = true;
      for (auto const m : candidates) {
        if (atlas.prepared[m].distance(middle) > kBeside) continue;
        surround.beside[MunicipalityId{m}] += length;
        is_open = false;
      }
      surround.all += length;
      if (is_open) surround.open += length;
    }
  }
  return surround;
}

}  // namespace

template <class AreaId, class Described>
std::vector<SharedGround<AreaId>> overlapping_areas(IdVector<AreaId, Described> const& areas,
                                                    double least_m2) {
  Atlas const atlas{areas};
  std::vector<SharedGround<AreaId>> shared;
  for (auto const a : areas.ids()) {
    for (auto const other : atlas.tree.touching(atlas.boxes[a.value()])) {
      AreaId const second{other};
      if (!(a < second)) continue;
      double const m2 = atlas.prepared[a.value()].overlap_m2(areas[second].area);
      if (m2 > least_m2) shared.push_back({a, second, m2});
    }
  }
  std::ranges::stable_sort(shared, std::ranges::greater{}, &SharedGround<AreaId>::shared_m2);
  return shared;
}

template std::vector<SharedGround<MunicipalityId>> overlapping_areas(Municipalities const&, double);
template std::vector<SharedGround<ZoneId>> overlapping_areas(Zones const&, double);

std::vector<NoMansLand> slivers(Municipalities const& municipalities, Meters width,
                                double least_m2) {
  std::vector<Area> areas;
  for (auto const& each : municipalities) areas.push_back(each.area);
  if (areas.size() < 2) return {};
  Atlas const atlas{municipalities};
  std::vector<NoMansLand> found;
  for (auto& gap : narrow_gaps(unite(areas), width)) {
    double const m2 = area_m2(gap);
    if (m2 <= least_m2) continue;
    auto const surround = surround_of(gap, atlas);
    // The ground may be open at its ends only: a strip that a buffer shaves off an outer border has
    // one long side open.
    if (surround.beside.size() < 2 || surround.open * 4 > surround.all) continue;
    NoMansLand land{std::move(gap), m2, {}};
    for (auto const& [m, length] : surround.beside) land.beside.push_back(m);
    std::ranges::stable_sort(land.beside, std::ranges::greater{},
                             [&](MunicipalityId m) { return surround.beside.at(m); });
    found.push_back(std::move(land));
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &NoMansLand::m2);
  return found;
}

std::vector<Meters> distances_to_areas(std::span<Point const> points,
                                       Municipalities const& municipalities) {
  Atlas const atlas{municipalities};
  std::vector<Meters> distances;
  distances.reserve(points.size());
  for (auto const p : points) {
    auto nearest = Meters::infinite();
    atlas.tree.visit_nearest(p, std::numeric_limits<double>::infinity(), [&](std::uint32_t m) {
      nearest = std::min(nearest, atlas.prepared[m].distance(p));
      return nearest.value();
    });
    distances.push_back(nearest);
  }
  return distances;
}

}  // namespace gapmap::places
