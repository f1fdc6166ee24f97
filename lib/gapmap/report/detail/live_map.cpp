#include "gapmap/report/detail/live_map.h"

#include <fmt/format.h>

#include <utility>

#include "gapmap/report/labels.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/detail/page_assets.h"

namespace gapmap::report {

std::string live_map(Language language, LiveMapLabels const& labels, std::string_view next) {
  std::string parts;
  for (auto const& [part, key] : {std::pair<char const*, std::string_view>{"cells", "cells"},
                                  {"roads", "roads"},
                                  {"municipalities", "municipalities"},
                                  {"gaps", labels.areas},
                                  {"places", "places"},
                                  {"proposals", labels.proposals},
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

std::string map_figure(std::string_view live, std::string_view svg, std::string_view words,
                       std::string_view legend) {
  return fmt::format("<figure class=\"map\">\n{}{}<figcaption>{}</figcaption>\n{}</figure>\n", live,
                     svg, escaped(words), legend);
}

std::string live_map_script() { return fmt::format("{}\n\n{}", leaflet_script(), map_script()); }

}  // namespace gapmap::report
