#pragma once
// A large OpenStreetMap extract made of many copies of a small one.

#include <cstddef>
#include <filesystem>

namespace gapmap::benchmarks {

/// Copies lie beside each other in rows; none touches another.
struct Tiling {
  int columns = 6;
  int rows = 6;
  double step_degrees =
      0.45;  ///< from one copy to the next, to the east and to the south; wider than the extract
};

/// Writes the copies of `small` to `large`, sorted by kind and id, without metadata and relations.
/// Node ids spread to about 10^10, as in the extract of a country: the gaps between the ids of one
/// copy shrink, the order stays. Throws if it cannot.
void write_tiled_extract(std::filesystem::path const& small, std::filesystem::path const& large,
                         Tiling const& tiling);

}  // namespace gapmap::benchmarks
