#include "gapmap/io/dataset.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "gapmap/io/detail/dataset_state.h"
#include "gapmap/io/archive.h"
#include "gapmap/io/detail/gdal_guard.h"
#include "gapmap/io/detail/field_names.h"
#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/detail/input_access.h"
#include "gapmap/io/detail/layer_choice.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/io/detail/query_limit.h"
#include "gapmap/io/detail/refusal.h"
#include "gapmap/io/detail/server_words.h"
#include "gapmap/io/detail/spreadsheet.h"
#include "gapmap/io/detail/text_sheet.h"
#include "gapmap/units/blanks.h"
#include "gapmap/units/did_you_mean.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::io {

namespace {

std::string lower(std::string_view name) {
  std::string lowered;
  for (std::size_t i = 0; i < name.size(); ++i) {
    auto const c = static_cast<unsigned char>(name[i]);
    bool const follows_c3 = i > 0 && static_cast<unsigned char>(name[i - 1]) == 0xC3;
    bool const is_capital =
        (c >= 'A' && c <= 'Z') || (follows_c3 && c >= 0x80 && c <= 0x9E);  // Ä Ö Å … in UTF-8
    lowered += is_capital ? static_cast<char>(c + 32) : name[i];
  }
  return lowered;
}

/// Returns the number of zeros after the decimal mark in "7.0" or "7,0".
std::size_t point_zeros(std::string_view text) {
  auto const digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return 0;
  bool const is_mark = text[digits] == '.' || text[digits] == ',';
  bool const are_zeros =
      digits + 1 < text.size() && text.find_first_not_of('0', digits + 1) == std::string_view::npos;
  return is_mark && are_zeros ? text.size() - digits : 0;
}

/// Returns the CRS in a .prj file beside text with shapes, as other programs write it.
std::optional<Crs> crs_beside(std::string const& path) {
  std::ifstream file{std::filesystem::path{path}.replace_extension(".prj")};
  std::string const text{std::istreambuf_iterator<char>{file}, {}};
  return text.empty() ? std::nullopt : std::optional{Crs::from_text(text)};
}

/// Returns the first word of a filter that its error names and that is like a field, but is none;
/// an empty text if there is none. Values in quotation marks are no words.
std::string misspelt_field(std::string const& filter, std::string const& why,
                           std::vector<std::string> const& fields) {
  auto const is_letter = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  bool is_value = false;
  for (std::size_t at = 0; at < filter.size();) {
    auto end = at;
    while (end < filter.size() && is_letter(filter[end])) ++end;
    auto word = filter.substr(at, end - at);
    bool const is_blamed = !is_value && !word.empty() && why.find(word) != std::string::npos;
    bool const is_field = std::ranges::any_of(
        fields, [&](std::string const& field) { return is_same_name(field, word); });
    if (is_blamed && !is_field && !did_you_mean(word, fields).empty()) return word;
    if (word.empty() && filter[at] == '\'') is_value = !is_value;
    at = std::max(end, at + 1);
  }
  return {};
}

}  // namespace

std::string to_utf8(char const* text) {
  if (CPLIsUTF8(text, -1) != 0) return text;
  char* const recoded = CPLRecode(text, "CP1252", CPL_ENC_UTF8);
  std::string utf8{recoded};
  CPLFree(recoded);
  return utf8;
}

UsageError unusable_filter(Source const& source, std::vector<std::string> const& fields) {
  auto const why = QuietGdal::message();
  bool const is_mistyped = why.find("Type mismatch") != std::string::npos;
  return {
      InputError::Where{source.path},
      fmt::format("the filter \"{}\" cannot be used: {}", source.where, why),
      meant_or(
          misspelt_field(source.where, why, fields), fields,
          fmt::format("{}its fields are {}",
                      is_mistyped ? "text stands in quotation marks, '061', numbers without; " : "",
                      fmt::join(fields, ", ")))};
}

bool is_same_name(std::string_view a, std::string_view b) { return lower(a) == lower(b); }

std::string Record::row() const {
  if (row_ != nullptr) return std::to_string(row_->number);
  return std::to_string(OGR_F_GetFID(static_cast<OGRFeatureH>(feature_)));
}

std::optional<std::string> Record::text(FieldIndex field) const {
  std::string text;
  if (row_ != nullptr) {
    text = without_blanks_around(row_->cells[static_cast<std::size_t>(field)]);
  } else {
    auto* const feature = static_cast<OGRFeatureH>(feature_);
    if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) return std::nullopt;
    auto const* const stored = columns_.stored_text(field, OGR_F_GetFID(feature));
    text = without_blanks_around(
        stored != nullptr ? *stored : to_utf8(OGR_F_GetFieldAsString(feature, field)));
  }
  if (text.empty()) return std::nullopt;
  if (columns_.of(field).has_point_zeros) text.resize(text.size() - point_zeros(text));
  return text;
}

std::optional<std::string> Record::filtered_text(FieldIndex field) const {
  if (row_ != nullptr || columns_.are_filtered_trimmed) return text(field);
  auto* const feature = static_cast<OGRFeatureH>(feature_);
  if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) return std::nullopt;
  return to_utf8(OGR_F_GetFieldAsString(feature, field));
}

std::optional<double> Record::number(FieldIndex field) const {
  auto const facts = columns_.of(field);
  auto const read = [&](std::string_view text) -> std::optional<double> {
    if (facts.is_exact && has_lost_digits(text)) return std::nullopt;
    return parse_number(text, facts.style);
  };
  if (row_ != nullptr) {
    auto const cell = static_cast<std::size_t>(field);
    auto const kind = row_->kind(cell);
    if (kind == CellKind::Truth) return std::nullopt;
    return kind == CellKind::Number ? parse_number(row_->cells[cell], {}) : read(row_->cells[cell]);
  }
  auto* const feature = static_cast<OGRFeatureH>(feature_);
  if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) return std::nullopt;
  auto const* const stored = columns_.stored_text(field, OGR_F_GetFID(feature));
  if (stored != nullptr) return read(without_blanks_around(*stored));
  auto* const definition = OGR_F_GetFieldDefnRef(feature, field);
  if (OGR_Fld_GetSubType(definition) == OFSTBoolean) return std::nullopt;
  switch (OGR_Fld_GetType(definition)) {
    case OFTInteger:
    case OFTInteger64:
      return static_cast<double>(OGR_F_GetFieldAsInteger64(feature, field));
    case OFTReal: {
      double const value = OGR_F_GetFieldAsDouble(feature, field);
      return std::isfinite(value) ? std::optional{value} : std::nullopt;
    }
    default:
      return read(to_utf8(OGR_F_GetFieldAsString(feature, field)));
  }
}

NumberStyle Record::style(FieldIndex field) const { return columns_.of(field).style; }

bool Record::is_never_computed(FieldIndex field) const {
  return row_ != nullptr && row_->kind(static_cast<std::size_t>(field)) == CellKind::NeverComputed;
}

RawShape Record::shape(std::initializer_list<GeometryKind> wanted) const {
  if (row_ == nullptr)
    return raw_shape_of(OGR_F_GetGeometryRef(static_cast<OGRFeatureH>(feature_)), wanted);
  if (!columns_.shapes) return {};
  auto const wkt = text(*columns_.shapes);
  return wkt ? raw_shape_of_text(*wkt, wanted) : RawShape{};
}

Table::Table(std::unique_ptr<State> state) : state_{std::move(state)} {}
Table::~Table() = default;
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(Table&&) noexcept = default;

Table Table::open(Source const& source) {
  QuietGdal const quiet;
  check_source(source);
  auto const path = unpacked_name(source.path);
  Table table{std::make_unique<State>(
      State{.source = source, .watched = WatchedFiles{file_of(source.path)}})};
  auto& state = *table.state_;
  bool const is_text = is_delimited_text(path);
  if (is_text && !words_of_server_in(path).empty()) throw cannot_be_opened(source.path);
  if (!is_text && !is_spreadsheet(path)) {
    table.open_layer();
    return table;
  }
  std::shared_ptr<RowSource const> rows;
  if (is_text) {
    state.name = std::filesystem::path{path}.stem().string();
    if (!source.layer.empty() && !is_same_name(source.layer, state.name)) {
      throw InputError{{source.path},
                       fmt::format("has no layer \"{}\"", source.layer),
                       fmt::format("its layers are {}", state.name)};
    }
    rows = open_text_sheet(path);
  } else {
    auto opened = open_spreadsheet({.path = path, .layer = source.layer});
    state.name = std::move(opened.name);
    rows = std::move(opened.rows);
  }
  state.sheet.emplace(std::move(rows), table.where(), source.header_row,
                      [](std::string_view name) { return is_known_field(name); });
  state.fields = state.sheet->fields();
  for (std::size_t i = 0; i < state.fields.size() && !state.columns.shapes; ++i) {
    if (is_same_name(state.fields[i], "WKT") || state.fields[i].starts_with("_WKT"))
      state.columns.shapes = static_cast<FieldIndex>(i);
  }
  if (state.fields.empty()) {
    throw InputError{table.where(), "has no rows", "check that it is the right file"};
  }
  if (!source.where.empty()) state.condition.emplace(table, source.where);
  state.watched.use(table.files());
  return table;
}

std::string const& Table::name() const { return state_->name; }
std::vector<std::string> const& Table::fields() const { return state_->fields; }

std::optional<FieldIndex> Table::find_field(std::string_view name) const {
  for (std::size_t i = 0; i < state_->fields.size(); ++i) {
    if (is_same_name(state_->fields[i], name)) return static_cast<FieldIndex>(i);
  }
  return std::nullopt;
}

GeometryKind Table::geometry() const {
  if (state_->sheet) return state_->columns.shapes ? GeometryKind::Mixed : GeometryKind::None;
  return kind_of_type(OGR_L_GetGeomType(static_cast<OGRLayerH>(state_->layer)));
}

std::optional<Crs> Table::crs() const {
  if (!state_->source.crs.empty()) return Crs::from_text(state_->source.crs);
  if (state_->sheet) return state_->columns.shapes ? crs_beside(state_->source.path) : std::nullopt;
  return crs_of(OGR_L_GetSpatialRef(static_cast<OGRLayerH>(state_->layer)));
}

std::vector<std::string> Table::files() const {
  if (state_->dataset)
    return state_->watched.with_led_to(files_of(state_->dataset.get(), state_->source.path));
  std::error_code ignored;
  auto const file = file_of(state_->source.path);
  bool const is_file = std::filesystem::is_regular_file(file, ignored);
  return is_file ? std::vector{file} : std::vector<std::string>{};
}

std::vector<InputFile> Table::fingerprints() { return state_->watched.fingerprints(files()); }

std::vector<RowOddity> Table::oddities() const {
  return state_->sheet ? state_->sheet->oddities() : std::vector<RowOddity>{};
}

std::string Table::header() const {
  if (!state_->sheet || state_->sheet->skipped_to() == 0) return {};
  return fmt::format("header in {} {}", state_->sheet->row_is(), state_->sheet->skipped_to());
}

std::string Table::header_advice() const {
  if (!state_->sheet || state_->sheet->like_headers().empty()) return {};
  return fmt::format("if its header is in {} {}, say `header-row` {}", state_->sheet->row_is(),
                     state_->sheet->like_headers().front(), state_->sheet->like_headers().front());
}

void Table::visit(std::function<void(Record const&)> const& visitor,
                  Progress const& progress) const {
  if (state_->sheet) {
    visit_sheet(visitor);
  } else {
    visit_layer(visitor, progress);
  }
}

void Table::visit_sheet(std::function<void(Record const&)> const& visitor) const {
  state_->sheet->visit([&](InputRow const& row) {
    Record const record{nullptr, &row, state_->columns};
    if (!state_->condition || state_->condition->holds(record)) visitor(record);
  });
  state_->watched.refuse_changes();
}

bool Table::is_text(FieldIndex field) const {
  if (state_->sheet || state_->columns.stored.contains(field)) return true;
  auto* const definition = OGR_L_GetLayerDefn(static_cast<OGRLayerH>(state_->layer));
  return OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, field)) == OFTString;
}

InputError::Where Table::where(std::string const& row) const {
  return {state_->source.path, state_->name, row};
}

}  // namespace gapmap::io
