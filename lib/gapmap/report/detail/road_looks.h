#pragma once
// How roads look behind results: thin and grey, so that they help to find one's way and hide
// nothing; ferries blue and dashed.

#include <span>
#include <string_view>

namespace gapmap::report {

struct RoadLook {
  std::string_view words;                     ///< a label
  std::span<std::string_view const> classes;  ///< as data have them; those of no look have the last
  char const* color;
  double width_mm;
  bool is_dashed;
};

/// Ferries, then roads, most important first.
[[nodiscard]] std::span<RoadLook const> road_looks();

/// Of a class: its place in road_looks().
[[nodiscard]] std::size_t look_of(std::string_view road_class);

}  // namespace gapmap::report
