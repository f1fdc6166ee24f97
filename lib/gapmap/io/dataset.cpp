#include "gapmap/io/dataset.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_feature.h>

#include "gapmap/io/file_stamp.h"
#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/gdal_library.h"
#include "gapmap/io/input_access.h"
#include "gapmap/io/layer_choice.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/io/server_words.h"
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

InputError cannot_be_opened(std::string const& path) {
  auto const why = QuietGdal::message();
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

RawShape Record::shape(std::initializer_list<GeometryKind> wanted) const {
  return raw_shape_of(OGR_F_GetGeometryRef(static_cast<OGRFeatureH>(feature_)), wanted);
}

struct Table::State {
  Source source;
  WatchedFiles watched;
  InputAccess access;
  std::unique_ptr<void, void (*)(GDALDatasetH)> dataset{nullptr,
                                                        [](GDALDatasetH d) { GDALClose(d); }};
  OGRLayerH layer = nullptr;
  std::string name;
  std::vector<std::string> fields;
  /// Source::where of delimited text, whose bytes GDAL would compare as they are.
  std::optional<RowCondition> condition = std::nullopt;
  Box near = {};  ///< only rows that touch it, in the layer's CRS; empty: everywhere
};

Table::Table(std::unique_ptr<State> state) : state_{std::move(state)} {}
Table::~Table() = default;
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(Table&&) noexcept = default;

Table Table::open(Source const& source) {
  QuietGdal const quiet;
  check_source(source);
  auto state = std::make_unique<State>(State{
      .source = source, .watched = WatchedFiles{source.path}, .access = access_to(source.path)});
  bool const is_text = is_delimited_text(source.path);
  state->dataset = opened(state->access, GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR);
  bool const is_complaint = is_text && !words_of_server_in(source.path).empty();
  if (!state->dataset || is_complaint) throw cannot_be_opened(source.path);
  state->layer = choose_layer(state->dataset.get(), source);
  state->name = OGR_L_GetName(state->layer);
  auto* const definition = OGR_L_GetLayerDefn(state->layer);
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
    state->fields.push_back(
        trimmed(to_utf8(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)))));
  }
  if (state->fields.empty() && !QuietGdal::words_of_server().empty())
    throw cannot_be_opened(source.path);
  if (!source.where.empty() && !is_text &&
      OGR_L_SetAttributeFilter(state->layer, source.where.c_str()) != OGRERR_NONE) {
    throw unusable_filter(source, state->fields);
  }
  Table table{std::move(state)};
  table.state_->watched.use(table.files());
  if (!source.where.empty() && is_text) table.state_->condition.emplace(table, source.where);
  table.look_only_at(source.extent);
  return table;
}

namespace {

/// Whose rows are behind a network and chosen there, by an index that nobody else writes.
bool is_web_service(GDALDatasetH dataset) {
  auto* const driver = GDALGetDatasetDriver(dataset);
  std::string_view const name{driver == nullptr ? "" : GDALGetDriverShortName(driver)};
  return name == "WFS" || name == "OAPIF";
}

/// Rows without a geometry are everywhere: they are not to be lost before they are counted.
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

/// Whose index of a file is older than its rows hides some of them, and rows without geometry are
/// in none; so every row is looked at, which costs less than an index saves that hides a village.
void Table::look_only_at(std::optional<Extent> const& extent) const {
  auto const own = crs();
  if (!extent || !own || geometry() == GeometryKind::None) return;
  auto const box = project_box(extent->box, Projection{extent->crs, *own});
  if (!is_web_service(state_->dataset.get())) {
    state_->near = box;
  } else if (!box.is_empty()) {
    OGR_L_SetSpatialFilterRect(state_->layer, box.min.x, box.min.y, box.max.x, box.max.y);
  }
}

std::string const& Table::name() const { return state_->name; }
std::vector<std::string> const& Table::fields() const { return state_->fields; }

std::optional<FieldIndex> Table::find_field(std::string_view name) const {
  for (std::size_t i = 0; i < state_->fields.size(); ++i) {
    if (is_same_name(state_->fields[i], name)) return static_cast<FieldIndex>(i);
  }
  return std::nullopt;
}

GeometryKind Table::geometry() const { return kind_of_type(OGR_L_GetGeomType(state_->layer)); }

std::optional<Crs> Table::crs() const {
  if (!state_->source.crs.empty()) return Crs::from_text(state_->source.crs);
  return crs_of(OGR_L_GetSpatialRef(state_->layer));
}

std::vector<std::string> Table::files() const {
  return files_of(state_->dataset.get(), state_->source.path, state_->access);
}

std::vector<InputFile> Table::fingerprints() { return state_->watched.fingerprints(files()); }

void Table::refuse_osm() const {
  auto* const driver = GDALGetDatasetDriver(state_->dataset.get());
  if (driver == nullptr || std::string_view{GDALGetDriverShortName(driver)} != "OSM") return;
  throw osm_for_gdal_only(where());
}

/// How many rows a visit will go through, where that is known without reading them. Else 0.
std::uint64_t Table::known_rows() const {
  if (!state_->source.where.empty()) return 0;
  bool const is_known = OGR_L_TestCapability(state_->layer, OLCFastFeatureCount) != 0;
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
    rows.add();
    if (!is_near(feature, state_->near)) continue;
    Record const record{feature};
    if (!state_->condition || state_->condition->holds(record)) visitor(record);
  }
  if (CPLGetLastErrorType() >= CE_Failure) {
    state_->watched.refuse_changes();
    // Databases (GeoPackage, PostGIS) look at the filter only when the first row is asked for.
    if (!has_row && !state_->source.where.empty())
      throw unusable_filter(state_->source, state_->fields);
    throw InputError{where(), "reading stopped: " + QuietGdal::message(),
                     "check that the file is whole"};
  }
  state_->watched.refuse_changes();
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
