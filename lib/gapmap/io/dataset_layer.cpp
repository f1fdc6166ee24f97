// Table for layers of GDAL.

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <array>
#include <memory>

#include "gapmap/io/archive.h"
#include "gapmap/io/dataset.h"
#include "gapmap/io/detail/dataset_state.h"
#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/detail/gdal_guard.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/detail/input_access.h"
#include "gapmap/io/detail/layer_choice.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/io/detail/query_limit.h"
#include "gapmap/io/detail/refusal.h"
#include "gapmap/io/detail/shapefile.h"
#include "gapmap/io/detail/stored_text.h"
#include "gapmap/io/detail/text_behind.h"
#include "gapmap/units/blanks.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

/// Whether rows are selected by a web service, whose index nobody else writes.
bool is_web_service(void* dataset) {
  auto const driver = driver_of(dataset);
  return driver == "WFS" || driver == "OAPIF";
}

/// Whether a row is near the extent. Rows without geometry always are, so that they are counted
/// before they are left out.
bool is_near(OGRFeatureH feature, Box const& near) {
  auto* const geometry = OGR_F_GetGeometryRef(feature);
  if (near.is_empty() || geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) return true;
  OGREnvelope box;
  OGR_G_GetEnvelope(geometry, &box);
  bool const is_away = box.MaxX < near.min.x || box.MinX > near.max.x || box.MaxY < near.min.y ||
                       box.MinY > near.max.y;
  return !is_away;
}

}  // namespace

void Table::open_layer() {
  auto& state = *state_;
  auto const& source = state.source;
  GdalReading const reading{state.watched};
  QueryLimit const limit;
  state.dataset = opened(unpacked_name(source.path), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR);
  throw_if_refused({source.path});
  limit.throw_if_reached({source.path});
  if (!state.dataset) throw cannot_be_opened(source.path);
  try {
    state.layer = choose_layer(state.dataset.get(), source);
  } catch (InputError const&) {
    throw_if_refused({source.path});
    throw;
  }
  auto* const layer = static_cast<OGRLayerH>(state.layer);
  state.name = OGR_L_GetName(layer);
  auto* const definition = OGR_L_GetLayerDefn(layer);
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
    state.fields.emplace_back(
        without_blanks_around(to_utf8(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)))));
  }
  if (state.fields.empty() && !QuietGdal::words_of_server().empty())
    throw cannot_be_opened(source.path);
  refuse_torn_shapefiles(listed_files(state.dataset.get()),
                         driver_of(state.dataset.get()) == "ESRI Shapefile" ? state.name : "",
                         where());
  if (driver_of(state.dataset.get()) == "CSV") {
    throw InputError{{source.path},
                     "is a folder or a name by which GDAL would read tables of text",
                     "give the table itself, a file .csv"};
  }
  if (is_virtual(state.dataset.get())) refuse_unsound_text(source.path, files(), where());
  state.columns.are_filtered_trimmed = !has_own_sql();
  if (!source.where.empty()) choose_rows();
  throw_if_refused({source.path});
  limit.throw_if_reached({source.path, state.name});
  state.watched.use(files());
  look_only_at(source.extent);
}

bool Table::has_own_sql() const {
  constexpr std::array<std::string_view, 12> kDrivers{
      "GPKG", "SQLite", "PostgreSQL", "MySQL", "MSSQLSpatial", "OCI",
      "HANA", "ODBC",   "WFS",        "OAPIF", "CSW",          "Elasticsearch"};
  return state_->dataset &&
         std::ranges::find(kDrivers, driver_of(state_->dataset.get())) != kDrivers.end();
}

/// Selects rows here rather than in GDAL: other programs leave indexes of values beside shapefiles,
/// MapInfo tables and geodatabases, by which GDAL would select rows, and an outdated index hides
/// rows that were added later.
void Table::choose_rows() {
  auto& state = *state_;
  auto const& filter = state.source.where;
  if (!has_own_sql()) {
    state.condition.emplace(*this, filter);
  } else if (OGR_L_SetAttributeFilter(static_cast<OGRLayerH>(state.layer), filter.c_str()) !=
             OGRERR_NONE) {
    throw unusable_filter(state.source, state.fields);
  }
}

/// Restricts the table to rows near the extent. A spatial index of a file that is older than its
/// rows hides some of them, and contains no rows without geometry; so every row is examined, which
/// costs little compared with the loss of a village.
void Table::look_only_at(std::optional<Extent> const& extent) const {
  auto const own = crs();
  if (!extent || !own || geometry() == GeometryKind::None) return;
  auto const box = project_box(extent->box, Projection{extent->crs, *own});
  if (!is_web_service(state_->dataset.get())) {
    state_->near = box;
  } else if (!box.is_empty()) {
    OGR_L_SetSpatialFilterRect(static_cast<OGRLayerH>(state_->layer), box.min.x, box.min.y,
                               box.max.x, box.max.y);
  }
}

void Table::refuse_osm() const {
  if (!state_->dataset || driver_of(state_->dataset.get()) != "OSM") return;
  throw osm_for_gdal_only(where());
}

/// Returns how many rows a visit will read, if that is known without reading them; else 0.
std::uint64_t Table::known_rows() const {
  if (!state_->source.where.empty()) return 0;
  auto* const layer = static_cast<OGRLayerH>(state_->layer);
  bool const is_known = OGR_L_TestCapability(layer, OLCFastFeatureCount) != 0;
  auto const rows = is_known ? OGR_L_GetFeatureCount(layer, 0) : 0;
  return rows > 0 ? static_cast<std::uint64_t>(rows) : 0;
}

/// Throws InputError if GDAL made numbers of texts, as it does where a virtual dataset or a file's
/// schema declares a field of numbers: ".." becomes 0, "1 110" becomes 1. Shapefiles are exempt, as
/// theirs are found in their table.
void Table::refuse_values_cut_short() const {
  if (driver_of(state_->dataset.get()) == "ESRI Shapefile") return;
  for (auto const& [name, sentence] : QuietGdal::values_cut_short()) {
    for (auto const& field : state_->columns.of_numbers) {
      if (name != field && !name.ends_with('.' + field)) continue;
      throw InputError{where(),
                       fmt::format("its column of numbers {} holds text: {}", field, sentence),
                       "write the column as text (String)"};
    }
  }
}

void Table::visit_layer(std::function<void(Record const&)> const& visitor,
                        Progress const& progress) const {
  QuietGdal const quiet;
  auto* const layer = static_cast<OGRLayerH>(state_->layer);
  Steps rows{progress, progress ? known_rows() : 0};
  OGR_L_ResetReading(layer);
  CPLErrorReset();
  GdalReading const reading{state_->watched, is_virtual(state_->dataset.get())};
  bool has_row = false;
  QueryLimit limit;
  auto rows_left = most_rows(std::string{driver_of(state_->dataset.get())}, files());
  while (auto* const feature = OGR_L_GetNextFeature(layer)) {
    std::unique_ptr<void, void (*)(void*)> const owner{
        feature, [](void* f) { OGR_F_Destroy(static_cast<OGRFeatureH>(f)); }};
    has_row = true;
    stop_if_asked();
    rows.add();
    if (rows_left-- == 0) {
      throw InputError{where(), "gives more rows than its files can hold, so its SQL may never end",
                       "write the rows into a table of their own"};
    }
    limit.restart();
    if (!is_near(feature, state_->near)) continue;
    Record const record{feature, nullptr, state_->columns};
    if (!state_->condition || state_->condition->holds(record)) visitor(record);
  }
  throw_if_refused(where());
  limit.throw_if_reached(where());
  refuse_values_cut_short();
  if (CPLGetLastErrorType() >= CE_Failure) {
    state_->watched.refuse_changes();
    // Databases (GeoPackage, PostGIS) check the filter only when the first row is requested.
    if (!has_row && !state_->source.where.empty())
      throw unusable_filter(state_->source, state_->fields);
    throw InputError{where(), "reading stopped: " + QuietGdal::message(),
                     "check that the file is whole"};
  }
  state_->watched.refuse_changes();
}

void Table::read_only(std::vector<FieldIndex> const& fields) {
  if (state_->sheet || !state_->source.where.empty()) return;
  auto* const layer = static_cast<OGRLayerH>(state_->layer);
  std::vector<char const*> ignored{"OGR_GEOMETRY", "OGR_STYLE"};
  auto* const definition = OGR_L_GetLayerDefn(layer);
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
    bool const is_read = std::ranges::find(fields, i) != fields.end();
    if (!is_read) ignored.push_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
  }
  ignored.push_back(nullptr);
  OGR_L_SetIgnoredFields(layer, ignored.data());
}

void Table::find_stored_texts(FieldIndex field) {
  if (state_->sheet) return;
  auto* const dataset = state_->dataset.get();
  bool const is_first = state_->columns.of_numbers.empty();
  state_->columns.of_numbers.insert(state_->fields[static_cast<std::size_t>(field)]);
  if (is_virtual(dataset)) {
    // Names are GDAL's, also for files in archives.
    if (is_first) refuse_stored_texts(state_->watched.with_led_to(listed_files(dataset)), where());
    return;
  }
  auto texts = stored_texts(dataset, state_->layer, field, listed_files(dataset), where());
  if (!texts.empty()) state_->columns.stored.insert_or_assign(field, std::move(texts));
}

}  // namespace gapmap::io
