#pragma once
// How roads look behind results: thin and grey, so that they give orientation and hide nothing;
// ferries blue and dashed.

#include <span>
#include <string_view>

namespace gapmap::report {

struct RoadLook {
  std::string_view words;                     ///< a label
  std::span<std::string_view const> classes;  ///< as in the data; the last look has all others
  char const* color;
  double width_mm;
  bool is_dashed;
};

/// Returns ferries, then roads, most important first.
[[nodiscard]] std::span<RoadLook const> road_looks();

/// Returns the position in road_looks() for a class.
[[nodiscard]] std::size_t look_of(std::string_view road_class);

}  // namespace gapmap::report
