#include "gapmap/io/detail/input_access.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <system_error>
#include <utility>

#include "gapmap/io/file_stamp.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/detail/server_words.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

namespace fs = std::filesystem;

/// Returns the beginning of a file; empty if it is not a regular file.
std::string beginning_of(std::string const& path, std::size_t bytes) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return {};
  std::ifstream file{path, std::ios::binary};
  std::string beginning(bytes, '\0');
  file.read(beginning.data(), static_cast<std::streamsize>(bytes));
  beginning.resize(static_cast<std::size_t>(file.gcount()));
  return beginning;
}

/// Whether a SQLite database uses write-ahead logging, according to byte 18 of its header.
bool writes_ahead(std::string const& path) {
  constexpr std::string_view kMagic{"SQLite format 3\0", 16};
  constexpr std::size_t kWriteVersion = 18;
  auto const header = beginning_of(path, kWriteVersion + 1);
  return header.size() > kWriteVersion && header.starts_with(kMagic) && header[kWriteVersion] == 2;
}

class TemporaryCopies {
 public:
  TemporaryCopies() {
    auto name = (fs::temp_directory_path() / "gapmap-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw fs::filesystem_error{"no folder for it", name, {errno, std::generic_category()}};
    folder_ = name;
  }
  ~TemporaryCopies() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  TemporaryCopies(TemporaryCopies const&) = delete;
  TemporaryCopies& operator=(TemporaryCopies const&) = delete;

  /// Copies a file and returns the path of the copy. It has the name of the database, followed by
  /// `ending` for a file beside it.
  [[nodiscard]] std::string add(std::string const& path, std::string const& database,
                                std::string const& ending = "") const {
    auto const copy = folder_ / (fs::path{database}.filename().string() + ending);
    fs::copy_file(path, copy);
    // The copy of a read-only file would be read-only too, but SQLite needs write access.
    fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write);
    return copy.string();
  }

 private:
  fs::path folder_;
};

struct Copied {
  std::string name;
  std::vector<std::string> originals;
};

/// Copies each state of each database once.
class CopiedDatabases {
 public:
  /// Throws filesystem_error if it cannot be copied.
  std::string copy_of(std::string const& path, std::string const& ahead) {
    std::lock_guard const lock{mutex_};
    auto& copied = copied_[state_of(path) + state_of(ahead)];
    if (!copied.name.empty()) return copied.name;
    copies_.push_back(std::make_unique<TemporaryCopies>());
    auto const& copies = *copies_.back();
    Copied made{copies.add(path, path), {path}};
    std::error_code ignored;
    if (fs::exists(ahead, ignored)) {
      (void)copies.add(ahead, path, "-wal");
      made.originals.push_back(ahead);
    }
    copied = std::move(made);
    return copied.name;
  }
  std::vector<std::string> originals_of(std::string const& path) {
    std::lock_guard const lock{mutex_};
    for (auto const& [state, copied] : copied_) {
      if (copied.name == path || copied.originals.front() == path) return copied.originals;
    }
    return {path};
  }

 private:
  static std::string state_of(std::string const& path) {
    auto const stamp = stamp_of(path);
    return stamp
               ? fmt::format("{} {} {} {}\n", path, stamp->inode, stamp->bytes, stamp->modified_ns)
               : "";
  }

  std::mutex mutex_;
  std::vector<std::unique_ptr<TemporaryCopies>> copies_;
  std::map<std::string, Copied> copied_;
};

CopiedDatabases& copied_databases() {
  static CopiedDatabases all;
  return all;
}

/// The parts of "GPKG:file.gpkg:layer", or of a plain file name: GDAL accepts both.
struct DatabaseName {
  std::string before;
  std::string file;
  std::string behind;
};
DatabaseName database_in(std::string const& name) {
  constexpr std::string_view kPrefix = "GPKG:";
  auto const colon = name.rfind(':');
  if (!name.starts_with(kPrefix)) return {"", name, ""};
  if (colon < kPrefix.size()) return {std::string{kPrefix}, name.substr(kPrefix.size()), ""};
  return {std::string{kPrefix}, name.substr(kPrefix.size(), colon - kPrefix.size()),
          name.substr(colon)};
}

InputAccess access_to_database(std::string const& name, bool is_geopackage) {
  auto const [before, path, behind] = database_in(name);
  if (!writes_ahead(path)) return {.name = name};
  std::error_code ignored;
  // SQLite keeps its log beside the file itself, not beside a link to it.
  bool const is_link = fs::is_symlink(path, ignored);
  auto const ahead = (is_link ? fs::canonical(path, ignored).string() : path) + "-wal";
  bool const has_rows_ahead = fs::exists(ahead, ignored) && fs::file_size(ahead, ignored) > 0;
  if (!has_rows_ahead && is_geopackage) return {.name = name, .options = {{"IMMUTABLE", "YES"}}};
  try {
    return {.name = before + copied_databases().copy_of(path, ahead) + behind};
  } catch (fs::filesystem_error const& error) {
    return {.name = name, .failure = fmt::format("{} ({})", ahead, error.code().message())};
  }
}

}  // namespace

InputAccess access_to(std::string const& path, std::string_view driver) {
  if (driver == "GPKG" || driver == "SQLite") return access_to_database(path, driver == "GPKG");
  // GDAL would write what it learnt about the fields beside a GML file.
  if (driver == "GML") return {.name = path, .options = {{"WRITE_GFS", "NO"}}};
  return {.name = path};
}

std::vector<std::string> originals_of(std::string const& name) {
  auto const path = database_in(name).file;
  return copied_databases().originals_of(path);
}

InputError cannot_be_opened(std::string const& path) {
  // Messages of database libraries have several lines, but an error has one.
  auto why = QuietGdal::message();
  std::ranges::replace_if(
      why, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  while (why.ends_with(' ')) why.pop_back();
  if (auto const words = words_of_server_in(path); !words.empty()) {
    return {{path},
            "holds no data but what a server says: " + words,
            "mend the request and fetch it anew"};
  }
  return {{path},
          "GDAL cannot open it: " + why,
          "give a vector file or connection (GeoPackage, Shapefile, GeoJSON, FlatGeobuf, CSV, "
          "XLSX, PG:…)"};
}

}  // namespace gapmap::io
