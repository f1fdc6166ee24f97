#pragma once
// Large data sets that benchmarks read: those that are there.

#include <filesystem>
#include <string>
#include <vector>

namespace gapmap::benchmarks {

/// GAPMAP_DATA, else a folder beside the repository.
[[nodiscard]] std::filesystem::path data_folder();

struct Extract {
  std::string name;
  std::string path;
  std::string crs;  ///< to work in
};

/// The OpenStreetMap extracts las_palmas, porto and, made of porto in the folder of temporary files
/// and kept there, porto 6x6. What is missing is left out with a note on stderr.
[[nodiscard]] std::vector<Extract> osm_extracts();

}  // namespace gapmap::benchmarks
