#include "gapmap/report/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "gapmap/report/markup.h"

namespace gapmap::report {
namespace {

std::string reference(Crs const& crs) {
  return fmt::format(
      R"(<spatialrefsys nativeFormat="Wkt"><wkt>{}</wkt><authid>{}</authid></spatialrefsys>)",
      escaped(crs.wkt()), escaped(crs.label()));
}

std::string id_of(ProjectLayer const& layer) {
  auto id = "gapmap_" + layer.layer;
  return layer.view == 0 ? id : fmt::format("{}_{}", id, layer.view);
}

std::string source_of(ProjectLayer const& layer, std::string const& geopackage) {
  return fmt::format("./{}|layername={}", geopackage, layer.layer);
}

std::string map_layer(ProjectLayer const& layer, std::string const& geopackage, Crs const& crs) {
  constexpr std::array<std::string_view, 3> kGeometries{"Polygon", "Point", "Line"};
  constexpr std::array<std::string_view, 3> kTypes{"MultiPolygon", "Point", "LineString"};
  auto const shape = static_cast<std::size_t>(layer.style.shape);
  return fmt::format(
      R"(<maplayer type="vector" geometry="{}" wkbType="{}" labelsEnabled="{}" styleCategories="AllStyleCategories"><id>{}</id><datasource>{}</datasource><layername>{}</layername><srs>{}</srs><provider encoding="UTF-8">ogr</provider>{}</maplayer>)",
      kGeometries[shape], kTypes[shape], layer.style.text ? 1 : 0, escaped(id_of(layer)),
      escaped(source_of(layer, geopackage)), escaped(layer.title), reference(crs),
      style_elements(layer.style));
}

}  // namespace

std::pair<Point, Point> extent_of(tables::OutputTable const& table) {
  constexpr double kRoom = 0.02;
  constexpr double kFar = std::numeric_limits<double>::infinity();
  Point low{kFar, kFar};
  Point high{-kFar, -kFar};
  for (auto const& area : table.areas) {
    for (auto const p : area.points) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
  }
  if (low.x > high.x) return {};
  double const room = kRoom * std::max(high.x - low.x, high.y - low.y);
  return {{low.x - room, low.y - room}, {high.x + room, high.y + room}};
}

std::string project(ProjectWords const& words, std::string const& geopackage,
                    std::span<ProjectLayer const> layers, Crs const& crs,
                    std::pair<Point, Point> const& extent) {
  std::string tree;
  std::string legend;
  std::string map_layers;
  for (auto i = layers.size(); i-- > 0;) {
    auto const& layer = layers[i];
    auto const entry = fmt::format(
        R"(<layer-tree-layer id="{}" name="{}" source="{}" providerKey="ogr" checked="Qt::{}" expanded="{}"/>)",
        escaped(id_of(layer)), escaped(layer.title), escaped(source_of(layer, geopackage)),
        layer.is_shown ? "Checked" : "Unchecked", layer.is_shown ? 1 : 0);
    tree += entry;
    if (layer.is_shown) legend += entry;
    map_layers += map_layer(layer, geopackage, crs);
  }
  auto const& [low, high] = extent;
  auto const layout = low.x < high.x && low.y < high.y ? print_layout(words, legend, extent) : "";
  return fmt::format(
      R"(<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" projectname="{0}"><title>{0}</title><projectCrs>{1}</projectCrs><layer-tree-group>{2}</layer-tree-group><mapcanvas name="theMapCanvas"><units>meters</units><extent><xmin>{3}</xmin><ymin>{4}</ymin><xmax>{5}</xmax><ymax>{6}</ymax></extent><destinationsrs>{1}</destinationsrs></mapcanvas><projectlayers>{7}</projectlayers><ProjectViewSettings><DefaultViewExtent xmin="{3}" ymin="{4}" xmax="{5}" ymax="{6}">{1}</DefaultViewExtent></ProjectViewSettings><properties><SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys><Paths><Absolute type="bool">false</Absolute></Paths></properties>{8}</qgis>
)",
      escaped(words.title), reference(crs), tree, low.x, low.y, high.x, high.y, map_layers, layout);
}

}  // namespace gapmap::report
