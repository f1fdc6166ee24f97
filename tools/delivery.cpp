#include "tools/delivery.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <string_view>

#include "gapmap/io/write_geopackage.h"
#include "gapmap/io/write_workbook.h"
#include "gapmap/report/class_sheets.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/summary_sheet.h"
#include "gapmap/report/workbook.h"

namespace gapmap::tools {
namespace {

// As QGIS lists them, what is to be seen above the others last.
constexpr std::array<std::string_view, 5> kLayers{"municipalities", "zones", "cells", "gaps",
                                                  "places"};

}  // namespace

template <CostType Cost>
report::LegendScale scale_of(Cost limit, ClassBounds const& classes) {
  report::LegendScale scale{.is_time = std::same_as<Cost, Milliseconds>,
                            .limit = to_natural(limit).value(),
                            .bounds = {}};
  std::visit(
      [&](auto const& bounds) {
        for (auto const bound : bounds) scale.bounds.push_back(bound.value());
      },
      classes);
  return scale;
}

void write_layers(std::string const& path, std::span<io::OutputTable const> tables,
                  WorkingFrame const& frame, Delivery const& delivery) {
  std::vector<io::OutputTable> layers;
  std::vector<io::LayerLook> looks;
  for (auto const name : kLayers) {
    auto const table = std::ranges::find(tables, name, &io::OutputTable::name);
    if (table == tables.end()) continue;
    layers.push_back(*table);
    if (auto const style = report::style_of(delivery.language, *table, delivery.scale))
      looks.push_back({table->name, report::qml(*style)});
  }
  io::write_geopackage(path, layers, frame, looks);
}

void write_sheets(std::string const& path, std::span<io::OutputTable const> tables,
                  Delivery const& delivery) {
  auto const language = delivery.language;
  std::vector<io::Sheet> sheets;
  sheets.push_back(report::summary_sheet(language, tables, delivery.scale));
  for (auto const& table : tables) {
    if (table.name == "classes") {
      for (auto& sheet : report::class_sheets(language, table, delivery.scale))
        sheets.push_back(std::move(sheet));
    }
    if (table.name != "cells") sheets.push_back(report::sheet_of(language, table));
  }
  sheets.push_back(report::remarks_sheet(language, delivery.inputs));
  sheets.push_back(report::about_sheet(language, delivery.options, delivery.inputs));
  io::write_workbook(path, std::string{report::label(language, "title")}, sheets);
}

template report::LegendScale scale_of(Millimeters, ClassBounds const&);
template report::LegendScale scale_of(Milliseconds, ClassBounds const&);

}  // namespace gapmap::tools
