// Conditions in OGR's SQL on rows of layers and sheets.

#include <cpl_string.h>
#include <ogr_api.h>
#include <ogr_feature.h>

#include "gapmap/io/dataset.h"
#include "gapmap/io/detail/dataset_state.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/units/blanks.h"
#include "gapmap/units/number_column.h"

namespace gapmap::io {
namespace {

struct ReleaseDefinition {
  void operator()(OGRFeatureDefn* definition) const { definition->Release(); }
};

/// Returns the types of fields: delimited text stays text, so that codes keep their zeros; in
/// spreadsheets a column that has only numbers is numeric.
std::vector<OGRFieldType> types_of(InputSheet const& sheet) {
  std::vector<OGRFieldType> types(sheet.fields().size(), OFTString);
  std::vector<char> has_text(types.size(), 0);
  std::vector<char> has_number(types.size(), 0);
  std::vector<char> has_fraction(types.size(), 0);
  sheet.visit([&](InputRow const& row) {
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (row.cells[i].empty()) continue;
      bool const is_number =
          row.kind(i) == CellKind::Number && parse_number(row.cells[i], {}).has_value();
      (is_number ? has_number : has_text)[i] = 1;
      if (row.cells[i].find_first_of(".eE") != std::string::npos) has_fraction[i] = 1;
    }
  });
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (has_number[i] != 0 && has_text[i] == 0)
      types[i] = has_fraction[i] != 0 ? OFTReal : OFTInteger64;
  }
  return types;
}

}  // namespace

struct RowCondition::State {
  OGRFeatureQuery query;
  /// for a sheet, whose rows are no features
  std::unique_ptr<OGRFeatureDefn, ReleaseDefinition> definition = nullptr;
  std::unique_ptr<OGRFeature> feature = nullptr;
};

RowCondition::RowCondition(Table const& table, std::string const& sql)
    : state_{std::make_unique<State>()} {
  QuietGdal const quiet;
  auto const& fields = table.fields();
  auto const& of_table = *table.state_;
  OGRFeatureDefn* definition = nullptr;
  if (of_table.sheet) {
    auto const types = types_of(*of_table.sheet);
    definition = new OGRFeatureDefn{of_table.name.c_str()};
    definition->Reference();
    state_->definition.reset(definition);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      OGRFieldDefn field{fields[i].c_str(), types[i]};
      definition->AddFieldDefn(&field);
    }
    state_->feature = std::make_unique<OGRFeature>(definition);
  } else {
    // Fields have gapmap's names: trimmed, in UTF-8.
    auto* const layer = static_cast<OGRLayerH>(of_table.layer);
    definition = OGRFeatureDefn::FromHandle(OGR_L_GetLayerDefn(layer));
    for (std::size_t i = 0; i < fields.size(); ++i)
      definition->GetFieldDefn(static_cast<int>(i))->SetName(fields[i].c_str());
  }
  if (state_->query.Compile(definition, sql.c_str()) != OGRERR_NONE) {
    auto source = of_table.source;
    source.where = sql;
    throw unusable_filter(source, fields);
  }
}

RowCondition::~RowCondition() = default;
RowCondition::RowCondition(RowCondition&&) noexcept = default;
RowCondition& RowCondition::operator=(RowCondition&&) noexcept = default;

bool RowCondition::holds(Record const& record) const {
  if (record.row_ != nullptr) {
    auto& feature = *state_->feature;
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
      auto const& cell = record.row_->cells[static_cast<std::size_t>(i)];
      if (cell.empty()) {
        feature.SetFieldNull(i);
      } else {
        feature.SetField(i, cell.c_str());
      }
    }
    return state_->query.Evaluate(&feature) != 0;
  }
  auto* const feature = OGRFeature::FromHandle(static_cast<OGRFeatureH>(record.feature_));
  for (int i = 0; i < feature->GetFieldCount(); ++i) {
    bool const is_text = feature->GetFieldDefnRef(i)->GetType() == OFTString;
    if (!is_text || !feature->IsFieldSetAndNotNull(i)) continue;
    auto const stored = to_utf8(feature->GetFieldAsString(i));
    std::string const utf8{without_blanks_around(stored)};
    if (utf8 != feature->GetFieldAsString(i)) feature->SetField(i, utf8.c_str());
  }
  return state_->query.Evaluate(feature) != 0;
}

}  // namespace gapmap::io
