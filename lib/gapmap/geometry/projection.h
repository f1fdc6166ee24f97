#pragma once
// Coordinate reference systems, through PROJ. This is the only place where an input's coordinates
// become metres, and metres become degrees. Axis order is always easting/longitude first,
// northing/latitude second ("visualisation order"). No grids are fetched from the network: only
// installed ones are used, and Debian's proj-data holds all that Finland needs.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap {

/// A coordinate reference system. Cheap to copy; immutable.
class Crs {
 public:
  /// Reads "EPSG:3067", WKT, PROJJSON or a PROJ string. Throws InputError if PROJ does not know it.
  [[nodiscard]] static Crs from_text(std::string const& text);
  /// Returns ETRS-TM35FIN, EPSG:3067.
  [[nodiscard]] static Crs tm35fin();
  /// Returns WGS 84 longitude and latitude.
  [[nodiscard]] static Crs wgs84();

  /// Returns "EPSG:3067" where the definition carries or matches an identifier, else its name.
  [[nodiscard]] std::string label() const;
  [[nodiscard]] std::string wkt() const;

  /// Whether the CRS is projected with axes in metres, as a working CRS must be.
  [[nodiscard]] bool is_projected_in_meters() const;

  struct Use {
    LonLat min;
    LonLat max;
  };
  /// Returns where the CRS is meant to be used, if its definition says so.
  [[nodiscard]] std::optional<Use> area_of_use() const;

  struct Ellipsoid {
    double semi_major_m;
    double flattening;
  };
  [[nodiscard]] Ellipsoid ellipsoid() const;

 private:
  friend class Projection;
  struct Definition;
  explicit Crs(std::shared_ptr<Definition const> definition) : definition_{std::move(definition)} {}
  std::shared_ptr<Definition const> definition_;
};

/// A conversion from one CRS to another. Not for two threads at once: PROJ objects carry their
/// context.
class Projection {
 public:
  /// Throws InputError if PROJ knows no way between the two.
  Projection(Crs const& source, Crs const& target);
  ~Projection();
  Projection(Projection&&) noexcept;
  Projection& operator=(Projection&&) noexcept;

  /// Converts points in place, from source to target. A position that cannot be projected becomes
  /// infinite in both coordinates.
  void forward(std::span<RawPoint> points) const;
  void inverse(std::span<RawPoint> points) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Returns the smallest box around `box` after projecting 20 points on each of its sides. Empty if
/// a side cannot be projected.
[[nodiscard]] Box project_box(Box const& box, Projection const& projection);

/// The working CRS with its conversions to and from degrees.
class WorkingFrame {
 public:
  /// Throws UsageError unless `crs` is projected in metres.
  explicit WorkingFrame(Crs crs);

  [[nodiscard]] Crs const& crs() const noexcept { return crs_; }
  [[nodiscard]] LonLat to_lonlat(Point p) const;
  [[nodiscard]] Point from_lonlat(LonLat p) const;
  /// Converts all points to degrees in one call into PROJ.
  [[nodiscard]] std::vector<LonLat> to_lonlat(std::span<Point const> points) const;

  /// Whether `p` lies in the CRS's area of use, grown by 3 degrees (neighbours count); true if the
  /// CRS states none.
  [[nodiscard]] bool is_plausible(LonLat p) const;

 private:
  Crs crs_;
  Projection to_degrees_;
  std::optional<Crs::Use> use_;
};

/// Returns the version of PROJ, like "9.1.1".
[[nodiscard]] std::string proj_version();

}  // namespace gapmap
