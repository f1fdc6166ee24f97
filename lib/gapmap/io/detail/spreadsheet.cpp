#include "gapmap/io/detail/spreadsheet.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <filesystem>

#include "gapmap/io/dataset.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/detail/input_access.h"
#include "gapmap/io/detail/layer_choice.h"
#include "gapmap/io/detail/xlsx_cells.h"
#include "gapmap/units/number_column.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

/// Makes GDAL return all cells as text and all rows as rows, since the header is searched for here.
class AsWritten {
 public:
  AsWritten() {
    for (auto const* option : {"OGR_XLSX_HEADERS", "OGR_ODS_HEADERS", "OGR_XLS_HEADERS"})
      CPLSetThreadLocalConfigOption(option, "DISABLE");
    for (auto const* option :
         {"OGR_XLSX_FIELD_TYPES", "OGR_ODS_FIELD_TYPES", "OGR_XLS_FIELD_TYPES"})
      CPLSetThreadLocalConfigOption(option, "STRING");
  }
  AsWritten(AsWritten const&) = delete;
  AsWritten& operator=(AsWritten const&) = delete;
  ~AsWritten() {
    for (auto const* option :
         {"OGR_XLSX_HEADERS", "OGR_ODS_HEADERS", "OGR_XLS_HEADERS", "OGR_XLSX_FIELD_TYPES",
          "OGR_ODS_FIELD_TYPES", "OGR_XLS_FIELD_TYPES"})
      CPLSetThreadLocalConfigOption(option, nullptr);
  }
};

/// Whether a program wrote the number: digits, one full stop, perhaps a power of ten.
bool is_written_by_program(std::string const& text) {
  return text.find_first_not_of("0123456789.-+eE") == std::string::npos &&
         parse_number(text, {}).has_value();
}

/// Shortens numbers such as 0.10000000000000001, as which programs store 0.1.
void shorten(std::string& number) {
  constexpr std::size_t kExact = 15;
  auto const digits = std::ranges::count_if(number, [](char c) { return c >= '0' && c <= '9'; });
  bool const is_fraction = number.find_first_of(".eE") != std::string::npos;
  if (!is_fraction || digits <= static_cast<std::ptrdiff_t>(kExact)) return;
  if (auto const value = parse_number(number, {})) number = CPLSPrintf("%.15g", *value);
}

class Spreadsheet final : public RowSource {
 public:
  Spreadsheet(GDALDatasetH dataset, OGRLayerH layer, std::optional<XlsxCells> kinds)
      : dataset_{dataset, [](void* d) { GDALClose(d); }}, layer_{layer}, kinds_{std::move(kinds)} {}

  void visit(std::function<bool(InputRow&)> const& visitor) const override {
    QuietGdal const quiet;
    auto const fields = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer_));
    InputRow row;
    OGR_L_ResetReading(layer_);
    while (auto* const feature = OGR_L_GetNextFeature(layer_)) {
      row.number = static_cast<std::size_t>(OGR_F_GetFID(feature));
      row.cells.assign(static_cast<std::size_t>(fields), {});
      row.kinds.assign(row.cells.size(), CellKind::Text);
      for (int i = 0; i < fields; ++i) {
        auto const cell = static_cast<std::size_t>(i);
        auto& kind = row.kinds[cell];
        if (kinds_) kind = kinds_->kind(row.number, cell);
        if (OGR_F_IsFieldSetAndNotNull(feature, i) == 0) continue;
        row.cells[cell] = OGR_F_GetFieldAsString(feature, i);
        if (!kinds_ && is_written_by_program(row.cells[cell])) kind = CellKind::Number;
        if (kind == CellKind::Number) shorten(row.cells[cell]);
      }
      OGR_F_Destroy(feature);
      stop_if_asked();
      if (!visitor(row)) return;
    }
  }

  [[nodiscard]] std::vector<std::pair<RemarkText, std::size_t>> oddities() const override {
    return {};
  }
  [[nodiscard]] bool has_numbered_rows() const override { return true; }
  [[nodiscard]] bool may_shift() const override { return false; }
  [[nodiscard]] std::string_view row_is() const override { return "row"; }

 private:
  std::unique_ptr<void, void (*)(void*)> dataset_;
  OGRLayerH layer_;
  std::optional<XlsxCells> kinds_;
};

/// Returns the only sheet with content; workbooks have empty sheets beside it.
OGRLayerH only_filled(GDALDatasetH dataset) {
  OGRLayerH filled = nullptr;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
    auto* const layer = GDALDatasetGetLayer(dataset, i);
    if (OGR_L_GetFeatureCount(layer, 1) == 0) continue;
    if (filled != nullptr) return nullptr;
    filled = layer;
  }
  return filled;
}

}  // namespace

bool is_spreadsheet(std::string const& path) {
  auto const ending = std::filesystem::path{path}.extension().string();
  return std::ranges::any_of(std::initializer_list<char const*>{".xlsx", ".xlsm", ".ods", ".xls"},
                             [&](auto const* known) { return is_same_name(ending, known); });
}

OpenedSpreadsheet open_spreadsheet(Source const& source) {
  QuietGdal const quiet;
  AsWritten const as_written;
  auto* const dataset =
      GDALOpenEx(source.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                 nullptr, nullptr, nullptr);
  if (dataset == nullptr) throw cannot_be_opened(source.path);
  std::unique_ptr<void, void (*)(void*)> owner{dataset, [](void* d) { GDALClose(d); }};
  auto* layer = source.layer.empty() ? only_filled(dataset) : nullptr;
  if (layer == nullptr) layer = static_cast<OGRLayerH>(choose_layer(dataset, source));
  OGR_L_GetFeatureCount(layer, 1);  // reads the sheet now, while the options hold
  std::string const name = OGR_L_GetName(layer);
  auto rows =
      std::make_shared<Spreadsheet>(owner.release(), layer, XlsxCells::read(source.path, name));
  return {std::move(rows), name};
}

}  // namespace gapmap::io
