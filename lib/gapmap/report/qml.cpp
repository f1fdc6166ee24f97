#include "gapmap/report/qml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "gapmap/report/markup.h"

namespace gapmap::report {
namespace {

/// Returns "#fbe3b5" as "251,227,181,255".
std::string rgba(std::string_view color) {
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const* const first = color.data() + 1 + 2 * i;
    std::from_chars(first, first + 2, parts[i], 16);
  }
  return fmt::format("{},{},{},255", parts[0], parts[1], parts[2]);
}

std::string option(std::string_view name, std::string_view value) {
  return fmt::format(R"(<Option type="QString" name="{}" value="{}"/>)", name, escaped(value));
}

std::string data_defined(std::string_view property, std::string_view expression) {
  if (expression.empty()) return {};
  return fmt::format(
      R"(<data_defined_properties><Option type="Map">{}<Option type="Map" name="properties"><Option type="Map" name="{}"><Option type="bool" name="active" value="true"/>{}<Option type="int" name="type" value="3"/></Option></Option>{}</Option></data_defined_properties>)",
      option("name", ""), property, option("expression", expression), option("type", "collection"));
}

/// Returns a symbol layer. All layers of a pass are drawn before any of the next.
std::string layer(std::string_view kind, std::string const& content, int pass = 0) {
  return fmt::format(R"(<layer class="{}" enabled="1" locked="0" pass="{}">{}</layer>)", kind, pass,
                     content);
}
std::string options(std::string const& content) {
  return fmt::format(R"(<Option type="Map">{}</Option>)", content);
}
std::string symbol(std::string_view type, std::string_view name, std::string const& layers) {
  return fmt::format(
      R"(<symbol type="{}" name="{}" alpha="1" clip_to_extent="1" force_rhr="0">{}</symbol>)", type,
      name, layers);
}

std::string layer_of(Fill const& fill) {
  bool const has_outline = !fill.outline.empty();
  return layer("SimpleFill",
               options(option("color", rgba(fill.color)) + option("style", fill.pattern) +
                       option("outline_style", has_outline ? fill.outline_pattern : "no") +
                       option("outline_color", rgba(has_outline ? fill.outline : fill.color)) +
                       option("outline_width", fmt::format("{}", fill.outline_mm)) +
                       option("outline_width_unit", "MM") + option("joinstyle", "miter")));
}

std::string layer_of(Marker const& marker) {
  return layer("SimpleMarker",
               options(option("name", marker.shape) + option("color", rgba(marker.color)) +
                       option("outline_color", rgba(marker.outline)) +
                       option("outline_width", "0.3") + option("outline_width_unit", "MM") +
                       option("size", fmt::format("{}", marker.size_mm)) +
                       option("size_unit", "MM") + option("scale_method", "diameter")) +
                   data_defined("size", marker.size_expression));
}

std::string layer_of(Stroke const& stroke, int pass) {
  return layer("SimpleLine",
               options(option("line_color", rgba(stroke.color)) +
                       option("line_width", fmt::format("{}", stroke.width_mm)) +
                       option("line_width_unit", "MM") + option("line_style", stroke.pattern) +
                       option("capstyle", "round") + option("joinstyle", "round")),
               pass);
}

std::string symbol_of(LayerShape shape, Symbol const& drawn, std::size_t number) {
  auto const name = std::to_string(number);
  std::string layers;
  if (drawn.fill) layers += layer_of(*drawn.fill);
  if (drawn.stroke && !drawn.stroke->casing.empty()) {
    constexpr double kRim = 0.2;
    layers += layer_of(
        Stroke{.color = drawn.stroke->casing, .width_mm = drawn.stroke->width_mm + 2 * kRim}, 0);
  }
  if (drawn.stroke) layers += layer_of(*drawn.stroke, drawn.stroke->casing.empty() ? 0 : 1);
  if (drawn.marker && shape == LayerShape::Points) layers += layer_of(*drawn.marker);
  if (drawn.marker && shape == LayerShape::Areas) {
    auto const inner = fmt::format("@{}@{}", name, drawn.fill ? 1 : 0);
    layers += layer("CentroidFill",
                    options(option("point_on_surface", "1") + option("point_on_all_parts", "0")) +
                        symbol("marker", inner, layer_of(*drawn.marker)));
  }
  constexpr std::array<std::string_view, 3> kTypes{"fill", "marker", "line"};
  return symbol(kTypes[static_cast<std::size_t>(shape)], name, layers);
}

/// Returns the labels: beside points, along lines, in the middle of areas that have a priority, and
/// where there is room in other areas.
std::string labeling(MapText const& text, LayerShape shape) {
  bool const is_point = shape == LayerShape::Points;
  // QGIS placements: beside a point (6); along a line (2); anywhere inside an area (4); over its
  // middle (1).
  int const placement = is_point                           ? 6
                        : shape == LayerShape::Lines       ? 2
                        : text.priority_expression.empty() ? 4
                                                           : 1;
  auto const priority =
      text.priority_expression.empty()
          ? std::string{}
          : fmt::format(
                R"(<dd_properties><Option type="Map">{}<Option type="Map" name="properties"><Option type="Map" name="Priority"><Option type="bool" name="active" value="true"/>{}<Option type="int" name="type" value="3"/></Option></Option>{}</Option></dd_properties>)",
                option("name", ""), option("expression", text.priority_expression),
                option("type", "collection"));
  return fmt::format(
      R"(<labeling type="simple"><settings calloutType="simple"><text-style fieldName="{}" isExpression="1" fontSize="{}" fontSizeUnit="Point" fontWeight="{}" textColor="{}" textOpacity="1"><text-buffer bufferDraw="1" bufferSize="1" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferJoinStyle="128"/></text-style><placement placement="{}" dist="{}" distUnits="MM" priority="{}"/><rendering obstacle="0" displayAll="0" scaleVisibility="0"/>{}</settings></labeling>)",
      escaped(text.expression), text.size_pt, text.is_bold ? 75 : 50, rgba(text.color), placement,
      is_point ? 1.5 : 0, priority.empty() ? 8 : 5, priority);
}

}  // namespace

std::string style_elements(LayerStyle const& style) {
  std::string rules;
  std::string symbols;
  for (std::size_t i = 0; i < style.rules.size(); ++i) {
    auto const& rule = style.rules[i];
    auto const filter =
        rule.filter.empty() ? std::string{} : fmt::format(R"( filter="{}")", escaped(rule.filter));
    rules += fmt::format(R"(<rule key="rule-{}" symbol="{}" label="{}"{}/>)", i, i,
                         escaped(rule.label), filter);
    symbols += symbol_of(style.shape, rule.symbol, i);
  }
  bool const has_passes = std::ranges::any_of(style.rules, [](LegendRule const& rule) {
    return rule.symbol.stroke && !rule.symbol.stroke->casing.empty();
  });
  std::string aliases;
  for (std::size_t i = 0; i < style.aliases.size(); ++i) {
    aliases += fmt::format(R"(<alias index="{}" field="{}" name="{}"/>)", i,
                           escaped(style.aliases[i].first), escaped(style.aliases[i].second));
  }
  return fmt::format(
      R"(<renderer-v2 type="RuleRenderer" symbollevels="{}" forceraster="0" enableorderby="0"><rules key="rules">{}</rules><symbols>{}</symbols></renderer-v2>{}<blendMode>0</blendMode><layerOpacity>{}</layerOpacity><aliases>{}</aliases>)",
      has_passes ? 1 : 0, rules, symbols, style.text ? labeling(*style.text, style.shape) : "",
      style.opacity, aliases);
}

std::string qml(LayerStyle const& style) {
  constexpr std::array<int, 3> kGeometryTypes{2, 0, 1};
  return fmt::format(
      R"(<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|Rendering" labelsEnabled="{}">{}<layerGeometryType>{}</layerGeometryType></qgis>)",
      style.text ? 1 : 0, style_elements(style),
      kGeometryTypes[static_cast<std::size_t>(style.shape)]);
}

}  // namespace gapmap::report
