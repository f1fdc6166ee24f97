#pragma once
// What the text of virtual datasets of vectors (VRT) says of them before GDAL opens them. Private
// to io.

#include <set>
#include <string>

namespace gapmap::io {

/// Whether the virtual dataset `path`, or one that it leads to, leads back to itself, by whatever
/// name in its text: GDAL may crash of it. Those in `sound` are known not to; what is found sound
/// joins them.
[[nodiscard]] bool leads_to_itself(std::string const& path, std::set<std::string>& sound);

/// Of which columns, in lower case, virtual datasets make numbers or coordinates.
struct VirtualNumbers {
  std::set<std::string> fields = {};
  std::set<std::string> coordinates = {};
  bool has_casts = false;  ///< in SQL, of whichever
};

/// Those of the virtual dataset `path`, if it is one.
void add_numbers_of(std::string const& path, VirtualNumbers& numbers);

struct VirtualQuestions {
  bool has_region = false;  ///< it gives only rows of a region, for which GDAL asks an index
  bool has_sqlite = false;  ///< SQL that SQLite runs for GDAL: it may never end, and writes files
};

[[nodiscard]] VirtualQuestions questions_of(std::string const& path);

}  // namespace gapmap::io
