#include "gapmap/io/detail/stored_text.h"

#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "gapmap/io/detail/dataset_state.h"
#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/detail/gdal_guard.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/detail/query_limit.h"
#include "gapmap/io/detail/shapefile.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

/// Quotes a name for SQL.
std::string in_quotes(std::string_view name) {
  std::string quoted{'"'};
  for (char const c : name) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + '"';
}

StoredTexts of_database(GDALDatasetH dataset, OGRLayerH layer, int field, bool is_integer,
                        InputError::Where const& where) {
  auto const column =
      in_quotes(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(OGR_L_GetLayerDefn(layer), field)));
  std::string const id{OGR_L_GetFIDColumn(layer)};
  auto const sql = fmt::format(
      "SELECT {} AS row_id, CAST({} AS TEXT) AS written FROM {} WHERE typeof({}) NOT IN "
      "('null', 'integer'{})",
      id.empty() ? "0" : in_quotes(id), column, in_quotes(OGR_L_GetName(layer)), column,
      is_integer ? "" : ", 'real'");
  QuietGdal const quiet;
  QueryLimit const limit;
  StoredTexts texts;
  auto* const rows = GDALDatasetExecuteSQL(dataset, sql.c_str(), nullptr, nullptr);
  limit.throw_if_reached(where);
  if (rows == nullptr) return texts;
  std::size_t count = 0;
  while (auto* const row = OGR_L_GetNextFeature(rows)) {
    ++count;
    auto* const columns = OGR_F_GetDefnRef(row);
    auto const at = OGR_FD_GetFieldIndex(columns, "row_id");
    auto const row_id = at < 0 ? OGR_F_GetFID(row) : OGR_F_GetFieldAsInteger64(row, at);
    texts.emplace(row_id,
                  to_utf8(OGR_F_GetFieldAsString(row, OGR_FD_GetFieldIndex(columns, "written"))));
    OGR_F_Destroy(row);
    if (is_asked_to_stop()) break;
  }
  GDALDatasetReleaseResultSet(dataset, rows);
  limit.throw_if_reached(where);
  if (count > 0 && id.empty()) {
    throw InputError{where,
                     fmt::format("its column of numbers {} holds text in {} rows", column, count),
                     "write the rows into a table of their own, with a column of text"};
  }
  return texts;
}

constexpr std::string_view kBlanks{" \0", 2};

/// Whether a cell is a number; blanks and asterisks stand for a missing one.
bool is_number(std::string_view cell, bool is_integer) {
  auto const first = cell.find_first_not_of(kBlanks);
  if (first == std::string_view::npos || cell[first] == '*') return true;
  auto const text = cell.substr(first, cell.find_last_not_of(kBlanks) - first + 1);
  auto const digits = text.substr(text.front() == '+' || text.front() == '-' ? 1 : 0);
  if (is_integer)
    return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  double value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size();
}

StoredTexts of_shapefile(std::string const& table, int field, bool is_integer) {
  StoredTexts texts;
  visit_dbf_cells(table, static_cast<std::size_t>(field),
                  [&](std::int64_t row, std::string_view cell) {
                    if (is_number(cell, is_integer)) return;
                    texts.emplace(row, to_utf8(std::string{cell}.c_str()));
                  });
  return texts;
}

}  // namespace

StoredTexts stored_texts(void* dataset, void* layer, int field,
                         std::vector<std::string> const& files, InputError::Where const& where) {
  auto const name = driver_of(dataset);
  auto* const definition =
      OGR_FD_GetFieldDefn(OGR_L_GetLayerDefn(static_cast<OGRLayerH>(layer)), field);
  auto const type = OGR_Fld_GetType(definition);
  bool const is_integer = type == OFTInteger || type == OFTInteger64;
  if (!is_integer && type != OFTReal) return {};
  if (name == "GPKG" || name == "SQLite")
    return of_database(dataset, static_cast<OGRLayerH>(layer), field, is_integer, where);
  if (name != "ESRI Shapefile") return {};
  auto const table = part_of_shapefile(files, OGR_L_GetName(static_cast<OGRLayerH>(layer)), ".dbf");
  return of_shapefile(table, field, is_integer);
}

void refuse_stored_texts(std::vector<std::string> const& files, InputError::Where const& where) {
  for (auto const& file : files) {
    QuietGdal const quiet;
    GdalReading const reading;
    auto const dataset = opened(file, GDAL_OF_VECTOR);
    if (!dataset || is_virtual(dataset.get())) continue;
    for (int l = 0; l < GDALDatasetGetLayerCount(dataset.get()); ++l) {
      auto* const layer = GDALDatasetGetLayer(dataset.get(), l);
      auto* const columns = OGR_L_GetLayerDefn(layer);
      InputError::Where const there{file, OGR_L_GetName(layer)};
      for (int field = 0; field < OGR_FD_GetFieldCount(columns); ++field) {
        auto const texts =
            stored_texts(dataset.get(), layer, field, listed_files(dataset.get()), there);
        if (texts.empty()) continue;
        throw InputError{
            where,
            fmt::format("leads to {}, whose column of numbers {} holds text in {} rows", file,
                        OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(columns, field)), texts.size()),
            "give that file itself, or write the column as text (String)"};
      }
    }
  }
}

}  // namespace gapmap::io
