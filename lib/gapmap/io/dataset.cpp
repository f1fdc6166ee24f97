#include "gapmap/io/dataset.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_feature.h>

#include <filesystem>
#include <limits>

#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/gdal_library.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::io {
namespace {

std::string to_utf8(char const* text) {
  if (CPLIsUTF8(text, -1) != 0) return text;
  char* const recoded = CPLRecode(text, "CP1252", CPL_ENC_UTF8);
  std::string utf8{recoded};
  CPLFree(recoded);
  return utf8;
}

std::string trimmed(std::string const& text) {
  auto const blank = " \t\r\n";
  auto const first = text.find_first_not_of(blank);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

GeometryKind kind_of(OGRwkbGeometryType type) {
  switch (OGR_GT_Flatten(OGR_GT_GetLinear(type))) {
    case wkbNone:
      return GeometryKind::None;
    case wkbPoint:
    case wkbMultiPoint:
      return GeometryKind::Point;
    case wkbLineString:
    case wkbLinearRing:
    case wkbMultiLineString:
      return GeometryKind::Line;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbTriangle:
    case wkbTIN:
    case wkbPolyhedralSurface:
      return GeometryKind::Polygon;
    default:
      return GeometryKind::Mixed;
  }
}

void append_path(OGRGeometryH path, RawShape& shape) {
  auto const size = static_cast<std::size_t>(OGR_G_GetPointCount(path));
  auto const first = shape.points.size();
  shape.points.resize(first + size);
  bool const has_heights = OGR_G_Is3D(path) != 0;
  std::vector<double> heights(has_heights ? size : 0);
  if (size > 0) {
    OGR_G_GetPoints(path, &shape.points[first].x, sizeof(RawPoint), &shape.points[first].y,
                    sizeof(RawPoint), has_heights ? heights.data() : nullptr,
                    has_heights ? sizeof(double) : 0);
  }
  constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
  if (has_heights) {
    shape.heights.resize(first, kNone);
    for (double const height : heights) shape.heights.push_back(static_cast<float>(height));
  } else if (!shape.heights.empty()) {
    shape.heights.resize(first + size, kNone);
  }
  shape.path_ends.push_back(static_cast<std::uint32_t>(shape.points.size()));
}

void append_geometry(OGRGeometryH geometry, RawShape& shape) {
  auto const type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
  if (OGR_G_IsEmpty(geometry) != 0) return;
  auto const kind = kind_of(type);
  bool const is_single =
      type == wkbPoint || type == wkbLineString || type == wkbPolygon || type == wkbTriangle;
  if (!is_single) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
      append_geometry(OGR_G_GetGeometryRef(geometry, i), shape);
    }
    return;
  }
  shape.kind = shape.kind == GeometryKind::None || shape.kind == kind ? kind : GeometryKind::Mixed;
  if (kind == GeometryKind::Polygon) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
      append_path(OGR_G_GetGeometryRef(geometry, i), shape);
    }
    shape.part_ends.push_back(static_cast<std::uint32_t>(shape.path_ends.size()));
  } else {
    append_path(geometry, shape);
  }
}

std::vector<std::string> layer_names(GDALDatasetH dataset) {
  std::vector<std::string> names;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
    names.emplace_back(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)));
  }
  return names;
}

OGRLayerH choose_layer(GDALDatasetH dataset, Source const& source) {
  auto const names = layer_names(dataset);
  auto const listed = fmt::format("its layers are {}", fmt::join(names, ", "));
  if (!source.layer.empty()) {
    auto* const layer = GDALDatasetGetLayerByName(dataset, source.layer.c_str());
    if (layer == nullptr) {
      throw InputError{{source.path}, fmt::format("has no layer \"{}\"", source.layer), listed};
    }
    return layer;
  }
  if (names.empty())
    throw InputError{{source.path}, "has no vector layer", "check that it is the right file"};
  if (names.size() > 1) {
    throw InputError{{source.path},
                     fmt::format("has {} layers", names.size()),
                     fmt::format("{}; name one as {}:{}", listed, source.path, names[0])};
  }
  return GDALDatasetGetLayer(dataset, 0);
}

std::string lower(std::string_view name) {
  std::string lowered;
  for (std::size_t i = 0; i < name.size(); ++i) {
    auto const c = static_cast<unsigned char>(name[i]);
    bool const follows_c3 = i > 0 && static_cast<unsigned char>(name[i - 1]) == 0xC3;
    if (c >= 'A' && c <= 'Z') {
      lowered += static_cast<char>(c + 32);
    } else if (follows_c3 && c >= 0x80 && c <= 0x9E) {
      lowered += static_cast<char>(c + 32);  // Ä Ö Å … in UTF-8
    } else {
      lowered += name[i];
    }
  }
  return lowered;
}

UsageError unusable_filter(Source const& source, std::vector<std::string> const& fields) {
  return {source.path,
          fmt::format("the filter \"{}\" cannot be used: {}", source.where, QuietGdal::message()),
          fmt::format("its fields are {}", fmt::join(fields, ", "))};
}

}  // namespace

bool is_same_name(std::string_view a, std::string_view b) { return lower(a) == lower(b); }

std::string Record::row() const {
  return std::to_string(OGR_F_GetFID(static_cast<OGRFeatureH>(feature_)));
}

std::optional<std::string> Record::text(FieldIndex field) const {
  auto* const feature = static_cast<OGRFeatureH>(feature_);
  if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) return std::nullopt;
  auto text = trimmed(to_utf8(OGR_F_GetFieldAsString(feature, field)));
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<double> Record::number(FieldIndex field) const {
  auto* const feature = static_cast<OGRFeatureH>(feature_);
  if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) return std::nullopt;
  switch (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field))) {
    case OFTInteger:
    case OFTInteger64:
      return static_cast<double>(OGR_F_GetFieldAsInteger64(feature, field));
    case OFTReal: {
      double const value = OGR_F_GetFieldAsDouble(feature, field);
      return std::isfinite(value) ? std::optional{value} : std::nullopt;
    }
    default:
      return parse_number(to_utf8(OGR_F_GetFieldAsString(feature, field)));
  }
}

RawShape Record::shape() const {
  RawShape shape;
  auto* const geometry = OGR_F_GetGeometryRef(static_cast<OGRFeatureH>(feature_));
  if (geometry == nullptr) return shape;
  if (OGR_G_HasCurveGeometry(geometry, 0) == 0) {
    append_geometry(geometry, shape);
  } else {
    auto* const linear = OGR_G_GetLinearGeometry(geometry, 0, nullptr);
    append_geometry(linear, shape);
    OGR_G_DestroyGeometry(linear);
  }
  return shape;
}

struct Table::State {
  Source source;
  std::unique_ptr<void, void (*)(GDALDatasetH)> dataset{nullptr,
                                                        [](GDALDatasetH d) { GDALClose(d); }};
  OGRLayerH layer = nullptr;
  std::string name;
  std::vector<std::string> fields;
  /// Source::where of delimited text, whose bytes GDAL would compare as they are.
  std::optional<RowCondition> condition = std::nullopt;
};

Table::Table(std::unique_ptr<State> state) : state_{std::move(state)} {}
Table::~Table() = default;
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(Table&&) noexcept = default;

Table Table::open(Source const& source) {
  QuietGdal const quiet;
  check_source(source);
  // Text stays text: codes keep their zeros and decimal commas are ours to read.
  char const* const options[] = {"AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=YES", nullptr};
  auto state = std::make_unique<State>();
  state->source = source;
  bool const is_text = is_delimited_text(source.path);
  auto const name = is_text ? "CSV:" + source.path : source.path;
  state->dataset.reset(GDALOpenEx(name.c_str(),
                                  GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                  nullptr, is_text ? options : nullptr, nullptr));
  if (!state->dataset) {
    throw InputError{{source.path},
                     "GDAL cannot open it: " + QuietGdal::message(),
                     "give a vector file or connection (GeoPackage, Shapefile, GeoJSON, "
                     "FlatGeobuf, CSV, XLSX, PG:…)"};
  }
  state->layer = choose_layer(state->dataset.get(), source);
  state->name = OGR_L_GetName(state->layer);
  auto* const definition = OGR_L_GetLayerDefn(state->layer);
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
    state->fields.push_back(
        trimmed(to_utf8(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)))));
  }
  if (!source.where.empty() && !is_text &&
      OGR_L_SetAttributeFilter(state->layer, source.where.c_str()) != OGRERR_NONE) {
    throw unusable_filter(source, state->fields);
  }
  Table table{std::move(state)};
  if (!source.where.empty() && is_text) table.state_->condition.emplace(table, source.where);
  table.look_only_at(source.extent);
  return table;
}

void Table::look_only_at(std::optional<Extent> const& extent) const {
  auto const own = crs();
  if (!extent || !own || geometry() == GeometryKind::None) return;
  auto const box = project_box(extent->box, Projection{extent->crs, *own});
  if (!box.is_empty())
    OGR_L_SetSpatialFilterRect(state_->layer, box.min.x, box.min.y, box.max.x, box.max.y);
}

std::string const& Table::name() const { return state_->name; }
std::vector<std::string> const& Table::fields() const { return state_->fields; }

std::optional<FieldIndex> Table::find_field(std::string_view name) const {
  for (std::size_t i = 0; i < state_->fields.size(); ++i) {
    if (is_same_name(state_->fields[i], name)) return static_cast<FieldIndex>(i);
  }
  return std::nullopt;
}

GeometryKind Table::geometry() const { return kind_of(OGR_L_GetGeomType(state_->layer)); }

std::optional<Crs> Table::crs() const {
  if (!state_->source.crs.empty()) return Crs::from_text(state_->source.crs);
  return crs_of(OGR_L_GetSpatialRef(state_->layer));
}

std::vector<std::string> Table::files() const {
  return files_of(state_->dataset.get(), state_->source.path);
}

void Table::refuse_osm() const {
  auto* const driver = GDALGetDatasetDriver(state_->dataset.get());
  if (driver == nullptr || std::string_view{GDALGetDriverShortName(driver)} != "OSM") return;
  throw osm_for_gdal_only(where());
}

/// How many rows a visit will see, where that is known without reading them: by the layer's own
/// count, or in a box by its spatial index. Else 0.
std::uint64_t Table::known_rows() const {
  if (!state_->source.where.empty()) return 0;
  bool const is_known = OGR_L_TestCapability(state_->layer, OLCFastFeatureCount) != 0 ||
                        OGR_L_TestCapability(state_->layer, OLCFastSpatialFilter) != 0;
  auto const rows = is_known ? OGR_L_GetFeatureCount(state_->layer, 0) : 0;
  return rows > 0 ? static_cast<std::uint64_t>(rows) : 0;
}

void Table::visit(std::function<void(Record const&)> const& visitor,
                  Progress const& progress) const {
  QuietGdal const quiet;
  Steps rows{progress, progress ? known_rows() : 0};
  OGR_L_ResetReading(state_->layer);
  CPLErrorReset();
  bool has_row = false;
  while (auto* const feature = OGR_L_GetNextFeature(state_->layer)) {
    std::unique_ptr<void, void (*)(void*)> const owner{
        feature, [](void* f) { OGR_F_Destroy(static_cast<OGRFeatureH>(f)); }};
    has_row = true;
    Record const record{feature};
    if (!state_->condition || state_->condition->holds(record)) visitor(record);
    rows.add();
  }
  if (CPLGetLastErrorType() >= CE_Failure) {
    // Databases (GeoPackage, PostGIS) look at the filter only when the first row is asked for.
    if (!has_row && !state_->source.where.empty())
      throw unusable_filter(state_->source, state_->fields);
    throw InputError{where(), "reading stopped: " + QuietGdal::message(),
                     "check that the file is whole"};
  }
}

struct RowCondition::State {
  OGRFeatureQuery query;
};

RowCondition::RowCondition(Table const& table, std::string const& sql)
    : state_{std::make_unique<State>()} {
  QuietGdal const quiet;
  auto const& fields = table.fields();
  // The names as gapmap has them: trimmed, in UTF-8.
  auto* const definition = OGRFeatureDefn::FromHandle(OGR_L_GetLayerDefn(table.state_->layer));
  for (std::size_t i = 0; i < fields.size(); ++i)
    definition->GetFieldDefn(static_cast<int>(i))->SetName(fields[i].c_str());
  if (state_->query.Compile(definition, sql.c_str()) != OGRERR_NONE) {
    auto source = table.state_->source;
    source.where = sql;
    throw unusable_filter(source, fields);
  }
}

RowCondition::~RowCondition() = default;
RowCondition::RowCondition(RowCondition&&) noexcept = default;
RowCondition& RowCondition::operator=(RowCondition&&) noexcept = default;

bool RowCondition::holds(Record const& record) const {
  auto* const feature = OGRFeature::FromHandle(static_cast<OGRFeatureH>(record.feature_));
  for (int i = 0; i < feature->GetFieldCount(); ++i) {
    bool const is_text = feature->GetFieldDefnRef(i)->GetType() == OFTString;
    if (!is_text || !feature->IsFieldSetAndNotNull(i)) continue;
    auto const* const bytes = feature->GetFieldAsString(i);
    if (CPLIsUTF8(bytes, -1) == 0) feature->SetField(i, to_utf8(bytes).c_str());
  }
  return state_->query.Evaluate(feature) != 0;
}

InputError::Where Table::where(std::string const& row) const {
  return {state_->source.path, state_->name, row};
}

}  // namespace gapmap::io
