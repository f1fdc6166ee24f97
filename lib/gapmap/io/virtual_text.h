#pragma once
// What is learnt about virtual vector datasets (VRT) from their text before GDAL opens them.
// Private to io.

#include <set>
#include <string>

namespace gapmap::io {

/// Whether the virtual dataset `path`, or one that it refers to, refers back to itself under any
/// name in its text, which may crash GDAL. Datasets in `sound` are known not to; newly found ones
/// are added.
[[nodiscard]] bool leads_to_itself(std::string const& path, std::set<std::string>& sound);

/// Columns, in lower case, from which virtual datasets make numbers or coordinates.
struct VirtualNumbers {
  std::set<std::string> fields = {};
  std::set<std::string> coordinates = {};
  bool has_casts = false;  ///< in SQL, of whichever column
};

/// Adds the columns of the virtual dataset `path`, if it is one.
void add_numbers_of(std::string const& path, VirtualNumbers& numbers);

struct VirtualQuestions {
  bool has_region = false;  ///< it returns only rows of a region, which GDAL finds by an index
  bool has_sqlite = false;  ///< SQLite runs its SQL, which may never end or write files
};

[[nodiscard]] VirtualQuestions questions_of(std::string const& path);

}  // namespace gapmap::io
