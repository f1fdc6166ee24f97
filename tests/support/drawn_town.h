#pragma once
// A network in a test is a picture, and what comes out of it is one line of text. The picture goes
// through the whole pipeline (assemble, build, weigh, attach, nearest), so a wrong answer anywhere
// shows.

#include <string>
#include <string_view>
#include <tuple>

#include "gapmap/geometry/projection.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/network/road_network.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/reach/reach_table.h"
#include "gapmap/travel/weigh.h"

namespace gapmap {

/// Cars at 50 km/h on the roads of a picture, and nobody waits at junctions: so that times are
/// seen.
[[nodiscard]] inline Profile drawn_profile() {
  auto profile = travel::builtin_profile(Mode::Car);
  profile.speed[static_cast<std::size_t>(RoadClass::Local)] = MetersPerSecond{50 / 3.6};
  profile.delays = {};
  return profile;
}

struct DrawnTownOptions {
  Meters step = Meters{100};  ///< from one character to the next, and from one row to the next
  Meters max_off_road = Meters{5000};
  Profile profile = drawn_profile();
};

/// Every letter is a cell; the upper-case ones are places too. Cells and places are
/// numbered in the order of the alphabet (A before a before B).
class DrawnTown {
 public:
  /// What it costs to travel from the nearest of `letters` to every letter, in metres (or seconds,
  /// for Milliseconds): "A:0 b:400 c:541.42 d:unreachable".
  template <CostType Cost = Millimeters>
  [[nodiscard]] std::string costs_from(std::string_view letters) const;

  /// Every letter's nearest place: "A:0@A b:400@A c:beyond d:unreachable e:off-network".
  template <CostType Cost = Millimeters>
  [[nodiscard]] std::string nearest(reach::NearestOptions<Cost> const& options = {}) const;

  /// The same as the layers below the waist see it.
  template <CostType Cost = Millimeters>
  [[nodiscard]] ReachTable<Cost> reach(reach::NearestOptions<Cost> const& options = {}) const;

  [[nodiscard]] Point at(char letter) const;
  [[nodiscard]] CellId cell(char letter) const { return CellId{position(letters_, letter)}; }
  [[nodiscard]] PlaceId place(char letter) const { return PlaceId{position(places_, letter)}; }
  /// Cell c is drawn as letters()[c], place f as places()[f].
  [[nodiscard]] std::string const& letters() const noexcept { return letters_; }
  [[nodiscard]] std::string const& places() const noexcept { return places_; }

  [[nodiscard]] WorkingFrame const& frame() const noexcept { return frame_; }
  [[nodiscard]] RoadNetwork const& network() const noexcept { return network_; }
  [[nodiscard]] RoadGraph const& graph() const noexcept { return graph_; }
  [[nodiscard]] Profile const& profile() const noexcept { return options_.profile; }
  template <CostType Cost = Millimeters>
  [[nodiscard]] EdgeCosts<Cost> const& costs() const noexcept {
    return std::get<EdgeCosts<Cost>>(costs_);
  }

 private:
  friend DrawnTown drawn_town(std::string_view picture, DrawnTownOptions const& options);
  DrawnTown();
  [[nodiscard]] static std::size_t position(std::string const& in, char letter);
  [[nodiscard]] reach::Ends ends(std::string_view places) const;

  WorkingFrame frame_;
  RoadNetwork network_;
  RoadGraph graph_;
  std::tuple<EdgeCosts<Millimeters>, EdgeCosts<Milliseconds>> costs_;
  std::string letters_;
  std::string places_;
  std::vector<Point> points_;  ///< one a letter
  DrawnTownOptions options_;
};

/// Letters are places; the straight lines between them are roads: `-` west–east, `|` north–south,
/// `/` and `\` diagonal (a step along those is √2 steps long); `~` is a ferry, west–east only.
/// Roads begin, bend, branch and meet at letters. A letter that no line leads to stands beside the
/// roads and is attached to the nearest. A letter in the middle of a ferry is a landing,
/// where three and more meet without a road open water.
///
/// An arrow on a line (`>` and `<` on `-` and `~`, `^` and `v` on the others) makes it one-way for
/// cars and bikes; walkers mind no arrows. `#` on a line is a gate that stops cars only. A line
/// with arrows alone is a road; diagonals begin with a stroke.
///
/// Metres: the plane is a transverse Mercator of scale 1 whose meridian runs through the middle of the picture, so that a
/// drawn metre is a geodesic metre to less than a millimetre a kilometre in towns up to ten
/// kilometres wide. Texts round to the centimetre, which hides what whole millimetres per edge
/// leave over.
///
/// Roads are of class Local. Everything is attached to all segments, small components included.
///
/// Throws std::invalid_argument, with line and column, for what cannot be read. No letter may be
/// called v: it is an arrow.
[[nodiscard]] DrawnTown drawn_town(std::string_view picture, DrawnTownOptions const& options = {});

}  // namespace gapmap
