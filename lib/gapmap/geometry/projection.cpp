#include "gapmap/geometry/projection.h"

#include <fmt/format.h>
#include <proj.h>

#include <limits>

#include "gapmap/units/error.h"

namespace gapmap {
namespace {

struct PjDelete {
  void operator()(PJ* pj) const noexcept { proj_destroy(pj); }
  void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
};
using PjPtr = std::unique_ptr<PJ, PjDelete>;
using ContextPtr = std::unique_ptr<PJ_CONTEXT, PjDelete>;

/// Makes a context that prints nothing: PROJ prints to stderr by default, but our exceptions report
/// errors.
ContextPtr quiet_context() {
  ContextPtr context{proj_context_create()};
  proj_log_level(context.get(), PJ_LOG_NONE);
  proj_context_set_enable_network(context.get(), 0);
  return context;
}

/// Returns the horizontal part of a CRS: heights do not matter here.
PjPtr without_wrapping(PJ_CONTEXT* context, PjPtr crs) {
  while (true) {
    auto const type = proj_get_type(crs.get());
    if (type == PJ_TYPE_BOUND_CRS) {
      crs.reset(proj_get_source_crs(context, crs.get()));
    } else if (type == PJ_TYPE_COMPOUND_CRS) {
      crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
    } else {
      return crs;
    }
  }
}

}  // namespace

struct Crs::Definition {
  ContextPtr context;
  PjPtr pj;
};

Crs Crs::from_text(std::string const& text) {
  auto definition = std::make_shared<Definition>();
  definition->context = quiet_context();
  auto* const context = definition->context.get();
  // A PROJ string means an operation unless it says that it means a CRS.
  bool const is_proj_string = text.starts_with("+") && text.find("+type=crs") == std::string::npos;
  PjPtr pj{proj_create(context, (is_proj_string ? text + " +type=crs" : text).c_str())};
  if (!pj || !proj_is_crs(pj.get())) {
    throw InputError{{},
                     fmt::format("\"{}\" is not a coordinate reference system known to PROJ",
                                 text.substr(0, text.find('\n'))),
                     "write an EPSG code such as EPSG:3067"};
  }
  definition->pj = without_wrapping(context, std::move(pj));
  return Crs{std::move(definition)};
}

Crs Crs::tm35fin() { return from_text("EPSG:3067"); }
Crs Crs::wgs84() { return from_text("EPSG:4326"); }

std::string Crs::label() const {
  auto const* const pj = definition_->pj.get();
  auto const* const authority = proj_get_id_auth_name(pj, 0);
  auto const* const code = proj_get_id_code(pj, 0);
  if (authority != nullptr && code != nullptr) return fmt::format("{}:{}", authority, code);
  // Shapefiles and older GeoPackages carry a definition without its identifier, so the EPSG
  // database is searched for an equal one.
  auto* const context = definition_->context.get();
  int* confidences = nullptr;
  auto* const matches = proj_identify(context, pj, "EPSG", nullptr, &confidences);
  std::string label;
  if (matches != nullptr && proj_list_get_count(matches) > 0 && confidences[0] >= 90) {
    PjPtr const best{proj_list_get(context, matches, 0)};
    label = fmt::format("EPSG:{}", proj_get_id_code(best.get(), 0));
  }
  proj_int_list_destroy(confidences);
  proj_list_destroy(matches);
  if (!label.empty()) return label;
  auto const* const name = proj_get_name(pj);
  return name != nullptr ? name : "unnamed";
}

std::string Crs::wkt() const {
  auto const* const text =
      proj_as_wkt(definition_->context.get(), definition_->pj.get(), PJ_WKT2_2019, nullptr);
  return text != nullptr ? text : "";
}

bool Crs::is_projected_in_meters() const {
  auto* const context = definition_->context.get();
  if (proj_get_type(definition_->pj.get()) != PJ_TYPE_PROJECTED_CRS) return false;
  PjPtr const axes{proj_crs_get_coordinate_system(context, definition_->pj.get())};
  double to_meters = 0;
  return proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr, &to_meters,
                               nullptr, nullptr, nullptr) != 0 &&
         to_meters == 1.0;
}

std::optional<Crs::Use> Crs::area_of_use() const {
  Use use;
  constexpr double kUnknown = -1000;
  if (proj_get_area_of_use(definition_->context.get(), definition_->pj.get(), &use.min.lon,
                           &use.min.lat, &use.max.lon, &use.max.lat, nullptr) == 0 ||
      use.min.lon == kUnknown || use.min.lon > use.max.lon) {
    return std::nullopt;
  }
  return use;
}

Crs::Ellipsoid Crs::ellipsoid() const {
  auto* const context = definition_->context.get();
  PjPtr const ellipsoid{proj_get_ellipsoid(context, definition_->pj.get())};
  double semi_major = 0;
  double inverse_flattening = 0;
  if (!ellipsoid || proj_ellipsoid_get_parameters(context, ellipsoid.get(), &semi_major, nullptr,
                                                  nullptr, &inverse_flattening) == 0) {
    throw InputError{{}, label() + " has no ellipsoid", "choose another `crs`"};
  }
  return {semi_major, inverse_flattening == 0 ? 0.0 : 1.0 / inverse_flattening};
}

struct Projection::State {
  ContextPtr context;
  PjPtr pj;  ///< null where both CRS are the same
  void transform(PJ_DIRECTION direction, std::span<RawPoint> points) const {
    if (!pj || points.empty()) return;
    proj_trans_generic(pj.get(), direction, &points[0].x, sizeof(RawPoint), points.size(),
                       &points[0].y, sizeof(RawPoint), points.size(), nullptr, 0, 0, nullptr, 0, 0);
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    for (auto& p : points) {
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) p = {kInfinite, kInfinite};
    }
  }
};

Projection::Projection(Crs const& source, Crs const& target) : state_{std::make_unique<State>()} {
  state_->context = quiet_context();
  auto* const context = state_->context.get();
  auto const* const from = source.definition_->pj.get();
  auto const* const to = target.definition_->pj.get();
  if (proj_is_equivalent_to(from, to, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0) return;
  PjPtr const plain{proj_create_crs_to_crs_from_pj(context, from, to, nullptr, nullptr)};
  if (plain) state_->pj.reset(proj_normalize_for_visualization(context, plain.get()));
  if (!state_->pj) {
    throw InputError{{},
                     fmt::format("no way from {} to {}", source.label(), target.label()),
                     "check the CRS of the input"};
  }
}

Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

void Projection::forward(std::span<RawPoint> points) const { state_->transform(PJ_FWD, points); }
void Projection::inverse(std::span<RawPoint> points) const { state_->transform(PJ_INV, points); }

Box project_box(Box const& box, Projection const& projection) {
  constexpr int kSteps = 20;
  std::vector<RawPoint> rim;
  for (int i = 0; i <= kSteps; ++i) {
    double const x = box.min.x + (box.max.x - box.min.x) * i / kSteps;
    double const y = box.min.y + (box.max.y - box.min.y) * i / kSteps;
    rim.insert(rim.end(), {{x, box.min.y}, {x, box.max.y}, {box.min.x, y}, {box.max.x, y}});
  }
  projection.forward(rim);
  Box projected;
  for (auto const p : rim) {
    if (!std::isfinite(p.x)) return {};
    projected.extend(Point{p.x, p.y});
  }
  return projected;
}

WorkingFrame::WorkingFrame(Crs crs)
    : crs_{std::move(crs)}, to_degrees_{crs_, Crs::wgs84()}, use_{crs_.area_of_use()} {
  if (!crs_.is_projected_in_meters()) {
    throw UsageError{"crs", crs_.label() + " is not a projected CRS in metres",
                     "use EPSG:3067 or another CRS whose axes are metres"};
  }
}

LonLat WorkingFrame::to_lonlat(Point p) const { return to_lonlat(std::span{&p, 1})[0]; }

std::vector<LonLat> WorkingFrame::to_lonlat(std::span<Point const> points) const {
  std::vector<RawPoint> raw;
  raw.reserve(points.size());
  for (auto const p : points) raw.push_back({p.x, p.y});
  to_degrees_.forward(raw);
  std::vector<LonLat> degrees;
  degrees.reserve(points.size());
  for (auto const p : raw) degrees.push_back({p.x, p.y});
  return degrees;
}

Point WorkingFrame::from_lonlat(LonLat p) const {
  RawPoint raw{p.lon, p.lat};
  to_degrees_.inverse(std::span{&raw, 1});
  return {raw.x, raw.y};
}

bool WorkingFrame::is_plausible(LonLat p) const {
  if (!std::isfinite(p.lon) || !std::isfinite(p.lat)) return false;
  constexpr double kNeighbourhoodDegrees = 3;
  return !use_ || (p.lon >= use_->min.lon - kNeighbourhoodDegrees &&
                   p.lon <= use_->max.lon + kNeighbourhoodDegrees &&
                   p.lat >= use_->min.lat - kNeighbourhoodDegrees &&
                   p.lat <= use_->max.lat + kNeighbourhoodDegrees);
}

std::string proj_version() { return proj_info().version; }

}  // namespace gapmap
