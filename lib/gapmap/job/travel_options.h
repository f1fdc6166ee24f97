#pragma once
// The options about roads and about how people travel on them, shared by every command that needs a
// network.

#include <string>

#include "gapmap/io/read_roads.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/travel/profile.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct TravelWords {
  std::string roads, road_class, roads_where, roads_crs, ice_roads, rough_tracks;
  std::string road_oneway, road_oneway_along = io::OneWayWords{}.along,
                           road_oneway_against = io::OneWayWords{}.against,
                           road_oneway_both = io::OneWayWords{}.both;
  std::string road_speed, road_speed_limits, road_ferry, road_name, road_level;
  std::string cache;
  std::string mode = "car", trip = "to-place", ferries = "use";
  std::string traffic = "free", speeds;
  std::string ferry_wait = "30 min", cable_ferry_wait = "15 min";
  std::string max_off_road = "5 km", small_component_below = "1 km";
};

/// The options as values.
struct Travel {
  io::RoadInput roads;
  std::string cache;  ///< folder in which gapmap keeps network files; empty: none
  Profile profile;
  Traffic traffic = Traffic::Free;  ///< for which the profile was made
  reach::Trip trip = reach::Trip::ToPlace;
  Meters max_off_road{0};
  Meters small_component_below{0};
};

/// Adds the options under the heading "Roads".
void declare_roads(Options& options, TravelWords& words);
/// Adds the options under the headings "Roads" and "Travel".
void declare_travel(Options& options, TravelWords& words);

/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] Travel understand_travel(TravelWords const& words, Problems& problems);

/// Returns an input's path and filter as a source.
[[nodiscard]] io::Source source_of(std::string const& path, std::string const& where,
                                   std::string const& crs);

/// Returns a coordinate reference system. Throws UsageError naming `option` if it is unknown.
[[nodiscard]] Crs crs_of(std::string const& option, std::string const& text);

}  // namespace gapmap::job
