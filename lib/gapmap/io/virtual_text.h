#pragma once
// What the text of virtual datasets of vectors (VRT) says of them before GDAL opens them. Private to
// io.

#include <set>
#include <string>

namespace gapmap::io {

/// Whether the virtual dataset `path`, or one that it leads to, leads back to itself, by whatever
/// name in its text: GDAL may crash of it. Those in `sound` are known not to; what is found sound joins them.
[[nodiscard]] bool leads_to_itself(std::string const& path, std::set<std::string>& sound);

/// Whether it gives only rows of a region, for which GDAL asks an index of where rows are.
[[nodiscard]] bool chooses_by_region(std::string const& path);

}  // namespace gapmap::io
