#include "gapmap/report/detail/road_looks.h"

#include <algorithm>
#include <array>

namespace gapmap::report {
namespace {

constexpr std::array<std::string_view, 2> kFerries{"ferry", "cable_ferry"};
constexpr std::array<std::string_view, 3> kMain{"motorway", "trunk", "primary"};
constexpr std::array<std::string_view, 2> kRegional{"secondary", "tertiary"};

constexpr std::array<RoadLook, 4> kLooks{{{"ferries", kFerries, "#2f6fb0", 0.4, true},
                                          {"main_roads", kMain, "#666666", 0.5, false},
                                          {"regional_roads", kRegional, "#777777", 0.32, false},
                                          {"other_roads", {}, "#858585", 0.22, false}}};

}  // namespace

std::span<RoadLook const> road_looks() { return kLooks; }

std::size_t look_of(std::string_view road_class) {
  auto const found = std::ranges::find_if(kLooks, [&](RoadLook const& look) {
    return std::ranges::find(look.classes, road_class) != look.classes.end();
  });
  return std::min(static_cast<std::size_t>(found - kLooks.begin()), kLooks.size() - 1);
}

}  // namespace gapmap::report
