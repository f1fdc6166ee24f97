#include "gapmap/report/detail/live_map.h"

#include <fmt/format.h>

#include <utility>

#include "gapmap/report/labels.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/detail/page_assets.h"

namespace gapmap::report {

std::string live_map(Language language, std::string_view areas, std::string_view next) {
  std::string parts;
  for (auto const& [part, key] : {std::pair<char const*, std::string_view>{"cells", "cells"},
                                  {"roads", "roads"},
                                  {"municipalities", "municipalities"},
                                  {"gaps", areas},
                                  {"places", "places"},
                                  {"proposals", "joint_remedies"},
                                  {"layers", "map_layers"},
                                  {"zoom-in", "zoom_in"},
                                  {"zoom-out", "zoom_out"}}) {
    parts += fmt::format(" data-{}=\"{}\"", part, escaped(label(language, key)));
  }
  return fmt::format(
      "<a class=\"skip\" href=\"#{}\">{}</a>\n"
      "<div id=\"live-map\" role=\"region\" aria-label=\"{}\" hidden=\"hidden\"{}></div>\n",
      next, escaped(label(language, "skip_map")), escaped(label(language, "live_map")), parts);
}

std::string live_map_script() { return fmt::format("{}\n\n{}", leaflet_script(), map_script()); }

}  // namespace gapmap::report
