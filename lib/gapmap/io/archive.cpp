#include "gapmap/io/archive.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "gapmap/io/file_stamp.h"
#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/units/ascii.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

using namespace std::string_view_literals;

/// Returns GDAL's prefix for an archive of this name; empty if it is not one.
std::string_view folder_of(std::string_view file) {
  auto const name = ascii_lower_case(file);
  if (name.ends_with(".zip") || name.ends_with(".shz")) return "/vsizip/";
  if (name.ends_with(".tar") || name.ends_with(".tar.gz") || name.ends_with(".tgz"))
    return "/vsitar/";
  if (name.ends_with(".gz")) return "/vsigzip/";
  return {};
}

/// File extensions of possible inputs. The uncertain ones often belong to files that only describe
/// another.
constexpr std::array kData{".shp"sv, ".gpkg"sv, ".geojson"sv, ".geojsonl"sv, ".topojson"sv,
                           ".fgb"sv, ".gml"sv,  ".kml"sv,     ".kmz"sv,      ".tab"sv,
                           ".mif"sv, ".csv"sv,  ".tsv"sv,     ".opt"sv,      ".xlsx"sv,
                           ".ods"sv, ".xls"sv,  ".sqlite"sv,  ".dxf"sv,      ".gpx"sv,
                           ".vrt"sv, ".gdb"sv,  ".parquet"sv, ".tif"sv,      ".tiff"sv,
                           ".asc"sv, ".img"sv,  ".osm"sv,     ".pbf"sv,      ".o5m"sv};
constexpr std::array kPerhapsData{".json"sv, ".txt"sv, ".xml"sv, ".dbf"sv};

template <std::size_t n>
bool ends_with_any(std::string_view name, std::array<std::string_view, n> const& endings) {
  auto const lowered = ascii_lower_case(name);
  return std::ranges::any_of(endings, [&](auto ending) { return lowered.ends_with(ending); });
}

/// Checks the lines of a packed table, since a few kilobytes may unpack to a line too large for
/// memory. Shapes written as text take some megabytes.
class Lines {
 public:
  explicit Lines(std::string const& path) : path_{path}, is_table_{is_delimited_text(path)} {}
  /// Throws InputError if a line is longer than any row could be.
  void add(std::string_view bytes) {
    if (!is_table_) return;
    for (std::size_t begin = 0; begin < bytes.size();) {
      auto const end = bytes.find_first_of("\r\n", begin);
      length_ += std::min(end, bytes.size()) - begin;
      if (length_ > kMostMb * 1'000'000)
        throw InputError{{path_},
                         fmt::format("line {} is longer than {} MB", number_, kMostMb),
                         "check that lines end where rows do, and that it is the right file"};
      if (end == bytes.npos) return;
      if (bytes[end] == '\n') ++number_;
      length_ = 0;
      begin = end + 1;
    }
  }

 private:
  static constexpr std::size_t kMostMb = 50;
  std::string const& path_;
  bool is_table_;
  std::size_t length_ = 0;
  std::size_t number_ = 1;
};

/// Throws InputError if a packed file breaks off or its checksum does not match. GDAL reads a
/// truncated file as one that ends there, so that rows would be lost silently; therefore the file
/// is read completely, once as long as it does not change.
void expect_whole(std::string const& path) {
  static std::mutex mutex;
  static std::map<std::string, FileStamp> whole;
  std::scoped_lock const lock{mutex};
  auto const stamp = stamp_of(path);
  auto const is_same = [&](FileStamp const& other) {
    return stamp && stamp->inode == other.inode && stamp->bytes == other.bytes &&
           stamp->changed_ns == other.changed_ns;
  };
  if (auto const known = whole.find(path); known != whole.end() && is_same(known->second)) return;
  std::unique_ptr<gzFile_s, int (*)(gzFile)> const file{gzopen(path.c_str(), "rb"), gzclose};
  std::vector<char> block(std::size_t{1} << 18U);
  int read = -1;
  Lines lines{path};
  while (file && (read = gzread(file.get(), block.data(), static_cast<unsigned>(block.size()))) > 0)
    lines.add({block.data(), static_cast<std::size_t>(read)});
  int code = Z_OK;
  if (file) (void)gzerror(file.get(), &code);
  if (read != 0 || code != Z_OK) {
    throw InputError{
        {path}, "is packed, and breaks off or is damaged", "check that the download is whole"};
  }
  if (stamp) whole.insert_or_assign(path, *stamp);
}

/// Whether a file was put beside others by the system, such as "__MACOSX/._areas.shp".
bool is_hidden(std::string_view name) {
  return name.starts_with(".") || name.starts_with("__MACOSX/") || name.find("/.") != name.npos;
}

/// Returns every file as a path in the archive. A file geodatabase, which is a folder, counts as
/// one file.
std::vector<std::string> names_in(std::string const& folder) {
  std::vector<std::string> names;
  char** const list = VSIReadDirRecursive(folder.c_str());
  for (char** each = list; each != nullptr && *each != nullptr; ++each) {
    std::string name{*each};
    if (is_hidden(name)) continue;
    if (auto const at = ascii_lower_case(name).find(".gdb/"); at != std::string::npos)
      name.resize(at + 4);
    if (!name.ends_with('/')) names.push_back(name);
  }
  CSLDestroy(list);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<std::string> datasets_among(std::vector<std::string> const& names) {
  std::vector<std::string> datasets;
  std::ranges::copy_if(names, std::back_inserter(datasets),
                       [](auto const& name) { return ends_with_any(name, kData); });
  if (!datasets.empty()) return datasets;
  std::ranges::copy_if(names, std::back_inserter(datasets),
                       [](auto const& name) { return ends_with_any(name, kPerhapsData); });
  return datasets;
}

/// Returns the first names as one line.
std::string listed(std::vector<std::string> const& names) {
  constexpr std::size_t kMost = 10;
  if (names.size() <= kMost) return fmt::format("{}", fmt::join(names, ", "));
  return fmt::format("{} and {} more", fmt::join(names.begin(), names.begin() + kMost, ", "),
                     names.size() - kMost);
}

}  // namespace

std::optional<Packed> find_archive(std::string const& path) {
  auto plain = path;
  for (auto const prefix : {"/vsizip/"sv, "/vsitar/"sv, "/vsigzip/"sv}) {
    if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
  }
  std::error_code ignored;
  for (auto slash = plain.find('/', 1);; slash = plain.find('/', slash + 1)) {
    auto const file = plain.substr(0, slash);
    if (!folder_of(file).empty() && std::filesystem::is_regular_file(file, ignored))
      return Packed{file, slash == std::string::npos ? "" : plain.substr(slash + 1)};
    if (slash == std::string::npos) return std::nullopt;
  }
}

std::string file_of(std::string const& path) {
  auto const packed = find_archive(path);
  return packed ? packed->archive : path;
}

std::string unpacked_name(std::string const& path) {
  auto const packed = path.starts_with("/vsi") ? std::nullopt : find_archive(path);
  if (!packed) return path;
  QuietGdal const quiet;
  std::string const kind{folder_of(packed->archive)};
  auto root = kind + packed->archive;
  if (kind == "/vsigzip/" || ascii_lower_case(packed->archive).ends_with("gz"))
    expect_whole(packed->archive);
  if (kind == "/vsigzip/") return root;
  auto const names = names_in(root);
  if (names.empty()) {
    throw InputError{{packed->archive},
                     "is empty, or no archive though it is called so",
                     "check that the download is whole"};
  }
  auto within = packed->inside;
  while (within.ends_with('/')) within.pop_back();
  auto const all = datasets_among(names);
  if (std::ranges::find(names, within) != names.end()) return root + '/' + within;
  std::vector<std::string> datasets;
  std::ranges::copy_if(all, std::back_inserter(datasets), [&](auto const& name) {
    return within.empty() || name.starts_with(within + '/');
  });
  if (datasets.size() == 1) return root + '/' + datasets.front();
  if (all.empty()) {
    throw InputError{{packed->archive},
                     fmt::format("holds nothing that can be an input, only {}", listed(names)),
                     "check that it is the right file"};
  }
  auto const hint = fmt::format("name one as {}/{}", packed->archive, all.front());
  if (datasets.empty()) {
    throw InputError{{packed->archive},
                     fmt::format("has no \"{}\" in it", within),
                     fmt::format("it holds {}; {}", listed(all), hint)};
  }
  throw InputError{
      {path}, fmt::format("holds {} datasets: {}", datasets.size(), listed(datasets)), hint};
}

}  // namespace gapmap::io
