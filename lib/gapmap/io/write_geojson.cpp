#include "gapmap/io/write_geojson.h"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal.h>

#include <memory>
#include <string_view>

#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/detail/ogr_layer.h"
#include "gapmap/io/write_file.h"

namespace gapmap::io {
namespace {

struct Close {
  void operator()(void* dataset) const { GDALClose(dataset); }
};

/// A file in memory that the destructor removes; several may exist at the same time.
class MemoryFile {
 public:
  MemoryFile() : name_{fmt::format("/vsimem/gapmap-{}.geojson", fmt::ptr(this))} {}
  ~MemoryFile() { VSIUnlink(name()); }
  MemoryFile(MemoryFile const&) = delete;
  MemoryFile& operator=(MemoryFile const&) = delete;
  [[nodiscard]] char const* name() const { return name_.c_str(); }
  [[nodiscard]] std::string_view bytes() const {
    vsi_l_offset size = 0;
    auto const* const data = VSIGetMemFileBuffer(name(), &size, 0);
    return {reinterpret_cast<char const*>(data),
            data == nullptr ? 0 : static_cast<std::size_t>(size)};
  }

 private:
  std::string name_;
};

}  // namespace

void write_geojson(std::string const& path, tables::OutputTable const& table,
                   WorkingFrame const& frame, Progress const& progress) {
  QuietGdal const quiet;
  // GDAL's writer does not notice a full disk, so it writes to memory, and write_file() checks.
  MemoryFile const file;
  {
    std::unique_ptr<void, Close> const dataset{
        GDALCreate(GDALGetDriverByName("GeoJSON"), file.name(), 0, 0, 0, GDT_Unknown, nullptr)};
    if (!dataset) fail_writing(path);
    Steps rows{progress, table.rows.size()};
    write_layer(dataset.get(), table, frame, Coordinates::Degrees, path, rows);
  }
  write_file(path, file.bytes());
}

}  // namespace gapmap::io
