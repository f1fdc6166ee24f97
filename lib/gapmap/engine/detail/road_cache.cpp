#include "gapmap/engine/detail/road_cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "gapmap/io/archive.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/units/error.h"
#include "gapmap/units/version.h"

namespace gapmap::engine {
namespace {

namespace fs = std::filesystem;

/// The file and those beside it that differ only in their ending: a Shapefile is several.
std::vector<std::string> files_of(std::string const& path) {
  std::vector<std::string> files;
  fs::path const main{path};
  for (auto const& entry :
       fs::directory_iterator{main.has_parent_path() ? main.parent_path() : fs::path{"."}}) {
    if (entry.is_regular_file() && entry.path().stem() == main.stem())
      files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::optional<std::string> cache_file(std::string const& folder, io::RoadInput const& input,
                                      Crs const& working) {
  std::string everything = fmt::format("{}\n{}\n{}\n{}\n{}\n", version(), working.wkt(),
                                       input.source.layer, input.source.where, input.source.crs);
  everything +=
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", input.class_field,
                  static_cast<int>(input.ice_roads), static_cast<int>(input.rough_tracks),
                  input.oneway_field, input.oneway.along, input.oneway.against, input.oneway.both,
                  input.speed_field, input.ferry_classes, input.name_field, input.level_field);
  std::error_code ignored;
  for (auto const* source : {&input.source, &input.speed_limits}) {
    if (source->path.empty()) continue;
    auto const packed = io::find_archive(source->path);
    auto const path = packed ? packed->archive : source->path;
    if (!fs::is_regular_file(path, ignored)) return std::nullopt;
    if (packed) everything += packed->inside + '\n';
    for (auto const& file : files_of(path)) everything += io::fingerprint(file).sha256 + '\n';
  }
  constexpr std::size_t kNameLength = 32;  // 128 bits tell networks apart
  return (fs::path{folder} / (io::sha256(everything).substr(0, kNameLength) + ".gmnet")).string();
}

void keep_in_cache(std::string const& file, io::BuiltNetwork const& built, Crs const& working) {
  std::error_code error;
  fs::create_directories(fs::path{file}.parent_path(), error);
  auto const name = fs::path{file}.filename().string();
  io::OutputFolder folder{fs::path{file}.parent_path().string(), {name}, io::Overwrite::Yes};
  io::write_network_file(folder.staged(name), built, working);
  folder.commit();
}

}  // namespace gapmap::engine
