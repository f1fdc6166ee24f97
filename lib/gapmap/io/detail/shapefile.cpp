#include "gapmap/io/detail/shapefile.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include "gapmap/io/dataset.h"

namespace gapmap::io {
namespace {

/// Bytes of a file, which may be in an archive.
class Bytes {
 public:
  explicit Bytes(std::string const& path)
      : file_{path.empty() ? nullptr : VSIFOpenL(path.c_str(), "rb")} {
    if (!file_ || VSIFSeekL(file_.get(), 0, SEEK_END) != 0) return;
    size_ = VSIFTellL(file_.get());
  }

  [[nodiscard]] bool is_open() const noexcept { return file_ != nullptr; }
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// Returns `count` bytes, or as many as there are.
  [[nodiscard]] std::vector<unsigned char> at(std::uint64_t offset, std::size_t count) const {
    std::vector<unsigned char> bytes(count);
    if (VSIFSeekL(file_.get(), offset, SEEK_SET) != 0) return {};
    bytes.resize(VSIFReadL(bytes.data(), 1, count, file_.get()));
    return bytes;
  }

 private:
  struct Close {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
  };
  std::unique_ptr<VSILFILE, Close> file_;
  std::uint64_t size_ = 0;
};

std::uint64_t big_endian(unsigned char const* bytes) {
  return std::uint64_t{bytes[0]} << 24U | std::uint64_t{bytes[1]} << 16U |
         std::uint64_t{bytes[2]} << 8U | std::uint64_t{bytes[3]};
}

std::uint64_t little_endian(unsigned char const* bytes, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i > 0; --i) value = value << 8U | bytes[i - 1];
  return value;
}

// Shapes and their index begin with a header of 100 bytes; a shape has 8 bytes before its content,
// and 8 in the index. Positions and lengths are counted in words of two bytes.
constexpr std::uint64_t kHeader = 100;
constexpr std::uint64_t kOfShape = 8;
constexpr std::size_t kAtOnce = std::size_t{1} << 20U;

/// Returns the number of consecutive shapes from `offset` on.
std::uint64_t shapes_from(Bytes const& shp, std::uint64_t offset) {
  std::uint64_t shapes = 0;
  while (offset + kOfShape < shp.size()) {
    auto const head = shp.at(offset, kOfShape);
    if (head.size() < kOfShape) break;
    auto const number = big_endian(head.data());
    auto const content = 2 * big_endian(head.data() + 4);
    bool const is_shape = number > 0 && content >= 4 && offset + kOfShape + content <= shp.size();
    if (!is_shape) break;
    ++shapes;
    offset += kOfShape + content;
  }
  return shapes;
}

struct ShapeCounts {
  std::uint64_t indexed = 0;  ///< number of shapes in the index
  std::uint64_t there = 0;    ///< number of these that exist, and of others after the last of them
};

ShapeCounts counts_of(Bytes const& shx, Bytes const& shp) {
  ShapeCounts counts;
  auto last_end = kHeader;
  for (auto offset = kHeader; offset + kOfShape <= shx.size(); offset += kAtOnce / 8 * 8) {
    auto const bytes = shx.at(offset, kAtOnce / 8 * 8);
    for (std::size_t i = 0; i + kOfShape <= bytes.size(); i += kOfShape) {
      auto const begin = 2 * big_endian(&bytes[i]);
      auto const end = begin + kOfShape + 2 * big_endian(&bytes[i + 4]);
      ++counts.indexed;
      bool const is_there = begin == 0 || end <= shp.size();
      if (!is_there) continue;
      ++counts.there;
      last_end = std::max(last_end, end);
    }
    if (bytes.empty()) break;
  }
  counts.there += shapes_from(shp, last_end);
  return counts;
}

}  // namespace

std::optional<DbfHeader> dbf_header(std::string const& path) {
  constexpr std::size_t kOfTable = 32;
  constexpr std::size_t kOfField = 32;
  Bytes const file{path};
  if (!file.is_open()) return std::nullopt;
  auto const head = file.at(0, kOfTable);
  if (head.size() < kOfTable) return std::nullopt;
  DbfHeader header{.rows = little_endian(&head[4], 4),
                   .begins_at = little_endian(&head[8], 2),
                   .row_width = little_endian(&head[10], 2),
                   .fields = {}};
  if (header.row_width == 0 || header.begins_at < kOfTable) return std::nullopt;
  auto const fields = file.at(kOfTable, header.begins_at - kOfTable);
  std::size_t offset = 1;  // after the mark of a deleted row
  for (std::size_t i = 0; i + kOfField <= fields.size() && fields[i] != '\r'; i += kOfField) {
    auto const type = static_cast<char>(fields[i + 11]);
    // Text may be wider than one byte can tell.
    std::size_t const width =
        type == 'C' ? little_endian(&fields[i + 16], 2) : std::size_t{fields[i + 16]};
    header.fields.push_back({offset, width, type});
    offset += width;
  }
  auto const fit =
      file.size() <= header.begins_at ? 0 : (file.size() - header.begins_at) / header.row_width;
  header.rows = std::min(header.rows, fit);
  return header;
}

void visit_dbf_cells(std::string const& path, std::size_t field,
                     std::function<void(std::int64_t row, std::string_view cell)> const& visitor) {
  auto const header = dbf_header(path);
  if (!header || field >= header->fields.size()) return;
  auto const [offset, width, type] = header->fields[field];
  if (offset + width > header->row_width) return;
  Bytes const file{path};
  auto const rows_at_once = std::max<std::size_t>(kAtOnce / header->row_width, 1);
  std::uint64_t row = 0;
  while (row < header->rows) {
    auto const bytes =
        file.at(header->begins_at + row * header->row_width, rows_at_once * header->row_width);
    if (bytes.size() < header->row_width) return;
    for (std::size_t i = 0; i + header->row_width <= bytes.size() && row < header->rows;
         i += header->row_width, ++row) {
      visitor(static_cast<std::int64_t>(row),
              {reinterpret_cast<char const*>(&bytes[i + offset]), width});
    }
  }
}

namespace {

void refuse_torn(std::vector<std::string> const& files, std::string const& layer,
                 InputError::Where const& where) {
  Bytes const shp{part_of_shapefile(files, layer, ".shp")};
  Bytes const shx{part_of_shapefile(files, layer, ".shx")};
  if (!shp.is_open() || !shx.is_open()) return;
  auto const [indexed, there] = counts_of(shx, shp);
  auto const table = dbf_header(part_of_shapefile(files, layer, ".dbf"));
  if (indexed == there && (!table || table->rows == indexed)) return;
  constexpr std::string_view kWhatToDo{
      "copy all files of that name together anew, or save the layer as a GeoPackage"};
  if (!table) {
    throw InputError{where,
                     fmt::format("its parts are of different versions: {} shapes in .shp, {} in "
                                 ".shx",
                                 there, indexed),
                     std::string{kWhatToDo}};
  }
  throw InputError{where,
                   fmt::format("its parts are of different versions: {} shapes in .shp, {} in "
                               ".shx, {} rows in .dbf",
                               there, indexed, table->rows),
                   std::string{kWhatToDo}};
}

}  // namespace

std::string part_of_shapefile(std::vector<std::string> const& files, std::string const& layer,
                              std::string_view ending) {
  for (auto const& file : files) {
    std::filesystem::path const path{file};
    if (path.stem().string() == layer && is_same_name(path.extension().string(), ending))
      return file;
  }
  return {};
}

void refuse_torn_shapefiles(std::vector<std::string> const& files, std::string const& layer,
                            InputError::Where const& where) {
  for (auto const& file : files) {
    std::filesystem::path const path{file};
    auto const stem = path.stem().string();
    bool const is_meant = layer.empty() || stem == layer;
    if (is_meant && is_same_name(path.extension().string(), ".shp"))
      refuse_torn(files, stem, where);
  }
}

}  // namespace gapmap::io
