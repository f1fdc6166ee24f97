#pragma once
// Tags as the tests of OpenStreetMap's rules write them.

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "gapmap/network/osm_tags.h"

namespace gapmap::network {

/// "highway=service, access=no" as tags; `text` must outlive them.
inline std::vector<OsmTag> tags_of(std::string_view text) {
  std::vector<OsmTag> tags;
  while (!text.empty()) {
    auto const comma = std::min(text.find(", "), text.size());
    auto const tag = text.substr(0, comma);
    auto const equals = tag.find('=');
    if (equals == std::string_view::npos) throw std::runtime_error{"no tag: " + std::string{tag}};
    tags.push_back({tag.substr(0, equals), tag.substr(equals + 1)});
    text.remove_prefix(std::min(comma + 2, text.size()));
  }
  return tags;
}

}  // namespace gapmap::network
