#pragma once
// Styles of layers in QGIS, as the XML that QGIS calls QML.

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gapmap::report {

/// How an area is filled. Colours are "#rrggbb", here and in the other structs.
struct Fill {
  std::string color;
  std::string outline = {};  ///< empty: none
  double outline_mm = 0.2;
  std::string outline_pattern = "solid";  ///< "dash", "dot"
  std::string pattern = "solid";  ///< "b_diagonal", "dense4", "no" … as QGIS names brush styles
};

/// A sign for a point or in the middle of an area.
struct Marker {
  std::string color;
  std::string outline = "#ffffff";
  double size_mm = 3;
  std::string size_expression = {};  ///< in place of size_mm, in millimetres
  std::string shape = "circle";      ///< "diamond", "star" … as QGIS names shapes
};

struct Stroke {
  std::string color;
  double width_mm = 0.26;
  std::string pattern = "solid";  ///< "dash", "dot"
  std::string casing = {};        ///< colour of a rim, 0.2 mm wide; empty: none
};

/// Parts with which a feature is drawn, in this order; the geometry of the layer limits which it
/// may have.
struct Symbol {
  std::optional<Fill> fill = std::nullopt;
  std::optional<Marker> marker = std::nullopt;
  std::optional<Stroke> stroke = std::nullopt;
};

struct LegendRule {
  std::string filter;  ///< QGIS expression; "ELSE": what no other rule takes
  std::string label;
  Symbol symbol;
};

struct MapText {
  std::string expression;
  double size_pt = 9;
  std::string color = "#202020";
  bool is_bold = false;
  /// Larger numbers are placed first where room is scarce; empty: no preference.
  std::string priority_expression = {};
};

enum class LayerShape : std::uint8_t { Areas, Points, Lines };

struct LayerStyle {
  LayerShape shape = LayerShape::Areas;
  std::vector<LegendRule> rules = {};
  std::optional<MapText> text = std::nullopt;
  double opacity = 1;
  std::vector<std::pair<std::string, std::string>> aliases = {};  ///< field and its display name
};

/// Returns the elements of a layer in a project, which are also those of a QML document.
[[nodiscard]] std::string style_elements(LayerStyle const& style);

/// Returns the QML document, for QGIS 3.20 and later.
[[nodiscard]] std::string qml(LayerStyle const& style);

}  // namespace gapmap::report
