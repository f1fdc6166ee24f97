#pragma once
// What the headers of a shapefile's parts say, which GDAL reads past: how many rows each part has,
// and what is written in the cells of its table.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

/// The table of a shapefile (.dbf), whose numbers are written as text.
struct DbfHeader {
  struct Field {
    std::size_t offset = 0;  ///< in its row
    std::size_t width = 0;
    char type = 'C';
  };
  std::uint64_t rows = 0;  ///< that it says it has
  std::size_t begins_at = 0;
  std::size_t row_width = 0;
  std::vector<Field> fields;
};

/// Of a file by the name GDAL knows it by; nothing if it is none.
[[nodiscard]] std::optional<DbfHeader> dbf_header(std::string const& path);

/// Each cell of the `field`-th field as it is written, with the number of its row, the first being
/// 0; rows that are deleted too.
void visit_dbf_cells(std::string const& path, std::size_t field,
                     std::function<void(std::int64_t row, std::string_view cell)> const& visitor);

/// The file of the shapefile `layer` among `files`, as GDAL lists them, with that ending; empty if
/// there is none.
[[nodiscard]] std::string part_of_shapefile(std::vector<std::string> const& files,
                                            std::string const& layer, std::string_view ending);

/// Throws InputError if shapes (.shp), their index (.shx) and the table (.dbf) of a shapefile among
/// `files` have different numbers of rows: parts of different versions, of which GDAL leaves out
/// what it cannot match. Shapes that were written anew elsewhere in their file, as programs that
/// edit them do, are no rows more. Only `layer` is looked at, unless that is empty.
void refuse_torn_shapefiles(std::vector<std::string> const& files, std::string const& layer,
                            InputError::Where const& where);

}  // namespace gapmap::io
