#pragma once
// Large data sets that benchmarks read: those that are there.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gapmap::benchmarks {

/// GAPMAP_DATA, else a folder beside the repository.
[[nodiscard]] std::filesystem::path data_folder();

/// A data set below data_folder(); if it is not there, nothing, and a note on stderr.
[[nodiscard]] std::optional<std::filesystem::path> find_data(std::filesystem::path const& relative);

struct Extract {
  std::string name;
  std::string path;
  std::string crs;  ///< to work in
};

/// 36 copies of porto, none touching another, made in the folder of temporary files and kept there;
/// nothing if there is no porto.
[[nodiscard]] std::optional<Extract> porto_6x6();

/// The OpenStreetMap extracts las_palmas, porto and porto 6x6: those that are there.
[[nodiscard]] std::vector<Extract> osm_extracts();

}  // namespace gapmap::benchmarks
