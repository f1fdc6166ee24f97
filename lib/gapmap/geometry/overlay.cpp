#include "gapmap/geometry/overlay.h"

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#include <algorithm>
#include <array>
#include <string>

#include "gapmap/geometry/measure.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap {
namespace {

/// GEOS calls this now and then during long work, on the thread that does it. An exception thrown
/// here passes through GEOS, which is C++, up to its C interface, which reports it as an error. So
/// only the work to be stopped ends, whereas GEOS's own interrupt request would end it on all
/// threads.
void stop_within_geos();

/// Registers stop_within_geos() once; returns the callback that another user of GEOS in this
/// process had registered.
GEOSInterruptCallback* others_callback() {
  static auto* const others = GEOS_interruptRegisterCallback(stop_within_geos);
  return others;
}

/// The GEOS context of a thread; keeps GEOS's messages for the exception.
class Context {
 public:
  Context() : handle_{GEOS_init_r()} {
    static_cast<void>(others_callback());
    GEOSContext_setErrorMessageHandler_r(handle_, &Context::remember, this);
  }
  ~Context() { GEOS_finish_r(handle_); }
  Context(Context const&) = delete;
  Context& operator=(Context const&) = delete;

  static GEOSContextHandle_t handle() { return current().handle_; }
  [[noreturn]] static void fail(char const* verb) {
    stop_if_asked();
    throw InputError{{},
                     std::string{"GEOS could not "} + verb + ": " + current().message_,
                     "check the geometries of the input"};
  }

 private:
  static Context& current() {
    thread_local Context context;
    return context;
  }
  static void remember(char const* message, void* self) {
    static_cast<Context*>(self)->message_ = message;
  }
  GEOSContextHandle_t handle_;
  std::string message_;
};

void stop_within_geos() {
  stop_if_asked();
  if (auto* const others = others_callback(); others != nullptr) others();
}

struct GeosDelete {
  void operator()(GEOSGeometry* g) const noexcept { GEOSGeom_destroy_r(Context::handle(), g); }
  void operator()(GEOSPreparedGeometry const* g) const noexcept {
    GEOSPreparedGeom_destroy_r(Context::handle(), g);
  }
};
using Geometry = std::unique_ptr<GEOSGeometry, GeosDelete>;
using Prepared = std::unique_ptr<GEOSPreparedGeometry const, GeosDelete>;

Geometry checked(GEOSGeometry* geometry, char const* verb) {
  if (geometry == nullptr) Context::fail(verb);
  return Geometry{geometry};
}

bool checked(char answer, char const* verb) {
  if (answer == 2) Context::fail(verb);
  return answer == 1;
}

GEOSGeometry* to_ring(std::span<Point const> ring) {
  static_assert(sizeof(Point) == 2 * sizeof(double));
  auto const handle = Context::handle();
  auto* const sequence =
      GEOSCoordSeq_copyFromBuffer_r(handle, &ring[0].x, static_cast<unsigned>(ring.size()), 0, 0);
  if (sequence == nullptr) Context::fail("read a ring");
  auto* const linear_ring = GEOSGeom_createLinearRing_r(handle, sequence);
  if (linear_ring == nullptr) Context::fail("read a ring");
  return linear_ring;
}

Geometry to_geos(Area const& area) {
  auto const handle = Context::handle();
  std::vector<GEOSGeometry*> parts;
  for (std::size_t part = 0; part < area.part_ends.size(); ++part) {
    auto const outer = area.first_ring(part);
    std::vector<GEOSGeometry*> holes;
    for (auto r = outer + 1; r < area.part_ends[part]; ++r) holes.push_back(to_ring(area.ring(r)));
    parts.push_back(GEOSGeom_createPolygon_r(handle, to_ring(area.ring(outer)), holes.data(),
                                             static_cast<unsigned>(holes.size())));
  }
  if (parts.size() == 1) return checked(parts[0], "read a polygon");
  return checked(GEOSGeom_createCollection_r(handle, GEOS_MULTIPOLYGON, parts.data(),
                                             static_cast<unsigned>(parts.size())),
                 "read a multipolygon");
}

/// Appends a ring in reverse: GEOS's normal form winds outer rings clockwise, RFC 7946 and we the
/// other way.
void append_ring(GEOSGeometry const* ring, Area& area) {
  auto const handle = Context::handle();
  auto const* const sequence = GEOSGeom_getCoordSeq_r(handle, ring);
  unsigned size = 0;
  GEOSCoordSeq_getSize_r(handle, sequence, &size);
  auto const first = area.points.size();
  area.points.resize(first + size);
  GEOSCoordSeq_copyToBuffer_r(handle, sequence, &area.points[first].x, 0, 0);
  std::reverse(area.points.begin() + static_cast<std::ptrdiff_t>(first), area.points.end());
  area.close_ring();
}

void append_polygons(GEOSGeometry const* geometry, Area& area) {
  auto const handle = Context::handle();
  auto const type = GEOSGeomTypeId_r(handle, geometry);
  if (type == GEOS_POLYGON) {
    if (checked(GEOSisEmpty_r(handle, geometry), "ask for emptiness")) return;
    append_ring(GEOSGetExteriorRing_r(handle, geometry), area);
    int const holes = GEOSGetNumInteriorRings_r(handle, geometry);
    for (int i = 0; i < holes; ++i) append_ring(GEOSGetInteriorRingN_r(handle, geometry, i), area);
    area.close_part();
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    int const parts = GEOSGetNumGeometries_r(handle, geometry);
    for (int i = 0; i < parts; ++i) append_polygons(GEOSGetGeometryN_r(handle, geometry, i), area);
  }
}

/// Converts by way of GEOS's normal form, so that the result does not depend on the order of work.
Area from_geos(Geometry geometry) {
  auto const handle = Context::handle();
  GEOSNormalize_r(handle, geometry.get());
  Area area;
  append_polygons(geometry.get(), area);
  return area;
}

}  // namespace

Area unite(std::span<Area const> areas) {
  stop_if_asked();
  std::vector<GEOSGeometry*> parts;
  for (auto const& area : areas) parts.push_back(to_geos(area).release());
  auto const all =
      checked(GEOSGeom_createCollection_r(Context::handle(), GEOS_GEOMETRYCOLLECTION, parts.data(),
                                          static_cast<unsigned>(parts.size())),
              "collect areas");
  return from_geos(checked(GEOSUnaryUnion_r(Context::handle(), all.get()), "unite areas"));
}

Area subtract(Area const& area, Area const& taken) {
  stop_if_asked();
  return from_geos(
      checked(GEOSDifference_r(Context::handle(), to_geos(area).get(), to_geos(taken).get()),
              "subtract areas"));
}

Meters shared_border(Area const& a, Area const& b) {
  stop_if_asked();
  auto const handle = Context::handle();
  auto const border_of = [&](Area const& area) {
    return checked(GEOSBoundary_r(handle, to_geos(area).get()), "take a border");
  };
  auto const shared = checked(GEOSIntersection_r(handle, border_of(a).get(), border_of(b).get()),
                              "compare borders");
  double length = 0;
  GEOSLength_r(handle, shared.get(), &length);
  return Meters{length};
}

bool is_valid(Area const& area) {
  return checked(GEOSisValid_r(Context::handle(), to_geos(area).get()), "check an area");
}

std::string validity_problem(Area const& area) {
  auto const handle = Context::handle();
  char* const said = GEOSisValidReason_r(handle, to_geos(area).get());
  if (said == nullptr) Context::fail("check an area");
  std::string problem{said};
  GEOSFree_r(handle, said);
  if (problem == "Valid Geometry") return {};
  return problem.substr(0, problem.find('['));
}

namespace {

Geometry grown(GEOSGeometry const* geometry, double by) {
  auto const handle = Context::handle();
  constexpr int kSegmentsPerQuarter = 1;
  constexpr double kMitreLimit = 3;
  return checked(GEOSBufferWithStyle_r(handle, geometry, by, kSegmentsPerQuarter, GEOSBUF_CAP_FLAT,
                                       GEOSBUF_JOIN_MITRE, kMitreLimit),
                 "grow an area");
}

}  // namespace

std::vector<Area> narrow_gaps(Area const& area, Meters width) {
  auto const handle = Context::handle();
  auto const geometry = to_geos(area);
  auto const closed = grown(grown(geometry.get(), width.value() / 2).get(), -width.value() / 2);
  auto const rest =
      from_geos(checked(GEOSDifference_r(handle, closed.get(), geometry.get()), "subtract areas"));
  std::vector<Area> gaps;
  for (std::size_t part = 0; part < rest.part_ends.size(); ++part) {
    Area gap;
    for (auto r = rest.first_ring(part); r < rest.part_ends[part]; ++r) {
      auto const ring = rest.ring(r);
      gap.points.insert(gap.points.end(), ring.begin(), ring.end());
      gap.close_ring();
    }
    gap.close_part();
    gaps.push_back(std::move(gap));
  }
  return gaps;
}

Area make_valid(Area const& area) {
  auto const handle = Context::handle();
  auto const geometry = to_geos(area);
  if (checked(GEOSisValid_r(handle, geometry.get()), "check an area")) return area;
  std::unique_ptr<GEOSMakeValidParams, void (*)(GEOSMakeValidParams*)> const params{
      GEOSMakeValidParams_create_r(handle),
      [](GEOSMakeValidParams* p) { GEOSMakeValidParams_destroy_r(Context::handle(), p); }};
  GEOSMakeValidParams_setMethod_r(handle, params.get(), GEOS_MAKE_VALID_STRUCTURE);
  return from_geos(
      checked(GEOSMakeValidWithParams_r(handle, geometry.get(), params.get()), "repair an area"));
}

namespace {

Geometry clipped(GEOSGeometry const* geometry, Box const& box) {
  return checked(
      GEOSClipByRect_r(Context::handle(), geometry, box.min.x, box.min.y, box.max.x, box.max.y),
      "clip an area");
}

/// An area and, once needed, its quarters and their quarters: a small box is cut from a small
/// piece. Otherwise a coast of a million points would be gone through for every cell.
class Piece {
 public:
  Piece(GEOSGeometry const* geometry, Box const& box)
      : geometry_{geometry},
        box_{box},
        is_large_{GEOSGetNumCoordinates_r(Context::handle(), geometry) > kManyPoints} {}

  /// Returns the part in `box`.
  /// Requires: this piece holds all of the area in `box`.
  [[nodiscard]] Geometry within(Box const& box) {
    if (is_large_) {
      for (std::size_t q = 0; q < quarters_.size(); ++q) {
        auto const quarter = box_of(q);
        if (!quarter.contains(box.min) || !quarter.contains(box.max)) continue;
        auto& [geometry, piece] = quarters_[q];
        if (!piece) {
          geometry = clipped(geometry_, quarter);
          piece = std::make_unique<Piece>(geometry.get(), quarter);
        }
        return piece->within(box);
      }
    }
    return clipped(geometry_, box);
  }

 private:
  /// More points than any municipality of the general map has.
  static constexpr int kManyPoints = 20'000;

  struct Quarter {
    Geometry geometry;
    std::unique_ptr<Piece> piece;
  };

  /// Returns the box of a quarter. Quarters overlap by a fifth of the sides, so that few boxes lie
  /// in none.
  [[nodiscard]] Box box_of(std::size_t quarter) const {
    constexpr double kSide = 0.6;
    double const width = box_.max.x - box_.min.x;
    double const height = box_.max.y - box_.min.y;
    double const x = box_.min.x + (quarter % 2 == 0 ? 0 : (1 - kSide) * width);
    double const y = box_.min.y + (quarter < 2 ? 0 : (1 - kSide) * height);
    return {{x, y}, {x + kSide * width, y + kSide * height}};
  }

  GEOSGeometry const* geometry_;
  Box box_;
  bool is_large_;
  std::array<Quarter, 4> quarters_;
};

}  // namespace

struct PreparedArea::State {
  explicit State(Area const& area)
      : geometry{to_geos(area)},
        prepared{GEOSPrepare_r(Context::handle(), geometry.get())},
        whole{geometry.get(), with_rim(area.box())} {
    if (!prepared) Context::fail("prepare an area");
  }
  /// Returns the box with a rim, so that areas across the border lie in a quarter too.
  static Box with_rim(Box const& box) {
    return box.grown(std::max(box.max.x - box.min.x, box.max.y - box.min.y) / 10);
  }
  Geometry geometry;
  Prepared prepared;  ///< refers to `geometry`, so it is destroyed first
  Piece whole;
};

PreparedArea::PreparedArea(Area const& area) : state_{std::make_unique<State>(area)} {}
PreparedArea::~PreparedArea() = default;
PreparedArea::PreparedArea(PreparedArea&&) noexcept = default;
PreparedArea& PreparedArea::operator=(PreparedArea&&) noexcept = default;

bool PreparedArea::touches(Area const& other) const {
  return checked(
      GEOSPreparedIntersects_r(Context::handle(), state_->prepared.get(), to_geos(other).get()),
      "compare areas");
}

bool PreparedArea::covers(Area const& other) const {
  return checked(
      GEOSPreparedCovers_r(Context::handle(), state_->prepared.get(), to_geos(other).get()),
      "compare areas");
}

bool PreparedArea::covers(Point p) const {
  auto const point =
      checked(GEOSGeom_createPointFromXY_r(Context::handle(), p.x, p.y), "read a point");
  return checked(GEOSPreparedCovers_r(Context::handle(), state_->prepared.get(), point.get()),
                 "compare with a point");
}

double PreparedArea::overlap_m2(Area const& other) const {
  auto const handle = Context::handle();
  auto const geometry = to_geos(other);
  if (!checked(GEOSPreparedIntersects_r(handle, state_->prepared.get(), geometry.get()),
               "compare areas")) {
    return 0;
  }
  // A municipality's coast has thousands of points of which a cell meets a handful, so it is
  // clipped first.
  auto const nearby = state_->whole.within(other.box().grown(1));
  Geometry const shared{GEOSIntersection_r(handle, nearby.get(), geometry.get())};
  // Clipping may leave an invalid geometry where rings touch; the whole area is used then.
  Geometry const exact =
      shared ? nullptr
             : checked(GEOSIntersection_r(handle, state_->geometry.get(), geometry.get()),
                       "intersect areas");
  double area = 0;
  GEOSArea_r(handle, shared ? shared.get() : exact.get(), &area);
  return area;
}

Meters PreparedArea::distance(Area const& other) const {
  double distance = 0;
  if (GEOSPreparedDistance_r(Context::handle(), state_->prepared.get(), to_geos(other).get(),
                             &distance) == 0) {
    Context::fail("measure a distance");
  }
  return Meters{distance};
}

Meters PreparedArea::distance(Point p) const {
  auto const point =
      checked(GEOSGeom_createPointFromXY_r(Context::handle(), p.x, p.y), "read a point");
  double distance = 0;
  if (GEOSPreparedDistance_r(Context::handle(), state_->prepared.get(), point.get(), &distance) ==
      0) {
    Context::fail("measure a distance");
  }
  return Meters{distance};
}

std::string geos_version() {
  std::string const version = GEOSversion();
  return version.substr(0, version.find('-'));
}

}  // namespace gapmap
