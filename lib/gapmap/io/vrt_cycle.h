#pragma once
// Virtual datasets that lead back to themselves, of which GDAL may crash. Private to io.

#include <set>
#include <string>

namespace gapmap::io {

/// Whether the virtual dataset (VRT) `path`, or one that it leads to, leads back to itself, by
/// whatever name in its text. Those in `sound` are known not to; what is found sound joins them.
[[nodiscard]] bool leads_to_itself(std::string const& path, std::set<std::string>& sound);

}  // namespace gapmap::io
