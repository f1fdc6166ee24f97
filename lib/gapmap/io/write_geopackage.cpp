#include "gapmap/io/write_geopackage.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <array>
#include <memory>

#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/detail/ogr_layer.h"
#include "gapmap/io/detail/query_limit.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

struct StyleField {
  char const* name;
  OGRFieldType type;
};

// Fields of the table of QGIS, which looks for these names.
constexpr std::array kStyleFields{StyleField{"f_table_catalog", OFTString},
                                  StyleField{"f_table_schema", OFTString},
                                  StyleField{"f_table_name", OFTString},
                                  StyleField{"f_geometry_column", OFTString},
                                  StyleField{"styleName", OFTString},
                                  StyleField{"styleQML", OFTString},
                                  StyleField{"styleSLD", OFTString},
                                  StyleField{"useAsDefault", OFTInteger},
                                  StyleField{"description", OFTString},
                                  StyleField{"owner", OFTString},
                                  StyleField{"ui", OFTString},
                                  StyleField{"update_time", OFTDateTime}};

void add_looks(GDALDatasetH dataset, std::span<LayerLook const> looks, std::string const& path) {
  char const* const options[] = {"FID=id", nullptr};
  auto* const styles = GDALDatasetCreateLayer(dataset, "layer_styles", nullptr, wkbNone,
                                              const_cast<char**>(options));
  if (styles == nullptr) fail_writing(path);
  for (auto const& [name, type] : kStyleFields) {
    auto* const field = OGR_Fld_Create(name, type);
    if (type == OFTInteger) OGR_Fld_SetSubType(field, OFSTBoolean);
    auto const error = OGR_L_CreateField(styles, field, 0);
    OGR_Fld_Destroy(field);
    if (error != OGRERR_NONE) fail_writing(path);
  }
  for (auto const& look : looks) {
    if (look.qml.empty()) continue;
    auto const destroy = [](void* feature) { OGR_F_Destroy(feature); };
    std::unique_ptr<void, decltype(destroy)> const owner{OGR_F_Create(OGR_L_GetLayerDefn(styles)),
                                                         destroy};
    auto* const feature = static_cast<OGRFeatureH>(owner.get());
    auto const set = [&](char const* field, std::string const& value) {
      OGR_F_SetFieldString(feature, OGR_F_GetFieldIndex(feature, field), value.c_str());
    };
    // QGIS looks for empty texts, not null.
    for (auto const* field : {"f_table_catalog", "f_table_schema", "styleSLD", "owner", "ui"})
      set(field, "");
    set("f_table_name", look.layer);
    set("f_geometry_column", "geom");
    set("styleName", look.layer);
    set("styleQML", look.qml);
    set("description", "gapmap");
    set("update_time", "2000-01-01T00:00:00.000Z");
    OGR_F_SetFieldInteger(feature, OGR_F_GetFieldIndex(feature, "useAsDefault"), 1);
    if (OGR_L_CreateFeature(styles, feature) != OGRERR_NONE) fail_writing(path);
  }
}

std::string quoted(std::string const& text) {
  std::string result{'\''};
  for (char const c : text) result += c == '\'' ? std::string{"''"} : std::string{c};
  return result + '\'';
}

void execute(GDALDatasetH dataset, std::string const& sql, std::string const& path) {
  CPLErrorReset();
  auto* const result = GDALDatasetExecuteSQL(dataset, sql.c_str(), nullptr, nullptr);
  if (result != nullptr) GDALDatasetReleaseResultSet(dataset, result);
  if (CPLGetLastErrorType() >= CE_Failure) fail_writing(path);
}

// OGC 12-128r18, annex F.9: the tables and the rows that announce them.
constexpr std::array kSchemaExtension{
    "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name "
    "TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc "
    "PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type "
    "TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, "
    "max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv UNIQUE (constraint_name, "
    "constraint_type, value))",
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name "
    "TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE "
    "(table_name, column_name, extension_name))",
    "INSERT INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema', "
    "'http://www.geopackage.org/spec121/#extension_schema', 'read-write')",
    "INSERT INTO gpkg_extensions VALUES ('gpkg_data_column_constraints', NULL, 'gpkg_schema', "
    "'http://www.geopackage.org/spec121/#extension_schema', 'read-write')"};

void add_titles(GDALDatasetH dataset, std::span<LayerLook const> looks, std::string const& path) {
  for (auto const* statement : kSchemaExtension) execute(dataset, statement, path);
  for (auto const& look : looks) {
    if (!look.title.empty()) {
      auto* const layer = GDALDatasetGetLayerByName(dataset, look.layer.c_str());
      if (layer == nullptr) fail_writing(path);
      GDALSetMetadataItem(layer, "IDENTIFIER", look.title.c_str(), nullptr);
    }
    for (auto const& [column, title, description] : look.columns) {
      execute(
          dataset,
          "INSERT INTO gpkg_data_columns (table_name, column_name, title, description) VALUES (" +
              quoted(look.layer) + ", " + quoted(column) + ", " + quoted(title) + ", " +
              (description.empty() ? "NULL" : quoted(description)) + ")",
          path);
    }
  }
}

}  // namespace

void write_geopackage(std::string const& path, LayerTables const& tables, WorkingFrame const& frame,
                      std::span<LayerLook const> looks, Progress const& progress) {
  QuietGdal const quiet;
  std::size_t count = 0;
  for (tables::OutputTable const& table : tables) count += table.rows.size();
  Steps rows{progress, count};
  StoppableDatabases const until_stopped;  // also while GDAL makes indexes at closing
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z");
  auto* const dataset =
      GDALCreate(GDALGetDriverByName("GPKG"), path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
  if (dataset == nullptr) fail_writing(path);
  bool const has_transaction = GDALDatasetStartTransaction(dataset, 0) == OGRERR_NONE;
  try {
    for (tables::OutputTable const& table : tables)
      write_layer(dataset, table, frame, Coordinates::WorkingCrs, path, rows);
    if (!looks.empty()) {
      add_titles(dataset, looks, path);
      if (std::ranges::any_of(looks, [](auto const& look) { return !look.qml.empty(); }))
        add_looks(dataset, looks, path);
    }
  } catch (...) {
    GDALClose(dataset);
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
    throw;
  }
  // Anything not committed is lost when the file is closed.
  bool const is_committed =
      !has_transaction || GDALDatasetCommitTransaction(dataset) == OGRERR_NONE;
  GDALClose(dataset);
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
  stop_if_asked();
  // GDAL continues after a failed statement, for example that of an index.
  if (!is_committed || quiet.has_failed()) fail_writing(path);
}

}  // namespace gapmap::io
