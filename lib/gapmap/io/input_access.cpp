#include "gapmap/io/input_access.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

#include "gapmap/io/dataset.h"
#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/gdal_library.h"
#include "gapmap/io/server_words.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

namespace fs = std::filesystem;

/// The beginning of a file; empty of anything else.
std::string beginning_of(std::string const& path, std::size_t bytes) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return {};
  std::ifstream file{path, std::ios::binary};
  std::string beginning(bytes, '\0');
  file.read(beginning.data(), static_cast<std::streamsize>(bytes));
  beginning.resize(static_cast<std::size_t>(file.gcount()));
  return beginning;
}

/// GML or another XML, beside which GDAL would write what it learnt of the fields.
bool is_markup(std::string const& path) {
  auto const beginning = beginning_of(path, 64);
  auto const first = beginning.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string::npos && beginning[first] == '<';
}

/// Whether a SQLite database writes ahead, as byte 18 of its header says.
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

  /// The path of the copy.
  std::string add(std::string const& path) const {
    auto const copy = folder_ / fs::path{path}.filename();
    fs::copy_file(path, copy);
    // Of a file that nobody may write there is a copy that nobody may; SQLite asks to.
    fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write);
    return copy.string();
  }

 private:
  fs::path folder_;
};

InputAccess access_to_copy(std::string const& path, std::string const& ahead) {
  try {
    auto const copies = std::make_shared<TemporaryCopies>();
    InputAccess access{.name = copies->add(path), .files = {path}, .copy = copies};
    std::error_code ignored;
    if (fs::exists(ahead, ignored)) {
      copies->add(ahead);
      access.files.push_back(ahead);
    }
    return access;
  } catch (fs::filesystem_error const& error) {
    throw InputError{
        {path},
        fmt::format("is open in another program, with rows in {}, and cannot be copied to be read "
                    "({})",
                    ahead, error.code().message()),
        "close it in the other program (QGIS), or set TMPDIR to a folder with room for it"};
  }
}

}  // namespace

InputAccess access_to(std::string const& path) {
  if (is_delimited_text(path)) {
    // Text stays text: codes keep their zeros and decimal commas are ours to read.
    return {.name = "CSV:" + path, .options = {"AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=YES"}};
  }
  if (is_markup(path)) return {.name = path, .options = {"WRITE_GFS=NO"}};
  if (!writes_ahead(path)) return {.name = path};
  auto const ahead = path + "-wal";
  std::error_code ignored;
  bool const has_rows_ahead = fs::exists(ahead, ignored) && fs::file_size(ahead, ignored) > 0;
  bool const is_geopackage = is_same_name(fs::path{path}.extension().string(), ".gpkg");
  if (!has_rows_ahead && is_geopackage) return {.name = path, .options = {"IMMUTABLE=YES"}};
  return access_to_copy(path, ahead);
}

InputError cannot_be_opened(std::string const& path) {
  // Libraries of databases break their lines, and an error is one.
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
