#pragma once
// Headers of the parts of a shapefile and cells of its table, where GDAL does not look: how many
// rows each part has, and what is written in the cells.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

/// The table of a shapefile (.dbf), whose numbers are stored as text.
struct DbfHeader {
  struct Field {
    std::size_t offset = 0;  ///< in its row
    std::size_t width = 0;
    char type = 'C';
  };
  std::uint64_t rows = 0;  ///< number of rows according to the header
  std::size_t begins_at = 0;
  std::size_t row_width = 0;
  std::vector<Field> fields;
};

/// Reads the header of a file, under the name GDAL uses; nothing if it is not a .dbf file.
[[nodiscard]] std::optional<DbfHeader> dbf_header(std::string const& path);

/// Visits each cell of the `field`-th field as it is written, with the number of its row from 0,
/// deleted rows included.
void visit_dbf_cells(std::string const& path, std::size_t field,
                     std::function<void(std::int64_t row, std::string_view cell)> const& visitor);

/// Returns the file of the shapefile `layer` with that extension among `files`, as GDAL lists them;
/// empty if there is none.
[[nodiscard]] std::string part_of_shapefile(std::vector<std::string> const& files,
                                            std::string const& layer, std::string_view ending);

/// Throws InputError if shapes (.shp), their index (.shx) and the table (.dbf) of a shapefile among
/// `files` have different numbers of rows, as parts of different versions do: GDAL leaves out what
/// it cannot match. Shapes that an editing program rewrote elsewhere in their file do not count as
/// additional rows. Only `layer` is checked, unless it is empty.
void refuse_torn_shapefiles(std::vector<std::string> const& files, std::string const& layer,
                            InputError::Where const& where);

}  // namespace gapmap::io
